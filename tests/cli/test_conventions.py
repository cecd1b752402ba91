"""What every command has in common: help, exit codes, streams, settings, and a quiet end."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from briefing.cli import COMMANDS

DAY = ("--date", "2026-11-22")
ARTICLE = "The dam above Orr broke on Friday. Nobody was hurt, the mayor said."


def real(*arguments: object, **kept) -> subprocess.CompletedProcess[str]:
    """Run the real command in a process of its own."""
    call = [sys.executable, "-m", "briefing", *map(str, arguments)]
    return subprocess.run(call, capture_output=True, text=True, timeout=60, **kept)


@pytest.fixture
def pile(tmp_path) -> Path:
    """A folder with one good article."""
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE)
    return folder


def test_alone_it_says_what_to_do_next(command):
    """Exit 0, on standard output."""
    ran = command()
    assert (ran.code, ran.err) == (0, "")
    assert "briefing build FOLDER" in ran.out


@pytest.mark.parametrize("name", ["", *COMMANDS])
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_every_help_has_examples(command, name, flag):
    """And each example is a call of that very command."""
    ran = command(*([name] if name else []), flag)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: briefing")
    examples = ran.out.partition("Examples:\n")[2].partition("\n\n")[0].splitlines()
    assert examples
    assert all(f"briefing {name}".strip() in line for line in examples)
    assert max(map(len, ran.out.splitlines())) <= 120


def test_the_help_lists_every_command(command):
    """With a line about each."""
    out = command("--help").out
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\S", out, re.MULTILINE)


def test_the_version_is_the_packages(command):
    """On standard output."""
    import briefing

    assert command("--version").out == f"briefing {briefing.__version__}\n"


USAGE = [
    (["buidl"], "there is no command 'buidl'; did you mean 'build'?"),
    (["qqq"], "there is no command 'qqq'; see briefing --help"),
    (["build", "x", "--date", "2026-13-01"], "'2026-13-01' is no day; write it as in 2026-11-22"),
    (["build", "x", "--since", "yesterday"], "'yesterday' is no day"),
    (["build", "x", "--words", "0"], "--words"),
    (["build", "x", "--words", "many"], "--words"),
    (["build", "x", "--wrods", "3"], "--words"),
    (["send", "tomorrow"], "'tomorrow' is no day"),
    (["verify"], "PAGE"),
    (["completion", "tcsh"], "tcsh"),
    (["--nonsense"], "--nonsense"),
]


@pytest.mark.parametrize(("arguments", "said"), USAGE, ids=[" ".join(a) for a, _ in USAGE])
def test_a_wrong_command_line_is_exit_2(command, arguments, said):
    """With what is wrong on standard error."""
    ran = command(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_one_output_takes_one_format(command, pile, tmp_path):
    """A usage error for standard output and for a file; a folder takes several."""
    both = ("--format", "md", "--format", "json")
    for output in ("-", tmp_path / "page.md"):
        ran = command("build", pile, "-o", output, *both)
        assert (ran.code, ran.out) == (2, "")
        assert "takes one format, not md, json" in ran.err
    assert command("build", pile, *DAY, "-o", tmp_path / "out", *both).code == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["2026-11-22.json", "2026-11-22.md"]


def test_the_page_goes_where_it_is_asked_to(command, pile, tmp_path):
    """By default into briefings/; a file's suffix says its format; a line about it on standard error."""
    ran = command("build", pile, *DAY)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "briefings/2026-11-22.md: 1 articles, 2 extracts, 13 words\n" or ran.err.startswith(
        "briefings/2026-11-22.md: 1 article, "
    )
    page = Path("briefings/2026-11-22.md").read_text("utf-8")
    assert page.startswith("# Briefing, 22 November 2026\n")
    for name, begin in (("p.json", "{"), ("p.html", "<!DOCTYPE html>"), ("p.txt", "Briefing, "), ("p.md", "# ")):
        assert command("build", pile, *DAY, "-q", "-o", tmp_path / name).err == ""
        assert (tmp_path / name).read_text("utf-8").startswith(begin)
    assert command("build", pile, *DAY, "-o", "-", "--format", "text").out.startswith("Briefing, 22 November 2026\n")


