"""Answers: numbers computed from a ledger, each with its rule, its rows, what is doubtful and what is missing.

    answer = count(ledger, between="Putin", and_="Trump", type="call", period="2025", by="month")
    answer.value          # 8
    answer.rule           # "calls between Vladimir Putin and Donald Trump, 1 Jan – 31 Dec 2025, held; reports of …"
    answer.rows           # one `Contact` a contact, with the reports that tell of it
    answer.doubtful       # contacts left out of the value, each with the reason
    answer.breakdown      # (("2025-02", 1), ...) with `by`
    answer.durations      # known lengths summed as an interval, unknown ones counted apart
    answer.coverage       # how many documents, from when to when
    answer.changes        # what would change the number: other rules, doubtful contacts taken in

    hours(ledger, Pool("Putin", ("Trump", "Witkoff")), period="2025").told                       # Minutes(1649, 2095)
    compare(ledger, first=Pool("Putin", "Trump"), second=Pool("Putin", "Lukashenko")).verdict     # "cannot tell"
    coverage_table(ledger).gaps                                                                   # ("2025-03",)

    count_reports(ledger, "pressure", actor="Trump", recipient="Russia", by="type")      # the other kinds

    deadlines(ledger, by="Trump", against="Russia").open             # pressures with their lives
    episodes(ledger, by="Trump", against="Russia").episodes[0].beats # what came before, what followed
    following.follows(ledger, by="Trump", against="Russia").windows  # does contact follow pressure?
    holding.holds(ledger, by="Trump", against="Russia").share        # do deadlines hold?

Nothing here is stored: an answer is a pure function of the ledger's rows.
"""

from demarche.analysis.answers import Answer, Change, Doubtful, Durations
from demarche.analysis.cases import Case
from demarche.analysis.contacts import Contact
from demarche.analysis.count_reports import DoubtfulCase, ReportAnswer, count_reports
from demarche.analysis.counting import count
from demarche.analysis.coverage import Coverage
from demarche.analysis.coverage_tables import CoverageTable, MonthRow, SourceRow, coverage_table
from demarche.analysis.episodes import Episode, Episodes, episodes
from demarche.analysis.hours import (
    ComparisonAnswer,
    HoursAnswer,
    Minutes,
    Need,
    Pool,
    compare,
    hours,
    hours_by_counterpart,
)
from demarche.analysis.pressures import Deadlines, PressureLife, deadlines
from demarche.analysis.rules import CountingRule

__all__ = [
    "Answer",
    "Case",
    "Change",
    "ComparisonAnswer",
    "Contact",
    "CountingRule",
    "Coverage",
    "CoverageTable",
    "Deadlines",
    "Doubtful",
    "DoubtfulCase",
    "Durations",
    "Episode",
    "Episodes",
    "HoursAnswer",
    "Minutes",
    "MonthRow",
    "Need",
    "Pool",
    "PressureLife",
    "ReportAnswer",
    "SourceRow",
    "compare",
    "count",
    "count_reports",
    "coverage_table",
    "deadlines",
    "episodes",
    "hours",
    "hours_by_counterpart",
]
