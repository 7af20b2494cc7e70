"""`demarche accept`, `reject`, `edit`, `merge`, `split`, `add-event`, `same`, `alias`, `undo`: decide, and say so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from demarche.cli.author import author_name
from demarche.cli.console import data, ledger_option, plural, print_json, talk
from demarche.errors import UsageError
from demarche.export.plain.decisions import decision_dict
from demarche.ledger import Decision, Ledger, in_words
from demarche.model import Span
from demarche.visible import visible

__all__ = ["Change", "Manner", "accept_command", "edit_command", "enter_command", "undo_command"]

#: what a decision did, in the words of a log
DID = {
    "accept": "accepted",
    "reject": "rejected",
    "edit": "edited",
    "same": "same event",
    "different": "different events",
    "enter": "entered",
    "same_actor": "same actor",
    "alias": "alias",
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How to decide: in which ledger, by whom, why, only on trial, and how to print it."""

    ledger: str
    author: str = ""
    reason: str = ""
    dry_run: bool = False
    as_json: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit is asked to do: set a value, or add to and remove from several; the words that show it."""

    report_id: str
    field: str
    value: str | None = None
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    clear: bool = False
    words: tuple[str, ...] = ()
    span: str | None = None

    def typed(self) -> str:
        """The value as `Ledger.edit` takes it."""
        signed = "; ".join([*(f"+{name}" for name in self.add), *(f"-{name}" for name in self.remove)])
        given = [part for part in (self.value, signed or None, "" if self.clear else None) if part is not None]
        if len(given) != 1 or (given[0] == "" and not self.clear):
            raise UsageError("give one of: a VALUE, --add and --remove, or --clear; nothing was written")
        return given[0]

    def quoted(self) -> tuple[str | Span, ...]:
        """The words that show the value."""
        if self.span is None:
            return self.words
        start, _, end = self.span.partition(":")
        if not (start.isdigit() and end.isdigit()):
            raise UsageError(f"{self.span!r} is not a stretch: write its first and last character as 120:134")
        return (*self.words, Span(int(start), int(end)))


def accept_command(manner: Manner, verb: str, ids: Sequence[str]) -> None:
    """Accept, reject, merge, split, same, alias: verbs that take ids or names."""
    _decide(manner, lambda ledger, how: getattr(ledger, verb)(*ids, **how))


def edit_command(manner: Manner, change: Change) -> None:
    """Set one field."""
    value, words = change.typed(), change.quoted()
    _decide(manner, lambda ledger, how: ledger.edit(change.report_id, change.field, value, words=words, **how))


def enter_command(manner: Manner, given: Sequence[str], sources: Sequence[str]) -> None:
    """Add an event by hand from FIELD=VALUE words."""
    values = dict(_pair(word) for word in given)
    if len(values) < len(given):
        raise UsageError("a field was given twice; several values go into one, parted by ; and nothing was written")
    author = author_name(manner.author)
    with Ledger.open(manner.ledger) as ledger:
        report_id = ledger.enter(
            values, author=author, reason=manner.reason, source_urls=sources, dry_run=manner.dry_run
        )
        made = ledger.decisions()[-1:] if not manner.dry_run else []
    if manner.as_json:
        print_json({"id": report_id, "decisions": [decision_dict(d) for d in made], "written": not manner.dry_run})
        return
    data().print(report_id)
    _say(manner, made)


def undo_command(manner: Manner, number: int | None) -> None:
    """Take an action back."""
    author = author_name(manner.author)
    with Ledger.open(manner.ledger) as ledger:
        undone = ledger.undo(number, author=author, dry_run=manner.dry_run)
    if manner.as_json:
        print_json([decision_dict(d) for d in undone])
        return
    _print(undone)
    talk().print(_trial(manner) or f"taken back: {plural(len(undone), 'decision')}; everything is as it was before.")


def _decide(manner: Manner, work: Callable[[Ledger, dict[str, Any]], Any]) -> None:
    how = {"author": author_name(manner.author), "reason": manner.reason, "dry_run": manner.dry_run}
    with Ledger.open(manner.ledger) as ledger:
        done = work(ledger, how)
    made: tuple[Decision, ...] = done if isinstance(done, tuple) else (done,)
    if manner.as_json:
        print_json([decision_dict(d) for d in made])
        return
    _print(made)
    _say(manner, made)


def _print(made: Sequence[Decision]) -> None:
    console = data()
    for decision in made:
        console.print(visible(told(decision)), soft_wrap=True)


def told(decision: Decision) -> str:
    """A decision on one line: `edited 7k3m… duration: 90 min → 70–75 min`."""
    rows = [seen["id"] for seen in (decision.seen, decision.other_seen) if seen]
    before, after = in_words(decision)
    change = f"{before or 'nothing'} → {after or 'nothing'}" if decision.verdict == "edit" else ""
    named = after if decision.verdict in ("same_actor", "alias", "enter") else ""
    field = f"{decision.field}:" if decision.field else ""
    return " ".join(part for part in (DID[decision.verdict], *rows, field, change, named) if part)


def _say(manner: Manner, made: Sequence[Decision]) -> None:
    if note := _trial(manner):
        talk().print(note)
    elif made:
        option = ledger_option(manner.ledger)
        talk().print(
            f"decision {made[0].action} by {made[0].author}; take it back: demarche undo {made[0].action}{option}"
        )


def _trial(manner: Manner) -> str:
    return "a trial: nothing was written." if manner.dry_run else ""


def _pair(word: str) -> tuple[str, str]:
    name, mark, value = word.partition("=")
    if not mark or not name.strip():
        raise UsageError(f"{word!r} is no FIELD=VALUE, as date=2025-03-18; nothing was written")
    return name.strip().lower(), value
