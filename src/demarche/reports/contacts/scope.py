"""Which contacts are coded at all: only those between states, bodies, or parties to a conflict."""

from __future__ import annotations

import re

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import ActorMention
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.draft import Cue, Party
from demarche.reports.contacts.forms import noun_words
from demarche.reports.contacts.senses import by_name
from demarche.reports.contacts.vocabulary import is_body
from demarche.reports.contacts.windows import begins, ends

_FOREIGN_GROUP = re.compile(
    r"\b(?:European|Arab|African|Asian|Western|Gulf|Latin|Nordic|Baltic|Balkan|world|foreign|regional|allied|Allied|several)"
    r"\b.*\b(?:leaders|ministers|presidents|officials|envoys|partners|states|countries|nations|allies)\b"
)
_ARMED = re.compile(
    r"\b(?:[Rr]ebels?|[Oo]pposition|[Mm]ilitia|Forces|[Ii]nsurgents?|[Gg]uerrillas?|[Ss]eparatists?|[Ff]action|Movement|Front"
    r"|Taliban|Hamas|Hezbollah|Houthis?|Army of)\b"
)
_TITLES = frozenset(
    {
        "president",
        "premier",
        "minister",
        "chancellor",
        "king",
        "queen",
        "emir",
        "taoiseach",
        "sultan",
        "ministers",
        "presidents",
        "envoy",
        "ambassador",
        "commissioner",
    }
)
_JOURNEYS = ("place", "journey", "trip", "delegation", "at", "beside", "sent-there")
_GATHER = ("meet", "gather", "meeting-noun", "session-noun")
_HABIT = words.bag("regularly often frequently usually always rarely periodically routinely")
_COUNTS = words.bag("two three four five six seven eight nine ten many numerous dozens")


def _leaves_a_body(reading: Reading, cue: Cue, parties: list[Party]) -> bool:
    """For "Plans on leaving the B", "were together at the B": no journey."""
    left = reading.doc[cue.token].lemma_.lower() == "leave" or cue.sense == "be-in"
    bodies = [p for p in parties if p.kind == "state" and p.side is not None and is_body(p.side)]
    return left and any(p.mentions or cue.sense != "be-in" for p in bodies)


def in_scope(reading: Reading, cue: Cue, parties: list[Party]) -> list[Party]:
    """The parties that count, or none when the contact stays inside one state or has only one side."""
    kept = _guests(reading, [p for p in parties if not domestic(reading, p)])
    if _leaves_a_body(reading, cue, kept):
        return []
    names, sides = {p.name for p in kept}, {p.side for p in kept if p.side}
    if kept and all(p.kind == "state" for p in kept) and _in_sport(reading.doc[cue.token]):
        return []
    if len(names) == 1:
        gathers = by_name()[cue.sense].frame == "summit" or (cue.sense in _GATHER and _many(kept[0]))
        return kept if _body(kept[0]) and gathers else []
    if not sides:
        known = all(_official(reading, p) or _known_abroad(p) for p in kept)
        return kept if len(names) > 1 and known and _of_politics(reading) else []
    strangers = [p for p in kept if p.side is None]
    if strangers and sides == {reading.publisher_side} and not _abroad_named(reading):
        return []
    if len(sides) == 1 and by_name()[cue.sense].frame in _JOURNEYS and strangers:
        return kept if _abroad(reading, cue, kept, strangers) else []
    if strangers and len(sides) == 1 and cue.type == "call" and reading.publisher_side is None and _two_people(kept):
        return kept
    if len(sides) == 1 and cue.sense in _GATHER and any(_many(p) and _body(p) for p in kept):
        return kept  # "B of the EU, at a meeting of its foreign ministers"
    if len(sides) == 1 and not (strangers and any(_official(reading, p) for p in strangers)):
        return kept if _conflict(reading, kept) else []
    return kept


_SPORT = re.compile(
    r"\b(?:semi-?finals?|quarter-?finals?|qualifiers?|tournament|stadium|wickets|innings"
    r"|in (?:a|the) (?:friendly|final|third-place)|World Cup|Champions League)\b"
)


def _in_sport(token: Token) -> bool:
    """True in a sentence about a game: "France met Germany in the semi-final"."""
    return _SPORT.search(token.doc[begins(token) : ends(token)].text) is not None


def _two_people(parties: list[Party]) -> bool:
    """Two people by name: who telephones a leader from abroad needs no title."""
    in_office = any(m.office for p in parties for m in p.mentions)
    return len(parties) == 2 and in_office and all(_known_abroad(p) or p.side for p in parties)


def _guests(reading: Reading, parties: list[Party]) -> list[Party]:
    """People of one side only: whoever is not known to be of the publisher's own may be a guest of unknown side."""
    parties = [_of_own_state(reading, _office_of(reading, _speaking_for(reading, p))) for p in parties]
    sides = {p.side for p in parties}
    if sides != {reading.publisher_side} or None in sides or len(parties) < 2 or not _abroad_named(reading):
        return parties
    return [parties[0], *(_unsided(reading, p) if untold(p) else p for p in parties[1:])]


