"""A question answered from a ledger, by the machinery that checks claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from demarche.analysis.checking.checker import check_claim, hours_of
from demarche.analysis.checking.claims import Claim
from demarche.analysis.checking.gather import RULES, Gathered, Tally, gather, later_known, later_words, tally
from demarche.analysis.checking.judging import days_of
from demarche.analysis.checking.lengths import hours_shown
from demarche.analysis.checking.nouns import numbered, things
from demarche.analysis.checking.readings import Reading, readings
from demarche.analysis.checking.replies import Number, Reply
from demarche.analysis.contacts import Contact
from demarche.analysis.coverage import coverage
from demarche.analysis.hours.asking import length_of
from demarche.analysis.hours.minutes import Minutes
from demarche.analysis.hours.wording import sum_in_words
from demarche.analysis.wording import period
from demarche.ledger import Ledger

__all__ = ["answer"]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with what counts for it under its first reading and the first rule."""

    ledger: Ledger
    question: Claim
    readings: tuple[Reading, ...]
    gathered: Gathered
    tally: Tally

    @property
    def reading(self) -> Reading:
        """The reading that the words give first."""
        return self.readings[0]

    def scope(self) -> str:
        """`between A and B, 1 Jan – 16 Oct 2025`."""
        return f"{self.gathered.words()}, {period(self.reading.days)}"

    def nouns(self, count: int) -> str:
        """`8 calls`."""
        return numbered(count, self.reading.types)

    def thing(self) -> str:
        """`call`."""
        return things(self.reading.types, 1)

    def things(self) -> str:
        """`calls`."""
        return things(self.reading.types)


def answer(ledger: Ledger, question: Claim, *, as_of: date | None = None) -> Reply:
    """The answer to a question, which is a claim with its value left open (`asked` says what is wanted)."""
    if question.asked == "whether" and (question.value is not None or question.type == "comparison"):
        return _checked(ledger, question, as_of)
    found = tuple(readings(question, as_of))
    gathered = gather(ledger, question.sides, found[0].days)
    asked = _Asked(ledger, question, found, gathered, tally(gathered, found[0], RULES[0].rule))
    if gathered.unknown:
        told = f"Cannot tell: nobody in this ledger is called {' or '.join(gathered.unknown)}."
        return _reply(asked, asked.things(), told, None)
    reply = _ANSWERS[question.asked or "number"](asked)
    return _with_notes(reply, asked, as_of)


def _checked(ledger: Ledger, question: Claim, as_of: date | None) -> Reply:
    verdict = check_claim(ledger, question, as_of=as_of)
    words = {"supported": "Yes", "contradicted": "No"}.get(verdict.outcome, "Cannot tell")
    told = verdict.sentence if words == "Cannot tell" else f"{words}. {verdict.sentence}"
    return Reply(question, f"is it true: {verdict.understood}?", told, words.lower(), verdict=verdict)


def _with_notes(reply: Reply, asked: _Asked, as_of: date | None) -> Reply:
    notes = []
    if later := later_known(reply.rows, as_of):
        notes.append(later_words(later, len(reply.rows)))
    return replace(reply, notes=(*reply.notes, *notes), coverage=coverage(asked.ledger, asked.reading.days))


def _reply(asked: _Asked, what: str, told: str, value: int | str | None, **more: object) -> Reply:
    given: dict[str, object] = {"rows": asked.tally.sure, "doubtful": asked.tally.doubtful, **more}
    return Reply(asked.question, f"{what} {asked.scope()}", told, value, **given)  # type: ignore[arg-type]


# -- one function a question ----------------------------------------------------------------------------------------


def _number(asked: _Asked) -> Reply:
    """How many: under each reading and rule."""
    tallies = [(r, c, tally(asked.gathered, r, c.rule)) for r in asked.readings for c in RULES]
    numbers = tuple(Number(reading.words(), counting.name, found.number) for reading, counting, found in tallies)
    told = f"{asked.nouns(asked.tally.low)} {asked.scope()}, plainly held"
    told += (
        f"; {len(asked.tally.doubtful)} more {_are(len(asked.tally.doubtful))} doubtful" if asked.tally.doubtful else ""
    )
    others = [f"{found.low} as {r.words()}" for r, c, found in tallies if c is RULES[0] and r is not asked.reading]
    told += f" ({'; '.join(others)})" if others else ""
    return _reply(asked, f"how many {asked.things()}", f"{told}.", asked.tally.low, numbers=numbers)


def _length(asked: _Asked) -> Reply:
    """How long: what is told, and how many have no length."""
    covered = coverage(asked.ledger, asked.reading.days)
    found = hours_of(asked.gathered, asked.reading, RULES[0], covered)
    unknown = f"; {len(found.unknown)} without a length are in no sum" if found.unknown else ""
    shown = hours_shown(found).split(" + ")[0]
    told = f"{shown} in {found.known} of {asked.nouns(found.contacts)} {asked.scope()}{unknown}"
    if not found.rows:
        told = f"The ledger holds no {asked.thing()} {asked.scope()}"
    value = shown if found.known else None
    return _reply(asked, f"how long were {asked.things()}", f"{told}.", value, rows=found.rows, doubtful=found.doubtful)


def _last(asked: _Asked) -> Reply:
    return _at_end(asked, "last", -1)


def _first(asked: _Asked) -> Reply:
    return _at_end(asked, "first", 0)


