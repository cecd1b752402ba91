"""Everything that merges: the result is the same however the work was split."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction
from functools import reduce

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from briefing.model import (
    NO_REST,
    Article,
    Candidates,
    Dated,
    Extract,
    Figure,
    Listing,
    Location,
    Problem,
    Quantity,
    Register,
    Span,
    Texts,
)
from briefing.stages.carry import NAMED, carry, pool
from briefing.stages.merge import FIGURES, KEPT, foremost, merge, top
from briefing.stages.register import enlarge, enlist, entry, fault, join, register, several
from briefing.stages.tally import including, tally

FEW = settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
WORDS = ("dam", "broke", "mayor", "said", "wall")


@st.composite
def extracts(draw: st.DrawFn) -> Extract:
    """An extract from a small world, in which fingerprints and scores often meet; its place decides what it says."""
    article, start = draw(st.sampled_from("abcd")), draw(st.integers(0, 5))
    seed = 7 * ord(article) + 3 * start
    return Extract(
        article=article,
        start=start,
        end=start + 5,
        text="words",
        core=Span(start, start + 5),
        core_words=(WORDS[seed % 5], WORDS[start % 2]),
        terms=(),
        score=(seed % 3) / 2,
        unfit="broken" if seed % 4 == 0 else None,
    )


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """A figure from a small world; its place decides what it says."""
    article, start = draw(st.sampled_from("abcd")), draw(st.integers(0, 5))
    value = Fraction(10 + start)
    return Figure(article, Quantity(start, start + 2, value, value, thing="boat"), "10", "boats", Span(0, 9), 1)


@st.composite
def candidates(draw: st.DrawFn) -> Candidates:
    """What a part of a pile offers: as `gather` makes it, top extracts by theme and for each article."""
    found = draw(st.lists(extracts(), max_size=6))
    by_theme = {theme: top(found[k::2]) for k, theme in enumerate(("", "The dam")) if found[k::2]}
    counted = foremost(draw(st.lists(figures(), max_size=4)))
    parts = [
        Candidates(
            listings={e.article: Listing(e.article, e.article.upper(), Dated())},
            firsts=(e,),
            resorts={"The dam": e} if e.unfit else {},
            pinned={e.start % 2: e},
            heeded=frozenset({("pin", e.article)}),
        )
        for e in found
    ]
    return reduce(merge, parts, Candidates(best=by_theme, figures={"The dam": counted} if counted else {}))


@FEW
@given(candidates(), candidates(), candidates())
def test_candidates_add_up(a, b, c):
    """Associative, commutative, neutral for nothing, and the same again when merged with itself."""
    assert merge(merge(a, b), c) == merge(a, merge(b, c))
    assert merge(a, b) == merge(b, a)
    assert merge(a, Candidates()) == merge(Candidates(), a) == a
    assert merge(a, a) == a


def articles() -> st.SearchStrategy[Article | Problem]:
    """Articles and problems from a small world, some of them unusable."""
    texts = st.sampled_from(("The dam broke.", "A wall held.", "", " \n", "a\0b", "\ud800"))
    places = st.builds(Location, st.sampled_from(("/a.txt", "/b.jsonl", "")), st.integers(0, 2))
    given_ = st.builds(
        Article, texts, title=st.none() | st.just("T"), date=st.none() | st.just(date(2026, 1, 2)), location=places
    )
    return given_ | st.builds(Problem, st.sampled_from("xy"), st.just("empty"))


@FEW
@given(*[st.lists(articles(), max_size=5)] * 3)
def test_registers_add_up(a, b, c):
    """The register of a pile is the sum of its parts', in any order and grouping."""
    one, two, three = map(register, (a, b, c))
    assert enlarge(enlarge(one, two), three) == enlarge(one, enlarge(two, three)) == register([*c, *b, *a])
    assert enlarge(one, two) == enlarge(two, one)
    assert enlarge(one, Register()) == enlarge(Register(), one) == one


@FEW
@given(*[st.lists(articles(), max_size=5)] * 3)
def test_texts_add_up_and_tell_which_stand_at_several_places(a, b, c):
    """Also where two parts of one shard meet; whatever has two places in the register is among these."""
    one, two, three = enlist(a, 1), enlist(b, 2), enlist(c, 1)
    whole = join(join(one, two), three)
    assert whole == join(one, join(two, three)) == join(join(three, two), one)
    assert join(one, Texts()) == join(Texts(), one) == one
    known = enlarge(enlarge(register(a, 1), register(b, 2)), register(c, 1))
    assert {sha for own in whole.own.values() for sha in own} == set(known.articles)
    assert whole.problems == known.problems
    again = several(whole)
    assert {sha for sha, places in known.articles.items() if len(places) > 1} <= {*again} <= set(known.articles)
    assert all(
        sum(x.sha256 == sha for x in (*a, *b, *c) if isinstance(x, Article) and not fault(x)) > 1 for sha in again
    )


