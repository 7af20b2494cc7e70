"""What is new, in forms to be read elsewhere: a Markdown note, an Atom feed."""

from __future__ import annotations

from demarche.export.news.atom import atom_feed, entries_of, newest
from demarche.export.news.note import markdown_note

__all__ = ["atom_feed", "entries_of", "markdown_note", "newest"]
