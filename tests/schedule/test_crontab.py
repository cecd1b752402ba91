"""A crontab is somebody's own: what is not ours stays as it is, to the byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BriefingError
from briefing.schedule.crontab import Crontab, unquoted, with_variables

LINES = ("0,15,30,45 * * * * run",)
BEGIN = b'# briefing "morning": begin; written by briefing schedule, the lines around it are yours\n'
END = b'# briefing "morning": end\n'
BLOCK = BEGIN + b"0,15,30,45 * * * * run\n" + END
OTHER = BLOCK.replace(b"morning", b"evening")

THEIRS = {
    "none": b"",
    "lines": b"# mine\n0 3 * * 0  /usr/bin/backup 100\\%\n\n@reboot x\n",
    "not UTF-8": b"# caf\xe9\n* * * * * n\xf6\xff\x00\n",
    "CRLF": b"MAILTO=me\r\n0 3 * * * x\r\n",
    "lone carriage returns": b"a\rb\x0bc\x0c\x85\n",
    "another briefing": b"# mine\n" + OTHER,
    "a name that begins alike": BLOCK.replace(b'"morning"', b'"morning-2"'),
    "what speaks of us": b'# briefing morning: begin\n# see briefing "morning": end\n# briefing "morning": ending\n',
}


@pytest.mark.parametrize("theirs", THEIRS.values(), ids=THEIRS)
def test_what_is_not_ours_stays(theirs: bytes) -> None:
    """The lines are put at the end, found there, and taken out again without a trace."""
    crontab = Crontab(theirs).with_block("morning", LINES)
    assert crontab.data == theirs + BLOCK
    assert crontab.block("morning") == BLOCK.decode()
    assert crontab.with_block("morning", LINES) == crontab
    assert crontab.without("morning").data == theirs
    assert Crontab(theirs).without("morning").data == theirs
    assert Crontab(theirs).block("morning") == ""


@given(before=st.binary(max_size=60), after=st.binary(max_size=60))
def test_any_bytes_around_them_stay(before: bytes, after: bytes) -> None:
    """Lines that are there already are replaced where they stand."""
    before = before and before + b"\n"
    crontab = Crontab(before + BLOCK + after)
    assert crontab.with_block("morning", ("new",)).data == before + BEGIN + b"new\n" + END + after
    assert crontab.without("morning").data == before + after


def test_a_last_line_without_an_end_gets_one() -> None:
    """Cron would not run it, and ours would become a part of it."""
    assert Crontab(b"# mine").with_block("morning", LINES).data == b"# mine\n" + BLOCK


def test_lines_that_an_editor_gave_other_ends_are_still_ours() -> None:
    """And those of another briefing are not."""
    crontab = Crontab(b"# mine\r\n" + BLOCK.replace(b"\n", b"\r\n") + OTHER)
    assert crontab.without("morning").data == b"# mine\r\n" + OTHER
    assert crontab.without("evening").data == b"# mine\r\n" + BLOCK.replace(b"\n", b"\r\n")


DAMAGED = {
    "no end": (b"# mine\n" + BEGIN + b"0 3 * * * x\n", "line 2"),
    "no begin": (b"0 3 * * * x\n" + END, "line 2"),
    "turned round": (END + BEGIN, "line 1, 2"),
    "twice": (BLOCK + b"# mine\n" + BLOCK, "line 1, 3, 5, 7"),
    "another briefing within": (BEGIN + OTHER + END, "line 1, 5"),
    "another one's end within": (BEGIN + b'# briefing "evening": end\n' + END, "line 1, 3"),
}


@pytest.mark.parametrize(("data", "where"), DAMAGED.values(), ids=DAMAGED)
def test_damaged_lines_are_left_to_their_owner(data: bytes, where: str) -> None:
    """Nobody knows what is whose any more: an error says where they are and what to do."""
    crontab = Crontab(data)
    for call in (crontab.block, crontab.without, crontab.variables, lambda name: crontab.with_block(name, LINES)):
        with pytest.raises(BriefingError, match=rf"no pair any more \({where}\); take these lines out with crontab -e"):
            call("morning")


def test_variables_are_those_in_effect_where_the_lines_stand() -> None:
    """As cron reads them: the last one counts, blanks around "=" go, a line of a job sets none."""
    above = b"MAILTO=first\n MAILTO = \"a b\" \n'X Y'=1\nPATH=/a:/b\r\n* * * * * A=1 x\n#B=2\n\"C\"='d'\nEMPTY=\n"
    expected = {"MAILTO": '"a b"', "PATH": "/a:/b", "C": "'d'", "EMPTY": ""}
    assert Crontab(above + BLOCK + b"MAILTO=later\n").variables("morning") == expected
    assert unquoted(expected["MAILTO"]) == "a b"
    assert Crontab(above).variables("morning") == expected


def test_what_is_set_for_our_line_is_set_back_behind_it() -> None:
    """Whoever stands below keeps what was in effect."""
    lines = with_variables("job", {"MAILTO": "me@example.org", "SHELL": "/bin/sh"}, {"MAILTO": '""', "SHELL": "fish"})
    assert lines == ("MAILTO=me@example.org", "SHELL=/bin/sh", "job", 'MAILTO=""', "SHELL=fish")
    assert with_variables("job", {}, {"MAILTO": "x"}) == ("job",)