def test_standard_input_and_output(command, monkeypatch, tmp_path):
    """An article in, a page out, nothing else; a row a line where they are rows."""
    for text in (ARTICLE, json.dumps({"text": ARTICLE, "title": "Dam"}) + "\n"):
        (tmp_path / "in").write_text(text)
        monkeypatch.setattr("sys.stdin", (tmp_path / "in").open())
        ran = command("build", "-", *DAY, "-o", "-")
        assert (ran.code, ran.err) == (0, "")
        assert "The dam above Orr broke on Friday. [1.1]" in ran.out


def test_an_unreadable_file_is_exit_3_and_one_line(command, pile):
    """It is named on standard error and on the page, with what to do; the rest is there."""
    (pile / "torn.txt").write_bytes(b"\x00\x01\x02" * 100)
    ran = command("build", pile, *DAY, "-q", "-o", "-")
    assert ran.code == 3
    assert re.fullmatch(r"briefing: .*/torn\.txt: [^\n]+ \([^\n]+\)\n", ran.err)
    assert re.search(r"^- Problem: \[torn\.txt\]\[!1\]: .+\.$", ran.out, re.MULTILINE)
    assert ", 1 problem;" in ran.out
    assert "The dam above Orr broke" in ran.out


def test_a_source_that_is_gone_is_a_problem_beside_others(command, tmp_path):
    """The page says so and is proved; with nothing else to read it ends the run."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("The dam above Orr broke on Friday. Nobody was hurt, the mayor said.")
    gone = tmp_path / "gone"
    ran = command("build", tmp_path / "news", gone, "-o", "page.md")
    assert ran.code == 3
    assert f"briefing: {gone}: no such file or folder" in ran.err
    assert "no such file or folder" in Path("page.md").read_text()
    assert command("verify", "page.md").code == 0
    ran = command("build", gone, tmp_path / "lost", "-o", "page.md")
    assert (ran.code, ran.err.count("no such file or folder")) == (1, 2)


def test_an_empty_folder_is_an_empty_day(command, tmp_path):
    """Exit 0, and the page says so."""
    (tmp_path / "none").mkdir()
    ran = command("build", tmp_path / "none", *DAY, "-o", "-")
    assert (ran.code, ran.err) == (0, "")
    assert "There is nothing to report." in ran.out


def test_a_source_named_twice_is_read_once(command, pile):
    """A folder and a file in it: the page with all its scores is that of the folder."""
    (pile / "b.txt").write_text("Voters in Marn go to the polls. The dam of Orr is their worry. They want a wall.")
    form = ("-o", "-", "--format", "json")
    once = command("build", pile, *DAY, *form).out
    assert command("build", pile, pile, *DAY, *form).out == once
    assert command("build", pile, pile / "a.txt", *DAY, *form).out == once


FAILED = [
    (["build", "nowhere"], 1, "nowhere: no such file or folder"),
    (["build", "nowhere.example/feed"], 1, "yours to read; if it is an address, write https://nowhere.example/feed"),
    (["build", "feed://nowhere.example/rss"], 1, "if it is an address, write https://nowhere.example/rss"),
    (["build", "missing.txt"], 1, "or not yours to read\n"),
    (["build"], 78, "no source: name a folder or file, or set `sources`"),
    (["build", "{pile}", "--method", "sumy:lexrnk"], 78, "did you mean 'sumy:lexrank'?"),
    (["build", "{pile}", "--method", "qqq"], 78, "method: there is no 'qqq'; there are ours, lead"),
    (["build", "{pile}", "--format", "jsno"], 78, "did you mean 'json'?"),
    (["build", "{pile}", "--config", "none.toml"], 78, "none.toml: cannot be read"),
    (["send"], 78, "name"),
    (["run"], 78, "no source"),
]


@pytest.mark.parametrize(("arguments", "code", "said"), FAILED, ids=[" ".join(a) for a, *_ in FAILED])
def test_a_failure_is_one_line_and_its_exit_code(command, pile, arguments, code, said):
    """That says what to do; nothing on standard output, nothing written."""
    ran = command(*(argument.format(pile=pile) for argument in arguments))
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("briefing: ")
    assert ran.err.count("\n") == 1
    assert said in ran.err
    assert list(Path.cwd().iterdir()) == []


def test_all_mistakes_in_the_settings_are_told_at_once(command, pile, tmp_path):
    """Each with file, line and a suggestion."""
    settings = tmp_path / "bad.toml"
    settings.write_text('wrods = 3\nlanguage = 7\n\n[mail]\nprot = 25\n\n[[theme]]\nname = "A"\ntemrs = ["x"]\n')
    ran = command("build", pile, "--config", settings)
    assert (ran.code, ran.out) == (78, "")
    for line, wanted in ((1, "words"), (2, "language"), (5, "port"), (9, "terms")):
        assert re.search(rf"^briefing: {settings}:{line}: .*{wanted}", ran.err, re.MULTILINE)


def test_the_environment_stands_between_file_and_command_line(command, pile, monkeypatch):
    """Command line > environment > file > defaults."""
    Path("briefing.toml").write_text('title = "File"\nwords = 30\n')

    def title() -> str:
        return command("build", pile, *DAY, "-o", "-").out.splitlines()[0]

    assert title() == "# File, 22 November 2026"
    monkeypatch.setenv("BRIEFING_TITLE", "Environment")
    assert title() == "# Environment, 22 November 2026"
    monkeypatch.setenv("BRIEFING_WORDS", "7")
    assert "words=7" in command("build", pile, *DAY, "-o", "-").out
    assert "words=9" in command("build", pile, *DAY, "-o", "-", "--words", "9").out
    monkeypatch.setenv("BRIEFING_WORDS", "seven")
    ran = command("build", pile, *DAY)
    assert (ran.code, ran.err) == (78, "briefing: BRIEFING_WORDS: words: must be a whole number, not 'seven'\n")


def test_of_a_strangers_settings_title_language_and_themes_are_taken(command, pile):
    """Where to write is not; -v says what was ignored."""
    (pile / "briefing.toml").write_text('title = "Theirs"\noutput = "/tmp/theirs"\nwords = 5\n')
    ran = command("build", pile, *DAY, "-v")
    assert ran.code == 0
    assert Path("briefings/2026-11-22.md").read_text("utf-8").startswith("# Theirs, ")
    assert "output" in ran.err
    assert "words" in ran.err
    assert "ignored" in ran.err


@pytest.mark.parametrize("target", ["file/page.md", "file/folder/", "file"])
def test_a_page_that_cannot_be_written_is_exit_1_with_its_path(command, pile, tmp_path, target):
    """Under a regular file nothing can be written, whoever one is; what was there stays."""
    (tmp_path / "file").write_text("mine")
    ran = command("build", pile, *DAY, "-o", f"{tmp_path}/{target}")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"briefing: {tmp_path}/file")
    assert "cannot be written" in ran.err
    assert (tmp_path / "file").read_text() == "mine"


def test_a_page_is_written_whole_or_not_at_all(command, pile, tmp_path):
    """A template that fails in the middle leaves the old page, and no draft beside it."""
    target = tmp_path / "out" / "page.md"
    target.parent.mkdir()
    target.write_text("the old page")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "briefing.md.j2").write_text("# {{ briefing.title }}\n{{ briefing.nonsense }}\n")
    settings = tmp_path / "s.toml"
    settings.write_text('templates = "mine"\n')
    ran = command("build", pile, "--config", settings, *DAY, "-o", target)
    assert (ran.code, ran.out) == (78, "")
    assert f"{tmp_path}/mine/briefing.md.j2:2: " in ran.err
    assert [(p.name, p.read_text()) for p in target.parent.iterdir()] == [("page.md", "the old page")]


TEMPLATES = [
    ("# x\n{% if %}\n", 2),
    ("{{ briefing.title }\n", 1),
    ("a\nb\n{% endif %}\n", 3),
    ("{{ nothing }}", 1),
    ("\n{{ briefing.day|nofilter }}", 2),
    ("{{ briefing.title + 1 }}", 1),
    ("{{ 1 / 0 }}", 1),
    ("{% include 'none.j2' %}", None),
    ("{{ briefing.__class__.__mro__ }}", 1),
    ("{{ briefing.points[99].text }}", 1),
]


@pytest.mark.parametrize(("template", "line"), TEMPLATES)
def test_a_template_that_cannot_be_used_is_told_with_file_and_line(command, pile, tmp_path, template, line):
    """Exit 78, by `build` and by `check`."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "briefing.md.j2").write_text(template)
    settings = tmp_path / "s.toml"
    settings.write_text(f'templates = "mine"\nsources = ["{pile}"]\n')
    for arguments in (("build", "--config", settings, "-o", "-"), ("check", "--config", settings)):
        ran = command(*arguments)
        assert ran.code == 78
        assert "Traceback" not in ran.err
        assert (f"{tmp_path}/mine/briefing.md.j2:{line}: " if line else "none.j2") in ran.err


