"""Shares with exact intervals, and how far they could move if the unknown were known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from demarche.errors import UsageError
from demarche.statistics.finding import Finding, Method, number, percent, small

__all__ = ["Share", "clopper_pearson", "share", "sign_test"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Finding):
    """`hits` of `n` known cases. `bounds` is the share if none, and if all, of the `unknown` ones were hits."""

    hits: int
    unknown: int
    bounds: tuple[float, float] | None


def clopper_pearson(hits: float, n: float, level: float = 0.95) -> tuple[float, float]:
    """The exact interval of a binomial share (Clopper & Pearson 1934), from beta quantiles.

    The beta form also takes broken numbers, for counts scaled down by their dispersion.
    """
    from scipy.special import betaincinv

    if not 0 <= hits <= n or not 0 < level < 1:
        raise UsageError(f"no share of {hits} in {n} at level {level}")
    tail = (1 - level) / 2
    low = float(betaincinv(hits, n - hits + 1, tail)) if hits else 0.0
    high = float(betaincinv(hits + 1, n - hits, 1 - tail)) if hits < n else 1.0
    return low, high


def sign_test(hits: int, n: int) -> float:
    """Exact two-sided p-value of `hits` in `n` when both sides are equally likely."""
    from scipy.special import bdtr

    return min(1.0, 2 * float(bdtr(min(hits, n - hits), n, 0.5)))


def share(
    hits: int, known: int, unknown: int = 0, *, of: str, did: str, level: float = 0.95, method: Method = "shares"
) -> Share:
    """The share of `hits` among the `known` cases; `of` and `did` word the sentence ("deadline", "was carried out")."""
    total = known + unknown
    interval = clopper_pearson(hits, known, level) if known else None
    bounds = (hits / total, (hits + unknown) / total) if total else None
    estimate = hits / known if known else None
    return Share(
        method=method,
        estimate=estimate,
        interval=interval,
        n=known,
        sentence=_sentence(hits, known, unknown, of, did, interval, level),
        level=level,
        notes=tuple(_notes(known, unknown, of, bounds)),
        hits=hits,
        unknown=unknown,
        bounds=bounds,
    )


def _sentence(
    hits: int, known: int, unknown: int, of: str, did: str, interval: tuple[float, float] | None, level: float
) -> str:
    if interval is None:
        return f"No {of} with a known end: no share can be given ({unknown} unknown)."
    low, high = interval
    rest = f"; of {unknown} more it is not known" if unknown else ""
    return (
        f"{hits} of {number(known, of)} {did}: {percent(hits / known)} "
        f"({percent(level)} interval {percent(low)} to {percent(high)}){rest}."
    )


def _notes(known: int, unknown: int, of: str, bounds: tuple[float, float] | None) -> Iterator[str]:
    yield from small(known, of)
    if unknown and bounds:
        low, high = bounds
        yield f"with the unknown ones the share lies between {percent(low)} and {percent(high)}"
