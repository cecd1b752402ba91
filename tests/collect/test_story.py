"""What is collected: everything new, once, and never lost."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from briefing.collect.given import Window, given, told
from briefing.fetchers.answers import Answer, Failure
from briefing.model import Article, Location, Problem
from briefing.records.articles import kept
from briefing.records.state import opened
from tests.collect.conftest import FEED, LONG, NOW, Desk, entry, feed, page

DOWN = Failure("did not answer within 30 seconds", is_temporary=True)
DAY = timedelta(days=1)
BREAKS_OFF = "the feed breaks off; what its last entry lacks is sought on its page"
ALL = Window()


def articles(desk: Desk, window: Window = ALL, name: str = FEED) -> list[Article]:
    """The articles that were collected, by title."""
    items = [item for shard in given(desk.folder, name, window).shards() for item in shard.read()]
    return sorted((item for item in items if isinstance(item, Article)), key=lambda a: a.title or "")


def problems(desk: Desk, window: Window = ALL, name: str = FEED) -> list[Problem]:
    """The problems that go with them."""
    items = [item for shard in given(desk.folder, name, window).shards() for item in shard.read()]
    return [item for item in items if isinstance(item, Problem)]


def test_a_feed_with_full_texts_is_kept_as_it_stands(desk):
    """With what it states: title, time, address, and the feed's own name as the publication."""
    desk.web.answers[FEED] = feed(entry("one", LONG + "Second."), entry("two", "Ships wait outside. " * 40))
    (polled,) = desk.collect()
    assert (polled.new, polled.waiting, polled.passed, polled.what) == (2, 0, 0, "")
    one, _ = articles(desk)
    assert one.text.strip().endswith("Second.")
    assert (one.title, one.source, one.url) == ("Story one", "Harbour Courier", "https://harbour.example/one")
    assert one.at == NOW - timedelta(hours=1)
    assert one.location == Location("https://harbour.example/one")
    assert desk.web.addresses == [FEED]


def test_what_was_collected_stays_when_the_feed_forgets_it(desk):
    """A feed lists its last entries only: what was there at noon is in the next morning's edition."""
    desk.web.answers[FEED] = feed(entry("one"))
    desk.collect()
    desk.web.answers[FEED] = feed(entry("two", LONG + "Two."))
    desk.collect(now=NOW + timedelta(hours=5))
    assert [article.title for article in articles(desk)] == ["Story one", "Story two"]


def test_unchanged_is_asked_with_what_the_last_answer_said(desk):
    """And leaves all as it is."""
    desk.web.answers[FEED] = Answer(FEED, feed(entry("one")), etag='"7"', modified="Fri, 20 Nov 2026 06:00:00 GMT")
    desk.collect()
    desk.web.answers[FEED] = Answer(FEED, is_unchanged=True)
    (polled,) = desk.collect()
    assert [(ask.etag, ask.modified) for ask in desk.web.asked] == [("", ""), ('"7"', "Fri, 20 Nov 2026 06:00:00 GMT")]
    assert (polled.new, polled.updated) == (0, 0)
    assert len(articles(desk)) == 1


def test_a_run_that_ends_midway_loses_nothing(desk):
    """The feed's ETag is committed with its entries: else "unchanged" would hide what was never stored."""
    desk.web.answers[FEED] = Answer(FEED, feed(entry("one", "", summary="Cracks.")), etag='"7"')
    desk.web.answers["https://harbour.example/one"] = page(LONG)

    def pulled(asks):
        for ask in asks:
            if ask.address != FEED:
                raise KeyboardInterrupt
            yield from desk.web([ask])

    broken = Desk(desk.folder)
    broken.web = pulled
    with pytest.raises(KeyboardInterrupt):
        broken.collect()
    desk.web.asked.clear()
    (polled,) = desk.collect()
    assert [ask.etag for ask in desk.web.asked] == ["", ""]
    assert polled.new == 1


