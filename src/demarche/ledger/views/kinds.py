"""The views of events: all of them, and a view a kind with the columns that only it has. One row is one event."""

from __future__ import annotations

from demarche.ledger.views.cells import common, field, last_day, names, numbers, sides, told
from demarche.ledger.views.view import CURRENT, Column, Form, View

__all__ = ["OF_EVENTS"]

_MAIN = ("participants", "actor", "recipient", "about", "subjects", "reference")
_STANDS = "COALESCE(e.verdict, '') <> 'reject'"
_MINUTES: tuple[tuple[str, Form, str, str], ...] = (
    ("minutes_min", "minutes", "The least length in minutes that its reports imply", "e.minutes_min"),
    ("minutes_max", "minutes", "The greatest; empty when it is open or no report tells a length", "e.minutes_max"),
)
_PLACE: tuple[str, Form, str, str] = ("places", "text", "Where", field("place"))
_ACTS: tuple[tuple[str, Form, str, str], ...] = (
    ("actors", "text", "Who acts", names("actor")),
    ("actor_sides", "text", "The states and bodies that they stand for", sides("actor")),
    ("recipients", "text", "To whom it is addressed", names("recipient")),
    ("recipient_sides", "text", "The states and bodies that they stand for", sides("recipient")),
)
_DEADLINE = f"""(SELECT max(due.day) FROM (SELECT {last_day("TEXT(f.value)")} AS day FROM reports r
  JOIN fields f ON f.report_id = r.id WHERE r.event_id = e.id AND {CURRENT.format("r")}
  AND f.name IN ('deadline', 'revised_deadline')) AS due)"""


def _kind(name: str, kind: str, row: str, *own: tuple[str, Form, str, str]) -> View:
    columns = (*common(kind), *(Column(*facts) for facts in own), *told())
    return View(name, row, columns, f"events e WHERE e.kind = '{kind}' AND {_STANDS}")


OF_EVENTS = (
    View(
        "v_events",
        "an event of any kind, with all reports that tell of it put together",
        (
            Column("event_id", "text", "Its id in the ledger; `demarche show` opens it", "e.id"),
            Column("kind", "text", "contact, pressure, offer, act, statement, forecast or claim", "e.kind"),
            *common("event")[1:],
            *(Column(*facts) for facts in _MINUTES),
            Column("who", "text", "Everybody named in it, whatever their role; several are parted by `; `",
                   names(*_MAIN)),
            Column("sides", "text", "The states and bodies that they stand for", sides(*_MAIN)),
            Column(*_PLACE),
            *told(),
        ),
        f"events e WHERE {_STANDS}",
    ),
    _kind(
        "v_contacts", "contact", "a contact: call, meeting, summit, visit, talks or message",
        *_MINUTES,
        ("participants", "text", "Who took part; several are parted by `; `", names("participants")),
        ("sides", "text", "The states and bodies that they stand for", sides("participants")),
        ("initiators", "text", "Who asked for it", names("initiator")),
        _PLACE,
        ("topics", "text", "What it was about", field("topics")),
    ),
    _kind(
        "v_pressures", "pressure", "a threat, ultimatum, demand, warning or sanction",
        *_ACTS,
        ("measure", "text", "What is threatened or imposed", field("measure")),
        ("condition", "text", "What is demanded", field("condition")),
        ("deadlines", "text", "The deadlines told (EDTF, or a term such as `P10D`); `v_deadlines` has one a row",
         field("deadline", "revised_deadline")),
        ("due", "day", "The last day of the latest deadline told; empty without one, and for a term", _DEADLINE),
        ("outcome", "text", "What became of it, in the words of the reports", field("outcome")),
    ),
    _kind(
        "v_offers", "offer", "a proposal, pledge, agreement, concession or aid",
        *_ACTS,
        ("content", "text", "What is offered or agreed", field("content")),
        ("condition", "text", "What it hangs on", field("condition")),
    ),
    _kind(
        "v_acts", "act", "a deed of one side towards another; its type is the PLOVER mode",
        *_ACTS,
        ("content", "text", "What was done", field("content")),
        ("mode", "text", "PLOVER's mode", field("mode")),
    ),
    _kind(
        "v_statements", "statement", "something that somebody said of somebody or something",
        *_ACTS[:2],
        ("about", "text", "Whom or what it is about", field("about")),
        ("stance", "text", "praise, thank, congratulate, condole, support, neutral, doubt, reject, criticise, accuse, "
         "threaten or request", field("stance")),
        ("channel", "text", "Where it was said", field("channel")),
        ("said", "text", "The words quoted", field("quote")),
    ),
    _kind(
        "v_forecasts", "forecast", "something that somebody expects",
        *_ACTS[:2],
        ("content", "text", "What is expected", field("content")),
        ("horizon", "text", "By when (EDTF)", field("horizon")),
    ),
    _kind(
        "v_claims", "claim", "a number that a document gives of contacts: the eighth call, forty hours",
        ("subjects", "text", "Whose contacts, as JSON lists of pooled names", field("subjects")),
        ("reference", "text", "With whose contacts they are compared, likewise", field("reference")),
        ("contact_types", "text", "Which types of contact it counts", field("contact_types")),
        ("period", "text", "The period that it speaks of (EDTF)", field("period")),
        ("relation", "text", "`=`, `~`, `>`, `>=`, `<` or `<=`", field("relation")),
        ("value", "text", "The number, or the day; of a length a JSON object", field("value")),
        ("value_minutes_min", "minutes", "Of a length: its least minutes", numbers("value", "min")),
        ("value_minutes_max", "minutes", "Of a length: its greatest minutes", numbers("value", "max")),
        ("unit", "text", "contacts or minutes", field("unit")),
        ("credited", "text", "Whom the document credits for it", field("source")),
    ),
)  # fmt: skip
