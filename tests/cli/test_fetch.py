"""Feeds and pages from a real server, through the command line: collected, printed, and proved when they are gone."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.collect.conftest import entry, feed
from tests.collect.conftest import page as article
from tests.web_server import Reply, WebServer, page, redirect, validated

TEXT = (
    "The harbour authority closed the northern quay on Friday after cracks were found in its wall. "
    "Engineers expect the repairs to take until March, the harbour master said. "
    "Eleven ships are waiting outside the breakwater, and the ferry to Marn sails from the southern quay.\n\n"
    "Dock workers said that they had warned of the cracks in the spring. "
    "The port council is to meet on Monday to decide who pays for the new wall."
)


@pytest.fixture
def story(web_server: WebServer) -> str:
    """The address of an article."""
    web_server.routes["/story"] = page(article(TEXT, title="Cracks in the quay", date="2026-11-20T06:00:00+00:00"))
    return web_server.address("/story")


def recent(key: str, text: str = "", hours: int = 1, **more: str) -> str:
    """An entry of an hour ago, or more."""
    return entry(key, text, at=datetime.now(UTC) - timedelta(hours=hours), **more)


def test_a_page_is_built_and_proved_when_it_has_changed_and_when_it_is_gone(command, web_server, story):
    """What it said is kept; the page cites its address."""
    assert command("build", story, "-o", "page.md").code == 0
    text = Path("page.md").read_text("utf-8")
    assert f"1. [Cracks in the quay][1], {web_server.place()}, 20 November 2026 (stated: metadata)" in text
    assert f"[1]: {story} " in text
    web_server.routes["/story"] = page(article("Quite another story of the same day. " * 20))
    assert command("verify", "page.md").code == 0
    web_server.stop()
    ran = command("verify", "page.md")
    assert ran.code == 0
    assert "nothing unclaimed" in ran.out


def test_a_page_of_another_hand_is_found(command, story):
    """What the network gave is proved as strictly as a file."""
    command("build", story, "-o", "page.md")
    text = Path("page.md").read_text("utf-8")
    Path("page.md").write_text(text.replace("until March", "until June"), "utf-8")
    assert command("verify", "page.md").code == 1
    Path("page.md").write_text(text.replace("20 November 2026 (stated", "21 November 2026 (stated"), "utf-8")
    assert command("verify", "page.md").code == 1


def test_json_pages_of_the_network_are_proved(command, web_server, story):
    """They say the same."""
    command("build", story, "-o", "page.json")
    assert json.loads(Path("page.json").read_text("utf-8"))["sources"][0]["path"] == story
    web_server.stop()
    assert command("verify", "page.json").code == 0


def test_explain_asks_no_server(command, web_server, story):
    """It explains what was built from."""
    command("build", story, "-o", "page.md")
    web_server.stop()
    ran = command("explain", "--page", "page.md")
    assert ran.code == 0
    assert "would be built just so again" in ran.out


def test_offline_asks_no_server(command, web_server, story):
    """And takes what was collected."""
    assert command("fetch", story).code == 0
    asked = len(web_server.seen)
    assert command("build", story, "--offline", "-o", "page.md").code == 0
    assert len(web_server.seen) == asked
    assert "Cracks in the quay" in Path("page.md").read_text("utf-8")


def test_a_feed_with_its_pages(command, web_server):
    """Full texts from the feed, the others from their pages; a page that fails leaves the summary, and it is told."""
    web_server.routes["/one"] = page(article(TEXT, title="One"))
    address = web_server.address("/feed.xml")
    entries = (
        recent("one", link=web_server.address("/one"), summary="Cracks."),
        recent("two", TEXT.replace("northern", "eastern"), link=web_server.address("/two")),
        recent("three", link=web_server.address("/three"), summary="The mayor of Marn resigned on Thursday evening."),
    )
    web_server.routes["/feed.xml"] = page(feed(*entries), Content_Type="application/rss+xml")
    ran = command("build", address, "-o", "page.md", "--words", "400")
    text = Path("page.md").read_text("utf-8")
    assert ran.code == 3
    assert (
        f"briefing: {web_server.address('/three')}: its page could not be read, and only what the feed says" in ran.err
    )
    assert all(f"Story {key}" in text for key in ("one", "two", "three"))
    assert "The mayor of Marn resigned on Thursday evening." in text
    assert "Harbour Courier" in text
    assert web_server.paths() == ["/feed.xml", "/one", "/three"]
    web_server.stop()
    assert command("verify", "page.md").code == 0


def test_a_feed_that_is_down_is_told_and_proved(command, web_server, story):
    """The other sources are printed; the page says what failed, and verify knows that it was so."""
    down = web_server.address("/feed.xml")
    web_server.routes["/feed.xml"] = Reply(b"", 404)
    ran = command("build", down, story, "-o", "page.md")
    assert ran.code == 3
    assert ran.err.count(down) == 1
    assert f"- Problem: [{down}][!1]: " in Path("page.md").read_text("utf-8").replace("\\", "")
    assert command("verify", "page.md").code == 0
    text = Path("page.md").read_text("utf-8")
    Path("page.md").write_text(text.replace("status 404", "status 410"), "utf-8")
    assert command("verify", "page.md").code == 1


DOWN = {
    "de": "Status 404: an dieser Adresse ist nichts (auf der Website die neue Adresse suchen)",
    "fr": "statut 404 : il n’y a rien à cette adresse (cherchez sa nouvelle adresse sur le site)",
    "es": "estado 404: no hay nada en esta dirección (busque su nueva dirección en el sitio)",
    "ru": "код 404: по этому адресу ничего нет (найдите на сайте новый адрес)",
    "uk": "код 404: за цією адресою нічого немає (знайдіть на сайті нову адресу)",
}


@pytest.mark.parametrize("language", DOWN)
def test_a_feed_that_is_down_is_told_and_proved_in_the_pages_language(command, web_server, story, language):
    """What was wrong and what to do; another status than the one that was told is found."""
    down = web_server.address("/feed.xml")
    web_server.routes["/feed.xml"] = Reply(b"", 404)
    Path("briefing.toml").write_text(f'sources = ["{down}", "{story}"]\npage_language = "{language}"\n', "utf-8")
    assert command("build", "-o", "page.md").code == 3
    text = Path("page.md").read_text("utf-8")
    assert DOWN[language] in text.replace("\xa0", " ")
    assert command("verify", "page.md").code == 0
    Path("page.md").write_text(text.replace("404", "410"), "utf-8")
    assert command("verify", "page.md").code == 1


@pytest.mark.parametrize("language", ["de", "ru"])
@pytest.mark.parametrize("name", ["page.md", "page.html", "page.json"])
def test_what_failed_is_proved_in_every_form_of_page(command, web_server, story, name, language):
    """Also where the form writes it otherwise (quotation marks), and where it stays English (JSON)."""
    down = web_server.address("/feed.xml")
    web_server.routes["/feed.xml"] = Reply(b"", 404)
    sources = json.dumps([down, "imaps://anna@mail.example", story])
    Path("briefing.toml").write_text(f'sources = {sources}\npage_language = "{language}"\n', "utf-8")
    assert command("build", "-o", name).code == 3
    text = Path(name).read_text("utf-8")
    assert "machine mail.example login anna" in text.replace("\\", "")
    assert command("verify", name).code == 0
    Path(name).write_text(text.replace("404", "410"), "utf-8")
    assert command("verify", name).code == 1


PAGE_DOWN = {
    "de": "seine Seite war nicht lesbar, verwendet wird nur, was der Feed enthält: führt zu {place}: Status 404: an "
    "dieser Adresse ist nichts (auf der Website die neue Adresse suchen)",
    "ru": "его страницу не удалось прочитать, использовано только то, что есть в ленте: перенаправляет на {place}: "
    "код 404: по этому адресу ничего нет (найдите на сайте новый адрес)",
}


@pytest.mark.parametrize("language", PAGE_DOWN)
def test_what_led_to_what_is_told_and_proved_in_the_pages_language(command, web_server, language):
    """The page of an entry is elsewhere, and not there: each part of that is translated."""
    web_server.routes["/one"] = redirect(web_server.address("/gone", "localhost"))
    link = web_server.address("/one")
    web_server.routes["/feed.xml"] = page(
        feed(recent("one", link=link, summary="The mayor of Marn resigned on Thursday."))
    )
    allow = json.dumps([web_server.place(), web_server.place("localhost")])
    Path("briefing.toml").write_text(
        f'sources = ["{web_server.address("/feed.xml")}"]\npage_language = "{language}"\n[fetch]\nallow = {allow}\n',
        "utf-8",
    )
    assert command("build", "-o", "page.md").code == 3
    text = Path("page.md").read_text("utf-8").replace("\\", "")
    assert PAGE_DOWN[language].format(place=web_server.place("localhost")) in text
    assert command("verify", "page.md").code == 0


def test_fetch_says_what_came_of_each_address(command, web_server, story):
    """A line each, or JSON; a second time the feed has nothing new, and says so itself."""
    web_server.routes["/feed.xml"] = validated(feed(recent("one", TEXT)).decode())
    address = web_server.address("/feed.xml")
    ran = command("fetch", address, story)
    assert (ran.code, sorted(ran.out.splitlines())) == (0, [f"{address}: 1 new article", f"{story}: 1 new article"])
    ran = command("fetch", address, "--json")
    (one,) = json.loads(ran.out)
    assert (one["address"], one["title"], one["new"], one["updated"]) == (address, "Harbour Courier", 0, 0)
    assert [seen.headers.get("if-none-match") for seen in web_server.seen if seen.path == "/feed.xml"] == [None, '"1"']


def test_fetch_fails_in_part(command, web_server, story):
    """One source that does not answer is told, and the others are collected."""
    ran = command("fetch", web_server.address("/nothing"), story)
    assert ran.code == 3
    assert f"{story}: 1 new article" in ran.out
    assert "status 404: there is nothing at this address (look for its new address on the site)\n" in ran.err


def test_fetch_counts_what_the_page_will_tell(command, web_server):
    """An entry of which only the summary is there is collected, and no failure of its feed."""
    told = "The mayor of Marn resigned on Thursday evening."
    web_server.routes["/feed.xml"] = page(feed(recent("one", link=web_server.address("/gone"), summary=told)))
    address = web_server.address("/feed.xml")
    ran = command("fetch", address)
    assert (ran.code, ran.out) == (0, f"{address}: 1 new article, 1 problem that the page will tell\n")


def test_fetch_of_nothing(command, tmp_path):
    """Files need no fetching."""
    (tmp_path / "news").mkdir()
    ran = command("fetch", tmp_path / "news")
    assert ran.code == 78
    assert "no address among the sources" in ran.err


def test_a_list_of_feeds_on_the_disk(command, web_server):
    """Its feeds are asked; one on a private network only if the settings allow it, for the list may be a stranger's."""
    web_server.routes["/feed.xml"] = page(feed(recent("one", TEXT)))
    outline = f'<outline type="rss" xmlUrl="{web_server.address("/feed.xml")}"/>'
    Path("feeds.opml").write_text(f'<?xml version="1.0"?><opml version="2.0"><body>{outline}</body></opml>', "utf-8")
    ran = command("fetch", "feeds.opml")
    assert ran.code == 3
    assert web_server.seen == []
    Path("briefing.toml").write_text(f'sources = ["feeds.opml"]\n[fetch]\nallow = ["{web_server.place()}"]\n', "utf-8")
    assert command("build", "-o", "page.md").code == 0
    assert "Story one" in Path("page.md").read_text("utf-8")


