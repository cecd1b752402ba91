"""What all benchmarks of speed share: CPU time, peak memory, texts to work on, sumy with plain words, a table."""

from __future__ import annotations

import json
import os
import platform
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
WORDS = re.compile(r"\w+")
SIZE = 12  # paragraphs of a made article


class Used(NamedTuple):
    """What a process took: seconds of CPU, and the most memory in MB."""

    seconds: float
    memory: float


def took(work: Callable[[], Any]) -> float:
    """Return the seconds of CPU that some work takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


# Counted from a small process: Linux takes what the parent had for the peak of its child.
_COUNTING = """
import json, os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
print(json.dumps([status, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def ran(arguments: Sequence[str]) -> Used:
    """Return what a Python process with these arguments used; raises CalledProcessError if it fails."""
    command = [sys.executable, "-c", _COUNTING, sys.executable, *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, cwd=ROOT, check=True)
    status, seconds, memory = json.loads(done.stdout)
    if status:
        raise subprocess.CalledProcessError(status, arguments)
    return Used(seconds, memory)


def news(data: Path | None) -> list[str]:
    """Return the texts of `single/news.jsonl` in a folder of data, or as many made ones without a folder."""
    if data is None:
        return ["\n\n".join(text) for text in made_articles(275, None)]
    lines = (data / "single/news.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def made_articles(count: int, data: Path | None) -> Iterator[list[str]]:
    """Yield articles as lists of paragraphs: those of `multi/stories.jsonl` shuffled, or invented ones."""
    chance = random.Random(7)
    paragraphs = _real(data) if data else [_invented(chance) for _ in range(12_000)]
    for _ in range(count):
        yield chance.sample(paragraphs, SIZE)


def _real(data: Path) -> list[str]:
    rows = map(json.loads, (data / "multi/stories.jsonl").read_text("utf-8").splitlines())
    texts = (document["text"] for row in rows for document in row["documents"])
    return [p for text in texts for p in text.split("\n\n") if 40 < len(p) < 700]


def _invented(chance: random.Random) -> str:
    """A paragraph of two sentences; its rarer words are many, as in news."""
    return " ".join(_sentence(chance) for _ in range(2))


_NAMES = ["Anders", "Berit", "Carla", "Dmitri", "Elena", "Farid", "Greta", "Hamid", "Ines", "Jonas"]
_NOUNS = [
    "minister",
    "harbour",
    "council",
    "ferry",
    "budget",
    "railway",
    "hospital",
    "strike",
    "election",
    "border",
    "treaty",
    "factory",
]
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VERBS = [
    "approved",
    "rejected",
    "delayed",
    "praised",
    "visited",
    "funded",
    "closed",
    "opened",
    "questioned",
    "repaired",
]


def _coined(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(3)) + "k"


def _sentence(chance: random.Random) -> str:
    name, place = (
        chance.choice(_NAMES),
        f"{chance.choice('BDFGKLMNPRSTV')}{chance.choice('aeiou')}l{_LETTERS[chance.randrange(26)]}{_LETTERS[chance.randrange(26)]}en",
    )
    nouns = " and the ".join(f"{chance.choice(_NOUNS)} of {_coined(chance)}" for _ in range(2))
    day = chance.choice(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"])
    return (
        f"{name} Holm {chance.choice(_VERBS)} the {nouns} near {place.title()} on {day}, the agency said in a report."
    )


class PlainWords:
    """Stands in for sumy's tokenizer, which downloads data: runs of letters and digits."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(WORDS.findall(text))


def sumy_document(sentences: Sequence[str]) -> Any:
    """Return sumy's document of plain sentences."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    return ObjectDocumentModel([Paragraph([Sentence(text, PlainWords()) for text in sentences])])


def sumy_method(name: str) -> Any:
    """Return one of sumy's methods as its documentation sets it up: English stems and stop words."""
    from importlib import import_module

    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    module, _, of = name.partition(".")
    method = getattr(import_module(f"sumy.summarizers.{module}"), f"{of}Summarizer")(Stemmer("english"))
    method.stop_words = get_stop_words("english")
    return method


def setting() -> str:
    """Return the commit, the machine and the versions that figures were taken with."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT).stdout
    packages = ("briefing", "sumy", "nltk", "numpy", "summa", "pytextrank")
    known = ", ".join(f"{name} {found}" for name in packages if (found := _version(name)))
    return (
        f"Commit {commit.strip()}; Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {known}."
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown under a heading."""
    lines = [f"## {title}", "", f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows), ""])
