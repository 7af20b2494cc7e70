"""Every chart: what it prints, what it tells in words, that it draws, and that grey is enough."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from demarche.charts import (
    OUTCOMES,
    Beat,
    Contact,
    Episode,
    Frame,
    Hours,
    Pressure,
    Spec,
    Tone,
    Traffic,
    episodes,
    heatmap,
    hours,
    lifelines,
    png,
    svg,
    timeline,
    tone,
    traffic,
)
from demarche.charts.frame import ACCENT, DARK, LIGHT
from demarche.charts.tone import FRIENDLY, HOSTILE
from demarche.errors import UsageError

AS_OF = date(2031, 12, 20)
FRAME = Frame("Alba and Borea", "14 documents", AS_OF, "What came first")


def day(month: int, at: int) -> date:
    return date(2031, month, at)


CONTACTS = (
    Contact(day(1, 20), day(1, 20), "call", 60, 75, "first call"),
    Contact(day(2, 3), day(2, 6), "meeting"),
    Contact(day(3, 1), day(3, 1), "call", 120, None),
    Contact(day(3, 9), day(3, 9), "visit"),
)
PRESSURES = (
    Pressure(day(1, 10), "tariffs on steel", day(2, 1), "met", day(1, 30)),
    Pressure(day(1, 15), "ban on flights", day(3, 1), "lapsed"),
    Pressure(day(4, 1), "export stop", None, "open"),
    *(Pressure(day(5, 1), f"{state} case", day(6, 1), state, day(6, 2)) for state in OUTCOMES if state != "lapsed"),
)
HOURS = (
    Hours("Cava", 30, 30, 1),
    Hours("Borea", 600, 720, 9, 2),
    Hours("Elund", 0, 0, 0, 3),
    Hours("Dale", 90, None, 2),
)
TONES = (
    Tone("2031-01", "praise", 3),
    Tone("2031-01", "accuse", 1),
    Tone("2031-03", "threaten", 2),
    Tone("2031-03", "neutral", 9),
)
EPISODES = (
    Episode(day(4, 1), "export stop", -14, 14, "open", beats=(Beat(-3, -3, "contact", "call"),)),
    Episode(
        day(1, 10),
        "tariffs on steel",
        *(-14, 34, "met", 22, 20),
        (Beat(2, 2, "contact", "call"), Beat(-2, 1, "contact", "meeting", sure=False), Beat(4, 4, "offer", "grain")),
    ),
)
TRAFFIC = (
    Traffic("Feb 2031", "Borea", 3, 1),
    Traffic("Feb 2031", "Cava of the Long Coast", 0),
    Traffic("Jan 2031", "Borea", 1),
    Traffic("Jan 2031", "Cava of the Long Coast", 0, 0, blank=True),
)
DAYS = {day(1, 20): 2, day(3, 1): 1}
GAP = (day(2, 1), day(2, 10))

CHARTS: dict[str, Spec] = {
    "timeline": timeline(CONTACTS, PRESSURES, frame=FRAME),
    "hours": hours(HOURS, frame=FRAME),
    "lifelines": lifelines(PRESSURES, frame=FRAME),
    "heatmap": heatmap(DAYS, date(2030, 11, 1), AS_OF, frame=FRAME, gaps=(GAP,)),
    "tone": tone(TONES, frame=FRAME, months=("2031-01", "2031-02", "2031-03")),
    "episodes": episodes(EPISODES, frame=FRAME),
    "traffic": traffic(TRAFFIC, frame=FRAME),
}
EMPTY: dict[str, Spec] = {
    "timeline": timeline((), (), frame=FRAME),
    "hours": hours((), frame=FRAME),
    "lifelines": lifelines((), frame=FRAME),
    "heatmap": heatmap({}, AS_OF, AS_OF, frame=FRAME),
    "tone": tone((), frame=FRAME),
    "episodes": episodes((), frame=FRAME),
    "traffic": traffic((), frame=FRAME),
}


def parts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(inner)


def rows(spec: Spec) -> list[dict[str, Any]]:
    return [row for part in parts(spec) if set(part) == {"values"} for row in part["values"]]


@pytest.mark.parametrize("spec", [*CHARTS.values(), *EMPTY.values()], ids=[*CHARTS, *(f"{n} empty" for n in EMPTY)])
def test_source_day_and_alt_text_are_in_it_and_nothing_is_fetched(spec: Spec) -> None:
    assert spec["$schema"] == "https://vega.github.io/schema/vega-lite/v5.json"
    assert spec["title"]["text"] == "Alba and Borea"
    assert spec["title"]["subtitle"][0] == "What came first"
    assert spec["title"]["subtitle"][-1] == "Source: 14 documents. As of 20 Dec 2031."
    assert spec["description"].startswith("Alba and Borea. ")
    assert spec["description"].endswith("Source: 14 documents, as of 20 Dec 2031.")
    assert not [part for part in parts(spec) if "url" in part]
    assert json.loads(json.dumps(spec)) == spec


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("timeline", "4 contacts (2 calls, 1 meeting and 1 visit); 12 pressures, 11 with a deadline."),
        ("timeline", "The length of 2 contacts is not known."),
        ("hours", "Borea 10–12 h in 9 contacts, 2 more of unknown length; Dale 1.5 h or more in 2 contacts"),
        (
            "lifelines",
            "12 pressures announced from 10 Jan 2031 to 1 May 2031, 11 with a deadline: 2 met, 2 open, 1 carried",
        ),
        (
            "heatmap",
            "3 contacts on 2 days. The most on one day: 2 (Mon 20 Jan 2031). 10 days without sources crossed out.",
        ),
        ("tone", "3 friendly statements (praise 3) and 3 hostile ones (threaten 2, accuse 1)"),
        (
            "episodes",
            "2 episodes of pressure announced from 10 Jan 2031 to 1 Apr 2031. In their windows: 1 contact before the "
            "announcement, 1 after it, 0 on its day or on one of several days; 1 offer or concession;",
        ),
        ("traffic", "over 2 months: 4 with Borea and 0 with Cava of the Long Coast. 1 doubtful one besides."),
    ],
)
def test_alt_text_tells_the_content(name: str, said: str) -> None:
    assert said in CHARTS[name]["description"]


@pytest.mark.parametrize("name", EMPTY)
def test_no_data_is_said(name: str) -> None:
    assert re.search(r"\bno(ne)?\b", EMPTY[name]["description"])


def test_unknown_lengths_are_no_zeros() -> None:
    by_name = {row["counterpart"]: row for row in rows(CHARTS["hours"])}
    assert by_name["Elund"]["said"] == "3 contacts of unknown length"
    assert by_name["Dale"]["open"] and not by_name["Borea"]["open"]
    assert (by_name["Borea"]["least"], by_name["Borea"]["reach"]) == (10, 12)
    minutes = [row["minutes"] for row in rows(CHARTS["timeline"]) if "minutes" in row]
    assert minutes == [60, None, 120, None]


def test_lapsed_ends_at_its_day_and_open_goes_on() -> None:
    by_label = {row["label"].split(": ")[-1]: row for row in rows(CHARTS["lifelines"])}
    assert by_label["ban on flights"]["end"].startswith("2031-03-01")
    assert by_label["export stop"]["end"].startswith("2031-12-20")
    assert by_label["ban on flights"]["became"] == "day passed, no text"


def test_pressures_that_overlap_stand_in_lanes_of_their_own() -> None:
    taken: dict[int, list[tuple[str, str]]] = {}
    for row in rows(CHARTS["timeline"]):
        if "lane" in row:
            taken.setdefault(row["lane"], []).append((min(row["announced"], row["named"]), row["end"]))
    assert sum(map(len, taken.values())) == len(PRESSURES)
    for lines in taken.values():
        assert all(end < begin for (_, end), (begin, _) in pairwise(lines))


def test_a_period_leaves_out_what_lies_outside_it() -> None:
    spec = timeline(CONTACTS, PRESSURES, frame=FRAME, period=(day(2, 1), day(2, 28)))
    assert (
        "Timeline from 1 Feb 2031 to 28 Feb 2031: 1 contact (1 meeting); 2 pressures, 2 with a deadline."
        in (spec["description"])
    )


def test_a_day_with_a_contact_is_covered() -> None:
    spec = heatmap(DAYS, day(1, 1), day(1, 31), frame=FRAME, gaps=((day(1, 10), day(1, 25)),))
    found = {row["day"]: row["covered"] for row in rows(spec)}
    assert found["Mon 20 Jan 2031"] and not found["Sun 19 Jan 2031"]


def test_stances_stack_from_the_middle_and_neutral_is_left_out() -> None:
    bars = [row for row in rows(CHARTS["tone"]) if "stance" in row]
    assert [(bar["stance"], bar["low"], bar["high"]) for bar in bars] == [
        ("praise", 0, 3),
        ("accuse", 0, -1),
        ("threaten", 0, -2),
    ]
    assert [row["net"] for row in rows(CHARTS["tone"]) if "net" in row] == [2, 0, -2] * 2


def test_an_episode_begins_at_day_0_and_doubt_is_hollow() -> None:
    told = [row for row in rows(CHARTS["episodes"]) if "kind" in row]
    assert {(row["kind"], row["days"], row["sure"]) for row in told} == {
        ("contact", "-3", True),
        ("contact", "+2", True),
        ("contact", "-2 to +1", False),
        ("offer", "+4", True),
    }
    ends = {(row["label"], row["deadline"], row["end"]) for row in rows(CHARTS["episodes"]) if "end" in row}
    assert ends == {("export stop", None, 0), ("tariffs on steel", 22, 20)}


def test_no_document_is_a_dash_and_no_zero() -> None:
    assert [row["said"] for row in rows(CHARTS["traffic"])] == ["3 ?", "0", "1", "–"]


def test_the_columns_of_tone_take_the_room_there_is() -> None:
    steps = [tone(TONES, frame=FRAME, width=width)["width"]["step"] for width in (30, 120, 1000)]
    assert steps == [15, 60, 64]


def test_months_that_are_not_shown_are_refused() -> None:
    with pytest.raises(UsageError, match="2031-01 is not among"):
        tone(TONES, frame=FRAME, months=("2031-03",))


@pytest.mark.parametrize("frame", [Frame("", "14 documents", AS_OF), Frame("Alba", "", AS_OF)])
def test_a_chart_without_title_or_source_is_not_drawn(frame: Frame) -> None:
    with pytest.raises(UsageError):
        hours(HOURS, frame=frame)


def lightness(color: str) -> float:
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


@pytest.mark.parametrize("colors", [(DARK, ACCENT, LIGHT), tuple(FRIENDLY.values()), tuple(HOSTILE.values())])
def test_colours_stay_apart_in_grey(colors: tuple[str, ...]) -> None:
    levels = [lightness(color) for color in colors]
    assert all(second - first > 12 for first, second in pairwise(levels))


def test_outcomes_are_told_apart_by_shape_alone() -> None:
    shapes = [shape for _, shape, _ in OUTCOMES.values()]
    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize("spec", [*CHARTS.values(), *EMPTY.values()], ids=[*CHARTS, *(f"{n} empty" for n in EMPTY)])
def test_it_draws(spec: Spec, capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("vl_convert", reason="vl-convert is not installed: pip install 'demarche[charts]'")
    drawn = svg(spec)
    assert "Source: 14 documents. As of 20 Dec 2031." in drawn
    assert "NaN" not in drawn and "Infinity" not in drawn
    assert "WARN" not in capfd.readouterr().err
    assert png(spec, scale=0.5).startswith(b"\x89PNG")


def test_marks_are_where_they_belong() -> None:
    """Every counterpart, every contact and every day leaves a mark."""
    pytest.importorskip("vl_convert", reason="vl-convert is not installed: pip install 'demarche[charts]'")
    assert all(f">{row.counterpart}<" in svg(CHARTS["hours"]) for row in HOURS)
    drawn = svg(CHARTS["heatmap"])
    uncovered = (GAP[1] - GAP[0] + timedelta(1)).days
    assert len(re.findall(r'aria-label="[^"]*no source covers this day', drawn)) == uncovered


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(UsageError, match=r"pip install 'demarche\[charts\]'"):
        svg(CHARTS["hours"])


def test_the_pages_example_runs() -> None:
    pytest.importorskip("vl_convert", reason="vl-convert is not installed: pip install 'demarche[charts]'")
    page = (Path(__file__).parents[2] / "docs" / "charts.md").read_text("utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    named: dict[str, Any] = {}
    exec(compile(code, "charts.md", "exec"), named)
    assert "1 call" in named["spec"]["description"]
