"""The JSON API described on a plain page, from the same description that programs read."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from demarche.web.pages.page import Page
from demarche.web.rendering import render

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("API", "/api", router, shown=False)


@router.get("/api")
def show(request: Request) -> Response:
    """Every question with its parameters."""
    schema: dict[str, Any] = request.app.openapi()
    asked = [
        (path, verb.upper(), found, found.get("parameters", []), _answered(schema, found))
        for path, verbs in schema["paths"].items()
        for verb, found in verbs.items()
    ]
    return render(request, "api/page.html", about=schema["info"], asked=asked)


def _answered(schema: dict[str, Any], question: dict[str, Any]) -> tuple[str, ...]:
    """The names in an answer; of a list those of each of its items."""
    told = question["responses"]["200"]["content"]["application/json"]["schema"]
    name = (told.get("items") or told).get("$ref", "").rpartition("/")[2]
    return tuple(schema["components"]["schemas"][name]["properties"]) if name else ()
