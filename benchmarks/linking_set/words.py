"""How the slots of a telling are filled, and the coding that follows from the slots that were used."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from benchmarks.linking_set.cast import Person
from benchmarks.linking_set.matter import DEEDS, LENGTHS, OCCASIONS, STANCES, TOPICS
from benchmarks.linking_set.stories import Story
from benchmarks.linking_set.tellings import Telling, Told

Line = dict[str, Any]


@dataclass(slots=True)
class Page:
    """One event as one publisher tells it; what was chosen once (a phrase, a length) stays the same in the text."""

    story: Story
    ours: Person
    theirs: Person
    published: date
    talkative: bool
    random: random.Random
    chosen: dict[str, Any] = field(default_factory=dict)

    def choice(self, what: str, options: Any) -> Any:
        """Choose once."""
        if what not in self.chosen:
            self.chosen[what] = self.random.choice(options)
        return self.chosen[what]

    @property
    def people(self) -> dict[str, Person]:
        """Who is meant by the first letter of a slot."""
        return {"u": self.ours, "t": self.theirs, "a": self.story.a, "b": self.story.b, "i": self.story.calls}


def spoken(slot: str, pages: dict[str, Page]) -> str:
    """The words for a slot."""
    parts = slot.split(".")
    page = pages[parts.pop(0)] if parts[0] in pages and len(parts) > 1 else pages["1"]
    if parts[0] in page.people:
        words = page.people[parts[0]].form(parts[1])
        parts = parts[1:]
    else:
        words = _WORDS[parts[0]](page) if parts[0] in _WORDS else _deed(page, parts[0])
    if parts[-1] == "cap":
        return words[0].upper() + words[1:]
    return words.upper() if parts[-1] == "up" else words


def _written(day: date, page: Page, *, year: bool) -> str:
    style = page.choice("style", ["%-d %B", "%B %-d"])
    if not year:
        return day.strftime(style)
    return day.strftime("%-d %B %Y" if style == "%-d %B" else "%B %-d, %Y")


def _date(page: Page) -> str:
    far = abs((page.published - page.story.day).days) > 20
    return _written(page.story.day, page, year=far or page.choice("year", [True, False]))


def _today(page: Page) -> str:
    if page.published != page.story.day:
        return _day(page)
    return str(page.choice("today", ["today", "today", "on " + _written(page.story.day, page, year=False)]))


def _day(page: Page) -> str:
    lag = (page.published - page.story.day).days
    weekday = f"on {page.story.day:%A}"
    if lag == 1:
        return str(page.choice("day", ["yesterday", weekday, weekday]))
    return weekday if 0 <= lag < 6 else f"on {_date(page)}"


def _length(page: Page) -> str:
    assert page.story.length is not None
    return str(page.choice("len", LENGTHS[page.story.length])[0])


def _placeline(page: Page) -> str:
    return (page.story.place or page.ours.state.capital).upper() + ", "


def _local(page: Page) -> str:
    """The day before the readout of a call that ended near midnight."""
    return str(page.choice("local", ["yesterday", "on " + _written(page.story.day, page, year=False)]))


def _deadline(page: Page) -> str:
    assert page.story.deadline is not None
    return _written(page.story.deadline, page, year=False)


def _deed(page: Page, slot: str) -> str:
    """What a deed is about, in one of its wordings."""
    rows = DEEDS[page.story.type][slot]
    first = next(iter(DEEDS[page.story.type])) == slot
    return str(page.choice(slot, rows[page.story.topic if first else page.story.second]))


_WORDS: dict[str, Callable[[Page], str]] = {
    "topic": lambda p: str(p.choice("topic", TOPICS[p.story.topic])),
    "occasion": lambda p: str(p.choice("occasion", OCCASIONS[p.story.topic])),
    "len": _length,
    "place": lambda p: p.story.place,
    "placeline": _placeline,
    "date": _date,
    "today": _today,
    "day": _day,
    "onday": _day,
    "weekday": lambda p: f"{p.story.day:%A}",
    "month": lambda p: f"{p.story.day:%B}",
    "pubdate": lambda p: _written(p.published, p, year=False),
    "todaylocal": _local,
    "nextdate": lambda p: _written(p.story.day + timedelta(1), p, year=False),
    "deadline": _deadline,
    "pubday": lambda p: f"on {p.published:%A}",
}


def coded(telling: Telling, page: Page, label: str, told: Told) -> Line:
    """The report that the codebook would write of this telling."""
    story = page.story
    used = {slot.removeprefix(f"{label}.") for slot in told.used if slot[0] not in "12" or slot[0] == label}
    line: Line = {"event": story.id, "kind": story.kind, "type": story.type, "date": _coded_date(telling, story)}
    if story.kind == "contact":
        planned = "planned" in story.lives and label == "2"
        line |= {"plover": "CONSULT", "status": telling.status or ("planned" if planned else "held")}
        return line | _contact(telling, page, told, used)
    return line | _SHAPES[story.kind](page, told)


def _coded_date(telling: Telling, story: Story) -> str:
    if telling.type == "vague":
        return f"{story.day:%Y-%m}"
    next_day = telling.type == "midnight-call" and telling.role == "theirs"
    return (story.day + timedelta(next_day)).isoformat()


def _contact(telling: Telling, page: Page, told: Told, used: set[str]) -> Line:
    """The fields of a contact."""
    story = page.story
    line: Line = {"participants": _participants(page, told)}
    if "len" in used:
        _, least, most = page.choice("len", LENGTHS[story.length or 0])
        line["duration"] = {"min": least, "max": most}
    if "place" in used and story.place:
        line["place"] = story.place
    caller = page.people[telling.initiator] if telling.initiator else story.calls
    if telling.initiator or any(slot.startswith("i.") for slot in used):
        line["initiator"] = f"{caller.name}|{caller.state.name}"
    if any(slot.startswith(("topic", "occasion")) for slot in used):
        line["topics"] = [page.chosen.get("topic") or page.chosen.get("occasion")]
    return line


_PLOVER = {"threat": "THREATEN", "ultimatum": "THREATEN", "sanction": "SANCTION", "demand": "REQUEST"}


def _doer(person: Person, told: Told) -> list[str]:
    """A person who is named stands for the state as well."""
    state = person.state.name
    return [f"{person.name}|{state}" if person.name in told.text else state]


def _pressure(page: Page, told: Told) -> Line:
    story, chosen = page.story, page.chosen
    line: Line = {
        "plover": _PLOVER[story.type],
        "actor": _doer(story.a, told),
        "recipient": [story.b.state.name],
        "status": "imposed" if story.type == "sanction" else "pending",
        "measure": chosen.get("measure") or f"sanctions on {chosen['target']}" if story.type != "demand" else None,
        "condition": chosen.get("condition") or chosen.get("demand"),
        "deadline": story.deadline.isoformat() if story.deadline else None,
    }
    return {name: value for name, value in line.items() if value}


def _offer(page: Page, told: Told) -> Line:
    story, chosen = page.story, page.chosen
    if story.type == "agreement":
        both = [*_doer(story.a, told), *_doer(story.b, told)]
        return {"plover": "AGREE", "actor": both, "content": chosen["treaty"], "status": "done"}
    content = f"{chosen['sum']} for {chosen['purpose']}" if "purpose" in chosen else chosen["sum"]
    line = {"plover": "SUPPORT", "actor": _doer(story.a, told), "recipient": [story.b.state.name]}
    return line | {"content": content, "status": "open"}


def _statement(page: Page, _told: Told) -> Line:
    story, chosen = page.story, page.chosen
    if story.type == "quote":
        return {"type": "direct", "actor": [story.a.name], "quote": chosen["quote"]}
    about = story.b.name if story.type == "congratulate" else story.b.state.name
    return {"type": "indirect", "actor": [story.a.name], "about": about, "stance": STANCES[story.type]}


_SHAPES = {"pressure": _pressure, "offer": _offer, "statement": _statement}


def _participants(page: Page, told: Told) -> list[str]:
    """The people whom the text names; a host of whom only the country is named is the country."""
    one, other = (page.story.a, page.story.b) if page.story.type in ("visit", "message") else (page.ours, page.theirs)
    return [p.name if p.name in told.text else p.state.name for p in (one, other)]
