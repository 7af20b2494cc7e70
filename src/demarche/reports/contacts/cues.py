"""Finding the words that tell of a contact, and setting aside their other meanings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from spacy.tokens import Doc, Token

from demarche.mentions.reading import Reading
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.draft import Cue
from demarche.reports.contacts.senses import SENSES, Sense, by_lemma
from demarche.reports.contacts.windows import begins, ends

_IRREGULAR = {
    "meet": "met", "speak": "spoke spoken", "ring": "rang rung", "sit": "sat", "fly": "flew flown", "go": "went gone",
    "come": "came", "see": "saw seen", "write": "wrote written", "spend": "spent", "be": "is are was were been",
    "telephone": "telephon", "lead": "led", "hang": "hung", "leave": "left", "bring": "brought",
}  # fmt: skip
_PLAIN_VERBS = frozenset(["speak", "speaks", "spoke", "spoken", "met", "meets", "rang", "flew", "flown", "sat", "spoke"])
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def _in_title(reading: Reading, token: Token) -> bool:
    mention = reading.actor_at(token.i)
    if mention is None or mention.kind != "person":
        return False
    return token.text[0].isupper() and token.idx < mention.span.start


def _call_on(token: Token) -> bool:
    """"Will call on the president": a visit to a person, when no demand follows."""
    return _next(token) == "on" and not _urges(token) and _part(token) == "VERB"


def _pays_call(token: Token) -> bool:
    """"Paid a courtesy call on the president"."""
    paid = token.doc[max(begins(token), token.i - 4) : token.i]
    return token.lower_ in ("call", "calls") and _next(token) == "on" and any(t.lower_.startswith("pa") for t in paid)


def find_cues(reading: Reading) -> Iterator[Cue]:
    """Yield the contact words of a text in order; a word inside a title ("Director for Negotiations") is none."""
    for token in reading.doc:
        sense = sense_of(token)
        if sense is not None and sense.pos == "NOUN" and _in_title(reading, token):
            continue
        if sense is None or sense.pos == "NOUN":
            sense = _between_people(reading, token) or sense
        if sense is not None and sense.name == "spend-time" and _stays(reading, token):
            yield Cue(token.i, "visit", "stay")
        elif sense is not None and (_call_on(token) if sense.name == "telephone" else _pays_call(token)):
            yield Cue(token.i, "meeting", "call-on")
        elif sense is not None and not any(means_else(token) for means_else in OTHER_MEANINGS.get(sense.name, ())):
            yield Cue(token.i, _type(token, sense), sense.name, generic=sense.generic)


def _between_people(reading: Reading, token: Token) -> Sense | None:
    """"A telephones B": a verb in the present that the tagger took for a plural noun."""
    found = _forms().get(token.lower_, {}).get("VERB") if token.lower_.endswith("s") and token.tag_ == "NNS" else None
    if found is None or found.frame not in ("direct", "host", "mutual") or token.i + 1 >= len(token.doc):
        return None
    left, right = reading.actor_at(token.i - 1), reading.actor_at(token.i + 1)
    people = left is not None and right is not None and left.kind == right.kind == "person" and left.name != right.name
    return found if people else None


def _stays(reading: Reading, token: Token) -> bool:
    """"Spent three days in B": a stay in a place, not time with somebody."""
    after = _adverbials(token)
    words_ = [t.lower_ for t in after]
    if "with" in words_ or "in" not in words_:
        return False
    place = after[words_.index("in")].idx
    days = {"day", "days", "night", "nights", "week", "weeks", "hours", "weekend"}
    dated = any(token.idx < d.span.start < place for d in reading.dates)
    return (dated or bool(days & set(words_))) and any(0 < p.span.start - place < 8 for p in reading.places)


def sense_of(token: Token) -> Sense | None:
    """The contact sense of a word, by its form and part of speech; None for other words."""
    found = _forms().get(token.lower_.replace("tête-à-tête", "tete-a-tete"))
    if found is None:
        return None
    part = _part(token)
    return found.get(part) or (found.get("VERB") if part in ("NOUN", "PROPN", "ADJ") and _verb_form(token) else None)


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


def _part(token: Token) -> str:
    if _gerund(token):
        return "VERB"
    if token.pos_ in ("AUX", "VERB"):
        if token.tag_ in ("VB", "VBP", "NN") and _after_noun_word(token):
            return "NOUN"
        return "AUX" if token.lemma_ == "be" else "VERB"
    if token.pos_ in ("NOUN", "PROPN") or token.lower_ == "one":
        return "NOUN"
    if token.pos_ == "ADJ" and token.lower_.endswith("ing") and token.dep_ not in ("amod", "compound"):
        return "VERB"
    return token.pos_


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
    return forms


def _type(token: Token, sense: Sense) -> str | None:
    """The type a cue shows: the means ("by video") and the words beside the noun count."""
    near = {t.lower_ for t in (noun_words(token) if sense.pos == "NOUN" else _adverbials(token))}
    if sense.frame in ("trip", "sent", "journey", "place", "invite", "at"):
        return sense.type
    if "summit" in near and sense.pos == "NOUN":
        return "summit"
    if near & words.PHONE:
        return "call"
    if sense.type == "call" and sense.pos == "VERB" and near & words.IN_PERSON:
        return "meeting"
    if sense.name == "meeting-noun" and _by_video(token):
        return "call"
    if sense.name == "speak" and (_about(token) or not _to_somebody(token)):
        return None
    if sense.type is None and near & words.IN_PERSON:
        return "meeting"
    return sense.type


def _by_video(token: Token) -> bool:
    near = token.doc[max(begins(token), token.i - 5) : min(ends(token), token.i + 12)]
    return any(t.lower_ in ("videoconference", "virtually", "virtual", "online", "teleconference") for t in near)


def _to_somebody(token: Token) -> bool:
    """True for "spoke today with": a conversation of its own; "they talked for an hour" may go on with one told."""
    after = token.doc[token.i + 1 : min(ends(token), token.i + 8)]
    return any(t.lower_ in ("with", "to") and t.pos_ == "ADP" for t in after)


def _about(token: Token) -> bool:
    """"They also spoke about": more of a contact told before."""
    return _next(token) in ("about", "of", "on")


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


def _adverbials(verb: Token) -> list[Token]:
    """The words of a verb's own means and manner: up to the next clause, not further than a dozen words."""
    out = []
    for token in verb.doc[verb.i + 1 : min(ends(verb), verb.i + 14)]:
        if token.pos_ in ("VERB", "SCONJ") or token.lower_ in ("who", "which", "about", "that", ";"):
            break
        out.append(token)
    return out


