"""Words by which a sentence leans on what stands before it, by language.

A language without an entry has none: then only the marks of quotation tell what leans.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.language.context_lists import CONTEXT_LISTS
from briefing.language.word_set import phrases, word_set


@dataclass(frozen=True, slots=True)
class ContextWords:
    """One language's words, in lower case.

    `persons` can only stand for somebody named before, `things` only for something told before. `linkers` open a
    sentence that goes on from another; `linkers_with_comma` do so before a comma. `times` follow "this" and mean a day
    or a season, not a thing. `definites` are what "the …" alone has been told before. `fronters` open a phrase before
    the subject, `clauses` a clause. `cues` are verbs of speech, `expletives` what follows an "it" that stands for
    nothing. `bodies` are many or an office and so never "he" or "she"; `tellings` are verbs of speech that say nothing
    without what was told.

    `indefinites` introduce a thing ("a ruling"), `takers_up` come back to it ("the ruling", "this ruling"), `enders`
    end such a phrase, `restrictors` go on to say which of its kind is meant, and behind `comparers` nothing is
    introduced ("as a rule"). `generic` nouns are no single thing's; "this" before one of `here` takes nothing up.
    Between a fronter and the subject, `whens` beside `times` and figures only say when ("In the previous year it …").
    `impersonal` openings look like a pronoun's and stand for nothing ("il y a", "cette semaine").

    `people` are nouns for a person that no ending tells, `empty` words that say nothing of which thing is meant ("a
    written statement"), `doings` nouns that an infinitive belongs to ("a plan to …"). "The …" of `nth`, and "one" of
    `choices`, is one of several things told of. `many` open a plural; `plurals` may be "them" though they have no
    ending, `not_plural` may not; `singles` open a phrase that may be "it", and behind `joiners` it may stand as well.
    """

    persons: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    linkers: tuple[str, ...] = ()
    linkers_with_comma: tuple[str, ...] = ()
    times: frozenset[str] = frozenset()
    definites: frozenset[str] = frozenset()
    fronters: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    predicates: frozenset[str] = frozenset()
    adjectives_of_doing: frozenset[str] = frozenset()
    being: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    clause_openers: frozenset[str] = frozenset()
    after_so: frozenset[str] = frozenset()
    explained: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    tellings: frozenset[str] = frozenset()
    indefinites: frozenset[str] = frozenset()
    takers_up: frozenset[str] = frozenset()
    enders: frozenset[str] = frozenset()
    restrictors: frozenset[str] = frozenset()
    comparers: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    here: frozenset[str] = frozenset()
    whens: frozenset[str] = frozenset()
    impersonal: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    doings: frozenset[str] = frozenset()
    nth: frozenset[str] = frozenset()
    choices: frozenset[str] = frozenset()
    many: frozenset[str] = frozenset()
    plurals: frozenset[str] = frozenset()
    not_plural: frozenset[str] = frozenset()
    singles: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()


_ENGLISH = ContextWords(
    persons=word_set("he she they him them his her their hers theirs"),
    things=word_set("it its that these this those such another others neither itself"),
    linkers=phrases(
        """but; and; or; nor; yet; so; however; meanwhile; moreover; furthermore; nevertheless; nonetheless; instead;
        then; also; likewise; similarly; conversely; therefore; thus; hence; consequently; accordingly; additionally;
        which; as a result; as such; for example; for instance; in addition; by contrast; in contrast; in other words;
        on the other hand; on the contrary; at the same time; even so; even then; that said; in turn; in response;
        to that end; to this end; in the meantime; in the process; for his part; for her part; for their part;
        at least that's; since then; by then; until then; not only that; what is more; the same"""
    ),
    linkers_with_comma=phrases(
        """still; besides; again; otherwise; indeed; in fact; after all; in short; there; first; firstly; second;
        secondly; third; thirdly; lastly; finally; plus; rather; too; in particular; of course; in all; in doing so;
        afterwards; afterward; beforehand; in return; as well; more importantly; more recently"""
    ),
    times=word_set(
        """week weekend month year season morning afternoon evening night time summer winter spring autumn fall
        fiscal term quarter decade century monday tuesday wednesday thursday friday saturday sunday january february
        march april may june july august september october november december christmas easter"""
    ),
    definites=word_set(
        """accord accident accuser agreement aim allegation allegations amendment announcement arrangement arrests
        assault attack attacker attackers attacks ban bid bill blast bodies body bombing boy case ceremony charges
        children claim claims clash clip comment comments company confusion conversation couple crash criticism deal
        death deaths decision declaration development disagreement discovery discussions dispute document documents
        drug duo email emails episode event events explosion family figure figures find findings finding footage
        former gap gesture girl goal group gunman gunmen idea images incident interview inquiry investigation issue
        journalist killing killings latter law lawsuit legislation letter man measure measures meeting message
        mission missions mother motion move moves news offer operation order outbreak outcome pair pact package
        passengers patient petition photo photos pictures plan plans plot post practice probe problem procedure
        process programme program project proposal proposals protest protests question questions rally reason
        regulations remark remarks report reporter representative request response restrictions result results
        review row rule rules ruling sanctions scheme settlement shooting site situation speech spokesman
        spokeswoman spokesperson statement statistics step strike strikes study survey suspect suspects system talks
        tape target teenager text theory threat threats tragedy trend trial trio trip truce tweet tweets two three
        four vehicle verdict victim victims video visit vote warning warnings woman women men youngster"""
    ),
    fronters=word_set(
        """in on at during for with from by under throughout despite among between speaking asked writing addressing
        last earlier later yesterday today tonight now following until since before after when while as if although
        though because once recently previously initially"""
    ),
    clauses=word_set("before after when while as if although though because once since until asked"),
    cues=word_set(
        """said says say saying told tells added adds adding asked asks replied explained insisted insists warned warns
        claimed argued argues stated noted noting wrote writes tweeted declared announced acknowledged
        admitted admits agreed concluded confirmed continued contended countered denied described emphasised
        emphasized suggested stressed specified joked quipped recalled recounted remarked repeated reported
        responded shouted testified urged vowed pledged promised predicted maintained mused lamented
        complained commented conceded boasted asserted alleged according called quoted demanded hailed
        praised criticised criticized reiterated underlined underscored believes believed"""
    ),
    predicates=word_set(
        """is are was were isn't aren't wasn't weren't has have had hasn't haven't will would won't can could cannot
        should may might must did does do didn't doesn't also now then still never only soon later further came comes
        took takes follows followed began begins start started includes included include means meant marks marked
        found finds showed shows show gave gives made makes went left leave leaves sparked prompted raised raises drew
        allows allowed requires required aims aimed ended lasted killed wounded injured caused brought hit forced led
        fell rose happened occurred provides provided costs cost contains contained covers covered affects affected
        appears appeared seems seemed remains remained became becomes which who"""
    ),
    adjectives_of_doing=word_set(
        """possible impossible necessary hard harder difficult easy easier vital crucial critical time imperative
        essential unusual rare common wrong right better best tempting fair good great nice safe important premature
        illegal legal lawful unlawful too reasonable normal unclear"""
    ),
    being=word_set(
        """is was be been being are were it's seem seems seemed appear appears appeared remain remains remained
        became become becomes turns turned"""
    ),
    auxiliaries=word_set("has had have may might must will would could can should not also still now never"),
    clause_openers=word_set("that whether if how why what who when where"),
    after_so=word_set("far many much called long glad proud happy sorry grateful"),
    explained=word_set("who of in with from whose"),
    subordinators=word_set(
        "after before when while as because since who whom which that if although though where whether"
    ),
    bodies=word_set(
        """police doctors nurses officials prosecutors authorities investigators officers detectives witnesses
        neighbours neighbors lawyers friends relatives colleagues critics supporters reporters soldiers medics analysts
        experts lawmakers senators republicans democrats court courts department ministry company embassy agency
        jury tribunal commission committee government council parliament"""
    ),
    tellings=word_set("said says wrote writes told tells added adds tweeted explained replied continued stated posted"),
    adverbs=word_set("also then later previously once earlier reportedly himself herself further had has"),
    indefinites=word_set("a an two three four five six seven eight nine ten several"),
    takers_up=word_set("the this that these those"),
    enders=word_set(
        """a an the this that these those my your his her its our their some any each every both all no another
        of for in on at to from with by about against between among into onto over under through during within without
        towards toward across behind beyond near off out up down around upon per via like than amid despite since until
        and or but nor so if because while although though when where why how whether before after as once
        who whom whose which what that i you he she it we they me him us them himself herself itself themselves
        is are was were be been being am has have had do does did will would can could may might must shall should
        not n't let to there here now then ago yesterday today tomorrow monday tuesday wednesday thursday friday
        saturday sunday"""
    ),
    restrictors=word_set(
        """of for that who which whose where to in on at with from about against between by over into under within
        during among through behind involving regarding concerning containing including"""
    ),
    comparers=word_set("as like such what than without not no never into quite rather half many another of per"),
    generic=word_set(
        """way time day week month year night morning afternoon evening hour minute second moment weekend decade century
        season age era term future past present end start beginning middle rest top bottom front back side part place
        point position lot number amount majority minority handful couple series range variety kind sort type form
        bit piece matter fact thing things person people man woman men women world country nation state government
        public media internet web press court law economy market police army military president minister
        situation case event process result reason chance sense level rate date line spotlight race game match goal ball
        team player club
        one ones other others same latter former first second third last next few more most"""
    ),
    here=word_set(
        """country world planet nation earth city town kind kinds sort sorts type types way point matter article story
        page website site version day days much many far long particular one ones"""
    ),
    whens=word_set(
        """, the a an that same previous past next last first second third early late mid following few recent years
        months weeks days hours minutes two three four five ago"""
    ),
    people=word_set(
        """aide apprentice bride burglar captive chef clerk cyclist thief toddler widow recruit guard cook monk nun poet
        novice inmate convict graduate relative representative native mechanic critic cleric medic academic individual
        rebel hostage scholar liar beggar vicar hero guide spy nephew niece uncle aunt cousin twin groom youth lad
        monarch sheriff"""
    ),
    empty=word_set("new written recent further single brief short long big small large major joint whole"),
    doings=word_set(
        """plan plans decision attempt bid offer proposal agreement promise order law bill deal vote motion effort
        campaign move call request demand threat refusal pledge petition pact project scheme right chance power
        resolution programme program initiative measure warrant contract mission"""
    ),
    nth=word_set("first second third fourth fifth last other others former"),
    choices=word_set(
        """possibility option reason example explanation answer way difference exception result consequence advantage
        drawback solution theory suggestion"""
    ),
    many=word_set("many most few some several all"),
    plurals=word_set("people men women children police two three four five both many some few others they we"),
    not_plural=word_set("is was has does this his as its always perhaps yes"),
    singles=word_set("the a an this his her its their our your my every each"),
    joiners=word_set(', ; : “ ” " and or but who which that when if as while because what nobody everybody'),
)

_PHRASED = frozenset({"linkers", "linkers_with_comma", "impersonal"})


def _listed(lists: Mapping[str, str]) -> ContextWords:
    return ContextWords(**{name: (phrases if name in _PHRASED else word_set)(text) for name, text in lists.items()})  # type: ignore[arg-type]


CONTEXT_WORDS: dict[str, ContextWords] = {
    "en": _ENGLISH,
    **{language: _listed(lists) for language, lists in CONTEXT_LISTS.items()},
}
NO_WORDS = ContextWords()
