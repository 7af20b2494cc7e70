"""People and states: who is who in this ledger, other spellings, offices with their dates."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from demarche.analysis.wording import held, in_office
from demarche.export.plain_tables import Table
from demarche.web.context import TheAuthor, TheLedger
from demarche.web.downloads import save
from demarche.web.pages.page import Page
from demarche.web.rendering import is_part, render
from demarche.web.views.whoswho import sides

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("People", "/people", router)
SIDES_PER_PAGE = 30
NAMES = 12
FIELDS = ("who", "with", "name", "other", "q", "between", "and", "versus", "against", "by", "of")
"""The fields that ask for a name."""
PEOPLE_OF_A_SIDE = 60


@router.get("/people")
def show(request: Request, ledger: TheLedger, q: str = "", page: int = 1) -> Response:
    """Everybody by side, or whom a typed name stands for."""
    asked, at = q.strip()[:200], max(page, 1)
    match = ledger.resolve(asked) if asked else None
    actors = ledger.actors() if match is None else list(match.actors)
    shown, all_ = sides(actors, (at - 1) * SIDES_PER_PAGE, at * SIDES_PER_PAGE, PEOPLE_OF_A_SIDE)
    who = held(match) if match else ""
    template = "people/results.html" if is_part(request) else "people/page.html"
    more = all_ > at * SIDES_PER_PAGE
    return render(request, template, q=asked, page=at, sides=shown, match=match, held=who, more=more)


@router.get("/people/download/{form}")
def download(form: str, ledger: TheLedger) -> Response:
    """Everybody with the side they stand for."""
    rows = ((actor.name, actor.side, actor.kind) for actor in ledger.actors())
    return save(form, Table("people", ("name", "side", "kind"), rows))


@router.get("/people/names")
def names(request: Request, ledger: TheLedger) -> Response:
    """Names that begin like what is being typed in a field, for its list of suggestions."""
    typed = next((v for k, v in request.query_params.multi_items() if k in FIELDS), "")
    last = typed.rpartition(";")[2].strip()
    found = ledger.suggest(last, limit=NAMES) if len(last) > 1 else []
    match = ledger.resolve(last) if len(last) > 1 else None
    if match and match.rule == "office":  # the words typed stay in the label: a list shows what has them
        options = {one.name: f"{last}: {in_office(one)}" for one in reversed(match.holders)}
    else:
        options = {name: "" for actor in found for name in (actor.name, actor.side) if name}
    return render(request, "people/names.html", names=list(options.items())[:NAMES])


@router.post("/people/same")
def same(
    ledger: TheLedger,
    author: TheAuthor,
    name: Annotated[str, Form()] = "",
    other: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
) -> Response:
    """Two names of this ledger are one actor, shown under the first."""
    ledger.same_actor(name.strip(), other.strip(), author=author, reason=reason.strip())
    return RedirectResponse(f"/people?{urlencode({'q': name.strip()})}", 303)


@router.post("/people/alias")
def alias(
    ledger: TheLedger,
    author: TheAuthor,
    name: Annotated[str, Form()] = "",
    also: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
) -> Response:
    """An actor is also called something that no document has said yet."""
    ledger.alias(name.strip(), also.strip(), author=author, reason=reason.strip())
    return RedirectResponse(f"/people?{urlencode({'q': name.strip()})}", 303)
