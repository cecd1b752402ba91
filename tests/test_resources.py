"""The folders that come with the package, as a clone and as a wheel."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from briefing import resources

ROOT = Path(__file__).resolve().parent.parent


def test_a_clone_has_them_beside_the_package():
    """In a clone the folders at the top are used, so that a change is seen at once."""
    assert resources.templates() == ROOT / "templates"
    assert (resources.example() / "briefing.toml").is_file()


def test_a_wheel_has_them_inside(tmp_path):
    """A wheel that is really built brings both folders along and finds them, far from the clone."""
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", build, tmp_path], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    show = "from briefing.resources import *; print(templates()); print(example())"
    command = [sys.executable, "-P", "-S", "-c", f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); {show}"]
    run = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    found = [Path(line) for line in run.stdout.splitlines()]
    assert found == [tmp_path / "site/briefing/_templates", tmp_path / "site/briefing/_seeds"]
    for inside, beside in zip(found, (ROOT / "templates", ROOT / "seeds"), strict=True):
        assert {p.name for p in inside.iterdir()} == {p.name for p in beside.iterdir()}
    words = "briefing/renderers/words"
    assert {p.name for p in (tmp_path / "site" / words).glob("*.po")} == {p.name for p in (ROOT / words).glob("*.po")}
