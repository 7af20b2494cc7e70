"""How each number of a briefing is made, in a paragraph each; docs/methods.md has the formulas and references."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.statistics import METHODS as STATISTICS

__all__ = ["METHODS", "Method", "title_of"]


@dataclass(frozen=True, slots=True)
class Method:
    """A method: its title, what it does, and the page of the documentation that has the whole of it."""

    title: str
    words: str
    page: str


_OWN: dict[str, Method] = {
    "counting": Method(
        "Counting",
        "An event counts once, however many sources tell of it, when its reports say plainly that it took place, of "
        "which type it was, and that all days it may be of lie in the period. Whatever could also belong is listed as "
        "doubtful, never counted. Planned, proposed, cancelled and denied contacts are not contacts.",
        "docs/counting.md",
    ),
    "hours": Method(
        "Hours",
        "The length of a contact is an interval: what its sources imply together, as wide as they disagree. The sum "
        "runs from the sum of the least to the sum of the greatest. A missing length is never zero and never guessed.",
        "docs/hours.md",
    ),
    "pressures": Method(
        "Pressures and deadlines",
        "Every pressure with its life as texts tell it. Two states are computed: open, and “day passed, no text”, "
        "which is not known to be a failure. A date that follows another is told as following it, never as its "
        "effect.",
        "docs/episodes.md",
    ),
    "contradictions": Method(
        "Contradictions",
        "Two accounts of one event contradict each other when no value satisfies both: 70 minutes and 75 minutes do, "
        "“over an hour” and 75 minutes do not.",
        "docs/linking.md",
    ),
    "coverage": Method(
        "Coverage",
        "A count of what was published is no count of what took place. Months without documents are gaps; months with "
        "fewer than half of the median month's are thin. Entries made by hand cover nothing.",
        "docs/counting.md",
    ),
    "tone": Method(
        "Tone",
        "Statements of one side to or about the other, by the stance that their words show. Praise, thanks, "
        "congratulation, condolence and support are friendly; doubt, rejection, criticism, accusation and threat are "
        "hostile.",
        "docs/reporting.md",
    ),
}
_WORDS: dict[str, str] = {
    "contact-around-pressure": "Contacts in the days before a deadline and after a threat, against other days; the "
    "pressure calendar is rotated by whole weeks within stretches of the period (a randomisation test).",
    "shares": "Hits among the cases whose outcome is known, with the exact interval of Clopper and Pearson (1934). "
    "Unknown outcomes are counted apart.",
    "time-to-outcome": "The product-limit curve of Kaplan and Meier (1958); open cases are censored, not failures.",
    "with-and-without-contact": "Pressures still open seven days after their announcement, with and without a contact "
    "in those days; log-rank test by permutation.",
    "who-talks-to-whom": "Every month of the period, zeros included, beside the days that documents cover. A contact "
    "of no certain month is doubtful in each month it may belong to.",
    "initiator-balance": "The share of contacts asked for by one side among those whose initiator is told, with an "
    "exact interval.",
    "length-over-time": "Least and most minutes by month. The interval is made of bounds, not of chance.",
    "reciprocity": "Twice the smaller direction of each pair, over all acts (Squartini et al. 2013).",
    "planned-that-never-came": "Of the planned contacts that were due and whose fate is told, those cancelled.",
}

#: key -> method, in the order of the briefing
METHODS: dict[str, Method] = _OWN | {
    key: Method(title, _WORDS[key], "docs/methods.md") for key, title in STATISTICS.items()
}


def title_of(key: str) -> str:
    """The title of a method."""
    return METHODS[key].title
