"""The figures as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.evaluation.figures import CONTACT_FIELDS, Figures, harmonic
from demarche.evaluation.matching import Line


def lines(figures: Figures) -> Iterator[str]:
    """One line a kind, then the fields of matched contacts, then usable rows."""
    yield f"documents {figures.documents}   spans that do not quote their document: {figures.misquoted}"
    yield f"{'kind':10} {'gold':>5} {'system':>6} {'match':>5} {'P':>6} {'R':>6} {'F1':>6}"
    for kind, t in figures.kinds.items():
        yield f"{kind:10} {t.gold:5} {t.ours:6} {t.matched:5} {t.precision:6.3f} {t.recall:6.3f} {t.f1:6.3f}"
    shares = ((name, figures.fields[name]) for name in CONTACT_FIELDS if name in figures.fields)
    yield "contact fields on matched pairs: " + "  ".join(f"{name} {s.right}/{s.of}" for name, s in shares)
    p, r = figures.usable_precision, figures.usable_recall
    yield f"contact usable rows: P {p:.3f} R {r:.3f} F1 {harmonic(p, r):.3f}"


def errors(figures: Figures, kind: str) -> Iterator[str]:
    """Every report of a kind that only one side has."""
    for label, rows in (("MISSED", figures.missed), ("EXTRA ", figures.extra)):
        for row in rows:
            if row["kind"] == kind:
                yield f"{label} {row['doc']} {_words(row)} | {row.get('type')} {_who(row)}"


def _words(row: Line) -> str:
    evidence = row.get("evidence") or [{"text": ""}]
    return " ".join(str(evidence[0]["text"]).split())[:140]


def _who(row: Line) -> str:
    who = row.get("participants") or row.get("actor") or ""
    return ", ".join(who) if isinstance(who, list) else str(who)
