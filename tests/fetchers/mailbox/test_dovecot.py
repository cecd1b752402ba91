"""With a real server: what comes, what is left, and that nothing in the mailbox changes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import quote

import pytest

from briefing.credentials import Credentials
from briefing.fetchers.answers import Failure
from briefing.fetchers.mailbox import Manners, Post, collect

PASSWORD = "Canary hörse"


def letter(number: int, size: int = 0) -> bytes:
    """A letter, with bytes of every kind."""
    text = f"Subject: letter {number}\r\nMessage-ID: <{number}@example.org>\r\n\r\nThe dam at Orr.\r\n".encode()
    return text + b"\xe4) {3}\r\n* 1 FETCH (UID 99 BODY[] {1}\r\n" + b"x" * size + b"\r\n"


@pytest.fixture
def ask(dovecot: Any) -> Callable[..., Post | Failure]:
    """Collect from a folder of a user at the server, over TLS unless something else is said."""

    def asked(user: Any, folder: str = "", *, host: str = "localhost", scheme: str = "imaps", **options: Any) -> Any:
        port = dovecot.tls if scheme == "imaps" else dovecot.plain
        manners = Manners(**{"deadline": 60, "ca_file": dovecot.authority, **options.pop("manners", {})})
        secret = options.pop("secret", PASSWORD)
        address = f"{scheme}://{user.name}@{host}:{port}/{quote(folder)}"
        return collect(address, password=lambda _host, _user: secret, manners=manners, **options)

    return asked


def numbers(post: Post) -> list[int]:
    """The UIDs of the letters."""
    return [found.uid for found in post.letters]


@pytest.mark.parametrize("scheme", ["imaps", "imap", "imap+plain"])
def test_a_letter_comes_as_it_is(scheme: str, dovecot: Any, ask: Callable[..., Any]) -> None:
    """Byte for byte, with the moment at which it arrived, however the line is made safe."""
    user = dovecot.user()
    moment = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    user.deliver(letter(1), arrived=moment)
    post = ask(user, scheme=scheme)
    assert [(found.uid, found.data, found.arrived) for found in post.letters] == [(1, letter(1), moment)]
    assert post.last == 1
    assert (post.has_more, post.broken, post.too_large, post.missing) == (False, None, (), ())


def test_an_empty_folder_is_no_failure(dovecot: Any, ask: Callable[..., Any]) -> None:
    """Nothing has come yet."""
    post = ask(dovecot.user())
    assert (post.letters, post.last) == ((), 0)


def test_only_what_is_new_comes(dovecot: Any, ask: Callable[..., Any]) -> None:
    """Each letter once, from run to run, also when nothing was new in between."""
    user = dovecot.user()
    user.deliver(letter(1))
    first = ask(user)
    again = ask(user, after=first.last, validity=first.validity)
    user.deliver(letter(2))
    user.deliver(letter(3))
    third = ask(user, after=again.last, validity=again.validity)
    assert [numbers(first), numbers(again), numbers(third)] == [[1], [], [2, 3]]
    assert (again.last, third.last) == (1, 3)


def test_nothing_in_the_mailbox_changes(dovecot: Any, ask: Callable[..., Any]) -> None:
    """No letter is seen, moved, flagged or gone: their files, whose names hold the flags, are where they were."""
    user = dovecot.user()
    for number in range(4):
        user.deliver(letter(number), seen=number % 2 == 0)
        user.deliver(letter(number), folder=".News", seen=number % 2 == 1)
    before = user.files()
    assert len(before) == 8
    for folder in ("", "News"):
        assert len(ask(user, folder).letters) == 4
    assert user.files() == before


@pytest.mark.parametrize(("layout", "separator"), [("dot", "."), ("slash", "/")])
@pytest.mark.parametrize("folder", ["News/World", "Übersicht/台北", "Ein & alles/C# (alt)", 'a "b" c'])
def test_a_folder_is_found_by_its_levels(
    layout: str, separator: str, folder: str, dovecot: Any, ask: Callable[..., Any]
) -> None:
    """Whatever the server puts between them, and in every script."""
    user = dovecot.user(layout)
    dovecot.administer("mailbox", "create", "-u", user.name, folder.replace("/", separator))
    dovecot.administer("save", "-u", user.name, "-m", folder.replace("/", separator), letter_file(dovecot, 7))
    assert [found.data for found in ask(user, folder).letters] == [letter(7)]


def letter_file(dovecot: Any, number: int) -> str:
    """A letter in a file, for the server's own tool to save."""
    file = dovecot.base / f"letter{number}"
    file.write_bytes(letter(number))
    return str(file)


