"""`demarche check`: each claim in its words, its verdict, the numbers under each rule, the rows, a line to paste."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from demarche.analysis.checking import check_claim
from demarche.analysis.checking.verdicts import Outcome
from demarche.checks import EXAMPLE, Claims, claims_of, day_of
from demarche.cli.console import data, ledger_option, plural, print_json, talk
from demarche.cli.failures import PARTLY
from demarche.cli.findings import coverage_words, doubtful_lines, finding_table, print_rows
from demarche.cli.forms import short_id
from demarche.errors import UsageError
from demarche.export.plain.checks import verdict_dict
from demarche.ledger import Ledger
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from demarche.analysis.checking import Claim, Verdict

_STYLES = {Outcome.SUPPORTED: "bold green", Outcome.CONTRADICTED: "bold red", Outcome.CANNOT_TELL: "bold yellow"}


@dataclass(frozen=True, slots=True)
class Checking:
    """What to check, as typed."""

    text: str
    as_of: str | None = None
    date: str | None = None
    complete: bool = False
    exit_code: bool = False


def check_command(path: str, asked: Checking, *, as_json: bool) -> None:
    """Check every claim of the text; exit code 1 for a contradicted one when that was asked for."""
    with Ledger.open(path, read_only=True) as ledger:
        claims = claims_of(ledger, asked.text, as_of=asked.as_of, date=asked.date)
        last = day_of(asked.as_of)
        verdicts = [check_claim(ledger, claim, as_of=last, complete=asked.complete) for claim in claims.found]
    _tell_skipped(claims)
    if verdicts and not any((asked.as_of, asked.date, claims.found[0].document)):
        talk().print(f"Taken as said today, {claims.found[0].day}; for another day say --date or --as-of.")
    if not verdicts:
        raise UsageError(f"no claim about contacts found, so nothing was checked; a claim is, for instance: {EXAMPLE}")
    if as_json:
        print_json([verdict_dict(verdict) for verdict in verdicts])
    else:
        _print_all(data(), verdicts, path)
    if asked.exit_code and any(v.outcome is Outcome.CONTRADICTED for v in verdicts):
        raise SystemExit(PARTLY)


def _tell_skipped(claims: Claims) -> None:
    for line in claims.skipped:
        talk().print(visible(f"skipped: {line}"))


def _print_all(console: Console, verdicts: Sequence[Verdict], path: str) -> None:
    for number, verdict in enumerate(verdicts):
        if number:
            console.rule(style="dim")
        print_verdict(console, verdict)
    if len(verdicts) > 1:
        told = ", ".join(f"{n} {outcome}" for outcome in Outcome if (n := sum(v.outcome is outcome for v in verdicts)))
        talk().print(f"{plural(len(verdicts), 'claim')}: {told}.")
    first = next((row for v in verdicts for row in v.rows), None)
    if first:
        talk().print(f"The sentences behind a row: demarche show {short_id(first.reports[0].id)}{ledger_option(path)}")


def print_verdict(console: Console, verdict: Verdict) -> None:
    """One claim with everything behind its verdict."""
    from rich.text import Text

    console.print(in_context(verdict.claim))
    console.print(Text.assemble((verdict.outcome.upper(), _STYLES[verdict.outcome]), "  ", visible(verdict.understood)))
    if verdict.findings:
        console.print(finding_table(verdict.findings, console.width))
    print_rows(console, verdict.rows, verdict.reference_rows)
    for line in (*doubtful_lines(verdict.doubtful), *_lines(verdict)):
        console.print(visible(line))
    console.print()
    console.print(Text.assemble(("To paste: ", "bold"), visible(verdict.sentence)))


def _lines(verdict: Verdict) -> list[str]:
    lines = [f"Note: {note}." for note in verdict.notes]
    return [*lines, *(coverage_words(verdict.coverage) if verdict.coverage else [])]


def in_context(claim: Claim) -> Any:
    """The words of the claim between those around them, marked without colour too."""
    from rich.text import Text

    if claim.quote is None:
        return Text("")
    before, after = (" ".join(t.split()) for t in (claim.quote.before, claim.quote.after))
    words = Text.assemble(f"{before} " if before else "", "»", (claim.words, "bold"), "«", after)
    return visible_text(words)


def visible_text(text: Any) -> Any:
    """The same with control characters made visible."""
    from rich.text import Text

    plain = visible(text.plain)
    return text if plain == text.plain else Text(plain)
