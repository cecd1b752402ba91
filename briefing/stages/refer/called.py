"""Find the words in which an article says what somebody is: "US Secretary of State", "the mayor of Orr"."""

from __future__ import annotations

import re
from bisect import bisect_left

from briefing.language.given_names import is_given_name
from briefing.language.name_words import CALENDAR, OPENERS, PERSON_NOUNS, RESTRICTING, TITLES
from briefing.language.role_words import HONORIFICS, MODIFIERS, NOUNS_IN_S, OWNERS, VAGUE_ROLES
from briefing.language.speech_words import SPEECH_WORDS
from briefing.model import Span
from briefing.stages.refer.index import Mention, Names

_SAYS = SPEECH_WORDS["en"].says
_OWNED = ("’s", "'s", "s’", "s'")
_DETERMINERS = frozenset(("the", "a", "an", "this", "that"))
_JOINTS = frozenset(("of", "for", "at", "in", "on", "from", "to"))
_WORD = re.compile(r"[^\W\d_][\w.’'&-]*")
# An apposition: from the comma behind a name to the next one, or to the end of the sentence.
_APPOSED = re.compile(r",\s((?:(?:the|a|an)\s)?[^,;:()“”\"—–?!]{3,90})(?:,(?!\s(?:and|or|as well)\b)|;\s|[.;]\Z)")
# Words that make a clause of what would be an apposition, and roles that only their owner explains.
_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|that|is|was|were|are|has|had|have|said|says|told|will|would|he|she|it|they|his|her|their"
    r"|its|our|my|your|another|other|one|and|or|but)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r",(?!\s(?:and|or)\b)|[.;”\"]|\Z")
