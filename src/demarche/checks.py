"""Claims checked and questions answered, from words to verdict: read here, judged in `demarche.analysis.checking`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.errors import UsageError

if TYPE_CHECKING:
    from demarche.analysis.checking import Claim, Reply, Verdict
    from demarche.ledger import Ledger, ReportRow
    from demarche.model import Document
    from demarche.reports.asked import Known

__all__ = ["EXAMPLE", "QUESTIONS", "Claims", "ask", "check", "claim_of", "claims_in_text", "claims_of", "day_of"]

EXAMPLE = "the eighth call between Putin and Trump this year"
QUESTIONS = (
    "how many times did Putin and Trump speak by phone in 2025?",
    "when did Putin last meet Witkoff?",
    "how many hours did Putin spend with Lukashenko in 2025?",
)

_OF_PRESSURE = re.compile(
    r"\b(?:threat|ultimatum|deadline|demand|warning|sanction|tariff|offer|pledge|promise)\w*", re.I
)
_ELSEWHERE = "questions are about contacts (for the rest: demarche events --kind pressure --who A --with B); "

Day = str | datetime.date | None
_A_LINE = 300  # characters


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims found in a text, a file, or a row of the ledger; `skipped` are documents that could not be read."""

    found: tuple[Claim, ...] = ()
    skipped: tuple[str, ...] = ()


def check(
    ledger: Ledger,
    text_or_claims: str | Path | Claim | Iterable[Claim],
    *,
    as_of: Day = None,
    date: Day = None,
    complete: bool = False,
    pipeline: str | None = None,
) -> tuple[Verdict, ...]:
    """Whether the ledger supports the claims, contradicts them, or cannot tell: one verdict a claim.

    The text may be a sentence, a fragment ("the eighth call between A and B this year"), or a file. What counts is what
    had happened by the day of the text: `date` for a text that states none, else today; `as_of` overrides it. With
    `complete` the ledger is taken to hold every contact of the sides. UsageError for an unclear day or a missing file.
    """
    from demarche.analysis.checking import Claim, check_claim

    last = day_of(as_of)
    if isinstance(text_or_claims, str | Path):
        claims: Iterable[Claim] = claims_of(ledger, text_or_claims, as_of=last, date=date, pipeline=pipeline).found
    else:
        claims = (text_or_claims,) if isinstance(text_or_claims, Claim) else text_or_claims
    return tuple(check_claim(ledger, claim, as_of=last, complete=complete) for claim in claims)


def ask(ledger: Ledger, question: str, *, as_of: Day = None, pipeline: str | None = None) -> Reply:
    """The answer to a question about contacts: how many, how long, when last, with whom most, whether.

    UsageError, with examples, for a question that is not understood: nothing is guessed.
    """
    from demarche.analysis.checking import answer, claims_in
    from demarche.typed import read_question

    last = day_of(as_of)
    if not question.strip():
        raise UsageError(f"an empty question is not understood; ask like: {' · '.join(QUESTIONS)}")
    document, report = read_question(question, last or datetime.date.today(), _known(ledger), pipeline)
    if report is None:
        elsewhere = _ELSEWHERE if _OF_PRESSURE.search(question) else ""
        raise UsageError(f"this question is not understood: {question!r}; {elsewhere}ask like: {' · '.join(QUESTIONS)}")
    (asked,) = claims_in(document, [report], said=False)
    return answer(ledger, asked, as_of=last or document.date)


def claims_of(
    ledger: Ledger, text_or_path: str | Path, *, as_of: Day = None, date: Day = None, pipeline: str | None = None
) -> Claims:
    """The claims in a text or a file, or the claim of a row when the word is the id of one."""
    said, last = day_of(date), day_of(as_of)
    words = str(text_or_path)
    if not words.strip():
        raise UsageError(f"nothing to check; write a claim like: {EXAMPLE}")
    if isinstance(text_or_path, str) and len(words.split()) > 1 and not _is_file(words):
        return Claims(tuple(_typed(ledger, words, said, last, pipeline)))
    if words == "-" or Path(words).exists():
        return _from_files(ledger, words, said, pipeline)
    if re.fullmatch(r"[0-9a-zA-Z]{3,64}", words):
        return Claims((claim_of(ledger, words),))
    raise UsageError(f"{words}: no such file, and no claim; write one like: {EXAMPLE}")


