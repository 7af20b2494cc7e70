"""What an answer about traffic is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from demarche.analysis.answers import Doubtful
from demarche.analysis.contacts import Contact
from demarche.analysis.coverage import Coverage
from demarche.statistics import Balance, Calendar, Finding, Lengths, Share

__all__ = ["Pair", "Traffic", "TrafficRow"]


@dataclass(frozen=True, slots=True)
class TrafficRow:
    """One pair in one month or year. `contacts` count; `doubtful` may belong there too; zeros are rows.

    `covered` of its `days` are days that documents cover: a zero on no covered day says nothing.
    """

    period: str
    first: str
    second: str
    contacts: int
    doubtful: int
    covered: int
    days: int


@dataclass(frozen=True, slots=True)
class Pair:
    """The side asked about with one counterpart: its contacts, its share of all, who asked for them, their lengths."""

    counterpart: str
    contacts: tuple[Contact, ...]
    share: Share
    balance: Balance
    lengths: Lengths


@dataclass(frozen=True, slots=True)
class Traffic:
    """Who one side talks to, how much. `contacts` are counted under the `rule`; `doubtful` ones are in no figure.

    `balance` is that of the side against all its counterparts together, `plans` what became of planned contacts:
    `planned` are these contacts, `undated_plans` more have no day. `returned` is how far the asking is mutual.
    """

    of: str
    rule: str
    unit: str
    calendar: Calendar
    as_of: date
    rows: tuple[TrafficRow, ...]
    pairs: tuple[Pair, ...]
    balance: Balance
    lengths: Lengths
    plans: Share
    undated_plans: int
    planned: tuple[Contact, ...]
    returned: Finding
    contacts: tuple[Contact, ...]
    doubtful: tuple[Doubtful, ...]
    coverage: Coverage

    @property
    def waiting(self) -> tuple[Contact, ...]:
        """Planned contacts of which no text says whether they took place."""
        return tuple(contact for contact in self.planned if contact.event.status not in ("held", "cancelled"))

    @property
    def asked(self) -> tuple[Contact, ...]:
        """The counted contacts of which somebody says who asked for them."""
        return tuple(c for c in self.contacts if any(row.names("initiator") for row in c.reports))