_ARTICLE = re.compile(r"(?:the|a|an)\s", re.IGNORECASE)
# Where a role may begin that ends before a comma and the name: "the mayor of Orr, Jane Roe,", "Nordal’s minister, …".
_OPENS = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s|\b(?=[A-Z]\w{1,30}[’']s\s)")
_CLOSES = re.compile(r",\s(?:Dr\.?\s|Mrs?\.?\s|Ms\.?\s)?\Z")
_BROKEN = re.compile(r"[,;:()“”\"—–?!]")
_TITLED = re.compile(r"(?:\A|[.!?]\s|\b[Tt]he\s)((?:[A-Z][\w.’'-]*\s(?:of\s)?){0,5}[A-Z][\w.’'-]*),\s\Z")


_JUST_BEFORE = re.compile(r"([^\W\d_][\w.’'&-]*|&)\s(?:(and|&)\s)?\Z")
_REACH = 150  # characters in which a role before a name stands


def role_of(names: Names, number: int) -> Span | None:
    """Return where the reporter's own words say what the bearer of a name is, the fullest if several do, or None."""
    found = [
        span
        for mention in names.mentions_of(number)
        if not mention.quoted
        for span in (_before(names, mention), _commaed(names, mention), _behind(names, mention))
        if span is not None
    ]
    return max(found, key=lambda span: (len(names.text[slice(*span)].split()), -span.start), default=None)


def _before(names: Names, mention: Mention) -> Span | None:
    """The titles before a name, with what makes them a former or a deputy's: "then-Defense Secretary", "Sen."."""
    if mention.whole.start == mention.span.start:
        return _noun_before(names, mention)
    words = list(_WORD.finditer(names.text, mention.whole.start, mention.span.start))
    while words and _plain(words[0][0]) in HONORIFICS:
        del words[0]
    if not words or not _is_role([word[0] for word in words]) or is_given_name(words[0][0].lower()):
        return None
    return _widened(names, Span(words[0].start(), words[-1].end()), mention)


def _widened(names: Names, title: Span, mention: Mention) -> Span | None:
    """Take in what makes a title a former or a deputy's; None where more of it may stand before: "Budget and …"."""
    begin = max(names.sentences[mention.sentence].start, title.start - _REACH)
    before = _JUST_BEFORE.search(names.text[begin : title.start])
    if before is None:
        return title
    word = before[1].lower()
    if before[2]:
        return None if before[1][0].isupper() and word not in OPENERS else title
    if word in MODIFIERS or word.startswith(("then-", "ex-")):
        return Span(begin + before.start(1), title.end)
    return None if before[1][0].isupper() and word not in OPENERS and word not in CALENDAR else title


def _noun_before(names: Names, mention: Mention) -> Span | None:
    """A plain description right before a name: "Britain’s foreign secretary Jane Roe", "the union boss John Poe"."""
    tokens = names.tokens[mention.sentence]
    first = at = bisect_left(tokens.starts, mention.whole.start)
    while first and at - first < 5 and _describes(tokens.words, first - 1):
        first -= 1
    if first == at or tokens.words[at - 1] not in PERSON_NOUNS or not _begins(tokens.words, first):
        return None
    return Span(tokens.starts[first], tokens.end(at - 1))


def _describes(words: list[str], at: int) -> bool:
    """Whether a word may belong to a description: no small word, and nothing that looks like a verb."""
    word = words[at]
    if not word[0].isalpha() or word in _SAYS:
        return False
    if word[0].isupper():  # "First Liberty president"; a capital that opens the sentence says nothing
        return word.lower() not in _DETERMINERS and (
            (at > 0 and words[at - 1][0].isalnum()) or (word.isupper() and len(word) > 1) or word.lower() not in OPENERS
        )
    if word in OPENERS - RESTRICTING:
        return False
    is_known = word in PERSON_NOUNS or word in RESTRICTING or word in NOUNS_IN_S
    return is_known or word.endswith(_OWNED) or not word.endswith(("ed", "s", "ing"))


def _begins(words: list[str], first: int) -> bool:
    """Whether a noun phrase surely begins there: behind a small word, a mark or a verb of speech, or the sentence."""
    before = words[first - 1].lower() if first else "."
    return (not before[0].isalnum() or before in OPENERS or before in _SAYS) and before not in OWNERS


def _commaed(names: Names, mention: Mention) -> Span | None:
    """A role before a name and a comma: "the mayor of Orr, Jane Roe,", "NATO Secretary General, Jens Stoltenberg"."""
    first = names.sentences[mention.sentence].start
    begin = max(first, mention.whole.start - _REACH)
    before = names.text[begin : mention.whole.start]
    found = _TITLED.search(before)
    if found and (found.start() or begin == first):
        return _checked(names, begin + found.start(1), begin + found.end(1))
    end = _CLOSES.search(before)
    if end is None or not _ENDS.match(names.text, mention.span.end):
        return None
    starts = (begin + opener.end() for opener in _OPENS.finditer(before, 0, end.start()))
    return next((role for start in starts if (role := _owned(names, start, begin + end.start()))), None)


def _owned(names: Names, start: int, end: int) -> Span | None:
    """A whole role up to a comma; in "the lawyer of the owner, Jane Roe" she may be either."""
    words = _WORD.findall(names.text, start, end)
    is_either = not _JOINTS.isdisjoint(words) and _plain(words[-1]) in PERSON_NOUNS | TITLES
    return None if is_either or _BROKEN.search(names.text, start, end) else _checked(names, start, end)


def _behind(names: Names, mention: Mention) -> Span | None:
    """An apposition: "Jane Roe, the mayor of Orr,"."""
    if mention.possessive:
        return None
    found = _APPOSED.match(names.text, mention.span.end, names.sentences[mention.sentence].end)
    return _checked(names, *found.span(1)) if found else None


def _checked(names: Names, start: int, end: int) -> Span | None:
    """Return what is a role without its article, or None."""
    article = _ARTICLE.match(names.text, start, end)
    start = article.end() if article else start
    said = names.text[start:end]
    words = _WORD.findall(said)
    return Span(start, end) if words and not _CLAUSE.search(said) and _is_role(words) else None


def _is_role(words: list[str]) -> bool:
    """Whether the head of a noun phrase, its last word before a preposition, is what a person can be."""
    plain = list(map(_plain, words))
    head = next((k for k, word in enumerate(plain) if word in _JOINTS), len(plain)) - 1
    if head < 0 or plain[head] in HONORIFICS or (len(plain) == 1 and plain[0] in VAGUE_ROLES):
        return False
    return plain[head] in TITLES or plain[head] in PERSON_NOUNS


def _plain(word: str) -> str:
    return word.rstrip(".").lower().removeprefix("ex-").removeprefix("then-")
