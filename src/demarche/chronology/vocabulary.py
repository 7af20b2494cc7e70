"""The codebook's words for what people write in the columns of types and states."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from demarche.model import KINDS, STATUSES, TYPES, Kind

__all__ = ["kind_of_sheet", "outcome_status", "status_in", "type_in"]

#: other words for types; the first column that fits decides what the rows of a sheet are
_TYPES: dict[Kind, dict[str, str]] = {
    "contact": {
        "phone": "call",
        "phone call": "call",
        "telephone": "call",
        "telephone call": "call",
        "conversation": "call",
        "video call": "call",
        "video": "call",
        "met": "meeting",
        "bilateral": "meeting",
        "in person": "meeting",
        "trip": "visit",
        "negotiations": "talks",
        "negotiation": "talks",
        "letter": "message",
        "telegram": "message",
    },
    "pressure": {
        "tariff": "sanction",
        "tariffs": "sanction",
        "sanctions": "sanction",
        "embargo": "sanction",
        "expulsion": "sanction",
        "deadline": "ultimatum",
    },
    "offer": {
        "invitation": "proposal",
        "offer": "proposal",
        "business": "proposal",
        "gesture": "proposal",
        "truce": "proposal",
        "ceasefire": "proposal",
        "talks": "proposal",
        "mediation": "proposal",
        "arms control": "proposal",
        "hosting": "proposal",
        "summit plan": "proposal",
        "plan": "proposal",
        "promise": "pledge",
        "gift": "aid",
        "delivery": "aid",
        "deal": "agreement",
        "treaty": "agreement",
    },
}

#: how a cell of states begins -> the codebook's state, the first that fits
_STATUSES: dict[Kind, tuple[tuple[str, str], ...]] = {
    "contact": (
        (r"claimed", "held|denied"),
        (r"announced|planned|scheduled|agreed|expected|due", "planned"),
        (r"proposed|suggested|offered|possible", "proposed"),
        (r"cancell?ed|called off|postponed|shelved", "cancelled"),
        (r"denied|did not (?:happen|take place)|retracted|false", "denied"),
        (r"held|confirmed|done|took place|happened|yes|reported|multilateral|completed", "held"),
    ),
    "pressure": (
        (
            r"(?:not|never|no) (?:imposed|carried out|supplied|new measure|measure)|dropped|withdrawn|replaced",
            "dropped",
        ),
        (r"imposed|in force|took effect|adopted|agreed|carried out", "imposed"),
        (r"extended", "extended"),
        (r"met\b|condition met|complied", "met"),
        (r"pending|open|none yet", "pending"),
        (r"(?:deadline )?passed\b.*\b(?:no|without) measure|no ceasefire, no measure", "dropped"),
    ),
    "offer": (
        (r"delivered|done|held|signed|carried out", "done"),
        (r"accepted|agreed", "accepted"),
        (r"rejected|refused|declined|cancell?ed", "rejected"),
        (r"[A-Z]\w+ (?:declined|refused|rejected)", "rejected"),
        (r"open|pending", "open"),
    ),
}


def type_in(kind: Kind, words: str) -> str | None:
    """The codebook's type that these words mean for this kind; None when they mean none."""
    plain = " ".join(words.casefold().split())
    return plain if plain in TYPES.get(kind, ()) else _TYPES.get(kind, {}).get(plain)


def status_in(kind: Kind, words: str) -> str | None:
    """The codebook's state that a cell tells: `confirmed by one side` is held, `announced only` planned."""
    plain = " ".join(words.split())
    if all(part in STATUSES.get(kind, ()) for part in plain.casefold().split("|")):
        return plain.casefold()
    return next((s for rule, s in _STATUSES.get(kind, ()) if re.match(rf"(?:{rule})\b", plain, re.IGNORECASE)), None)


def outcome_status(kind: Kind, type_: str | None, outcome: str) -> str:
    """The state that an outcome in free words tells of a pressure or an offer; `unknown` when it tells none."""
    told = status_in(kind, outcome) if outcome else None
    return told or ("imposed" if kind == "pressure" and type_ == "sanction" else "unknown")


def kind_of_sheet(targets: Iterable[str], types: Iterable[str]) -> Kind | None:
    """What the rows are: by the words in the column of types, as far as the columns allow it; None when unclear."""
    there, words = set(targets), list(types)
    if all(word.casefold() in KINDS for word in words) and words:
        return None  # the column tells the kind itself, row by row
    possible: tuple[Kind, ...] = ("contact", "pressure", "offer")
    if there & {"actor", "recipient", "action", "condition", "deadline"} and "participants" not in there:
        possible = ("pressure", "offer")
    elif there & {"participants", "person_a", "side_a", "place", "duration", "duration_min"}:
        possible = ("contact",)
    votes = Counter({kind: sum(type_in(kind, word) is not None for word in words) for kind in possible})
    best = votes.most_common(1)[0]
    return best[0] if best[1] or len(possible) == 1 else None
