"""What a typed line claims or asks: fragments without a verb, and questions. people -> parts -> claims, questions.

Documents are read by `demarche.reports.claims`; this reads the line that a person types, where "the eighth call between
X and Y this year" is all there is. A question is a claim with its value left open: both come out as reports of kind
`claim`, a question with a field `asked` that says what is wanted.
"""

from __future__ import annotations

from demarche.reports.asked.claims import typed_claims
from demarche.reports.asked.people import Known, Named
from demarche.reports.asked.questions import question

__all__ = ["Known", "Named", "question", "typed_claims"]
