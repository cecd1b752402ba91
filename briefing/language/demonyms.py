"""Words derived from the names of places, since no stemmer takes "Iraqi" back to "Iraq"."""

from __future__ import annotations

_ENDINGS = ("i", "n", "an", "ian", "ese", "ish")
_SHORTEST = 4

# Those that no ending makes.
_IRREGULAR = {
    "Britain": ("British", "Briton"), "Congo": ("Congolese",), "Cyprus": ("Cypriot",), "Denmark": ("Danish", "Dane"),
    "England": ("English",), "Finland": ("Finnish", "Finn"), "France": ("French",), "Germany": ("German",),
    "Greece": ("Greek",), "Hungary": ("Hungarian",), "Ireland": ("Irish",), "Netherlands": ("Dutch",),
    "Norway": ("Norwegian",), "Peru": ("Peruvian",), "Philippines": ("Philippine", "Filipino"),
    "Poland": ("Polish", "Pole"), "Scotland": ("Scottish", "Scot"), "Spain": ("Spanish", "Spaniard"),
    "Sweden": ("Swedish", "Swede"), "Switzerland": ("Swiss",), "Thailand": ("Thai",), "Turkey": ("Turkish", "Turk"),
    "Wales": ("Welsh",),
}  # fmt: skip


def demonyms(name: str, language: str = "en") -> tuple[str, ...]:
    """Return the words that a language may derive from a place's name ("Ukraine": "Ukrainian", …), if any.

    Several are tried, for there is no telling which of them exists; those that do not, match nothing. Only known
    endings are tried, so that "Mali" finds "Malian" and never "Malicious".
    """
    if language != "en":
        from briefing.language.other_demonyms import derived

        return derived(name, language)
    if len(name) < _SHORTEST or not name[0].isupper() or name.isupper():
        return ()
    single = _IRREGULAR.get(name) or (_stan(name) if name.endswith("istan") else _regular(name))
    return (*single, *(form + "s" for form in single))


def _stan(name: str) -> tuple[str, ...]:
    root = name.removesuffix("istan")
    return (name + "i", root) if len(root) >= _SHORTEST else (name + "i",)


def _regular(name: str) -> tuple[str, ...]:
    roots = (name, name[:-1]) if name[-1] in "aeio" else (name,)
    return tuple(root + ending for root in roots for ending in _ENDINGS)
