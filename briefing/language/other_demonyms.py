"""Words that German, French, Spanish, Russian and Ukrainian derive from the names of places ("Ирак", "иракский")."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a language derives: the first of `rules` whose ending a name has decides, but for `irregular` names.

    A rule is the ending, what takes its place in the root, and what the root then takes.
    """

    rules: tuple[tuple[str, str, tuple[str, ...]], ...]
    irregular: dict[str, tuple[str, ...]]


_SHORTEST = 4  # letters of a name; as in English
_RU = ("ский", "ец", "цы")
_UK = ("ський", "ець")

DERIVATIONS = {
    # In German every noun has a capital: only endings that places have, so that a "Bank" is not led by "Banker".
    "de": Derivation(
        (
            ("istan", "", ("isch", "e")), ("ien", "", ("isch", "er")), ("ine", "in", ("isch", "er")),
            ("land", "", ("isch", "e", "ländisch", "länder")),
        ),
        {
            "Irak": ("irakisch", "Iraker"), "Iran": ("iranisch", "Iraner"), "Israel": ("israelisch", "Israeli"),
            "China": ("chinesisch", "Chinese"), "Türkei": ("türkisch", "Türke"), "Polen": ("polnisch", "Pole"),
            "Frankreich": ("französisch", "Franzose"), "Österreich": ("österreichisch", "Österreicher"),
            "Deutschland": ("deutsch", "Deutsche"), "Schweiz": ("schweizerisch", "Schweizer"),
            "Großbritannien": ("britisch", "Brite"), "Libanon": ("libanesisch", "Libanese"),
            "Ungarn": ("ungarisch", "Ungar"), "USA": ("amerikanisch", "Amerikaner"), "Japan": ("japanisch", "Japaner"),
            "Kosovo": ("kosovarisch", "Kosovare"), "Mali": ("malisch", "Malier"), "Ägypten": ("ägyptisch", "Ägypter"),
        },
    ),
    "fr": Derivation(
        (
            ("istan", "", ("", "e", "ais")), ("ie", "", ("ien", "e")), ("ine", "in", ("ien", "ois")),
            ("e", "", ("ien", "ain", "ais", "ois")), ("i", "i", ("en", "que")), ("a", "", ("ien", "éen", "ais")),
            ("", "", ("ien", "ais", "ois", "éen")),
        ),
        {
            "Allemagne": ("allemand",), "France": ("français",), "Espagne": ("espagnol",), "Turquie": ("turc",),
            "Grèce": ("grec", "grecque"), "Russie": ("russe",), "Pologne": ("polonais",), "Chine": ("chinois",),
            "Royaume-Uni": ("britannique",), "Suisse": ("suisse",), "Belgique": ("belge",), "Israël": ("israélien",),
            "États-Unis": ("américain",), "Syrie": ("syrien",), "Italie": ("italien",),
        },
    ),
    "es": Derivation(
        (
            ("istán", "", ("o", "ano", "í")), ("ia", "i", ("ano", "o", "ense")),
            ("a", "", ("ano", "ino", "és", "eño")),
            ("", "", ("ano", "í", "és", "eño", "ense")),
        ),
        {
            "Irak": ("iraquí",), "Rusia": ("ruso",), "Alemania": ("alemán",), "Francia": ("francés",),
            "España": ("español",), "Turquía": ("turco",), "Grecia": ("griego",), "Polonia": ("polaco",),
            "Estados": ("estadounidense",), "Reino": ("británico",), "Siria": ("sirio",), "China": ("chino",),
            "Suecia": ("sueco",), "Suiza": ("suizo",), "Israel": ("israelí",), "Afganistán": ("afgano",),
        },
    ),
    "ru": Derivation(
        (
            ("истан", "", _RU), ("ия", "ий", _RU), ("а", "", _RU), ("я", "", _RU), ("ь", "ь", _RU),
            ("", "", _RU),
        ),
        {
            "Россия": ("российский", "россиянин", "россияне"), "Польша": ("польский", "поляк"),
            "Германия": ("немецкий", "германский", "немец", "немцы"), "Франция": ("французский", "француз"),
            "Турция": ("турецкий", "турок"), "Китай": ("китайский", "китаец", "китайцы"),
            "США": ("американский", "американец", "американцы"), "Великобритания": ("британский", "британец"),
        },
    ),
    "uk": Derivation(
        (("істан", "", _UK), ("ія", "ій", _UK), ("а", "", _UK), ("я", "", _UK), ("ь", "ь", _UK), ("", "", _UK)),
        {
            "Росія": ("російський", "росіянин"), "Польща": ("польський", "поляк"),
            "Німеччина": ("німецький", "німець"), "Франція": ("французький", "француз"),
            "Туреччина": ("турецький", "турок"), "Китай": ("китайський", "китаєць"),
            "США": ("американський", "американець"), "Угорщина": ("угорський", "угорець"),
        },
    ),
}  # fmt: skip


def derived(name: str, language: str) -> tuple[str, ...]:
    """Return the words that a language may derive from a place's name, in lower case; none without rules for it."""
    known = DERIVATIONS.get(language)
    if known is None:
        return ()
    if name in known.irregular:
        return tuple(word.casefold() for word in known.irregular[name])
    if len(name) < _SHORTEST or not name[0].isupper() or name.isupper():
        return ()
    rule = next((rule for rule in known.rules if name.endswith(rule[0])), None)
    if rule is None:
        return ()
    ending, instead, suffixes = rule
    root = (name.removesuffix(ending) + instead).casefold()
    return tuple(dict.fromkeys(root + suffix for suffix in suffixes)) if len(root) > 2 else ()
