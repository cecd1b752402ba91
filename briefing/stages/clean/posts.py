"""Recognise posts of social networks that a page embeds: by their signature, never by their words."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from briefing.language.dates.days import MONTH
from briefing.model import Aside
from briefing.stages.clean.blocks import Block

_DAY = rf"(?:{MONTH}\s\d{{1,2}},?\s(?:19|20)\d\d|\d{{1,2}}\s{MONTH},?\s(?:19|20)\d\d)"
# "— Jane Roe (@janeroe) June 3, 2020", as networks sign what they embed; at the very end the day may lack.
_SIGNATURE = re.compile(rf"(?:--|[—–―-])\s{{0,2}}[^()—–―\n]{{1,60}}\(\s?@\w{{1,30}}\s?\)\s{{0,3}}(?:{_DAY}|\W{{0,3}}$)")
_ADDRESS = re.compile(r"(?:pic\.twitter\.com/\w{1,20}|https?://t\.co/\w{1,20})\W{0,3}$")
_RETWEET = re.compile(r"RT @\w{1,30}:\s")
_REPORTED = re.compile(r"\b(?:said|says|wrote|writes|tweeted|tweets|posted|posts|told|added|asked|replied)\b", re.I)
_SIGNED, _LINKED = 120, 60  # words of the longest post, and of one that only an address betrays; not swept
_TAIL = 140  # characters in which a signature ends

_SIGNED_REASON = "a post of a social network, by its signature"
_LINKED_REASON = "a post of a social network, by the address at its end"


def posts(blocks: Sequence[Block], known: Container[int]) -> Iterator[tuple[int, Aside]]:
    """Yield the blocks that are posts, each with its number; a signature alone takes the block above it along."""
    for k, block in enumerate(blocks):
        signed = _signature(block.text)
        if signed is None:
            if _is_linked(block):
                yield k, Aside(block.start, block.end, "post", _LINKED_REASON)
        elif any(map(str.isalnum, block.text[:signed])):
            if block.words <= _SIGNED:
                yield k, Aside(block.start, block.end, "post", _SIGNED_REASON)
        else:
            yield k, Aside(block.start, block.end, "post", _SIGNED_REASON)
            if k and k - 1 not in known and _may_be_signed(blocks[k - 1]):
                yield k - 1, Aside(blocks[k - 1].start, blocks[k - 1].end, "post", _SIGNED_REASON)


def post(sentence: str) -> int:
    """Return where the post ends that a sentence among others begins with: behind its signature; 0 if it is none."""
    match = _SIGNATURE.search(sentence) if "(@" in sentence else None
    return match.end() if match else 0


def _signature(text: str) -> int | None:
    """Return where the signature at the very end of a block begins, or None."""
    tail = max(0, len(text) - _TAIL)
    ends = (match for match in _SIGNATURE.finditer(text, tail) if len(text) - match.end() <= 3)
    return next((match.start() for match in ends), None) if "(@" in text[tail:] else None


def _is_linked(block: Block) -> bool:
    if block.words > _LINKED or not (_ADDRESS.search(block.text[-60:]) or _RETWEET.match(block.text)):
        return False
    return not _REPORTED.search(block.text)


def _may_be_signed(block: Block) -> bool:
    return block.words <= _LINKED and not block.text.endswith(":") and not _REPORTED.search(block.text)
