"""The sites that demarche knows: one adapter a file, all answering the same questions; `SITES` is the list of them."""

from __future__ import annotations

from demarche.documents.sites.elysee import ELYSEE
from demarche.documents.sites.europa import EUROPA
from demarche.documents.sites.gov_uk import GOV_UK
from demarche.documents.sites.kremlin import KREMLIN
from demarche.documents.sites.mfa_cn import MFA_CN
from demarche.documents.sites.president_ua import PRESIDENT_UA
from demarche.documents.sites.reading import read_web_page
from demarche.documents.sites.site import Entry, Page, Seen, Site
from demarche.documents.sites.state import STATE
from demarche.documents.sites.whitehouse import WHITE_HOUSE

__all__ = ["SITES", "Entry", "Page", "Seen", "Site", "read_web_page", "site_named", "site_of"]

SITES: tuple[Site, ...] = (KREMLIN, WHITE_HOUSE, STATE, PRESIDENT_UA, GOV_UK, MFA_CN, ELYSEE, EUROPA)


def site_of(url: str) -> Site | None:
    """The adapter for a page, or None."""
    return next((site for site in SITES if site.owns(url)), None)


def site_named(name: str) -> Site | None:
    """The adapter of this name, or of this host."""
    plain = name.strip().lower().removeprefix("www.")
    return next((site for site in SITES if plain == site.name or plain in site.hosts), None)
