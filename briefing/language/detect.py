"""Tell the language of a text: by its script, then by its little words, else through py3langid where it is installed.

Nothing is guessed: a text whose script or words do not decide has no language for us.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from importlib.util import find_spec
from typing import Any

from briefing.language.function_words import FUNCTION_WORDS
from briefing.language.served import code_of

# Characters that are read, from the beginning: a page's English frame may be longer than a news item's first lines.
LONGEST = 6_000

_SCRIPTS = (
    ("kana", "぀-ヿ"), ("han", "一-鿿㐀-䶿"), ("ko", "가-힣ᄀ-ᇿ"), ("el", "Ͱ-Ͽἀ-῿"), ("he", "א-ת"),
    ("arabic", "ء-ۿ"), ("cyrillic", "Ѐ-ӿ"), ("th", "ก-๛"), ("hi", "ऀ-ॿ"), ("hy", "Ա-և"), ("ka", "ა-ჿ"), ("bn", "ঀ-৿"),
    ("ta", "஀-௿"), ("latin", "A-Za-zÀ-ɏḀ-ỿ"),
)  # fmt: skip
_RUNS = {name: re.compile(f"[{letters}]+") for name, letters in _SCRIPTS}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Letters that Arabic does not have: Persian, Urdu, Pashto, Kurdish.
_NOT_ARABIC = re.compile(r"[پچژگکیےٹڈڑںہھېۍڵڕێۆە]")
# The letters of each alphabet beyond a to z, or beyond those that all Cyrillic ones share.
_LETTERS = {
    "en": "", "de": "äöüß", "fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíñóúü", "it": "àèéìòù", "pt": "áâãàçéêíóôõú",
    "nl": "éëïöü", "sv": "åäöé", "da": "åæøé", "no": "åæøéòô", "fi": "äöå", "hu": "áéíóöőúüű", "ro": "ăâîșțşţ",
    "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "ca": "àçéèíïóòúü", "gl": "áéíñóúü",
    "hr": "čćđšž", "sl": "čšž", "et": "äõöüšž", "lv": "āčēģīķļņšūž", "lt": "ąčęėįšųūž", "is": "áæðéíóöúýþ",
    "af": "êëéïôö", "tr": "çğıöşüâî", "az": "çəğıöşü", "ast": "áéíñóúüḥḷ", "oc": "áàçèéíòóú", "eo": "ĉĝĥĵŝŭ",
    "fur": "àâçèêìîòôùû", "ia": "", "ga": "áéíóú", "cy": "âêîôŵŷ", "tl": "ñ", "nds": "äöüß", "li": "àäèéëïöóòü",
    "sq": "çë", "eu": "ñ", "la": "", "id": "", "ms": "", "sw": "",
    "vi": "àáảãạăắằẳẵặâấầẩẫậđèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ",
    "ru": "ёъыэщ", "uk": "іїєґщ", "be": "ёіўыэ", "bg": "ъщ", "sr": "јљњђћџ", "mk": "јљњѓќѕџ",
    "kk": "әғқңөұүһіыэёъщ",
}  # fmt: skip
_SHARED = frozenset("abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшьюя")
_CYRILLIC = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk"})
# Swept over 4,452 texts of about 240 characters in 80 languages (messages of free software, poor in little words):
# LEAST 0.08 … 0.15, AHEAD 0.005 … 0.03, FOREIGN 3 and 6, COMMON 0, 0.25, 0.5; checked on as many others. Of the claimed
# languages 92 % were known and the rest left open on either half; 12 and 15 texts were wrongly called a claimed one
# (Asturian, Low German, Walloon, untranslated).
LEAST = 0.11  # the least share of a text's words that are a language's own little words
AHEAD = 0.02  # how far it must lead before the next
FOREIGN = 6.0  # what a letter that a language does not have weighs against it, as a share of all letters
COMMON = 0.25  # a word that n languages have counts n to the power of minus this
# Little words that decide. With 2 instead of 3, 73 % of the claimed languages' texts of 90 characters are known instead
# of 64 %, and 19 instead of 17 of 2,708 others are taken for one.
FEWEST = 2
# What py3langid must be sure of, of 1: swept 0 … 0.9 over the 1,288 of these texts that words leave open. Of the 233 in
# served languages it is right in 224 … 188 (at 0.5: 222), and takes 16 … 3 texts for another served language (6).
SURE = 0.5


def detect(text: str) -> str | None:
    """Return the code of ISO 639-1 of a text's language, or None where nothing decides.

    py3langid is only asked where script and words leave it open, so that the claimed languages are told the same way
    with and without it.
    """
    sample = text[:LONGEST]
    return _by_script(sample) or _by_model(sample)


def _by_script(sample: str) -> str | None:
    """Return the language that the script alone or with its little words tells, or None."""
    script = _script(sample)
    if script == "arabic":
        return "fa" if len(_NOT_ARABIC.findall(sample)) > len(sample) / 100 else "ar"
    if script in ("latin", "cyrillic"):
        return _by_words(sample, script)
    return {"han": "zh", "kana": "ja"}.get(script, script) if script else None


def _by_model(sample: str) -> str | None:
    """Return what py3langid is sure of, or None; None without it."""
    if find_spec("py3langid") is None or not any(map(str.isalpha, sample)):
        return None
    language, sure = _identifier().classify(" ".join(sample.split()))
    return code_of(language) if sure >= SURE else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _script(sample: str) -> str | None:
    """Return the script of most letters; Japanese is known by its kana, though most of its letters may be Chinese."""
    sizes = {name: sum(map(len, run.findall(sample))) for name, run in _RUNS.items()}
    best = max(sizes, key=sizes.__getitem__)
    if not sizes[best]:
        return None
    return "kana" if best == "han" and sizes["kana"] > sizes["han"] / 20 else best


def _by_words(sample: str, script: str) -> str | None:
    words = _WORD.findall(sample.lower())
    scores = _scores(words, script)
    ranked = sorted(scores, key=lambda language: (-scores[language], language))
    best, second = ranked[:2]
    known = sum(word in FUNCTION_WORDS[best] for word in words)
    decided = known >= FEWEST and scores[best] >= LEAST and scores[best] - scores[second] >= AHEAD
    return best if decided else None


def _scores(words: list[str], script: str) -> dict[str, float]:
    """Return for each language of a script the share of its own words, less that of letters that it does not have."""
    weights = _weights(script)
    found: defaultdict[str, float] = defaultdict(float)
    for word, count in sorted(Counter(words).items()):
        for language, weight in weights.get(word, ()):
            found[language] += weight * count
    letters = Counter("".join(words))
    total = max(1, sum(letters.values()))
    return {
        language: found[language] / max(1, len(words)) - FOREIGN * _foreign(letters, language) / total
        for language in FUNCTION_WORDS
        if (language in _CYRILLIC) == (script == "cyrillic")
    }


def _foreign(letters: Counter[str], language: str) -> int:
    own = _SHARED | frozenset(_LETTERS[language])
    return sum(count for letter, count in letters.items() if letter not in own)


@cache
def _weights(script: str) -> dict[str, tuple[tuple[str, float], ...]]:
    """Return for each little word of a script the languages that have it, each with the word's weight: fewer, more."""
    speakers: defaultdict[str, list[str]] = defaultdict(list)
    for language, listed in FUNCTION_WORDS.items():
        if (language in _CYRILLIC) == (script == "cyrillic"):
            for word in sorted(listed):
                speakers[word].append(language)
    return {word: tuple((language, len(of) ** -COMMON) for language in of) for word, of in speakers.items()}