def test_a_run_prints_what_is_new_since_the_last_edition(command, web_server):
    """Whatever day it was collected on; and asks nothing of the feed that is there already."""
    Path("briefing.toml").write_text(
        f'name = "harbour"\nsources = ["{web_server.address("/feed.xml")}"]\ntitle = "Harbour"\n', "utf-8"
    )
    web_server.routes["/feed.xml"] = page(feed(recent("one", TEXT, hours=25)))
    yesterday = datetime.now().astimezone() - timedelta(days=1)
    assert command("build", "--publish", "--date", f"{yesterday:%Y-%m-%d}").code == 0
    web_server.routes["/feed.xml"] = page(feed(recent("two", TEXT.replace("northern", "eastern"))))
    assert command("fetch", "--quiet").code == 0
    web_server.routes["/feed.xml"] = page(feed(recent("three", TEXT.replace("northern", "western"))))
    ran = command("run")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    shown = command("editions", "show", f"{datetime.now().astimezone():%Y-%m-%d}").out
    assert "Story two" in shown
    assert "Story three" in shown
    assert "Story one" not in shown


def test_a_run_tells_of_a_feed_that_is_down_once(command, web_server):
    """Afterwards it stands on the page only."""
    Path("briefing.toml").write_text(f'name = "harbour"\nsources = ["{web_server.address("/feed.xml")}"]\n', "utf-8")
    ran = command("run")
    assert ran.code == 3
    assert "status 404" in ran.err
    ran = command("run")
    assert (ran.code, ran.err) == (0, "")
    assert "status 404" in command("editions", "show", f"{datetime.now().astimezone():%Y-%m-%d}").out


