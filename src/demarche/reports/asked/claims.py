"""Claims in a typed line: what the readers of documents find in it, completed; else what a fragment says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from demarche.mentions.reading import Reading
from demarche.model import Field, Reason, Report, Span
from demarche.reports.asked.parts import common, contact_types, period
from demarche.reports.asked.people import Known, Named, Side, as_fields, named, sides_of
from demarche.reports.claims import build_claims
from demarche.reports.claims.found import relation
from demarche.reports.claims.patterns import MANY, NUM, ORD, TIMES, compiled
from demarche.reports.claims.vocabulary import noun_types, number, ordinal

__all__ = ["fragment", "typed_claims"]

_SIDES = 2
_MORE = (
    "more than|at least|over|about|around|some|nearly|almost|no fewer than|roughly|fewer than|less than|at most|up to"
)
_LEAST = ("at least", "no fewer than", "no less than", "not less than")
_SIGNS = {
    "around": "~",
    "roughly": "~",
    "fewer than": "<",
    "less than": "<",
    "at most": "<=",
    "up to": "<=",
}


def typed_claims(reading: Reading, known: Known) -> tuple[Report, ...]:
    """The claims of a typed line, each as one report; none when it makes no claim about many contacts."""
    compared = comparison(reading, named(reading, known))
    if compared is not None:
        return (compared,)
    if _ago(reading):
        return fragment(reading, known)
    built = [_completed(reading, report, known) for report in build_claims(reading)]
    whole = [report for report in built if report.type != "comparison" or report.all("reference")]
    if not whole:
        return fragment(reading, known)
    if all(report.type == "count" for report in whole):
        whole += [r for r in fragment(reading, known) if _is_another(reading, r, whole)]
    return tuple(sorted(whole, key=_place))


def _is_another(reading: Reading, report: Report, others: Sequence[Report]) -> bool:
    """A number with a noun of its own that no other claim rests on: "nine calls and five meetings"."""
    value = report.first("value")
    if report.type != "count" or value is None or not value.spans:
        return False
    taken = [span for other in others for item in other.all("value") for span in item.spans]
    own = compiled(rf"\s+{MANY}\b").match(reading.document.text, value.spans[0].end)
    return own is not None and not any(value.spans[0].overlaps(span) for span in taken)


def _place(report: Report) -> int:
    value = report.first("value")
    return value.spans[0].start if value and value.spans else 0


def _completed(reading: Reading, report: Report, known: Known) -> Report:
    """With the sides that the whole line names where the clause names fewer, and with "by phone" heeded."""
    fields = list(report.fields)
    sides = sides_of(_before_mark(reading, named(reading, known)), reading.document.text)
    held = report.all("subjects")
    gains = _pooled(sides) > _pooled([f.value for f in held if isinstance(f.value, tuple)])
    if len(held) < _SIDES or (gains and len(sides) == len(held)):
        subjects = list(as_fields(sides, "subjects"))
        fields = [*(subjects or held), *(f for f in fields if f.name != "subjects")]
    types = contact_types(reading.document.text)
    told = report.all("contact_types")
    spoken = types == ("call",) and any(f.value == "call" for f in told) and len(told) > 1
    if any(f.reason == Reason.AMBIGUOUS for f in told) or spoken:
        fields = [f for f in fields if f.name != "contact_types"]
        fields += [Field("contact_types", kind, (), Reason.CODEBOOK) for kind in types]
    return replace(report, fields=tuple(_signed(reading, f, report) for f in fields))


def _signed(reading: Reading, item: Field, report: Report) -> Field:
    """A sign that stands before the number: "fewer than five"."""
    value = report.first("value")
    if item.name != "relation" or item.value != "=" or report.type != "count" or value is None or not value.spans:
        return item
    return replace(item, value=_sign(reading.document.text[: value.spans[0].start]))


def _pooled(sides: Sequence[Sequence[object]]) -> int:
    return sum(len(side) for side in sides)


def fragment(reading: Reading, known: Known) -> tuple[Report, ...]:
    """The claims that a line without a sentence makes: the first rule that finds any decides."""
    found = next((found for rule in _RULES if (found := rule(reading))), [])
    if not found:
        return ()
    sides = sides_of(named(reading, known), reading.document.text)
    reports = []
    for kind, fields in found:
        same = as_fields(sides, "reference") if kind == "comparison" else ()
        reports.append(_report(reading, kind, [*as_fields(sides, "subjects"), *same, *fields]))
    return tuple(reports)


def _report(reading: Reading, kind: str, fields: Sequence[Field]) -> Report:
    whole = Span(0, len(reading.document.text))
    return Report(reading.document.id, "claim", kind, None, (whole,), tuple(fields))


_Found = list[tuple[str, list[Field]]]
_Rule = Callable[[Reading], _Found]


def _first_since(reading: Reading) -> _Found:
    """First call since 4 March 2022."""
    match = compiled(r"\bfirst\b.*\bsince\b").search(reading.document.text)
    if match is None or period(reading) is None:
        return []
    return [("recency", [*_values(1, "=", Span(*match.span())), *_common(reading)])]


def _not_since(reading: Reading) -> _Found:
    """Haven't spoken since August; no calls since 18 August."""
    match = compiled(r"\b(?:ha(?:s|ve|d) (?:not|never)|ha(?:s|ve|d)n[’']t|no)\b.*\bsince\b").search(
        reading.document.text
    )
    if match is None or period(reading) is None:
        return []
    return [("recency", [*_values(0, "=", Span(*match.span())), *_common(reading)])]


