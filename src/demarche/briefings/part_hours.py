"""Hours: the sum with its bounds, the contacts without a length."""

from __future__ import annotations

from demarche.analysis.hours.wording import decimal, hours_in_words, sum_in_words
from demarche.briefings.blocks import Block, Section, Text
from demarche.briefings.gathering import Gathered
from demarche.briefings.rows import Book
from demarche.briefings.words import many

__all__ = ["hours"]


def hours(found: Gathered, book: Book) -> Section:
    """The sum of what is told, what it leaves out, and the rule."""
    answer = found.hours
    known = [contact for contact in answer.rows if contact not in answer.unknown]
    blocks: list[Block] = []
    if answer.known:
        words = f"{sum_in_words(answer.told)} ({decimal(answer.told)}) told, in {many(answer.known, 'contact')}."
        blocks.append(Text(words, book.refs(contact.id for contact in known), "hours"))
    else:
        blocks.append(Text(f"{hours_in_words(answer)}.".capitalize(), book.refs(c.id for c in answer.rows), "hours"))
    if answer.unknown:
        words = f"{many(len(answer.unknown), 'contact')} without a length: in no sum, and not zero."
        blocks.append(Text(words, book.refs(contact.id for contact in answer.unknown)))
    if answer.open_ended:
        words = f"{many(len(answer.open_ended), 'contact')} with a least length only: the sum takes that least."
        blocks.append(Text(words, book.refs(contact.id for contact in answer.open_ended)))
    third = [item.contact for item in answer.left_out]
    if third:
        words = f"{many(len(third), 'contact')} left out of the sum by its rule (a third side took part, or early)."
        blocks.append(Text(words, book.refs(contact.id for contact in third)))
    blocks.append(Text(f"Rule: {answer.rule}.", quiet=True))
    return Section("hours", "Hours", tuple(blocks))
