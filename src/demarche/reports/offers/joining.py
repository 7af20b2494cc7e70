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
        if place is None:
            kept.append(deed)
        else:
            kept[place] = _merge(kept[place], deed)
    return sorted(kept, key=lambda d: d.evidence[0])


def _merge(held: Deed, deed: Deed) -> Deed:
    more = tuple(s for s in deed.evidence if not any(s.overlaps(e) for e in held.evidence))
    status = deed.status if deed.status in ("rejected", "accepted") and held.status == "open" else held.status
    return replace(held, evidence=(*held.evidence, *more), status=status)


def _same(held: Deed, deed: Deed) -> bool:
    if not held.names() & deed.names():
        return False
    if held.evidence[0].overlaps(deed.evidence[0]):
        return True
    if deed.rule not in ("pact-noun", "proposal-noun") or held.type != deed.type:
        return False
    if deed.type == "agreement":
        return len(sides(held.actors) & sides(deed.actors)) > 1
    return bool(sides(held.recipients) & sides(deed.recipients))
