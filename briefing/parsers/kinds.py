"""The kinds of foreign bytes that are told apart."""

from __future__ import annotations

from typing import Literal

Kind = Literal["html", "feed", "feeds", "pdf", "docx", "mail", "mbox", "zip", "gzip", "jsonl", "csv", "text", "unknown"]
