"""Why a link gave nothing: one line, and whether trying again later makes sense."""

from __future__ import annotations

from demarche.errors import DocumentError


class FetchError(DocumentError):
    """A link that gave no page. `again` is true when the same command may succeed later."""

    def __init__(self, message: str, *, again: bool = False) -> None:
        super().__init__(message)
        self.again = again