# other meanings of the cue words


def _next(token: Token, *, skip: int = 0) -> str:
    i = token.i + 1 + skip
    return str(token.doc[i].lower_) if i < ends(token) else ""


def _calls_for(token: Token) -> bool:
    """ "Call for", "call on X to", "so-called", "call it a day": no telephone."""
    after = _next(token)
    before = token.nbor(-1).lower_ if token.i > begins(token) else ""
    if after in ("for", "off", "out", "upon", "into", "back", "itself", "themselves", "'", '"', "“", "‘", "a", "an"):
        return True
    if before in ("so", "-", "what", "be"):
        return True
    return after == "on"


def _urges(token: Token) -> bool:
    """True for "called on Russia to stop": an infinitive follows the name."""
    after = token.doc[token.i + 2 : min(ends(token), token.i + 25)]
    return any(t.lower_ == "to" and t.pos_ == "PART" for t in after)


def _passive(token: Token) -> bool:
    """ "Talks called by", "is called": the word stands in the passive."""
    if any(c.dep_ == "aux:pass" for c in token.children):
        return True
    return token.dep_ in ("acl", "amod") and (_next(token) == "by" or token.tag_ == "VBN")


def _noun_call_for(token: Token) -> bool:
    if _next(token) == "on" and _a_day_follows(token):
        return False
    return _next(token) in ("for", "on", "upon", "sign", "center", "centre", "-") or (
        _next(token) == "to"
        and token.i + 2 < ends(token)
        and (token.doc[token.i + 2].pos_ == "VERB" or _next(token, skip=1) in ("action", "arms", "order", "unity"))
    )


