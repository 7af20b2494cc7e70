"""Claims checked and questions answered by the API: it reads the text on this machine and keeps nothing of it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from demarche.checks import ask, claims_in_text, day_of
from demarche.export.plain.checks import reply_dict, verdict_dict
from demarche.web.api.shapes import ReplyOut, VerdictOut
from demarche.web.checking import CLAIMS, LETTERS
from demarche.web.context import TheJobs, TheLedger

__all__ = ["router"]

router = APIRouter(prefix="/api", tags=["checks"])


class TextIn(BaseModel):
    """A text whose claims are to be checked; `date` is the day it is of, `complete` takes the ledger to hold all."""

    text: str = Field(max_length=LETTERS)
    date: str | None = Field(None, max_length=40)
    as_of: str | None = Field(None, max_length=40)
    complete: bool = False


class CheckOut(BaseModel):
    """How many claims the text has, and a verdict on each of the first ones, as `demarche check --json` prints it."""

    claims: int
    verdicts: list[VerdictOut]


@router.post("/check")
def check(asked: TextIn, ledger: TheLedger, jobs: TheJobs) -> CheckOut:
    """The claims of a text: supported, contradicted or cannot tell, each with its rule, its rows and a sentence.

    Send it as `application/json`.
    """
    from demarche.analysis.checking import check_claim

    day, last = day_of(asked.date), day_of(asked.as_of)

    def judge() -> CheckOut:
        found = claims_in_text(ledger, asked.text, as_of=last, date=day).found
        judged = (check_claim(ledger, claim, as_of=last, complete=asked.complete) for claim in found[:CLAIMS])
        return CheckOut(claims=len(found), verdicts=[VerdictOut(**verdict_dict(verdict)) for verdict in judged])

    return jobs.line_up(judge).result()


@router.get("/ask", response_model=ReplyOut)
def answer(
    ledger: TheLedger,
    jobs: TheJobs,
    question: Annotated[str, Query(description="how many calls did A and B have in 2025?", max_length=500)],
    as_of: Annotated[str | None, Query(description="The day of asking: 2025-10-16", max_length=40)] = None,
) -> dict[str, Any]:
    """The answer to a question in words; one that is not understood is refused with examples, nothing is guessed."""
    last = day_of(as_of)
    return reply_dict(jobs.line_up(lambda: ask(ledger, question, as_of=last)).result())
