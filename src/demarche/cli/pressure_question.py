"""Whose pressure on whom, as typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.cli.names import check_names
from demarche.cli.words import period, split
from demarche.errors import UsageError

if TYPE_CHECKING:
    from demarche.ledger import Ledger

__all__ = ["PressureQuestion"]


@dataclass(frozen=True, slots=True)
class PressureQuestion:
    """One side, the other, a period, and the day of asking."""

    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    period: str | None = None
    as_of: str | None = None
    open: bool = False
    states: bool = False

    @classmethod
    def of(
        cls,
        by: tuple[str, ...],
        against: tuple[str, ...],
        in_: str | None,
        as_of: str | None,
        *,
        open_: bool = False,
        states: bool = False,
    ) -> PressureQuestion:
        """From options."""
        return cls(split(by), split(against), period(in_), period(as_of), open_, states)

    def sided(self, command: str) -> PressureQuestion:
        """The same; UsageError when one of the two sides is missing."""
        if not self.by or not self.against:
            raise UsageError(f"whose pressure on whom? {command} needs both sides: --by Trump --against Russia")
        return self

    def checked(self, ledger: Ledger) -> PressureQuestion:
        """The same; UsageError for a name that the ledger does not know."""
        check_names(ledger, (*self.by, *self.against))
        return self
