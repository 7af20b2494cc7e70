"""Finding the words that tell of a contact, and the type of contact that each shows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.draft import Cue
from demarche.reports.contacts.forms import contact_forms, next_word, noun_words, part_of_speech, sense_of, verb_sense
from demarche.reports.contacts.idioms import idiom_at, idiom_forms
from demarche.reports.contacts.meanings import OTHER_MEANINGS, a_day_follows, urges
from demarche.reports.contacts.senses import Sense
from demarche.reports.contacts.windows import begins, ends


def _in_title(reading: Reading, token: Token) -> bool:
    mention = reading.actor_at(token.i)
    if mention is None or mention.kind != "person":
        return False
    return token.text[0].isupper() and token.idx < mention.span.start


def _call_on(token: Token) -> bool:
    """For "Will call on the president": a visit to a person, when no demand follows."""
    if not token.lower_.startswith("call") or next_word(token) != "on" or a_day_follows(token):
        return False
    return not urges(token) and part_of_speech(token) == "VERB"


def _pays_call(token: Token) -> bool:
    """For "Paid a courtesy call on the president"."""
    paid = token.doc[max(begins(token), token.i - 4) : token.i]
    called_on = token.lower_ in ("call", "calls") and next_word(token) == "on"
    return called_on and any(t.lower_.startswith("pa") for t in paid)


def find_cues(reading: Reading) -> Iterator[Cue]:
    """Yield the contact words of a text in order; a word inside a title ("Director for Negotiations") is none."""
    for token in reading.words_in(_telling_words()):
        if token.text in words.GATHERINGS and _somewhere(reading, token):
            yield Cue(token.i, "summit", "summit-noun")
            continue
        if token.lower_ in _MEETINGS_BY_NAME and _meeting_by_name(token):
            yield Cue(token.i, "meeting", "meeting-noun")
            continue
        if token.lower_ == "in":
            if _set_beside(reading, token):
                yield Cue(token.i, "visit", "stay-beside")
            continue
        if token.lower_ in ("conference", "appearance") and _joint(token):
            yield Cue(token.i, "meeting", "meeting-noun", generic=True)
            continue
        said = idiom_at(reading, token)
        if said is not None:
            yield said
            continue
        sense = sense_of(token)
        if sense is not None and sense.pos == "NOUN" and _in_title(reading, token):
            continue
        if sense is None or sense.pos == "NOUN":
            sense = _between_people(reading, token) or sense
        if sense is not None and sense.name == "congratulate" and _greeted_there(reading, token):
            yield Cue(token.i, "meeting", "gave-audience")
        elif sense is not None and sense.name == "spend-time" and _stays(reading, token):
            yield Cue(token.i, "visit", "stay")
        elif sense is not None and (_call_on(token) if sense.name == "telephone" else _pays_call(token)):
            yield Cue(token.i, "meeting", "call-on")
        elif sense is not None and not any(means_else(token) for means_else in OTHER_MEANINGS.get(sense.name, ())):
            yield Cue(token.i, _type(token, sense), sense.name, generic=sense.generic)


#: words that end the name of a meeting, and what stands before them: "one-on-one", "pull-aside", "sit-down"
_MEETINGS_BY_NAME = {"one": "one-on-", "aside": "pull-", "down": "sit-", "bilateral": "", "ministerial": ""}


def _meeting_by_name(token: Token) -> bool:
    """For "The one-on-one between A and B", "a pull-aside with B"."""
    before = token.doc[max(0, token.i - 4) : token.i].text.lower()
    after = ("between",) if token.lower_ == "ministerial" else ("between", "with")
    return before.endswith(_MEETINGS_BY_NAME[token.lower_]) and next_word(token) in after


@cache
def _telling_words() -> frozenset[str]:
    """The forms that can be a cue; the many other words are passed over."""
    gatherings = (word.lower() for word in words.GATHERINGS)
    return contact_forms() | idiom_forms() | frozenset(gatherings) | frozenset({*_MEETINGS_BY_NAME, "appearance", "in"})


def _set_beside(reading: Reading, token: Token) -> bool:
    """For "A, in B for talks, said": where somebody has come to."""
    if token.i < 2 or token.nbor(-1).text != "," or token.i + 3 >= ends(token):
        return False
    person = reading.actor_at(token.i - 2)
    if person is None or person.kind not in ("person", "group") or person.end_token != token.i - 1 or person.pronoun:
        return False
    place = next((p for p in reading.places if p.span.start in (token.nbor(1).idx, token.nbor(2).idx)), None)
    after = token.doc.char_span(place.span.start, place.span.end, alignment_mode="expand") if place else None
    return after is not None and after.end < ends(token) and token.doc[after.end].lower_ in ("for", "to")


def _joint(token: Token) -> bool:
    """For "A joint press conference": those who give it stand side by side."""
    lead = {t.lower_ for t in token.doc[max(0, token.i - 4) : token.i]}
    return "joint" in lead and bool(lead & {"press", "news", "media"})


def _greeted_there(reading: Reading, token: Token) -> bool:
    """For "Was greeted in B by A", "greeted A on arrival in B": face to face, not in writing."""
    if not token.lower_.startswith("greet"):
        return False
    after = token.doc[token.i + 1 : min(ends(token), token.i + 12)]
    if any(c.dep_ == "aux:pass" for c in token.children):
        return any(t.lower_ == "by" for t in after)
    here = {p.span.start for p in reading.places}
    return any(t.lower_ in ("in", "at") and (t.nbor(1).idx in here or t.nbor(2).idx in here) for t in after[1:-2])


def _somewhere(reading: Reading, token: Token) -> bool:
    """For "at the G20 in India": the body's name stands for its summit."""
    if token.i < 1 or token.i + 2 >= len(token.doc) or token.nbor(1).lower_ != "in" or token.nbor(-1).lower_ != "the":
        return False
    return any(p.span.start == token.nbor(2).idx and p.state for p in reading.places)


