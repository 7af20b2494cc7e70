"""Errors as people read them: one line on the page that asked, JSON for the API; never a traceback."""

from __future__ import annotations

from fastapi import FastAPI, HTTPException
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException as Refusal
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from demarche.errors import DemarcheError, LedgerError, NotAllowedError
from demarche.web.rendering import is_part, render

__all__ = ["NotThere", "register"]


class NotThere(HTTPException):
    """What was asked for is not in this ledger."""

    def __init__(self, words: str) -> None:
        super().__init__(404, words)


def register(app: FastAPI) -> None:
    """Have every error told."""
    app.add_exception_handler(DemarcheError, _ours)
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _unclear)
    app.add_exception_handler(Exception, _fault)


def _told(request: Request, status: int, words: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": words}, status)
    template = "error/part.html" if is_part(request) else "error/page.html"
    answer = render(request, template, status, words=words, code=status)
    answer.headers["hx-retarget"] = "#notice"
    answer.headers["hx-reswap"] = "innerHTML"
    return answer


def _ours(request: Request, error: Exception) -> Response:
    status = 503 if isinstance(error, LedgerError) else 403 if isinstance(error, NotAllowedError) else 400
    return _told(request, status, str(error))


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, Refusal) else 500
    words = {404: f"There is nothing at {request.url.path}.", 405: "That is not possible here."}
    detail = str(error.detail) if isinstance(error, Refusal) else ""
    plain = detail in ("Not Found", "Method Not Allowed", "")
    return _told(request, status, words.get(status, detail) if plain else detail)


def _unclear(request: Request, error: Exception) -> Response:
    found = error.errors() if isinstance(error, RequestValidationError) else []
    words = "; ".join(f"{item['loc'][-1]}: {item['msg']}" for item in found)
    return _told(request, 422, f"This request is not clear: {words}. Nothing was changed.")


def _fault(request: Request, error: Exception) -> Response:
    return _told(request, 500, f"A fault of demarche: {type(error).__name__}. Nothing was changed.")
