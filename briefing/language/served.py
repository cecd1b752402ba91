"""Which languages are read, how well, and by what names people call them.

*Claimed*: every stage has words of its own and cases of its own. *Basic*: split, stemmed where NLTK has a stemmer,
without stop words where sumy ships a list, and ranked. Every other language is refused, not guessed at.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

AUTO = "auto"

Level = Literal["claimed", "basic"]


@dataclass(frozen=True, slots=True)
class Served:
    """One language that is read: its code of ISO 639-1, its English name, and how well."""

    code: str
    name: str
    level: Level


_CLAIMED = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "ru": "Russian", "uk": "Ukrainian",
}  # fmt: skip
_BASIC = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "el": "Greek", "fi": "Finnish", "he": "Hebrew", "hu": "Hungarian",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "sk": "Slovak", "sv": "Swedish", "zh": "Chinese",
}  # fmt: skip
# Those that are told apart from the served ones, so that a refusal can name them. Thai has stop words in sumy, but no
# mark between its sentences: nothing of it could be cited.
_REFUSED = {
    "af": "Afrikaans", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian",
    "ca": "Catalan", "et": "Estonian", "eu": "Basque", "fa": "Persian", "gl": "Galician", "hi": "Hindi",
    "hr": "Croatian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "ka": "Georgian", "kk": "Kazakh",
    "la": "Latin", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "mr": "Marathi", "ms": "Malay",
    "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tr": "Turkish",
    "ur": "Urdu", "vi": "Vietnamese",
}  # fmt: skip

SERVED: dict[str, Served] = {
    **{code: Served(code, name, "claimed") for code, name in _CLAIMED.items()},
    **{code: Served(code, name, "basic") for code, name in _BASIC.items()},
}

# What else a served language is called: ISO 639-2 and 639-3, older and narrower codes, and its own name.
_ALIASES = {
    "en": "eng english", "de": "deu ger deutsch", "fr": "fra fre français francais",
    "es": "spa español espanol castellano castilian", "ru": "rus русский", "uk": "ukr українська ua",
    "ar": "ara العربية", "cs": "ces cze čeština cz", "da": "dan dansk", "el": "ell gre ελληνικά gr",
    "fi": "fin suomi", "he": "heb iw עברית", "hu": "hun magyar", "it": "ita italiano", "ja": "jpn jp 日本語",
    "ko": "kor kr 한국어", "nl": "nld dut nederlands flemish", "no": "nor nb nn nob nno norsk bokmål nynorsk",
    "pl": "pol polski", "pt": "por português brazilian", "ro": "ron rum română mo moldovan", "sk": "slk slo slovenčina",
    "sv": "swe svenska", "zh": "zho chi cmn yue 中文 mandarin cantonese",
}  # fmt: skip
_NAMED = {
    **{name.casefold(): code for names in (_CLAIMED, _BASIC, _REFUSED) for code, name in names.items()},
    **{alias: code for code, aliases in _ALIASES.items() for alias in aliases.split()},
}


def is_claimed(language: str) -> bool:
    """Whether every stage has words of its own for the language."""
    return language in _CLAIMED


def code_of(stated: str) -> str:
    """Return the code of a language as metadata states it: "de-AT", "deu", "German" and "DE" are "de".

    What is no name that is known comes back as it is, in lower case and without its region.
    """
    plain = stated.strip().casefold()
    base = plain.replace("_", "-").partition("-")[0]
    return _NAMED.get(plain) or _NAMED.get(base) or base


def name_of(code: str) -> str:
    """Return a language's English name with its code, or the code alone: "Turkish (tr)"."""
    name = _CLAIMED.get(code) or _BASIC.get(code) or _REFUSED.get(code)
    return f"{name} ({code})" if name else f"“{code}”"


def complaint(setting: str) -> str | None:
    """Return what is wrong with a language as a setting gives it, or None; the code must be written exactly."""
    if setting in SERVED:
        return None
    if (code := code_of(setting)) in SERVED:
        return f'must be a code of ISO 639-1; did you mean "{code}"?'
    if code in _REFUSED:
        return f"{name_of(code)} is not read; `briefing plugins` lists the languages that are"
    near = get_close_matches(setting.casefold(), sorted({*SERVED, *_NAMED}), n=1, cutoff=0.75)
    known = near and code_of(near[0]) in SERVED
    hint = f'did you mean "{code_of(near[0])}"?' if known else "`briefing plugins` lists them"
    return f'must be the code of a language that is read, such as "en"; {hint}'
