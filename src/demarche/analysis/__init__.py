"""Answers: numbers computed from a ledger, each with its rule, its rows, what is doubtful and what is missing.

    answer = count(ledger, between="Putin", and_="Trump", type="call", period="2025", by="month")
    answer.value          # 8
    answer.rule           # "calls between Vladimir Putin and Donald Trump, 1 Jan – 31 Dec 2025, held; reports of …"
    answer.rows           # one `Contact` a contact, with the reports that tell of it
    answer.doubtful       # contacts left out of the value, each with the reason
    answer.breakdown      # (("2025-02", 1), ...) with `by`
    answer.durations      # known lengths summed as an interval, unknown ones counted apart
    answer.coverage       # how many documents, from when to when

    count_reports(ledger, "pressure", actor="Trump", recipient="Russia", by="type")      # the other kinds

Nothing here is stored: an answer is a pure function of the ledger's rows.
"""

from demarche.analysis.answers import Answer, Doubtful, Durations
from demarche.analysis.cases import Case
from demarche.analysis.contacts import Contact
from demarche.analysis.count_reports import DoubtfulCase, ReportAnswer, count_reports
from demarche.analysis.counting import count
from demarche.analysis.coverage import Coverage

__all__ = [
    "Answer",
    "Case",
    "Contact",
    "Coverage",
    "Doubtful",
    "DoubtfulCase",
    "Durations",
    "ReportAnswer",
    "count",
    "count_reports",
]
