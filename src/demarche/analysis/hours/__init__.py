"""Hours in contact: the lengths of the contacts of two sides, summed as an interval, and two such sums compared.

answer = hours(ledger, Pool("Putin", ("Trump", "Witkoff")), period="2025", until="2025-10-16")
answer.told           # Minutes(1649, 2095): what its contacts with a length sum to
answer.unknown        # the contacts without a length; they are never summed as zero
compared = compare(ledger, first=Pool("Putin", ("Trump", "Witkoff")), second=Pool("Putin", "Lukashenko"))
compared.verdict      # "more", "less", "about as much" or "cannot tell"
compared.needs        # what the unknown lengths would have to be for each claim to hold
"""

from demarche.analysis.hours.answers import ComparisonAnswer, HoursAnswer, Need, Verdict
from demarche.analysis.hours.asking import hours
from demarche.analysis.hours.comparing import ABOUT, compare, judged
from demarche.analysis.hours.counterparts import hours_by_counterpart
from demarche.analysis.hours.minutes import Minutes
from demarche.analysis.hours.pools import Pool

__all__ = [
    "ABOUT",
    "ComparisonAnswer",
    "HoursAnswer",
    "Minutes",
    "Need",
    "Pool",
    "Verdict",
    "compare",
    "hours",
    "hours_by_counterpart",
    "judged",
]
