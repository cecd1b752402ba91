"""Commands that send are killed at any point of their life, and called again: what has become of each letter?"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.report.office import RECIPIENTS, Office, office
from tests.report.row import Row

SEED = 20261128
ONE_RUN_IN = 10
"""Most kills meet `send`, which queues, sends and records as `run` does and takes a thirtieth of its time."""

MANY = 50
"""Of so many kills under a policy, some must come between the first letter and the last: of 200 some 70 do."""


@dataclass
class Tally:
    """What came of some kills; `wrong` are sentences about promises that were broken."""

    kills: int = 0
    landed: int = 0
    on_the_way: int = 0
    held: int = 0
    held_arrived: int = 0
    repeats: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def is_kept(self) -> bool:
        """Nothing is wrong, and that was tried: some kills came in time, and of many some among the letters."""
        return not self.wrong and self.landed > 0 and (self.on_the_way > 0 or self.kills < MANY)


def rows(load: int) -> list[Row]:
    """Kill so many times under each policy."""
    with office() as place:
        return tried(place, load, "F1")


def tried(place: Office, load: int, line: str, server: str = "") -> list[Row]:
    """Return what comes of so many kills under each policy; `server` says to whom they were sending."""
    found = []
    recorded = place.recorded()
    lives = {command: _life(place, recorded, command) for command in ("run", "send")}
    for policy in ("hold", "resend"):
        tally = _tallied(place, recorded, lives, policy, load)
        figure = (
            f"{tally.landed} landed, {tally.on_the_way} of them between the first letter and the last; "
            f"{tally.held} letters uncertain, {tally.held_arrived} of which had arrived; "
            f"{tally.repeats} came twice, with the same bytes; {_wrong(tally)}"
        )
        promise = {
            "hold": "none lost unreported, none twice, none under two Message-IDs",
            "resend": "none lost, none under two Message-IDs, repeats have the same bytes",
        }[policy]
        case = f'`run` and `send`{server} killed (`kill -9`) at a random moment, on_unknown = "{policy}"'
        found.append(Row(line, case, f"{load} kills, {len(RECIPIENTS)} recipients", figure, promise, tally.is_kept))
    return found


def _wrong(tally: Tally) -> str:
    return "; ".join(tally.wrong[:5]) if tally.wrong else "nothing lost, nothing under two Message-IDs"


def _life(place: Office, recorded: Path, command: str) -> float:
    """Return how many seconds it takes undisturbed: the least of three, for a kill after its end is none."""
    lives = []
    for _ in range(3):
        place.forget(recorded)
        lives.append(place.run(command).seconds)
    return min(lives)


def _tallied(place: Office, recorded: Path, lives: dict[str, float], policy: str, load: int) -> Tally:
    rng, tally = random.Random(SEED), Tally()
    place.set(on_unknown=policy)
    building = max(0.0, lives["run"] - 2 * lives["send"])
    for number in range(load):
        if number % ONE_RUN_IN:
            place.forget(recorded)
            command, moment = "send", rng.uniform(0, lives["send"])
        else:
            place.forget(recorded if number % (2 * ONE_RUN_IN) else None)
            command, moment = "run", rng.uniform(building, lives["run"])
        _killed(place, command, moment, tally)
        _settled(place, command, policy, tally)
    return tally


def _killed(place: Office, command: str, seconds: float, tally: Tally) -> None:
    has_died = place.start(command).kill(seconds)
    tally.kills += 1
    tally.landed += has_died
    tally.on_the_way += has_died and 0 < len({one.recipient for one in place.server.taken()}) < len(RECIPIENTS)


def _settled(place: Office, command: str, policy: str, tally: Tally) -> None:
    """Call it again, until nothing is left to do; then count."""
    again = place.run(command)
    if "Traceback" in again.said:
        tally.wrong.append(f"a traceback: {again.said[-300:]!r}")
    uncertain = {recipient for recipient, state in place.letters().items() if state == "uncertain"}
    tally.held += len(uncertain)
    arrived = Counter(one.recipient for one in place.server.taken())
    tally.held_arrived += sum(1 for recipient in uncertain if arrived[recipient])
    unheard = [recipient for recipient in uncertain if f"{recipient}: " not in again.said]
    if policy == "hold":
        tally.wrong += [f"{recipient}: uncertain, and not told" for recipient in unheard]
    elif uncertain:
        place.let_pass()
        place.run("outbox", "send")
    _count(place, policy, uncertain if policy == "hold" else set(), tally)


def _count(place: Office, policy: str, held: set[str], tally: Tally) -> None:
    states, came = place.letters(), place.server.taken()
    for recipient in RECIPIENTS:
        taken = [one for one in came if one.recipient == recipient]
        if not taken and recipient not in held:
            tally.wrong.append(f"{recipient}: lost as {states.get(recipient)}")
        if recipient not in held and states.get(recipient) != "sent":
            tally.wrong.append(f"{recipient}: left {states.get(recipient)}")
        if len({one.message_id for one in taken}) > 1:
            tally.wrong.append(f"{recipient}: {len(taken)} mails under several Message-IDs")
        if len({one.sha256 for one in taken}) > 1:
            tally.wrong.append(f"{recipient}: repeated with other bytes")
        if policy == "hold" and len(taken) > 1:
            tally.wrong.append(f"{recipient}: {len(taken)} times under hold")
        tally.repeats += len(taken) > 1
