"""Claims held against a ledger: supported, contradicted, or cannot tell, with the rows.

    verdict = check_claim(ledger, claim, as_of=date(2025, 10, 16))
    verdict.outcome       # Outcome.SUPPORTED, .CONTRADICTED or .CANNOT_TELL
    verdict.sentence      # fit to paste
    verdict.findings      # the outcome under each reading of the claim and each counting rule
    verdict.rows          # the contacts that count, verdict.doubtful those that may
    verdict.needs         # what would have to be true

A claim is a plain object: `claims_in(document, reports)` makes it from a reading, `claim_of_row(row)` from the ledger.
"""

from demarche.analysis.checking.answering import answer
from demarche.analysis.checking.checker import check_claim
from demarche.analysis.checking.claims import Claim, claim_of_row, claims_in
from demarche.analysis.checking.replies import Reply
from demarche.analysis.checking.verdicts import Finding, Outcome, Verdict

__all__ = ["Claim", "Finding", "Outcome", "Reply", "Verdict", "answer", "check_claim", "claim_of_row", "claims_in"]
