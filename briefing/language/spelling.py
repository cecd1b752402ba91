"""How words are written, by language: the evidence that tells a broken word or sentence from an unusual one."""

from __future__ import annotations

from briefing.language.spelling_english import ENGLISH
from briefing.language.spelling_model import Spelling
from briefing.language.word_set import word_set

_GERMAN = Spelling(
    suspending=word_set("und oder bzw wie sowie statt als bis noch aber"),
    never_twice=word_set("und von mit dem den ein eine auf aus bei nach für wurde werden"),
    unfinished=word_set("der den dem des ein eine einen einem einer und oder dass weil sowie"),
    seldom_last=word_set("die das mit von für auf bei im am zum zur sich nicht als"),
)
_FRENCH = Spelling(
    letters=word_set("a à y ô"),
    suspending=word_set("et ou à ni de"),
    never_twice=word_set("le les du des et un une dans pour avec par sur est"),
    unfinished=word_set("le les du des un une et ou dans aux au de ses leurs cette ces"),
    seldom_last=word_set("la à en pour avec par sur que qui est sont a ont a été"),
)
_SPANISH = Spelling(
    letters=word_set("a e o u y"),
    suspending=word_set("y o e u ni"),
    never_twice=word_set("el los las del y en un una por para con de"),
    unfinished=word_set("el los las del al y o un de en sus"),
    seldom_last=word_set("la una a con por para que su se ha han es fue son sobre entre"),
)
_RUSSIAN = Spelling(
    letters=word_set("а в и к о с у я"),
    suspending=word_set("и или а но"),
    never_twice=word_set("и в на с по из для от"),
    unfinished=word_set("и в на с из от до или у к о об при"),
    seldom_last=word_set("по для за что как но а не его её их"),
)
_UKRAINIAN = Spelling(
    letters=word_set("а в є з і й о у я"),
    suspending=word_set("і й та або а але чи"),
    never_twice=word_set("і й в у на з та для від"),
    unfinished=word_set("і й в у на з із зі від до та або при"),
    seldom_last=word_set("по для за що як але а не його її їх"),
)

SPELLING: dict[str, Spelling] = {
    "en": ENGLISH,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
}
NO_SPELLING = Spelling()
