"""The contract of a way out finds what breaks it, and says which promise that was."""

from __future__ import annotations

import unittest
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from briefing.errors import DeliveryError
from briefing.testing import DelivererContract


@dataclass
class Good:
    """A way out that keeps every promise."""

    taken: list[bytes] = field(default_factory=list)
    is_open: bool = False

    def __call__(self, letter, handing_over):
        handing_over()
        self.taken.append(letter.data)

    def close(self):
        self.is_open = False


class Hasty(Good):
    """Says afterwards that it will."""

    def __call__(self, letter, handing_over):
        self.taken.append(letter.data)
        handing_over()


class Silent(Good):
    """Does not say it."""

    def __call__(self, letter, handing_over):
        self.taken.append(letter.data)


class Deaf(Good):
    """Goes on whatever it is told."""

    def __call__(self, letter, handing_over):
        try:
            handing_over()
        except Exception:
            return
        self.taken.append(letter.data)


class Twice(Good):
    """Sends everything twice."""

    def __call__(self, letter, handing_over):
        super().__call__(letter, handing_over)
        self.taken.append(letter.data)


class Smtpish(Good):
    """Ends a letter at its first line of a dot."""

    def __call__(self, letter, handing_over):
        handing_over()
        self.taken.append(letter.data.partition(b"\r\n.\r\n")[0])


class OnlyOnce(Good):
    """Cannot be closed twice."""

    def close(self):
        self.is_open = not self.is_open
        if not self.is_open:
            raise OSError("closed")


def _fails(error: Exception, before: bool = False, arrives: bool = False) -> Callable[[list[bytes]], Good]:
    class Failing(Good):
        def __call__(self, letter, handing_over):
            if not before:
                handing_over()
            if arrives:
                self.taken.append(letter.data)
            raise error

    return Failing


def contract(way: type[Good], failing: Callable[[list[bytes]], Good]) -> type[unittest.TestCase]:
    """Return the contract's tests on these."""

    class Case(DelivererContract, unittest.TestCase):
        def setUp(self):
            self.taken = []

        def deliverer(self):
            return way(self.taken)

        def arrived(self):
            return self.taken

        def broken(self):
            return failing(self.taken)

    return Case


def failures(case: type[unittest.TestCase]) -> dict[str, str]:
    """Run it; returns what each failed test says."""
    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(case).run(result)
    told = [*result.failures, *result.errors]
    return {test.id().rpartition(".test_")[2]: text.strip().rpartition("\n")[2] for test, text in told}


REFUSED = _fails(DeliveryError("no", temporary=True))
CASES = [
    (Hasty, REFUSED, "it_says_when_it_hands_over", "before the letter can arrive; it had arrived"),
    (Silent, REFUSED, "it_says_when_it_hands_over", "handing_over is called once a letter; it was 0 times"),
    (Hasty, REFUSED, "what_stops_it_there_has_sent_nothing", "each letter arrives once; of 1 there are 2"),
    (Deaf, REFUSED, "what_stops_it_there_has_sent_nothing", "what handing_over raises goes through; nothing came"),
    (Twice, REFUSED, "letters_follow_each_other", "each letter arrives once; of 3 there are 6"),
    (Smtpish, REFUSED, "a_letter_arrives_as_it_is", "a letter arrives as it is; of b'From: desk"),
    (OnlyOnce, REFUSED, "it_can_be_closed_at_any_time", "OSError: closed"),
    (Good, Good, "what_fails_is_a_delivery_error", "what fails is a DeliveryError; broken() kept silent"),
    (Good, _fails(OSError("x")), "what_fails_is_a_delivery_error", "broken() raised OSError('x')"),
    (Good, _fails(DeliveryError("a\nb")), "what_fails_is_a_delivery_error", "one printable line"),
    (Good, _fails(DeliveryError("x"), arrives=True), "what_fails_is_a_delivery_error", "has not arrived; it had"),
    (
        Good,
        _fails(DeliveryError("x", uncertain=True), before=True),
        "what_fails_is_a_delivery_error",
        "what is uncertain was handed over",
    ),
]


@pytest.mark.parametrize(
    ("way", "failing", "test", "says"), CASES, ids=[f"{c[0].__name__}-{c[3][-20:]}" for c in CASES]
)
def test_what_breaks_a_promise_is_found(way, failing, test, says):
    """By the test that is named for it, in words that begin with the promise."""
    assert says in failures(contract(way, failing))[test]


def test_what_keeps_them_all_passes():
    """Also where what fails may have arrived."""
    assert failures(contract(Good, REFUSED)) == {}
    assert failures(contract(Good, _fails(DeliveryError("x", uncertain=True), arrives=True))) == {}
