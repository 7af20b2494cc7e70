"""What arrives: a source of bytes, and what a reader made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BufferedReader, BytesIO
from pathlib import PurePath

from demarche.documents.limits import FILE_BYTES, PEEK_BYTES, megabytes
from demarche.errors import DocumentError
from demarche.model import Document


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says about documents that don't say it themselves."""

    date: date | None = None
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes with the name that the user knows them by: a path, or `-` for standard input."""

    name: str
    stream: BufferedReader

    @classmethod
    def of(cls, name: str, data: bytes) -> Source:
        """A source from bytes in memory."""
        return cls(name, BufferedReader(BytesIO(data)))

    @property
    def suffix(self) -> str:
        """The end of the name, lower case, `.gz` looked through."""
        path = PurePath(self.name.lower())
        return PurePath(path.stem).suffix if path.suffix == ".gz" else path.suffix

    def peek(self) -> bytes:
        """The first bytes, left in place."""
        return self.stream.peek(PEEK_BYTES)[:PEEK_BYTES]

    def whole(self, most: int = FILE_BYTES) -> bytes:
        """All bytes of a source that holds one document."""
        data = self.stream.read(most + 1)
        if len(data) > most:
            raise DocumentError(f"is larger than {megabytes(most)}, the most one document may have")
        return data


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document, or the reason why it was skipped; `notes` are what the user should know of it."""

    where: str  # the file, with the line where a file holds many documents
    document: Document | None = None
    skipped: str = ""
    notes: tuple[str, ...] = ()


Arrivals = Iterator[Arrival]