def _abroad_named(reading: Reading) -> bool:
    """True when the text or its title names a state other than the publisher's."""
    home = reading.publisher_side
    sides = {m.side for m in (*reading.actors, *reading.title_actors)} | {p.state for p in reading.places}
    return any(side is not None and side != home for side in sides)


def _of_own_state(reading: Reading, party: Party) -> Party:
    """B in "A of X and B of the Y", where Y is no state that the text or the lists know."""
    if not untold(party):
        return party
    end = party.mentions[0].end_token
    after = reading.doc[end : end + 3]
    if len(after) < 3 or after[0].lower_ != "of" or reading.actor_at(after[1].i) or reading.actor_at(end):
        return party
    name = after[2] if after[1].lower_ == "the" else after[1]
    if not name.text[:1].isupper() or name.ent_type_ == "DATE":
        return party
    return Party(party.name, name.text, party.kind, party.mentions, party.reason, party.spans)


_RANK = words.bag(
    "secretary adviser advisor assistant minister chief director head deputy envoy spokesman spokesperson aide"
)


def _office_of(reading: Reading, party: Party) -> Party:
    """A in "A, state secretary to Prime Minister B": A's office tells whose side it is."""
    if not untold(party) or party.side is not None:
        return party
    end = party.mentions[0].end_token
    title = [t.lower_ for t in reading.doc[end : end + 6]]
    if title[:1] != [","] or not set(title) & _RANK or not {"to", "of", "for"} & set(title):
        return party
    side = next((m.side for m in reading.actors if end < m.start_token <= end + 8 and not m.members), None)
    return Party(party.name, side, party.kind, party.mentions, party.reason, party.spans) if side else party


_SPEAKS_FOR = words.bag("represents represented negotiates negotiated speaks spoke acts leads led heads headed")


def _speaking_for(reading: Reading, party: Party) -> Party:
    """B in "B, who negotiates for the C": the clause tells the side."""
    if not untold(party) or party.side is not None:
        return party
    end = party.mentions[0].end_token
    after = [t for t in reading.doc[end : end + 7] if t.text != ","]
    if len(after) < 3 or after[0].lower_ != "who" or after[1].lower_ not in _SPEAKS_FOR:
        return party
    near = (m for m in reading.actors if after[1].i < m.start_token <= after[1].i + 3 and m.kind != "person")
    side = next((m.side for m in near), None)
    return Party(party.name, side, party.kind, party.mentions, party.reason, party.spans) if side else party


def untold(party: Party) -> bool:
    """True for a person whom no list knows: the side is a guess from the text around."""
    return party.kind == "person" and bool(party.mentions) and all(m.actor_id is None for m in party.mentions)


def _posted_at(reading: Reading, party: Party) -> str | None:
    """B in "A, Under-Secretary of State at the office of B's prime minister"."""
    end = party.mentions[0].end_token
    following = next((m for m in reading.actors if end <= m.start_token <= end + 3 and m.kind != "person"), None)
    between = reading.doc[end : following.start_token] if following is not None else ()
    at = [t.lower_ for t in between][:1] in (["at"], ["of"], ["in"])
    return following.side if following is not None and at else None


def _unsided(reading: Reading, party: Party) -> Party:
    return Party(party.name, _posted_at(reading, party), party.kind, party.mentions, party.reason, party.spans)


def _abroad(reading: Reading, cue: Cue, parties: list[Party], strangers: list[Party]) -> bool:
    """True for a trip of somebody whose side nobody tells: not home, and not inside the publisher's own state."""
    if reading.doc[cue.token].lemma_.lower() == "return" or cue.sense == "stay":
        return False
    if any(p.kind == "state" for p in strangers):
        if not any(_untold_official(reading, p) for p in parties):
            return False  # a town that no list knows may lie at home
        return reading.publisher_side is None or all(p.side != reading.publisher_side for p in parties)
    host = next((p.side for p in parties if p.kind == "state"), None)
    if host == reading.publisher_side and not any(_official(reading, p) for p in strangers):
        return False
    return all(p.kind == "person" and p.name[:1].isupper() for p in strangers)


def _untold_official(reading: Reading, party: Party) -> bool:
    """True for a group, or for somebody in office whom no list knows: a state of theirs may be unknown too."""
    return party.kind == "group" or (untold(party) and _foreign_words(reading, party.name))


def _of_politics(reading: Reading) -> bool:
    """True for a text that gives anybody the title of a minister or head: two singers who met are no contact."""
    return any(_titled(reading, m) for m in reading.actors if not m.pronoun)


def _known_abroad(party: Party) -> bool:
    """True for a person with a full name: two of them whose sides nobody tells may stand for two states."""
    return party.kind == "person" and party.name[:1].isupper() and " " in party.name


def _conflict(reading: Reading, parties: list[Party]) -> bool:
    """True when one party is an armed group or an opposition: the sides of a conflict inside one state."""
    return len(parties) > 1 and sum(1 for p in parties if _armed(reading, p)) == 1


