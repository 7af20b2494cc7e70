"""The forms of contact words: which sense a word can have, and the words before a noun that belong to it."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from demarche.reports.contacts.senses import Sense, by_lemma
from demarche.reports.contacts.vocabulary import bag
from demarche.reports.contacts.windows import begins, ends

_IRREGULAR = {
    "meet": "met", "speak": "spoke spoken", "ring": "rang rung", "sit": "sat", "fly": "flew flown flies",
    "go": "went gone goes", "come": "came", "see": "saw seen", "write": "wrote written", "spend": "spent",
    "be": "is are was were been", "telephone": "telephon", "lead": "led", "hang": "hung", "leave": "left",
    "bring": "brought", "take": "took taken", "shake": "shook shaken", "put": "putting", "stop": "stopped stopping",
}  # fmt: skip
_ACCENTED, _PLAIN = "tête-à-tête", "tete-a-tete"
_OTHER_WORDS = bag("hoped hoping hopes")
_PLAIN_VERBS = bag("speak speaks spoke spoken met meets rang flew flown sat")


def sense_of(token: Token) -> Sense | None:
    """The contact sense of a word, by its form and part of speech; None for other words."""
    found = _forms().get(token.lower_.replace(_ACCENTED, _PLAIN))
    if found is None:
        return None
    part = part_of_speech(token)
    return found.get(part) or (found.get("VERB") if part in ("NOUN", "PROPN", "ADJ") and _verb_form(token) else None)


def contact_forms() -> frozenset[str]:
    """Every form that has a contact sense, with and without its accents."""
    return frozenset(form for known in _forms() for form in (known, known.replace(_PLAIN, _ACCENTED)))


def verb_sense(token: Token) -> Sense | None:
    """The sense of a word if it were a verb."""
    return _forms().get(token.lower_, {}).get("VERB")


def _verb_form(token: Token) -> bool:
    """True for forms that are verbs whatever the tagger says: "speak", "met", "telephoned"."""
    lower = token.lower_
    return lower in _PLAIN_VERBS or (lower.endswith("ed") and token.text.islower())


def _gerund(token: Token) -> bool:
    """True for "-ing" words that take an object after a preposition: "to welcoming Prime Minister B"."""
    if not token.lower_.endswith("ing") or token.i == 0 or token.i + 1 >= len(token.doc):
        return False
    before, after = token.nbor(-1), token.nbor(1)
    object_follows = after.pos_ in ("PROPN", "DET", "PRON") or after.text[:1].isupper()
    return before.pos_ in ("ADP", "PART", "SCONJ") and object_follows and after.tag_ != "POS"


def part_of_speech(token: Token) -> str:
    """VERB, AUX, NOUN or another part of speech, some slips of the tagger mended."""
    if _gerund(token):
        return "VERB"
    if token.pos_ in ("AUX", "VERB"):
        finite = token.tag_ == "VBP" and any(c.dep_ == "nsubj" and c.i < token.i for c in token.children)
        if token.tag_ in ("VB", "VBP", "NN") and (_of_state(token) or (not finite and _after_noun_word(token))):
            return "NOUN"
        return "AUX" if token.lemma_ == "be" else "VERB"
    if token.pos_ in ("NOUN", "PROPN") or token.lower_ == "one":
        return "NOUN"
    if token.pos_ == "ADJ" and token.lower_.endswith("ing") and token.dep_ not in ("amod", "compound"):
        return "VERB"
    return token.pos_


def _of_state(token: Token) -> bool:
    """True for "his state visit", which a small parser can take for a clause."""
    before = token.doc[max(token.sent.start, token.i - 2) : token.i]
    owned = len(before) > 1 and (before[0].tag_ in ("POS", "PRP$") or before[0].pos_ == "DET")
    return token.lower_ == "visit" and owned and before[1].lower_ in ("state", "official", "working")


def _after_noun_word(token: Token) -> bool:
    """True inside a noun phrase: "his upcoming State Visit"."""
    for i in range(token.i - 1, max(token.sent.start, token.i - 4) - 1, -1):
        before = token.doc[i]
        if before.pos_ == "DET" or before.tag_ in ("PRP$", "POS"):
            return True
        if before.pos_ not in ("ADJ", "PROPN", "NOUN") or before.dep_.startswith("nsubj"):
            return False
    return False


@cache
def _forms() -> dict[str, dict[str, Sense]]:
    """Every inflected form of the cue words."""
    table: dict[str, dict[str, Sense]] = {}
    for (lemma, pos), sense in by_lemma().items():
        for form in _inflected(lemma, pos):
            table.setdefault(form, {})[pos] = sense
    return table


def _inflected(lemma: str, pos: str) -> set[str]:
    forms = {lemma, lemma + "s", *_IRREGULAR.get(lemma, "").split()}
    if lemma.endswith(("ch", "sh", "s", "x")):
        forms.add(lemma + "es")
    if pos != "NOUN":
        stem = lemma[:-1] if lemma.endswith("e") else lemma
        forms |= {stem + "ed", stem + "ing", stem + stem[-1] + "ing", stem + stem[-1] + "ed"}
        if lemma.endswith(("fer", "vel")):
            forms |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
        forms |= {lemma + "ing"}
    return forms - _OTHER_WORDS


def noun_words(token: Token) -> list[Token]:
    """The words before a noun that belong to it, its article included, and the noun itself."""
    start = token.i
    floor = begins(token)
    while start > floor and _modifies(token.doc[start - 1]) and not _opens_phrase(token.doc[start], token):
        start -= 1
    return list(token.doc[start : token.i + 1])


def _opens_phrase(word: Token, noun: Token) -> bool:
    """True for "his" or "the": what stands before it belongs to another phrase."""
    return word.i != noun.i and (word.tag_ == "PRP$" or word.lower_ in ("the", "a", "an"))


def _modifies(word: Token) -> bool:
    return (
        word.pos_ in ("ADJ", "NUM", "DET", "NOUN", "PROPN")
        or word.tag_ in ("PRP$", "POS", "VBN", "VBG", "HYPH")
        or word.text in ("-", "–", "/", "’s", "'s", "'", "’")
    )


def next_word(token: Token, *, skip: int = 0) -> str:
    """The next word of the sentence in small letters, or the one after `skip` more; '' at its end."""
    i = token.i + 1 + skip
    return str(token.doc[i].lower_) if i < ends(token) else ""
