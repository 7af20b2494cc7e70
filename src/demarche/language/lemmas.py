"""Dictionary forms: short edit scripts, and a guard against words that do not exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from demarche.language.irregular import irregular_base, irregular_forms

LOWER, TITLE, UPPER, SAME = "l", "t", "u", "s"
SEPARATOR = "|"
PLAIN = "l|0|"
"""The script that only lower-cases."""


def script_of(form: str, lemma: str) -> str:
    """Describe how a form becomes its lemma: the casing, how much ending to cut, what to add."""
    low, target = form.lower(), lemma.lower()
    shared = 0
    while shared < min(len(low), len(target)) and low[shared] == target[shared]:
        shared += 1
    if shared == 0 and len(low) > 1:
        return f"{LOWER}{SEPARATOR}={SEPARATOR}{lemma}"
    return f"{casing(form, lemma)}{SEPARATOR}{len(low) - shared}{SEPARATOR}{target[shared:]}"


def casing(form: str, lemma: str) -> str:
    """Name the casing of a lemma, as seen from its form."""
    if lemma == lemma.lower():
        return LOWER
    if lemma[: len(form)] == form[: len(lemma)] and form != form.upper():
        return SAME
    if lemma == lemma.upper() and len(lemma) > 1:
        return UPPER
    return TITLE if lemma[:1].isupper() else SAME


def apply_script(script: str, form: str) -> str | None:
    """Apply a script; nothing where it does not fit the form."""
    case, cut, added = script.split(SEPARATOR, 2)
    if cut == "=":
        return added
    kept = len(form) - int(cut)
    if kept < 0 or (kept == 0 and not added):
        return None
    if case == SAME:
        return form[:kept] + added
    lemma = form.lower()[:kept] + added
    if case == UPPER:
        return lemma.upper()
    return lemma[:1].upper() + lemma[1:] if case == TITLE else lemma


PAST, PRESENT_PARTICIPLE, THIRD = ("VBD", "VBN"), ("VBG",), ("VBZ", "NNS")
BASE = ("VB", "VBP", "NN", "JJ", "RB")
COMPARED = {"JJR": "er", "RBR": "er", "JJS": "est", "RBS": "est"}
VOWEL = re.compile(r"[aeiouy]")
KEPT_DOUBLE = frozenset("lsfz")
SHORT = re.compile(r"(?:qu|[^aeiou])*[aeiou][^aeiouwxy]")
"""A stem of one short syllable: its last letter would have been doubled, had there been no silent e."""
SILENT_E = re.compile(
    r"(?:[^aeiou]at|[^aeiou][uo]t|[iy]z|[iy]s|v|c|[^n]g|u|[^s]s|[bcdfgkptz]l|(?<![aeiou])[aiu]r|(?<![aeiou])[iuo]d"
    r"|(?<![aeiou])in|[^aeiou]um|(?<![aeiou])[iu]l)$"
)


def rule_candidates(form: str, xpos: str) -> list[str]:
    """List what a regularly inflected form may come from."""
    if xpos in BASE:
        return [form]
    if xpos in PAST and form.endswith("ed"):
        return [form[:-3] + "y"] if form.endswith("ied") and len(form) > 4 else stems(form[:-2])
    if xpos in PRESENT_PARTICIPLE and form.endswith("ing"):
        return stems(form[:-3])
    if xpos in PRESENT_PARTICIPLE and form.endswith(("in'", "in’")):
        return stems(form[:-3])
    if xpos in THIRD and form.endswith("s"):
        if form.endswith("ies") and len(form) > 4:
            return [form[:-3] + "y", form[:-1]]
        if form.endswith("es"):
            hissing = form[:-2].endswith(("ss", "x", "zz", "ch", "sh", "o"))
            return [form[:-2], form[:-1]] if hissing else [form[:-1], form[:-2]]
        return [form[:-1]]
    ending = COMPARED.get(xpos)
    if ending and form.endswith(ending):
        stem = form.removesuffix(ending)
        return [stem[:-1] + "y"] if stem.endswith("i") else stems(stem)
    return []


def stems(stem: str) -> list[str]:
    """List the bases of a stem whose ending was cut off, the likeliest by its spelling first."""
    if len(stem) < 2 or not VOWEL.search(stem):
        return []
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        both = [stem[:-1], stem]
        return both if stem[-1] not in KEPT_DOUBLE else both[::-1]
    if SHORT.fullmatch(stem) or stem.endswith("i"):
        return [stem + "e"]
    return [stem + "e", stem] if SILENT_E.search(stem) else [stem, stem + "e"]


@dataclass(frozen=True, slots=True)
class LemmaGuard:
    """Chooses among the scripts a model proposes: what was seen, then rules and real words, then the model alone."""

    scripts: Sequence[str]
    known: Mapping[str, str]
    """``form<TAB>UPOS`` in lower case → the one lemma seen in training."""
    bases: Collection[str]
    """Verbs and nouns known to exist, as ``verb<TAB>UPOS``."""
    irregular: dict[str, str] = field(default_factory=irregular_forms)

    def choose(self, form: str, upos: str, xpos: str, ranked: Sequence[int]) -> str:
        """Give the lemma of a form."""
        low = form.lower().replace("’", "'")
        seen = self.known.get(f"{low}\t{upos}")
        if seen is not None:
            return seen
        proposed = [lemma for number in ranked if (lemma := apply_script(self.scripts[number], form))]
        if upos in ("VERB", "NOUN", "AUX", "ADJ", "ADV") and low.isalpha():
            ruled = self._by_rule(low, upos, xpos, proposed)
            if ruled is not None:
                return ruled
        if not proposed:
            return form if upos == "PROPN" else low
        return proposed[0]

    def _by_rule(self, low: str, upos: str, xpos: str, proposed: Sequence[str]) -> str | None:
        if xpos in PAST:
            base = irregular_base(low, self.irregular)
            if base is not None:
                return base
        candidates = rule_candidates(low, xpos)
        if len(candidates) == 1:
            return candidates[0]
        real = [base for base in candidates if f"{base}\t{upos}" in self.bases]
        for lemma in proposed:
            if lemma in real:
                return lemma
        return next(iter(real or candidates), None)
