"""One measure, one pressure: what further sentences say of it is added as evidence."""

from __future__ import annotations

import re
from dataclasses import replace

from demarche.reports.common import Deed, Scene

_ORDER = ("demand", "warning", "sanction", "threat", "ultimatum")
_STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "on",
        "in",
        "for",
        "and",
        "or",
        "from",
        "by",
        "with",
        "its",
        "his",
        "her",
        "their",
        "our",
        "that",
        "this",
        "at",
        "as",
        "is",
        "are",
        "be",
        "will",
        "would",
        "sanctions",
        "sanction",
        "tariffs",
        "united",
        "states",
        "government",
        "new",
        "president",
        "today",
        "into",
        "republic",
        "people",
        "under",
        "pursuant",
    ]
)


def joined(scene: Scene, found: list[Deed]) -> list[Deed]:
    """List each measure once, in the order of its first words."""
    kept: list[Deed] = []
    for deed in found:
        place = next((i for i, held in enumerate(kept) if _same_measure(scene, held, deed)), None)
        if place is None:
            _replaced(kept, deed)
            kept.append(deed)
        else:
            kept[place] = _merge(kept[place], deed)
    return kept


_NEWER = {"revised": "dropped", "gave-more": "extended"}


def _replaced(kept: list[Deed], deed: Deed) -> None:
    """Mark the ultimatum that a new term replaces: the last one of the same actor toward the same side."""
    if deed.rule not in _NEWER:
        return
    for index in range(len(kept) - 1, -1, -1):
        held = kept[index]
        if held.type == "ultimatum" and held.names() & deed.names() and held.status == "pending":
            kept[index] = replace(held, status=_NEWER[deed.rule])
            return


def _merge(held: Deed, deed: Deed) -> Deed:
    """The stronger of the two with the evidence of both."""
    strong, weak = (deed, held) if _rank(deed) > _rank(held) else (held, deed)
    more = tuple(s for s in weak.evidence if not any(s.overlaps(e) for e in strong.evidence))
    missing = tuple(f for f in weak.fields if not strong.has(f.name))
    recipients = strong.recipients or weak.recipients
    if any(f.name == "deadline" for f in (*strong.fields, *missing)) and strong.type == "threat":
        strong = replace(strong, type="ultimatum")
    return replace(strong, evidence=(*strong.evidence, *more), fields=(*strong.fields, *missing), recipients=recipients)


def _rank(deed: Deed) -> int:
    return _ORDER.index(deed.type or "demand")


def _same_measure(scene: Scene, held: Deed, deed: Deed) -> bool:
    if not held.names() & deed.names() or "earlier-deadline" in (held.rule, deed.rule):
        return False
    if deed.rule in _NEWER or held.rule in _NEWER:
        return False  # a new term is an ultimatum of its own
    if any(one.overlaps(other) for one in held.evidence for other in deed.evidence):
        return True
    if "deadline-noun" in (held.rule, deed.rule) and {held.type, deed.type} <= {"threat", "ultimatum"}:
        return True
    toward = _sides(held) & _sides(deed) or not (_sides(held) and _sides(deed))
    if not toward:
        return False
    rules = {held.rule, deed.rule}
    if _follows(held, deed):
        return True
    if rules & {"harm-foretold"} and _one_sentence(scene, held, deed):
        return True
    if rules == {"intended"} and scene.signed_by(held.actors):
        return all("continue" in d.evidence[0].of(scene.reading.document.text) for d in (held, deed))
    if {held.type, deed.type} == {"sanction"}:
        return _adds(scene, held, deed) or _alike(scene, held, deed)
    return False


def _follows(held: Deed, deed: Deed) -> bool:
    """True for a threat in the sentence right after an ultimatum: "… 90 days. If they stay, the straits will close"."""
    gap = deed.evidence[0].start - held.evidence[-1].end
    return held.type == "ultimatum" and deed.type == "threat" and 0 <= gap < 12


def _alike(scene: Scene, held: Deed, deed: Deed) -> bool:
    """True when two sanctions share their words and no figure tells them apart."""
    one, other = (_words(scene, d) for d in (held, deed))
    figures = [{w for w in group if w[:1].isdigit()} for group in (one, other)]
    if figures[0] and figures[1] and not figures[0] & figures[1]:
        return False
    shared = len(one & other)
    return shared >= 5 and 2 * shared >= min(len(one), len(other)) and held.actors[0].name == deed.actors[0].name


def _adds(scene: Scene, held: Deed, deed: Deed) -> bool:
    """True for "is also designating": one more part of the measure told before."""
    lead = deed.evidence[0].of(scene.reading.document.text)[:70].lower()
    return held.rule == deed.rule == "sanctioned" and " also " in lead


def _one_sentence(scene: Scene, held: Deed, deed: Deed) -> bool:
    one, other = (scene.reading.sentence_of(d.evidence[0].start) for d in (held, deed))
    return one.start == other.start


def _sides(deed: Deed) -> set[str]:
    return {v.side or v.name for v in deed.recipients}


def _words(scene: Scene, deed: Deed) -> set[str]:
    words = {w.strip(".,;:()").lower() for w in re.split(r"[\s-]+", deed.evidence[0].of(scene.reading.document.text))}
    named = {n.lower() for v in (*deed.actors, *deed.recipients) for n in v.name.split()}
    return {w for w in words if len(w) > 3 or w.isdigit()} - _STOP - named
