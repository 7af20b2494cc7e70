"""The head of a briefing: the numbers first, then the whole in a few sentences."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.analysis.hours.wording import decimal
from demarche.briefings.blocks import Figure, Items, Section, Text
from demarche.briefings.gathering import Gathered
from demarche.briefings.part_contacts import named, pairs
from demarche.briefings.part_pressure import said_of
from demarche.briefings.rows import Book
from demarche.briefings.words import listed, many, the, upper, when

__all__ = ["figures", "in_brief"]


_HELD = "deadlines carried out by their day"


def figures(found: Gathered, book: Book) -> tuple[Figure, ...]:
    """The headline numbers, each with its rows and its method."""
    return (
        _contacts(found, book),
        _hours(found, book),
        _pressures(found, book),
        _deadlines(found, book),
        _contradicted(found, book),
        _doubtful(found, book),
    )


def _contacts(found: Gathered, book: Book) -> Figure:
    answer = found.contacts
    label = "contact held" if answer.value == 1 else "contacts held"
    note = named(answer.breakdown)
    return Figure(f"{answer.value:,}", label, note, book.refs(c.id for c in answer.rows), "counting")


def _hours(found: Gathered, book: Book) -> Figure:
    answer = found.hours
    ids = [contact.id for contact in answer.rows if contact not in answer.unknown]
    value = decimal(answer.told).replace(" – ", "–") if answer.known else "–"
    missing = f"; {len(answer.unknown)} without a length" if answer.unknown else ""
    missing += f"; {len(answer.open_ended)} with a least length only" if answer.open_ended else ""
    return Figure(value, "told in contact", f"in {answer.known} of {answer.contacts}{missing}", book.refs(ids), "hours")


def _pressures(found: Gathered, book: Book) -> Figure:
    per_side = [f"{len(one.lives)} by {the(name)}" for one, name in zip(found.pressures, found.sides, strict=True)]
    label = "pressure" if len(found.lives) == 1 else "pressures"
    return Figure(f"{len(found.lives)}", label, ", ".join(per_side), book.refs(x.id for x in found.lives), "pressures")


def _deadlines(found: Gathered, book: Book) -> Figure:
    dated = [life for life in found.lives if life.deadline]
    done = [x for x in dated if x.state == "carried_out" and not (x.due and x.ended and x.ended > x.due)]
    silent = sum(not life.settled for life in dated)
    if not dated:
        return Figure("–", _HELD, "no deadline told", (), "pressures")
    note = f"of {len(dated)}" + (f"; {silent} without a told outcome" if silent else "")
    return Figure(str(len(done)), _HELD, note, book.refs(life.id for life in dated), "pressures")


def _contradicted(found: Gathered, book: Book) -> Figure:
    ids = [detail.event.id for detail in found.disputed]
    label = "event contradicted" if len(ids) == 1 else "events contradicted"
    note = "sources give values that cannot both hold" if ids else "no two sources against each other"
    return Figure(str(len(ids)), label, note, book.refs(ids), "contradictions")


def _doubtful(found: Gathered, book: Book) -> Figure:
    ids = [item.contact.id for item in found.contacts.doubtful]
    label = "doubtful contact" if len(ids) == 1 else "doubtful contacts"
    note = "counted nowhere, listed below" if ids else "nothing else may belong"
    return Figure(str(len(ids)), label, note, book.refs(ids), "counting")


def in_brief(found: Gathered, book: Book) -> Section:
    """The whole in a few sentences."""
    return Section("brief", "In brief", (Items(tuple(_sentences(found, book))),))


def _sentences(found: Gathered, book: Book) -> Iterator[Text]:
    yield from _met(found, book)
    yield from _months(found)
    yield from _asked(found, book)
    yield from _pressed(found, book)
    yield from _beware(found)


def _met(found: Gathered, book: Book) -> Iterator[Text]:
    answer = found.contacts
    if not answer.rows:
        yield Text(
            f"No contact between {listed(list(map(the, found.sides)))} is told in this period.", method="counting"
        )
        return
    kinds = named(answer.breakdown)
    words = f"{upper(listed(list(map(the, found.sides))))} were in contact {many(answer.value, 'time')} ({kinds})."
    yield Text(words, book.refs(contact.id for contact in answer.rows), "counting")
    most = [item for item in pairs(answer.rows)[:3] if len(item[1]) > 1]
    if len(pairs(answer.rows)) > 1 and most:
        said = listed([f"{one} and {other} ({len(together)})" for (one, other), together in most])
        rows = book.refs(contact.id for _, together in most for contact in together)
        yield Text(f"The pairs most in contact: {said}.", rows, "counting")


def _months(found: Gathered) -> Iterator[Text]:
    rows = found.traffic.rows
    most = max((row.contacts for row in rows), default=0)
    if len(rows) < 2 or not most:
        return
    top = [when(row.period) for row in rows if row.contacts == most]
    none = [when(row.period) for row in rows if not row.contacts and row.covered]
    unit = found.traffic.unit
    words = f"The most in a {unit}: {most}" + (f", in {listed(top)}." if len(top) < 4 else ".")
    words += f" None told in {listed(none)}." if none and len(none) < 6 else ""
    yield Text(words, method="who-talks-to-whom")


def _asked(found: Gathered, book: Book) -> Iterator[Text]:
    if found.traffic.balance.n:
        rows = book.refs(contact.id for contact in found.traffic.asked)
        yield Text(found.traffic.balance.sentence, rows, "initiator-balance")


def _pressed(found: Gathered, book: Book) -> Iterator[Text]:
    for (by, to), one in zip((found.sides, found.sides[::-1]), found.pressures, strict=True):
        if one.lives:
            yield Text(
                f"{upper(the(by))} on {the(to)}: {said_of(one.lives)}.",
                book.refs(life.id for life in one.lives),
                "pressures",
            )


def _beware(found: Gathered) -> Iterator[Text]:
    changes = [change for change in found.contacts.changes if change.value != found.contacts.value]
    if changes:
        said = "; ".join(f"{change.value:,} {change.words}" for change in changes[:3])
        yield Text(f"The number of contacts would be {said}.", method="counting")
    if found.contacts.coverage.notes:
        yield Text(f"Take care: {'; '.join(found.contacts.coverage.notes)}.", method="coverage")
