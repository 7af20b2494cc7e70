"""Authority facts: people, offices with dates, states, institutions; and who a name means on a day."""

from __future__ import annotations

__all__ = ["Authority"]


class Authority:
    """The authority facts, indexed."""

    @classmethod
    def load(cls) -> Authority:
        """The facts shipped with the package."""
        return cls()
