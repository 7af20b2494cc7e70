"""What a page is to the frame: its name in the navigation, its address, its routes."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

__all__ = ["Page"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `title` stands in the navigation when `shown`; `also` are addresses under which it is lit up too."""

    title: str
    path: str
    router: APIRouter
    shown: bool = True
    also: tuple[str, ...] = ()

    def is_at(self, path: str) -> bool:
        """True when this address belongs to the page."""
        homes = (self.path, *self.also)
        return path in homes or any(path.startswith(f"{home.rstrip('/')}/") for home in homes if home != "/")
