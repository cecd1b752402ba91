"""Recognise press pages, and those of their captions that stand among the news behind a label."""

from __future__ import annotations

import re

from briefing.stages.clean.found import Found

# With a full stop: pages that lost theirs lost the captions' too, and a caption could not be told from the news.
_SIGNS = ("Scroll down for video.", "SCROLL DOWN FOR VIDEO.", "SCROLL DOWN FOR VIDEOS.")
_LABEL = re.compile(r"[.\s]{0,3}['‘“]?(?P<label>[A-Z][\w'’,. -]{1,50})['’”]?: (?=[A-Z\d])")
_NO_LABEL = re.compile(
    r"\b(?:said|says|added|adds|told|wrote|tweeted|asked|explained|recalled|replied|continued|concluded|stated"
    r"|insisted|admitted|claimed|warned|reads?|joked|commented|posted|announced|breaking|exclusive|updated?|revealed"
    r"|corrections?|clarification|notes?|\w+ly|is|are|was|were|this|that|these|following|as follows)$",
    re.IGNORECASE,
)
# What explainers and lists put before a colon: their news stands behind it.
_EXPLAINER = re.compile(
    r"(?:the|an?|his|her|their|its|my|our|your|one|two|three|this|that|these|those|but|and|or|so|yes|no|not|why|what|how|who|when"
    r"|where|which|if|in|on|at|for|from|to|by|with|of|as|bottom|question|answer|fact|conclusion|background|context|results?"
    r"|details?|driving|between|zoom|go|catch|flashback|state|reality|worth|meanwhile|read|more|related|watch|step"
    r"|first|second|third|finally|also|plus|however|then|now|here|there|some|all|most|many|next|quick|key|big|it)\b",
    re.IGNORECASE,
)
# Inside a paragraph, behind a full stop: "… lost. Walked away: Jane Roe left the club."
_LABELLED = re.compile(
    r"[.!?]['’”]? ['‘“]?(?P<label>[A-Z][a-z'’-]{1,20}(?: [a-z'’-]{1,20}){0,4})['’”]?: (?=['‘“]?[A-Z\d])"
)
_LABELS = 3  # different ones make a page whose captions have labels; not swept
_PARAGRAPHS = 3  # of a page that lost them: a title, a header and the rest
_WORDS_OF_LABEL, _LONGEST = 6, 400

# A caption that lost its full stop runs on into the news: "… Brown (right) He told the court …".
GLUED = re.compile(r"\)\s[A-Z]|['’]\s[A-Z][\w ]{1,30}:")


def is_press_page(text: str, paragraphs: int) -> bool:
    """Whether a page's captions stand among its news: it points down to a film, or labels several of them.

    Labels show it only where the page lost its paragraphs, too: elsewhere they are an explainer's ("Sunset clause: …").
    """
    if any(sign in text for sign in _SIGNS):
        return True
    if paragraphs > _PARAGRAPHS:
        return False
    labels = {match["label"] for match in _LABELLED.finditer(text)}
    return sum(not (_NO_LABEL.search(label) or _EXPLAINER.match(label)) for label in labels) >= _LABELS


def labelled_caption(text: str) -> Found | None:
    """Say why a sentence of a press page is one of its captions ("Damage: The bridge after the flood."), or None.

    Such pages put a label of a few words and a colon before each; what a person said is no label.
    """
    match = _LABEL.match(text) if len(text) <= _LONGEST else None
    if match is None or len(match["label"].split()) > _WORDS_OF_LABEL:
        return None
    if _NO_LABEL.search(match["label"]) or GLUED.search(text):
        return None
    return Found("caption", f"a photo caption, as this press page writes them: “{match['label']}” and a colon")
