"""The lists behind `abbreviations`, by class and language: case kept, no last full stop, no spaces ("z.B")."""

from __future__ import annotations

# Names, ranks, offices and words that stand before something: a full stop after them never ends a sentence.
TITLES = {
    "en": """Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Rev Revd Fr Hon Msgr Gen Lt Col Maj Capt Cpt Cmdr Comdr Cdr Cpl
    Sgt Pvt Pte Adm Brig Ens Pfc Spc Sen Sens Rep Reps Gov Govs Pres Amb Atty Supt Insp Sgts Asst Assoc Dep Cllr Ald
    Dir Exec Treas Sec Det Univ Dept Intl Natl vs cf viz approx e.g i.e eg ie ca c.f M.Sgt Lt.Col Lt.Gen Maj.Gen
    Brig.Gen Jos Wm Chas Geo Thos Ste Rt Sdn Approx""",
    "de": """Hr Hrn Fr Frl Dr Prof Dipl Ing Mag med jur phil rer nat habil Hl St Gen Oberst z.B d.h u.a u.U i.d.R z.T
    v.a o.a s.o s.u i.A i.V d.i bzw ca vgl evtl ggf inkl exkl zzgl sog bspw gem lt vs od resp Aufl Ggs allg bes dgl
    Bgm ehem eigtl einschl entspr geb gest insb jährl kath ev max min mind monatl rd tägl u zw""",
    "fr": "M MM Mme Mmes Mlle Mlles Me Dr Pr Prof Mgr Gén Lt Col St Ste p.ex c.-à-d cf env ibid tél",
    "es": """Sr Sra Sres Srta Srtas Dª Dña Dr Dra Dres Prof Profa Lic Ing Arq Gral Gob Cap Cnel Tte Sgto Mons Pbro Sto
    Sta Excmo Excma Ilmo p.ej ej cf aprox dpto tel Tel Hs Av Avda Cra Admón admón""",
    "ru": """г-н г-жа гг гр гос д-р проф акад доц канд ген полк подп майор кап лейт адм маршал им св ул пр просп пер пл
    наб бул пос пгт дер обл р-н оз т.е т.к т.н т.о н.э напр см ср тел корп англ нем фр лат греч рус укр зам пом мин
    мл""",
    "uk": """п пп проф акад доц канд ген полк підп кап лейт адм ім св вул просп пров пл бул бульв смт обл р-н оз т.зв
    т.б н.е напр див пор тел корп англ нім фр лат укр рос зам""",
    "it": "Sig Sigg Sig.ra Sig.na Dott Dott.ssa Prof Prof.ssa Ing Avv Arch Geom Rag On Dir Amm st d econ psicol tel",
    "nl": "Dhr Mevr Mw Drs Ir Mr Prof aanw vnw bijv d.w.z m.b.t o.a t.a.v i.p.v enz nl",
    "pl": "dr prof inż mgr gen płk por ul al św np tzn tzw im bałt ok m.in",
    "da": "Hr Fr Dr Prof hr fr dr prof ca bl.a f.eks evt pga mht nr jf",
    "bg": "г-н г-жа д-р проф ул бул вкл т.е т.нар напр",
    "kk": "б.з.б б.з т.б",
    "sk": "p pp Ing Mgr Dr Prof napr tzv resp ul",
    "cs": "p pí Ing Mgr MUDr JUDr Dr dr Prof prof doc gen plk např tzv tj mj resp ul nám sv vč popř",
    "el": "κ κα δρ καθ π.χ δηλ λ.χ αρ οδ στρ",
    "fi": "esim ks mm ns vrt os prof tri",
    "hu": "dr Dr prof Prof id ifj özv pl kb ún ill vö ld",
    "no": "f.eks bl.a jf ca nr prof dr hr fr pst dvs",
    "pt": "Sr Sra Srs Dr Dra Drs Prof Profa Eng Exmo Exma Gen Cel Cap Gov Pe p.ex cf Av",
    "ro": "dl d-l dna d-na dr Dr prof Prof ing Ing gen av bd cca",
    "sv": "t.ex bl.a dvs d.v.s jfr ca kl nr prof dr hr fr s.k f.d",
}

