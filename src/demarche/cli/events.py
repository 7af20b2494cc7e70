"""`demarche events`: the events that pass the filters, or the single reports, as a table, JSON or CSV."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from demarche.cli.console import data, ledger_option, plural, print_json, talk
from demarche.cli.event_table import event_table
from demarche.cli.forms import short_id
from demarche.cli.names import check_names, officers
from demarche.cli.words import choices, of_kinds, period
from demarche.errors import UsageError
from demarche.export import FORMATS
from demarche.export.events import write_csv
from demarche.export.events.merged import as_row
from demarche.export.plain.rows import event_dict, merged_dict
from demarche.ledger import Filters, Ledger
from demarche.model import KINDS, STANCES, STATUSES, TYPES

if TYPE_CHECKING:
    from demarche.ledger import Event, ReportRow


class Form(Enum):
    """How to print."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"

    @classmethod
    def of(cls, *, json: bool, csv: bool) -> Form:
        """The form asked for."""
        if json and csv:
            raise UsageError("--json and --csv exclude each other; choose one")
        return cls.JSON if json else cls.CSV if csv else cls.TABLE


@dataclass(frozen=True, slots=True)
class Query:
    """The filters as typed."""

    who: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    newest: bool = False
    limit: int | None = None

    def filters(self) -> Filters:
        """The filters for the ledger; UsageError for a word it does not know."""
        kinds = choices(self.kind, KINDS, "kind")
        return Filters(
            who=self.who,
            with_=self.with_,
            actor=self.actor,
            recipient=self.recipient,
            kind=kinds,
            type=self.type if "act" in kinds else choices(self.type, of_kinds(TYPES, kinds), "type"),
            status=choices(self.status, of_kinds(STATUSES, kinds), "status"),
            stance=choices(self.stance, STANCES, "stance"),
            since=period(self.since),
            until=period(self.until),
            order="-date" if self.newest else "date",
            limit=self.limit,
        )


def events_command(path: str, query: Query, form: Form, *, reports: bool = False) -> None:
    """List the events, or with `reports` each report alone; an empty list is an answer too, with a word on why."""
    filters = query.filters()
    with Ledger.open(path, read_only=True) as ledger:
        check_names(ledger, (*query.who, *query.with_, *query.actor, *query.recipient))
        span = tuple(str(day) if day else "" for day in (filters.since, filters.until))
        for line in officers(ledger, (*query.who, *query.with_, *query.actor, *query.recipient), *span):
            talk().print(line)
        (_print_reports if reports else _print_events)(ledger, filters, form, ledger_option(path))


def _print_reports(ledger: Ledger, filters: Filters, form: Form, option: str) -> None:
    rows = ledger.reports(filters)
    total = ledger.count_reports(filters) if filters.limit else len(rows)
    if form is Form.JSON:
        print_json([event_dict(row) for row in rows])
    elif form is Form.CSV:
        FORMATS["csv"](rows, sys.stdout)
    elif rows:
        data().print(event_table(rows, data()))
    print_remark(rows, total, "report", option)


def _print_events(ledger: Ledger, filters: Filters, form: Form, option: str) -> None:
    events = ledger.events(filters)
    total = ledger.count_events(filters) if filters.limit else len(events)
    if form is Form.JSON:
        print_json([merged_dict(event) for event in events])
    elif form is Form.CSV:
        for line in write_csv(events, "", ""):
            sys.stdout.write(line.decode())
    elif events:
        marks = {event.id: told_by(event) for event in events}
        data().print(event_table([as_row(event) for event in events], data(), marks))
    print_remark(events, total, "event", option)


def told_by(event: Event) -> str:
    """`3, disputed`, `confirmed`: how many reports tell of it; nothing for a single one that nobody judged."""
    many = str(len(event.reports)) if len(event.reports) > 1 else ""
    standing = {"confirmed": "confirmed", "person": "entered"}.get(event.standing, "")
    marks = ("disputed" if event.disputed else "", "perhaps" if event.perhaps else "")
    return ", ".join(part for part in (many, standing, *marks) if part)


def print_remark(rows: Sequence[ReportRow] | Sequence[Event], total: int, noun: str, option: str) -> None:
    """How many there are, and the next command."""
    if not rows:
        talk().print(f"No {noun}s. Fewer filters show more; all of them: demarche events{option}")
        return
    alone = " --report" if noun == "report" else ""
    some = f"{len(rows):,} of " if len(rows) < total else ""
    talk().print(f"{some}{plural(total, noun)}. Open one: demarche show {short_id(rows[0].id)}{alone}{option}")