def test_a_new_feed_does_not_flood(desk):
    """What is older than the backlog is passed over, and stays so; what comes later is taken whatever its number."""
    old = [entry(f"old{k}", at=NOW - timedelta(days=30 + k)) for k in range(40)]
    desk.web.answers[FEED] = feed(entry("new"), *old)
    (polled,) = desk.collect()
    assert (polled.new, polled.passed) == (1, 40)
    later = NOW + timedelta(days=9)
    many = [entry(f"later{k}", f"{LONG} {k}", at=NOW + timedelta(hours=k)) for k in range(60)]
    desk.web.answers[FEED] = feed(entry("new"), *many, *old)
    (polled,) = desk.collect(now=later)
    assert (polled.new, polled.passed) == (60, 0)


def test_a_window_fetches_what_was_passed_over(desk):
    """The user asks for these days."""
    desk.web.answers[FEED] = feed(entry("new"), entry("old", LONG + "Old.", at=NOW - timedelta(days=9)))
    desk.collect()
    (polled,) = desk.collect(first=date(2026, 11, 1))
    assert polled.new == 1
    assert [article.title for article in articles(desk)] == ["Story new", "Story old"]


def test_of_entries_without_a_date_a_new_feed_gives_the_first_ten(desk):
    """Nothing tells how old they are; later ones are new."""
    desk.web.answers[FEED] = feed(*(entry(f"{k:02}", f"{LONG} {k}", at=None) for k in range(15)))
    (polled,) = desk.collect()
    assert (polled.new, polled.passed) == (10, 5)
    desk.web.answers[FEED] = feed(*(entry(f"{k:02}", f"{LONG} {k}", at=None) for k in range(20)))
    (polled,) = desk.collect()
    assert (polled.new, polled.passed) == (5, 0)
    assert all(article.date is None for article in articles(desk))


def test_a_summary_sends_to_the_page(desk):
    """Whose text is used, under the feed's title and the page's address."""
    desk.web.answers[FEED] = feed(entry("one", "", summary="Cracks."))
    desk.web.answers["https://harbour.example/one"] = page(LONG, date="2026-11-20T06:00:00+00:00")
    desk.collect()
    (article,) = articles(desk)
    assert "northern quay" in article.text
    assert "Home" not in article.text
    assert article.title == "Story one"
    assert problems(desk) == []


def test_a_page_that_cannot_be_read_now_is_asked_for_again(desk):
    """Meanwhile the summary stands in, and it is told; once there, the page takes its place."""
    desk.web.answers[FEED] = feed(entry("one", "", summary="Cracks were found in the wall of the quay."))
    desk.web.answers["https://harbour.example/one"] = DOWN
    (polled,) = desk.collect()
    assert (polled.new, polled.waiting) == (1, 1)
    assert [article.text for article in articles(desk)] == ["Cracks were found in the wall of the quay."]
    assert problems(desk) == [Problem("https://harbour.example/one", "did not answer within 30 seconds")]
    desk.web.answers[FEED] = Answer(FEED, is_unchanged=True)
    desk.web.answers["https://harbour.example/one"] = page(LONG)
    (polled,) = desk.collect()
    assert (polled.updated, polled.waiting) == (1, 0)
    assert [("northern quay" in article.text) for article in articles(desk)] == [True]
    assert problems(desk) == []


def test_a_page_is_not_asked_for_for_ever(desk):
    """After five runs the summary has to do, and is said to be all there is."""
    desk.web.answers[FEED] = feed(entry("one", "", summary="Cracks were found in the wall of the quay."))
    desk.web.answers["https://harbour.example/one"] = DOWN
    for hours in range(9):
        desk.collect(now=NOW + timedelta(hours=hours))
    assert desk.web.addresses.count("https://harbour.example/one") == 5
    (problem,) = problems(desk)
    assert problem.what.startswith("its page could not be read, and only what the feed says of it is used")


def test_an_entry_without_any_text_is_told_and_not_invented(desk):
    """There is a problem and no article."""
    desk.web.answers[FEED] = feed(entry("one", ""))
    desk.collect()
    assert articles(desk) == []
    (problem,) = problems(desk)
    assert problem.what == "its page could not be read, and the feed has no text of it: is not there (404)"


