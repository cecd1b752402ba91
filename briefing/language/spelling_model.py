"""What is known of how a language is written: the shape of an entry of `SPELLING`."""

from __future__ import annotations

from dataclasses import dataclass

_JOINING = frozenset(["and", "or", "und", "oder", "et", "ou", "y", "o", "и", "или", "і", "та", "або"])


@dataclass(frozen=True, slots=True)
class Spelling:
    """One language's evidence. A language without an entry has none: then only the marks and the script tell.

    `never_last` and `unfinished` end no sentence, `seldom_last` none without a full stop, `never_closing` none
    before an "of". `titles` stand before a name. `articles` are glued to the next word (`Theattacks`), `verbs` to
    the name before (`Kulebasaid`), `small_before` and `small_after` words to the one behind and before them;
    `nouns` follow an article in the news though the article may hold them no second time; `joined` are two function
    words in one. `compounds` look like glued words and are none; a word of more letters than `longest` is several
    (0: of any length). `letters` are words of one letter. `suspending` follow a hyphen that joins a later word or
    is meant for a dash ("long- and short-term"); `endings` and `beginnings` are parts of words and no words: a
    hyphen beside one was a line's end ("min- ister"). `never_twice` are not written twice running ("the the"; but
    "had had"), `clashes` are pairs that nobody writes. `lists_suffice`: a full stop before a small letter is a
    break unless a listed abbreviation explains it.
    """

    never_last: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    articles: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()
    never_closing: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    suspending: frozenset[str] = _JOINING
    endings: frozenset[str] = frozenset()
    never_twice: frozenset[str] = frozenset()
    clashes: frozenset[str] = frozenset()
    small_before: tuple[str, ...] = ()
    small_after: tuple[str, ...] = ()
    beginnings: frozenset[str] = frozenset()
    longest: int = 0
    unfinished: frozenset[str] = frozenset()
    seldom_last: frozenset[str] = frozenset()
    stranded: frozenset[str] = frozenset()
    lists_suffice: bool = False
