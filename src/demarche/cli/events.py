"""`demarche events`: the rows that pass the filters, as a table, JSON or CSV."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.cli.console import data, ledger_option, plural, print_json, talk
from demarche.cli.event_table import event_table
from demarche.cli.forms import event_dict, short_id
from demarche.cli.names import check_names
from demarche.cli.words import choices, of_kinds, period
from demarche.errors import UsageError
from demarche.export import FORMATS
from demarche.ledger import Filters, Ledger
from demarche.model import KINDS, STANCES, STATUSES, TYPES

if TYPE_CHECKING:
    from demarche.ledger import ReportRow


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


def events_command(path: Path, query: Query, form: Form) -> None:
    """List the rows; an empty list is an answer too, with a word on why."""
    filters = query.filters()
    with Ledger.open(path, read_only=True) as ledger:
        check_names(ledger, (*query.who, *query.with_, *query.actor, *query.recipient))
        rows = ledger.reports(filters)
        total = ledger.count_reports(filters) if query.limit else len(rows)
    if form is Form.JSON:
        print_json([event_dict(row) for row in rows])
    elif form is Form.CSV:
        print_csv(rows)
    else:
        print_table(rows)
    print_remark(rows, total, ledger_option(path))


def print_table(rows: Sequence[ReportRow]) -> None:
    """The rows as a table on stdout."""
    if rows:
        data().print(event_table(rows, data()))


def print_csv(rows: Sequence[ReportRow]) -> None:
    """UTF-8 without a mark, ISO dates, empty means missing; the columns are those of `demarche.export`."""
    FORMATS["csv"](rows, sys.stdout)


def print_remark(rows: Sequence[ReportRow], total: int, option: str) -> None:
    """How many rows there are, and the next command."""
    if not rows:
        talk().print(f"No rows. Fewer filters show more; all of them: demarche events{option}")
        return
    some = f"{len(rows):,} of " if len(rows) < total else ""
    talk().print(f"{some}{plural(total, 'row')}. Open one: demarche show {short_id(rows[0].id)}{option}")
