"""Verbs and phrases by which the news say who says something, by language: a closed class, as the news use it.

A language without an entry has none: then nothing is attributed.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.language.word_set import word_set


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """One language's words, in lower case, as written.

    `says` are finite verbs of speech that give a quotation or a clause its speaker; `told` those of them that take a
    listener, `nouns` those that may be nouns ("claims"). `saying` are participles, which share the subject of the verb
    before them; `names` give a thing a quoted name ("called it a “farce”"). Behind one of `passives` none of them
    speaks ("was told"). `auxiliaries`, and words that end in one of `adverb_endings`, may stand between a subject and
    its verb. `clause_openers` open a clause, `that` a reported one; verbs in `bare_clause` need none. `joints` are the
    prepositions inside a noun phrase, `finite` common verbs that none holds; `so_called` lead up to a mere name,
    `habits` to the infinitive of a verb of speech ("she liked to say").
    """

    says: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    adverb_endings: tuple[str, ...] = ()
    clause_openers: frozenset[str] = frozenset()
    bare_clause: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    finite: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    so_called: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    habits: frozenset[str] = frozenset()


_ENGLISH = SpeechWords(
    says=word_set(
        """said says say told tells tell added adds add asked asks ask replied replies reply explained explains explain
        insisted insists insist warned warns warn claimed claims claim argued argues argue stated states noted notes
        note wrote writes write tweeted tweets posted declared declares announced announces acknowledged acknowledges
        admitted admits agreed agrees concluded concludes confirmed confirms continued continues contended contends
        countered counters emphasised emphasized emphasizes emphasises suggested suggests suggest stressed stresses
        joked jokes quipped recalled recalls recounted remarked remarks repeated repeats reported reports report
        responded responds retorted shouted shouts testified testifies urged urges vowed vows pledged pledges promised
        promises predicted predicts maintained maintains mused lamented laments complained complains commented comments
        conceded concedes boasted boasts asserted asserts alleged alleges demanded demands observed observes opined
        reiterated reiterates revealed reveals ruled scoffed sighed whispered yelled yells cried exclaimed wondered
        wonders chanted chants read reads snapped shot thundered interjected volunteered ventured gushed fumed
        believes believe believed thinks thought felt feels feared hoped hopes
        cautioned cautions confided proclaimed proclaims estimated estimates speculated affirmed bragged
        intoned signed quoted offered proposed pleaded teased deadpanned enthused marveled marvelled scolded tut-tutted
        disclosed disputed denied denies indicated indicates implied hinted"""
    ),
    saying=word_set(
        """saying adding telling asking replying explaining insisting warning claiming arguing stating noting writing
        tweeting declaring announcing acknowledging admitting concluding emphasizing emphasising suggesting stressing
        joking quipping recalling remarking repeating shouting testifying urging vowing pledging promising predicting
        complaining boasting asserting alleging demanding chanting singing yelling predicting contending reading"""
    ),
    names=word_set(
        """called calls call calling described describes describing dubbed labeled labelled labeling branded termed
        likened denounced dismissed blasted characterized characterised hailed praised slammed condemned referred
        referring criticized criticised decried mocked derided touted ridiculed painted accused accuses accusing
        cited citing cites hit attacked attacking warned"""
    ),
    auxiliaries=word_set(
        """has have had also later then once recently repeatedly previously already even further again now still just
        first finally often always never did would will could can may might must simply only recently himself herself
        themselves reportedly publicly both all 's ’s ’d 'd ’ve 've never"""
    ),
    adverb_endings=("ly",),
    clause_openers=word_set("that whether if how why what who when where"),
    that=word_set("that whether how"),
    bare_clause=word_set(
        "said says say saying added adds adding insisted insists claimed claims argued argues believes believe"
    ),
    pronouns=word_set("he she they it we i you who one others some many this these those"),
    determiners=word_set(
        """the a an this that these those his her their its our my your some many several most both all another any one
        two three four five six seven eight nine ten each every former no"""
    ),
    prepositions=word_set(
        """in on at during after before by with from for of to as when while about since until through throughout
        via over under despite amid following without within against outside inside near along among between because
        if although though whereas unless where than like into"""
    ),
    conjunctions=word_set(
        "and but or yet so because that which while when as if although though where whereas since than"
    ),
    times=word_set(
        """monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow earlier later
        recently last this next january february march april may june july august september october november december
        ago then afterward afterwards sunday's again once"""
    ),
    so_called=word_set("so-called self-styled self-described self-proclaimed nicknamed entitled titled"),
    joints=word_set(
        """of for in at from on with to by through over under about against within without between among along near
        outside inside into via throughout despite amid following"""
    ),
    nouns=word_set(
        """claims claim states state tweets posts notes note reports report remarks remark comments comment calls call
        demands demand estimates offers vows pledges promises counters quotes shot signs feels fears hopes thought hit
        jokes cries wonders show shows finds found"""
    ),
    passives=word_set("is are was were be been being am 's ’s get got to"),
    told=word_set("told tells tell asked asks ask reminded assured informed urged urges warned"),
    habits=word_set("liked likes used loved loves tended tends"),
    finite=word_set(
        """is are was were be been has have had do does did will would can could should may might must isn't aren't
        wasn't weren't hasn't haven't didn't doesn't don't won't isn’t aren’t wasn’t weren’t hasn’t haven’t didn’t
        doesn’t don’t won’t went came took made got gave put left won lost met held"""
    ),
)