# Places, companies, states, months, streets: a full stop after them ends a sentence only before a starter.
ENDINGS = {
    "en": """U.S U.K U.N E.U U.S.A D.C N.Y N.J N.C S.C N.D S.D N.H N.M R.I W.Va prof Jr Sr Esq Co co Cos Corp Inc Ltd
    Bros Assn Ave Blvd Rd St st Mt Ft Pt Hwy Bldg Ph.D PhD Bhd Pty Cie SpA Ala Ariz Ark Calif Colo Conn Del Fla Ill Ind
    Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Ont
    Que Alta Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri al""",
    "de": "Str str Mio Mrd Tsd Co Jh Jhdt Nr usw etc u.Ä o.Ä u.ä o.ä Jan Feb Mär Apr Aug Sept Okt Nov Dez",
    "fr": "Cie Sté bd av Jr janv févr avr juil sept oct nov déc",
    "es": "EE.UU EE UU Cía S.A Ud Uds Vd Vds C.V ene feb mar abr jun jul ago sept oct nov dic Ago Set",
    "ru": "г гг в вв р см м долл янв фев февр апр июн июл авг сент окт нояб дек",
    "uk": "р рр с ст м січ лют берез квіт трав черв лип серп верес жовт листоп груд",
    "bg": "г гг в лв",
    "it": "ecc",
    "nl": "bv N.V B.V",
}

# A full stop after them holds before a figure only.
NUMBERS = {
    "en": """No Nos no nos Nr nr N° No° Num Art Arts art Fig Figs fig p pp pg vol Vol Ch ch Op op Par par Para Ex Sect
    Sub Pt pt Vols ed Cl cl Ss ft lb lbs oz sq""",
    "de": "Nr Nrn S Kap Ziff Abb Abs Art Bd Tab Pos §",
    "fr": "n° N° no p pp art Art chap éd fig réf vol",
    "es": "No Nº nº N° art arts cap ed fig núm Núm nro párr párrf pág págs Ext vol",
    "ru": "№ п пп с д к рис ст стр табл гл кв Кв",
    "uk": "№ п пп с д к рис ст стор табл гл кв",
}

# Hours, and units after a figure: a full stop after them ends a sentence before a capital that is no day or zone.
TIMES = {
    "en": "a.m p.m A.M P.M am pm",
    "ru": "руб коп дол тыс млн млрд трлн кг км мм ч мин сек куб.м кв.м др пр т.д т.п",
    "uk": "грн коп дол тис млн млрд трлн кг км мм год хв кв.м ін т.д т.п",
}

ZONES = """Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January
February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct
Nov Dec Christmas Easter Eastern Central Mountain Pacific Greenwich London Moscow Beijing Paris Tokyo EST EDT ET
CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET CEST EET EEST MSK IST JST HKT AEST AEDT SAST"""

# What a single letter names after them is no initial: it ends a sentence as any word does ("World War I. Then").
LABELS = """War Group Plan Vitamin Class Grade Type Part Section Phase Category Level Hepatitis Team Block Zone Gruppe
Groupe Grupo Teil Partie Parte"""

