"""Templates: every value is escaped, and what would be hidden or obeyed is shown as a sign."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from demarche.address import name
from demarche.analysis import telling
from demarche.export import passages
from demarche.visible import visible
from demarche.web.permissions import may, member_of, only_own
from demarche.web.security import csrf_token
from demarche.web.views import cite, dates, lengths, words

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["environment", "is_part", "render"]


@cache
def environment() -> Environment:
    """The templates of the package, with the filters that pages use."""
    made = Environment(
        loader=PackageLoader("demarche.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
        auto_reload=False,  # the package does not change under a running app
        extensions=["jinja2.ext.do"],
    )
    made.filters |= {"when": dates.when, "stamp": dates.stamp, "day": dates.day_words}
    made.filters |= {"bar": lengths.bar, "lasted": lengths.words, "value": words.value, "short": words.shortened}
    made.filters |= {"told_who": telling.who, "told_what": telling.what, "passages": passages.passages}
    made.filters |= {"web_address": cite.web_address}
    made.globals |= {"forms": {"csv": "CSV", "xlsx": "Excel", "jsonl": "JSON Lines"}}
    made.globals |= {"static": static, "plural": words.plural, "reason_words": words.reason}
    made.globals |= {"mark": mark}
    return made


def _shown(value: Any) -> Any:
    """None is nothing; text shows what would hide in it."""
    if type(value) is str:  # nearly all of them
        return value if value.isascii() and value.isprintable() else visible(value)
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@lru_cache(maxsize=20_000, typed=True)  # about 400 bytes each
def mark(name: str, *values: Any) -> Markup:
    """A small mark of `parts/marks.html`, drawn once: many lines of a page bear the same day, kind and standing."""
    module: Any = environment().get_template("parts/marks.html").module
    return Markup(getattr(module, name)(*values))


def render(request: Request, template: str, status_code: int = 200, **context: Any) -> HTMLResponse:
    """A page, or the part of one that htmx asked for."""
    text = environment().get_template(template).render(_common(request) | context)
    return HTMLResponse(text, status_code)


def is_part(request: Request) -> bool:
    """True when htmx asks for a part of a page and not for the page (nor for one out of the browser's history)."""
    return "hx-request" in request.headers and "hx-history-restore-request" not in request.headers


def _common(request: Request) -> dict[str, Any]:
    state = request.app.state
    session = request.scope.get("demarche.session", "")
    theme = request.cookies.get("demarche_theme", "")
    member, team = member_of(request.scope), state.settings.team
    return {
        "request": request,
        "member": member,
        "may": lambda path, verb="POST": not team or may(member, verb, path),
        "may_undo": lambda author: not only_own(request) or author == (member and member.name),
        "outside": team and (member is None or member.must_change),
        "nav": state.nav,
        "here": request.url.path,
        "csrf": csrf_token(session) if session else "",
        "theme": theme if theme in ("light", "dark") else "",
        "ledger_name": name(state.ledger.path),
    }


@cache
def static(name: str) -> str:
    """The address of a static file, with a mark that changes when the file does."""
    from hashlib import sha256

    data = files("demarche.web").joinpath("static", *name.split("/")).read_bytes()
    return f"/static/{name}?v={sha256(data).hexdigest()[:8]}"
