"""`demarche show ID`: an event field by field: who says what, its life, why its reports are one, what it may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from demarche.analysis import telling
from demarche.cli.console import coloured, data, ledger_option, plural, print_json
from demarche.cli.forms import day, length, short_id, shortened, value_words
from demarche.cli.passages import passages, rendered
from demarche.cli.show import decided_line, detail_dict, print_detail
from demarche.cli.tables import plain_table
from demarche.export.events.merged import as_row
from demarche.export.plain.rows import merged_dict, quote_dict
from demarche.ledger import Ledger
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from demarche.ledger import Account, Detail, Event, EventDetail, Link, ReportRow

_WORDS = 160
_STANDING = {"machine": "found by the machine", "confirmed": "confirmed by a person", "person": "entered by a person"}


def show_event_command(path: str, event_id: str, *, as_json: bool) -> None:
    """Print one event."""
    with Ledger.open(path, read_only=True) as ledger:
        found = ledger.event(event_id)
        told = [ledger.show(row.id) for row in found.event.reports]
    if as_json:
        print_json(event_detail_dict(found, told))
    elif len(told) == 1:
        print_detail(data(), told[0])
        _print_standing(data(), found.event)
        _print_maybe(data(), found, path)
    else:
        print_event(data(), found, told, path)


def event_detail_dict(found: EventDetail, told: Sequence[Detail]) -> dict[str, Any]:
    """An event in full, for JSON; `told` are its reports as `demarche show --report` gives them."""
    accounts = {name: [_account_dict(a) for a in accounts] for name, accounts in found.accounts}
    return {
        **merged_dict(found.event),
        "accounts": accounts,
        "life": [asdict(state) for state in found.life],
        "links": [asdict(link) for link in found.links],
        "maybe": [{"event": other, **asdict(link)} for link, other in found.maybe],
        "told": [detail_dict(detail) for detail in told],
    }


def _account_dict(account: Account) -> dict[str, Any]:
    return {
        "said": account.said,
        "report": account.report_id,
        "publisher": account.publisher,
        "source_class": account.source_class,
        "speaks_for": account.speaks_for,
        "day": account.day,
        "agrees": account.agrees,
        "quotes": [quote_dict(quote) for quote in account.quotes],
    }


def print_event(console: Console, found: EventDetail, told: Sequence[Detail], path: str) -> None:
    """Head, accounts field by field, life, words, reasons, what else it may be, decisions."""
    event, row = found.event, as_row(found.event)
    parts = (row.kind, row.type, telling.standing(row), row.date, length(event.minutes_min, event.minutes_max))
    console.print(" · ".join(dict.fromkeys(part for part in parts if part)), style="bold")
    console.print(visible(telling.who(row)))
    console.print(f"event {event.id}, told by {plural(len(told), 'report')}", style="dim")
    _print_standing(console, event)
    if event.disputed:
        fields = [name for name, accounts in found.accounts if not all(a.agrees for a in accounts)]
        console.print(f"The accounts contradict each other: {', '.join(fields)}.", style="bold red")
    console.print(_accounts(found))
    _print_life(console, found)
    for detail in told:
        _print_words(console, detail)
    _print_links(console, found)
    _print_maybe(console, found, path)
    for decision in found.decisions:
        console.print(visible(decided_line(decision)), soft_wrap=True)


def _print_standing(console: Console, event: Event) -> None:
    if event.standing != "machine" or event.verdict == "reject":
        rejected = event.verdict == "reject"
        console.print("rejected by a person: not counted" if rejected else _STANDING[event.standing], style="bold")


def _accounts(found: EventDetail) -> Any:
    """Who says what; one line where all say the same, one a value where they do not."""
    table = plain_table("Field", "Value", "Who says so, in which words")
    for name, accounts in found.accounts:
        for said, of_it in _by_value(accounts):
            contradicted = "" if all(a.agrees for a in of_it) else " (contradicted)"
            table.add_row(name, visible(said) + contradicted, visible(_sources(of_it)))
            name = ""
        if not name and (implied := _implied(found.event, accounts)):
            table.add_row("", implied, "what they imply together")
    return table


def _by_value(accounts: Iterable[Account]) -> Iterator[tuple[str, list[Account]]]:
    """The accounts that say the same; of a list the order does not matter."""
    found: dict[frozenset[str], list[Account]] = {}
    for account in accounts:
        values = account.value if isinstance(account.value, tuple) else (_said(account),)
        found.setdefault(frozenset(map(str, values)), []).append(account)
    yield from ((_said(of_it[0]), of_it) for of_it in found.values())


def _said(account: Account) -> str:
    return value_words(account.value) if account.field == "duration" else account.said


def _implied(event: Event, accounts: Sequence[Account]) -> str:
    if accounts[0].field != "duration" or len({a.said for a in accounts}) < 2:
        return ""
    return length(event.minutes_min, event.minutes_max)


def _sources(accounts: Sequence[Account]) -> str:
    """The sources, and the words of the first."""
    words = " … ".join(quote.words for quote in accounts[0].quotes)
    sources = ", ".join(dict.fromkeys(_source(a) for a in accounts))
    return f"{sources}: “{shortened(' '.join(words.split()), _WORDS)}”" if words else sources


def _source(account: Account) -> str:
    """`Kremlin (official, Russia)`, `Gazette`."""
    about = [account.source_class if account.source_class != "press" else "", account.speaks_for or ""]
    inside = ", ".join(part for part in about if part)
    name = account.publisher or "unknown publisher"
    return f"{name} ({inside})" if inside else name


def _print_life(console: Console, found: EventDetail) -> None:
    if len(found.life) < 2:
        return
    console.print("Its life", style="bold")
    publisher = {row.id: row.document.publisher for row in found.event.reports}
    for state in found.life:
        by = ", ".join(dict.fromkeys(publisher.get(i) or i for i in state.reports))
        console.print(f"  {day(state.day):11} {state.status:10} {visible(by)}", soft_wrap=True)
    console.print()


def _print_words(console: Console, detail: Detail) -> None:
    """The sentences of one report, under its source."""
    from rich.padding import Padding

    row = detail.event
    console.print(visible(_heading(row)), style="bold", soft_wrap=True)
    words = [quote.span for item in detail.fields for quote in item.quotes]
    for passage in passages(detail.evidence):
        text = rendered(passage, marked=not coloured(console), words=words)
        console.print(Padding(text, (0, 0, 0, 2), expand=False))
    console.print(f"  {row.document.url or row.document.name} · report {short_id(row.id)}", style="dim", soft_wrap=True)
    console.print()


def _heading(row: ReportRow) -> str:
    by_hand = "entered by hand" if row.origin == "person" else ""
    return ", ".join(part for part in (row.document.publisher, row.document.date, row.document.title, by_hand) if part)


def _print_links(console: Console, found: EventDetail) -> None:
    console.print("Why these are one", style="bold")
    for link in found.links:
        if link.verdict == "same":
            console.print(f"  {_link(link)}", soft_wrap=True)
    console.print()


def _link(link: Link) -> str:
    why = "; ".join(reason for _, _, reason in link.why)
    return f"{short_id(link.a)} and {short_id(link.b)}, {link.score:g} points: {why}"


def _print_maybe(console: Console, found: EventDetail, path: str) -> None:
    """Other events that it may be one with, the likeliest first, and how to say so."""
    if not found.maybe:
        return
    console.print("It may also be", style="bold")
    seen: set[str] = set()
    for link, other in found.maybe:
        if other not in seen:
            console.print(f"  {short_id(other)}: {_link(link)}", soft_wrap=True)
            seen.add(other)
    first = short_id(found.maybe[0][1])
    console.print(
        f"  Put two together: demarche merge {short_id(found.event.id)} {first}{ledger_option(path)}", soft_wrap=True
    )