def _at_end(asked: _Asked, word: str, at: int) -> Reply:
    """The last or the first contact; doubtful ones beyond it are told."""
    what = f"when was the {word} {asked.thing()}"
    dated = [c for c in asked.tally.sure if c.days and c.days.earliest]
    if not dated:
        return _reply(asked, what, f"The ledger plainly holds no {asked.thing()} {asked.scope()}.", None)
    found = dated[at]
    beyond = [d for d in asked.tally.doubtful if _is_beyond(d.contact, found, last=at == -1)]
    told = f"The {word} {asked.thing()} {asked.gathered.words()} that the ledger plainly holds is of {days_of(found)}"
    told += f"; {len(beyond)} doubtful may be {'later' if at == -1 else 'earlier'}" if beyond else ""
    doubtful = tuple(beyond)
    return _reply(asked, what, f"{told}.", found.date, rows=(found,), doubtful=doubtful)


def _is_beyond(contact: Contact, found: Contact, *, last: bool) -> bool:
    days, its = contact.days, found.days
    if days is None or its is None or None in (days.earliest, days.latest, its.earliest, its.latest):
        return True
    return days.latest > its.latest if last else days.earliest < its.earliest  # type: ignore[operator]


def _most(asked: _Asked) -> Reply:
    """With whom most: a contact with several people counts for each of them."""
    counts = Counter(name for contact in asked.tally.sure for name in _counterparts(contact))
    ranked = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    what = f"with whom were most {asked.things()}"
    if not ranked:
        return _reply(asked, what, f"The ledger plainly holds no {asked.thing()} {asked.scope()}.", None)
    top = [name for name, count in ranked if count == ranked[0][1]]
    each = " each" if len(top) > 1 else ""
    told = f"{' and '.join(top)}: {asked.nouns(ranked[0][1])}{each}, {period(asked.reading.days)}"
    return _reply(asked, what, f"{told}.", " and ".join(top), breakdown=ranked[:10])


def _counterparts(contact: Contact) -> list[str]:
    """Those of the other side who do not speak for the same state as the first."""
    ours = contact.sides_of(contact.left)
    return [name for name in contact.right if not contact.sides_of((name,)) & ours]


def _initiator(asked: _Asked) -> Reply:
    """Who asked for it: only what reports state."""
    found = [frozenset(n for t in c.told for n in t.row.names("initiator")) for c in asked.tally.sure]
    counts = Counter(name for names in found for name in names)
    ranked = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    silent = sum(not names for names in found)
    told = "; ".join(f"{name}: {count}" for name, count in ranked) or "no source says who asked for any of them"
    told += f"; of {silent} no source says it" if silent and ranked else ""
    what = f"who asked for the {asked.things()}"
    return _reply(asked, what, f"{_capital(told)}.", ranked[0][0] if ranked else None, breakdown=ranked)


def _longest(asked: _Asked) -> Reply:
    """Those that may be the longest: no other is surely longer."""
    known = _with_lengths(asked)
    bar = max((length.least for _, length in known), default=0)
    return _by_length(asked, "longest", [(c, n) for c, n in known if n.most is None or n.most >= bar])


def _shortest(asked: _Asked) -> Reply:
    """Those that may be the shortest."""
    known = _with_lengths(asked)
    bar = min((length.most for _, length in known if length.most is not None), default=None)
    return _by_length(asked, "shortest", [(c, n) for c, n in known if bar is None or n.least <= bar])


def _with_lengths(asked: _Asked) -> list[tuple[Contact, Minutes]]:
    return [(contact, length) for contact in asked.tally.sure if (length := length_of(contact))]


def _by_length(asked: _Asked, word: str, best: list[tuple[Contact, Minutes]]) -> Reply:
    """The longest or the shortest of those whose length is told; several where the lengths told overlap."""
    what = f"which was the {word} {asked.thing()}"
    if not best:
        return _reply(asked, what, f"The ledger holds no {asked.thing()} with a length {asked.scope()}.", None)
    told = f"The {word} {asked.thing()} whose length is told is that of {sum_in_days(best[0])}"
    if len(best) > 1:
        told = f"The {word} {asked.thing()} may be that of {' or '.join(map(sum_in_days, best))}"
    silent = asked.tally.low - len(_with_lengths(asked))
    told += f"; {silent} {'has' if silent == 1 else 'have'} no length" if silent else ""
    value = best[0][0].date if len(best) == 1 else None
    return _reply(asked, what, f"{told}.", value, rows=tuple(contact for contact, _ in best))


def sum_in_days(item: tuple[Contact, Minutes]) -> str:
    """`18 Mar 2025 (1 h 50 to 2 h 30)`."""
    contact, length = item
    return f"{days_of(contact)} ({sum_in_words(length)})"


def _which(asked: _Asked) -> Reply:
    told = f"{_capital(asked.nouns(asked.tally.low))} {asked.scope()}, plainly held"
    return _reply(asked, f"which {asked.things()}", f"{told}.", asked.tally.low)


def _whether(asked: _Asked) -> Reply:
    """Whether there was one: no row is no answer."""
    what = f"was there a {asked.thing()}"
    if asked.tally.sure:
        told = f"Yes: the ledger plainly holds {asked.nouns(asked.tally.low)} {asked.scope()}"
        return _reply(asked, what, f"{told}.", "yes")
    doubtful = len(asked.tally.doubtful)
    told = f"Cannot tell: the ledger plainly holds no {asked.thing()} {asked.scope()}"
    told += f", but {doubtful} doubtful {'one' if doubtful == 1 else 'ones'}" if doubtful else ""
    return _reply(asked, what, f"{told}; that none took place, only a complete ledger shows.", None)


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_ANSWERS: dict[str, Callable[[_Asked], Reply]] = {
    "number": _number,
    "length": _length,
    "last": _last,
    "first": _first,
    "most": _most,
    "initiator": _initiator,
    "longest": _longest,
    "shortest": _shortest,
    "which": _which,
    "whether": _whether,
}
