"""A source that another package brings: really installed, named in the settings, used from the command line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent / "example_source"
DAY = "2026-11-22"
WIRE = """ZCZC 7 2026-11-20 Harbour wall to be mended
The northern harbour wall will be mended before the winter, the harbour office said on Friday. Eleven ships are waiting.
NNNN
ZCZC eight
NNNN
ZCZC 9 2026-11-21 Ferries stay in port
Two ferries stayed in port on Saturday. The wind is to drop on Monday, the ferry company said.
NNNN
"""
GOOD = WIRE.replace("ZCZC eight\nNNNN\n", "")
SETTINGS = 'name = "harbour"\nsources = ["news", "wire:harbour"]\noutput = "pages"\nstate = "state"\nformats = ["{}"]\n'

# What another package may do; each is a factory that stands in one module.
BAD = """
from briefing.model import Article, Location

def article(number):
    return Article(f"The strike at mill {number} goes on. Talks are to resume.", location=Location(row=number))

class Source:
    def __init__(self, *items):
        self.items = items
    def shards(self):
        return [self]
    def read(self):
        for item in self.items:
            if isinstance(item, Exception):
                raise item
            yield item

def raises(argument, *, language):
    raise RuntimeError(f"no wire at {argument}")

def stops(argument, *, language):
    return Source(article(1), OSError(f"{object()} hung up"), article(2))

def rubbish(argument, *, language):
    return Source(article(1), "text", Article("Half a character: \\ud800."), article(2))

def dated(argument, *, language):
    return Source(Article("The strike at the mill goes on.", date="soon", location=Location(row=3)))

ASKED = []

def live(argument, *, language):
    ASKED.append(argument)
    source = Source()
    source.read = lambda: (article(number) for number in [len(ASKED), ASKED.append("again") or 1])
    return source
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The folder that the example package was installed into, from a copy, without the network."""
    copy, site = tmp_path_factory.mktemp("copy") / "example", tmp_path_factory.mktemp("site")
    shutil.copytree(EXAMPLE, copy)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    offline = ["--no-index", "--no-build-isolation", "--no-deps", "--target", str(site), str(copy)]
    done = subprocess.run([*pip, *offline], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture
def site(installed, tmp_path) -> Path:
    """A copy of that folder, from which packages can be taken out, with a second package of plugins that are bad."""
    site = tmp_path / "site"
    shutil.copytree(installed, site)
    (site / "bad_plugins.py").write_text(BAD)
    about = site / "bad_plugins-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: bad-plugins\nVersion: 1.0\n")
    names = ("raises", "stops", "rubbish", "dated", "live", "missing")
    points = "".join(f"source:{name} = bad_plugins:{name}\n" for name in names)
    (about / "entry_points.txt").write_text(f"[briefing.plugins]\n{points}source:gone = no_such_module:x\n")
    return site


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(site, tmp_path) -> Run:
    """Return a function that runs `briefing` as a process of its own, in a folder of news, wires and settings."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("The dam above Orr broke on Friday. Nobody was hurt, the mayor said.")
    (tmp_path / "harbour.wire").write_text(WIRE)
    path = os.pathsep.join(filter(None, (str(site), os.environ.get("PYTHONPATH"))))
    environ = {**os.environ, "PYTHONPATH": path, "WIRE_FOLDER": str(tmp_path)}

    def ran(*arguments: str) -> subprocess.CompletedProcess[str]:
        call = [sys.executable, "-m", "briefing", *arguments]
        return subprocess.run(call, cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=120)

    return ran


@pytest.fixture(params=["md", "json"])
def published(request, run, tmp_path) -> str:
    """A page, published with the settings, of news and a good wire."""
    (tmp_path / "harbour.wire").write_text(GOOD)
    (tmp_path / "briefing.toml").write_text(SETTINGS.format(request.param))
    done = run("build", "--publish", "--date", DAY)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return f"pages/{DAY}.{request.param}"


