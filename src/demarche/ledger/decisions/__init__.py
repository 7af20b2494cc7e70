"""What people decided: rows that hang on evidence, never change it, and can be taken back.

A decision names a document's hash, a stretch of its text and a kind. Which report bears it is computed anew after
every reading (`anchors`): so it survives a better extractor, and is an orphan while nothing is found there any more.
What the other tables show of it (a verdict, an edited value, one actor for two names) is a copy that is a pure function
of the machine's rows and the decisions that stand: taking a decision back restores those rows exactly.

    verbs      accept, reject, edit, undo         overlay    edited values over the machine's rows
    ties       merge, split; what linking reads   sameness   two names, one actor; aliases
    entering   an event by hand                   history    who did what, when, on which words
"""

from __future__ import annotations

from demarche.ledger.decisions.overlay import lift
from demarche.ledger.decisions.refreshing import refresh
from demarche.ledger.decisions.table import every, of_reports
from demarche.ledger.decisions.ties import Tie, ties
from demarche.ledger.decisions.wording import in_words

__all__ = ["Tie", "every", "in_words", "lift", "of_reports", "refresh", "ties"]
