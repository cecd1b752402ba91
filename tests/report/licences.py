"""Which licences come with an installation: those of every library that the core and each extra bring, and theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.report.installed.venv import extras, requirements
from tests.report.row import Row

PROMISE = "every licence lets it be used and passed on with ours (Apache-2.0)"
FREE = {
    *("0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-0"),
    *("MIT-CMU", "PSF-2.0", "Python-2.0", "Unlicense", "Zlib"),
}
BY_FILE = {"MPL-1.1", "MPL-2.0"}
"""Copyleft for the library's own files alone."""

IMPORTED = {"LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later"}
"""Copyleft for the library: fine where it is imported as it came, and can be replaced."""

_SPELT = {
    "apache 2.0": "Apache-2.0", "apache license 2.0": "Apache-2.0", "apache license, version 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0", "bsd license": "BSD", "the bsd 2-clause license": "BSD-2-Clause",
    "bsd 2-clause license": "BSD-2-Clause", "mit license": "MIT", "psfl": "PSF-2.0",
    "python software foundation license": "PSF-2.0", "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "mozilla public license 1.1 (mpl 1.1)": "MPL-1.1",
    "gnu lesser general public license v2 or later (lgplv2+)": "LGPL-2.1-or-later",
    "gnu general public license v2 or later (gplv2+)": "GPL-2.0-or-later",
    "isc license (iscl)": "ISC",
}  # fmt: skip
_TEXTS = {"pypdfium2": "BSD-3-Clause AND Apache-2.0"}  # "…, dependency licenses": PDFium's, all of the free kinds


def rows(load: int) -> list[Row]:
    """Say what the core brings, then what each of the first `load` extras adds to it."""
    core = closure(requirements())
    found = [_row("the core", core)]
    for extra in extras()[:load]:
        brought = closure(requirements(extra))
        if missing := [name for name, it in brought.items() if it is None]:
            says = f"not installed here: {', '.join(missing)}"
            found.append(Row("I6", f"extra {extra}", "", says, PROMISE, is_kept=None))
        else:
            found.append(_row(f"extra {extra}", {name: it for name, it in brought.items() if name not in core}))
    return found


def closure(asked: Iterable[str]) -> dict[str, Distribution | None]:
    """Return the libraries that requirements bring, by name, with theirs; None for one that is not installed."""
    found: dict[str, Distribution | None] = {}
    wanted, seen = [*map(Requirement, asked)], set[tuple[str, str]]()
    while wanted:
        one = wanted.pop()
        name = canonicalize_name(one.name)
        known = _installed(name)
        found[name] = known
        for asked in ("", *one.extras):
            if known is not None and (name, asked) not in seen:
                seen.add((name, asked))
                wanted += _needs(known, asked)
    return dict(sorted(found.items()))


def licence(library: Distribution) -> str:
    """Return a library's licence, as an SPDX expression as far as its metadata allow; "" where they tell none."""
    about = library.metadata
    name = canonicalize_name(str(about["Name"]))
    said = _TEXTS.get(name) or about.get("License-Expression") or ""
    stated = str(about.get("License") or "").strip()
    classed = [c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or [] if c.startswith("License ::")]
    named = [_spdx(one) for one in classed if one != "OSI Approved"]
    return said or " OR ".join(dict.fromkeys(named)) or (_spdx(stated) if len(stated) < 60 else "")


def is_allowed(expression: str, kinds: set[str]) -> bool:
    """Whether an expression leaves a choice of which every part is of these kinds."""
    options = re.sub("[()]", "", expression).split(" OR ")
    return bool(expression) and any(set(option.split(" AND ")) <= kinds for option in options)


def _needs(library: Distribution, extra: str) -> Iterator[Requirement]:
    for text in library.requires or []:
        needed = Requirement(text)
        is_now = needed.marker is None or needed.marker.evaluate({"extra": extra})
        is_always = needed.marker is None or needed.marker.evaluate({"extra": ""})
        if is_now and (not extra or not is_always):
            yield needed


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _spdx(stated: str) -> str:
    return _SPELT.get(stated.lower(), stated)


def _row(case: str, libraries: dict[str, Distribution | None]) -> Row:
    told = {name: licence(it) if it else "" for name, it in libraries.items()}
    bad = [name for name, one in told.items() if not is_allowed(one, FREE | BY_FILE | IMPORTED)]
    figure = ", ".join(f"{name} ({one or 'none stated'})" for name, one in told.items())
    return Row("I6", case, f"{len(told)} libraries", figure or "nothing more", PROMISE, is_kept=not bad)
