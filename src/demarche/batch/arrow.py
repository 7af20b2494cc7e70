"""pyarrow, loaded when it is needed, or the line that says how to get it."""

from __future__ import annotations

from typing import Any

from demarche.errors import UsageError

__all__ = ["arrow"]


def arrow() -> tuple[Any, Any]:
    """The modules `pyarrow` and `pyarrow.parquet`; UsageError where they are not installed."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise UsageError('batches are Parquet files: pip install "demarche[batch]" brings what writes them') from None
    return pyarrow, parquet