def test_no_colour_and_no_progress_when_piped(seeds, tmp_path):
    """Not one escape in what is not a terminal."""
    ran = real("build", seeds, *DAY, "-o", "-", "-v", cwd=tmp_path)
    assert ran.returncode == 0
    assert "\x1b" not in ran.stdout + ran.stderr
    assert "\r" not in ran.stderr
    assert "\x1b" not in real("--help", cwd=tmp_path).stdout


@pytest.mark.parametrize("arguments", [["build", "{seeds}", "-o", "-"], ["plugins"], ["explain", "{seeds}"]])
def test_a_reader_that_leaves_is_not_complained_about(seeds, tmp_path, arguments):
    """As with `| head -1`: nothing on standard error, and the exit code of a broken pipe."""
    call = [sys.executable, "-m", "briefing", *(argument.format(seeds=seeds) for argument in arguments)]
    read, write = os.pipe()
    process = subprocess.Popen(call, stdout=write, stderr=subprocess.PIPE, cwd=tmp_path, text=True)
    os.close(write)
    os.close(read)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (141, "")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_ends_quietly_when_told_to(tmp_path, number, code):
    """While it waits for an article on standard input: no traceback, nothing written."""
    call = [sys.executable, "-m", "briefing", "build", "-", "-o", "page.md"]
    process = subprocess.Popen(
        call,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        text=True,
        # A shell that starts the tests in the background leaves them deaf to interrupts, and their children, too.
        preexec_fn=partial(signal.signal, number, signal.SIG_DFL),  # noqa: PLW1509
    )
    assert process.stdin is not None
    process.stdin.write(ARTICLE)
    process.stdin.flush()
    _wait_until_it_reads(process.pid)
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert process.returncode == code
    assert (out, err.strip()) == ("", "")
    assert list(tmp_path.iterdir()) == []


