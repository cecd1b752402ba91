"""`briefing verify`: prove pages against their sources."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path

import click

from briefing.cli.request import FILE, Request
from briefing.cli.saying import say
from briefing.errors import BriefingError
from briefing.model.proof import Claim, Proof

SHOWN = 100
LISTED = 20
_TAG = re.compile(r"<[^<>]*>")
READ = "verify reads Markdown, HTML and JSON pages: build one for the same day"


@click.command("verify", short_help="Prove pages against their sources.")
@click.argument("page", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--config", type=FILE, metavar="FILE", help="The settings [default: those that the page names].")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing: the exit code tells.")
def command(page: tuple[Path, ...], config: Path | None, *, quiet: bool) -> int:
    """Read the sources of each PAGE again and prove every extract, and everything else that the page says.

    An extract is verbatim, other wording (an "also": its place and hash are right), taken out (of a page edited by
    hand), absent, or cannot be checked (its source is missing or has changed). Whatever else stands on the page and
    cannot be derived again is unclaimed.

    \b
    Exit codes: 0 every extract is verbatim and nothing is unclaimed; 1 something is absent or
    unclaimed; 3 otherwise, something could not be checked.

    \b
    Examples:
      briefing verify briefings/2026-11-22.md
      briefing verify briefings/*.json --quiet && echo all proved
    """
    codes = {_verified(path, config, quiet=quiet) for path in page}
    return 1 if 1 in codes else max(codes)


def _verified(path: Path, config: Path | None, *, quiet: bool) -> int:
    from briefing.assembly.proving import again
    from briefing.pipeline.proof import prove
    from briefing.renderers.read_back import read_back

    folder = str(Path.cwd() if str(path) == "-" else path.absolute().parent)
    page = read_back(_text(path), folder)
    if page is None:
        what = "not a page of briefing's: the note at its foot is missing or damaged"
        raise BriefingError(
            f"{path}: {f'plain text, which is not read back; {READ}' if path.suffix == '.txt' else what}"
        )
    settings = config or (Path(page.made.file) if page.made.file and Path(page.made.file).is_file() else None)
    loaded = Request(config=settings).loaded(needs_sources=False)
    proof = prove(page, again(loaded, page), folder)
    if not quiet:
        _show(path, proof)
    return proof.exit_code


def _text(path: Path) -> str:
    try:
        with click.open_file(str(path), "rb") as stream:
            data = stream.read()
        if data.startswith(b"%PDF-"):
            raise BriefingError(f"{path}: a PDF, which is not read back; {READ}")
        return str(data.decode().replace("\r\n", "\n").replace("\r", "\n"))
    except (OSError, UnicodeDecodeError) as error:
        raise BriefingError(f"{path}: cannot be read: {error}") from error


def _show(path: Path, proof: Proof) -> None:
    counted = Counter(verdict for verdict, _ in proof.extracts.values())
    parts = [
        f"{counted[verdict]} {verdict}"
        for verdict in ("verbatim", "other wording", "taken out", "absent")
        if counted[verdict]
    ]
    unchecked = counted["cannot be checked"] + len(proof.unsure)
    parts += [f"{unchecked} cannot be checked"] if unchecked else []
    parts.append(f"{len(proof.unclaimed)} unclaimed" if proof.unclaimed else "nothing unclaimed")
    say(f"{path}: {', '.join(parts)}")
    for label, (verdict, reason) in proof.extracts.items():
        if verdict in ("taken out", "absent", "cannot be checked"):
            say(f"  [{label}] {verdict}: {reason}")
    if counted and set(counted) == {"cannot be checked"}:
        say("  none of its sources was found: was the page moved? They are sought from where it stands.")
    _list("unclaimed", proof.unclaimed)
    _list("cannot be checked", proof.unsure)


def _words_of(claim: Claim) -> str:
    """What a claim says to a reader: of a line of HTML its words, its tags only where it has no other."""
    if not claim.text.startswith("<"):
        return claim.text
    return " ".join(unescape(_TAG.sub(" ", claim.text)).split()) or claim.text


def _list(verdict: str, claims: tuple[Claim, ...]) -> None:
    for claim in claims[:LISTED]:
        text = _words_of(claim)
        text = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
        say(f"  {claim.where} {verdict}: {text}")
    if len(claims) > LISTED:
        say(f"  … and {len(claims) - LISTED} more {verdict}")
