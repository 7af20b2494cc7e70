"""Reading without end keeps no spelling for ever."""

import pytest

from demarche import pipeline
from demarche.model import Document
from demarche.pipeline import engine, read_documents

TEXT = "The presidents of Finland and France spoke by phone on Thursday. The call lasted about an hour."


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> int:
    """The pipeline is loaded anew after a few hundred spellings."""
    most = len(engine().nlp.vocab.strings) + 300
    monkeypatch.setattr(pipeline, "REMEMBERED_SPELLINGS", most)
    return most


def test_spellings_are_forgotten_and_reports_stay_the_same(few: int) -> None:
    texts = [f"{TEXT} " + " ".join(f"name{number}x{n}" for n in range(50)) for number in range(30)]
    found = []
    for number, text in enumerate(texts):
        ((_, reports),) = read_documents([Document(str(number), text)])
        found.append([(report.type, report.names("participants"), report.evidence) for report in reports])
        assert len(engine().nlp.vocab.strings) <= few
    assert found[0]
    assert all(one == found[0] for one in found)
