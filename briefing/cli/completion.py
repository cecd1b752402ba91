"""`briefing completion`: what a shell needs to complete our commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from briefing.cli.saying import say


@click.command("completion", short_help="Print the shell's completion script.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the completion script of SHELL, to be read by it at its start.

    \b
    Examples:
      briefing completion bash > ~/.local/share/bash-completion/completions/briefing
      briefing completion fish > ~/.config/fish/completions/briefing.fish
    """
    kind = get_completion_class(shell)
    if kind is not None:
        say(kind(context.find_root().command, {}, "briefing", "_BRIEFING_COMPLETE").source())
