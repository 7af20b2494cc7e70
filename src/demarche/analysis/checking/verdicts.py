"""What a check gives back: an outcome under each rule, the rows behind it, what is doubtful, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from demarche.analysis.answers import Doubtful
from demarche.analysis.checking.claims import Claim
from demarche.analysis.contacts import Contact
from demarche.analysis.coverage import Coverage

__all__ = ["Finding", "Judgement", "Outcome", "Verdict"]


class Outcome(StrEnum):
    """What the ledger says of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Judgement:
    """An outcome with the number it rests on and the reason in a clause: "the eighth is of 16 Oct 2025"."""

    outcome: Outcome
    number: str
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """The judgement under one reading of the claim and one counting rule."""

    reading: str  # what counts: "calls, 1 Jan – 16 Oct 2025"
    rule: str  # who must tell of it: "all sources"
    outcome: Outcome
    number: str
    why: str
    main: bool  # all sources: it decides
    strict: bool = False  # asks for better evidence: it stands beside, and never mends a contradiction


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim checked: `outcome` sums up the findings, `sentence` is fit to paste, the first finding is the main one.

    `rows` are the contacts that count under the main finding, `doubtful` those that may count, with reasons.
    `needs` says what would have to be true for the claim to hold, `notes` what else a reader must know.
    """

    claim: Claim
    understood: str
    outcome: Outcome
    sentence: str
    findings: tuple[Finding, ...]
    rows: tuple[Contact, ...]
    doubtful: tuple[Doubtful, ...]
    coverage: Coverage | None
    needs: str = ""
    notes: tuple[str, ...] = ()
    reference_rows: tuple[Contact, ...] = ()
