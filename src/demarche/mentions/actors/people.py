"""The people of one text: who has been introduced, and whom a short form means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from demarche.actors import Authority, Person
from demarche.actors import words as facts
from demarche.actors.names import PARTICLES, person_key, pieces
from demarche.mentions.actors.atoms import Run, Scan
from demarche.mentions.actors.phrase import Phrase
from demarche.mentions.actors.registry import Known, Register, shortened
from demarche.mentions.actors.tokens import PERSON_LABELS, Tokens
from demarche.mentions.actors.vocabulary import GENDERED
from demarche.model import ActorMention, Document

_HYPHENS = frozenset("-‑–")
_EDGES = re.compile(r"\(.*$|[:;,\s\u200b-\u200f]+$")


def run_keys(found: Scan, run: Run) -> tuple[str, ...]:
    """The folded words of a run."""
    tokens = found.tokens
    keys = (tokens.key[i] for i in range(run.start, run.end) if tokens.text[i] not in _HYPHENS)
    return tuple(k for k in (key.strip(":;,…\u200e\u200f") for key in keys) if k)


def run_text(found: Scan, run: Run) -> str:
    """The words of a run as written, possessive endings left out."""
    tokens = found.tokens
    parts = []
    for i in range(run.start, run.end):
        gap = " " if i > run.start and tokens.end(i - 1) < tokens.start[i] else ""
        parts.append(gap + tokens.text[i])
    name = _EDGES.sub("", "".join(parts))
    if not (name.isupper() and len(name) > 4):
        return name
    return re.sub(r"[^\W\d_]{3,}", lambda m: m.group().capitalize(), name)


class People(Register):
    """The registry of one text."""

    def __init__(self, authority: Authority, day: date | None) -> None:
        super().__init__()
        self.authority = authority
        self.day = day
        self.acting: frozenset[tuple[str, ...]] = frozenset()  # names that are somewhere the subject of a verb
        self.honoured: frozenset[str] = frozenset()  # last words of names that stand after "Mr", "President", ...

    def introduce(self, found: Scan, items: Iterable[Phrase]) -> None:
        """Enter everybody who is named in full."""
        items = list(items)
        self.acting = frozenset(run_keys(found, p.run) for p in items if p.run is not None and _acts(found, p.run))
        self.honoured = frozenset(run_keys(found, p.run)[-1] for p in items if p.run is not None and p.nouns)
        for phrase in items:
            if phrase.run is None:
                continue
            keys = run_keys(found, phrase.run)
            if len([k for k in keys if k not in PARTICLES]) < 2:
                continue
            if phrase.run.person or phrase.nouns or self._personal(found, phrase.run, keys):
                self._enter(found, phrase, keys)

    def _personal(self, found: Scan, run: Run, keys: Sequence[str]) -> bool:
        """Several words that the pipeline or a known given name marks as a person."""
        tokens = found.tokens
        marked = sum(tokens.ent[i] in PERSON_LABELS for i in range(run.start, run.end))
        other = sum(tokens.ent[i] not in PERSON_LABELS and tokens.ent[i] != "" for i in range(run.start, run.end))
        if marked * 2 > run.end - run.start:
            return True
        if any(
            tokens.text[i] in _HYPHENS and tokens.text[i + 1][:1].islower() for i in range(run.start + 1, run.end - 1)
        ):
            return other == 0  # "Jang Tae-il"
        if other * 2 > run.end - run.start:
            return False
        return keys[0] in self.authority.given_names or keys[-1] in self.honoured or _flat(tokens, run)

    def _enter(self, found: Scan, phrase: Phrase, keys: tuple[str, ...]) -> None:
        run = phrase.run
        assert run is not None
        person = self.authority.people.get(run.person) if run.person else self._looked_up(phrase, keys)
        old = self.same(person, keys) or self._from_title(person, keys)
        if old is None:
            gender = person.gender if person else self.authority.given_names.get(keys[0], "")
            name = person.name if person else run_text(found, run)
            old = self.enter(Known(name, keys, person, gender, first=run.start))
        elif person is None and len(keys) > len(old.keys) and len(set(keys)) == len(keys):
            old.name, old.keys = run_text(found, run), keys
            self.index(old)
        self.note(phrase, old)

    def _from_title(self, person: Person | None, keys: tuple[str, ...]) -> Known | None:
        """The entry of a title's shorter form, now that the text gives the full name."""
        near = self.candidates(keys)
        old = next((k for k in near if k.first < 0 and k.person is None and shortened(keys, k.keys)), None)
        if old is not None and person is not None:
            old.person, old.name, old.keys, old.gender = person, person.name, keys, person.gender
            self.index(old)
        return old

    def add(self, name: str, keys: tuple[str, ...], side: str | None = None) -> None:
        """Enter somebody whom the title names."""
        person = self.authority.named(keys, self.day)
        if self.same(person, keys) is None:
            gender = person.gender if person else self.authority.given_names.get(keys[0], "")
            side = self.authority.side_of(person.id, self.day) if person else side
            offices = self.authority.offices_on(person.id, self.day) if person else set[str]()
            self.enter(Known(person.name if person else name, keys, person, gender, side, offices))

    def note(self, phrase: Phrase, known: Known) -> None:
        """Keep what a phrase says of the person: offices, side, gender."""
        known.offices.update(a.value for a in phrase.nouns if a.kind in {"office", "title"})
        for atom in phrase.nouns:
            if atom.kind == "honorific" and not known.gender:
                known.gender = facts.HONORIFICS[atom.value]
            elif not known.gender:
                known.gender = GENDERED.get(atom.word, "")
        side = phrase_side(phrase, self.authority)
        if side and not (known.side and phrase.former):
            known.side = known.side or side
        if known.person is not None:
            known.side = known.side or self.authority.side_of(known.person.id, self.day)
            known.offices |= self.authority.offices_on(known.person.id, self.day)

    def _looked_up(self, phrase: Phrase, keys: tuple[str, ...]) -> Person | None:
        """A full name in another spelling: surname, first letters and office or state must fit."""
        place = next((self.authority.side_id(a.value) for a in phrase.places), None)
        office = next((a.value for a in phrase.nouns if a.kind == "office"), None)
        for size in range(1, min(3, len(keys) - 1) + 1):
            found = self.authority.surnamed(keys[-size:], self.day, given=keys[0], place=place)
            if found is not None and (place or office or person_key(keys)[-size:] == person_key(keys[-size:])):
                return found
        return None


