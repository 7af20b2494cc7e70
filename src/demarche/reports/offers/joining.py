"""One offer, one report: what further sentences say of it is added as evidence."""

from __future__ import annotations

from dataclasses import replace

from demarche.reports.common import Deed
from demarche.reports.offers.make import sides


def joined(found: list[Deed]) -> list[Deed]:
    """List each offer once: nouns that only name an agreement or a proposal told elsewhere add their words to it."""
    kept: list[Deed] = []
    for deed in sorted(found, key=lambda d: d.rule.endswith("-noun")):
        place = next((i for i, held in enumerate(kept) if _same(held, deed)), None)
        if place is None and not _taken_up(kept, deed):
            kept.append(deed)
        elif place is None:
            continue
        else:
            kept[place] = _merge(kept[place], deed)
    return sorted(kept, key=lambda d: d.evidence[0])


_REACH = 400  # characters after a proposal within which "accepted the plan" answers it


def _taken_up(kept: list[Deed], deed: Deed) -> bool:
    """True when an acceptance answers a proposal told just before, which it then marks as accepted."""
    if deed.rule not in ("accepted", "would-accept"):
        return False
    others = sides((*deed.actors[1:], *deed.recipients))
    for index in range(len(kept) - 1, -1, -1):
        held = kept[index]
        gap = deed.evidence[0].start - held.evidence[-1].end
        if held.type == "proposal" and 0 <= gap < _REACH and sides(held.actors) & others:
            kept[index] = replace(held, status="accepted", evidence=(*held.evidence, *deed.evidence))
            return True
    return False


def _merge(held: Deed, deed: Deed) -> Deed:
    more = tuple(s for s in deed.evidence if not any(s.overlaps(e) for e in held.evidence))
    status = deed.status if deed.status in ("rejected", "accepted") and held.status == "open" else held.status
    return replace(held, evidence=(*held.evidence, *more), status=status)


def _another(held: Deed, deed: Deed) -> bool:
    """True for "handed over ten boats and pledged $500m": two gifts whose words stand apart."""
    if held.type == deed.type or deed.type == "agreement" or held.type == "agreement":
        return False
    content = next((f.spans[0] for f in deed.fields if f.name == "content" and f.spans), None)
    other = next((f.spans[0] for f in held.fields if f.name == "content" and f.spans), None)
    return content is not None and other is not None and not content.overlaps(other)


def _same(held: Deed, deed: Deed) -> bool:
    if not held.names() & deed.names():
        return False
    if held.evidence[0].overlaps(deed.evidence[0]):
        return not _another(held, deed)
    if deed.rule not in ("pact-noun", "proposal-noun") or held.type != deed.type:
        return False
    if deed.type == "agreement":
        return len(sides(held.actors) & sides(deed.actors)) > 1
    return bool(sides(held.recipients) & sides(deed.recipients))
