"""Sides of contact verbs: meet, speak, telephone, receive, invite."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.reports.contacts import grammar, subjects
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.around import Around, Sides
from demarche.reports.contacts.destinations import destinations, target_at
from demarche.reports.contacts.draft import Party
from demarche.reports.contacts.parties import union
from demarche.reports.contacts.phrases import Phrase, top
from demarche.reports.contacts.teams import teams_before
from demarche.reports.contacts.unnamed import local_people, many_before
from demarche.reports.contacts.vocabulary import is_body
from demarche.reports.contacts.windows import begins, ends


def mutual(around: Around) -> Sides:
    """For "A met with B", "A and B spoke": the subject on one side, the with-phrase or the object on the other."""
    if around.sense.name == "meet" and is_passive(around.token):
        return passive(around)
    left = around.subject()
    right = [r for r in around.right() if _near_enough(around, r)]
    if around.sense.weak:
        right = [r for r in right if _hangs_on(around, r)]
    if not right and around.sense.name in ("meet", "gather"):
        bare = grammar.bare_right(around.token, around.rows)
        right = [bare] if bare else []
    right = right or subjects.relative_object(around.token, around.rows)
    local = local_people(around.reading, around.token, right) if around.sense.name in ("meet", "speak") else []
    if not left and not right and not local and around.sense.name in ("meet", "gather"):
        teams = teams_before(around, subjects.subject_word(around.token))
        return Sides([teams] if teams else _many_gather(around))
    if right or local:
        return Sides(spread(around, left, right, local), near=left)
    if len(left) == 1 and _alone(around):
        left = around.of(subjects.before_who(around.token, around.rows)) or left
    if len(left) == 1 and around.sense.name in ("meet", "gather") and _meets_alone(left[0]) and _alone(around):
        hosts = destinations(around.reading, around.token, frozenset({"in", "at", "on"}), bare=False)
        hosts = [p for p in hosts if p.side != left[0].side]
        return Sides([union(left, hosts)] if hosts or left[0].kind == "group" else [], near=left)
    return Sides([left], near=left) if len(left) > 1 and _alone(around) else Sides(near=left)


def _many_gather(around: Around) -> list[list[Party]]:
    """For "Foreign ministers from six Gulf states gathered in B": a group abroad, and the state where it meets."""
    guests = many_before(around.reading, around.token)
    hosts = destinations(around.reading, around.token, frozenset({"in", "at", "on"}), bare=False) if guests else []
    return [union(guests, hosts)] if hosts else []


def _meets_alone(party: Party) -> bool:
    """For "the G20 meets in Washington": the members of a body, guests of a state."""
    body = party.kind in ("institution", "group") and party.side is not None and is_body(party.side)
    inner = ("Council", "Commission", "Parliament", "Court", "Committee", "Assembly")
    return body and not any(word in party.name for word in inner)


def _alone(around: Around) -> bool:
    """True when a plural subject suffices: "the leaders met"; not when something else is met."""
    if around.sense.name in ("confer", "met-as-said"):
        return True
    if around.sense.name == "sit-down" and around.token.lemma_.lower() == "sit":
        after = around.token.doc[around.token.i + 1 : around.token.i + 3]
        return any(t.lower_ in ("together", "down") for t in after)
    if around.sense.name == "sit-down":
        return not _with_others(around.token)
    if around.sense.name == "spend-time":
        after = around.token.doc[around.token.i + 1 : min(ends(around.token), around.token.i + 7)]
        return any(t.lower_ in ("together", "over", "talking", "alone") for t in after)
    if around.sense.name == "engage":
        near = around.token.doc[around.token.i + 1 : around.token.i + 5]
        return any(t.lower_ in ("sidelines", "margins", "person") for t in near)
    return not around.sense.weak and not _has_object(around.token) and not _with_others(around.token)


def _with_others(verb: Token) -> bool:
    """True for "they talked to people who survived": somebody else is met, nobody that the text names."""
    beside = [c for c in verb.children if c.dep_ in ("obl", "nmod") and c.pos_ in ("NOUN", "PROPN")]
    others = [c for c in beside if c.lemma_.lower() not in words.PHONE]
    return any(p.lower_ in ("to", "with") for c in others for p in c.children)


def _hangs_on(around: Around, row: Phrase) -> bool:
    """True when the tree hangs the phrase on the cue, or it stands right behind it."""
    if row.start - around.token.i <= (12 if around.sense.name == "spend-time" else 3):
        return True
    return top(around.reading.doc, row.mentions[0]).head.i == around.token.i


def _near_enough(around: Around, row: Phrase) -> bool:
    """For "Spoke to" takes its phrase at once; "with" may come after the means, the day and the place."""
    longest = 12 if around.sense.name == "sat-across" else 8
    return row.preposition == "with" or row.start - around.token.i <= longest


def _has_object(verb: Token) -> bool:
    since = verb.dep_ == "acl:relcl" and verb.head.lemma_.lower() in words.TIMES  # "the last time that A and B met"
    return any(c.dep_ == "obj" and c.lemma_.lower() not in words.TIMES for c in verb.children) and not since


def direct(around: Around) -> Sides:
    """For "A telephoned B": subject and object."""
    if is_passive(around.token):
        return passive(around)
    left = around.subject()
    bare = grammar.bare_right(around.token, around.rows)
    whom = subjects.relative_object(around.token, around.rows) if bare is None else []
    bare = whom[0] if whom else bare
    if bare is not None and around.sense.name == "telephone" and _named_so(around.token, bare):
        return Sides(near=left)
    seat = _rang_capital(around) if bare is None else []
    if seat:
        return Sides([union(left, seat)], near=left)
    if bare is None:
        each = _one_after_another(around)
        if each:
            return Sides([union(left, [p]) for p in each], near=left)
        return Sides([left]) if around.sense.type == "call" and len(left) > 1 else Sides(near=left)
    others = around.of([bare])
    if around.sense.name == "see" and any(p.kind != "person" for p in (*left, *others)):
        return Sides()
    if around.sense.type == "call" and len(others) > 1:
        return Sides([union(left, [other]) for other in others])
    return Sides(spread(around, left, [bare], []))


def _rang_capital(around: Around) -> list[Party]:
    """B in "rang Muscat at midnight": a capital stands for its government."""
    if around.sense.name != "telephone" or around.token.i + 2 >= ends(around.token):
        return []
    found = target_at(around.reading, around.token.i + 1)
    after = around.token.doc[found[1]] if found is not None and found[1] < ends(around.token) else None
    if found is None or after is None or after.pos_ not in ("ADP", "PUNCT", "CCONJ", "ADV", "PART", "PROPN"):
        return []
    return [p for p in found[0] if p.side] if after.text not in ("'s", "’s", "(") else []


def _named_so(verb: Token, row: Phrase) -> bool:
    """For "Called B a strong man": a judgement, no telephone."""
    after = verb.doc[row.end : row.end + 4]
    if len(after) < 2 or after[0].lower_ not in ("a", "an", "“", '"', "‘"):
        return False
    return not any(t.lower_ in words.TIMES or t.lower_ in ("few", "little", "second", "third", "couple") for t in after)


def _one_after_another(around: Around) -> list[Party]:
    """For "Rang both ministers: 15 minutes for B in Tokyo, twice as long for C in Seoul"."""
    if around.sense.name != "telephone":
        return []
    rows = [r for r in around.rows if r.start > around.token.i and r.preposition == "for"]
    people = [_placed(around, p) for p in around.of(rows) if p.kind == "person"]
    return people if len(people) > 1 else []


def _placed(around: Around, person: Party) -> Party:
    """A person of unknown side stands for the state of the city named right after: "Hanabusa in Tokyo"."""
    if person.side is None and person.mentions:
        end = person.mentions[0].span.end
        near = [p.state for p in around.reading.places if p.state and 0 < p.span.start - end < 6]
        person.side = near[0] if near else None
    return person


def is_passive(verb: Token) -> bool:
    """True for "was received", "were called"."""
    return any(c.dep_ == "aux:pass" for c in verb.children)


def passive(around: Around) -> Sides:
    """For "B was received by A"."""
    by = grammar.right_rows(around.token, around.rows, frozenset({"by"}))
    return Sides([union(around.of(by), around.subject())]) if by else Sides()


def bring(around: Around) -> Sides:
    """For "A brought B and C together": all of them meet."""
    found = direct(around)
    beside = around.of([r for r in around.rows if r.start > around.token.i and r.preposition == "with"])
    found.own = [union(group, beside) for group in found.own if all(p.kind == "person" for p in group)]
    return found


def call_on(around: Around) -> Sides:
    """For "A will call on B": A goes to see B."""
    on = grammar.right_rows(around.token, around.rows, frozenset({"on"}))
    people = [p for p in around.of(on[:1]) if p.kind == "person"]
    verb = grammar.carrier(around.token) if around.token.pos_ == "NOUN" else around.token
    return Sides([union(around.subject(verb), people)] if people else [])


def invite(around: Around) -> Sides:
    """For "A invited B to visit C": B will be A's guest."""
    if is_passive(around.token):
        by = grammar.right_rows(around.token, around.rows, frozenset({"by"}))
        return Sides([union(around.subject(), around.of(by))] if by and _to_come(around.token) else [])
    hosts = around.subject()
    bare = grammar.bare_right(around.token, around.rows)
    guests = around.of([bare]) if bare and not _to_act(around.token, bare.end) else []
    return Sides([union(guests, hosts)] if hosts and guests else [])


