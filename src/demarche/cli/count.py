"""`demarche count`: the number, the rule in words, the rows, what is doubtful, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.analysis import CountingRule, count
from demarche.analysis.counting import BY
from demarche.analysis.wording import clock, names
from demarche.cli.console import data, ledger_option, plural, print_json, talk
from demarche.cli.contact_table import contact_table, print_changes, print_reasoned
from demarche.cli.forms import day, short_id
from demarche.cli.names import check_names
from demarche.cli.tables import plain_table
from demarche.cli.words import choices, period, split
from demarche.errors import UsageError
from demarche.export.plain.contacts import answer_dict
from demarche.ledger import Ledger
from demarche.model import CONTACT_STATUSES, CONTACT_TYPES
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from demarche.analysis import Answer, Coverage


_HELD = CountingRule()


@dataclass(frozen=True, slots=True)
class Question:
    """What to count, as typed."""

    between: tuple[str, ...]
    and_: tuple[str, ...] = ()
    type: str | None = None
    status: str = "held"
    period: str | None = None
    by: str | None = None
    until: str | None = None
    rule: CountingRule = _HELD

    @classmethod
    def of(
        cls,
        sides: tuple[tuple[str, ...], ...],
        type_: str | None,
        status: str | None,
        stance: str | None,
        period: str | None,
        by: str | None,
        *,
        until: str | None = None,
        rule: CountingRule = _HELD,
    ) -> Question:
        """A question about contacts; `sides` are between, and, actor, recipient: the last two are of other kinds."""
        between, and_, *directed = sides
        if any(directed) or stance:
            raise UsageError("--actor, --recipient and --stance are for other kinds; say which with --kind")
        if not between:
            raise UsageError("whose contacts? Name one side with --between, the other with --and")
        return cls(between, and_, type_, status or "held", period, by, until, rule)


def count_command(path: str, question: Question, *, as_json: bool) -> None:
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
    if len(statuses) != 1 or len(by) > 1:
        raise UsageError("a count takes one status and one breakdown")
    between, and_ = split(question.between), split(question.and_)
    check_names(ledger, (*between, *and_))
    return count(
        ledger,
        between=between,
        and_=and_,
        type=types,
        status=statuses[0],
        period=period(question.period),
        until=period(question.until),
        by=by[0] if by else None,
        rule=question.rule,
    )


def print_answer(console: Console, answer: Answer) -> None:
    """The number and its rule first, then everything behind it."""
    print_number(console, answer.value, answer.rule)
    print_breakdown(console, answer.breakdown)
    if answer.rows:
        console.print(contact_table(answer.rows, console.width))
    print_reasoned(console, "Not counted, but doubtful", answer.doubtful)
    print_reasoned(console, "Left out by the rule", answer.left_out)
    print_changes(console, answer.changes)
    for line in (*_company(answer), *_lengths(answer), *coverage_lines(answer.coverage)):
        console.print(line)


def print_number(console: Console, value: int, rule: str) -> None:
    """The number, and beside it what was counted."""
    from rich.text import Text

    console.print(Text.assemble((f"{value:,}", "bold"), "  ", visible(rule)))


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
    entries = f" and {plural(covered.entries, 'entry', 'entries')} made by hand" if covered.entries else ""
    lines = [f"The ledger holds {plural(covered.documents, 'document')}{dated}{undated}{entries}."]
    return [*lines, *([f"Take care: {'; '.join(covered.notes)}."] if covered.notes else [])]