def uninstall(site: Path) -> None:
    """Take the example package out."""
    for path in site.glob("example_wire_source*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def test_it_is_listed(run):
    """With where it lives."""
    done = run("plugins", "--json")
    assert {"kind": "source", "name": "wire", "what": "from example_wire_source:Wire"} in json.loads(done.stdout)


@pytest.mark.parametrize("form", ["md", "json"])
def test_it_is_named_like_a_folder(run, tmp_path, form):
    """Its articles are on the page with title and place; what it could not read is a problem; all is proved."""
    done = run("build", "wire:harbour", "news", "--date", DAY, "-o", f"pages/page.{form}")
    assert done.returncode == 3
    (said,) = [line for line in done.stderr.splitlines() if line.startswith("briefing: ")]
    assert said.startswith("briefing: wire:harbour: ")
    assert "not a message: 'ZCZC eight'" in said
    page = (tmp_path / "pages" / f"page.{form}").read_text("utf-8")
    assert "Harbour wall to be mended" in page
    assert "wire:harbour#char=0," in page or '"path": "wire:harbour"' in page
    proved = run("verify", f"pages/page.{form}")
    assert (proved.returncode, proved.stdout.partition(": ")[2]) == (0, "6 verbatim, nothing unclaimed\n")


def test_what_it_gave_is_explained(run):
    """By the number of an extract, by its words, and from a page; as the only source, too."""
    assert "Eleven ships are waiting." in run("explain", "wire:harbour", "Eleven ships").stdout
    assert "harbour wall" in run("explain", "wire:harbour", "1.1").stdout
    assert "Two ferries" in run("explain", "wire:harbour").stdout
    run("build", "wire:harbour", "--date", DAY, "-o", "page.md")
    done = run("explain", "--page", "page.md", "Two ferries")
    assert "page.md would be built just so again." in done.stdout


def test_check_reads_it(run, tmp_path):
    """And names what is wrong with it."""
    assert "not a message" in run("check", "wire:harbour").stderr
    (tmp_path / "harbour.wire").write_text(GOOD)
    assert "sources: well; 3 articles" in run("check", "wire:harbour", "news").stdout


def test_a_forged_sentence_is_found(run, tmp_path):
    """The page of a plugin's articles is proved against what the plugin gives."""
    run("build", "wire:harbour", "--date", DAY, "-o", "page.md")
    page = tmp_path / "page.md"
    page.write_text(page.read_text("utf-8").replace("Eleven ships", "Twelve ships"), "utf-8")
    done = run("verify", "page.md")
    assert (done.returncode, "absent" in done.stdout) == (1, True)


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        (
            "wir:harbour",
            78,
            "sources: wir:harbour: there is no 'wir'; did you mean 'wire'?; a file of that name is ./wir:harbour",
        ),
        ("no:thing", 78, "sources: no:thing: there is no 'no'; "),
        ("wire:HARBOUR", 1, "wire:HARBOUR: a wire is named by small letters, as in wire:harbour"),
        ("wire:../../etc/passwd", 1, "a wire is named by small letters"),
    ],
)
def test_what_cannot_be_named_is_told(run, tmp_path, name, code, said):
    """On one line, and nothing is written."""
    done = run("build", name, "-o", "page.md")
    assert (done.returncode, len(done.stderr.splitlines())) == (code, 1)
    assert said in done.stderr
    assert not (tmp_path / "page.md").exists()


