"""A briefing, dated and recorded, and what became of its mails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Edition:
    """A briefing, dated and recorded: its rendered pages by format ("md", "json", "subject", "text", "html").

    `revision` counts from 1 the different editions recorded for one day; 0 is not recorded yet.
    """

    name: str
    day: date
    title: str
    pages: Mapping[str, str]
    revision: int = 0


DeliveryState = Literal["sending", "sent", "refused", "uncertain"]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of the mail of one edition to one recipient (an address), with the server's words where it has any.

    `sending` is committed before the mail is handed over: found later, it means that a run ended on the way.
    `uncertain`: the connection broke after the mail was handed over and before the answer.
    """

    name: str
    day: date
    recipient: str
    revision: int
    message_id: str
    state: DeliveryState
    at: datetime
    words: str = ""