def _wait_until_it_reads(pid: int) -> None:
    """Wait until the process has taken all that was written and asks for more."""
    for _ in range(600):
        if Path(f"/proc/{pid}/wchan").exists() and "pipe" in Path(f"/proc/{pid}/wchan").read_text():
            return
        if Path(f"/proc/{pid}/syscall").exists() and _reads_standard_input(pid):
            return
        time.sleep(0.05)


def _reads_standard_input(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/syscall").read_text().startswith("0 0x0 ")
    except OSError:
        return False


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_is_given_its_completion(command, shell):
    """A script that asks us under the name that click listens to."""
    ran = command("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert "_BRIEFING_COMPLETE" in ran.out
    assert f"{shell}_complete" in ran.out


def test_the_completion_completes(tmp_path):
    """What the script asks for is answered: our commands."""
    env = {**os.environ, "_BRIEFING_COMPLETE": "bash_complete", "COMP_WORDS": "briefing ver", "COMP_CWORD": "1"}
    assert real(cwd=tmp_path, env=env).stdout.strip() == "plain,verify"


def test_a_locale_by_which_names_of_files_are_not_utf_8_is_refused(pile, tmp_path):
    """Else a page would point to names that no reader of it has; the remedy is one of two variables."""
    env = {**os.environ, "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    ran = real("build", pile, "-o", "-", cwd=tmp_path, env=env)
    assert (ran.returncode, ran.stdout) == (78, "")
    assert ran.stderr.endswith("set PYTHONUTF8=1, or LC_ALL=C.UTF-8\n")
    assert real("build", pile, "-o", "-", cwd=tmp_path, env={**env, "PYTHONUTF8": "1"}).returncode == 0


def test_a_terminal_that_lacks_a_letter_gets_its_number(pile, tmp_path):
    """As on standard error, rather than a traceback in the middle of the output."""
    (pile / "a.txt").write_text("The dam above Orr broke on Friday. “Nobody was hurt,” Mayor Łukasz Ø said.")
    env = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    call = [sys.executable, "-m", "briefing", "explain", str(pile), "Nobody was hurt"]
    done = subprocess.run(call, cwd=tmp_path, env=env, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "\\u201cNobody was hurt,\\u201d Mayor \\u0141ukasz Ø".encode("latin-1") in done.stdout
