"""Charts as pictures: drawn here where the extra `charts` is installed, else by the browser out of the same chart."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, Response

from demarche.charts import Spec, png, svg
from demarche.visible import visible
from demarche.web.failures import NotThere

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["chart_answer", "drawable", "on_page", "plot_width", "source_words"]

LEAST_WIDTH, MOST_WIDTH = 200, 1600
_GUTTER = 160
"""Pixels beside the plot: names of the rows."""

_MEDIA = {"svg": "image/svg+xml", "png": "image/png"}
_CLICKED = ("point", "bar", "rule", "tick", "text")


def drawable() -> bool:
    """True when pictures are drawn here; the browser exports what it shows otherwise."""
    return find_spec("vl_convert") is not None


def plot_width(room: int, gutter: int = _GUTTER) -> int:
    """The width of a plot for a page that has this much room."""
    return min(max(room - gutter, LEAST_WIDTH), MOST_WIDTH)


def chart_answer(form: str, spec: Spec, name: str) -> Response:
    """The chart as a file: `json` (the specification), `svg` or `png`."""
    spec = _visible(spec)
    if form == "json":
        return JSONResponse(spec)
    if form not in _MEDIA:
        raise NotThere(f"There is no picture {form}; there are svg, png and json.")
    headers = {"content-disposition": f'attachment; filename="demarche-{name}.{form}"'}
    return Response(svg(spec) if form == "svg" else png(spec), media_type=_MEDIA[form], headers=headers)


def _visible(part: Any) -> Any:
    """The same with signs for what would hide in its words, or turn them around."""
    if isinstance(part, dict):
        return {name: _visible(value) for name, value in part.items()}
    if isinstance(part, list):
        return [_visible(value) for value in part]
    return visible(part) if isinstance(part, str) else part


def on_page(spec: Spec, drag: bool = False) -> Spec:
    """The chart as the page shows it: its title and key stand in the page; marks lead to rows; a drag picks days."""
    shown = {key: value for key, value in spec.items() if key != "title"}
    hands: Mapping[str, Any] = {mark: {"cursor": "pointer"} for mark in _CLICKED}
    shown["config"] = {**spec["config"], **hands}
    return _draggable(shown) if drag else shown


def _draggable(spec: Spec) -> Spec:
    """Each part takes a drag along the time axis; `usermeta` names them for the script."""
    names = [f"drag_{place}" for place in range(len(spec["vconcat"]))]
    parts = [_with_drag(part, name) for part, name in zip(spec["vconcat"], names, strict=True)]
    return {**spec, "vconcat": parts, "usermeta": {"drag": names}}


def _with_drag(part: Spec, name: str) -> Spec:
    mark = {"fill": "#1b5a75", "fillOpacity": 0.12, "stroke": "#1b5a75"}
    param = {"name": name, "select": {"type": "interval", "encodings": ["x"], "mark": mark}}
    first, *rest = part["layer"]
    return {**part, "layer": [{**first, "params": [param]}, *rest]}


def source_words(documents: Iterable[tuple[str, str, str]]) -> str:
    """`23 documents of 14 publishers and 40 entries`, from (hash, publisher, source class) of each."""
    told = set(documents)
    entries = sum(class_ == "entry" for _, _, class_ in told)
    read = [publisher for _, publisher, class_ in told if class_ != "entry"]
    publishers = len(set(read))
    parts = (
        [f"{len(read)} document{'s' * (len(read) != 1)} of {publishers} publisher{'s' * (publishers != 1)}"]
        if read
        else []
    )
    parts += [f"{entries} entr{'y' if entries == 1 else 'ies'} by hand"] if entries else []
    return " and ".join(parts) or "this ledger"
