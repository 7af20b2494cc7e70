"""Write the linking set anew: `python -m benchmarks.linking_set.make` from the root of the project."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.linking_set.cast import HERE, cast
from benchmarks.linking_set.stories import SEED, Maker, Story, Twin, events, roundups
from benchmarks.linking_set.tellings import Telling, Told, fill, tellings
from benchmarks.linking_set.words import Page, coded, spoken

PRESS = ("The Morning Ledger", "The Northern Post", "Gazette of Record", "The Evening Courant", "Harbour Times")
JOURNALS = ("Strategy Quarterly", "Foreign Desk Review", "Notes on Diplomacy")
SYMMETRIC = ("call", "meeting", "talks", "first-call", "second-call")
Line = dict[str, Any]


@dataclass(slots=True)
class Shelf:
    """The documents and their coding, as they are written; each telling is used about as often as the others."""

    random: random.Random = field(default_factory=lambda: random.Random(SEED))
    all: list[Telling] = field(default_factory=list)
    spent: dict[int, int] = field(default_factory=dict)
    documents: list[Line] = field(default_factory=list)
    reports: list[Line] = field(default_factory=list)

    def pick(self, type_: str, role: str, status: str) -> Telling:
        """A telling of this sort, the least used first."""
        fitting = [n for n, t in enumerate(self.all) if (t.type, t.role, t.status) == (type_, role, status)]
        least = min(self.spent.get(n, 0) for n in fitting)
        chosen = self.random.choice([n for n in fitting if self.spent.get(n, 0) == least])
        self.spent[chosen] = self.spent.get(chosen, 0) + 1
        return self.all[chosen]

    def has(self, type_: str, role: str, status: str) -> bool:
        """Whether a telling of this sort is there."""
        return any((t.type, t.role, t.status) == (type_, role, status) for t in self.all)

    def put(self, telling: Telling, pages: dict[str, Page], publisher: str, published: date) -> None:
        """Write a document with its reports."""
        told = fill(telling, lambda s: spoken(s, pages), lambda s: says(s, pages))
        if any(told.text == d["text"] and told.title == d["title"] for d in self.documents):
            return  # two outlets with the very same words are one document to a ledger
        number = len(self.documents) + 1
        name = f"link-{number:04}"
        slug = publisher.lower().replace(" ", "-")
        self.documents.append(
            {
                "id": name,
                "source": "linking-set",
                "publisher": publisher,
                "url": f"https://{slug}.example/{published:%Y/%m/%d}/{number}",
                "title": told.title,
                "date": published.isoformat(),
                "text": told.text,
                "source_class": telling.role if telling.role in ("agency", "press", "analysis") else "official",
                "licence": "CC0, invented",
            }
        )
        for n, label in enumerate(sorted(told.spans), 1):
            self.reports.append(
                {"doc": name, "id": f"r{n}"}
                | coded(telling, pages[label], label, told)
                | {"evidence": evidence(told, label)}
            )


def says(option: str, pages: dict[str, Page]) -> bool:
    """Whether a text tells what is optional: where the event was, how long it took, who asked for it."""
    label, _, name = option.rpartition(".")
    page = pages[label or "1"]
    story = page.story
    return {
        "len": story.length is not None and page.talkative,
        "place": bool(story.place),
        "init": page.talkative and story.type in ("call", "meeting"),
    }[name]


def evidence(told: Told, label: str) -> list[Line]:
    """The stretches of one report."""
    return [{"start": s, "end": e, "text": told.text[s:e]} for s, e in told.spans[label]]


def roles(story: Story, life: str) -> list[str]:
    """By whom this state of an event may be told."""
    if story.kind != "contact":
        return ["ours", "theirs", "agency", "press", "analysis", "agency", "press"]
    if story.role == "midnight-call":
        own = ["ours", "theirs"]
    elif story.type == "visit" and life != "cancelled":
        own = ["visitor", "host"]
    elif story.type == "message":
        own = ["sender", "receiver"]
    else:
        own = ["ours", "ours"]
    return [*own, "agency", "press", "analysis"]


def tell(shelf: Shelf, story: Story) -> None:
    """Write the tellings of one event: two to five, each state of its life at least once."""
    number = shelf.random.choice([2, 3, 3, 4, 4, 5])
    plan: list[tuple[str, str, int]] = []
    for life in story.lives:
        type_ = story.role or story.type
        fitting = [(role, n) for n, role in enumerate(roles(story, life)) if shelf.has(type_, role, life)]
        share = max(1, number // len(story.lives))
        share = max(share, 2) if len(story.lives) == 1 else share
        plan += [(life, role, n) for role, n in shelf.random.sample(fitting, min(share, len(fitting)))]
    for life, role, n in plan:
        tell_once(shelf, story, life, role, second=n == 1 and story.kind == "contact")


def tell_once(shelf: Shelf, story: Story, life: str, role: str, *, second: bool) -> None:
    """Write one telling of one event."""
    telling = shelf.pick(story.role or story.type, role, life)
    ours, theirs = (story.b, story.a) if second else (story.a, story.b)
    if story.kind == "contact" and role in ("agency", "press", "analysis") and shelf.random.random() < 0.5:
        ours, theirs = theirs, ours
    if telling.initiator and role == "ours":
        caller = ours if telling.initiator == "u" else theirs
        if caller != story.calls:  # this side's readout would have to say the opposite
            telling = next(
                t for t in shelf.all if (t.type, t.role, t.status) == (telling.type, role, life) and not t.initiator
            )
    elif telling.initiator and (ours if telling.initiator == "u" else theirs) != story.calls:
        ours, theirs = theirs, ours
    page = Page(
        story, ours, theirs, published(shelf.random, story, life, role), shelf.random.random() < 0.75, shelf.random
    )
    shelf.put(telling, {"1": page}, publisher(shelf.random, page, role, telling), page.published)


def published(pick: random.Random, story: Story, life: str, role: str) -> date:
    """When it is told."""
    if life == "planned":
        return story.day - timedelta(pick.randrange(2, 12))
    if life == "cancelled":
        return story.day - timedelta(pick.randrange(0, 2))
    if role == "analysis":
        return min(story.day + timedelta(pick.randrange(9, 50)), date(2031, 12, 31))
    if story.role == "vague":
        return story.day.replace(day=1) + timedelta(pick.randrange(40, 60))
    if role == "press":
        return story.day + timedelta(pick.randrange(1, 4))
    if story.role == "midnight-call":
        return story.day + timedelta(1)
    return story.day + timedelta(pick.randrange(2) if role == "agency" and story.role == "" else 0)


def publisher(pick: random.Random, page: Page, role: str, telling: Telling) -> str:
    """Who tells it."""
    if role == "agency":
        return "Continental Wire" if "Continental Wire" in telling.body else "Harbour News"
    if role in ("press", "analysis"):
        return pick.choice(PRESS if role == "press" else JOURNALS)
    if role == "theirs" and page.story.kind != "contact":
        return page.theirs.publisher
    if role in ("visitor", "sender"):
        return page.story.a.publisher
    return page.story.b.publisher if role in ("host", "receiver") else page.ours.publisher


def tell_both(shelf: Shelf, twin: Twin, one: Story, other: Story) -> None:
    """Write the text that tells of two near twins."""
    telling = next(t for t in shelf.all if t.type == twin.roundup)
    if shelf.random.random() < 0.5:
        telling = [t for t in shelf.all if t.type == twin.roundup][-1]
    latest = max(one.day, other.day) if "planned" not in other.lives else one.day
    day = latest + timedelta(shelf.random.randrange(3, 15))
    if "planned" in other.lives:
        day = min(day, other.day - timedelta(2))
    ours, theirs = one.calls, one.b if one.calls == one.a else one.a
    pages = {"1": Page(one, ours, theirs, day, True, shelf.random)}
    second = (other.a, other.b) if other.calls == other.a else (other.b, other.a)
    pages["2"] = Page(other, *second, day, True, shelf.random)
    shelf.put(telling, pages, shelf.random.choice(PRESS if telling.role == "press" else JOURNALS), day)


def build() -> dict[str, list[Line]]:
    """All files of the set."""
    shelf = Shelf(all=tellings(HERE / "contacts.txt") + tellings(HERE / "deeds.txt"))
    maker = events(cast())
    for story in maker.stories:
        tell(shelf, story)
    for twin, one, other in roundups(maker):
        tell_both(shelf, twin, one, other)
    return {
        "documents": shelf.documents,
        "reports": shelf.reports,
        "events": list(event_lines(maker)),
        "twins": [{"a": t.a, "b": t.b, "why": t.why} for t in maker.twins],
    }


def event_lines(maker: Maker) -> Iterator[Line]:
    """The events, as the key to the set."""
    for story in maker.stories:
        yield {
            "event": story.id,
            "kind": story.kind,
            "type": story.type,
            "who": [story.a.name, story.b.name],
            "date": story.day.isoformat(),
        }


def write(lines: Iterable[Line], path: Path) -> None:
    """One line a row."""
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")


if __name__ == "__main__":
    for name, rows in build().items():
        write(rows, HERE / f"{name}.jsonl")
        print(f"{len(rows):5} {name}")
