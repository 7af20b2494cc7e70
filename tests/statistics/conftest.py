"""Fixtures: the page on methods."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def methods() -> str:
    return (Path(__file__).parents[2] / "docs" / "methods.md").read_text("utf-8")
