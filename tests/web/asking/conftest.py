"""A ledger of a year for the pages that ask: contacts of two pairs, two threats, an offer, two statements."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import report

from demarche.ledger import Ledger
from demarche.model import Document, Lasting, Report

KASK, NOVAK, ERDOGAN = ("Maret Kask", "Maret Kask"), ("Jan Novak", "Jan Novak"), ("Recep Tayyip Erdoğan", "Erdoğan")

#: day of publication -> (text, kind, type, status, fields)
TOLD: tuple[tuple[str, str, str, str | None, str | None, dict[str, Any]], ...] = (
    (
        "2025-02-03",
        "Maret Kask and Jan Novak spoke for 50 minutes on 3 February.",
        *("contact", "call", "held"),
        {"participants": [KASK, NOVAK], "date": ("2025-02-03", "3 February"), "duration": (50, 50, "50 minutes")},
    ),
    (
        "2025-02-20",
        "Maret Kask met Jan Novak about 18 February; the meeting lasted over 2 hours.",
        *("contact", "meeting", "held"),
        {
            "participants": [KASK, NOVAK],
            "date": ("2025-02-18~", "18 February"),
            "duration": (120, None, "over 2 hours"),
        },
    ),
    (
        "2025-06-30",
        "Maret Kask spoke with Jan Novak in June.",
        *("contact", "call", "held"),
        {"participants": [KASK, NOVAK], "date": ("2025-06", "in June")},
    ),
    (
        "2025-07-02",
        "Maret Kask met Erdoğan on 1 July for 30 minutes.",
        *("contact", "meeting", "held"),
        {"participants": [KASK, ERDOGAN], "date": ("2025-07-01", "1 July"), "duration": (30, 30, "30 minutes")},
    ),
    (
        "2025-07-04",
        "On 4 July Jan Novak threatened Maret Kask to ban <b>flights</b>\u202e by 1 August.",
        *("pressure", "ultimatum", "pending"),
        {
            **{"actor": NOVAK, "recipient": KASK, "measure": ("ban <b>flights</b>\u202e", "ban <b>flights</b>\u202e")},
            **{"date": ("2025-07-04", "4 July"), "deadline": ("2025-08-01", "1 August")},
        },
    ),
    (
        "2025-09-01",
        "On 1 September Jan Novak threatened Maret Kask with a wall by 1 December 2030.",
        *("pressure", "threat", "pending"),
        {
            **{"actor": NOVAK, "recipient": KASK, "measure": ("a wall", "a wall")},
            **{"date": ("2025-09-01", "1 September"), "deadline": ("2030-12-01", "1 December 2030")},
        },
    ),
    (
        "2025-09-02",
        "On 2 September Maret Kask offered Jan Novak grain.",
        *("offer", "proposal", "accepted"),
        {"actor": KASK, "recipient": NOVAK, "content": ("grain", "grain"), "date": ("2025-09-02", "2 September")},
    ),
    (
        "2025-07-03",
        "On 3 July Jan Novak accused Maret Kask of <b>delay</b>.",
        *("statement", None, None),
        {
            **{"actor": NOVAK, "recipient": KASK, "stance": ("accuse", "accused")},
            **{"content": ("<b>delay</b>", "<b>delay</b>"), "date": ("2025-07-03", "3 July")},
        },
    ),
    (
        "2025-09-02",
        "On 2 September Maret Kask praised Jan Novak as a good neighbour.",
        *("statement", None, None),
        {
            **{"actor": KASK, "recipient": NOVAK, "stance": ("praise", "praised")},
            **{"content": ("a good neighbour", "a good neighbour"), "date": ("2025-09-02", "2 September")},
        },
    ),
)


def told(
    number: int, day: str, text: str, kind: str, type_: str | None, status: str | None, fields: dict[str, Any]
) -> Any:
    document = Document(f"t{number}", text, text[:20], "Baltic Courier", None, date.fromisoformat(day))
    made = {
        name: (Lasting(value[0], value[1], value[2]), value[2]) if name == "duration" else value
        for name, value in fields.items()
    }
    found: Report = report(document, kind, type_, status, text, **made)
    return document, [found]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger, made once; it has no documents in spring."""
    path = tmp_path_factory.mktemp("asking") / "year.ledger"
    with Ledger.open(path, create=True) as ledger, ledger.run("test") as run:
        for number, one in enumerate(TOLD):
            ledger.add(*told(number, *one), run)
    return path


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(filled, tmp_path))
