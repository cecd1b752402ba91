"""Words by which a sentence adds itself to another ("also"): where they open it, it has taken the other in already."""

from __future__ import annotations

from functools import cache

from briefing.language.words import stems

_ADDING = {
    "en": "also too moreover furthermore", "de": "auch ebenfalls zudem außerdem", "fr": "aussi",
    "es": "también además asimismo", "ru": "также тоже", "uk": "також теж",
}  # fmt: skip


@cache
def adding_stems() -> frozenset[str]:
    """Return the stems of these words in all languages that have any."""
    return frozenset(stem for language, listed in _ADDING.items() for stem in stems(listed, language))
