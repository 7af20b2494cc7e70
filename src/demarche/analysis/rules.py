"""The rule of a count: what it takes, in fields that a person can turn one by one, and in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from demarche.errors import UsageError

__all__ = ["SOURCES", "CountingRule", "Sources"]

Sources = Literal["any", "official", "both"]
SOURCES: tuple[Sources, ...] = get_args(Sources)

_SOURCE_WORDS = {"official": "at least one official source", "both": "official sources of both sides"}


@dataclass(frozen=True, slots=True)
class CountingRule:
    """What counts as one, and who must tell of it.

    `status` is the state a contact must have reached, `types` the types taken (none: all). `sources` says who must tell
    of it: "any", at least one "official" source, or official sources of "both" sides. `confirmed` takes only what a
    person confirmed or entered. `per_day` takes one contact per pair and day. `zone` (an IANA name) names the place
    whose days are meant; without it a day is that of the document. `persons` wants a person named on both sides,
    where otherwise a state or body is enough. `bilateral` leaves out contacts in which a third side took part.
    """

    status: str = "held"
    types: tuple[str, ...] = ()
    sources: Sources = "any"
    confirmed: bool = False
    per_day: bool = False
    zone: str | None = None
    persons: bool = False
    bilateral: bool = False

    def __post_init__(self) -> None:
        if self.sources not in SOURCES:
            raise UsageError(f"no rule of sources {self.sources!r}; say {', '.join(SOURCES)}")
        if self.zone is not None:
            _check_zone(self.zone)

    def words(self) -> str:
        """The rule after numbers and names: `held; at least one official source; reports of one event count once`."""
        parts = [self.status, _SOURCE_WORDS.get(self.sources, "")]
        parts += ["confirmed or entered by a person"] if self.confirmed else []
        parts += ["a person named on both sides"] if self.persons else []
        parts += ["nobody of a third side taking part"] if self.bilateral else []
        parts += [f"days of {self.zone}"] if self.zone else []
        parts += ["one per pair and day" if self.per_day else "reports of one event count once"]
        return "; ".join(part for part in parts if part)


def _check_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (KeyError, OSError, ValueError) as error:
        raise UsageError(f"no time zone {zone!r}; write Europe/Moscow or America/New_York") from error
