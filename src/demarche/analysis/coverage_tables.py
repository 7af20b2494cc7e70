"""What a ledger covers: which sources from when to when, documents and events by month, gaps and thin months."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from demarche.analysis.coverage import gaps_of, thin_of
from demarche.analysis.months import inside, median, run
from demarche.analysis.sides import Names, asked_period
from demarche.ledger import Cell, Filters, Ledger
from demarche.ledger.edtf import Days

__all__ = ["CoverageTable", "MonthRow", "SourceRow", "coverage_table"]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One publisher: its documents, its first and last month (`2025-03`), the months between without any document.

    `source_class` is official, agency, press, social or entry; '' when nobody knows. `months` are those with documents.
    """

    publisher: str
    source_class: str
    documents: int
    undated: int
    first: str | None
    last: str | None
    months: int
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month (`2025-03`): documents published in it by class of source, sources, contacts and all events of it.

    `thin` when it has fewer than half of the documents of the median month; a month of no documents is a gap.
    """

    month: str
    documents: int
    official: int
    press: int
    sources: int
    contacts: int
    events: int
    thin: bool = False


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """Sources and months, with the gaps (months without a document) and the thin ones.

    `classes` are documents by class of source. `cells` are the bare numbers by source and month, for export.
    """

    documents: int
    undated: int
    first: str | None
    last: str | None
    median: float
    classes: tuple[tuple[str, int], ...]
    sources: tuple[SourceRow, ...]
    months: tuple[MonthRow, ...]
    gaps: tuple[str, ...]
    thin: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def official(self) -> int:
        """Documents of official sources."""
        return dict(self.classes).get("official", 0)


def coverage_table(
    ledger: Ledger, *, between: Names = (), and_: Names = (), period: str | None = None
) -> CoverageTable:
    """What the ledger covers: all of it, or the documents that tell of contacts of these sides.

    With a period (EDTF) the months of it are told; undated documents are told with all of them.
    """
    days = asked_period(period)
    filters = Filters(who=between, with_=and_, kind="contact") if between or and_ else None
    cells = [cell for cell in ledger.coverage(filters) if not cell.month or inside(cell.month, days)]
    by_month: Counter[str] = Counter()
    for cell in cells:
        by_month[cell.month] += cell.documents
    undated = by_month.pop("", 0)
    months = run(min(by_month), max(by_month)) if by_month else []
    first, last = _ends(ledger, months, filters, days)
    return CoverageTable(
        documents=sum(by_month.values()) + undated,
        undated=undated,
        first=first,
        last=last,
        median=median(by_month.values()),
        classes=_classes(cells),
        sources=_sources(cells),
        months=_months(ledger, cells, by_month, months, filters),
        gaps=tuple(gaps_of(by_month)),
        thin=tuple(thin_of(by_month)),
        cells=tuple(cells),
    )


def _ends(
    ledger: Ledger, months: list[str], filters: Filters | None, days: Days | None
) -> tuple[str | None, str | None]:
    """The first and last day of publication where everything is asked for, else the first and last month."""
    if filters is None and days is None:
        return ledger.published()
    return (months[0], months[-1]) if months else (None, None)


def _classes(cells: Iterable[Cell]) -> tuple[tuple[str, int], ...]:
    found: Counter[str] = Counter()
    for cell in cells:
        found[cell.source_class] += cell.documents
    return tuple(found.most_common())


def _sources(cells: Iterable[Cell]) -> tuple[SourceRow, ...]:
    """One row a publisher, the one with most documents first."""
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for cell in cells:
        found[cell.publisher, cell.source_class][cell.month] = cell.documents
    rows = [_source(publisher, class_, months) for (publisher, class_), months in found.items()]
    return tuple(sorted(rows, key=lambda row: (-row.documents, row.publisher, row.source_class)))


def _source(publisher: str, source_class: str, numbers: dict[str, int]) -> SourceRow:
    dated = sorted(month for month in numbers if month)
    return SourceRow(
        publisher=publisher,
        source_class=source_class,
        documents=sum(numbers.values()),
        undated=numbers.get("", 0),
        first=dated[0] if dated else None,
        last=dated[-1] if dated else None,
        months=len(dated),
        gaps=tuple(gaps_of(dated)),
    )


def _months(
    ledger: Ledger, cells: Iterable[Cell], documents: Counter[str], months: list[str], filters: Filters | None
) -> tuple[MonthRow, ...]:
    """One row a month from the first to the last, gaps among them."""
    thin, found = set(thin_of(documents)), defaultdict(list)
    for cell in cells:
        found[cell.month].append(cell)
    events = ledger.events_by_month(months, filters)
    return tuple(
        MonthRow(
            month=month,
            documents=documents[month],
            official=_of_class(found[month], "official"),
            press=_of_class(found[month], "press", "agency"),
            sources=len({cell.publisher for cell in found[month]}),
            contacts=events.get(month, {}).get("contact", 0),
            events=sum(events.get(month, {}).values()),
            thin=month in thin,
        )
        for month in months
    )


def _of_class(cells: Iterable[Cell], *classes: str) -> int:
    return sum(cell.documents for cell in cells if cell.source_class in classes)
