"""Every line that the README has its reader type is typed here, with the example in the place of the reader's news.

The rest of the world is there as well: a web server, a mail server, a crontab, a bucket.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import boto3
import pyarrow
import pyarrow.parquet
import pytest
from moto.server import ThreadedMotoServer

from tests.collect.conftest import LONG, entry, feed
from tests.collect.conftest import page as told
from tests.mail_server import PASSWORD, USER
from tests.schedule.conftest import PROGRAM as CRONTAB
from tests.web_server import page

README = (Path(__file__).resolve().parent.parent / "README.md").read_text("utf-8")
TEXT = "The dam broke on Friday. Nobody was hurt. Repairs will take a year, the mayor said."
NOT_TYPED = {
    "make": "it sets up, or is what runs this test",
    "pip": "it asks the network; what is installed so is built and used in tests of its own",
    "$": "an example of the editor's hand, with its output, in tests/cli/test_hand.py",
}
BUILDS = ("build", "init", "verify", "explain", "editions", "archive", "fetch")


def _blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", README, re.DOTALL)


def _calls() -> list[list[str]]:
    """What is typed, in words; of lines that are answers, beside a `$`, none."""
    lines = [line for block in _blocks("console") if not block.startswith("$ ") for line in block.splitlines()]
    return [shlex.split(line, comments=True) for line in lines]


def _ours(*names: str) -> list[list[str]]:
    """What is typed that begins with `briefing` and one of these commands, without the former."""
    return [call[1:] for call in _calls() if call[0] == "briefing" and call[1] in names]


def _is_in_a_bucket(call: list[str]) -> bool:
    return any("s3://" in word for word in call)


def test_every_line_is_typed_or_there_is_a_reason():
    """Each begins with `briefing`, or is one of those whose reasons are above, or has a test of its own below."""
    assert {call[0] for call in _calls()} == {"briefing", "make", "pip", "cat", "env"}
    typed = _ours(
        "build", "init", "verify", "explain", "editions", "archive", "fetch", "send", "check", "schedule", "outbox"
    )
    assert len(typed) == sum(call[0] == "briefing" for call in _calls())
    dollars = [block for block in _blocks("console") if block.startswith("$ ")]
    assert len(dollars) == 2


def test_the_readmes_python_runs():
    """Each block that uses the package, to the end; what it prints is not nothing."""
    blocks = [block for block in _blocks("python") if "import briefing\n" in block]
    assert blocks
    for block in blocks:
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(block, "README.md", "exec"), {})
        assert "The dam" in said.getvalue()


def test_what_builds_and_proves_runs(command, seeds, web_server):
    """Pages, proofs, reasons, editions, archives, and what is fetched."""
    Path("news").symlink_to(seeds)
    Path("more.jsonl").write_text('{"text": "The dam broke on Friday. Nobody was hurt."}\n')
    command("build", "news", "-q", "--date", "2026-11-22", "--format", "md", "--format", "html")
    published = ("--config", "published.toml")
    Path(published[1]).write_text('name = "news"\nsources = ["news"]\nstate = "state"\noutput = "published"\n')
    for day in ("2026-11-27", "2026-11-28"):
        command("build", "--publish", "-q", "--date", day, *published)
    web_server.routes |= {"/feed.xml": page(feed(entry("one", at=None))), "/2026/an-article": page(told(LONG))}
    Path("network.toml").write_text(f'sources = ["{web_server.address("/feed.xml")}"]\n')
    calls = [call for call in _ours(*BUILDS) if not _is_in_a_bucket(call)]
    assert len(calls) > 20
    for call in calls:
        named = published if call[0] in ("archive", "editions") or {"--publish", "last"} & {*call} else ()
        named = ("--config", "network.toml") if call[0] == "fetch" or "--offline" in call else named
        words = (word.replace("https://example.org/", web_server.address()) for word in call)
        ran = command(*("4.1" if word == "3.4" else word for word in words), *named)
        assert ran.code == 0, (call, ran.err)


def test_what_goes_through_a_pipe_runs(tmp_path, monkeypatch):
    """An article on standard input, by a shell."""
    (line,) = [line for block in _blocks("console") for line in block.splitlines() if line.startswith("cat ")]
    (tmp_path / "article.txt").write_text(TEXT)
    (tmp_path / "briefing").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m briefing "$@"\n')
    (tmp_path / "briefing").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, "The dam broke on Friday. [1.1]" in done.stdout) == (0, True)


@pytest.fixture
def mailed(command, seeds, mailbox, serve, authority, tmp_path, monkeypatch) -> Iterator[tuple[str, str]]:
    """The example, mailed to one address through a server that wants TLS and a login; and a crontab."""
    port = serve(mailbox, login=True, tls_context=authority.context("localhost"), require_starttls=True)
    Path("passwords").write_text(f'machine localhost login {USER} password "{PASSWORD}"\n')
    Path("passwords").chmod(0o600)
    server = f'host = "localhost"\nport = {port}\nuser = "{USER}"\nca_file = "{authority.file}"'
    whole = (
        f'sources = ["{seeds}"]\nname = "news"\nstate = "state"\n[fetch]\ncredentials = "passwords"\n[mail]\n{server}'
    )
    Path("mail.toml").write_text(f'{whole}\nsender = "desk@example.org"\nrecipients = ["reader@example.org"]\n')
    program = tmp_path / "bin" / "crontab"
    program.parent.mkdir()
    program.write_text(CRONTAB.format(file=tmp_path / "crontab"))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    return ("--config", "mail.toml")


def test_what_mails_runs(command, mailed, mailbox):
    """Every `send` and `check`, in order: one mail of each day that is sent, and one more with `--again`."""
    for call in _ours("send", "check"):
        more = ("--again",) if "--draft" in call else ()  # everybody has it by then
        ran = command(*call, *more, *mailed)
        is_late = call == ["send"] and "has the edition" in ran.err  # the same line stands in two places
        assert ran.code == 0 or is_late, (call, ran.err)
    assert len(mailbox.taken) == 3
    assert list(Path("look").glob("*.eml"))


def test_what_schedules_runs(command, mailed, mailbox, tmp_path):
    """The line is written, shown and taken out; and what it has cron call runs, as it is told for other schedulers."""
    (call,) = [call for call in _calls() if call[0] == "env"]
    at = call.index("run")
    bare = ["env", "-i", f"HOME={tmp_path}", call[3], sys.executable, "-m", "briefing", *call[at:-1], mailed[1]]
    ran = subprocess.run(bare, capture_output=True)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")
    assert len(mailbox.taken) == 1
    for call in _ours("schedule"):
        ran = command(*call, *mailed)
        assert ran.code == 0, (call, ran.err)
    assert not (tmp_path / "crontab").exists()


def test_what_looks_after_the_outbox_runs(command, mailed):
    """On letters that are held, the numbers of the README being theirs."""
    for call in _ours("outbox"):
        assert command("send", "--draft", "--again", "-q", *mailed).code == 0
        (letter, *_) = json.loads(command("outbox", "--all", "--json", *mailed).out)["letters"]
        theirs = {"12": str(letter["number"]), "14": "", "2026-11-28": letter["day"]}
        ran = command(*filter(None, (theirs.get(word, word) for word in call)), *mailed)
        assert ran.code == 0, (call, ran.err)


def test_what_reads_a_bucket_runs(command, monkeypatch, tmp_path):
    """From a server that speaks as S3 does, by a cluster that is started for the run in the place of the one there."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {
        "ENDPOINT_URL": f"http://{host}:{port}",
        "ACCESS_KEY_ID": "a",
        "SECRET_ACCESS_KEY": "b",
    }.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    file = tmp_path / "news.parquet"
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([{"text": TEXT}]), file)
    store = boto3.client("s3", region_name="us-east-1")
    store.create_bucket(Bucket="bucket")
    store.put_object(Bucket="bucket", Key="news/2026-11-20.parquet", Body=file.read_bytes())
    (call,) = [call for call in _ours("build") if _is_in_a_bucket(call)]
    ran = command(*(re.sub("tcp://.*", "1", word) for word in call), "-o", "-")
    server.stop()
    assert (ran.code, "The dam broke on Friday." in ran.out) == (0, True), ran.err
