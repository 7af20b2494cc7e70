"""HTML and Markdown from the templates. What strangers wrote is escaped in both: words are only ever words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from demarche.briefings.blocks import Items, Picture, Table, Text
from demarche.briefings.methods import title_of
from demarche.export.markdown import words
from demarche.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment

    from demarche.briefings.making import Briefing

__all__ = ["as_html", "as_markdown"]

_KINDS = {Text: "text", Items: "items", Table: "table", Picture: "picture"}


class _Plain(str):
    """Text of the Markdown template's own making, or an address that was looked at."""

    __slots__ = ()


def as_html(briefing: Briefing) -> str:
    """One file, nothing to fetch; its policy forbids scripts besides."""
    page = _html().get_template("report.html").render(briefing=briefing, style=Markup(_style()))
    return page if page.endswith("\n") else page + "\n"


def as_markdown(briefing: Briefing) -> str:
    """CommonMark with tables, for mail and notes."""
    page = _markdown().get_template("report.md").render(briefing=briefing)
    return re.sub(r"\n{3,}", "\n\n", page).strip() + "\n"


def _shared(environment: Environment) -> Environment:
    environment.filters["kind"] = lambda block: _KINDS[type(block)]
    environment.filters["method"] = title_of
    environment.tests["words"] = lambda cell: isinstance(cell, str)
    return environment


@cache
def _html() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return _shared(
        Environment(
            loader=PackageLoader("demarche.briefings"),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_seen,
            trim_blocks=True,
            lstrip_blocks=True,
        )
    )


@cache
def _markdown() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = _shared(
        Environment(
            loader=PackageLoader("demarche.briefings"),
            undefined=StrictUndefined,
            finalize=_escaped,
            trim_blocks=True,
            lstrip_blocks=True,
        )
    )
    environment.filters["plain"] = _Plain
    return environment


def _seen(value: Any) -> Any:
    """Signs for what would not be seen or would be obeyed; escaping comes after."""
    return visible(value) if type(value) is str else value


def _escaped(value: Any) -> Any:
    """Words on one line in which no sign is Markdown's."""
    if not isinstance(value, str) or isinstance(value, _Plain):
        return value
    return words(value)


@cache
def _style() -> str:
    from importlib.resources import files

    return (files("demarche.briefings") / "templates" / "report.css").read_text("utf-8")
