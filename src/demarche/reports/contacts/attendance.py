"""Who was there too: "C and D took part", "C took part in the meeting"."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.contacts import clauses, grammar, subjects
from demarche.reports.contacts.draft import Cue, Draft, Party
from demarche.reports.contacts.evidence import clause, sentence_index
from demarche.reports.contacts.forms import next_word, sense_of
from demarche.reports.contacts.parties import named, union
from demarche.reports.contacts.vocabulary import bag
from demarche.reports.contacts.windows import ends

_TYPES = frozenset({"call", "meeting", "summit", "talks"})
_SAME = bag("the this these that their")
_REACH = 3  # sentences after which nobody knows what was taken part in


def attend(reading: Reading, found: list[Draft], cue: Cue) -> None:
    """Add to the contact just told whoever is said to have taken part in it."""
    token = reading.doc[cue.token]
    here = sentence_index(reading, cue.token)
    known = [d for d in found if d.type in _TYPES and 0 <= here - max(d.sentences) <= _REACH]
    if not known or known[-1].status != "held" or clauses.negated(token) or clauses.tense(token) != "past":
        return
    target, people = known[-1], _people(reading, token)
    if not people or not _of_what_was_told(token) or not {p.side for p in people} <= target.sides():
        return
    target.parties = union(target.parties, people)
    target.sentences.append(here)
    target.evidence.append(clause(reading, cue, people))


def _people(reading: Reading, token: Token) -> list[Party]:
    """The subject, and whom the sentence sets beside it: "A took part on the Russian side, B on the American"."""
    rows = grammar.rows_of(reading, token)
    subject = subjects.subject(token, rows)
    later = [r for r in rows if r.start > token.i and r.preposition in ("", "on", "for") and grammar.is_argument(r)]
    beside = later if _alone(token) else []
    parties = [p for row in (subject, *beside) if row is not None for p in named(reading, row)]
    return [p for p in parties if p.kind in ("person", "group") and not any(m.pronoun for m in p.mentions)]


def _alone(token: Token) -> bool:
    """True for "took part" with nothing behind it that names the occasion."""
    return "in" not in (next_word(token), next_word(token, skip=1))


def _of_what_was_told(token: Token) -> bool:
    """True for "took part", "took part in the meeting"; not for "in a march", "in the talks between E and F"."""
    after = [t for t in token.doc[token.i + 1 : min(ends(token), token.i + 9)] if t.lower_ not in ("part", "also")]
    if not after or after[0].lower_ != "in":
        return bool(after) and (after[0].is_punct or after[0].lower_ in ("on", "for", "from", "too", "as"))
    if len(after) < 3 or after[1].lower_ not in _SAME:
        return False
    noun = next((t for t in after[2:] if t.pos_ not in ("ADJ", "NUM") and not _modifies(t)), None)
    sense = sense_of(noun) if noun is not None else None
    if noun is None or sense is None or sense.pos != "NOUN" or sense.type not in (None, *_TYPES):
        return False
    return next_word(noun) not in ("of", "between", "with", "on", "about", "among")


def _modifies(word: Token) -> bool:
    return word.dep_ == "compound"
