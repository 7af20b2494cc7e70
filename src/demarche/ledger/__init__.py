"""The ledger: one SQLite file of documents, reports with their exact words, runs, and what people decided.

    with Ledger.open("ledger.db", create=True) as ledger:
        done = ledger.known(documents, extractor)            # content hashes that need no reading
        with ledger.run(extractor) as run:                   # a row in `runs`; finished_at stays empty when killed
            outcome = ledger.add(document, reports, run)     # one transaction: new, unchanged, new_version, reread
        rows = ledger.reports(Filters(who="Putin", with_="United States", since="2025", limit=20))
        total = ledger.count_reports(Filters(who="Putin"))
        detail = ledger.show("7k3m")                         # a prefix will do

Nothing here loads a language model. Every failure is a `LedgerError` of one line.
"""

from demarche.ledger.decisions import in_words
from demarche.ledger.pages import Pages
from demarche.ledger.remembering import Remembering
from demarche.ledger.rows import (
    Account,
    Cell,
    Decision,
    Detail,
    DocumentDetail,
    DocumentRow,
    Event,
    EventDetail,
    EventPage,
    FieldRow,
    Filters,
    Holder,
    Link,
    LogEntry,
    Match,
    Outcome,
    Participant,
    Quote,
    ReportRow,
    Run,
    Source,
    State,
    Summary,
)
from demarche.ledger.store import Ledger

__all__ = [
    "Account",
    "Cell",
    "Decision",
    "Detail",
    "DocumentDetail",
    "DocumentRow",
    "Event",
    "EventDetail",
    "EventPage",
    "FieldRow",
    "Filters",
    "Holder",
    "Ledger",
    "Link",
    "LogEntry",
    "Match",
    "Outcome",
    "Pages",
    "Participant",
    "Quote",
    "Remembering",
    "ReportRow",
    "Run",
    "Source",
    "State",
    "Summary",
    "in_words",
]
