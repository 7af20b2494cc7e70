"""What would change a number: doubtful contacts taken in, or another rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from demarche.analysis.answers import Change, Doubtful
from demarche.analysis.contacts import Contact, told_by
from demarche.analysis.doubts import Asked, doubt, wished
from demarche.analysis.per_day import per_day
from demarche.analysis.rules import CountingRule
from demarche.analysis.twins import pairs
from demarche.analysis.wording import contact_in_words, names

__all__ = ["changes"]

_MOST = 3  # doubtful contacts told one by one; more of them are told together


def changes(
    contacts: Sequence[Contact],
    asked: Asked,
    counted: Sequence[Contact],
    doubtful: Sequence[Doubtful],
) -> tuple[Change, ...]:
    """Everything that would make it another number, with what the number would be."""
    value = len(counted)
    return (
        *_taken_in(value, doubtful),
        *(change for change in _other_rules(contacts, asked) if change.value != value),
        *_fewer(value, counted),
    )


def _taken_in(value: int, doubtful: Sequence[Doubtful]) -> Iterator[Change]:
    if len(doubtful) <= _MOST:
        for item in doubtful:
            tellers = names(sorted({told_by(t) for t in item.contact.told}))
            words = f"if the {contact_in_words(item.contact)}, told by {tellers}, is counted ({item.reason})"
            yield Change(value + 1, words, (item.contact,))
    if len(doubtful) > 1:
        everything = tuple(item.contact for item in doubtful)
        yield Change(value + len(doubtful), f"if all {len(doubtful)} doubtful ones are counted", everything)


#: another rule, and how it is said
_RULES: tuple[tuple[dict[str, object], str], ...] = (
    ({"sources": "any"}, "whoever tells of it"),
    ({"sources": "official"}, "with at least one official source"),
    ({"sources": "both"}, "with official sources of both sides"),
    ({"confirmed": True}, "if only what a person confirmed or entered counts"),
    ({"confirmed": False}, "if what nobody confirmed counts too"),
    ({"bilateral": True}, "without contacts in which a third side took part"),
    ({"bilateral": False}, "with contacts in which a third side took part"),
    ({"persons": False}, "where a side is enough and no person need be named"),
    ({"per_day": True}, "if one per pair and day counts"),
    ({"per_day": False}, "if every contact of a day counts"),
)


def _other_rules(contacts: Sequence[Contact], asked: Asked) -> Iterator[Change]:
    sure = [contact for contact in contacts if not doubt(contact, asked)]
    for fields, words in _RULES:
        other: CountingRule = replace(asked.rule, **fields)  # type: ignore[arg-type]
        if other == asked.rule:
            continue
        rows = wished(sure, replace(asked, rule=other))
        rows = per_day(rows)[0] if other.per_day else rows
        yield Change(len(rows), words, tuple(rows))


def _fewer(value: int, counted: Sequence[Contact]) -> Iterator[Change]:
    """Counted contacts a day apart that may be one, reported late."""
    found = pairs(counted)
    if len(found) <= _MOST:
        for pair in found:
            said = " and the ".join(contact_in_words(contact) for contact in sorted(pair, key=_day))
            yield Change(value - 1, f"if the {said} are one", pair)
    else:
        twins = tuple(dict.fromkeys(contact for pair in found for contact in pair))
        yield Change(value - len(found), f"if those a day apart, {len(found)} pairs, are one each", twins)


def _day(contact: Contact) -> str:
    return contact.event.earliest or ""
