"""Expressions that several views share: names in a role, values of a field, the last day of an EDTF string."""

from __future__ import annotations

from demarche.ledger.views.view import CURRENT, Column, Form

__all__ = [
    "ACTORS",
    "KIND",
    "NAME",
    "SIDE",
    "STANDING",
    "common",
    "field",
    "last_day",
    "names",
    "numbers",
    "sides",
    "told",
]

# `k` is whom a person said that an actor is, mostly itself: by a column of its own a name finds its few actors first
ACTORS = "actors a ON a.id = p.actor_id JOIN actors k ON k.id = COALESCE(a.same_as, a.id)"
NAME = "k.name"
SIDE = "COALESCE(NULLIF(a.side, ''), NULLIF(k.side, ''))"
KIND = "COALESCE(NULLIF(a.kind, ''), NULLIF(k.kind, ''))"

_TOLD = f"FROM reports r JOIN {{}} WHERE r.event_id = e.id AND {CURRENT.format('r')}"
_PEOPLE = _TOLD.format(f"participants p ON p.report_id = r.id JOIN {ACTORS}")
_FIELDS = _TOLD.format("fields f ON f.report_id = r.id")

_ENTERED = "SELECT 1 FROM reports s WHERE s.event_id = e.id AND s.origin = 'person' AND s.retired_at IS NULL"
STANDING = (
    "CASE WHEN e.origin = 'person' THEN 'person'"
    f" WHEN COALESCE(e.verdict, '') = 'accept' OR EXISTS ({_ENTERED}) THEN 'confirmed' ELSE 'machine' END"
)


def names(*roles: str) -> str:
    """The names of an event in these roles, each once, in the order of its reports."""
    return _distinct(NAME, f"{_PEOPLE} AND p.role IN ({_quoted(roles)})", "p.position")


def sides(*roles: str) -> str:
    """The states and bodies that they stand for, each once."""
    return _distinct(SIDE, f"{_PEOPLE} AND p.role IN ({_quoted(roles)}) AND {SIDE} IS NOT NULL", "p.position")


def field(*named: str) -> str:
    """The values of fields of an event, each once, in the order of its reports."""
    return _distinct("TEXT(f.value)", f"{_FIELDS} AND f.name IN ({_quoted(named)})", "f.position")


def numbers(name: str, end: str) -> str:
    """One end of a length that is the value of a field."""
    least = "min" if end == "min" else "max"
    return f"(SELECT {least}(PART(f.value, {end})) {_FIELDS} AND f.name = '{name}' AND TEXT(f.value) LIKE '{{%')"


def _distinct(value: str, tables: str, order: str) -> str:
    inner = f"SELECT {value} AS one {tables} GROUP BY {value} ORDER BY min({order}), {value}"
    return f"(SELECT JOINED(told.one) FROM ({inner}) AS told)"


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def last_day(value: str) -> str:
    """The last day of an EDTF day, month, year or interval of these; NULL of anything else, such as `P10D`."""
    end = f"substr({value}, length(rtrim({value}, '0123456789-~?%')) + 1)"  # what follows the slash of an interval
    bare = f"replace(replace(replace({end}, '~', ''), '?', ''), '%', '')"
    year, month = f"CAST(substr({bare}, 1, 4) AS INTEGER)", f"substr({bare}, 6, 2)"
    leap = f"({year} % 4 = 0 AND ({year} % 100 <> 0 OR {year} % 400 = 0))"
    days = f"CASE WHEN {month} IN ('04', '06', '09', '11') THEN '-30' WHEN {month} <> '02' THEN '-31'"
    days += f" WHEN {leap} THEN '-29' ELSE '-28' END"
    return (
        f"CASE WHEN {value} LIKE '%|%' THEN NULL WHEN {bare} LIKE '____-__-__' THEN {bare}"
        f" WHEN {bare} LIKE '____-__' AND {month} BETWEEN '01' AND '12' THEN {bare} || {days}"
        f" WHEN {bare} LIKE '____' AND {bare} BETWEEN '1000' AND '9999' THEN {bare} || '-12-31' END"
    )


def common(kind: str) -> tuple[Column, ...]:
    """The columns that every kind of event begins with."""
    facts: tuple[tuple[str, Form, str, str], ...] = (
        ("event_id", "text", "Its id in the ledger; `demarche show` opens it", "e.id"),
        ("type", "text", f"The type of the {kind}; `a|b` where a coder left it open", "e.type"),
        ("status", "text", "The last state that a report tells", "e.status"),
        ("date", "edtf", "The most precise date", "e.date"),
        ("earliest", "day", "The first day that it may have been", "e.earliest"),
        ("latest", "day", "The last day that it may have been", "e.latest"),
    )
    return tuple(Column(*fact) for fact in facts)


def told() -> tuple[Column, ...]:
    """The columns that every kind of event ends with: who tells of it, and how sure it is."""
    reports = f"(SELECT count({{}}) FROM reports r WHERE r.event_id = e.id AND {CURRENT.format('r')})"
    facts: tuple[tuple[str, Form, str, str], ...] = (
        ("reports", "number", "How many reports tell of it", reports.format("*")),
        ("documents", "number", "In how many documents", reports.format("DISTINCT r.document_id")),
        ("official_sides", "number", "Official sources among them, counted by side", "e.officials"),
        ("disputed", "flag", "1 when its reports contradict each other", "e.disputed"),
        ("may_be_same", "number", "How many other events it may be one with; `v_doubts` names them", "e.perhaps"),
        ("standing", "text", "`machine`: found; `confirmed`: a person agreed; `person`: a person entered it", STANDING),
    )
    return tuple(Column(*fact) for fact in facts)