def test_a_text_that_changes_is_another_version_and_the_first_can_still_be_proved(desk):
    """A page of yesterday cites what stood there yesterday."""
    desk.web.answers[FEED] = feed(entry("one", LONG + "Nobody was hurt."))
    desk.collect()
    (before,) = articles(desk)
    desk.web.answers[FEED] = feed(entry("one", LONG + "One man was hurt."))
    (polled,) = desk.collect()
    assert (polled.new, polled.updated) == (0, 1)
    (after,) = articles(desk)
    assert after.sha256 != before.sha256
    assert kept(desk.folder, before.sha256, before.location) == before


def test_a_feed_that_changes_its_ids_gives_nothing_twice(desk):
    """The address is known."""
    desk.web.answers[FEED] = feed(entry("one", link="https://harbour.example/a"))
    desk.collect()
    desk.web.answers[FEED] = feed(entry("number-one", link="https://harbour.example/a"))
    (polled,) = desk.collect()
    assert (polled.new, polled.updated) == (0, 0)
    assert len(articles(desk)) == 1


def test_a_feed_that_is_down_is_a_problem_and_after_three_days_in_words(desk):
    """From then on the words stay the same, so that they are told once; the first answer ends it."""
    desk.web.answers[FEED] = DOWN
    said = []
    for days in range(5):
        desk.collect(now=NOW + days * DAY)
        desk.collect(now=NOW + days * DAY + timedelta(hours=3))
        (problem,) = problems(desk)
        said.append(problem.what)
    assert said[:2] == ["did not answer within 30 seconds"] * 2
    in_words = "has failed on three days in a row and more, since 20 November 2026: did not answer within 30 seconds"
    assert said[2:] == [in_words] * 3
    assert in_words in [problem.what for problem in told(desk.folder, FEED)]
    desk.web.answers[FEED] = feed(entry("one"))
    desk.collect(now=NOW + 5 * DAY)
    assert problems(desk) == []


def test_what_was_collected_before_stays_while_a_feed_is_down(desk):
    """Nothing is lost."""
    desk.web.answers[FEED] = feed(entry("one"))
    desk.collect()
    desk.web.answers[FEED] = DOWN
    (polled,) = desk.collect()
    assert polled.what == "did not answer within 30 seconds"
    assert len(articles(desk)) == 1
    assert len(problems(desk)) == 1


def test_a_feed_that_moved_for_good_is_asked_where_it_is(desk):
    """And known under the name that the user gave."""
    moved = "https://harbour.example/new.xml"
    desk.web.answers[FEED] = Answer(moved, feed(entry("one")), permanent=moved)
    desk.collect()
    desk.web.answers = {moved: feed(entry("two", LONG + "Two."))}
    (polled,) = desk.collect()
    assert desk.web.addresses == [FEED, moved]
    assert (polled.address, polled.new) == (FEED, 1)


@pytest.mark.parametrize(
    ("failure", "asked_after"),
    [
        (replace(DOWN, not_before=NOW + timedelta(hours=2)), timedelta(hours=3)),
        (Failure("is gone for good (410)", "take it out of the sources", is_gone=True), timedelta(days=8)),
    ],
)
def test_who_wants_to_be_left_alone_is(desk, failure, asked_after):
    """Retry-After is kept, and what is gone is left alone for a week; the problem stays meanwhile."""
    desk.web.answers[FEED] = failure
    desk.collect()
    (polled,) = desk.collect(now=NOW + timedelta(hours=1))
    assert desk.web.addresses == [FEED]
    assert polled.what == failure.what
    assert len(problems(desk)) == 1
    desk.collect(now=NOW + asked_after)
    assert desk.web.addresses == [FEED]


def test_where_feed_and_page_differ_the_page_counts_and_it_is_told(desk):
    """A feed's date may be that of a change."""
    desk.web.answers[FEED] = feed(entry("one", ""))
    desk.web.answers["https://harbour.example/one"] = page(LONG, date="2026-11-11T08:00:00+00:00")
    desk.collect()
    (article,) = articles(desk)
    assert article.date == date(2026, 11, 11)
    (problem,) = problems(desk)
    assert problem.what == "its feed says 20 November 2026, its page 11 November 2026; the day of the page is taken"