_GERMAN = SpeechWords(
    says=word_set(
        """sagte sagt sagten erklärte erklärt erklärten betonte betont teilte schrieb schreibt fügte warnte warnt
        kritisierte forderte fordert meinte meint antwortete berichtete berichtet kündigte versicherte ergänzte fragte
        räumte bestätigte behauptete hieß"""
    ),
    auxiliaries=word_set("auch dann noch zuvor später bereits weiter zudem dazu am hat habe"),
    clause_openers=word_set("dass ob wie warum was wer"),
    that=word_set("dass ob"),
    pronouns=word_set("er sie es wir ich"),
    determiners=word_set("der die das ein eine einer dem den des sein seine ihr ihre viele einige mehrere beide"),
    prepositions=word_set(
        """in im an am auf bei beim mit von vom nach vor zu zum zur über unter für gegen aus durch während wegen laut
        seit bis um ohne zwischen"""
    ),
    conjunctions=word_set("und aber oder denn weil dass wenn als während obwohl nachdem bevor"),
    times=word_set(
        """montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute morgen später zuvor weiter dazu
        am weiterhin"""
    ),
    finite=word_set("ist sind war waren hat haben hatte wird werden wurde wurden kann könnte muss soll will würde"),
    joints=word_set("der des von vom aus für im in bei"),
)

_FRENCH = SpeechWords(
    says=word_set(
        """dit disait déclaré déclare affirmé affirme expliqué explique ajouté ajoute estimé estime indiqué indique
        précisé précise assuré assure écrit souligné souligne lancé répondu répond annoncé annonce confié martelé
        regretté prévenu insisté demandé rappelé"""
    ),
    auxiliaries=word_set("a ont avait t-il t-elle aussi encore également ensuite ainsi"),
    clause_openers=word_set("que si comment pourquoi"),
    that=word_set("que"),
    pronouns=word_set("il elle ils elles on je nous"),
    determiners=word_set("le la les l un une des ce cette ces son sa ses leur leurs plusieurs"),
    prepositions=word_set(
        """à au aux de du des en dans sur sous par pour avec sans lors selon chez contre entre vers depuis pendant avant
        après devant"""
    ),
    conjunctions=word_set("et mais ou donc car que qui quand lorsque si comme alors tandis"),
    times=word_set("lundi mardi mercredi jeudi vendredi samedi dimanche hier demain ensuite ce"),
    finite=word_set("est sont était étaient a ont avait avaient sera seront doit peut fait"),
    joints=word_set("de du des d à au aux en pour chez"),
)

_SPANISH = SpeechWords(
    says=word_set(
        """dijo dice dijeron afirmó afirma declaró declara aseguró asegura explicó explica añadió añade señaló señala
        indicó indica agregó agrega advirtió advierte escribió manifestó subrayó insistió anunció anuncia sostuvo
        respondió preguntó comentó recordó apuntó"""
    ),
    auxiliaries=word_set("también luego después además ha han ya"),
    clause_openers=word_set("que si cómo"),
    that=word_set("que"),
    pronouns=word_set("él ella ellos ellas yo"),
    determiners=word_set("el la los las un una unos unas este esta su sus varios varias"),
    prepositions=word_set(
        """a al de del en con por para sobre sin según ante contra desde hasta hacia entre tras durante mediante"""
    ),
    conjunctions=word_set("y e pero o u porque que quien cuando si como mientras aunque"),
    times=word_set("lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana luego después"),
    finite=word_set("es son era eran fue fueron está están ha han había será puede debe"),
    joints=word_set("de del en para por"),
)

_RUSSIAN = SpeechWords(
    says=word_set(
        """сказал сказала сказали заявил заявила заявили отметил отметила отметили добавил добавила добавили сообщил
        сообщила сообщили сообщает подчеркнул подчеркнула подчеркнули пояснил пояснила пояснили рассказал рассказала
        рассказали написал написала написали ответил ответила уточнил уточнила считает говорит говорится спросил
        спросила предупредил предупредила признал признала"""
    ),
    auxiliaries=word_set("также потом затем ранее уже"),
    clause_openers=word_set("что как почему"),
    that=word_set("что"),
    pronouns=word_set("он она они я мы"),
    prepositions=word_set("в во на с со к ко о об от до из за для по при над под после перед через у между без"),
    conjunctions=word_set("и но а или что когда если как чтобы который которая которые"),
    times=word_set("вчера сегодня завтра ранее позже понедельник вторник среду четверг пятницу субботу воскресенье"),
    finite=word_set("был была было были будет будут есть может должен"),
    joints=word_set("по"),
)

_UKRAINIAN = SpeechWords(
    says=word_set(
        """сказав сказала сказали заявив заявила заявили зазначив зазначила зазначили додав додала додали повідомив
        повідомила повідомили повідомляє наголосив наголосила наголосили пояснив пояснила пояснили розповів розповіла
        розповіли написав написала написали відповів відповіла уточнив уточнила вважає каже йдеться запитав запитала
        попередив попередила визнав визнала підкреслив підкреслила"""
    ),
    auxiliaries=word_set("також потім тоді раніше вже"),
    clause_openers=word_set("що як чому"),
    that=word_set("що"),
    pronouns=word_set("він вона вони я ми"),
    prepositions=word_set("в у на з із зі до від о об за для по при над під після перед через між без"),
    conjunctions=word_set("і й та але а або що коли якщо як щоб який яка які"),
    times=word_set("вчора сьогодні завтра раніше пізніше понеділок вівторок середу четвер п'ятницю суботу неділю"),
    finite=word_set("був була було були буде будуть є може має"),
    joints=word_set("з"),
)

SPEECH_WORDS: dict[str, SpeechWords] = {
    "de": _GERMAN,
    "en": _ENGLISH,
    "es": _SPANISH,
    "fr": _FRENCH,
    "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
}
NO_SPEECH = SpeechWords()