@pytest.mark.parametrize(
    ("name", "articles", "said"),
    [
        ("raises:here", 1, ["raises:here: its plugin failed: RuntimeError: no wire at here"]),
        ("stops:x", 2, ["stops:x: its plugin failed: OSError: <object object> hung up"]),
        (
            "rubbish:x",
            3,
            ["rubbish:x: gave a str, which is no article", "rubbish:x: half a character (a lone surrogate)"],
        ),
        (
            "missing:x",
            1,
            ["missing:x: its plugin failed: AttributeError: module 'bad_plugins' has no attribute 'missing'"],
        ),
        ("dated:x", 2, ["dated:x, row 3: its date cannot be understood and is left out: soon"]),
        ("gone:x", 1, ["gone:x: its plugin failed: ModuleNotFoundError: No module named 'no_such_module'"]),
        ("wire:quiet", 1, ["wire:quiet: "]),
    ],
)
def test_a_bad_plugin_costs_problems_and_no_more(run, tmp_path, name, articles, said):
    """The other articles are on the page, the problems as well, and the page is proved."""
    done = run("build", "news", name, "--date", DAY, "-o", "page.md")
    problems = [line.removeprefix("briefing: ") for line in done.stderr.splitlines() if line.startswith("briefing: ")]
    assert done.returncode == 3
    assert len(problems) == len(said)
    assert all(line.startswith(start) for line, start in zip(problems, said, strict=True)), problems
    assert f"page.md: {articles} article" in done.stderr
    assert run("verify", "page.md").returncode == 0


def test_a_problem_is_told_in_the_pages_language(run, tmp_path):
    """And the page is proved."""
    (tmp_path / "briefing.toml").write_text('page_language = "de"\n')
    assert run("build", "rubbish:x", "stops:x", "--date", DAY, "-o", "page.md").returncode == 3
    page = (tmp_path / "page.md").read_text("utf-8")
    assert "lieferte str, was kein Artikel ist" in page
    assert "das Plugin ist gescheitert: OSError: " in page
    assert run("verify", "page.md").returncode == 0


def test_a_live_source_is_asked_once(run):
    """It may have more to give a moment later: that is for the next edition, and no reason to stumble."""
    done = run("build", "live:x", "news", "--date", DAY, "-o", "-", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert {source["row"] for source in json.loads(done.stdout)["sources"]} == {None, 1}


def test_a_page_is_proved_when_the_source_has_changed(run, published, tmp_path):
    """From what was kept when it was published: texts, titles and days."""
    assert run("verify", published).returncode == 0
    (tmp_path / "harbour.wire").write_text(GOOD.replace("Eleven", "Twelve").replace("ZCZC 9", "ZCZC 10"))
    done = run("verify", published)
    assert (done.returncode, done.stdout) == (0, f"{published}: 6 verbatim, nothing unclaimed\n")


def test_a_page_is_proved_when_the_package_is_gone(run, published, site):
    """What is built then says what is missing."""
    uninstall(site)
    done = run("verify", published)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{published}: 6 verbatim, nothing unclaimed\n", "")
    done = run("build", "--date", DAY)
    assert (done.returncode, "sources: wire:harbour: there is no 'wire'" in done.stderr) == (78, True)


def test_without_the_copies_it_cannot_be_checked(run, published, site, tmp_path):
    """Which is not to say that it is false."""
    uninstall(site)
    shutil.rmtree(tmp_path / "state")
    assert run("verify", published).returncode == 3


def test_its_own_tests_pass_where_it_is_installed(site, tmp_path):
    """With the contract that comes with this package, and nothing of ours on the way but that."""
    shutil.copy(EXAMPLE / "test_example_wire_source.py", tmp_path)
    path = os.pathsep.join(filter(None, (str(site), os.environ.get("PYTHONPATH"))))
    call = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_example_wire_source.py"]
    done = subprocess.run(call, cwd=tmp_path, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "13 passed" in done.stdout
    assert "skipped" not in done.stdout


@pytest.mark.parametrize(("guide", "folder"), [("sources", "example_source"), ("deliverers", "example_deliverer")])
def test_the_guide_shows_the_example_as_it_is(root, guide, folder):
    """Every file of it, to the letter."""
    shown = (root / "briefing" / guide / "README.md").read_text("utf-8")
    for path in (root / "tests" / folder).glob("*.*"):
        assert (
            f"`{path.name}`:\n\n```{'toml' if path.suffix == '.toml' else 'python'}\n{path.read_text('utf-8')}```"
            in shown
        )
