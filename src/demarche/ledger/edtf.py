"""EDTF for the ledger and those who ask it: the grammar itself is `demarche.edtf`."""

from __future__ import annotations

from demarche.edtf import Days, days, parse

__all__ = ["Days", "days", "parse"]
