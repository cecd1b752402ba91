"""Words that change what a sentence claims, and words that do not: German, French, Spanish, Russian and Ukrainian."""

from __future__ import annotations

from briefing.language.claim_lists import ClaimWords, groups, pairs
from briefing.language.word_set import word_set

GERMAN = ClaimWords(
    negations=word_set("""nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder nirgends"""),
    denying=word_set(
        """leugnen bestreiten bestreitet bestritt ablehnen lehnt lehnte abgelehnt weigern verweigern scheitern ohne
        dementieren zurückweisen zurückgewiesen verwerfen kaum verhindern"""
    ),
    kinds=groups(
        """könnte könnten kann können dürfte möglicherweise vielleicht mag; wird werden will wollen würde plant
        planen geplant beabsichtigt vorhaben; muss müssen soll sollen sollte sollten fordern; mutmaßlich angeblich
        offenbar scheint verdächtigt vermutlich wahrscheinlich"""
    ),
    opposites=pairs(
        """steigen steigt stieg gestiegen zunehmen wachsen mehr | fallen fällt fiel gefallen sinken sinkt sank
        gesunken weniger; annehmen billigen billigt billigte zustimmen angenommen | ablehnen lehnt lehnte
        abgelehnt; öffnen öffnet | schließen schließt schloss geschlossen; beginnen beginnt begann | enden endet
        endete; getötet tote toten starben gestorben | verletzt verletzte verletzten; kaufen kauft kaufte |
        verkaufen verkauft verkaufte; gewinnen gewann gewonnen | verlieren verlor verloren; vor | nach; norden
        nördlich | süden südlich; osten östlich | westen westlich; für | gegen; mit | ohne; erlauben erlaubt |
        verbieten verboten verbietet; mann männer | frau frauen"""
    ),
    telling=word_set(
        """sagte sagt sagten erklärte mitteilen mitgeteilt teilte laut berichtete berichtet sprecher sprecherin
        agentur heute gestern morgen abend zufolge angaben erklärung so hieß"""
    ),
    limiting=word_set("nur allein einzige einziger ausschließlich"),
    deadlines=word_set("bis seit ab vor nach nächsten kommenden"),
)

FRENCH = ClaimWords(
    negations=word_set("ne pas non jamais aucun aucune rien personne ni nul nulle guère"),
    denying=word_set(
        """nier nie dément démentir refuser refuse refusé rejeter rejette rejeté échouer échoué sans empêcher démenti"""
    ),
    kinds=groups(
        """peut peuvent pourrait pourraient possible éventuellement; va vont sera seront aura prévoit prévoient prévu
        compte entend envisage; doit doivent devrait devraient faut; présumé présumée soupçonné semble
        probablement apparemment prétendu"""
    ),
    opposites=pairs(
        """augmenter augmente augmenté hausse monter plus | baisser baisse baissé chute diminuer moins; accepter
        accepte accepté approuver approuvé | refuser refuse refusé rejeter rejette rejeté; ouvrir ouvre ouvert |
        fermer ferme fermé; commencer commence début | finir fini fin terminer; tué tués mort morts | blessé
        blessés; acheter achète acheté | vendre vend vendu; gagner gagne gagné | perdre perd perdu; avant | après;
        nord | sud; est | ouest; pour | contre; avec | sans; autoriser autorise autorisé | interdire interdit;
        homme hommes | femme femmes"""
    ),
    telling=word_set(
        """dit déclaré déclare affirmé affirme annoncé annonce indiqué ajouté selon porte-parole porte parole
        communiqué agence presse hier aujourd'hui matin soir journalistes"""
    ),
    limiting=word_set("seul seule seulement uniquement"),
    deadlines=word_set("avant jusqu'à jusqu dès depuis après prochain"),
)

