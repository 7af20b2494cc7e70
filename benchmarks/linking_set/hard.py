"""Write the hard part of the linking set: `python -m benchmarks.linking_set.hard`.

`hard.txt` holds texts written one by one, each event differently: offices instead of names, names spelt otherwise,
days told loosely, accounts that disagree on type, length or place. Nothing was tuned on them.

A block begins with `= EVENT KIND TYPE DATE | WHO`; a text with `@ PUBLISHER DAY`; `T` is its title, `[[...]]` the
evidence, `> FIELD VALUE` what this text says otherwise than the event; `~ A B WHY` names near twins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from benchmarks.linking_set.cast import HERE
from benchmarks.linking_set.make import write
from benchmarks.linking_set.matter import STANCES

Line = dict[str, Any]
_STATUS = {"contact": "held", "pressure": "pending", "offer": "open", "statement": None}
_PLOVER = {"contact": "CONSULT", "pressure": "THREATEN", "offer": "SUPPORT", "statement": None}


@dataclass(slots=True)
class Hard:
    """The files as they are written."""

    documents: list[Line] = field(default_factory=list)
    reports: list[Line] = field(default_factory=list)
    events: list[Line] = field(default_factory=list)
    twins: list[Line] = field(default_factory=list)


def build(text: str) -> Hard:
    """All files of the hard part."""
    made = Hard()
    for block in re.split(r"^= ", text, flags=re.M)[1:]:
        head, *texts = re.split(r"^@ ", block, flags=re.M)
        event = _event(head.strip())
        made.events.append({name: event[name] for name in ("event", "kind", "type", "date", "who")})
        for told in texts:
            lines = told.strip().split("\n")
            made.twins += [_twin(line) for line in lines if line.startswith("~ ")]
            _tell(made, event, [line for line in lines if line.strip() and not line.startswith("~ ")])
    return made


def _event(head: str) -> Line:
    first, who = head.split(" | ")
    name, kind, type_, day = first.split()
    return {"event": name, "kind": kind, "type": type_, "date": day, "who": who}


def _twin(line: str) -> Line:
    _, a, b, why = line.split(" ", 3)
    return {"a": a, "b": b, "why": why}


def _tell(made: Hard, event: Line, lines: list[str]) -> None:
    publisher, _, day = lines[0].rpartition(" ")
    body = "\n\n".join(line for line in lines[2:] if not line.startswith("> "))
    name = f"hard-{len(made.documents) + 1:03}"
    starts = [m.start() - 4 * n for n, m in enumerate(re.finditer(r"\[\[", body))]
    ends = [m.start() - 4 * n - 2 for n, m in enumerate(re.finditer(r"\]\]", body))]
    text = body.replace("[[", "").replace("]]", "")
    made.documents.append(
        {
            "id": name,
            "source": "linking-set",
            "publisher": publisher,
            "url": f"https://{publisher.lower().replace(' ', '-')}.example/{name}",
            "title": lines[1].removeprefix("T "),
            "date": day,
            "text": text,
            "licence": "CC0, invented",
        }
    )
    evidence = [{"start": s, "end": e, "text": text[s:e]} for s, e in zip(starts, ends, strict=True)]
    said = dict(line[2:].split(" ", 1) for line in lines if line.startswith("> "))
    made.reports.append({"doc": name, "id": "r1"} | _report(event, said) | {"evidence": evidence})


def _report(event: Line, said: dict[str, str]) -> Line:
    kind = event["kind"]
    line: Line = {"event": event["event"], "kind": kind, "type": event["type"], "date": event["date"]}
    line |= {"plover": _PLOVER[kind], "status": "imposed" if event["type"] == "sanction" else _STATUS[kind]}
    line |= _who(kind, event)
    for name, words in said.items():
        line[name] = _value(name, words)
    return {name: value for name, value in line.items() if value is not None}


def _who(kind: str, event: Line) -> Line:
    if kind == "contact":
        return {"participants": event["who"].split("; ")}
    actor, _, target = event["who"].partition(" > ")
    if kind == "statement":
        return {"type": "indirect", "actor": [actor], "about": target, "stance": STANCES[event["type"]]}
    return {"actor": actor.split("; "), "recipient": [target] if target else None}


def _value(name: str, words: str) -> Any:
    if name == "duration":
        least, most = words.split()
        return {"min": int(least), "max": None if most == "-" else int(most)}
    return words.split("; ") if name in ("participants", "actor", "recipient", "topics") else words


if __name__ == "__main__":
    found = build((HERE / "hard.txt").read_text("utf-8"))
    for name in ("documents", "reports", "events", "twins"):
        write(getattr(found, name), HERE / "hard" / f"{name}.jsonl")
        print(f"{len(getattr(found, name)):5} {name}")
