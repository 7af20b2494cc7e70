"""The story on a page: documents arrive, are read, and land in the ledger.

    arrivals ─▶ annotate ─▶ find_mentions ─▶ build_reports ─▶ Ledger.add

Nothing is loaded before the first document needs it: a run over documents that the ledger knows loads no language.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from demarche.documents.arrivals import Arrival
from demarche.errors import DocumentError
from demarche.model import Document, Report

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from demarche.actors import Authority
    from demarche.ledger import Ledger, Outcome, Run

__all__ = ["EXTRACTOR", "Engine", "Landing", "engine", "extractor", "read_arrivals", "read_documents", "read_into"]

EXTRACTOR = "demarche-1"
"""The version of the reading. Change it when rules or weights change: documents are then read again, decisions kept."""

GROUP_DOCUMENTS = 64
GROUP_CHARACTERS = 200_000
REMEMBERED_SPELLINGS = 60_000
"""Some 27 MB of them."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What reading needs: a language pipeline and the authority facts."""

    nlp: Language
    authority: Authority


def engine(pipeline: str | None = None) -> Engine:
    """The shipped pipeline, or another one by name or path, loaded once.

    spaCy keeps every spelling that it has seen. Once they are many the pipeline is loaded anew (0.4 s), so that
    memory stays flat over any number of documents; whoever holds the old one can go on with it.
    """
    tools = _loaded(pipeline)
    if len(tools.nlp.vocab.strings) > REMEMBERED_SPELLINGS:
        del tools
        _loaded.cache_clear()
        gc.collect()  # pipeline and components point to each other
        tools = _loaded(pipeline)
    return tools


@cache
def _loaded(pipeline: str | None) -> Engine:
    from demarche.language import load

    return Engine(load(pipeline), _authority())


@cache
def _authority() -> Authority:
    from demarche.actors import Authority

    return Authority.load()


def extractor(pipeline: str | None = None) -> str:
    """The name under which a reading is kept: the version, and the pipeline where it is not the shipped one."""
    chosen = pipeline or os.environ.get("DEMARCHE_PIPELINE")
    return f"{EXTRACTOR}+{chosen}" if chosen else EXTRACTOR


@dataclass(frozen=True, slots=True)
class Landing:
    """What became of one arrival: the outcome in the ledger (None outside one), its reports, or why it was skipped."""

    arrival: Arrival
    outcome: Outcome | None = None
    reports: tuple[Report, ...] = field(default=())
    skipped: str = ""


def read_documents(
    documents: Iterable[Document], pipeline: str | None = None
) -> Iterator[tuple[Document, tuple[Report, ...]]]:
    """Yield each document with its reports, in order, in one pass over a stream.

    DocumentError never stops the stream: a document that cannot be read is left out (`read_arrivals` tells why).
    """
    for landing in read_arrivals((Arrival(d.id, d) for d in documents), pipeline):
        if landing.arrival.document is not None and not landing.skipped:
            yield landing.arrival.document, landing.reports


def read_arrivals(arrivals: Iterable[Arrival], pipeline: str | None = None) -> Iterator[Landing]:
    """Read everything that arrives, whatever a ledger may know; what cannot be read is told."""
    for group in _groups(arrivals):
        yield from _read_group(group, pipeline)


def read_into(
    ledger: Ledger,
    arrivals: Iterable[Arrival],
    run: Run,
    pipeline: str | None = None,
    *,
    again: bool = False,
    most: int = GROUP_DOCUMENTS,
) -> Iterator[Landing]:
    """Read what arrives into a ledger, each document in its own transaction.

    Documents that this extractor has read before are passed over before the language step, so a run that was
    killed goes on where it stopped; `again` reads them too, for their reports. LedgerError stops the run; what
    landed before stays. `most` is how many may be under way when a run is killed: few where arriving is slow.
    """
    from demarche.ledger import Outcome

    for group in _groups(arrivals, most):
        documents = [a.document for a in group if a.document]
        known = frozenset() if again else ledger.known(documents, run.extractor)
        old = [a for a in group if a.document and a.document.content_hash in known]
        yield from (Landing(a, Outcome.UNCHANGED) for a in old)
        fresh = [a for a in group if not (a.document and a.document.content_hash in known)]
        for landing in _read_group(fresh, pipeline):
            yield _land(ledger, landing, run)


def _land(ledger: Ledger, landing: Landing, run: Run) -> Landing:
    document = landing.arrival.document
    if document is None or landing.skipped:
        return landing
    try:
        return Landing(landing.arrival, ledger.add(document, landing.reports, run), landing.reports)
    except DocumentError as error:  # this text cannot be stored: the others of the run still land
        return Landing(landing.arrival, skipped=str(error))


def _groups(arrivals: Iterable[Arrival], most: int = GROUP_DOCUMENTS) -> Iterator[list[Arrival]]:
    """Arrivals in groups that share batches, small enough to be held in memory and to report progress."""
    group: list[Arrival] = []
    size = 0
    for arrival in arrivals:
        group.append(arrival)
        size += len(arrival.document.text) if arrival.document else 0
        if len(group) >= most or size >= GROUP_CHARACTERS:
            yield group
            group, size = [], 0
    if group:
        yield group


def _read_group(group: list[Arrival], pipeline: str | None) -> Iterator[Landing]:
    """Skips first, then every document of the group in order."""
    yield from (Landing(a, skipped=a.skipped) for a in group if a.document is None)
    whole = [(a, a.document) for a in group if a.document is not None]
    if not whole:
        return
    from demarche.language.annotate import annotate

    tools = engine(pipeline)
    annotated = annotate((document for _, document in whole), tools.nlp)
    for (arrival, document), (_, doc) in zip(whole, annotated, strict=True):
        try:
            yield Landing(arrival, reports=_reports(document, doc, tools.authority))
        except DocumentError as error:
            yield Landing(arrival, skipped=str(error))


def _reports(document: Document, doc: Doc, authority: Authority) -> tuple[Report, ...]:
    from demarche.mentions import find_mentions
    from demarche.reports import build_reports

    try:
        return tuple(build_reports(find_mentions(document, doc, authority)))
    except Exception as error:  # a fault of ours in one text must not cost the user the others
        raise DocumentError(f"could not be read, a fault of demarche: {type(error).__name__}: {error}") from error
