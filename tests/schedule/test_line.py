"""What cron and /bin/sh make of a line is what was meant."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import BriefingError
from briefing.schedule.command import KEPT, call_of
from briefing.schedule.line import LONGEST, cron_line

NASTY = st.text(st.sampled_from("\\%'\"$`! é~*&;|<>#()\U0001f4f0-=a"), max_size=12)


def handed_over(line: str, *, one_of_two: bool) -> bytes:
    r"""What cron gives to the shell: up to the first "%", "\%" made "%"; by some crons "\\" is made "\", too."""
    command, found, at = line.split(" ", 5)[5], "", 0
    while at < len(command) and command[at] != "%":
        is_pair = command[at] == "\\" and command[at + 1 : at + 2] in ("%", "\\" if one_of_two else "%")
        found += command[at + 1] if is_pair else command[at]
        at += 1 + is_pair
    return found.encode("utf-8", "surrogateescape")


@pytest.mark.parametrize("one_of_two", [True, False])
@settings(max_examples=60, deadline=None)
@given(words=st.lists(NASTY, min_size=1, max_size=4))
def test_every_word_arrives_as_it_was(words: list[str], *, one_of_two: bool) -> None:
    """Blanks, quotes, dollars, percent signs and backslashes, by a real shell, and nothing is read from it."""
    line = cron_line((0, 15, 30, 45), ["/usr/bin/printf", "%s\\0", *words])
    command = handed_over(line, one_of_two=one_of_two)
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, input=b"not read")
    assert done.stderr == b""
    assert done.stdout.decode() == "".join(f"{word}\0" for word in words)
    assert "\n" not in line


def test_a_name_that_is_not_utf_8_arrives_too() -> None:
    """A file can be called anything."""
    line = cron_line((0,), ["/usr/bin/printf", "%s", "n\udcf6"])
    done = subprocess.run(["/bin/sh", "-c", handed_over(line, one_of_two=True)], capture_output=True)
    assert done.stdout == b"n\xf6"


def test_a_line_that_cron_would_cut_off_is_refused() -> None:
    """By bytes, not letters; one that just fits is not."""
    room = LONGEST - len(cron_line((0,), ["/bin/true", "x"]).encode())
    assert len(cron_line((0,), ["/bin/true", "x" * (room + 1)])) == LONGEST
    with pytest.raises(BriefingError, match=r"999 bytes, of which cron takes 998; move the settings .* --systemd"):
        cron_line((0,), ["/bin/true", "x" * (room + 2)])
    with pytest.raises(BriefingError, match="of which cron takes 998"):
        cron_line((0,), ["/bin/true", "é" * 600])


def test_the_call_is_this_interpreters_in_an_environment_of_its_own() -> None:
    """Found nowhere by chance: absolute, in UTF-8, with what decides where the state lies, and nothing else."""
    environ = {name: f"/kept/{name}" for name in KEPT} | {"HOME": "/home/x", "LANG": "C", "BRIEFING_WORDS": "3"}
    words = call_of(("run",), environ).words
    assert words[0] == "/usr/bin/env"
    at = words.index(sys.executable)
    assert words[at:] == (sys.executable, "-P", "-m", "briefing", "run")
    variables = dict(word.split("=", 1) for word in words[1:at])
    assert variables.pop("PATH").startswith(str(sys.executable).rpartition("/")[0] + ":")
    assert variables == {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"} | {name: f"/kept/{name}" for name in KEPT}


@pytest.mark.parametrize("word", ["a\nb", "a\rb", "\0"])
def test_what_no_line_can_hold_is_refused(word: str) -> None:
    """A line break in the name of a folder would be a line of its own."""
    with pytest.raises(BriefingError, match="holds a line break or another control character; rename it"):
        call_of(("run", "--config", word), {})