def claims_in_text(ledger: Ledger, text: str, *, as_of: Day = None, date: Day = None) -> Claims:
    """The claims in a text that somebody typed; no word of it is ever taken for the name of a file or a row."""
    if not text.strip():
        raise UsageError(f"nothing to check; write a claim like: {EXAMPLE}")
    return Claims(tuple(_typed(ledger, text, day_of(date), day_of(as_of), None)))


def _is_file(words: str) -> bool:
    try:
        return Path(words).exists()
    except OSError:  # too long for the name of a file
        return False


def _typed(
    ledger: Ledger, text: str, said: datetime.date | None, last: datetime.date | None, pipeline: str | None
) -> Iterator[Claim]:
    from demarche.analysis.checking import claims_in
    from demarche.typed import read_claims

    day = said or last or datetime.date.today()
    document, reports = read_claims(text, day, _known(ledger), pipeline)
    yield from claims_in(document, reports, said=said is not None)


def _from_files(ledger: Ledger, path: str, said: datetime.date | None, pipeline: str | None) -> Claims:
    from demarche.analysis.checking import claims_in
    from demarche.documents import Given, arrivals
    from demarche.pipeline import read_arrivals

    claims: list[Claim] = []
    skipped: list[str] = []
    for landing in read_arrivals(arrivals([path], Given(said, "")), pipeline):
        if landing.arrival.document is None or landing.skipped:
            skipped.append(f"{landing.arrival.where} {landing.skipped}")
        else:
            found = claims_in(landing.arrival.document, landing.reports)
            claims += found or _short(ledger, landing.arrival.document, pipeline)
    return Claims(tuple(claims), tuple(skipped))


def _short(ledger: Ledger, document: Document, pipeline: str | None) -> list[Claim]:
    """The claims of a document that is no longer than a line: a headline, a fragment."""
    from demarche.analysis.checking import claims_in
    from demarche.typed import read_claims

    if len(document.text) > _A_LINE:
        return []
    return claims_in(*read_claims(document.text, document.date, _known(ledger), pipeline))


def claim_of(ledger: Ledger, report_id: str) -> Claim:
    """The claim that a row of the ledger is; UsageError when it is another kind of row."""
    from demarche.analysis.checking import claim_of_row

    row = ledger.show(report_id).event
    if row.kind != "claim":
        raise UsageError(f"{report_id} is a {row.kind}, not a claim; list the claims: demarche events --kind claim")
    return claim_of_row(row, _near(ledger, row))


def _near(ledger: Ledger, row: ReportRow) -> list[ReportRow]:
    """The contacts that the same document tells of, about its own day."""
    if row.document.date is None:
        return []
    day = datetime.date.fromisoformat(row.document.date)
    since, until = (day - datetime.timedelta(days=31)).isoformat(), day.isoformat()
    told = (detail.event for detail in ledger.document(row.document.hash).told)
    held = (other for other in told if (other.kind, other.status) == ("contact", "held"))
    return [other for other in held if (other.latest or "") >= since and (other.earliest or "9") <= until]


def _known(ledger: Ledger) -> Known:
    """Whom a word of the line stands for in this ledger: one person, state or body, or nobody."""

    def known(words: str) -> tuple[str, str | None, str | None] | None:
        match = ledger.resolve(words)
        people = [actor for actor in match.actors if actor.kind == "person"] or list(match.actors)
        if not people or (match.rule == "part of the name" and not _surname(words, [p.name for p in people])):
            return None
        if match.rule == "side":
            return words, words, "state"
        fullest = max(people, key=lambda actor: len(actor.name))
        one = len({actor.name.split()[-1] for actor in people}) == 1
        return (fullest.name, fullest.side, fullest.kind) if one else (words, None, "person")

    return known


def _surname(words: str, names: list[str]) -> bool:
    from demarche.ledger.names import key

    return any(key(name).split()[-1:] == key(words).split()[-1:] for name in names)


def day_of(value: Day) -> datetime.date | None:
    """The day that somebody typed; UsageError when it is unclear."""
    from demarche.documents import UnclearDateError, read_day

    if not isinstance(value, str):
        return value
    try:
        return read_day(value)
    except UnclearDateError as error:
        raise UsageError(str(error)) from error
