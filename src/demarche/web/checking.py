"""Checks and questions of this app: read where documents are read, kept for a while, asked for until they are done."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING

from demarche.errors import DemarcheError, UsageError

if TYPE_CHECKING:
    import datetime

    from demarche.analysis.checking import Reply, Verdict
    from demarche.ledger import Ledger
    from demarche.web.jobs import Jobs

__all__ = ["LETTERS", "Checked", "Checks"]

KEPT = 50
"""Checks that are remembered."""

LETTERS = 20_000
"""The longest text that is checked at once, in characters."""

CLAIMS = 40
"""The most claims of a text that are judged."""

QUESTION = 500


@dataclass(frozen=True, slots=True)
class Checked:
    """A text (or a `question`) and what came of it; `state` is waiting, reading, done or failed."""

    id: str
    text: str
    question: bool = False
    day: datetime.date | None = None
    complete: bool = False
    state: str = "waiting"
    found: int = 0
    verdicts: tuple[Verdict, ...] = ()
    reply: Reply | None = None
    trouble: str = ""

    @property
    def going_on(self) -> bool:
        """True while more may come."""
        return self.state in ("waiting", "reading")

    @property
    def left(self) -> int:
        """Claims that were found and not judged."""
        return self.found - len(self.verdicts)


class Checks:
    """The checks of this app; every method may be called from any thread."""

    def __init__(self, ledger: Ledger, jobs: Jobs) -> None:
        self._ledger = ledger
        self._jobs = jobs
        self._lock = Lock()
        self._checks: OrderedDict[str, Checked] = OrderedDict()

    def check(self, text: str, day: datetime.date | None, *, complete: bool) -> Checked:
        """Line up a text whose claims are to be checked. UsageError when it is empty or too long."""
        if not text.strip():
            raise UsageError("There is nothing to check: paste a sentence or a paragraph.")
        if len(text) > LETTERS:
            raise UsageError(f"This text has {len(text):,} characters, at most {LETTERS:,} at once. Nothing was read.")
        return self._line_up(Checked(secrets.token_hex(6), text, day=day, complete=complete), self._claims)

    def ask(self, question: str, day: datetime.date | None) -> Checked:
        """Line up a question. UsageError when it is empty or too long."""
        words = " ".join(question.split())
        if not words or len(words) > QUESTION:
            raise UsageError(f"A question is a line of at most {QUESTION} characters. Nothing was asked.")
        return self._line_up(Checked(secrets.token_hex(6), words, question=True, day=day), self._question)

    def get(self, check_id: str) -> Checked:
        """How far a check is; UsageError when there is none of that name."""
        with self._lock:
            if check_id not in self._checks:
                raise UsageError(f"no check {check_id} in this run of demarche; check the text again")
            return self._checks[check_id]

    def _line_up(self, made: Checked, work: Callable[[Checked], None]) -> Checked:
        self._keep(made)
        self._jobs.line_up(lambda: self._work(made, work))
        return made

    def _keep(self, check: Checked) -> Checked:
        with self._lock:
            self._checks[check.id] = check
            while len(self._checks) > KEPT:
                self._checks.popitem(last=False)
        return check

    def _work(self, check: Checked, work: Callable[[Checked], None]) -> None:
        check = self._keep(replace(check, state="reading"))
        try:
            work(check)
        except DemarcheError as error:
            self._keep(replace(check, state="failed", trouble=str(error)))
        except Exception as error:  # a fault of ours: told on the page, the app goes on
            self._keep(replace(check, state="failed", trouble=f"a fault of demarche: {type(error).__name__}"))
            raise

    def _claims(self, check: Checked) -> None:
        from demarche.analysis.checking import check_claim
        from demarche.checks import claims_in_text

        claims = claims_in_text(self._ledger, check.text, date=check.day).found
        check = self._keep(replace(check, found=len(claims)))
        for claim in claims[:CLAIMS]:
            verdict = check_claim(self._ledger, claim, complete=check.complete)
            check = self._keep(replace(check, verdicts=(*check.verdicts, verdict)))
        self._keep(replace(check, state="done"))

    def _question(self, check: Checked) -> None:
        from demarche.checks import ask

        self._keep(replace(check, state="done", reply=ask(self._ledger, check.text, as_of=check.day)))