def test_two_at_once_do_not_ask_twice(command, web_server, story, tmp_path):
    """The second says who is at it."""
    from briefing.records.lock import held

    with held(tmp_path / "data" / "briefing" / "(unnamed)", now=datetime.now().astimezone()):
        ran = command("fetch", story)
    assert ran.code == 75
    assert web_server.seen == []


def test_a_page_on_a_private_network_is_not_followed_from_a_feed(command, web_server):
    """A feed of one host may not lead to another one inside: only what the user named."""
    inside = WebServer("127.0.0.2")
    inside.routes["/secret"] = page(article(TEXT))
    link = inside.address("/secret", host="127.0.0.2")
    web_server.routes["/feed.xml"] = page(
        feed(recent("one", link=link, summary="The mayor of Marn resigned on Thursday evening."))
    )
    ran = command("build", web_server.address("/feed.xml"), "-o", "page.md")
    inside.stop()
    assert inside.seen == []
    assert ran.code == 3
    assert "resigned on Thursday evening" in Path("page.md").read_text("utf-8")


def test_check_asks_no_server(command, web_server, story):
    """It says how many there are."""
    ran = command("check", story)
    assert "sources: well; 0 articles; 1 source on the network, which only --online asks" in ran.out
    assert web_server.seen == []


ADDRESSES = (
    "/a b",
    '/q"x"', "/(1)_(2)", "/`tick`", "/<x>", "/ü?ñ=ö", "/%41%2F%", "/f#char=1,2;row=3", "/g#row=3", "/h#char=0,5",
    "/i#", "/j#;", "/k#part-2", "/l]m[n", "/o|p", "/*_~", "/\x1b[31m", "/\u202etxt", "/;UID=3", "/?a=1&amp;b=<",
    "/nb\u00a0sp",
    "/{x}^", "/" + "y" * 10_000, "/u\u2028v", "/it's",
)  # fmt: skip