def _a_day_follows(token: Token) -> bool:
    after = token.doc[token.i + 2 : min(ends(token), token.i + 4)]
    return any(t.like_num or t.lower_ in words.CALENDAR or t.lower_ == "the" for t in after)


def _helper(token: Token) -> bool:
    """"Be" as a helping verb, or without a place behind it: only "is in Kyiv" tells of a visit."""
    if token.dep_ in ("aux", "aux:pass", "expl") or any(c.dep_.startswith("expl") for c in token.head.children):
        return True
    after = [t for t in token.doc[token.i + 1 : min(ends(token), token.i + 5)] if t.pos_ not in ("ADV", "PART")]
    after = [t for t in after if t.lower_ not in ("due", "expected", "back")]
    return not after or after[0].lower_ not in ("in", "at") or token.lower_ in ("be", "being")


def _press(token: Token) -> bool:
    """A press conference, a news briefing: nobody from another side is met."""
    return any(t.lower_ in ("press", "news", "media", "party", "community", "donor") for t in noun_words(token)[:-1])


def _modifier(token: Token) -> bool:
    """The first half of a compound: "summit meeting", "visit programme"."""
    after = token.nbor(1) if token.i + 1 < ends(token) else None
    if after is None or after.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.dep_ != "compound" and token.head.i != after.i:
        return False
    return (after.tag_ in _NOUN_TAGS and not after.text[0].isupper()) or sense_of(after) is not None


def _bracketed(token: Token) -> bool:
    """"The climate conference (COP 27)": its short form, told already."""
    return token.i > 0 and token.nbor(-1).text == "("


def _goes_on(token: Token) -> bool:
    """ "Go on", "going to", "come up with", "come into force"."""
    after = _next(token)
    if after == "on" and _next(token, skip=1) == "to":
        return False
    if after in ("on", "up", "out", "down", "forward", "through", "away", "beyond", "from", "as", "after", "into"):
        return True
    return after == "to" and token.i + 2 < ends(token) and token.doc[token.i + 2].pos_ in ("VERB", "AUX")


def _sees_as(token: Token) -> bool:
    after = token.doc[token.i + 1 : min(ends(token), token.i + 8)]
    return any(t.lower_ in ("as", "that", "how", "what") for t in after)


def _counted(token: Token) -> bool:
    """"The number and the dates of recent contacts": they are spoken of, not told."""
    before = {t.lower_ for t in token.doc[max(begins(token), token.i - 6) : token.i]}
    return bool(before & {"number", "dates", "list", "count", "frequency"})


def _of_goods(token: Token) -> bool:
    """An exchange of prisoners, a stock exchange, foreign exchange: nobody talks."""
    if token.lower_ not in ("exchange", "exchanges"):
        return False
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    return _next(token) in ("of", "rate", "rates") or before not in ("that", "the", "this", "frank", "an", "heated", "brief")


def _means(token: Token) -> bool:
    """"Via videoconference", "by telephone call": how another contact was held."""
    return token.i > 0 and token.nbor(-1).lower_ in ("via", "by", "through") and token.lower_ != "call"


def _not_up(token: Token) -> bool:
    """To hang anything but a telephone: only "hung up on B" tells of a call."""
    return _next(token) != "up"


def _not_together(token: Token) -> bool:
    """"Brought A and B together", "to the table": other things are brought too."""
    after = token.doc[token.i + 1 : min(ends(token), token.i + 16)]
    return not any(t.lower_ in ("together", "table", "room") for t in after)


