"""What commands say, to a person or a program: nothing in it does anything to a terminal, whoever wrote the words."""

from __future__ import annotations

import click

from briefing.language.display import plain


def say(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Write to standard output, or with `err` to standard error; others' words may be in the text."""
    click.echo(plain(text), err=err, nl=nl)
