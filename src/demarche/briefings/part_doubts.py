"""Where sources contradict each other, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from demarche.briefings.blocks import Block, Cell, Items, Section, Table, Text
from demarche.briefings.gathering import Gathered
from demarche.briefings.part_contacts import named
from demarche.briefings.rows import Book
from demarche.briefings.words import among, length, listed, many, the, when
from demarche.ledger import Account, EventDetail
from demarche.model import Lasting

__all__ = ["contradictions", "unknown"]

_FIELDS = {"duration": "length", "date": "day", "type": "type", "status": "status", "deadline": "deadline"}


def contradictions(found: Gathered, book: Book) -> Section:
    """Every event about which sources contradict each other, value by value."""
    rows = [row for detail in sorted(found.disputed, key=_day) for row in _values(detail, book)]
    ids = [detail.event.id for detail in found.disputed]
    if not rows:
        words = "No two sources contradict each other about an event of this briefing."
        return Section("contradictions", "Where sources contradict each other", (Text(words, method="contradictions"),))
    fields = sorted({str(row[2]) for row in rows})
    words = f"Sources contradict each other about {many(len(ids), 'event')}, in {listed(fields)}."
    blocks = (
        Text(words, book.refs(ids), "contradictions"),
        Table(("", "Event", "About", "Who says what"), tuple(rows), "llll"),
    )
    return Section("contradictions", "Where sources contradict each other", blocks)


def _values(detail: EventDetail, book: Book) -> Iterator[tuple[Cell, ...]]:
    event = detail.event
    for field, accounts in detail.accounts:
        told = [account for account in accounts if account.value is not None and account.report_id]
        if all(account.agrees for account in told):
            continue
        what = f"{event.type or event.kind}, {when(event.date)}"
        yield (book.ref(event.id),), what, _FIELDS.get(field, field), "; ".join(_by_value(told))


def _by_value(accounts: Sequence[Account]) -> Iterator[str]:
    """`2 h 30: Donald Trump (official, for the United States)`, a value each, those that agree first."""
    values: dict[str, list[Account]] = {}
    for account in accounts:
        values.setdefault(_value(account), []).append(account)
    for said, tellers in values.items():
        yield f"{said} – {listed([_teller(account) for account in tellers])}"


def _value(account: Account) -> str:
    """Lengths as everywhere in the briefing."""
    value = account.value
    return length(value.min, value.max) if isinstance(value, Lasting) else among(account.said)


def _teller(account: Account) -> str:
    kind = {"entry": "entered by hand", "": ""}.get(account.source_class, account.source_class)
    speaks = f"for {the(account.speaks_for)}" if account.speaks_for else ""
    about = ", ".join(part for part in (kind, speaks) if part)
    return f"{account.publisher} ({about})" if about else account.publisher


def _day(detail: EventDetail) -> tuple[str, str]:
    return detail.event.earliest or "9999", detail.event.id


def unknown(found: Gathered, book: Book) -> Section:
    """Doubtful contacts with their reasons, missing lengths, silent outcomes, gaps in the documents."""
    doubtful = tuple(
        (
            (book.ref(item.contact.id),),
            when(item.contact.date),
            _who(item.contact.left, item.contact.right),
            item.reason,
        )
        for item in (*found.contacts.doubtful, *found.contacts.left_out)
    )
    blocks: list[Block] = [Items(tuple(_gaps(found, book)))]
    if doubtful:
        blocks.append(Text("In no number above, but doubtful:", quiet=True))
        blocks.append(Table(("", "Day", "Who", "Why it is not counted"), doubtful, "llll"))
    return Section("unknown", "What is not known", tuple(blocks))


def _gaps(found: Gathered, book: Book) -> Iterator[Text]:
    yield from _unmeasured(found, book)
    yield from _unconfirmed(found, book)
    yield from _silent(found, book)
    covered = found.contacts.coverage
    words = many(covered.documents, "document") + (f", {covered.undated} of them undated" if covered.undated else "")
    entries = f", beside {many(covered.entries, 'entry', 'entries')} made by hand" if covered.entries else ""
    span = f" from {when(covered.first)} to {when(covered.last)}" if covered.first else ""
    care = f" Take care: {'; '.join(covered.notes)}." if covered.notes else ""
    yield Text(f"The ledger holds {words}{span}{entries}.{care}", method="coverage")


def _unmeasured(found: Gathered, book: Book) -> Iterator[Text]:
    silent = [contact for contact in found.contacts.rows if contact.minutes is None]
    if silent:
        words = f"No length is told for {len(silent)} of {many(len(found.contacts.rows), 'contact')}."
        yield Text(words, book.refs(contact.id for contact in silent), "hours")
    balance = found.traffic.balance
    if balance.unknown:
        silent = [contact for contact in found.contacts.rows if contact not in found.traffic.asked]
        words = f"Nobody says who asked for {balance.unknown} of {balance.n + balance.unknown} contacts."
        yield Text(words, book.refs(contact.id for contact in silent), "initiator-balance")


def _unconfirmed(found: Gathered, book: Book) -> Iterator[Text]:
    alone = [contact for contact in found.contacts.rows if contact.standing == "machine"]
    if alone:
        words = f"{many(len(alone), 'contact')} found by the program and confirmed by nobody: open its rows and judge."
        yield Text(words, book.refs(contact.id for contact in alone))
    unofficial = [c for c in found.contacts.rows if all(r.document.source_class != "official" for r in c.reports)]
    if unofficial:
        words = f"{many(len(unofficial), 'contact')} told by no official source in this ledger."
        yield Text(words, book.refs(contact.id for contact in unofficial))


def _silent(found: Gathered, book: Book) -> Iterator[Text]:
    for state, words in (("lapsed", "whose day passed without a text"), ("unknown", "whose outcome no rule reads")):
        lives = [life for life in found.lives if life.state == state]
        if lives:
            yield Text(f"{many(len(lives), 'pressure')} {words}.", book.refs(life.id for life in lives), "pressures")
    waiting = found.traffic.waiting
    if waiting:
        kinds = named([(contact.type or "contact", 1) for contact in waiting])
        words = f"Planned, and nobody says whether it took place: {kinds}."
        yield Text(words, book.refs(contact.id for contact in waiting))
    if found.traffic.undated_plans:
        words = f"{many(found.traffic.undated_plans, 'planned contact')} without a day: in no figure, in no row."
        yield Text(words)


def _who(left: Sequence[str], right: Sequence[str]) -> str:
    return " – ".join(", ".join(side) for side in (left, right) if side)
