"""What a text tells of a pressure later on: extended, dropped, imposed, met; and its deadline as a day."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demarche.model import Report
from demarche.reports import build_reports
from demarche.reports.pressures import build_pressures

if TYPE_CHECKING:
    from demarche.mentions.reading import Reading

Read = Callable[..., "Reading"]

OUTCOMES: list[tuple[str, str]] = [
    ("Norway threatened to close its ports to Icelandic trawlers. It later dropped the threat.", "dropped"),
    ("Turkey imposed tariffs on Greek olives in May. In June it lifted the tariffs.", "dropped"),
    ("China threatened to impose tariffs on Australian wine. The measure was shelved.", "dropped"),
    ("Saudi Arabia gave Qatar ten days to close the station. The deadline passed without any measure.", "dropped"),
    ("Iran threatened to close the strait if Oman let the ships in. Nothing followed.", "dropped"),
    ("Poland threatened to shut the border with Belarus. Warsaw backed down a week later.", "dropped"),
    ("Mali gave French troops 72 hours to leave the country. The deadline was extended to 30 June.", "extended"),
    ("Canada will impose duties on American steel unless Washington lifts its own. The duties were postponed.",
     "extended"),
    ("India threatened to close the crossing to Nepal. On Monday it made good on the threat.", "imposed"),
    ("Russia threatened to impose a duty on Moldovan wine. The duty took effect on 1 June.", "imposed"),
    ("Turkey gave Sweden until Friday to hand over the four men. Stockholm complied.", "met"),
    ("Austria gave Serbia 48 hours to accept the terms. Belgrade bowed to the ultimatum.", "met"),
    # no outcome
    ("Norway threatened to close its ports to Icelandic trawlers. It has not dropped the threat.", "pending"),
    ("Poland threatened to shut the border with Belarus. The talks went on for an hour.", "pending"),
    ("Mali gave French troops 72 hours to leave the country. The deadline could be extended.", "pending"),
    ("Iran threatened to close the strait to Omani ships. The minister met his colleague from Oman.", "pending"),
    ("Greece demanded an apology from Turkey. The parliament in Athens passed the budget.", "pending"),
]  # fmt: skip

DEADLINES: list[tuple[str, str]] = [
    ("Trump gave Russia 50 days to end the war.", "2025-08-01"),
    ("Trump gave Russia 10 or 12 days to end the war.", "2025-06-22/2025-06-24"),
    ("Austria gave Serbia 48 hours to accept the terms.", "2025-06-14"),
    ("Poland will close the border unless Belarus frees the reporter by the end of the month.", "2025-06-30"),
    ("Turkey gave Sweden until Friday to hand over the men.", "2025-06-13"),
    ("On 2 June Saudi Arabia gave Qatar two weeks to close the station.", "2025-06-16"),
    ("India will close the crossing unless Nepal withdraws its police by 30 June.", "2025-06-30"),
    ("Kenya threatens to shut the border unless Somalia pays within 24 hours.", "2025-06-13"),
    ("China will ban the imports if Japan does not release the sailors before 1 July.", "2025-06-30"),
    ("Macron gives Mali a six-day ultimatum to free the two engineers.", "2025-06-18"),
    (
        "Trump said on Tuesday that Iran had ten or twelve days to sign, after which Washington would impose tariffs.",
        "2025-06-20/2025-06-22",
    ),
    ("Erdogan said that Sweden has until 20 June to hand over the men or lose the treaty.", "2025-06-20"),
]


@pytest.mark.parametrize(("text", "status"), OUTCOMES)
def test_status_is_what_the_text_tells(read: Read, text: str, status: str) -> None:
    (report, *_) = build_pressures(read(text))
    assert report.status == status
    assert (report.first("outcome") is not None) == (status != "pending")


@pytest.mark.parametrize(("text", "day"), DEADLINES)
def test_deadline_is_a_day(read: Read, text: str, day: str) -> None:
    (report, *_) = build_pressures(read(text))
    deadline = report.first("deadline")
    assert report.type == "ultimatum"
    assert deadline is not None and deadline.value == day and deadline.spans


def test_a_moved_deadline_keeps_the_old_day(read: Read) -> None:
    text = "Mali gave French troops until 15 June to leave the country. The deadline was extended to 30 June."
    (report,) = build_pressures(read(text))
    assert [f.value for f in report.fields if f.name in ("deadline", "revised_deadline")] == [
        "2025-06-15",
        "2025-06-30",
    ]


def test_condition_and_measure_have_their_own_words(read: Read) -> None:
    text = "Ethiopia will close the railway to Djibouti unless the port fees are lowered."
    (report,) = build_pressures(read(text))
    values = {f.name: f.spans[0].of(text) for f in report.fields if f.spans}
    assert values["measure"] == "close the railway to Djibouti"
    assert values["condition"] == "the port fees are lowered"


def _kinds(reports: list[Report]) -> list[tuple[str, str | None]]:
    return [(r.kind, r.type) for r in reports]


def test_a_demand_is_not_a_statement_too(read: Read) -> None:
    reports = list(build_reports(read("Germany called on Russia to withdraw its troops from the border.")))
    assert _kinds(reports) == [("pressure", "demand")]


def test_words_without_a_date_have_no_deadline_day(read: Read) -> None:
    (report,) = build_pressures(read("Saudi Arabia gave Qatar ten days to close the station.", day=None))
    deadline = report.first("deadline")
    assert deadline is not None and deadline.value == "P10D"