SPANISH = ClaimWords(
    negations=word_set("no nunca jamás ningún ninguna ninguno nadie nada ni tampoco"),
    denying=word_set(
        """negar negó niega rechazar rechazó rechaza rehusar sin fracasar fracasó desmentir desmintió impedir"""
    ),
    kinds=groups(
        """puede pueden podría podrían posible posiblemente quizás; va van será serán prevé planea pretende propone
        hará; debe deben debería deberían tiene; presunto presunta supuesto supuesta parece probablemente
        aparentemente"""
    ),
    opposites=pairs(
        """subir sube subió aumentar aumentó más | bajar baja bajó caer cayó disminuir menos; aceptar aceptó aprobar
        aprobó | rechazar rechazó; abrir abre abrió | cerrar cierra cerró; comenzar comenzó empezar | terminar
        terminó acabar; muerto muertos murieron | herido heridos; comprar compró | vender vendió; ganar ganó |
        perder perdió; antes | después; norte | sur; este | oeste; contra | favor; con | sin; permitir permitió |
        prohibir prohibió; hombre hombres | mujer mujeres"""
    ),
    telling=word_set(
        """dijo afirmó declaró aseguró anunció añadió agregó según portavoz comunicado agencia prensa ayer hoy mañana
        tarde periodistas"""
    ),
    limiting=word_set("solo sólo solamente único única"),
    deadlines=word_set("hasta desde antes después próximo"),
)

RUSSIAN = ClaimWords(
    negations=word_set("не ни нет никогда никто ничего нельзя никакой никаких"),
    denying=word_set(
        """отрицать отрицает отказаться отказался отказалась отказал отклонить отклонил отверг без опроверг
        опровергнуть провалить"""
    ),
    kinds=groups(
        """может могут мог возможно; будет будут планирует планируют намерен намерена собирается; должен должна
        должны следует необходимо; предположительно якобы вероятно подозревать кажется видимо"""
    ),
    opposites=pairs(
        """вырос выросла выросли увеличить рост больше | упал упала снизиться снизился сократить падение меньше;
        принять принял одобрить одобрил | отклонить отклонил отверг; открыть открыл | закрыть закрыл; начать начал
        началась | закончить завершить завершил; убит погибли погиб погибших | ранен ранены пострадали раненых;
        купить купил | продать продал; выиграть выиграл победил | проиграть проиграл; до перед | после; север |
        юг; восток | запад; за | против; разрешить разрешил | запретить запретил; мужчина | женщина"""
    ),
    telling=word_set(
        """сказал сказала заявил заявила сообщил сообщила сообщает отметил добавил рассказал представитель агентство
        словам данным вчера сегодня утром вечером"""
    ),
    limiting=word_set("только лишь единственный единственная"),
    deadlines=word_set("до с после перед следующий"),
)

UKRAINIAN = ClaimWords(
    negations=word_set("не ні ані нема немає ніколи ніхто нічого жоден жодної"),
    denying=word_set("заперечує заперечив відмовився відмовилася відмовив відхилив відкинув без спростував"),
    kinds=groups(
        """може можуть міг можливо; буде будуть планує планують має намір збирається; повинен повинна повинні мусить
        слід необхідно; ймовірно імовірно нібито підозрюють здається начебто"""
    ),
    opposites=pairs(
        """зріс зросла зросли збільшити зростання більше | впав впала знизити знизився скоротити падіння менше;
        прийняв прийняти схвалив | відхилив відхилити; відкрив відкрити | закрив закрити; почав почати почалася |
        завершив завершити закінчити; убито загинули загинув загиблих | поранено поранені поранених постраждали;
        купив купити | продав продати; виграв переміг | програв; до перед | після; північ | південь; схід | захід;
        за | проти; дозволив дозволити | заборонив заборонити; чоловік | жінка"""
    ),
    telling=word_set(
        """сказав сказала заявив заявила повідомив повідомила повідомляє зазначив додав розповів речник агентство
        словами даними вчора сьогодні вранці ввечері"""
    ),
    limiting=word_set("лише тільки єдиний єдина"),
    deadlines=word_set("до з після перед наступний"),
)
