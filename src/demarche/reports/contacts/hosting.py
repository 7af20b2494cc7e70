"""Sides of receiving and hosting: "A received B", "A hosted the ministers of B and C", "B was received there"."""

from __future__ import annotations

import itertools

from spacy.tokens import Token

from demarche.reports.contacts.around import Around, Sides
from demarche.reports.contacts.destinations import destinations
from demarche.reports.contacts.draft import Party
from demarche.reports.contacts.parties import union
from demarche.reports.contacts.verbs import direct, is_passive
from demarche.reports.contacts.windows import ends


def receive(around: Around) -> Sides:
    """For "A received B": host and guest; a trip to A's country is told beside it when the text says so."""
    if _for_a_visit(around.token):
        found = direct(around)
        return Sides(near=[p for group in found.own for p in group], visits=found.own)
    hosts = {p.name for p in around.subject()}
    found = direct(around)
    if not found.own and is_passive(around.token):
        return _received_there(around)
    people = [[p for p in group if p.kind in ("person", "group") or _counterpart(around, p)] for group in found.own]
    found.own = [
        _with_host_state(group, whole)
        for group, whole in zip(people, found.own, strict=True)
        if is_passive(around.token) or any(p.name not in hosts for p in group)
    ]
    return found


def _received_there(around: Around) -> Sides:
    """For "B was received at the palace": by those whose seat it is."""
    if around.token.lower_ != "received":
        return Sides()
    hosts = destinations(around.reading, around.token, frozenset({"in", "at"}), bare=False)[:1]
    guests = [p for p in around.subject() if p.kind in ("person", "group")]
    return Sides([union(hosts, guests)] if hosts and guests else [], near=guests)


def _with_host_state(people: list[Party], whole: list[Party]) -> list[Party]:
    """For "A hosted the ministers of B and C": the state is the host where no person of it is named."""
    sides = {p.side for p in people}
    hosts = [p for p in whole if p.kind == "state" and p.side not in sides and p not in people]
    return union(hosts, people) if len(people) and hosts else people


def _counterpart(around: Around, party: Party) -> bool:
    """B in "hosted his counterparts from A and B": the state tells whose minister came."""
    first = party.mentions[0].start_token if party.mentions else 0
    between = [t.lower_ for t in around.token.doc[around.token.i + 1 : first]] if first > around.token.i else []
    pairs = itertools.pairwise(between)
    return any(a in ("counterparts", "counterpart", "colleagues") and b == "from" for a, b in pairs)


def _for_a_visit(verb: Token) -> bool:
    """For "Will host B for an official visit": a visit, whatever meetings it brings."""
    after = [t.lower_ for t in verb.doc[verb.i + 1 : ends(verb)]]
    return "visit" in after and "for" in after[: after.index("visit")] and after.index("visit") < 22
