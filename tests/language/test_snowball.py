"""nltk's stemmers come without the rest of nltk, and nobody can tell."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from briefing.language.words import SNOWBALL, words

ROOT = Path(__file__).parents[2]
TEXTS = sorted((ROOT / "seeds").glob("*.txt"))
STEMS = """
import json, sys
{first}
from briefing.language.snowball import stemmer
asked = json.load(sys.stdin)
stems = {{name: [stemmer(name).stem(word) for word in words] for name, words in asked.items()}}
loaded = sorted({{"nltk", "nltk.data", "numpy", "tkinter"}} & sys.modules.keys())
import nltk
print(json.dumps([stems, loaded, nltk.FreqDist("aab").most_common(1), nltk.stem.PorterStemmer().stem("reading")]))
"""


def python(code: str, given: str, path: str = "") -> subprocess.CompletedProcess[str]:
    """Run Python on some code, with its own modules alone."""
    return subprocess.run(
        [sys.executable, "-c", code], input=given, capture_output=True, text=True, cwd=ROOT, env={"PYTHONPATH": path}
    )


def test_the_stems_are_nltks_own_and_nltk_is_whole_afterwards():
    """In all languages; before nltk is imported nothing heavy is, and whoever imports it later gets all of it."""
    texts = " ".join(path.read_text("utf-8") for path in TEXTS)
    given = json.dumps(dict.fromkeys(SNOWBALL.values(), sorted({*words(texts), "дорогами", "häuser", "كتابات"})))
    alone, whole = (python(STEMS.format(first=first), given) for first in ("", "import nltk"))
    assert alone.stderr == whole.stderr == ""
    (stems, loaded, *rest), (expected, _, *as_ever) = json.loads(alone.stdout), json.loads(whole.stdout)
    assert stems == expected
    assert loaded == []
    assert rest == as_ever == [[["a", 2]], "read"]


def test_another_layout_of_nltk_is_imported_as_usual(tmp_path):
    """Where the stemmers need what nltk's `__init__` makes, it is run."""
    files = {
        "__init__": "rules = {'running': 'run'}",
        "stem/__init__": "",
        "corpus/__init__": "",
        "stem/snowball": "from nltk import rules\nclass SnowballStemmer:\n def __init__(s, _): s.stem = rules.get",
    }
    for name, code in files.items():
        (path := tmp_path / "nltk" / f"{name}.py").parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code)
    done = python(
        "from briefing.language.snowball import stemmer; print(stemmer('english').stem('running'))", "", str(tmp_path)
    )
    assert (done.stdout, done.stderr) == ("run\n", "")
