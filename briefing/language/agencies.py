"""Who sends news: agencies and the words that publications carry in their names. Data; add to it freely."""

from __future__ import annotations

import re

# What a dateline or byline writes, in lower case, and the short name that is shown.
AGENCIES: dict[str, str] = {
    "ap": "AP", "associated press": "AP", "the associated press": "AP", "reuters": "Reuters",
    "thomson reuters": "Reuters", "afp": "AFP", "agence france-presse": "AFP", "afp news": "AFP", "dpa": "dpa",
    "deutsche presse-agentur": "dpa", "tass": "TASS", "itar-tass": "TASS", "xinhua": "Xinhua", "efe": "EFE",
    "cnn": "CNN", "cnn business": "CNN", "cnn politics": "CNN", "cnn money": "CNN",
    "upi": "UPI", "united press international": "UPI", "ansa": "ANSA", "pa": "PA", "pa media": "PA",
    "press association": "PA", "interfax": "Interfax", "interfax-ukraine": "Interfax-Ukraine", "ukrinform": "Ukrinform",
    "unian": "UNIAN", "ria novosti": "RIA Novosti", "ria": "RIA Novosti", "sputnik": "Sputnik", "kyodo": "Kyodo",
    "kyodo news": "Kyodo", "jiji": "Jiji", "yonhap": "Yonhap", "anadolu": "Anadolu", "anadolu agency": "Anadolu",
    "aa": "Anadolu", "irna": "IRNA", "pti": "PTI", "ani": "ANI", "ians": "IANS", "app": "APP", "bna": "BNA",
    "spa": "SPA", "wam": "WAM", "petra": "Petra", "mena": "MENA", "kuna": "KUNA", "qna": "QNA", "belga": "Belga",
    "anp": "ANP", "apa": "APA", "ats": "ATS", "lusa": "Lusa", "pap": "PAP", "ctk": "CTK", "čtk": "CTK", "mti": "MTI",
    "agerpres": "Agerpres", "bta": "BTA", "hina": "HINA", "tanjug": "Tanjug", "ntb": "NTB", "tt": "TT",
    "ritzau": "Ritzau", "stt": "STT", "baltic news service": "BNS", "bns": "BNS", "aap": "AAP",
    "bloomberg": "Bloomberg", "bloomberg news": "Bloomberg", "rfe/rl": "RFE/RL", "voa": "VOA",
    "canadian press": "The Canadian Press",
    "the canadian press": "The Canadian Press", "bernama": "Bernama", "antara": "Antara", "pna": "PNA", "vna": "VNA",
    "belta": "BelTA", "trend": "Trend", "azertac": "Azertac", "sana": "SANA", "kcna": "KCNA", "ina": "INA",
    "тасс": "TASS", "риа новости": "RIA Novosti", "интерфакс": "Interfax", "интерфакс-украина": "Interfax-Ukraine",
    "інтерфакс-україна": "Interfax-Ukraine", "рейтер": "Reuters",
    "укринформ": "Ukrinform", "укрінформ": "Ukrinform", "уніан": "UNIAN", "унн": "UNN", "белта": "BelTA",
    "rudaw": "Rudaw", "nina": "NINA", "tolonews": "TOLOnews", "pajhwok": "Pajhwok",
}  # fmt: skip

# Words of which one stands in nearly every publication's name, and lines that stand for a newsroom.
_WORDS_OF_NAMES = """
news times post press agency herald tribune gazette journal daily telegraph guardian observer chronicle today
courier dispatch mirror independent express mail globe inquirer examiner bulletin review standard monitor star sun
media tv radio broadcasting wire newswire online magazine weekly week bbc cnn nbc abc cbs npr sky fox reporter
reporters euronews republic politico axios euractiv reuters bloomberg
"""
_LINES_OF_NEWSROOMS = (
    "staff report|staff reporter|staff writer|staff and agencies|agencies|news agencies|web desk|news desk|newsroom|"
    "staff|our correspondent|our foreign desk"
)
_NAME_WORDS, _NEWSROOMS = frozenset(_WORDS_OF_NAMES.split()), frozenset(_LINES_OF_NEWSROOMS.split("|"))
_WORD = re.compile(r"[\w'’&-]+")
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿа-яёіїєґ]")


def agency(name: str) -> str | None:
    """Return the short name of a news agency, or None if the name is none that is known."""
    parts = [name, *re.split(r"[/|,;]| and | with ", name[:80])]
    return next((AGENCIES[p] for part in parts if (p := part.strip().casefold()) in AGENCIES), None)


def is_publication(line: str) -> bool:
    """Whether a whole line is a publication's name: few words, all with capitals, and one that such names carry."""
    if len(line) > 60:
        return False
    plain = line.strip(" .|-–—•").casefold()
    if plain in AGENCIES or plain in _NEWSROOMS:
        return True
    words = _WORD.findall(line)
    proper = all(_CAPITAL.match(word) or word in ("of", "the", "and", "&") for word in words)
    return 1 < len(words) <= 5 and proper and not {words[0].casefold(), words[-1].casefold()}.isdisjoint(_NAME_WORDS)