def test_a_list_of_feeds_is_all_of_them(desk):
    """Those that a list on the network names may not lead to private places on its account."""
    other = "http://127.0.0.1:9/feed.xml"
    name = "https://harbour.example/feeds.opml"
    outlines = (
        f'<outline type="rss" xmlUrl="{FEED}"/><outline text="x"><outline type="rss" xmlUrl="{other}"/></outline>'
    )
    desk.web.answers[name] = f'<?xml version="1.0"?><opml version="2.0"><body>{outlines}</body></opml>'.encode()
    desk.web.answers[FEED] = feed(entry("one"))
    polled = desk.collect(name)
    assert {one.address for one in polled} == {name, FEED, other}
    assert {ask.address: ask.named for ask in desk.web.asked}[other] == {"harbour.example"}
    assert [article.title for article in articles(desk, name=name)] == ["Story one"]
    assert [problem.where for problem in problems(desk, name=name)] == [other]


def test_a_page_named_as_a_source_is_one_article(desk):
    """Asked again by each run: what it says then is an update."""
    name = "https://harbour.example/story"
    desk.web.answers[name] = page(LONG, title="Cracks in the quay")
    (polled,) = desk.collect(name)
    assert polled.new == 1
    (before,) = articles(desk, name=name)
    assert before.title == "Cracks in the quay"
    desk.collect(name)
    desk.web.answers[name] = page(LONG + "\n\nThe quay is open again, the harbour master said on Sunday.")
    (polled,) = desk.collect(name)
    assert polled.updated == 1
    (after,) = articles(desk, name=name)
    assert "open again" in after.text


def test_a_page_without_an_article_is_a_problem(desk):
    """Which says what it offers."""
    name = "https://harbour.example/"
    offered = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
    desk.web.answers[name] = f"<!doctype html><html><head>{offered}</head><body></body></html>".encode()
    (polled,) = desk.collect(name)
    assert polled.what
    (problem,) = problems(desk, name=name)
    assert FEED in problem.remedy


def test_a_feed_that_became_a_web_page_keeps_what_it_gave(desk):
    """The page is not taken for an article."""
    desk.web.answers[FEED] = feed(entry("one"))
    desk.collect()
    desk.web.answers[FEED] = page("We have moved. " * 30)
    (polled,) = desk.collect()
    assert polled.what == "is no feed any more, but html"
    assert [article.title for article in articles(desk)] == ["Story one"]


def test_a_live_blog_is_asked_again_and_again(desk):
    """Each update is an article; a later one is new, the others are known."""
    name = "https://harbour.example/live"

    def blog(*updates: str) -> bytes:
        posts = ",".join(
            f'{{"@type":"BlogPosting","headline":"Update {k}","articleBody":"{text}"}}'
            for k, text in enumerate(updates, 1)
        )
        data = f'{{"@context":"https://schema.org","@type":"LiveBlogPosting","liveBlogUpdate":[{posts}]}}'
        return (
            f'<html><head><title>Live</title><script type="application/ld+json">{data}</script></head></html>'.encode()
        )

    desk.web.answers[name] = blog("The quay was closed.", "Ships were sent away.")
    (polled,) = desk.collect(name)
    assert polled.new == 2
    desk.web.answers[name] = blog("The quay was closed.", "Ships were sent away.", "The quay is open again.")
    (polled,) = desk.collect(name)
    assert (polled.new, polled.updated, polled.what) == (1, 0, "")
    assert [article.title for article in articles(desk, name=name)] == ["Update 1", "Update 2", "Update 3"]
    assert [article.location.row for article in articles(desk, name=name)] == [1, 2, 3]


def test_what_could_not_be_used_of_a_feed_is_told_while_it_stands(desk):
    """It is no failure: the rest was used."""
    bad = entry("two", LONG + "Two.").replace("Fri, 20 Nov 2026", "sometime in autumn")
    desk.web.answers[FEED] = feed(entry("one"), bad)
    (polled,) = desk.collect()
    assert (polled.new, polled.what) == (2, "")
    assert len(problems(desk)) == 1
    desk.web.answers[FEED] = Answer(FEED, is_unchanged=True)
    desk.collect()
    assert len(problems(desk)) == 1
    desk.web.answers[FEED] = feed(entry("one"))
    desk.collect()
    assert problems(desk) == []


