"""A password that does not show itself, and texts from which one is taken out."""

from __future__ import annotations

from base64 import b64encode


class Password(str):
    """A password: a string like any other whose `repr` says nothing, and so neither does that of what holds it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Password(…)"


def scrubbed(text: str, password: str, user: str = "") -> str:
    """Return the text with "…" wherever the password stands, as it is or as a server was sent it.

    Servers echo what they were told: in words ("535 no such password hunter2") and as they got it (quoted, or in base64
    with or without the user).
    """
    if not password:
        return text
    quoted = password.replace("\\", "\\\\").replace('"', '\\"')
    encoded = (b64encode(sent.encode()).decode() for sent in (f"\0{user}\0{password}", password))
    for form in (*encoded, quoted, password):
        text = text.replace(form, "…")
    return text
