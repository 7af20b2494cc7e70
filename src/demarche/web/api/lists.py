"""Lists of the API: documents, one document with all that was found in it, people, the log."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel

from demarche.errors import UsageError
from demarche.export.plain.decisions import entry_dict
from demarche.ledger import DocumentDetail
from demarche.web.api.asked import MOST
from demarche.web.api.models import ActorOut, DetailOut, Row, SourceOut
from demarche.web.api.shapes import LogOut
from demarche.web.context import TheLedger
from demarche.web.failures import NotThere

__all__ = ["router"]

router = APIRouter(prefix="/api", tags=["ledger"])
Limit = Annotated[int, Query(description=f"So many, at most {MOST:,}", ge=1, le=MOST)]
Offset = Annotated[int, Query(description="Pass over so many: the next ones", ge=0)]
Hash = Annotated[str, Path(description="The hash of a document, or its beginning: six letters or more")]


class DocumentRowOut(Row):
    """A document in a list: how many rows were found in it, and how its text begins."""

    source: SourceOut
    reports: int
    beginning: str


class DocumentOut(Row):
    """A stored document with everything found in it."""

    source: SourceOut
    text: str
    told: list[DetailOut]
    versions: list[SourceOut]


class PeopleList(BaseModel):
    """A page of people; `total` are all."""

    total: int
    people: list[ActorOut]


@router.get("/documents")
def documents(
    ledger: TheLedger,
    text: Annotated[str, Query(description="Words to be found in them", max_length=200)] = "",
    limit: Limit = 100,
    offset: Offset = 0,
) -> list[DocumentRowOut]:
    """The documents, the latest first."""
    return [DocumentRowOut.model_validate(row) for row in ledger.documents(text, limit=limit, offset=offset)]


@router.get("/documents/{document_hash}", response_model=DocumentOut)
def document(document_hash: Hash, ledger: TheLedger) -> DocumentDetail:
    """One document by its hash, or the beginning of it: its text to the letter, and every row with its spans."""
    try:
        return ledger.document(document_hash)
    except UsageError as error:
        raise NotThere(str(error)) from error


@router.get("/people")
def people(
    ledger: TheLedger,
    beginning: Annotated[str, Query(description="How a word of the name begins; an office", max_length=200)] = "",
    limit: Limit = 100,
    offset: Offset = 0,
) -> PeopleList:
    """Everybody whom a row names, with the side they stand for."""
    found = ledger.suggest(beginning, limit=offset + limit) if beginning.strip() else ledger.actors()
    shown = [ActorOut.model_validate(actor) for actor in found[offset : offset + limit]]
    return PeopleList(total=len(found), people=shown)


@router.get("/log", response_model=list[LogOut])
def log(
    ledger: TheLedger,
    author: Annotated[str | None, Query(description="Only what this person decided", max_length=80)] = None,
    limit: Limit = 100,
) -> list[dict[str, Any]]:
    """Who decided what on which words, the latest first; what was taken back says so."""
    return [entry_dict(entry) for entry in ledger.log(author=author, limit=limit)]
