"""Find the quotations whose speaker is named in another sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model import Anaphor, Attribution, Note
from briefing.stages.refer import Names
from briefing.stages.split.context import NO_SPEAKER


def speakers(names: Names, attributions: Sequence[Attribution]) -> Iterator[tuple[int, Anaphor]]:
    """Yield each piece of a quotation of which somebody named elsewhere is known to be the speaker, by its sentence."""
    for said in attributions:
        if not said.direct or said.content is None or said.speaker is None or said.name is None:
            continue
        k = names.sentence_at(said.content.start)
        sentence = names.sentences[k]
        if said.source and sentence.start <= said.source.start and said.source.end <= sentence.end:
            continue  # the sentence itself says who; whether by a name is for the pronouns to judge
        note = Note(said.content, said.name, "speaker", said.speaker, names.sentence_at(said.name.start) + 1)
        given = (said.name, *([said.source] if said.source else []))
        yield k, Anaphor(said.content, note, given, (NO_SPEAKER,))
