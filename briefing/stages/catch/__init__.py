"""Say of each theme what it caught of a pile, on what evidence, which words it might be given, and what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.model import Pile, Theme
from briefing.model.proof import Caught
from briefing.stages.catch.propose import propose, spelling, term_stems
from briefing.stages.catch.tally import Tally, add, tally, total
from briefing.stages.theme.learn import odds
from briefing.stages.theme.teach import names
from briefing.stages.theme.units import Unit

__all__ = ["Tally", "add", "catch", "tally", "total"]

# A theme that holds more of a pile's sentences than this tells nothing apart; fewer articles prove nothing.
EVERYTHING, FEW_ARTICLES = 0.9, 3
# Two themes are one from this share of the sentences that name the smaller of them on; fewer sentences prove nothing.
MOST, FEW_SENTENCES = 0.5, 4
# Learnt words that are worth naming: from this weight in nats and so many paragraphs on, the strongest.
TELLING, PARAGRAPHS, SHOWN = 0.1, 2, 8


def catch(found: Tally, pile: Pile, themes: Sequence[Theme]) -> tuple[Caught, ...]:
    """Return what each theme caught, in the order of the themes."""
    proposed = propose(found, themes)
    return tuple(_caught(theme, found, pile, themes, proposed.get(theme.name, ())) for theme in themes)


def _caught(
    theme: Theme, found: Tally, pile: Pile, themes: Sequence[Theme], proposed: tuple[tuple[str, int, int], ...]
) -> Caught:
    sizes = found.sizes.get(theme.name, Counter())
    counted, held = found.terms.get(theme.name, Counter()), found.held.get(theme.name, Counter())
    listed = dict.fromkeys((*theme.terms, *(t for _, terms in theme.terms_by_language for t in terms)))
    return Caught(
        theme=theme.name,
        articles=sizes["articles"],
        passages=sizes["passages"],
        sentences=sizes["sentences"],
        words=sizes["words"],
        terms=tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0]))),
        unfound=tuple(term for term in listed if term not in held),
        learnt=_learnt(theme, found, pile, themes),
        proposed=proposed,
        warnings=tuple(_warnings(theme.name, found, pile, themes)),
    )


def _learnt(theme: Theme, found: Tally, pile: Pile, themes: Sequence[Theme]) -> tuple[tuple[str, float, int, int], ...]:
    """The words that speak most for a theme by the company they keep, and in how many of its paragraphs they stand."""
    states, anywhere = names(themes), Unit(0, 0, (), ())
    at = states.index(theme.name)
    own, given = pile.company.get(theme.name, {}), term_stems(theme)
    weights = {term: odds(term, anywhere, None, pile, states)[at] for term in sorted(own) if term not in given}
    telling = sorted(
        (-weight, -own[term], term)
        for term, weight in weights.items()
        if weight >= TELLING and own[term] >= PARAGRAPHS and (term,) in found.written
    )
    return tuple(
        (spelling(found, (term,)), -weight, own[term], sum(of.get(term, 0) for of in pile.company.values()))
        for weight, _, term in telling[:SHOWN]
    )


def _warnings(name: str, found: Tally, pile: Pile, themes: Sequence[Theme]) -> Iterator[str]:
    sizes = found.sizes.get(name, Counter())
    if not pile.documents:
        return
    if not sizes["sentences"]:
        named = found.both[name, name]
        yield "it catches nothing: no passage of any article is about it" + (
            f" ({named} sentences name it)" if named else ""
        )
    whole = sum(of["sentences"] for of in found.sizes.values())
    if pile.documents >= FEW_ARTICLES and sizes["sentences"] > EVERYTHING * whole:
        share = f"{sizes['sentences']} of {whole} sentences"
        yield f"it catches everything ({share}): its terms tell nothing of this pile apart"
    for other in themes:
        pair = (name, other.name) if (name, other.name) in found.both else (other.name, name)
        shared = found.both[pair]
        smaller = min(found.both[name, name], found.both[other.name, other.name])
        if other.name != name and shared >= FEW_SENTENCES and shared >= MOST * smaller:
            yield f"it shares most of what names it with {other.name}: {shared} of {smaller} sentences name both"