def test_a_folder_that_is_not_there_is_told_with_those_that_are(dovecot: Any, ask: Callable[..., Any]) -> None:
    """By their readable names, as an address takes them."""
    user = dovecot.user()
    user.deliver(letter(1), folder=".&ANw-bersicht.Heute")
    failure = ask(user, "Übersicht/Gestern")
    assert "the server said no" in failure.what
    assert "Übersicht/Heute" in failure.remedy
    assert not failure.is_temporary


def test_since_goes_by_the_day_of_arrival(dovecot: Any, ask: Callable[..., Any]) -> None:
    """And takes the day before as well, for the server's day is not the user's."""
    user = dovecot.user()
    for day in range(10, 20):
        user.deliver(letter(day), arrived=datetime(2026, 11, day, 12, tzinfo=UTC))
    post = ask(user, since=date(2026, 11, 17))
    assert [found.arrived.day for found in post.letters] == [16, 17, 18, 19]
    assert post.last == 10
    assert numbers(ask(user, since=date(2026, 11, 17), after=9, validity=post.validity)) == [10]
    assert numbers(ask(user, since=date.min)) == list(range(1, 11))


def test_no_letter_of_the_users_day_is_missed_for_the_servers_zone(dovecot: Any, ask: Callable[..., Any]) -> None:
    """In Tokyo the day began while it was still yesterday where the server stands."""
    user = dovecot.user()
    moment = datetime(2026, 11, 17, 0, 30, tzinfo=timezone(timedelta(hours=9)))
    user.deliver(letter(1), arrived=moment)
    assert [found.arrived for found in ask(user, since=date(2026, 11, 17)).letters] == [moment]


def test_many_letters_come_in_portions_and_each_once(dovecot: Any, ask: Callable[..., Any]) -> None:
    """Three hundred, at most 120 at a time, the oldest first; that there are more is said."""
    user = dovecot.user()
    for number in range(300):
        user.deliver(letter(number))
    posts = [ask(user, manners={"most": 120})]
    while posts[-1].has_more:
        posts.append(ask(user, after=posts[-1].last, validity=posts[-1].validity, manners={"most": 120}))
    assert [len(post.letters) for post in posts] == [120, 120, 60]
    assert sorted(found.data for post in posts for found in post.letters) == sorted(map(letter, range(300)))


def test_a_letter_that_is_too_large_is_left_and_told(dovecot: Any, ask: Callable[..., Any]) -> None:
    """Thirty megabytes; those around it come, and it is not asked for again."""
    user = dovecot.user()
    sizes = [0, 30_000_000, 1_000, 9_000_000, 0]
    for number, size in enumerate(sizes):
        user.deliver(letter(number, size))
    post = ask(user)
    assert [found.data for found in post.letters] == [letter(n, sizes[n]) for n in (0, 2, 3, 4)]
    assert post.too_large == ((2, len(letter(1, 30_000_000))),)
    assert (post.last, post.has_more, post.missing) == (5, False, ())


def test_the_bytes_of_one_time_are_limited_too(dovecot: Any, ask: Callable[..., Any]) -> None:
    """What does not fit comes the next time; a letter that would never fit comes alone."""
    user = dovecot.user()
    for number in range(4):
        user.deliver(letter(number, 9_000_000))
    manners = {"most_bytes": 20_000_000}
    first = ask(user, manners=manners)
    assert (numbers(first), first.has_more, first.last) == ([1, 2], True, 2)
    second = ask(user, manners=manners, after=first.last, validity=first.validity)
    assert (numbers(second), second.has_more) == ([3, 4], False)
    assert numbers(ask(user, manners={"most_bytes": 1_000})) == [1]


