"""Other meanings of the contact words: "call for", "go on", "met the conditions" tell of no contact."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.forms import next_word, noun_words, sense_of
from demarche.reports.contacts.windows import begins, ends

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def _calls_for(token: Token) -> bool:
    """For "Call for", "call on X to", "so-called", "call it a day": no telephone."""
    after = next_word(token)
    if not token.lower_.startswith("call"):
        return after in ("out", "off", "hollow", "true")
    before = token.nbor(-1).lower_ if token.i > begins(token) else ""
    if after == "back" and next_word(token, skip=1).isalpha():
        return True
    if after in ("for", "off", "out", "upon", "into", "itself", "themselves", "'", '"', "“", "‘", "a", "an"):
        return True
    if before in ("so", "-", "what", "be"):
        return True
    return after == "on" and not a_day_follows(token)


def urges(token: Token) -> bool:
    """True for "called on Russia to stop": an infinitive follows the name."""
    after = token.doc[token.i + 2 : min(ends(token), token.i + 25)]
    return any(t.lower_ == "to" and t.pos_ == "PART" for t in after)


def _passive(token: Token) -> bool:
    """For "Talks called by", "is called": the word stands in the passive."""
    if any(c.dep_ == "aux:pass" for c in token.children):
        return not _by_somebody(token)
    return token.dep_ in ("acl", "amod") and (next_word(token) == "by" or token.tag_ == "VBN")


def _by_somebody(token: Token) -> bool:
    """For "B was telephoned on Sunday by A": a person rang another, nobody called a meeting."""
    rung = [c for c in token.children if c.dep_ == "nsubj:pass" and c.pos_ in ("PROPN", "NOUN", "PRON")]
    people = any(c.pos_ == "PROPN" or c.lower_ in ("he", "she") or c.ent_type_ == "PER" for c in _with_names(rung))
    after = token.doc[token.i + 1 : min(ends(token), token.i + 9)]
    return people and any(t.lower_ == "by" for t in after)


def _with_names(heads: list[Token]) -> list[Token]:
    """Some words and the names beside them: "the chancellor, B"."""
    return [*heads, *(c for head in heads for c in head.children if c.dep_ == "appos")]


def _noun_call_for(token: Token) -> bool:
    if next_word(token) == "on" and a_day_follows(token):
        return False
    if next_word(token) in ("from", "by", "to") and _appeal(token):
        return True
    return next_word(token) in ("for", "on", "upon", "sign", "center", "centre", "-") or (
        next_word(token) == "to"
        and token.i + 2 < ends(token)
        and (token.doc[token.i + 2].pos_ == "VERB" or next_word(token, skip=1) in ("action", "arms", "order", "unity"))
    )


def _appeal(token: Token) -> bool:
    """For "The joint call from A and B", "an urgent call to B": an appeal."""
    lead = {t.lower_ for t in noun_words(token)[:-1]}
    return bool(lead & {"joint", "renewed", "repeated", "collective", "strong"})


def a_day_follows(token: Token) -> bool:
    """True for "spoke on Tuesday", "call on the 9th", "on that day": the preposition dates, it names no topic."""
    after = token.doc[token.i + 2 : min(ends(token), token.i + 4)]
    return any(t.like_num or t.lower_ in words.CALENDAR or t.lower_ in ("the", "that", "this") for t in after)


def _helper(token: Token) -> bool:
    """For "Be" as a helping verb, or without a place behind it: only "is in Kyiv" tells of a visit."""
    if token.dep_ in ("aux", "aux:pass", "expl") or any(c.dep_.startswith("expl") for c in token.head.children):
        return True
    after = [t for t in token.doc[token.i + 1 : min(ends(token), token.i + 5)] if t.pos_ not in ("ADV", "PART")]
    after = [t for t in after if t.lower_ not in ("due", "expected", "back")]
    if not after or after[0].lower_ not in ("in", "at"):
        return True
    return token.lower_ == "being" or (token.lower_ == "be" and not _to_be_there(token))


def _to_be_there(token: Token) -> bool:
    """For "Will be in B", "is to be in B": a stay to come, when the place follows at once."""
    before = [t.lower_ for t in token.doc[max(begins(token), token.i - 3) : token.i] if t.pos_ != "ADV"]
    return (
        before[-1:] in (["will"], ["would"], ["to"], ["could"], ["may"], ["might"])
        and next_word(token, skip=1)[:1].isalpha()
        and (token.doc[token.i + 2].text[:1].isupper())
    )


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
    """For "The climate conference (COP 27)": its short form, told already."""
    return token.i > 0 and token.nbor(-1).text == "("


def _goes_on(token: Token) -> bool:
    """For "Go on", "going to", "come up with", "come into force"."""
    after = next_word(token)
    if after == "on" and next_word(token, skip=1) == "to":
        return False
    if after == "into":
        return token.lower_.startswith(("go", "went", "com", "came"))
    if after == "from" and _from_place_to(token):
        return False
    if after in ("on", "up", "out", "down", "forward", "through", "away", "beyond", "from", "as", "after"):
        return True
    return after == "to" and token.i + 2 < ends(token) and token.doc[token.i + 2].pos_ in ("VERB", "AUX")


def _from_place_to(token: Token) -> bool:
    """For "Travelled from A to B": both ends of a journey are named."""
    after = list(token.doc[token.i + 2 : min(ends(token), token.i + 9)])
    to = next((n for n, t in enumerate(after) if t.lower_ == "to"), 0)
    return 0 < to < len(after) - 1 and after[to - 1].text[:1].isupper() and after[to + 1].text[:1].isupper()


def _sees_as(token: Token) -> bool:
    after = token.doc[token.i + 1 : min(ends(token), token.i + 8)]
    return any(t.lower_ in ("as", "that", "how", "what") for t in after)


def _counted(token: Token) -> bool:
    """For "The number and the dates of recent contacts": they are spoken of, not told."""
    before = {t.lower_ for t in token.doc[max(begins(token), token.i - 6) : token.i]}
    return bool(before & {"number", "dates", "list", "count", "frequency"})


def _of_goods(token: Token) -> bool:
    """An exchange of prisoners, a stock exchange, foreign exchange: nobody talks."""
    if token.lower_ not in ("exchange", "exchanges"):
        return False
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    spoken = before in ("that", "the", "this", "frank", "an", "heated", "brief")
    return next_word(token) in ("of", "rate", "rates") or not spoken


def _means(token: Token) -> bool:
    """For "Via videoconference", "by telephone call": how another contact was held."""
    return token.i > 0 and token.nbor(-1).lower_ in ("via", "by", "through") and token.lower_ != "call"


def _not_up(token: Token) -> bool:
    """To hang anything but a telephone: only "hung up on B" tells of a call."""
    return next_word(token) != "up"


def _not_together(token: Token) -> bool:
    """For "Brought A and B together", "to the table": other things are brought too."""
    after = token.doc[token.i + 1 : min(ends(token), token.i + 16)]
    return not any(t.lower_ in ("together", "table", "room") for t in after)


def _no_other_one(token: Token) -> bool:
    """For "One" for a contact only after "the previous", "their last", "the next"."""
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    told = token.head.lemma_.lower() in words.OCCURS | {"drag"} or next_word(token) == ","
    return before not in words.OTHER or not told


def _not_by(token: Token) -> bool:
    """Only "accompanied by", "attended by" name more participants."""
    return next_word(token) != "by"


def _takes_no_part(token: Token) -> bool:
    """To take anything but part."""
    return token.lower_.startswith(("take", "took", "taking")) and next_word(token) not in ("part", "an", "also")


def _nobody_sits(token: Token) -> bool:
    """For "At the table sat also C"."""
    after = token.doc[token.i + 1 : min(ends(token), token.i + 3)]
    return not any(t.lower_ in ("sat", "sit", "sits") for t in after)


def _no_team(token: Token) -> bool:
    """To include anything but the members of a delegation."""
    before = token.doc[max(begins(token), token.i - 7) : token.i]
    return not any(t.lower_ in words.DELEGATION | words.ATTENDERS for t in before)


def _not_on_it(token: Token) -> bool:
    """A telephone as a thing: only "was on the phone with" tells of a call."""
    if next_word(token) in ("call", "calls", "conversation", "conversations", "talks", "number", "line"):
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
    before = {t.lower_ for t in noun_words(token)[:-1]}
    return bool(before & words.INNER) and "joint" not in before


def _bare_meal(token: Token) -> bool:
    """For "Over breakfast": a meal as an hour, not as an invitation; "over lunch in Athens" has a table."""
    over = token.i > begins(token) and token.nbor(-1).lower_ == "over"
    if over and next_word(token) in ("in", "at"):
        return False
    return next_word(token) not in ("with", "between", "for") and not any(
        t.pos_ == "DET" or t.tag_ == "PRP$" for t in noun_words(token)[:-1]
    )


def _leads_no_team(token: Token) -> bool:
    after = token.doc[token.i + 1 : min(ends(token), token.i + 7)]
    return not any(t.lower_ in words.DELEGATION for t in after)


def _round_of(token: Token) -> bool:
    """For "A round of talks": the talks are the cue."""
    return next_word(token) == "of" or next_word(token, skip=0) in ("table", "-")


def _named_letters(token: Token) -> bool:
    """An Order of Arts and Letters: letters in a name."""
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    return token.text[:1].isupper() and before in ("and", "of", "&")


def _to_your_face(token: Token) -> bool:
    """For "I want to talk to you": said to somebody in the room."""
    return token.tag_ == "VB" and next_word(token) in ("to", "with") and next_word(token, skip=1) in ("you", "y'all")


def _keeps_conferring(token: Token) -> bool:
    """For "Will continue to consult": staying in touch is no round of talks."""
    return token.dep_ == "xcomp" and token.head.lemma_.lower() in ("continue", "keep")


def _told_to_leave(token: Token) -> bool:
    """For "Have 72 hours to leave A", "ordered B to leave A": nobody's journey is told."""
    told = token.head.lemma_.lower() in ("have", "give", "order", "tell", "ask", "force", "urge", "want", "demand")
    return token.i > 0 and token.nbor(-1).lower_ == "to" and token.dep_ in ("advcl", "xcomp", "acl", "ccomp") and told