@FEW
@given(st.lists(articles(), max_size=8))
def test_a_register_enters_each_text_once_and_loses_nothing(found):
    """What can be used is entered with every place, least first; everything else is a problem."""
    known = register(found)
    usable = [a for a in found if isinstance(a, Article) and fault(a) is None]
    assert set(known.articles) == {a.sha256 for a in usable}
    for sha, places in known.articles.items():
        assert list(places) == sorted(places)
        assert set(places) == {entry(a, 0) for a in usable if a.sha256 == sha}
    assert list(known.problems) == sorted(set(known.problems))
    assert bool(known.problems) == (len(usable) < len(found))


@FEW
@given(*[st.lists(extracts(), max_size=6)] * 3)
def test_carriers_add_up(a, b, c):
    """Who carries a statement does not depend on who was asked first."""
    one, two, three = (carry(found, {"dam dam", "dam broke", "mayor dam", "said broke"}) for found in (a, b, c))
    assert pool(pool(one, two), three) == pool(one, pool(two, three))
    assert pool(one, two) == pool(two, one)
    assert pool(one, {}) == pool({}, one) == one


def test_a_cut_to_the_best_is_exact():
    """Cut in parts or at once, the same are left: a maximum survives any grouping."""
    many = [_extract(f"{k:04}", score=(k * 7919 % 1000) / 1000) for k in range(3 * KEPT)]
    whole = top(many)
    parts = top([*top(many[::3]), *top(many[1::3]), *top(many[2::3])])
    assert len(whole) == KEPT
    assert parts == whole
    assert min(e.score for e in whole) >= max(e.score for e in many if e not in whole)


def test_figures_are_cut_exactly():
    """Those that stand first in their articles stay, cut in parts or at once."""
    many = [_figure(f"{k % 7}", sentence=k * 7919 % 1000) for k in range(3 * FIGURES)]
    whole = foremost(many)
    assert len(whole) == FIGURES
    assert foremost([*foremost(many[::3]), *foremost(many[1::3]), *foremost(many[2::3])]) == whole
    assert max(f.sentence for f in whole) <= min(f.sentence for f in set(many) - set(whole))


def test_of_equal_fingerprints_the_best_wording_stays():
    """One statement takes one place."""
    one, other = _extract("same", score=0.1, article="a"), _extract("same", score=0.9, article="b")
    assert top([one, other]) == (other,)


def test_only_statements_asked_for_are_carried_and_only_fit_ones():
    """An unfit wording is no witness, and an article is named once for a statement."""
    fit, again, unfit = _extract("x", start=1), _extract("x", start=9), _extract("y", unfit="broken")
    assert carry([fit, again, unfit], {"x", "y"}) == {"x": (fit,)}
    assert carry([fit], ()) == {}


def test_carriers_are_cut_exactly():
    """More than a score of sources after one sentence is not read; which stay does not depend on the grouping."""
    many = [carry([_extract("x", article=f"{k:03}", score=k % 7)], {"x"}) for k in range(3 * NAMED)]
    one, other = reduce(pool, many, {}), reduce(pool, reversed(many), {})
    assert one == other
    assert len(one["x"]) == NAMED
    assert Counter(e.score for e in one["x"])[6] > 0


def _extract(fingerprint: str, *, score=0.5, article="a", start=0, unfit=None) -> Extract:
    return Extract(article, start, start + 5, "words", Span(start, start + 5), (fingerprint,), (), score, unfit=unfit)


def _figure(article: str, *, sentence: int) -> Figure:
    return Figure(article, Quantity(sentence, sentence + 1, Fraction(12), Fraction(12)), "12", "", Span(0, 1), sentence)


def _many(number: int) -> Candidates:
    """The candidates of one of many articles: one in four holds something fit to print, one in nine is not used."""
    article = f"{number:064x}"
    themes = ("The dam",) if number % 3 else ()
    dated = Dated(date(2026, 1, 1 + number % 5)) if number % 7 else Dated()
    listing = Listing(article, None, dated, themes=themes, fit=number % 4 == 0, outside=number % 9 == 0)
    found = Extract(article, 0, 5, "words", Span(0, 5), (f"w{number}",), (), score=number / 1000)
    best = {"": (found,)} if listing.fit and not listing.outside else {}
    return Candidates({article: listing}, best, firsts=best.get("", ()))


@FEW
@given(st.permutations(range(160)), st.integers(1, 159))
def test_articles_that_a_page_cannot_name_are_counted_the_same_however_they_meet(order, cut):
    """Those with a candidate stay listed; what is counted adds up to the day, and can be taken out of the sum again."""
    one, other = (reduce(merge, map(_many, part), Candidates()) for part in (order[:cut], order[cut:]))
    whole = merge(one, other)
    assert whole == reduce(merge, map(_many, range(160)), Candidates())
    named = {e.article for e in whole.best[""]}
    assert whole.listings.keys() == named
    assert len(whole.rest) == 160 - len(named)
    assert sum(whole.rest.days.values()) == len(whole.rest.used)
    others = {sha: _many(int(sha, 16)).listings[sha] for sha in (*whole.rest.used, *whole.rest.unused)}
    assert including(whole, others).rest == NO_REST
    assert tally(others.values()) == whole.rest


def test_of_a_hundred_articles_each_is_listed():
    """A page has room to list so many that it does not name: of them nothing is lost in a sum."""
    few = reduce(merge, map(_many, range(100)), Candidates())
    assert (len(few.listings), few.rest) == (100, NO_REST)
