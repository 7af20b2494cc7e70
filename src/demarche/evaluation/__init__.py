"""How good a reading is: reports against a gold coding of the same documents."""

from __future__ import annotations

from demarche.evaluation.figures import Figures, measure
from demarche.evaluation.gold import report_lines

__all__ = ["Figures", "measure", "report_lines"]
