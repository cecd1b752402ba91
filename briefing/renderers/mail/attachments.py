"""Pages that a mail carries beside its own parts."""

from __future__ import annotations

from collections.abc import Mapping
from email.message import EmailMessage

from briefing.errors import DeliveryError
from briefing.model import Edition, Rendered
from briefing.renderers.mail.headers import plain

_KINDS = {
    "md": ("text/markdown", "md"),
    "html": ("text/html", "html"),
    "text": ("text/plain", "txt"),
    "pdf": ("application/pdf", "pdf"),
    "json": ("application/json", "json"),
}
"""By format: the type of its page (RFC 6838), and what the file's name ends in."""


def attach(message: EmailMessage, edition: Edition, pages: Mapping[str, Rendered | None]) -> None:
    """Attach the pages by format, as `<name>-<day>.<suffix>`; raises DeliveryError for one that is not there.

    A format of another package's is a text or bytes, and named by the format.
    """
    for form, page in pages.items():
        if page is None:
            remedy = f"add {form!r} to `formats`, or take it out of `attach`"
            raise DeliveryError(f"the edition of {edition.day} has no page {form!r} to attach; {remedy}")
        kind, suffix = _KINDS.get(form, ("text/plain" if isinstance(page, str) else "application/octet-stream", form))
        name = plain(f"{edition.name}-{edition.day.isoformat()}.{suffix}").replace("/", "_")
        _add(message, page, kind, name)


def _add(message: EmailMessage, page: Rendered, kind: str, name: str) -> None:
    main, _, sub = kind.partition("/")
    if isinstance(page, str) and main == "text":
        message.add_attachment(page, subtype=sub, charset="utf-8", cte="quoted-printable", filename=name)
    else:
        data = page.encode() if isinstance(page, str) else page
        message.add_attachment(data, maintype=main, subtype=sub, cte="base64", filename=name)
