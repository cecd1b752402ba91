"""Why a sentence must not be printed."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Sentence
from briefing.stages.faults import LIMIT
from briefing.stages.split.fitness import unfit

CASES = tomllib.loads(Path(__file__).with_name("fitness.toml").read_text(encoding="utf-8"))["case"]


def _sentences(texts: list[str]) -> list[Sentence]:
    """One paragraph of these sentences, with a space between."""
    found, at = [], 0
    for position, text in enumerate(texts):
        found.append(Sentence(at, at + len(text), text, position=position))
        at += len(text) + 1
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_sentence_is_unfit_for_its_reason(case: dict[str, Any]) -> None:
    """A sentence that a reader would call broken is unfit, and only such a one."""
    reason = unfit(" ".join(case["text"]), _sentences(case["text"]), "en")[case.get("at", 0)]
    assert case["unfit"] in reason if case["unfit"] and reason else reason is None and not case["unfit"]


def test_an_extract_longer_than_the_bound_is_unfit() -> None:
    """A sentence over 1,000 characters is never printed and never trimmed."""
    text = "The list names " + "Ada Lind, " * 100 + "and others."
    assert len(text) > LIMIT
    assert "longer than 1,000" in (unfit(text, _sentences([text]), "en")[0] or "")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Minister sagte am Montag, die Brücke werde erst am 12. Juni wieder für den Verkehr geöffnet."),
        ("fr", "Le ministre a déclaré lundi que le pont resterait fermé jusqu’au mois de juin, a indiqué l’AFP."),
        ("es", "El ministro dijo el lunes que el puente seguirá cerrado hasta junio por razones de seguridad."),
        ("ru", "Министр заявил в понедельник, что мост останется закрытым до июня по соображениям безопасности."),
        ("uk", "Міністр заявив у понеділок, що міст залишатиметься закритим до червня з міркувань безпеки."),
        ("ja", "首相は月曜日、橋は六月まで閉鎖されると述べた。"),
        ("ar", "قال الوزير يوم الاثنين إن الجسر سيبقى مغلقا حتى شهر يونيو لأسباب أمنية."),
    ],
)
def test_news_in_other_languages_is_fit(language: str, text: str) -> None:
    """The marks and the script alone never condemn a plain sentence of another language."""
    assert unfit(text, _sentences([text]), language) == (None,)


def test_what_the_source_breaks_on_the_page_is_unfit(sentences_of: Callable[..., tuple[Sentence, ...]]) -> None:
    """Through the splitter too, both halves of a sentence that was torn at a hyphen are unfit."""
    text = "The raids hit Al- fighters. Shabab camps near the border. in the south were hit as well.\n\nThe army left."
    torn = [s for s in sentences_of(text) if s.paragraph == 0]
    assert torn
    assert all(s.unfit for s in torn)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), max_size=5), st.sampled_from(["en", "de", "zh", "xx"]))
def test_any_text_gets_a_judgement(texts: list[str], language: str) -> None:
    """Every sentence gets one judgement, the same each time, whatever its characters."""
    sentences = _sentences(texts)
    reasons = unfit(" ".join(texts), sentences, language)
    assert len(reasons) == len(sentences)
    assert reasons == unfit(" ".join(texts), sentences, language)
