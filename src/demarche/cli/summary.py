"""What a run of reading found, passed over and skipped, and what to type next."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.cli.console import plural
from demarche.pipeline import Landing

if TYPE_CHECKING:
    from rich.console import Console

SHOWN = 8
_OUTCOMES = {
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


def print_summary(console: Console, tally: Tally, ledger: Path | None, *, as_json: bool) -> None:
    """Found, new, passed over, skipped with reasons, doubtful dates, the next command."""
    for line in _found(tally):
        console.print(line)
    _print_list(console, "Skipped", tally.skips)
    _print_list(console, "Please check", tally.notes)
    if not as_json and ledger is not None and tally.read:
        option = "" if str(ledger) == "demarche.ledger" else f" --ledger {ledger}"
        console.print(f"Next: demarche events{option}", style="bold")


def _found(tally: Tally) -> list[str]:
    outcomes = [f"{tally.outcomes[key]:,} {words}" for key, words in _OUTCOMES.items() if tally.outcomes[key]]
    lines = [f"Read {plural(tally.read, 'document')}{': ' if outcomes else ''}{', '.join(outcomes)}."]
    if tally.outcomes["unchanged"] == tally.read and tally.read:
        return [*lines, "Nothing was added: all of it was read before."]
    others = [f"{number:,} {kind}" for kind, number in sorted(tally.kinds.items()) if kind != "contact"]
    contacts = plural(tally.kinds["contact"], "report of a contact", "reports of contacts")
    lines.append(f"Found {contacts}{_detail(tally)}{'; ' if others else ''}{', '.join(others)}.")
    return lines


def _detail(tally: Tally) -> str:
    """` (20 call, 12 meeting; 25 held, 7 planned)`."""
    parts = [", ".join(f"{n:,} {name}" for name, n in c.most_common()) for c in (tally.types, tally.statuses) if c]
    return f" ({'; '.join(parts)})" if parts else ""


def _print_list(console: Console, title: str, rows: list[tuple[str, str]]) -> None:
    if not rows:
        return
    console.print(f"{title} ({len(rows):,}):", style="bold")
    grouped: dict[tuple[str, str], list[str]] = {}
    for where, reason in rows:
        grouped.setdefault((_file(where), reason), []).append(where)
    for (file, reason), places in list(grouped.items())[:SHOWN]:
        name = places[0] if len(places) == 1 else f"{len(places):,} lines of {file}"
        console.print(f"  {name} {reason}")
    if len(grouped) > SHOWN:
        console.print(f"  ... and {plural(len(grouped) - SHOWN, 'other')}")


def _file(where: str) -> str:
    return re.sub(r" line \d+$", "", where)