# Words that open a sentence and seldom follow an abbreviation inside one: no "Under" ("U.S. Under Secretary"), no "May"
# or "So" (names after an initial).
STARTERS = {
    "en": """A About According After Again All Also Although Among An And Another Any Anyone Are As Asked At Because
    Before Being Besides Both But By Can Could Despite Did Do Does During Each Earlier Either Even Eventually Every
    Everyone Everything Few Finally First For From Further Furthermore Given Had Has Have He Her Here Hers His How
    However I If In Indeed Instead Is It Its Just Last Later Let Like Many Maybe Meanwhile Moreover Most Much My
    Neither Nevertheless Next Nobody None Nonetheless Nor Not Nothing Now Of Often On Once One Only Or Other Others Our
    Perhaps Several She Should Similarly Since Some Someone Sometimes Soon Still Such That The Their Then There
    Therefore These They This Those Though Through Thus To Today Tomorrow Tonight Too Two Unlike Until Was We Were What
    Whatever When Where Whether Which While Who Whose Why With Within Without Would Yes Yesterday Yet You Your Mr Mrs
    Ms I'm I've I'd It's He's She's We're We've They're That's There's Don't You're I’m I’ve I’d It’s He’s She’s We’re
    We’ve They’re That’s There’s Don’t You’re""",
    "de": """Aber Alle Allerdings Als Am An Auch Auf Aus Bei Bis Da Dabei Dafür Daher Damit Danach Dann Daran Darauf
    Das Dass Dazu Dem Den Denn Dennoch Der Deren Des Deshalb Dessen Dies Diese Dieser Dieses Doch Dort Durch Ein Eine
    Einen Einer Eines Er Erst Es Etwa Für Gegen Heute Hier Hinter Ich Ihr Ihre Im In Inzwischen Ist Jede Jeder Jedoch
    Jetzt Kein Keine Man Manche Mehr Mit Nach Nachdem Neben Nicht Noch Nun Nur Ob Obwohl Oder Ohne Schon Sein Seine
    Seit Sie Sind So Sogar Sollte Statt Trotz Trotzdem Um Und Uns Unser Unsere Unter Viele Vom Von Vor War Warum Was
    Wegen Weil Weiter Welche Wenn Wer Werden Wie Wieder Wir Wird Wo Während Zu Zudem Zuletzt Zum Zunächst Zur Zuvor
    Zwar Zwischen Über""",
    "fr": """C D J L N Qu S Ainsi Alors Après Au Aucun Aujourd'hui Aujourd’hui Auparavant Aussi Autre Aux Avant Avec
    Bien Car Ce Ceci Cela Celle Celui Cependant Ces Cet Cette Ceux Chaque Comme Comment Contre D'abord Dans De Depuis
    Des Dès Deux Donc Du Elle Elles En Enfin Entre Est Et Grâce Hier Ici Il Ils Je Jusqu'à La Le Les Leur Leurs Lors
    Lorsque Mais Malgré Même Moins Mon Notamment Notre Nous On Or Ou Où Outre Par Parce Parmi Pendant Peu Plus
    Plusieurs Pour Pourquoi Pourtant Puis Quand Quant Que Quel Quelle Quelques Qui Quoi Sa Sans Se Selon Ses Si Son
    Sous Sur Tandis Tous Tout Toute Toutefois Toutes Très Trop Un Une Vers Vous""",
    "es": """A Además Ahora Al Algunas Algunos Ante Antes Apenas Aquel Aquí Así Aun Aunque Ayer Bajo Cada Casi Como Con
    Contra Cuando Cómo De Del Desde Después Dos Durante El Ella Ellas Ellos En Entonces Entre Era Es Esa Ese Eso Esta
    Estas Este Esto Estos Está Fue Ha Hace Hacia Hasta Hay Hoy La Las Le Les Lo Los Luego Mi Mientras Mucho Muchos Muy
    Más Ni No Nos Nosotros Nuestra Nuestro O Otra Otro Otros Para Pero Poco Por Porque Pues Que Quien Qué Se Según Ser
    Si Sin Sino Sobre Solo Son Su Sus Sí También Tampoco Tanto Te Todavía Todo Todos Tras Tu Un Una Uno Unos Usted Y Ya
    Yo Él""",
    "ru": """А Без Более Больше Бы Был Была Были Было В Ведь Весь Вместе Во Вот Впрочем Все Всего Всё Вы Где Да Даже
    Для До Другие Его Если Есть Еще Ещё Её Ее За Затем Здесь И Из Или Именно Их К Каждый Как Какой Когда Кроме Кто Куда
    Ли Лишь Между Мне Многие Может Можно Мой Мы На Над Надо Наш Наши Не Недавно Нет Ни Но Ну О Об Однако Одна Один
    Около Он Она Они Оно От Ответ Перед По Под Позже Пока После Потом Потому Поэтому При Про С Сам Сегодня Сейчас Со
    Согласно Среди Так Также Такой Такие Там Тем Теперь То Тогда Того Тоже Только Тот Три Ты У Уже Хотя Чего Через Что
    Чтобы Эта Эти Это Этого Этот Я""",
    "uk": """А Або Адже Але Без Більше Бо Був Була Були Було В Вже Ви Від Він Вона Вони Воно Все Всі Втім Де Для До
    Його Є З За Завдяки Зараз Згідно Зі Із І Інші Її Їх Їхні Й Коли Крім Кожен Лише Між Майже Має Ми Може Можна На Над
    Навіть Нам Наразі Натомість Наш Наші Не Нещодавно Ні Ну О Один Одна Однак Окрім Ось Перед Під Після Пізніше По Поки
    При Про Проте Раніше Сам Саме Серед Сьогодні Та Так Також Такі Там Те Тепер Ти То Тоді Тож Той Тому Три У Хоча Це
    Цей Ця Ці Цього Через Чи Що Щоб Щодо Ще Я Як Який Яка Які Якщо""",
    "da": "Alle Da Den Der Det De Du En Et For Fra Han Hun Hvad Hvis Hvor I Jeg Man Men Nu Når Og På Som Så Vi",
    "it": "Ci Come Con Cosa Così Da Di Dopo E È Gli I Il In Io La Le Lo Lui Ma Mi Nel Non Per Se Si Sono Un Una",
}