_AGO = (
    r"\b(?:it (?:is|has been|was)|it[’']s(?: been)?) (?:now |almost |nearly |about |some |more than |over )?"
    rf"(?P<num>{NUM}) "
    r"(?P<unit>day|week|month|year)s? since\b"
)


def _ago(reading: Reading) -> _Found:
    """It has been two months since they last spoke: the last contact lies so far back."""
    match = compiled(_AGO).search(reading.document.text)
    said, many = reading.document.date, number(match["num"]) if match else None
    if match is None or said is None or many is None:
        return []
    unit = match["unit"].lower()
    back = said - timedelta(days=many * _DAYS[unit])
    value = back.isoformat() if unit == "day" else f"{back:%Y}" if unit == "year" else f"{back:%Y-%m}"
    if unit == "week":
        value = f"{(back - timedelta(days=3)).isoformat()}/{(back + timedelta(days=3)).isoformat()}"
    day = Field("value", value, (Span(*match.span()),))
    return [("recency", [day, *_values(None, "=", Span(*match.span())), *_common(reading, dated=False)])]


_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def _extreme(reading: Reading) -> _Found:
    """The longest call this year was on 18 March."""
    match = compiled(r"\b(?P<which>longest|shortest)\b").search(reading.document.text)
    if match is None:
        return []
    sign = ">" if match["which"].lower() == "longest" else "<"
    fields = [Field("unit", "minutes", (), Reason.CODEBOOK), Field("relation", sign, (Span(*match.span()),))]
    return [("comparison", [*fields, *_common(reading)])]


def _last_on(reading: Reading) -> _Found:
    """Last spoke on 18 August; last meeting in May."""
    match = compiled(
        r"\b(?:last|latest|previous|most recent)\b(?! (?:year|month|week|summer|spring|autumn|winter))"
    ).search(reading.document.text)
    stretch = period(reading)
    if match is None or stretch is None or "/" in str(stretch.value):
        return []
    day = Field("value", str(stretch.value), stretch.spans)
    return [("recency", [day, *_values(None, "=", Span(*match.span())), *_common(reading, dated=False)])]


def _ordinal(reading: Reading) -> _Found:
    """Eighth call this year; call number eight."""
    text = reading.document.text
    match = compiled(rf"\b(?P<ord>{ORD})\b(?! of [A-Z])").search(text) or compiled(
        rf"\bnumber (?P<num>{NUM})\b"
    ).search(text)
    if match is None or any(Span(*match.span()).overlaps(d.span) for d in reading.dates):
        return []
    groups = match.groupdict()
    value = ordinal(groups["ord"]) if groups.get("ord") else number(groups["num"])
    return [("ordinal", [*_values(value, "=", Span(*match.span())), *_common(reading)])] if value else []


def _length(reading: Reading) -> _Found:
    """20 hours of talks; more than 15 hours with him."""
    if not reading.durations:
        return []
    held = reading.durations[0]
    words = held.span.of(reading.document.text).lower()
    open_end = ">=" if words.startswith(_LEAST) else ">"
    sign = open_end if held.lasting.max is None else _sign(reading.document.text[: held.span.start])
    fields = [Field("value", held.lasting, (held.span,)), Field("unit", "minutes", (), Reason.CODEBOOK)]
    return [("duration", [*fields, Field("relation", sign, (), Reason.CODEBOOK), *_common(reading)])]


