"""demarche: a sourced ledger of diplomacy.

    import demarche

    for report in demarche.read("readout.txt", date="2025-06-12"):
        print(report.type, report.names("participants"))

    with demarche.open_ledger("my.ledger") as ledger:
        rows = ledger.reports(demarche.Filters(who="Finland", since="2025"))
        threats = ledger.reports(kind="pressure", type="threat", recipient="Finland")
        answer = demarche.count(ledger, between="Finland", and_="France", type="call")
        answer = demarche.count_reports(ledger, "pressure", recipient="Finland", by="type")
        talked = demarche.hours(ledger, demarche.Pool("Stubb", "Macron"), period="2025")
        verdict = demarche.compare(ledger, first=talked.pool, second=demarche.Pool("Stubb", "Merz")).verdict
        gaps = demarche.coverage_table(ledger).gaps
        still_open = demarche.deadlines(ledger, against="Finland").open
        first = demarche.episodes(ledger, by="Russia", against="Finland").episodes[0].sentences
        windows = demarche.follows(ledger, by="Russia", against="Finland", period="2025").windows
        share = demarche.holds(ledger, by="Russia", against="Finland").share.sentence
        verdicts = demarche.check(ledger, "the third call between Stubb and Macron this year", as_of="2025-06-12")
        talks = demarche.traffic(ledger, of="Finland", period="2025").pairs
        said = demarche.tone(ledger, between="Finland", and_="France").statements
        page = demarche.briefing(ledger, between="Finland", and_="France", period="2025").html()
        reply = demarche.ask(ledger, "how many calls did Stubb and Macron have in 2025?")
        window = demarche.Window("2025-06-06T00:00:00Z", "2025-06-13T00:00:00Z", datetime.date(2025, 6, 13))
        new = demarche.what_is_new(ledger, window).items

    with demarche.query("my.ledger", "SELECT type, count(*) FROM v_contacts GROUP BY type") as rows:
        print(rows.columns, list(rows))

Names are loaded when they are first used: `import demarche` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from demarche.analysis import Answer, CountingRule, CoverageTable, ReportAnswer, count, coverage_table
    from demarche.analysis.checking import Claim, Reply, Verdict
    from demarche.analysis.count_reports import count_reports
    from demarche.analysis.episodes import Episode, Episodes, episodes
    from demarche.analysis.following import FollowsAnswer, follows
    from demarche.analysis.holding import HoldsAnswer, holds
    from demarche.analysis.hours import ComparisonAnswer, HoursAnswer, Pool, compare, hours
    from demarche.analysis.news import News, Window, what_is_new
    from demarche.analysis.pressures import Deadlines, PressureLife, deadlines
    from demarche.analysis.tone import Tone, tone
    from demarche.analysis.traffic import Traffic, network, traffic
    from demarche.api import Reports, open_ledger, read
    from demarche.briefings import Briefing, briefing
    from demarche.checks import ask, check
    from demarche.errors import DemarcheError, DocumentError, FatalError, LedgerError, UsageError
    from demarche.ledger import Filters, Ledger
    from demarche.ledger.querying import query
    from demarche.model import Document, Report

__all__ = [
    "Answer",
    "Briefing",
    "Claim",
    "ComparisonAnswer",
    "CountingRule",
    "CoverageTable",
    "Deadlines",
    "DemarcheError",
    "Document",
    "DocumentError",
    "Episode",
    "Episodes",
    "FatalError",
    "Filters",
    "FollowsAnswer",
    "HoldsAnswer",
    "HoursAnswer",
    "Ledger",
    "LedgerError",
    "News",
    "Pool",
    "PressureLife",
    "Reply",
    "Report",
    "ReportAnswer",
    "Reports",
    "Tone",
    "Traffic",
    "UsageError",
    "Verdict",
    "Window",
    "ask",
    "briefing",
    "check",
    "compare",
    "count",
    "count_reports",
    "coverage_table",
    "deadlines",
    "episodes",
    "follows",
    "holds",
    "hours",
    "network",
    "open_ledger",
    "query",
    "read",
    "tone",
    "traffic",
    "what_is_new",
]

_HOMES = {
    "demarche.analysis": (
        "Answer",
        "ComparisonAnswer",
        "CountingRule",
        "CoverageTable",
        "HoursAnswer",
        "Pool",
        "ReportAnswer",
        "compare",
        "count",
        "count_reports",
        "coverage_table",
        "hours",
    ),
    "demarche.analysis.tone": ("Tone", "tone"),
    "demarche.analysis.traffic": ("Traffic", "network", "traffic"),
    "demarche.analysis.episodes": ("Episode", "Episodes", "episodes"),
    "demarche.analysis.following": ("FollowsAnswer", "follows"),
    "demarche.analysis.holding": ("HoldsAnswer", "holds"),
    "demarche.analysis.news": ("News", "Window", "what_is_new"),
    "demarche.analysis.pressures": ("Deadlines", "PressureLife", "deadlines"),
    "demarche.analysis.checking": ("Claim", "Reply", "Verdict"),
    "demarche.api": ("Reports", "open_ledger", "read"),
    "demarche.briefings": ("Briefing", "briefing"),
    "demarche.checks": ("ask", "check"),
    "demarche.errors": ("DemarcheError", "DocumentError", "FatalError", "LedgerError", "UsageError"),
    "demarche.ledger": ("Filters", "Ledger"),
    "demarche.ledger.querying": ("query",),
    "demarche.model": ("Document", "Report"),
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("demarche")
    for home, names in _HOMES.items():
        if name in names:
            from importlib import import_module

            return getattr(import_module(home), name)
    raise AttributeError(f"module 'demarche' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
