"""Contacts: the list, the months with their zeros, who with whom, who asked, what would change the number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from demarche.analysis import Contact, Minutes
from demarche.analysis.hours.asking import length_of
from demarche.analysis.hours.minutes import total
from demarche.analysis.traffic import TrafficRow
from demarche.briefings.blocks import Block, Cell, Section, Table, Text
from demarche.briefings.gathering import Gathered
from demarche.briefings.rows import Book
from demarche.briefings.words import length, many, when

__all__ = ["contacts", "months", "named", "pairs", "people"]

_TOP = 8  # pairs of persons
_ROWS = 400  # contacts of the list; the appendix has all of them


def contacts(found: Gathered, book: Book) -> Section:
    """Every contact that counts, by day."""
    answer = found.contacts
    rows = tuple(_line(contact, book) for contact in answer.rows[:_ROWS])
    blocks: list[Block] = [
        Text(f"{_upper(answer.rule)}.", book.refs(c.id for c in answer.rows), "counting"),
        Table(("", "Day", "Type", "Who", "Length", "Told by"), rows, "lnllnl"),
    ]
    if len(answer.rows) > _ROWS:
        blocks.append(Text(f"The first {_ROWS} of {len(answer.rows):,}; the appendix has all of them.", quiet=True))
    blocks += _changes(found, book)
    return Section("contacts", "Contacts", tuple(blocks))


def _line(contact: Contact, book: Book) -> tuple[Cell, ...]:
    who = " – ".join(", ".join(side) for side in (contact.left, contact.right) if side)
    lasted = length(*(contact.minutes or (None, None))) or "not told"
    return (book.ref(contact.id),), when(contact.date), " or ".join(contact.types), who, lasted, _told_by(contact)


def _told_by(contact: Contact) -> str:
    """`7 sources, 3 official; contradicted`, `entered by hand only`."""
    sources = [row.document for row in contact.reports if row.document.source_class != "entry"]
    official = len({_source(d.publisher, d.hash) for d in sources if d.source_class == "official"})
    told = many(len({_source(d.publisher, d.hash) for d in sources}), "source") if sources else "entry only"
    return told + (f", {official} official" if official else "") + ("; contradicted" if contact.disputed else "")


def _source(publisher: str, document: str) -> str:
    return publisher or document


def _changes(found: Gathered, book: Book) -> list[Block]:
    changes = found.contacts.changes
    if not changes:
        return []
    rows = tuple((f"{c.value:,}", c.words, book.refs(contact.id for contact in c.contacts)) for c in changes)
    return [Table(("Number", "What would change it", "Rows"), rows, "rll")]


def months(found: Gathered, book: Book) -> Section:
    """Every month (every year, of a long period) with its zeros, as figures."""
    unit = found.traffic.unit
    within: dict[str, list[Contact]] = defaultdict(list)
    for contact in found.contacts.rows:
        within[_label(contact, unit)].append(contact)
    rows = tuple(_month(row, within[row.period], book) for row in found.traffic.rows)
    head = (unit.capitalize(), "Contacts", "Doubtful", "Length told", "Without a length", "Days covered", "Rows")
    note = "A zero on days that documents cover says more than a dash (–), where none does."
    blocks: list[Block] = [Table(head, rows, "nrrrrrl"), Text(note, method="who-talks-to-whom", quiet=True)]
    for finding, behind in ((found.traffic.balance, found.traffic.asked), (found.traffic.plans, found.traffic.planned)):
        notes = f" Take care: {'; '.join(finding.notes)}." if finding.notes else ""
        blocks.append(Text(f"{finding.sentence}{notes}", book.refs(c.id for c in behind), finding.method))
    return Section("months", f"By {unit}, and who asked", tuple(blocks))


def _month(row: TrafficRow, contacts: Sequence[Contact], book: Book) -> tuple[Cell, ...]:
    silent = sum(contact.minutes is None for contact in contacts)
    doubtful, unknown = str(row.doubtful or "–"), str(silent or "–")
    covered = f"{row.covered} of {row.days}"
    rows = book.refs(contact.id for contact in contacts)
    return when(row.period), _number(row), doubtful, _summed(contacts), unknown, covered, rows


def _number(row: TrafficRow) -> str:
    return "–" if not row.contacts and not row.covered else str(row.contacts)


def _label(contact: Contact, unit: str) -> str:
    """`2025-03` or `2025`; nothing when it may be of several."""
    days = contact.days
    if days is None or days.earliest is None or days.latest is None:
        return ""
    letters = 4 if unit == "year" else 7
    first, last = days.earliest.isoformat()[:letters], days.latest.isoformat()[:letters]
    return first if first == last else ""


def people(found: Gathered, book: Book) -> Section:
    """Who met whom: contacts and hours of each two persons."""
    known = pairs(found.contacts.rows)
    rows = tuple(
        (
            f"{one} – {other}",
            str(len(together)),
            _kinds(together),
            _summed(together),
            str(sum(length_of(contact) is None for contact in together) or "–"),
            book.refs(contact.id for contact in together),
        )
        for (one, other), together in known[:_TOP]
    )
    head = ("Pair", "Contacts", "Of which", "Length told", "Without a length", "Rows")
    note = "A contact in which several took part stands in several lines; the lines do not add up to the total."
    if len(known) > _TOP:
        note += f" {len(known) - _TOP} more pairs had {max(len(met) for _, met in known[_TOP:])} or fewer."
    blocks = (Table(head, rows, "lrlrrl"), Text(note, method="counting", quiet=True))
    return Section("people", "Who with whom", blocks)


def pairs(contacts: Sequence[Contact]) -> list[tuple[tuple[str, str], list[Contact]]]:
    """Each two persons with their contacts, the most frequent first."""
    found: dict[tuple[str, str], list[Contact]] = defaultdict(list)
    for contact in contacts:
        for one in contact.left:
            for other in contact.right:
                found[one, other].append(contact)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def named(counts: Sequence[tuple[str, int]]) -> str:
    """`19 calls, 9 meetings, 1 visit`."""
    many_of = {"talks": "rounds of talks", "summit": "summits"}
    one_of = {"talks": "round of talks"}
    return ", ".join(many(n, one_of.get(kind, kind), many_of.get(kind, "")) for kind, n in counts)


def _kinds(contacts: Sequence[Contact]) -> str:
    counts: dict[str, int] = defaultdict(int)
    for contact in contacts:
        counts[contact.type or "contact"] += 1
    return named(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _summed(contacts: Sequence[Contact]) -> str:
    told = [found for contact in contacts if (found := length_of(contact)) is not None]
    if not told:
        return "–"
    whole: Minutes = total(told)
    return length(whole.least, whole.most)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