def _armed(reading: Reading, party: Party) -> bool:
    spans = [reading.doc[m.start_token : m.end_token].text for m in party.mentions]
    return any(_ARMED.search(text) for text in (*spans, party.name))


def _many(party: Party) -> bool:
    """True for "the foreign ministers of the B": the members of a body, who stand for many states."""
    people = ("leaders", "ministers", "heads", "members", "presidents", "envoys", "ambassadors")
    return party.kind == "group" and any(word in party.name.split() for word in people)


def _body(party: Party) -> bool:
    return party.kind == "institution" or (party.side is not None and is_body(party.side))


def domestic(reading: Reading, party: Party) -> bool:
    """True for citizens, companies, mayors, reporters: meeting them is no contact between states."""
    if party.kind == "group" and party.mentions:
        first = party.mentions[0]
        if {t.lower_ for t in reading.doc[first.start_token : first.end_token]} & words.CIVIL:
            return True
    home = reading.publisher_side
    if not party.mentions or party.kind == "state" or (party.side is not None and (party.side != home or home is None)):
        return _of_a_part(reading, party)
    mention = party.mentions[0]
    near = [t for t in reading.doc[max(0, mention.start_token - 2) : mention.end_token] if _before_name(t, mention)]
    title = {t.lower_ for t in near[-2:]} | (set(party.name.lower().split()) if party.kind == "group" else set())
    return bool(title & words.DOMESTIC)


#: federations whose parts have premiers of their own
_OF_PARTS = frozenset({"Australia", "Canada"})


def _of_a_part(reading: Reading, party: Party) -> bool:
    """True for "Queensland Premier A" in an Australian text: the head of a part of the publisher's own state."""
    if reading.publisher_side not in _OF_PARTS or not untold(party):
        return False
    first = party.mentions[0]
    return any(t.text == "Premier" for t in reading.doc[max(0, first.start_token - 2) : first.end_token])


def _before_name(token: Token, mention: ActorMention) -> bool:
    return token.idx < mention.span.start


def _official(reading: Reading, party: Party) -> bool:
    """True when a party of unknown side can stand for another state: it holds an office or hosts a visit."""
    if party.spans and not party.mentions:
        return True
    if party.kind in ("state", "institution"):
        return True
    if party.kind == "group":
        return bool(_FOREIGN_GROUP.search(party.name))
    return party.kind == "person" and _foreign_words(reading, party.name)


def _foreign_words(reading: Reading, name: str) -> bool:
    """True when the text gives this person the title of a head of state or government, or of a minister, anywhere."""
    own = [m for m in reading.actors if m.name == name and m.kind == "person" and not m.pronoun]
    return any(_titled(reading, m) for m in own)


def _titled(reading: Reading, mention: ActorMention) -> bool:
    if mention.office and set(mention.office.lower().split()) & _TITLES:
        return True
    for i in range(mention.end_token - 1, max(-1, mention.start_token - 9), -1):
        word = reading.doc[i]
        if word.lower_ in _TITLES:
            return True
        if word.pos_ in ("VERB", "AUX") or word.text in (";", ".", "\n"):
            return False
    return False


def one_contact(reading: Reading, token: Token) -> bool:
    """False for habits and for counts of many contacts ("have met five times"): those are claims."""
    if _asked(token):
        return False
    near = token.doc[max(begins(token), token.i - 4) : min(ends(token), token.i + 8)]
    if any(t.lower_ in _HABIT for t in near if t.head.i == token.i or abs(t.i - token.i) == 1):
        return False
    if token.lower_ == "contacts" and not any(t.pos_ in ("VERB", "AUX") for t in token.sent):
        return False
    if token.pos_ == "NOUN" and token.tag_ in ("NNS", "NNPS"):
        lead = [t for t in noun_words(token)[:-1] if not _in_date(reading, t)]
        return not any(t.pos_ == "NUM" or t.lower_ in _COUNTS for t in lead)
    return not _times(token)


def _asked(token: Token) -> bool:
    """True inside a question: "Will they meet?" tells of nothing."""
    stop = next((t for t in token.doc[token.i + 1 : ends(token)] if t.text in ("?", ".", "!", ":")), None)
    return stop is not None and stop.text == "?"


def _latest(times: Token) -> bool:
    """For "Four times, most recently on 25 April": the last of them is told."""
    return any(t.lower_ in ("recently", "lately") for t in times.doc[times.i + 1 : min(ends(times), times.i + 10)])


def _in_date(reading: Reading, token: Token) -> bool:
    return any(d.span.start <= token.idx < d.span.end for d in reading.dates)


def _times(token: Token) -> bool:
    """True for "five times" in the verb's own clause, "once" and "one time" excepted."""
    opening = token.doc[begins(token) : begins(token) + 3]
    if any(t.lower_ == "times" and t.i < token.i for t in opening):
        return True
    for t in token.doc[token.i + 1 : min(ends(token), token.i + 10)]:
        if t.lower_ == "times" and t.i > 0:
            return t.nbor(-1).lower_ not in ("one", "1") and not _latest(t)
        if t.pos_ == "VERB":
            return False
    return False
