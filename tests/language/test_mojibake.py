"""Text in the wrong encoding: what is told, and what is left alone."""

from __future__ import annotations

import subprocess
import sys

import pytest

from briefing.language.mojibake import is_mojibake

SOUND = {
    "de": "»Ägypten bleibt dabei«, sagte Jörg Übel: „Öl für 5 €“ – 25 °C, ‚Straße‘ und §§ 5, 6 GmbHG.",
    "fr": "« À bientôt ! » a dit Loïc à Noël : l’œuvre d’Éric, un cœur, où ça coûte 5 € – « Ça ? », créée à l’Élysée…",
    "es": "¿Quién? ¡Él! «Ándale», dijo el señor Núñez: 5 º piso, 3.ª vez, 20 °C, la “Óscar” y el güisqui a 5 €.",
    "ru": "«Ёлки! — сказал он. — №5», „РСФСР“ и СССР: 5 °C, подъезд, С‑400, В. В. Рёрих, 3½ руб…",
    "uk": "«Її Єва, — сказав він, — ґанок №5», об’єкт, ПРИСТРІЙ, РІСІВ, Їжак і СРСР: 5 °C… локалiзацiя",
    "sv": "”Åsa kom hem”, sade Örjan: ”Är det så?”",
    "pt": "SÃO PAULO não é Água: “Além” custa R$ 5, ÓRGÃO e AÇÃO.",
    "pl": "Łódź, Święto, „Źdźbło” i Żółw – ŚWIĘTA.",
    "tr": "İstanbul’da “Şişli” ve ÇÖP – Iğdır.",
    "et": "jäääär ja töööö",
    "el": "«Ώρα» – Ελλάδα, 5 €.",
    "en": "The café’s naïve owner – “Zoë” – paid £5½m at 20°C for an X™ and a 5′ sign… ©2020, says Ångström.",
}
MISREAD = (
    ("utf-8", "cp1252"), ("utf-8", "latin-1"), ("cp1252", "utf-8"), ("utf-8", "mac-roman"), ("utf-8", "cp1251"),
)  # fmt: skip
WESTERN = [
    "The café’s owner said “no”.",
    "Der Müller grüßt die Käufer.",
    "La société a été créée.",
    "El señor llegó mañana.",
]
CYRILLIC = ["Министр заявил, что мост закрыт.", "Міністр заявив, що міст закрито."]


@pytest.mark.parametrize("language", SOUND)
def test_sound_text_is_left_alone(language: str) -> None:
    """No letter, mark or sign of a language counts as broken."""
    assert not is_mojibake(SOUND[language])


@pytest.mark.parametrize(("written", "read"), MISREAD)
@pytest.mark.parametrize("text", WESTERN)
def test_text_read_in_a_wrong_encoding_is_told(text: str, written: str, read: str) -> None:
    """Western text that was misread in one of the common ways is told from sound text."""
    assert is_mojibake(text.encode(written).decode(read, "replace"))


@pytest.mark.parametrize(("written", "read"), [*MISREAD[:2], *MISREAD[3:], ("cp1251", "latin-1"), ("koi8-r", "cp1251")])
@pytest.mark.parametrize("text", CYRILLIC[:1])
def test_cyrillic_read_in_a_wrong_encoding_is_told(text: str, written: str, read: str) -> None:
    """So is Cyrillic, which is misread in other ways."""
    assert is_mojibake(text.encode(written).decode(read, "replace"))


@pytest.mark.parametrize("text", ["It don?t matter.", "A ca\ufffd was closed.", "It\x07rang.", "A \x9cword\x9d."])
def test_lost_characters_are_told(text: str) -> None:
    """A character that is gone, or a control in its place, breaks a text."""
    assert is_mojibake(text)


def test_plain_news_does_not_load_the_library() -> None:
    """News in typographic English, German and Russian starts as fast as ever."""
    code = (
        "import sys; from briefing.language.mojibake import is_mojibake as m; "
        "[m(t) for t in ('“It’s shut – for now…”', '„Köln grüßt“, sagte er.', '«Мост закрыт», — сказал он.')]; "
        "sys.exit('ftfy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