def _to_come(verb: Token) -> bool:
    """For "B was invited to Budapest by A", "to visit": a journey, not a task."""
    after = verb.doc[verb.i + 1 : verb.i + 3]
    if len(after) < 2 or after[0].lower_ != "to":
        return False
    return after[1].text[:1].isupper() or after[1].lower_ in ("visit", "come")


def _to_act(verb: Token, end: int) -> bool:
    """For "invited B and C to open dialogue": they are asked to do something, not to come."""
    after = verb.doc[end : end + 3]
    asked = next((t for t in after if t.pos_ == "VERB"), None)
    if len(after) < 2 or after[0].lower_ != "to":
        return False
    return asked is not None and not grammar.is_one_of(asked, words.COMES)


def spread(around: Around, left: list[Party], right: list[Phrase], local: list[Party]) -> list[list[Party]]:
    """One contact for all, or one for each of the other side when the words say so."""
    others = union(around.of(right), local)
    if len(others) > 1 and _one_by_one(around, right):
        return [union(left, [other]) for other in others]
    if len(right) > 1 and any(r.separate for r in right):
        return [union(left, around.of([row])) for row in right]
    return [union(left, others)]


def _one_by_one(around: Around, right: list[Phrase]) -> bool:
    """For "Telephone conversations with A and B", "met separately with A and B"."""
    token = around.token
    if token.tag_ == "NNS" and around.sense.name in ("call-noun", "conversation-noun", "meeting-noun", "meal-noun"):
        return True
    if around.sense.name == "contact-noun" and len({p.side for p in around.of(right)}) > 1:
        return True
    near = token.doc[max(begins(token), token.i - 3) : min(ends(token), token.i + 3)]
    if any(t.lower_ in ("separately", "individually") for t in near):
        return True
    after = token.doc[right[-1].end : min(ends(token), right[-1].end + 2)] if right else ()
    if any(t.lower_ in ("separately", "individually") for t in after):
        return True
    return any(r.separate for r in right) and len(right) == 1 and len(right[0].mentions) == 2