def _no_other_one(token: Token) -> bool:
    """"One" for a contact only after "the previous", "their last", "the next"."""
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    told = token.head.lemma_.lower() in words.OCCURS | {"drag"} or _next(token) == ","
    return before not in words.OTHER or not told


def _not_by(token: Token) -> bool:
    """Only "accompanied by", "attended by" name more participants."""
    return _next(token) != "by"


def _nobody_sits(token: Token) -> bool:
    """"At the table sat also C"."""
    after = token.doc[token.i + 1 : min(ends(token), token.i + 3)]
    return not any(t.lower_ in ("sat", "sit", "sits") for t in after)


def _no_team(token: Token) -> bool:
    """To include anything but the members of a delegation."""
    before = token.doc[max(begins(token), token.i - 7) : token.i]
    return not any(t.lower_ in words.DELEGATION for t in before)


def _not_on_it(token: Token) -> bool:
    """A telephone as a thing: only "was on the phone with" tells of a call."""
    if _next(token) in ("call", "calls", "conversation", "conversations", "talks", "number", "line"):
        return True
    lead = [t.lower_ for t in token.doc[max(begins(token), token.i - 2) : token.i]]
    if any(c.dep_ == "cop" for c in token.children):
        return "on" not in lead
    return not lead or not ({"by", "over"} & set(lead)) or _speaks(token)


def _speaks(token: Token) -> bool:
    """True when the verb beside it is a cue itself: "spoke by telephone"."""
    before = token.doc[max(begins(token), token.i - 8) : token.i]
    return any((s := sense_of(t)) is not None and s.type == "call" for t in before)


def _inner(token: Token) -> bool:
    """A cabinet meeting, a weekly staff meeting: among one's own people."""
    return any(t.lower_ in words.INNER for t in noun_words(token)[:-1])


def _bare_meal(token: Token) -> bool:
    """"Over breakfast": a meal as an hour, not as an invitation."""
    return _next(token) not in ("with", "between", "for") and not any(
        t.pos_ == "DET" or t.tag_ == "PRP$" for t in noun_words(token)[:-1]
    )


def _leads_no_team(token: Token) -> bool:
    after = token.doc[token.i + 1 : min(ends(token), token.i + 7)]
    return not any(t.lower_ in words.DELEGATION for t in after)


def _round_of(token: Token) -> bool:
    """ "A round of talks": the talks are the cue."""
    return _next(token) == "of" or _next(token, skip=0) in ("table", "-")


OTHER_MEANINGS: dict[str, tuple[Callable[[Token], bool], ...]] = {
    "telephone": (_calls_for, _passive),
    "call-noun": (_noun_call_for, _modifier, _means),
    "conversation-noun": (_modifier, _of_goods),
    "lead-delegation": (_leads_no_team,),
    "talks-noun": (_modifier,),
    "meeting-noun": (_press, _modifier, _inner),
    "phone-noun": (_not_on_it,),
    "delegation-of": (_no_team,),
    "accompanied": (_not_by,),
    "attended": (_not_by,),
    "at-the-table": (_nobody_sits,),
    "hang-up": (_not_up,),
    "bring-together": (_not_together,),
    "one": (_no_other_one,),
    "conference-noun": (_press, _modifier),
    "session-noun": (_round_of, _modifier),
    "meal-noun": (_modifier, _bare_meal),
    "summit-noun": (_modifier, _bracketed),
    "visit-noun": (_modifier,),
    "message-noun": (_modifier,),
    "contact-noun": (_modifier, _counted),
    "travel": (_goes_on,),
    "see": (_sees_as,),
    "be-in": (_helper,),
}


def sense_named(cue: Cue) -> Sense:
    """The row of the table that a cue came from."""
    return next(s for s in SENSES if s.name == cue.sense)


def word(doc: Doc, cue: Cue) -> Token:
    """The cue's token."""
    return doc[cue.token]
