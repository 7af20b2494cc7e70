"""Links and feeds -> documents: fetched politely, kept as they were sent, read by the adapters of the sites."""

from __future__ import annotations

from demarche.sources.errors import FetchError
from demarche.sources.fetcher import Fetcher, Manners
from demarche.sources.follow import Listed, New, listed_of, new_items, read_new
from demarche.sources.links import add_links, hosts_of, links_of
from demarche.sources.state import Followed
from demarche.sources.store import Store, pages_folder

__all__ = [
    "FetchError",
    "Fetcher",
    "Followed",
    "Listed",
    "Manners",
    "New",
    "Store",
    "add_links",
    "hosts_of",
    "links_of",
    "listed_of",
    "new_items",
    "pages_folder",
    "read_new",
]
