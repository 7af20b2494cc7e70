"""Split text into words the way the English treebanks do.

spaCy's own English rules come first; what is added here are general rules of the treebanks (runs of marks stay
together, slashes and dashes stand alone, a unit leaves its number) and exceptions learned from the training files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

RUNS = (
    r"[!?]{2,}",
    r"[.?!]*\?[.?!]+",
    r"\.{2,}",
    r"\*{2,}",
    r"={2,}",
    r"_{2,}",
    r"~{2,}",
    r"-{2,}",
    r"<{2,}",
    r">{2,}",
    r"\${2,}",
    r"#{2,}",
)
"""Runs of one mark, which are one token."""

PREFIXES = ("-(?=[0-9A-Za-z$])", "~", "@(?=[0-9])")
UNITS = r"(?<=[0-9])(?:[ap]m|[AP]M|[ap]\.m\.|[AP]\.M\.|k|K|bn|th?n|ft|lbs?|lb|km/h|mph|hrs?|mins?|yrs?|x)"
INFIXES = (
    r"(?<=[A-Za-z0-9\)\]])(?:[!?]+|[;\(\)\[\]\"“”])(?=[A-Za-z0-9\(\[])",
    rf"(?<=[{ALPHA}]\.)[-–—](?=[{ALPHA}])",
    rf"(?<=[{ALPHA}])[-–—](?=[0-9])",
    rf"(?<=[0-9])-(?=[{ALPHA}])",
    r"(?<=[0-9])[–—-](?=[$€£])",
    r"(?<=[0-9])[–—](?=[0-9])",
    r"(?<![0-9]{3})(?<=[0-9])-(?=[0-9])(?![0-9]+-)",
    rf"(?<=[{ALPHA}0-9])/(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}])/(?=[{ALPHA}0-9])",
)
ATTACHED = (
    "non", "anti", "re", "pro", "pre", "mid", "co", "post", "cross", "over", "multi", "ex", "counter", "sub", "semi",
    "neo", "socio", "psycho", "mini", "intra", "inter", "ultra", "e",
)  # fmt: skip
"""Prefixes that keep their hyphen: ``non-proliferation`` is one word, ``Russian-Ukrainian`` three."""
DROPPED = ("and/or",)
"""spaCy exceptions that the treebanks split."""


def make_tokenizer(nlp: Language, exceptions: Mapping[str, Sequence[str]] | None = None) -> Tokenizer:
    """Build the tokenizer for a language with the learned exceptions added."""
    defaults = nlp.Defaults
    rules = {text: cut for text, cut in (defaults.tokenizer_exceptions or {}).items() if text not in DROPPED}
    rules.update({text: [{"ORTH": piece} for piece in cut] for text, cut in (exceptions or {}).items()})
    infixes = [rule for rule in _list(defaults.infixes) if HYPHENS not in rule]
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=compile_prefix_regex([*RUNS, *_list(defaults.prefixes), *PREFIXES]).search,
        suffix_search=compile_suffix_regex([*RUNS, UNITS, *_list(defaults.suffixes)]).search,
        infix_finditer=compile_infix_regex([*RUNS, *INFIXES, _hyphen(), *infixes]).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


def _hyphen() -> str:
    guards = "".join(rf"(?<!\b(?i:{prefix}))" for prefix in ATTACHED)
    return rf"(?<=[{ALPHA}]){guards}(?:{HYPHENS})(?=[{ALPHA}])"


def _list(rules: Iterable[str | re.Pattern[str]] | None) -> list[str]:
    return [rule for rule in rules or () if isinstance(rule, str)]
