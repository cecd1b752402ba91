"""Snowball's stemmers, out of nltk without the rest of nltk.

`import nltk` runs nltk's `__init__`, which imports all of nltk, numpy, and scipy and scikit-learn where they are
installed: 0.2 s and 40 MB, or 1.3 s with those two. The stemmers need five small modules of it, 0.03 s.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import find_spec, module_from_spec
from threading import active_count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nltk.stem.snowball import SnowballStemmer

_PACKAGES = ("nltk", "nltk.stem", "nltk.corpus")


def stemmer(name: str) -> SnowballStemmer:
    """Return nltk's Snowball stemmer of that name ("english")."""
    return _stemmers()(name)


@cache
def _stemmers() -> type[SnowballStemmer]:
    """Return nltk's class.

    Where nltk is imported already, where another thread might import it meanwhile, and where a release of nltk is laid
    out otherwise, it is imported as usual.
    """
    if "nltk" not in sys.modules and active_count() == 1:
        with suppress(ImportError, AttributeError), _unopened():
            from nltk.stem.snowball import SnowballStemmer

            return SnowballStemmer  # type: ignore[no-any-return]
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer  # type: ignore[no-any-return]


@contextmanager
def _unopened() -> Iterator[None]:
    """Let nltk's packages stand for their folders alone, their `__init__` not run, and take them away again.

    So whoever imports nltk later gets all of it.
    """
    try:
        for package in _PACKAGES:
            if (spec := find_spec(package)) is None:
                raise ImportError(package)
            sys.modules[package] = module_from_spec(spec)
        # What the stemmers' module imports and uses only where it is asked to leave stop words alone.
        setattr(sys.modules["nltk.corpus"], "stopwords", None)  # noqa: B010
        yield
    finally:
        for module in [name for name in sys.modules if name.split(".")[0] == "nltk"]:
            del sys.modules[module]
