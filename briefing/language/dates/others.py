"""Expressions of time in German, French, Spanish, Russian and Ukrainian news: a safe core.

Weekdays, yesterday and tomorrow, a day with its month, a month with its year.
"""

from __future__ import annotations

import re

from briefing.language.dates.grammar import Grammar, Phrase
from briefing.language.dates.names import MONTHS, WEEKDAYS
from briefing.language.dates.tense import Cues

_YESTERDAY, _TODAY, _TOMORROW = Phrase("day", -1), Phrase("day", 0, vague=True), Phrase("day", 1, vague=True)
_LAST_WEEK, _NEXT_WEEK = Phrase("week", -1), Phrase("week", 1)
_LAST_MONTH, _NEXT_MONTH = Phrase("month", -1), Phrase("month", 1)
_LAST_YEAR, _NEXT_YEAR = Phrase("year", -1), Phrase("year", 1)
_YEAR_NOT_AFTER = r"\s?[%°–/-]|[.,:]\d"

_GERMAN_PAST = """
sagte teilte erklärte war waren wurde wurden hatte hatten hat haben kam kamen ging fand fanden gab gaben trafen traf
berichtete meldete starb starben begann verkündete kündigte betonte warnte forderte lehnte stimmte
"""
_GERMAN_FUTURE = "wird werden werde soll sollen sollte sollten will wollen muss müssen geplant voraussichtlich"
_FRENCH_PAST = "a ont avait avaient était étaient fut été eu eut s'est"
_FRENCH_FUTURE = "va vont devrait devraient doit doivent prévoit prévu prévue prévus prévues sera seront aura auront"
_SPANISH_PAST = """
dijo ha han fue fueron había habían hubo hizo hicieron dio murió estaba estaban era eran tuvo tuvieron informó
anunció
"""
_SPANISH_FUTURE = "va van prevé prevén previsto prevista previstos previstas debe deben será serán"
_RUSSIAN_PAST = "был была было были погиб погибли"
_RUSSIAN_FUTURE = """
будет будут пройдет пройдёт состоится состоятся планирует планируют планируется ожидается должен должна должны
встретится встретятся начнется начнётся предстоит намерен намерены
"""
_UKRAINIAN_PAST = "був була було були загинув"
_UKRAINIAN_FUTURE = """
буде будуть відбудеться відбудуться планує планують планується очікується має мають повинен зустрінеться
зустрінуться розпочнеться
"""

GERMAN = Grammar(
    months=MONTHS["de"],
    weekdays=WEEKDAYS["de"],
    phrases={
        "gestern": _YESTERDAY,
        "heute": _TODAY,
        "vergangene woche": _LAST_WEEK,
        "vergangenen monat": _LAST_MONTH,
        "vergangenes jahr": _LAST_YEAR,
        "vergangenen jahr": _LAST_YEAR,
        "nächste woche": _NEXT_WEEK,
        "nächsten monat": _NEXT_MONTH,
        "nächstes jahr": _NEXT_YEAR,
        "kommende woche": _NEXT_WEEK,
        "kommenden monat": _NEXT_MONTH,
        "kommenden jahr": _NEXT_YEAR,
    },
    cues=Cues(
        past=frozenset(_GERMAN_PAST.split()),
        future=frozenset(_GERMAN_FUTURE.split()),
        vague=frozenset(
            [
                "ist",
                "sind",
                "kann",
                "können",
                "könnte",
                "könnten",
                "würde",
                "würden",
                "dürfte",
                "dürften",
                "beginnt",
                "tritt",
                "treten",
            ]
        ),
        ahead=frozenset(["bis", "zum", "ab", "vor", "für"]),
        since=frozenset(["seit"]),
    ),
    capitalised=True,
    ordinal=r"\.?",
    joints=r"[-–/]|und|bis",
    month_needs=r"\b(?:[Ii]m|[Ss]eit|Anfang|Mitte|Ende|[Bb]is)\s",
    weekday_needs=r"\b(?:[Aa]m|[Vv]om|[Ss]eit|[Bb]is|[Zz]um)\s",
    weekday_not_after=r"-|\s(?:bis|oder)\b",
    phrase_not_before=r"\b(?:bis|von|noch|erst|der|die|des)\s",
    phrase_not_after=r"-\w|\s(?:oder|noch|Abend)\b",
    year_needs=r"\b(?:[Ii]m Jahre?|[Ss]eit|[Aa]nfang|[Ee]nde|[Bb]is) ",
    year_not_after=_YEAR_NOT_AFTER,
)

