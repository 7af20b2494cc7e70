"""Add: paste a text or drop files; the reading goes on in the background and tells how far it is."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from demarche.documents import Given, Source, UnclearDateError, read_day
from demarche.documents.limits import FILE_BYTES, megabytes
from demarche.errors import UsageError
from demarche.web.context import TheJobs
from demarche.web.pages.page import Page
from demarche.web.rendering import is_part, render

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Add", "/add", router, shown=False)
FILES = 200
"""The most files at once."""


@router.get("/add")
def show(request: Request, jobs: TheJobs) -> Response:
    """The form, and what was added in this run."""
    return render(request, "add/page.html", jobs=jobs.all(), most=megabytes(FILE_BYTES), files=FILES)


@router.post("/add")
def add(
    request: Request,
    jobs: TheJobs,
    text: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    publisher: Annotated[str, Form()] = "",
    day: Annotated[str, Form()] = "",
    url: Annotated[str, Form()] = "",
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """Line up what was given, then show how far it is."""
    given = Given(_day(day), " ".join(publisher.split()))
    sources = [_uploaded(file) for file in files or () if file.filename]
    if text.strip():
        sources.append(_pasted(text, title, url))
    if not sources:
        raise UsageError("There is nothing to read: paste a text or choose a file. Nothing was added.")
    if len(sources) > FILES:
        raise UsageError(f"These are {len(sources)} files, at most {FILES} at once. Nothing was added.")
    job = jobs.add(sources, given)
    if is_part(request):
        return render(request, "add/job.html", job=job)
    return RedirectResponse(f"/add/{job.id}", 303)


@router.get("/add/{job_id}")
def progress(job_id: str, request: Request, jobs: TheJobs) -> Response:
    """How far one reading is; asked for again and again until it is done."""
    template = "add/job.html" if is_part(request) else "add/one.html"
    return render(request, template, job=jobs.get(job_id))


def _uploaded(file: UploadFile) -> Source:
    data = file.file.read(FILE_BYTES * 5 + 1)
    return Source.of((file.filename or "file")[-200:], data)


def _pasted(text: str, title: str, url: str) -> Source:
    """A pasted text as the plain-text reader knows it: header lines, a blank line, the words as they are."""
    named = (("Title", title), ("URL", url))
    head = [f"{name}: {' '.join(value.split())}" for name, value in named if value.strip()]
    whole = "\n".join([*head, "", text]) if head else text
    return Source.of("pasted text.txt", whole.encode("utf-8", "replace"))


def _day(words: str) -> date | None:
    if not words.strip():
        return None
    try:
        return read_day(words.strip())
    except UnclearDateError as error:
        raise UsageError(f"The day of publication {error}. Nothing was added.") from error