def _acts(found: Scan, run: Run) -> bool:
    """The name is the subject of a verb, its agent, or one that somebody is in touch with."""
    tokens = found.tokens
    head = next((i for i in range(run.start, run.end) if not run.start <= tokens.head[i] < run.end), run.start)
    dep, before = tokens.dep[head], tokens.low[run.start - 1] if run.start else ""
    return dep.startswith("nsubj") or dep == "obl:agent" or (before == "with" and dep in {"obl", "nmod"})


def _flat(tokens: Tokens, run: Run) -> bool:
    """The parser joins the words as one name that is an argument of a verb: ``flat`` is what it does with people."""
    if run.end - run.start < 2 or any(tokens.low[i] in tokens.lower_words for i in range(run.start, run.end)):
        return False
    flat = all(tokens.dep[i] == "flat" and tokens.head[i] == run.start for i in range(run.start + 1, run.end))
    return flat and tokens.dep[run.start].startswith(("nsubj", "obj", "conj", "appos"))


def phrase_side(phrase: Phrase, authority: Authority) -> str | None:
    """The state or body that the words of a title name."""
    for atom in phrase.places:
        return authority.label(authority.side_id(atom.value))
    return None


def another_in_text(mention: ActorMention, document: Document) -> bool:
    """A title's bare surname was taken for an office holder, but the text names somebody else of that surname."""
    surname = mention.span.of(document.title)
    if mention.office is not None or not mention.rule.startswith("surname"):
        return False
    others = re.findall(rf"\b([A-Z][\w.'’-]+) {re.escape(surname)}\b", document.text)
    known = {*pieces(mention.name), *facts.HONORIFICS}
    return any(not set(pieces(word)) <= known and word.lower() not in facts.OFFICES for word in others) and (
        mention.name not in document.text
    )