FRENCH = Grammar(
    months=MONTHS["fr"],
    weekdays=WEEKDAYS["fr"],
    phrases={
        "hier": _YESTERDAY,
        "demain": _TOMORROW,
        "aujourd'hui": _TODAY,
        "aujourd’hui": _TODAY,
        "la semaine dernière": _LAST_WEEK,
        "la semaine prochaine": _NEXT_WEEK,
        "le mois dernier": _LAST_MONTH,
        "le mois prochain": _NEXT_MONTH,
        "l'an dernier": _LAST_YEAR,
        "l’an dernier": _LAST_YEAR,
        "l'année dernière": _LAST_YEAR,
        "l’année dernière": _LAST_YEAR,
        "l'an prochain": _NEXT_YEAR,
        "l’an prochain": _NEXT_YEAR,
    },
    cues=Cues(
        past=frozenset(_FRENCH_PAST.split()),
        future=frozenset(_FRENCH_FUTURE.split()),
        future_endings=re.compile(r"...(?:era|eront|ira|iront|dra|dront)$"),
        vague=frozenset(
            ["est", "sont", "peut", "peuvent", "pourrait", "pourraient", "serait", "seraient", "si", "doit"]
        ),
        ahead=frozenset(["jusqu'à", "jusqu'au", "avant", "pour", "dès", "d'ici"]),
        since=frozenset(["depuis"]),
    ),
    ordinal=r"(?:er)?",
    joints=r"[-–/]|et|au|ou",
    month_needs=r"\b(?:[Ee]n|[Dd]epuis|[Dd]ébut|[Ff]in|mi)[\s-]",
    weekday_not_before=r"\b(?:[Ll]es?|chaque|du|[Tt]ous|un)\s|[-–]",
    weekday_not_after=r"[-–]\w|\s(?:ou|à|au|[Nn]oir|[Ss]aint|gras|prochain|dernier)\b",
    phrase_not_before=r"[-–]|\b(?:d['’]|avant|que|comme|de|depuis|pour|jusqu['’]à)\s?|['’]",
    phrase_not_after=r"-\w|\s(?:ou|et)\b",
    year_needs=r"\b(?:[Ee]n|[Dd]epuis|[Dd]ébut|[Ff]in) ",
    year_not_after=_YEAR_NOT_AFTER,
)

SPANISH = Grammar(
    months=MONTHS["es"],
    weekdays=WEEKDAYS["es"],
    phrases={
        "ayer": _YESTERDAY,
        "hoy": _TODAY,
        "mañana": _TOMORROW,
        "la semana pasada": _LAST_WEEK,
        "la próxima semana": _NEXT_WEEK,
        "el mes pasado": _LAST_MONTH,
        "el próximo mes": _NEXT_MONTH,
        "el año pasado": _LAST_YEAR,
        "el próximo año": _NEXT_YEAR,
    },
    cues=Cues(
        past=frozenset(_SPANISH_PAST.split()),
        future=frozenset(_SPANISH_FUTURE.split()),
        past_endings=re.compile(r"..(?:ó|aron|ieron)$"),
        future_endings=re.compile(r"...(?:ará|erá|irá|drá|arán|erán|irán|drán)$"),
        vague=frozenset(
            ["es", "son", "está", "están", "puede", "pueden", "podría", "podrían", "sería", "serían", "si", "debería"]
        ),
        ahead=frozenset(["hasta", "para", "antes"]),
        since=frozenset(["desde"]),
    ),
    ordinal=r"º?",
    joints=r"[-–/]|y|al|o",
    of="de",
    month_needs=r"\b(?:[Ee]n|[Dd]esde|(?:principios|mediados|finales) de) ",
    weekday_needs=r"\b(?:[Ee]l|[Ee]ste|del)\s",
    weekday_not_before=r"\b(?:[Cc]ada|[Ll]os|un)\s",
    weekday_not_after=r"[-–]\w|\s(?:o|a|[Ss]anto|[Nn]egro|[Dd]e [Rr]amos|pasado|próximo|siguiente|anterior)\b",
    phrase_not_before=r"\b(?:la|esta|una|cada|de|del|por|hasta|desde|pasado|antes de)\s",
    phrase_not_after=r"-\w|\s(?:o|mismo|y|en día|por)\b",
    year_needs=r"\b(?:[Ee]n|[Dd]esde) ",
    year_not_after=_YEAR_NOT_AFTER,
)

