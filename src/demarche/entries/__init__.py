"""What people type, checked against the codebook: values of fields, and whole events entered by hand.

    document, report = entry({"type": "call", "participants": "Bo Tamm; Cy Umber"}, author="anna")
    checked("contact", "duration", "1 h 20")          # (Checked(value=Lasting(80, 80), words="1 h 20"),)

An entry is a document of its own: its text renders what was entered, and every field quotes that text. So the rule
"exact quotation or no row" holds for people too. The gate (`demarche.evidence`) checks it like any other.
"""

from __future__ import annotations

from demarche.entries.build import ACCOUNT, EXTRACTOR, SOURCE, entry, is_group
from demarche.entries.codebook import FIELDS, HEADS, SEVERAL
from demarche.entries.values import Checked, EntryError, checked, checked_head

__all__ = [
    "ACCOUNT",
    "EXTRACTOR",
    "FIELDS",
    "HEADS",
    "SEVERAL",
    "SOURCE",
    "Checked",
    "EntryError",
    "checked",
    "checked_head",
    "entry",
    "is_group",
]