def test_windows(desk):
    """By the day that an article states, else by when it was collected, give or take a day."""
    desk.web.answers[FEED] = feed(entry("a"), entry("b", LONG + "B.", at=NOW - DAY), entry("c", LONG + "C.", at=None))
    desk.collect()
    first, *_ = articles(desk)

    def titles(window: Window) -> list[str]:
        return [(article.title or "")[-1] for article in articles(desk, window)]

    assert titles(Window(first=date(2026, 11, 20))) == ["a", "c"]
    assert titles(Window(last=date(2026, 11, 19))) == ["b", "c"]
    assert titles(Window(last=date(2026, 11, 18))) == []
    assert titles(Window(without=frozenset({first.sha256}))) == ["b", "c"]


def test_what_came_to_nothing_is_told_until_an_edition_has_told_it(desk):
    """A page that is gone would else stand on every page for ever."""
    desk.web.answers[FEED] = feed(entry("one", ""))
    desk.collect()
    assert [problem.where for problem in problems(desk)] == ["https://harbour.example/one"]
    assert [problem.where for problem in problems(desk, Window(told=NOW.date()))] == ["https://harbour.example/one"]
    assert problems(desk, Window(told=NOW.date() + DAY)) == []


def test_a_page_that_is_waited_for_is_told_until_it_came(desk):
    """However many editions pass."""
    desk.web.answers[FEED] = feed(entry("one", ""))
    desk.web.answers["https://harbour.example/one"] = DOWN
    desk.collect()
    assert [problem.what for problem in problems(desk, Window(told=NOW.date() + DAY))] == [DOWN.what]


def test_an_entry_with_neither_text_nor_link_is_told(desk):
    """Nothing is lost silently."""
    entries = "<item><title>Only a title</title><guid isPermaLink='false'>one</guid></item>"
    desk.web.answers[FEED] = feed(entries)
    desk.collect()
    assert [str(problem) for problem in problems(desk)] == [f"{FEED}: an entry has neither text nor link: Only a title"]


def test_what_no_edition_had_yet_outlives_pruning(desk):
    """And what goes stays known by its key: it does not come a second time."""
    desk.web.answers[FEED] = feed(entry("one"))
    desk.collect()
    later = NOW + timedelta(days=100)
    desk.web.answers[FEED] = feed(entry("one"), entry("two", LONG + "Two.", at=later))
    desk.collect(now=later)
    with opened(desk.folder) as records:
        plan = records.pruning("harbour", (later - DAY).date())
        records.prune(plan)
    assert [article.title for article in articles(desk)] == ["Story two"]
    (polled,) = desk.collect(now=later)
    assert (polled.new, polled.updated) == (0, 0)


def test_what_was_never_collected_says_so(desk):
    """Instead of an empty page without a reason."""
    (problem,) = problems(desk)
    assert problem == Problem(FEED, "nothing was collected from it yet", "run briefing fetch")


def test_moments_come_back_as_they_were(desk):
    """A channel is read back from the state as it was written."""
    desk.web.answers[FEED] = replace(DOWN, not_before=datetime.fromisoformat("2026-11-20T09:30:00+01:00"))
    desk.collect()
    with opened(desk.folder) as records:
        channel = records.channel(FEED)
    assert channel is not None
    assert channel.not_before == datetime.fromisoformat("2026-11-20T09:30:00+01:00")
    assert (channel.failing_since, channel.failed_days, channel.since) == (NOW.date(), 1, None)


def test_a_day_to_come_is_no_day(desk):
    """A feed that states one is told of; its article is undated until something says more."""
    desk.web.answers[FEED] = feed(entry("one", at=NOW + 9 * DAY))
    desk.collect()
    (article,) = articles(desk)
    assert article.date is None
    assert [problem.what for problem in problems(desk)] == ["is dated 29 November 2026, a day to come: left undated"]


def test_half_a_character_does_not_end_the_run(desk):
    """JSON can name one in any field; no database holds it. The article is there, and a second time not again."""
    half = "\\ud800"
    entries = (
        f'{{"id": "a{half}", "title": "T{half}", "url": "https://harbour.example/{half}", "content_text": "{LONG}"}}'
    )
    names = f'"version": "https://jsonfeed.org/version/1.1", "title": "F{half}"'
    desk.web.answers[FEED] = f'{{{names}, "items": [{entries}]}}'.encode()
    assert [polled.new for polled in (*desk.collect(), *desk.collect())] == [1, 0]
    (article,) = articles(desk)
    assert (article.title, article.url) == ("T", "https://harbour.example/%3F")


