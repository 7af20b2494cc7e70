"""Teams that meet for their principals: "a meeting between their teams", "advisers to the leaders of A and B"."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.model import Span
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.around import Around
from demarche.reports.contacts.draft import Party
from demarche.reports.contacts.parties import state_of, union
from demarche.reports.contacts.phrases import Phrase

_ADVISERS = words.bag("advisers advisors aides assistants deputies envoys")


def their_teams(around: Around) -> list[Party]:
    """For "a meeting between their security teams": the team of each of the two."""
    rows = [r for r in around.rows if r.preposition == "between" and 0 < r.start - around.token.i < 16]
    return _teams_of(around, rows)


def teams_before(around: Around, subject: Token | None) -> list[Party]:
    """For "Their teams will meet": the team of each of the two."""
    if subject is None or subject.lower_ not in words.TEAMS:
        return []
    return _teams_of(around, [r for r in around.rows if 0 <= subject.i - r.end < 4])


def _teams_of(around: Around, rows: list[Phrase]) -> list[Party]:
    rows = [r for r in rows if r.genitive and len(r.mentions[0].members) == 2]
    if not rows:
        return []
    after = around.reading.doc[rows[0].end : rows[0].end + 5]
    last = next((t for t in after if t.lower_ in words.TEAMS), None)
    if last is None:
        return []
    piece = around.reading.doc[rows[0].end : last.i + 1]
    name = piece.text.lower().removesuffix("s")
    span = Span(piece.start_char, piece.end_char)
    pair = [p for p in around.of(rows[:1]) if p.side]
    return [Party(f"{name} of {label(p.side or '')}", p.side, "group", [], None, (span,)) for p in pair]


def of_advisers(around: Around) -> list[Party]:
    """For "a meeting of advisers to the leaders of A and B": the states whose people meet."""
    for row in around.rows:
        before = around.reading.doc[max(around.token.i + 1, row.start - 3) : row.start]
        if row.start > around.token.i and row.people() > 1 and any(t.lower_ in _ADVISERS for t in before):
            return union([state_of(p) for p in around.of([row])]) if row.start - around.token.i < 9 else []
    return []


def label(side: str) -> str:
    """A state with its article, as names of groups have it."""
    return f"the {side}" if side in ("United States", "United Kingdom", "Netherlands", "Philippines") else side
