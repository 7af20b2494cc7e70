"""The language: a text with its words, sentences, grammar and names marked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["load"]


def load(name: str | None = None) -> Language:
    """The shipped English pipeline, or another spaCy pipeline by name or path. Never goes on line."""
    import spacy

    from demarche.language import reader  # noqa: F401  registers the component of the shipped pipeline

    chosen = name or os.environ.get("DEMARCHE_PIPELINE") or str(Path(__file__).parent / "model")
    return spacy.load(chosen)
