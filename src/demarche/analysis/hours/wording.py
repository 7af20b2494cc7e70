"""Hours and comparisons in words."""

from __future__ import annotations

from collections.abc import Sequence

from demarche.analysis.hours.answers import Claim, ComparisonAnswer, HoursAnswer, Need, Verdict
from demarche.analysis.hours.minutes import Minutes
from demarche.analysis.wording import clock, number

__all__ = [
    "average",
    "claim_in_words",
    "compared_in_words",
    "decimal",
    "hours_in_words",
    "needs_in_words",
    "sum_in_words",
]

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def sum_in_words(length: Minutes) -> str:
    """`27 h 29 to 34 h 55`, `at least 12 h`, `2 h 30`."""
    if length.most is None:
        return f"at least {clock(length.least)}"
    return clock(length.least) if length.least == length.most else f"{clock(length.least)} to {clock(length.most)}"


def decimal(length: Minutes) -> str:
    """`27.5 – 34.9 h`, `at least 12.0 h`."""
    least = _tenths(length.least)
    if length.most is None:
        return f"at least {least} h"
    return f"{least} – {_tenths(length.most)} h" if length.most != length.least else f"{least} h"


def _tenths(minutes: int) -> str:
    """Hours with one decimal; 14 h 21 is 14.4, a half goes up."""
    whole, tenth = divmod((minutes + 3) // 6, 10)
    return f"{whole}.{tenth}"


def hours_in_words(answer: HoursAnswer) -> str:
    """`27 h 29 to 34 h 55 in 14 contacts`, `13 h 49 to 14 h 21 told in 14 contacts, nine of them without a length`."""
    contacts = number(answer.contacts, answer.counting.types)
    if not answer.rows:
        return f"no time in {contacts}"
    gaps = _gaps(answer)
    if not answer.known:
        return f"{contacts}, none of them with a length"
    return f"{sum_in_words(answer.told)}{' told' if gaps else ''} in {contacts}{gaps}"


def _gaps(answer: HoursAnswer) -> str:
    parts = [f"{spelled(len(answer.unknown))} of them without a length"] if answer.unknown else []
    parts += [f"{spelled(len(answer.open_ended))} with a least length only"] if answer.open_ended else []
    return "".join(f", {part}" for part in parts)


def spelled(value: int) -> str:
    """`nine`, `23`."""
    return _NUMBERS[value] if value < len(_NUMBERS) else str(value)


def average(need: Need) -> str:
    """`1 h 28 to 2 h 21`, `2 h 21 or less`, `3 h 19 or more`."""
    least = clock(round(need.least))
    if need.most is None:
        return f"{least} or more"
    most = clock(round(need.most))
    return f"{most} or less" if need.least <= 0 else f"{least} to {most}"


def claim_in_words(claim: Claim, factor: float, about: float) -> str:
    """`clearly more (over 1.25 times)`, `about twice as much (within a factor of 1.25)`."""
    than = "" if factor == 1 else f" than {times(factor)}"
    return {
        "more": f"clearly more{than} (over {factor * about:g} times)",
        "about as much": f"about {times(factor)} (within a factor of {about:g})",
        "exactly as much": f"exactly {times(factor)}",
        "less": f"clearly less{than} (under {factor / about:.3g} times)",
    }[claim]


def needs_in_words(answer: ComparisonAnswer) -> list[str]:
    """`about as much (within a factor of 1.25): 51 min to 3 h 18`, a line a claim."""
    return [f"{claim_in_words(n.claim, answer.factor, answer.about)}: {_range(n)}" for n in answer.needs]


def _range(need: Need) -> str:
    return "not possible, whatever they are" if need.impossible else average(need)


def times(factor: float) -> str:
    """`as much`, `twice as much`, `1.5 times as much`."""
    return {1.0: "as much", 2.0: "twice as much", 0.5: "half as much"}.get(factor, f"{factor:g} times as much")


def compared_in_words(
    ours: HoursAnswer,
    theirs: HoursAnswer,
    verdict: Verdict,
    factor: float,
    about: float,
    possible: Sequence[Claim],
    needs: Sequence[Need],
) -> str:
    """The comparison as a paragraph that stands by itself."""
    told = f"{ours.who}: {hours_in_words(ours)}. {theirs.who}: {hours_in_words(theirs)}."
    if verdict != "cannot tell":
        return f"{told} The first is {_stated(verdict, factor, about)}."
    ruled_out = [c for c in ("more", "about as much", "less") if c not in possible]
    words = f"{told} Whether the first is more, less or about {times(factor)} cannot be told"
    words += f"; only {' and '.join(ruled_out)} can be ruled out" if ruled_out else ""
    equal = next((n for n in needs if n.claim == "exactly as much"), None)
    return f"{words}. {_needed(equal, ours, theirs, factor)}" if equal else f"{words}."


def _stated(verdict: Verdict, factor: float, about: float) -> str:
    """`clearly more than the second (over 1.25 times)`."""
    words = claim_in_words(verdict, factor, about)  # type: ignore[arg-type]
    if factor == 1 and verdict != "about as much":
        return words.replace(f"clearly {verdict}", f"clearly {verdict} than the second", 1)
    return words.replace(times(factor), f"{times(factor)} as the second", 1)


def _needed(need: Need, ours: HoursAnswer, theirs: HoursAnswer, factor: float) -> str:
    count = len((ours if need.side == "first" else theirs).unknown)
    if need.impossible:
        return f"No length of the {spelled(count)} without one would make it exactly {times(factor)}."
    each = "on average " if count > 1 else ""
    return (
        f"For exactly {times(factor)}, the {spelled(count)} without a length would have to last {each}{average(need)}."
    )
