"""The filters of a request, as parameters that the API describes by itself."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query

from demarche.ledger import Filters
from demarche.web.views.periods import period

__all__ = ["MOST", "Asked"]

MOST = 1000
"""The most rows of one answer; `offset` gives the next ones."""


def _filters(
    who: Annotated[list[str], Query(description="A person, state or body; several are pooled")] = [],  # noqa: B006
    with_: Annotated[list[str], Query(alias="with", description="The other side")] = [],  # noqa: B006
    actor: Annotated[list[str], Query(description="Who acts, speaks or asked for a contact")] = [],  # noqa: B006
    recipient: Annotated[list[str], Query(description="To whom it is addressed, or about whom")] = [],  # noqa: B006
    kind: Annotated[list[str], Query(description="contact, pressure, offer, act, statement, ...")] = [],  # noqa: B006
    type: Annotated[list[str], Query(description="call, meeting, threat, pledge, ...")] = [],  # noqa: B006
    status: Annotated[list[str], Query(description="held, planned, denied, pending, ...")] = [],  # noqa: B006
    stance: Annotated[list[str], Query(description="Of a statement: praise, reject, ...")] = [],  # noqa: B006
    source_class: Annotated[list[str], Query(description="official, agency, press, social, entry")] = [],  # noqa: B006
    standing: Annotated[list[str], Query(description="machine, confirmed, person")] = [],  # noqa: B006
    doubt: Annotated[list[str], Query(description="disputed, perhaps, undated")] = [],  # noqa: B006
    text: Annotated[str, Query(description="Words to be found, whatever their spelling", max_length=200)] = "",
    since: Annotated[str, Query(description="2025, 2025-03 or 2025-03-04", max_length=40)] = "",
    until: Annotated[str, Query(description="2025, 2025-03 or 2025-03-04", max_length=40)] = "",
    undated: Annotated[bool, Query(description="Those without a date too")] = False,
    order: Annotated[str, Query(description="date or -date")] = "date",
    limit: Annotated[int, Query(description=f"So many rows, at most {MOST:,}", ge=1, le=MOST)] = 100,
    offset: Annotated[int, Query(description="Pass over so many rows: the next ones", ge=0)] = 0,
) -> Filters:
    return Filters(
        who=tuple(who),
        with_=tuple(with_),
        actor=tuple(actor),
        recipient=tuple(recipient),
        kind=tuple(kind),
        type=tuple(type),
        status=tuple(status),
        stance=tuple(stance),
        source_class=tuple(source_class),
        standing=tuple(standing),
        doubt=tuple(doubt),
        text=text,
        since=period(since),
        until=period(until),
        undated=undated,
        order=order,
        limit=limit,
        offset=offset,
    )


Asked = Annotated[Filters, Depends(_filters)]
