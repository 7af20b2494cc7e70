"""Charts written to files: SVG, PNG or the Vega-Lite specification, as the name ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from demarche.charts import png, svg
from demarche.cli.console import talk
from demarche.errors import UsageError

__all__ = ["check_form", "draw"]


def check_form(path: Path | None) -> None:
    """UsageError for a name that ends in nothing that can be drawn; before anything else is printed."""
    if path is not None and path.suffix.lower() not in _DRAWN:
        raise UsageError(f"no chart as {path.name}: name a file that ends in .svg, .png or .json; nothing was written")


def draw(path: Path, spec: dict[str, Any]) -> None:
    """Write the chart; UsageError when there is no such form, or the file cannot be written."""
    check_form(path)
    drawn = _DRAWN[path.suffix.lower()](spec)
    try:
        path.write_bytes(drawn)
    except OSError as error:
        raise UsageError(f"{path}: the chart cannot be written there ({error.strerror}); name another file") from error
    talk().print(f"The chart: {path}")


def _lite(spec: dict[str, Any]) -> bytes:
    return json.dumps(spec, ensure_ascii=False).encode()


def _as_svg(spec: dict[str, Any]) -> bytes:
    return svg(spec).encode()


_DRAWN = {".svg": _as_svg, ".png": png, ".json": _lite}