_SLAVIC_PAST = re.compile(r"...(?:ла|ли|ло|лся|лась|лись|лось)$")

RUSSIAN = Grammar(
    months=MONTHS["ru"],
    weekdays=WEEKDAYS["ru"],
    phrases={
        "вчера": _YESTERDAY,
        "сегодня": _TODAY,
        "завтра": _TOMORROW,
        "на прошлой неделе": _LAST_WEEK,
        "на следующей неделе": _NEXT_WEEK,
        "в прошлом месяце": _LAST_MONTH,
        "в следующем месяце": _NEXT_MONTH,
        "в прошлом году": _LAST_YEAR,
        "в следующем году": _NEXT_YEAR,
    },
    cues=Cues(
        past=frozenset(
            ["сообщил", "заявил", "сказал", "рассказал", "подчеркнул", "отметил", "прибыл", "подписал", "объявил"]
        )
        | frozenset(_RUSSIAN_PAST.split()),
        future=frozenset(_RUSSIAN_FUTURE.split()),
        past_endings=_SLAVIC_PAST,
        vague=frozenset(["может", "могут", "мог", "могла", "бы", "если"]),
        ahead=frozenset(["до", "на", "к"]),
    ),
    ordinal=r"(?:-го)?",
    joints=r"[-–/]|и|по",
    month_needs=r"\b(?:[Вв]|начале|середине|конце) ",
    weekday_needs=r"\b[Вв]о?\s",
    weekday_not_after=r"[-–]\w|\s(?:или|и)\b",
    phrase_not_before=r"\b(?:до|с|на|уже|ещё|еще)\s",
    phrase_not_after=r"-\w|\s(?:или|и)\b",
    year_needs=r"\b[Вв] ",
    year_not_after=_YEAR_NOT_AFTER + r"|(?!\s(?:году|г\.))",
)

UKRAINIAN = Grammar(
    months=MONTHS["uk"],
    weekdays=WEEKDAYS["uk"],
    phrases={
        "вчора": _YESTERDAY,
        "учора": _YESTERDAY,
        "сьогодні": _TODAY,
        "завтра": _TOMORROW,
        "минулого тижня": _LAST_WEEK,
        "наступного тижня": _NEXT_WEEK,
        "минулого місяця": _LAST_MONTH,
        "наступного місяця": _NEXT_MONTH,
        "минулого року": _LAST_YEAR,
        "наступного року": _NEXT_YEAR,
    },
    cues=Cues(
        past=frozenset(
            ["повідомив", "заявив", "сказав", "розповів", "підкреслив", "зазначив", "прибув", "підписав", "оголосив"]
        )
        | frozenset(_UKRAINIAN_PAST.split()),
        future=frozenset(_UKRAINIAN_FUTURE.split()),
        past_endings=_SLAVIC_PAST,
        vague=frozenset(["може", "можуть", "міг", "могла", "якщо", "б", "би"]),
        ahead=frozenset(["до", "на"]),
    ),
    ordinal=r"(?:-го)?",
    joints=r"[-–/]|і|та|й|по",
    month_needs=r"\b(?:[ВвУу]|початку|середині|кінці) ",
    weekday_needs=r"\b[ВвУу]\s",
    weekday_not_after=r"[-–]\w|\s(?:або|чи|і|та)\b",
    phrase_not_before=r"\b(?:до|з|на|вже|ще)\s",
    phrase_not_after=r"-\w|\s(?:або|чи|і|та)\b",
    year_needs=r"\b[ВвУу] ",
    year_not_after=_YEAR_NOT_AFTER + r"|(?!\s(?:році|р\.))",
)

OTHERS = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "ru": RUSSIAN, "uk": UKRAINIAN}
