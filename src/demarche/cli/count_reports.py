"""`demarche count --kind pressure`: the number, the rule in words, the rows, what is doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from demarche.analysis import CountingRule, count_reports
from demarche.analysis.count_reports import REPORTS_BY
from demarche.cli.console import data, ledger_option, print_json, talk
from demarche.cli.count import coverage_lines, print_breakdown, print_number
from demarche.cli.event_table import event_table
from demarche.cli.forms import day, short_id
from demarche.cli.names import check_names
from demarche.cli.words import choices, of_kinds, period, split
from demarche.errors import UsageError
from demarche.export.plain.contacts import coverage_dict
from demarche.export.plain.rows import event_dict
from demarche.ledger import Ledger
from demarche.model import KINDS, STANCES, STATUSES, TYPES

if TYPE_CHECKING:
    from rich.console import Console

    from demarche.analysis import Case, DoubtfulCase, ReportAnswer


_ANY = CountingRule()


@dataclass(frozen=True, slots=True)
class ReportQuestion:
    """What to count, as typed."""

    kind: str
    who: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    type: str | None = None
    status: str | None = None
    stance: str | None = None
    period: str | None = None
    by: str | None = None
    until: str | None = None
    rule: CountingRule = _ANY

    @classmethod
    def of(
        cls,
        kind: str,
        sides: tuple[tuple[str, ...], ...],
        type_: str | None,
        status: str | None,
        stance: str | None,
        period: str | None,
        by: str | None,
        *,
        until: str | None,
        rule: CountingRule,
    ) -> ReportQuestion:
        """A question about another kind; `sides` are between, and, actor, recipient. Rules of contacts don't fit it."""
        if rule.per_day or rule.persons or rule.bilateral or rule.zone:
            raise UsageError("--per-day, --zone, --persons and --bilateral are for contacts")
        who, with_, actor, recipient = sides
        return cls(kind, who, with_, actor, recipient, type_, status, stance, period, by, until, rule)


def count_reports_command(path: str, question: ReportQuestion, *, as_json: bool) -> None:
    """Print one answer."""
    with Ledger.open(path, read_only=True) as ledger:
        answer = ask(ledger, question)
    if as_json:
        print_json(answer_dict(answer))
        return
    print_answer(data(), answer)
    if answer.rows:
        talk().print(
            f"The sentences behind a row: demarche show {short_id(answer.rows[0].row.id)}{ledger_option(path)}"
        )


def ask(ledger: Ledger, question: ReportQuestion) -> ReportAnswer:
    """The answer from the ledger; UsageError for a word or a name it does not know."""
    kind = _one(question.kind, KINDS, "kind") or ""
    asked = [split(names) for names in (question.who, question.with_, question.actor, question.recipient)]
    check_names(ledger, (name for names in asked for name in names))
    return count_reports(
        ledger,
        kind,
        who=asked[0],
        with_=asked[1],
        actor=asked[2],
        recipient=asked[3],
        type=question.type if kind == "act" else _one(question.type, of_kinds(TYPES, [kind]), "type"),
        status=_one(question.status, of_kinds(STATUSES, [kind]), "status"),
        stance=_one(question.stance, STANCES, "stance"),
        period=period(question.period),
        until=period(question.until),
        rule=question.rule,
        by=_one(question.by, REPORTS_BY, "breakdown"),
    )


def _one(word: str | None, allowed: tuple[str, ...], noun: str) -> str | None:
    if word is None:
        return None
    if not allowed:
        raise UsageError(f"this kind has no {noun}")
    found = choices([word], allowed, noun)
    if len(found) != 1:
        raise UsageError(f"a count takes one {noun}")
    return found[0]


def print_answer(console: Console, answer: ReportAnswer) -> None:
    """The number and its rule first, then everything behind it."""
    print_number(console, answer.value, answer.rule)
    print_breakdown(console, answer.breakdown)
    if answer.rows:
        console.print(event_table([case.row for case in answer.rows], console))
    for case in answer.rows:
        if len(case.reports) > 1:
            others = ", ".join(short_id(row.id) for row in case.reports[1:])
            console.print(f"{short_id(case.row.id)} is also told by {others}.")
    for title, items in (("Not counted, but doubtful", answer.doubtful), ("Left out by the rule", answer.left_out)):
        if items:
            _print_reasoned(console, title, items)
    for line in coverage_lines(answer.coverage):
        console.print(line)


def _print_reasoned(console: Console, title: str, items: Sequence[DoubtfulCase]) -> None:
    from rich.table import Table

    console.print(f"{title} ({len(items)}):", style="bold")
    table = Table.grid(padding=(0, 2))
    for item in items:
        table.add_row(" " + short_id(item.case.row.id), day(item.case.row.date), item.reason)
    console.print(table)
    console.print(event_table([item.case.row for item in items], console))


def answer_dict(answer: ReportAnswer) -> dict[str, Any]:
    """An answer for JSON."""
    return {
        "value": answer.value,
        "rule": answer.rule,
        "breakdown": dict(answer.breakdown),
        "rows": [case_dict(case) for case in answer.rows],
        "doubtful": [{**case_dict(item.case), "reason": item.reason} for item in answer.doubtful],
        "left_out": [{**case_dict(item.case), "reason": item.reason} for item in answer.left_out],
        "coverage": coverage_dict(answer.coverage),
        "warnings": list(answer.coverage.notes),
    }


def case_dict(case: Case) -> dict[str, Any]:
    """A case with the reports that tell of it, for JSON."""
    return {"date": case.row.date, "type": case.row.type, "reports": [event_dict(row) for row in case.reports]}
