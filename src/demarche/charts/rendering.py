"""Charts as pictures, without a browser and without a network: the extra `charts`."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

from demarche.charts.frame import Spec
from demarche.errors import UsageError

__all__ = ["VEGA_LITE", "png", "svg"]

VEGA_LITE = "5.21"


def svg(spec: Spec) -> str:
    """The chart as SVG, its alt text inside."""
    return str(_converter().vegalite_to_svg(json.dumps(spec), **_options()))


def png(spec: Spec, scale: float = 2.0) -> bytes:
    """The chart as PNG; `scale` 2 is sharp on most screens and in print."""
    return bytes(_converter().vegalite_to_png(json.dumps(spec), scale=scale, **_options()))


def _options() -> dict[str, Any]:
    return {"vl_version": VEGA_LITE}


def _converter() -> ModuleType:
    try:
        import vl_convert
    except ImportError:
        raise UsageError(
            "a chart cannot be drawn as a picture: vl-convert is not installed; "
            "its specification is there all the same; pip install 'demarche[charts]'"
        ) from None
    return vl_convert
