"""The sides of a contact: for each cue, who stands on either side of it, as its frame says."""

from __future__ import annotations

from collections.abc import Callable

from demarche.mentions.reading import Reading
from demarche.reports.contacts import grammar, hosting, messages, nouns, summits, trips, verbs
from demarche.reports.contacts.around import Around, Sides
from demarche.reports.contacts.draft import Cue
from demarche.reports.contacts.senses import by_name


def _noun(around: Around) -> Sides:
    """Nouns of contact; "summit meeting" is told as a summit where nobody else stands beside it."""
    found = nouns.noun(around)
    return summits.summit(around) if around.cue.type == "summit" and not found.own else found


FRAME_RULES: dict[str, Callable[[Around], Sides]] = {
    "mutual": verbs.mutual,
    "direct": verbs.direct,
    "host": hosting.receive,
    "bring": verbs.bring,
    "call-on": verbs.call_on,
    "invite": verbs.invite,
    "place": trips.place,
    "journey": trips.journey,
    "at": trips.journey,
    "beside": trips.beside,
    "sent-there": trips.sent_there,
    "delegation": trips.delegation,
    "members": trips.members,
    "trip": trips.trip,
    "noun": _noun,
    "summit": summits.summit,
    "sent": messages.sent,
    "greet": messages.greet,
}


def sides_of(reading: Reading, cue: Cue) -> Sides:
    """Who stands on the sides of a cue."""
    token = reading.doc[cue.token]
    sense = by_name()[cue.sense]
    return FRAME_RULES[sense.frame](Around(reading, cue, token, sense, grammar.rows_of(reading, token)))