def test_a_text_with_half_a_character_is_told(desk):
    """It may not be changed, so it is not used."""
    entries = f'{{"id": "a", "content_text": "{LONG}\\ud800"}}'
    desk.web.answers[FEED] = f'{{"version": "https://jsonfeed.org/version/1", "items": [{entries}]}}'.encode()
    desk.collect()
    (problem,) = problems(desk)
    assert "lone surrogate" in problem.what


ELSEWHERE = "https://harbour.example/live"


def test_entries_that_lead_to_one_page_are_all_collected(desk):
    """Its address does not tell an entry from the others: warnings, live blogs and podcasts link to the same place."""
    desk.web.answers[FEED] = feed(entry("one", link=ELSEWHERE))
    desk.collect()
    desk.web.answers[FEED] = feed(entry("two", LONG + "Two.", link=ELSEWHERE), entry("one", link=ELSEWHERE))
    assert [polled.new for polled in desk.collect()] == [1]
    desk.web.answers[FEED] = feed(entry("three", LONG + "Three.", link=ELSEWHERE))
    assert [polled.new for polled in desk.collect()] == [1]
    assert len(articles(desk)) == 3


def test_a_feed_of_links_that_changes_its_ids_asks_for_no_page_again(desk):
    """Their titles stayed."""
    desk.web.answers[FEED] = feed(entry("one", "", link=ELSEWHERE))
    desk.web.answers[ELSEWHERE] = page(LONG)
    desk.collect()
    desk.web.answers[FEED] = feed(entry("one", "", link=ELSEWHERE).replace(">one<", ">number-one<"))
    assert [polled.new for polled in desk.collect()] == [0]
    assert desk.web.addresses == [FEED, ELSEWHERE, FEED]


@pytest.mark.parametrize("behind", ["<guid isPermaLink", "<link>https", "harbour authority closed", "</item>"])
def test_a_feed_that_breaks_off_loses_no_entry_and_gives_no_half_one(desk, behind):
    """Its ETag stands for the whole, so it is not taken; what came before the last entry is, and that it broke off."""
    whole = feed(entry("one"), entry("two", LONG + "Two."), entry("three", LONG + "Three."))
    end = whole.rindex(behind.encode()) + len(behind)
    desk.web.answers[FEED] = Answer(FEED, whole[:end], etag='"1"')
    (polled,) = desk.collect()
    assert polled.new == 2
    assert polled.what.startswith("the feed breaks off")
    desk.web.asked.clear()
    desk.web.answers[FEED] = Answer(FEED, whole, etag='"1"')
    (polled,) = desk.collect()
    assert (polled.new, polled.updated, polled.what) == (1, 0, "")
    assert [ask.etag for ask in desk.web.asked] == [""]
    assert [article.title for article in articles(desk)] == ["Story one", "Story three", "Story two"]
    assert not problems(desk)


def test_a_page_that_breaks_off_is_asked_for_again(desk):
    """Where neither the server nor the page says that it ends; after five times it is taken for what it is."""
    desk.web.answers[FEED] = feed(entry("one", "", link=ELSEWHERE, summary="Cracks."))
    half = Answer(ELSEWHERE, page(LONG + LONG.upper())[:-400], has_end=False)
    desk.web.answers[ELSEWHERE] = half
    assert [polled.waiting for polled in desk.collect()] == [1]
    desk.web.answers[ELSEWHERE] = replace(half, data=page(LONG))
    assert [polled.waiting for polled in desk.collect()] == [0]
    (article,) = articles(desk)
    assert article.text.count("closed") == 8
    desk.web.answers[FEED] = feed(entry("two", "", link=f"{ELSEWHERE}/2", summary="More cracks."))
    desk.web.answers[f"{ELSEWHERE}/2"] = half
    assert [desk.collect()[0].waiting for _ in range(6)] == [1, 1, 1, 1, 0, 0]
    assert len(articles(desk)) == 2


