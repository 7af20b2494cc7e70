"""Putting in reports by the hundred thousand: the same rows as `Ledger.add` makes, many times faster.

    packed (any process) ─▶ put (one transaction for several shards) ─▶ linked (keys and days in blocks) ─▶ events

Documents that the ledger knows, versions of pages, and whatever decisions wait for go through `Ledger.add`'s own door.
"""

from demarche.ledger.bulk.indexes import put_aside
from demarche.ledger.bulk.linking import Linked, link
from demarche.ledger.bulk.packing import Packed, joined, packed
from demarche.ledger.bulk.putting import Put, put
from demarche.ledger.bulk.sinks import roomy

__all__ = ["Linked", "Packed", "Put", "joined", "link", "packed", "put", "put_aside", "roomy"]