def test_a_folder_made_anew_is_read_anew(dovecot: Any, ask: Callable[..., Any]) -> None:
    """UIDs begin at 1 again: what was seen of the old ones says nothing of these."""
    user = dovecot.user()
    for number in range(3):
        user.deliver(letter(number), folder=".News")
    old = ask(user, "News")
    dovecot.administer("mailbox", "delete", "-u", user.name, "News")
    dovecot.administer("mailbox", "create", "-u", user.name, "News")
    user.deliver(letter(9), folder=".News")
    new = ask(user, "News", after=old.last, validity=old.validity)
    assert new.validity != old.validity
    assert [(found.uid, found.data) for found in new.letters] == [(1, letter(9))]
    assert new.last == 1


def test_a_folder_put_back_from_a_backup_is_read_anew(dovecot: Any, ask: Callable[..., Any]) -> None:
    """Its UIDs are said to hold, and end below what was seen: they will be given to other letters."""
    user = dovecot.user()
    user.deliver(letter(1))
    now = ask(user)
    assert numbers(ask(user, after=700, validity=now.validity)) == [1]


def test_a_wrong_password_is_told_and_will_be_wrong_tomorrow(
    dovecot: Any, ask: Callable[..., Any], capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """In the server's words, with what to do, and without the password anywhere."""
    caplog.set_level(logging.DEBUG)
    failure = ask(dovecot.user(), secret="canary-wrong")
    assert "the server did not let us in: [AUTHENTICATIONFAILED]" in failure.what
    assert "BRIEFING_IMAP_PASSWORD" in failure.remedy
    assert not failure.is_temporary
    assert "canary" not in repr(failure) + "".join(capfd.readouterr()) + caplog.text


def test_without_a_password_nothing_is_connected_and_every_place_is_named(dovecot: Any) -> None:
    """Where it could be given; a missing one is no matter of trying again."""
    credentials = Credentials({})
    failure = collect(
        "imaps://anna@no-such-host.invalid",
        password=lambda host, user: credentials.of(host, user, variable="BRIEFING_IMAP_PASSWORD"),
    )
    assert isinstance(failure, Failure)
    for place in ("BRIEFING_IMAP_PASSWORD", "fetch.credentials", "keyring set briefing anna@no-such-host.invalid"):
        assert place in failure.what
    assert not failure.is_temporary


@pytest.mark.parametrize("scheme", ["imaps", "imap"])
@pytest.mark.parametrize("trusted", [False, True], ids=["unknown authority", "other name"])
def test_a_server_that_cannot_prove_its_name_is_not_told_the_password(
    scheme: str, trusted: bool, dovecot: Any, ask: Callable[..., Any]
) -> None:
    """A certificate by an unknown authority, or for another name."""
    user = dovecot.user()
    options = {"host": "127.0.0.1"} if trusted else {"manners": {"ca_file": ""}}
    failure = ask(user, scheme=scheme, **options)
    assert "its certificate is not trusted" in failure.what
    assert not failure.is_temporary
    assert f"user=<{user.name}>" not in (dovecot.base / "log").read_text()


def test_an_authority_of_the_users_own_can_be_named(
    dovecot: Any, ask: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the remedy says; and a file that is none is told."""
    monkeypatch.setenv("SSL_CERT_FILE", dovecot.authority)
    assert isinstance(ask(dovecot.user(), manners={"ca_file": ""}), Post)
    failure = ask(dovecot.user(), manners={"ca_file": str(dovecot.base / "users")})
    assert "not a certificate that can be read" in failure.what


def test_a_port_for_another_way_in_is_told(dovecot: Any) -> None:
    """TLS where STARTTLS is spoken."""
    failure = collect(
        f"imaps://anna@localhost:{dovecot.plain}", password=lambda *_: PASSWORD, manners=Manners(deadline=20)
    )
    assert isinstance(failure, Failure)
    assert "does not speak TLS" in failure.what
    assert "imap is STARTTLS" in failure.remedy
