"""`briefing check`: would it work? A line for each thing that must be well; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from briefing.cli.check.looking import Case, Finding, Look, looked
from briefing.cli.request import FILE, Request, now
from briefing.cli.saying import say
from briefing.language.display import in_json

SCHEMA = "briefing/check/1"


@click.command("check", short_help="Check whether a run would go well, and whether the last did.")
@click.argument("source", nargs=-1)
@click.option("--config", type=FILE, metavar="FILE", help="The settings [default: ./briefing.toml].")
@click.option("--online", is_flag=True, help="Ask every address, log in to the mail server, and try as cron would.")
@click.option("--json", "as_json", is_flag=True, help=f"As JSON, under the schema {SCHEMA}.")
def command(source: tuple[str, ...], config: Path | None, *, online: bool, as_json: bool) -> int:
    """Check settings, templates, sources, state, disk, mail and schedule, a line each, with what to do where one fails.

    What fails goes to standard error. Nothing is written, sent or changed. With --online every address is asked once,
    the mail server takes a login and no mail, the clock is compared with theirs, and all but that is looked at once
    more in an environment as bare as cron's.

    \b
    Exit codes: 0 all well; 1 something is not; 2 usage; 78 settings, templates or mail settings cannot be used, or
    there is no source.

    \b
    Examples:
      briefing check
      briefing check --online
      briefing check --config ~/news/briefing.toml --json
    """
    request = Request(sources=source, config=config, verbose=not as_json, quiet=as_json)
    loaded = request.loaded(needs_sources=False)
    case = Case(loaded, now(loaded.settings))
    findings: list[Finding] = []
    for name, look in _looks(case, findings, online=online):
        for finding in looked(name, look):
            findings.append(finding)
            if not as_json:
                say(f"{finding.name}: {finding.said}", err=not finding.is_well)
    if as_json:
        say(in_json(_as_json(findings)))
    return max(finding.code for finding in findings)


def _looks(case: Case, findings: Sequence[Finding], *, online: bool) -> Iterator[tuple[str, Look]]:
    from briefing.cli.check import content, mail, network, past, state

    yield "settings", lambda: content.settings(case)
    yield "templates", lambda: content.templates(case)
    yield "sources", lambda: content.sources(case)
    if online:
        yield from network.addresses(case)
    yield "state", lambda: state.state(case)
    yield "disk", lambda: state.disk(case)
    yield "clock", lambda: network.clock(case)
    yield "mail", lambda: mail.mail(case)
    if online and case.settings.readers:
        yield "mail server", lambda: mail.server(case)
    if folder := case.folder:
        yield "lock", lambda: state.lock(folder)
        yield "outbox", lambda: past.outbox(case, folder)
        yield "runs", lambda: past.runs(case, folder)
        yield "schedule", lambda: past.schedule(case, folder)
    if online:
        from briefing.cli.check.cron import as_cron

        yield "as cron", lambda: as_cron(case, findings)


def _as_json(findings: list[Finding]) -> dict[str, object]:
    rows = [{"name": one.name, "well": one.is_well, "said": one.said} for one in findings]
    return {"schema": SCHEMA, "well": all(one.is_well for one in findings), "checks": rows}
