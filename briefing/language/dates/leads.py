"""The words before a date that say how exact it is meant: "by 1 May", "since the end of March", "Ende Mai"."""

from __future__ import annotations

import re

_ENGLISH = (
    r"(?:(?:by|until|till|before|after|since|from|in|during|on|as of|as early as|no later than|starting|beginning"
    r"|through|around|about)\s)?"
    r"(?:(?:the\s)?(?:end|beginning|start|middle|close|spring|summer|autumn|fall|winter|first half|second half)\sof\s"
    r"|(?:the\s)?week(?:end)?\s(?:of|ended|ending)\s|(?:very\s)?(?:early|late|mid)[\s-](?:in\s|on\s)?"
    r"|the\s(?:spring|summer|autumn|winter)\s)?"
)
_LEADS = {
    "en": _ENGLISH,
    "de": r"(?:(?:am|im|in|bis|vor|nach|seit|ab|vom|von|zum|gegen|um)\s)?(?:(?:zum|dem|den|der)\s)?"
    r"(?:(?:Anfang|Mitte|Ende)\s)?(?:Jahre?\s)?",
    "fr": r"(?:(?:le|en|au|dès|avant|après|depuis|du|d[’']ici|jusqu[’'](?:au|en)|à partir du|à compter du)\s)?"
    r"(?:(?:le|la|au)\s)?(?:(?:(?:fin|début|mi|courant)[\s-](?:de\s)?))?",
    "es": r"(?:(?:el|en|antes|después|desde|hasta|para|a partir|durante)\s)?(?:(?:el|la|del|de)\s)?"
    r"(?:a?\s?(?:finales|principios|mediados)\sde\s)?(?:año\s)?",
    "ru": r"(?:(?:не позднее|не позже|начиная с|в|во|до|к|ко|с|со|после|перед|по|на)\s)?"
    r"(?:(?:начале|начала|началу|середине|середины|конце|конца|концу)\s)?",
    "uk": r"(?:(?:не пізніше|починаючи з|у|в|до|з|із|зі|після|перед|по|на|від)\s)?"
    r"(?:(?:початку|середині|середини|кінці|кінця|наприкінці)\s)?",
}
_PATTERNS = {code: re.compile(rf"(?<!\w){pattern}\Z", re.IGNORECASE) for code, pattern in _LEADS.items()}
_LONGEST = 48  # characters of "from the beginning of the second half of "


def lead(text: str, at: int, language: str) -> int:
    """Return where the words begin that lead up to a date, which stands `at` a place of the text."""
    pattern = _PATTERNS.get(language)
    found = pattern.search(text, max(0, at - _LONGEST), at) if pattern else None
    return found.start() if found else at
