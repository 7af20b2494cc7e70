"""What is new in a ledger since a moment: new events, more sources, other states, contradictions, passed deadlines.

    news = what_is_new(ledger, Window("2025-10-10T00:00:00Z", "2025-10-17T00:00:00Z", day))
    for section, items in news.sections(): ...

Computed from the ledger alone: what it said before is what the documents that it held then say.
"""

from __future__ import annotations

from demarche.analysis.news.gathering import what_is_new
from demarche.analysis.news.items import SECTIONS, Item, News, Section, Window, Words

__all__ = ["SECTIONS", "Item", "News", "Section", "Window", "Words", "what_is_new"]
