"""The promises of a way out as tests, for those who write one; pytest and unittest both run them, neither is imported.

    from briefing.testing import DelivererContract

    class TestPigeon(DelivererContract):
        def deliverer(self):
            return Pigeon(self.loft)

        def arrived(self):
            return [path.read_bytes() for path in sorted(self.loft.iterdir())]

Every failure begins with the promise that was broken. For unittest, add `unittest.TestCase` to the bases.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from briefing.errors import DeliveryError
from briefing.model import Letter
from briefing.plugins import Deliverer
from briefing.testing.promises import broken, promise

_DAY = datetime(2026, 11, 22, 7, tzinfo=UTC)
_HEADER = "From: desk@example.org\r\nTo: {to}\r\nSubject: News\r\nMessage-ID: {identity}\r\nMIME-Version: 1.0\r\n\r\n"
_BODY = "Good morning.\r\n.\r\n..\r\n.a dot\r\nFrom the harbour\r\n\r\n \r\n" + f"{'word ' * 180}\r\n" + "The end.\r\n"


class DelivererContract:
    """What every way out keeps. Give it `deliverer` and `arrived`, and if you can `broken`."""

    def deliverer(self) -> Deliverer:
        """Return a way out that letters go through; at every call to the same place."""
        raise NotImplementedError("give the contract a deliverer() that letters go through")

    def arrived(self) -> Sequence[bytes]:
        """Return all that has arrived in this test, in any order; wait for it where it takes a while."""
        raise NotImplementedError("give the contract an arrived() that returns what has arrived")

    def broken(self) -> Deliverer | None:
        """Return a way out through which nothing goes."""
        return None

    def letter(self, number: int = 1) -> Letter:
        """Return a letter to somebody; give one of your own where the way knows only certain people."""
        to, identity = f"reader{number}@example.com", f"<{number}@example.org>"
        data = (_HEADER.format(to=to, identity=identity) + _BODY).encode()
        return Letter(
            "news", date(2026, 11, 22), 1, to, queued=_DAY, at=_DAY, sender="desk@example.org", message_id=identity,
            data=data, number=number,
        )  # fmt: skip

    def test_a_letter_arrives_as_it_is(self) -> None:
        """Every line of it, those of a dot and those that begin with "From" too; line ends are the place's own."""
        letter = self.letter()
        _deliver(self.deliverer(), letter)
        self._hold(letter)

    def test_letters_follow_each_other(self) -> None:
        """Each arrives once."""
        letters, way = [self.letter(number) for number in (1, 2, 3)], self.deliverer()
        for letter in letters:
            _deliver(way, letter)
        way.close()
        self._hold(*letters)

    def test_it_says_when_it_hands_over(self) -> None:
        """Once, and before anything of the letter can have arrived."""
        told: list[int] = []
        _deliver(self.deliverer(), self.letter(), lambda: told.append(len(self.arrived())))
        promise(len(told) == 1, f"handing_over is called once a letter; it was {len(told)} times")
        promise(told == [0], "handing_over is called before the letter can arrive; it had arrived")

    def test_what_stops_it_there_has_sent_nothing(self) -> None:
        """Whatever handing_over raises goes through, and the next letter is not mixed up with this one."""
        way, next_one = self.deliverer(), self.letter(2)
        try:
            way(self.letter(1), _stop)
        except _Stopped:
            pass
        except Exception as error:
            broken(f"what handing_over raises goes through as it is; {error!r:.200} came instead")
        else:
            broken("what handing_over raises goes through; nothing came")
        _deliver(way, next_one)
        way.close()
        self._hold(next_one)

    def test_it_can_be_closed_at_any_time(self) -> None:
        """Before the first letter, twice, and between two."""
        way, letters = self.deliverer(), [self.letter(1), self.letter(2)]
        way.close()
        for letter in letters:
            _deliver(way, letter)
            way.close()
            way.close()
        self._hold(*letters)

    def test_what_fails_is_a_delivery_error(self) -> None:
        """On one printable line, and nothing has arrived unless it says that it may have."""
        told: list[int] = []
        way = self._broken()
        try:
            way(self.letter(), lambda: told.append(1))
        except DeliveryError as error:
            promise(
                str(error) != "" and str(error).isprintable(),
                f"an error is one printable line; it is {str(error)!r:.200}",
            )
            promise(
                not (error.uncertain and not told), "what is uncertain was handed over; handing_over was not called"
            )
            promise(not (error.uncertain and error.temporary), "an error is temporary or uncertain; it was both")
            promise(error.uncertain or not self.arrived(), "what fails and is not uncertain has not arrived; it had")
        except Exception as error:
            broken(f"what fails is a DeliveryError; broken() raised {error!r:.200}")
        else:
            broken("what fails is a DeliveryError; broken() kept silent")
        finally:
            way.close()

    def _hold(self, *letters: Letter) -> None:
        """Hold what has arrived against what was sent."""
        there = sorted(_lines(data) for data in self.arrived())
        sent = sorted(_lines(letter.data) for letter in letters)
        promise(len(there) == len(sent), f"each letter arrives once; of {len(sent)} there are {len(there)}")
        for one, other in zip(sent, there, strict=True):
            # What carries it may put lines of its own above.
            promise(other.endswith(one), f"a letter arrives as it is; of {one!r:.200} there is {other!r:.400}")

    def _broken(self) -> Deliverer:
        way = self.broken()
        if way is None:
            from unittest import SkipTest

            raise SkipTest("the contract was given no broken()")
        return way


class _Stopped(Exception):
    pass


def _stop() -> None:
    raise _Stopped


def _deliver(way: Deliverer, letter: Letter, handing_over: Callable[[], None] = lambda: None) -> None:
    try:
        way(letter, handing_over)
    except DeliveryError as error:
        broken(f"deliverer() takes letters; it said: {error}")


def _lines(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")