def _between_people(reading: Reading, token: Token) -> Sense | None:
    """For "A telephones B": a verb in the present that the tagger took for a plural noun."""
    found = verb_sense(token) if token.lower_.endswith("s") and token.tag_ == "NNS" else None
    if found is None or token.i + 1 >= len(token.doc):
        return None
    before = token.i - 2 if token.i > 1 and token.nbor(-1).text == "," else token.i - 1
    left, right = reading.actor_at(before), reading.actor_at(token.i + 1)
    if found.frame == "place" and left is not None and left.kind == "person":
        return found if any(p.span.start == token.nbor(1).idx for p in reading.places) else None
    if found.frame == "journey" and left is not None and left.kind == "person" and next_word(token) in ("in", "to"):
        there = token.doc[token.i + 2 : token.i + 3]
        return found if any(p.span.start == t.idx for t in there for p in reading.places) else None
    if found.frame not in ("direct", "host", "mutual"):
        return None
    people = left is not None and right is not None and left.kind == right.kind == "person" and left.name != right.name
    return found if people else None


def _stays(reading: Reading, token: Token) -> bool:
    """For "Spent three days in B": a stay in a place, not time with somebody."""
    after = _adverbials(token)
    words_ = [t.lower_ for t in after]
    if "with" in words_ or "in" not in words_ or {"over", "together", "talking"} & set(words_):
        return False
    place = after[words_.index("in")].idx
    days = {"day", "days", "night", "nights", "week", "weeks", "hours", "weekend"}
    dated = any(token.idx < d.span.start < place for d in reading.dates)
    return (dated or bool(days & set(words_))) and any(0 < p.span.start - place < 8 for p in reading.places)


def _type(token: Token, sense: Sense) -> str | None:
    """The type a cue shows: the means ("by video") and the words beside the noun count."""
    near = {t.lower_ for t in (noun_words(token) if sense.pos == "NOUN" else _adverbials(token))}
    if sense.frame in ("trip", "sent", "journey", "place", "invite", "at"):
        return sense.type
    if "summit" in near and sense.pos == "NOUN":
        return "summit"
    if "courtesy" in near and sense.name == "call-noun":
        return "meeting"
    if near & words.PHONE:
        return "call"
    if sense.type == "call" and sense.pos == "VERB" and near & words.IN_PERSON:
        return "meeting"
    if sense.name in ("meeting-noun", "talks-noun") and _by_video(token):
        return "call"
    if sense.name == "speak" and (_about(token) or not _to_somebody(token) or _to_one_told(token)):
        return None
    if sense.type is None and sense.pos == "NOUN":
        near |= {t.lower_ for t in _adverbials(token)}
    if sense.type is None and near & words.IN_PERSON:
        return "meeting"
    return sense.type


def _by_video(token: Token) -> bool:
    near = token.doc[max(begins(token), token.i - 5) : min(ends(token), token.i + 16)]
    return any(t.lower_ in ("videoconference", "virtually", "virtual", "online", "teleconference") for t in near)


def _to_somebody(token: Token) -> bool:
    """True for "spoke today with": a conversation of its own; "they talked for an hour" may go on with one told."""
    after = token.doc[token.i + 1 : min(ends(token), token.i + 8)]
    return any(t.lower_ in ("with", "to") and t.pos_ == "ADP" for t in after)


def _to_one_told(token: Token) -> bool:
    """For "Shook hands with B and spoke to him": more of the same contact."""
    return next_word(token) in ("to", "with") and next_word(token, skip=1) in ("him", "her", "them")


def _about(token: Token) -> bool:
    """For "They also spoke about": more of a contact told before."""
    after = next_word(token)
    return after in ("about", "of") or (after == "on" and not a_day_follows(token))


def _adverbials(verb: Token) -> list[Token]:
    """The words of a verb's own means and manner: up to the next clause, not further than a dozen words."""
    out = []
    for token in verb.doc[verb.i + 1 : min(ends(verb), verb.i + 14)]:
        if token.pos_ in ("VERB", "SCONJ") or token.lower_ in ("who", "which", "about", "that", ";"):
            break
        out.append(token)
    return out