def _count(reading: Reading) -> _Found:
    """Eight calls; five times; nine calls and five meetings; never met."""
    text = reading.document.text
    found: _Found = []
    for match in compiled(rf"\b(?P<num>{TIMES}|{NUM})\b").finditer(text):
        span = Span(*match.span())
        value = number(match["num"].lower().removesuffix(" times"))
        if value is None or match["num"].lower() == "no" or any(span.overlaps(d.span) for d in reading.dates):
            continue
        own = compiled(rf"\s+(?P<noun>{MANY})\b").match(text, match.end())
        types = noun_types(own["noun"]) if own else contact_types(text)
        found.append(("count", [*_values(value, _sign(text[: match.start()]), span), *common(reading, types)]))
    never = compiled(r"\b(?:never|(?:have|has|had) not|(?:have|has|had)n[’']t|no) \w+").search(text)
    if found or never is None:
        return found
    return [("count", [*_values(0, "=", Span(*never.span())), *_common(reading)])]


_RULES: tuple[_Rule, ...] = (_ago, _not_since, _first_since, _ordinal, _last_on, _extreme, _length, _count)


def _sign(before: str) -> str:
    match = compiled(rf"\b({_MORE})\s+$").search(before)
    words = match[1].lower() if match else ""
    return _SIGNS.get(words) or relation(words)


def _values(value: int | None, sign: str, span: Span) -> Iterator[Field]:
    if value is not None:
        yield Field("value", value, (span,))
    yield Field("unit", "contacts", (), Reason.CODEBOOK)
    yield Field("relation", sign, (), Reason.CODEBOOK)


def _common(reading: Reading, *, dated: bool = True) -> list[Field]:
    fields = common(reading, contact_types(reading.document.text))
    return fields if dated else [f for f in fields if f.name != "period"]


# -- comparisons ----------------------------------------------------------------------------------------------------

_MARK = re.compile(
    r"\b(?:than|as|against|versus|vs\.?|compared (?:with|to))\s+(?:(?:he|she|they|it)\s+)?(?:has\s+|have\s+|did\s+)?"
    r"(?:with\s+|on\s+|to\s+|between\s+)?",
    re.I,
)
_DEGREES: tuple[tuple[str, str, str], ...] = (
    (
        r"\b(?:more|longer|greater) (?:time|hours|minutes)\b|\blonger\b|\bmore of (?:his|her|their) time\b",
        ">",
        "minutes",
    ),
    (r"\b(?:less|fewer) (?:time|hours|minutes)\b|\bshorter\b", "<", "minutes"),
    (
        r"\bas (?:long|much time|much of (?:his|her|their) time|many hours)\b|\bthe same (?:time|length)\b",
        "~",
        "minutes",
    ),
    (r"\bmore often\b|\bmore frequently\b|\bmore \w+ ?\w*\b", ">", "contacts"),
    (r"\bless often\b|\bless frequently\b|\bfewer \w+\b", "<", "contacts"),
    (r"\bas (?:often|frequently|many)\b", "~", "contacts"),
)


def comparison(reading: Reading, names: Sequence[Named]) -> Report | None:
    """As long with X as with Y; more calls with X than with Y. Both pairs must be named."""
    text = reading.document.text
    mark = _mark(text, names)
    if mark is None:
        return None
    left = sides_of([n for n in names if n.span.start < mark], text)
    right = sides_of([n for n in names if n.span.start >= mark], text, pair=False)
    degree = next(((s, u) for p, s, u in _DEGREES if compiled(p).search(text[:mark])), None)
    if degree is None or len(left) < _SIDES or not right:
        return None
    other = right if len(right) >= _SIDES else _completed_pair(text[mark:], left, right[0])
    sign, unit = degree
    fields = [*as_fields(left, "subjects"), *as_fields(other, "reference"), Field("unit", unit, (), Reason.CODEBOOK)]
    types = contact_types(text)
    return _report(
        reading, "comparison", [*fields, Field("relation", sign, (), Reason.CODEBOOK), *common(reading, types)]
    )


def _completed_pair(after: str, left: Sequence[Side], named_one: Side) -> tuple[Side, Side]:
    """The pair compared with: "than with Z" changes the second name, "than Z has" the first."""
    takes_first = compiled(r"^[\w’'. -]*?\b(?:has|have|had|did|does)\b").search(after) is not None
    return (named_one, left[1]) if takes_first else (left[0], named_one)


def has_mark(text: str, names: Sequence[Named]) -> bool:
    """True when the line compares with somebody."""
    return _mark(text, names) is not None


def _mark(text: str, names: Sequence[Named]) -> int | None:
    """Where the second half begins: after the last "as", "than" or "against" that a name follows."""
    places = [m.end() for m in _MARK.finditer(text)]
    return max((p for p in places if any(0 <= n.span.start - p <= 5 for n in names)), default=None)


def _before_mark(reading: Reading, names: Sequence[Named]) -> Sequence[Named]:
    mark = _mark(reading.document.text, names)
    return names if mark is None else [n for n in names if n.span.start < mark]