def _meets_a_need(token: Token) -> bool:
    """For "A challenge that A and B can meet", "the deadline was met by B": nobody is met."""
    can = token.dep_ == "acl:relcl" or (token.dep_ == "acl" and token.nbor(-1).lower_ != "to")
    met = [token.head] if can else []
    met += [c for c in token.children if c.dep_ in ("nsubj:pass", "obj")]
    return any(t.lemma_.lower() in _NEEDS for t in met)


_NEEDS = words.bag(
    "challenge need demand deadline condition requirement obligation goal target standard commitment concern"
)


OTHER_MEANINGS: dict[str, tuple[Callable[[Token], bool], ...]] = {
    "meet": (_meets_a_need,),
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
    "took-part": (_takes_no_part,),
    "at-the-table": (_nobody_sits,),
    "leave": (_told_to_leave,),
    "hang-up": (_not_up,),
    "bring-together": (_not_together,),
    "one": (_no_other_one,),
    "conference-noun": (_press, _modifier),
    "session-noun": (_round_of, _modifier),
    "meal-noun": (_modifier, _bare_meal),
    "summit-noun": (_modifier, _bracketed),
    "visit-noun": (_modifier,),
    "message-noun": (_modifier, _named_letters),
    "speak": (_to_your_face,),
    "confer": (_keeps_conferring,),
    "contact-noun": (_modifier, _counted),
    "travel": (_goes_on,),
    "see": (_sees_as,),
    "be-in": (_helper,),
}