@pytest.mark.parametrize("form", ["md", "json"])
def test_whatever_an_address_holds_the_page_is_read_back(command, web_server, form):
    """Blanks, quotation marks, what cannot be seen, and what looks like a citation of ours; a password is not kept."""
    addresses = [*map(web_server.address, ADDRESSES), web_server.address("/secret").replace("//", "//me:canary@")]
    texts = [TEXT.replace("Eleven", f"{n} hundred") for n in range(len(addresses))]
    at = datetime.now(UTC).isoformat()
    items = [
        {"id": str(n), "title": f"Story {n}", "url": address, "content_text": texts[n], "date_published": at}
        for n, address in enumerate(addresses)
    ]
    body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": items})
    web_server.routes["/feed"] = page(body, Content_Type="application/feed+json")
    ran = command("build", web_server.address("/feed"), "-o", f"page.{form}")
    assert ran.code == 0
    text = Path(f"page.{form}").read_text("utf-8")
    assert all(sign.isprintable() or sign == "\n" for sign in text)
    assert "canary" not in text + ran.out + ran.err
    assert sum(f"Story {n}" in text for n in range(len(addresses))) == len(addresses)
    assert command("verify", f"page.{form}").code == 0
    assert command("explain", "--page", f"page.{form}").code == 0


def test_a_password_in_a_list_of_feeds_is_neither_kept_nor_shown(command, web_server, tmp_path):
    """Lists that feed readers export have them."""
    named = web_server.address("/feed").replace("//", "//me:canary@")
    Path("list.opml").write_text(f'<opml><body><outline xmlUrl="{named}"/></body></opml>', "utf-8")
    ran = command("build", "list.opml", "-o", "page.md")
    assert web_server.address("/feed") in ran.err
    assert "canary" not in ran.out + ran.err
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "list.opml"]
    assert kept
    assert not [path for path in kept if b"canary" in path.read_bytes()]