def live(count: int) -> bytes:
    """A page of several articles."""
    parts = [{"@type": "BlogPosting", "headline": f"Part {n}", "articleBody": f"{LONG}{n}"} for n in range(count)]
    data = json.dumps({"@context": "https://schema.org", "@type": "LiveBlogPosting", "liveBlogUpdate": parts})
    script = f"<script type='application/ld+json'>{data}</script>"
    return f"<html><head>{script}</head><body><p>Live</p></body></html>".encode()


def test_a_live_blog_that_was_waited_for_is_there_once(desk):
    """Its parts take the place of what the feed said, and it is asked for no more; a change of the entry is seen."""
    desk.web.answers[FEED] = feed(entry("live", "", link=ELSEWHERE, summary="A live blog."))
    desk.web.answers[ELSEWHERE] = DOWN
    desk.collect()
    desk.web.answers[ELSEWHERE] = live(3)
    assert [polled.waiting for polled in desk.collect()] == [0]
    assert len(articles(desk)) == 3
    desk.web.asked.clear()
    desk.collect()
    assert desk.web.addresses == [FEED]
    desk.web.answers[FEED] = feed(entry("live", "", link=ELSEWHERE, summary="A live blog, continued."))
    desk.web.answers[ELSEWHERE] = live(3).replace(b"wall. 2", b"wall. 3")
    desk.collect()
    assert len(articles(desk)) == 3


OPML = '<?xml version="1.0"?><opml version="2.0"><body><outline xmlUrl="{}"/></body></opml>'
LIST = "https://harbour.example/list.opml"


def test_a_list_of_feeds_that_cannot_be_read_leaves_the_last_one_in_force(desk):
    """And it is told; its ETag is not taken, or "unchanged" would keep the list empty."""
    desk.web.answers |= {LIST: Answer(LIST, OPML.format(FEED).encode(), etag='"1"'), FEED: feed(entry("one"))}
    assert [polled.new for polled in desk.collect(LIST)] == [0, 1]
    desk.web.answers |= {LIST: Answer(LIST, b"<opml", etag='"2"'), FEED: feed(entry("two", LONG + "2"))}
    found = {polled.address: polled for polled in desk.collect(LIST)}
    assert found[LIST].what
    assert found[FEED].new == 1
    desk.web.asked.clear()
    desk.collect(LIST)
    assert desk.web.asked[0].etag == '"1"'


def test_a_page_of_several_articles_that_is_named_itself_is_read_again(desk):
    """It was no feed before, either."""
    desk.web.answers[FEED] = live(3)
    assert [polled.new for polled in desk.collect()] == [3]
    desk.web.answers[FEED] = live(4)
    (polled,) = desk.collect()
    assert (polled.new, polled.what) == (1, "")


def test_feeds_of_a_list_that_cannot_be_asked_are_told(desk):
    """The others are asked."""
    both = OPML.format("gopher://harbour.example/").replace("<body>", f'<body><outline xmlUrl="{FEED}"/>')
    desk.web.answers |= {LIST: both.encode(), FEED: feed(entry("one"))}
    found = {polled.address: polled for polled in desk.collect(LIST)}
    assert "neither http nor https" in found[LIST].what
    assert found[FEED].new == 1


def test_a_clock_that_was_years_ahead_loses_nothing_once_it_is_set_back(desk):
    """A feed first read then, and one that asked to be left alone, are asked and read as by any other clock."""
    ahead, other = NOW + 3_000 * DAY, "https://other.example/feed.xml"
    desk.web.answers |= {FEED: feed(), other: Failure("too often", not_before=ahead + DAY)}
    desk.collect(FEED, other, now=ahead)
    desk.web.answers |= {FEED: feed(entry("one")), other: feed(entry("two", LONG + "Two."))}
    assert [polled.new for polled in desk.collect(FEED, other)] == [1, 1]


def test_a_title_of_a_feed_is_one_line_that_can_be_seen(desk):
    """It is told on a terminal."""
    desk.web.answers[FEED] = feed(entry("one"), title="Harbour\n\u202eCourier")
    assert [polled.title for polled in desk.collect()] == ["Harbour Courier"]
