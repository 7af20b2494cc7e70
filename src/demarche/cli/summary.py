"""What a run of reading found, passed over and skipped, and what to type next."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demarche.cli.console import ledger_option, plural
from demarche.pipeline import Landing
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

SHOWN = 12
_MANY = {"talks": "talks", "untyped": "untyped"}
OUTCOMES = {
    "new": "new",
    "unchanged": "already there",
    "new_version": "changed since, kept as a new version",
    "reread": "read again",
}


@dataclass(slots=True)
class Tally:
    """The counts of a run."""

    read: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    skips: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def count(self, landing: Landing) -> None:
        """One more arrival."""
        where = landing.arrival.where
        if landing.skipped:
            self.skips.append((where, landing.skipped))
            return
        self.read += 1
        self.outcomes[str(landing.outcome or "read")] += 1
        if landing.outcome != "unchanged":
            self.notes += [(where, note) for note in landing.arrival.notes]
        for report in landing.reports:
            self.kinds[report.kind] += 1
            if report.kind == "contact":
                self.types[report.type or "untyped"] += 1
                self.statuses[report.status or "unknown"] += 1


def print_summary(console: Console, tally: Tally, ledger: str | None) -> None:
    """Found, new, passed over, skipped with reasons, doubtful dates, the next command."""
    if not tally.read and len(tally.skips) == 1:
        console.print(visible(f"demarche: {' '.join(tally.skips[0])}"), soft_wrap=True)
        return
    for line in _found(tally):
        console.print(line)
    print_list(console, "Skipped", tally.skips)
    print_list(console, "Please check", tally.notes)
    if ledger is not None and tally.read:
        console.print(f"Next: demarche events{ledger_option(ledger)}", style="bold")


def _found(tally: Tally) -> list[str]:
    outcomes = [f"{tally.outcomes[key]:,} {words}" for key, words in OUTCOMES.items() if tally.outcomes[key]]
    lines = [f"Read {plural(tally.read, 'document')}{': ' if outcomes else ''}{', '.join(outcomes)}."]
    if not tally.read:
        return ["Nothing was read."]
    if tally.outcomes["unchanged"] == tally.read:
        return [*lines, "Nothing was added: all of it was read before."]
    return [*lines, *_found_reports(tally)]


def _found_reports(tally: Tally) -> list[str]:
    if not tally.kinds:
        return ["No reports were found in it."]
    types = [plural(number, kind, _MANY.get(kind)) for kind, number in tally.types.most_common()]
    statuses = [f"{number:,} {status}" for status, number in tally.statuses.most_common()]
    others = [plural(number, kind) for kind, number in sorted(tally.kinds.items()) if kind != "contact"]
    lines = []
    if types:
        lines.append(f"Found {plural(tally.kinds['contact'], 'contact')}: {', '.join(types)}; {', '.join(statuses)}.")
    if others:
        lines.append(f"{'And' if types else 'Found'} {', '.join(others)}.")
    return lines


def print_list(console: Console, title: str, rows: list[tuple[str, str]]) -> None:
    """Places and what is to be said of them, equal ones together; nothing when there are none."""
    if not rows:
        return
    console.print(f"{title} ({len(rows):,}):", style="bold")
    grouped: dict[str, list[str]] = {}
    for where, reason in rows:
        grouped.setdefault(reason, []).append(where)
    for reason, places in list(grouped.items())[:SHOWN]:
        console.print(visible(f"  {_places(places)}: {reason}"), soft_wrap=True)
    if len(grouped) > SHOWN:
        console.print(f"  ... and {plural(len(grouped) - SHOWN, 'other reason')}")


def _places(places: list[str]) -> str:
    """The places, or how many there are."""
    if len(places) <= 3:
        return ", ".join(places)
    files = {re.sub(r" line \d+$", "", place) for place in places}
    if len(files) == 1:
        return f"each of {len(places):,} lines of {files.pop()}"
    return f"each of {len(places):,} documents, such as {places[0]}"
