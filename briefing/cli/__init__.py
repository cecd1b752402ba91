"""The command line: one lazy module a command. Only here is the clock read, and only here do errors become text.

Exit codes: 0 well; 1 failed; 2 usage; 3 partly (a source or a recipient failed); 75 another run holds the lock;
78 settings; 130 interrupted; 141 nobody reads the output any more; 143 terminated.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import StringIO
from types import FrameType
from typing import NoReturn, ParamSpec, TypeVar

import click

from briefing.cli.saying import say
from briefing.errors import BriefingError, SettingsError
from briefing.version import VERSION

COMMANDS = (
    "build", "fetch", "send", "run", "outbox", "schedule", "verify", "explain", "editions", "archive", "init", "check",
    "plugins", "evaluate", "completion",
)  # fmt: skip

INTERRUPTED, TERMINATED, NO_READER = 130, 143, 141

P = ParamSpec("P")
T = TypeVar("T")

NEXT = """briefing turns a pile of news articles into a dated, themed briefing.

  briefing build FOLDER          a briefing of the articles in a folder
  briefing init --example DIR    an example to try: five articles and three themes
  briefing init                  a commented briefing.toml to start from
  briefing --help                every command

"""


class _NoReaderError(Exception):
    """Nobody reads the output any more."""


class Commands(click.Group):
    """The commands by name, each imported from its module in the package `home` when it is used."""

    names: tuple[str, ...] = COMMANDS
    home = "briefing.cli"

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of use."""
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        if cmd_name not in self.names:
            return None
        return import_module(f"{self.home}.{cmd_name}").command  # type: ignore[no-any-return]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first word names; an unknown one is a usage error with a suggestion."""
        if args and args[0] not in self.names and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.names, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"see {ctx.command_path} --help"
            ctx.fail(f"there is no command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; click would turn a broken pipe into exit code 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise _NoReaderError from error


class Collection(Commands):
    """The commands on things of one kind; where none is named, `list` is meant."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `list` before options that are its own, but not where a shell asks what may come next."""
        is_listing = not args or (args[0].startswith("-") and args[0] not in ("-h", "--help"))
        return super().parse_args(ctx, ["list", *args] if is_listing and not ctx.resilient_parsing else args)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(VERSION, message="briefing %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Turn a pile of news articles into a dated briefing: every sentence is in its source, and can be checked there.

    \b
    Examples:
      briefing build news/                    today's briefing of a folder, into briefings/
      briefing build news/ -o - | less        on the screen
      briefing verify briefings/2026-11-22.md
      briefing explain news/ 3.4              why extract 3.4 was chosen
      briefing run --config briefing.toml     what cron calls: build, record, send once
      briefing editions compare 2026-11-22    what came, went and changed since the edition before

    \b
    Exit codes: 0 well, 1 failed, 2 usage, 3 partly (a source or recipient failed),
    75 another run holds the lock, 78 settings, 130 interrupted, 143 terminated.
    """
    if context.invoked_subcommand is None:
        say(NEXT, nl=False)


def _roomy(function: Callable[P, T]) -> Callable[P, T]:
    """Let all that a function calls lie in one piece of the interpreter's stack.

    CPython lays frames into pieces of 16 kB. A loop whose calls happen to cross the end of one asks the system for the
    next and gives it back at each turn: 17,000 times in a build of five articles, a sixth of its time. A frame that
    asks for more than 256 kB gets 512 (of which the system provides what is touched), and those it calls the rest.
    """
    function.__code__ = function.__code__.replace(co_stacksize=33_000)  # places of 8 bytes
    return function


@_roomy
def start(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit code; every failure is one line on standard error."""
    signal.signal(signal.SIGTERM, _terminated)
    _open_streams()
    try:
        _check_encoding()
        result = cli.main(list(arguments), prog_name="briefing", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except (BrokenPipeError, _NoReaderError):
        # Whoever read our output has left: nobody is there to be told. Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NO_READER
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except click.ClickException as error:
        said = StringIO()
        error.show(said)
        say(said.getvalue(), err=True, nl=False)
        return error.exit_code
    except BriefingError as error:
        for line in str(error).split("\n"):
            say(f"briefing: {line}", err=True)
        return error.exit_code


def _open_streams() -> None:
    """Lead a stream that was closed nowhere: else the next file that is opened would take its number and its words."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free, which is this one
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, mode, closefd=False))
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")  # as standard error: not every terminal has all letters


def _check_encoding() -> None:
    """Refuse a locale by which Python would take the names of files for others than a page's reader will."""
    if (found := sys.getfilesystemencoding()) != "utf-8":
        raise SettingsError(f"by the locale, names of files are {found} here; set PYTHONUTF8=1, or LC_ALL=C.UTF-8")


def _terminated(_signal: int, _frame: FrameType | None) -> NoReturn:
    """Leave by an exception, so that what is half done is cleaned up."""
    raise SystemExit(TERMINATED)
