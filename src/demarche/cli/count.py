"""`demarche count`: the number, the rule in words, the rows, what is doubtful, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from demarche.analysis import count
from demarche.analysis.counting import BY
from demarche.analysis.wording import clock, names
from demarche.cli.console import data, ledger_option, plural, print_json, talk
from demarche.cli.forms import day, event_dict, length, short_id, sides
from demarche.cli.names import check_names
from demarche.cli.tables import Column, fitted, plain_table
from demarche.cli.words import choices, period
from demarche.errors import UsageError
from demarche.ledger import Ledger
from demarche.model import CONTACT_STATUSES, CONTACT_TYPES
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from demarche.analysis import Answer, Contact, Coverage


@dataclass(frozen=True, slots=True)
class Question:
    """What to count, as typed."""

    between: tuple[str, ...]
    and_: tuple[str, ...] = ()
    type: str | None = None
    status: str = "held"
    period: str | None = None
    by: str | None = None

    @classmethod
    def of(
        cls,
        sides: tuple[tuple[str, ...], ...],
        type_: str | None,
        status: str | None,
        stance: str | None,
        period: str | None,
        by: str | None,
    ) -> Question:
        """A question about contacts; `sides` are between, and, actor, recipient: the last two are of other kinds."""
        between, and_, *directed = sides
        if any(directed) or stance:
            raise UsageError("--actor, --recipient and --stance are for other kinds; say which with --kind")
        if not between:
            raise UsageError("whose contacts? Name one side with --between, the other with --and")
        return cls(between, and_, type_, status or "held", period, by)


def count_command(path: Path, question: Question, *, as_json: bool) -> None:
    """Print one answer."""
    with Ledger.open(path, read_only=True) as ledger:
        answer = ask(ledger, question)
    if as_json:
        print_json(answer_dict(answer))
    else:
        print_answer(data(), answer)
        if answer.rows:
            first = short_id(answer.rows[0].reports[0].id)
            talk().print(f"The sentences behind a row: demarche show {first}{ledger_option(path)}")


def ask(ledger: Ledger, question: Question) -> Answer:
    """The answer from the ledger; UsageError for a word or a name it does not know."""
    types = choices([question.type] if question.type else [], CONTACT_TYPES, "type")
    statuses = choices([question.status], CONTACT_STATUSES, "status")
    by = choices([question.by] if question.by else [], BY, "breakdown")
    if len(types) > 1 or len(statuses) != 1 or len(by) > 1:
        raise UsageError("a count takes one type, one status and one breakdown")
    check_names(ledger, (*question.between, *question.and_))
    return count(
        ledger,
        between=question.between,
        and_=question.and_,
        type=types[0] if types else None,
        status=statuses[0],
        period=period(question.period),
        by=by[0] if by else None,
    )


def print_answer(console: Console, answer: Answer) -> None:
    """The number and its rule first, then everything behind it."""
    print_number(console, answer.value, answer.rule)
    print_breakdown(console, answer.breakdown)
    if answer.rows:
        console.print(contact_table(answer.rows, console.width))
    _print_doubtful(console, answer)
    for line in (*_company(answer), *_lengths(answer), *coverage_lines(answer.coverage)):
        console.print(line)


def print_number(console: Console, value: int, rule: str) -> None:
    """The number, and beside it what was counted."""
    from rich.text import Text

    console.print(Text.assemble((f"{value:,}", "bold"), "  ", visible(rule)))


CONTACT_COLUMNS = (
    Column("Date", least=13, yields=3),
    Column("Type"),
    Column("Who", least=22, yields=2, folds=True),
    Column("Length"),
    Column("Told by", style="dim"),
    Column("Words", least=20, yields=1, from_width=110),
)


def contact_table(contacts: Sequence[Contact], width: int) -> Table:
    """Contacts with their dates, lengths, the reports that tell of them, and their words where there is room."""
    return fitted(CONTACT_COLUMNS, [_cells(contact) for contact in contacts], width)


def _cells(contact: Contact) -> list[str]:
    minutes = length(*contact.minutes) if contact.minutes else "-"
    people = sides(contact.left, contact.right)
    words = " ".join(contact.reports[0].quote.split())
    return [day(contact.date), " or ".join(contact.types) or "-", people, minutes, _told_by(contact), words]


def _told_by(contact: Contact) -> str:
    """The id of its most precise report, and how many more there are."""
    more = len(contact.reports) - 1
    return short_id(contact.reports[0].id) + (f" +{more}" if more else "")


def _print_doubtful(console: Console, answer: Answer) -> None:
    if not answer.doubtful:
        return
    console.print(f"Not counted, but doubtful ({len(answer.doubtful)}):", style="bold")
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    for item in answer.doubtful:
        contact = item.contact
        minutes = f", {length(*contact.minutes)}" if contact.minutes else ""
        what = f"{sides(contact.left, contact.right)}, {contact.type or 'contact'}{minutes}: {item.reason}"
        table.add_row(" " + short_id(contact.reports[0].id), day(contact.date), visible(what))
    console.print(table)
    console.print()


def print_breakdown(console: Console, breakdown: Sequence[tuple[str, int]]) -> None:
    """A line a label, with a bar."""
    if not breakdown:
        return
    table = plain_table("", "", "")
    table.show_header = False
    most = max(number for _, number in breakdown)
    for label, number in breakdown:
        table.add_row(label, f"{number:,}", "■" * max(1, round(24 * number / most)))
    console.print(table)


def _company(answer: Answer) -> list[str]:
    """The counted contacts in which more people took part than those asked for: a summit counts for each pair in it."""
    met = [contact for contact in answer.rows if contact.others]
    if not met:
        return []
    told = "; ".join(f"{day(contact.date)} ({names(contact.others)})" for contact in met)
    return [visible(f"Others took part in {len(met):,} of {answer.value:,}: {told}.")]


def _lengths(answer: Answer) -> list[str]:
    """Known lengths summed; unknown ones never as zero."""
    found = answer.durations
    if not found.known:
        return [f"No length is stated for any of the {answer.value:,}."] if answer.value else []
    most = found.minutes_max
    total = clock(found.minutes_min)
    if most is None:
        total = f"at least {total}"
    elif most != found.minutes_min:
        total = f"{total} to {clock(most)}"
    missing = f"; for the other {found.unknown:,} none is stated" if found.unknown else ""
    return [f"Length is stated for {found.known:,} of {answer.value:,}: {total} together{missing}."]


def coverage_lines(covered: Coverage) -> list[str]:
    """What the documents cover, and where the question goes beyond them."""
    dated = f" from {covered.first} to {covered.last}" if covered.first else ""
    undated = f", {covered.undated:,} without a date" if covered.undated else ""
    lines = [f"The ledger holds {plural(covered.documents, 'document')}{dated}{undated}."]
    return [*lines, *([f"Take care: {'; '.join(covered.notes)}."] if covered.notes else [])]


def answer_dict(answer: Answer) -> dict[str, Any]:
    """An answer for JSON."""
    d, c = answer.durations, answer.coverage
    return {
        "value": answer.value,
        "rule": answer.rule,
        "breakdown": dict(answer.breakdown),
        "rows": [contact_dict(contact) for contact in answer.rows],
        "doubtful": [{**contact_dict(item.contact), "reason": item.reason} for item in answer.doubtful],
        "durations": {"known": d.known, "unknown": d.unknown, "min": d.minutes_min, "max": d.minutes_max},
        "coverage": {"documents": c.documents, "first": c.first, "last": c.last, "undated": c.undated},
        "warnings": list(c.notes),
    }


def contact_dict(contact: Contact) -> dict[str, Any]:
    """A contact with its reports, for JSON."""
    least, most = contact.minutes or (None, None)
    return {
        "date": contact.date,
        "type": contact.type,
        "left": list(contact.left),
        "right": list(contact.right),
        "others": list(contact.others),
        "minutes_min": least,
        "minutes_max": most,
        "notes": list(contact.notes),
        "reports": [event_dict(row) for row in contact.reports],
    }
