"""Offers told in other words: put forward a plan, stands ready to, dropped its tax, said yes to, under a deal."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.reports.common import Deed, Scene
from demarche.reports.common.scene import told
from demarche.reports.common.spans import bounds, near, rest
from demarche.reports.offers.agreements import awaited, untrue
from demarche.reports.offers.make import offer, sides
from demarche.reports.offers.words import CONTACTS, PACTS
from demarche.reports.pressures.measures import harms
from demarche.reports.statements.syntax import conditional, infinitive, negated
from demarche.reports.statements.voices import Voice, unique

_PLANS = frozenset(
    words(
        """
        plan plans proposal proposals initiative idea ideas commission roadmap draft formula mechanism scheme swap
        compromise blueprint corridor framework package offer deal truce ceasefire
        """
    )
)
_TERMS = _PLANS | frozenset(words("terms articles conditions demand demands text treaty pact mediation help freeze"))
#: what readiness to do is no offer: to talk, to fight, to go on
_NO_OFFER = frozenset(
    words(
        """
        talk discuss meet negotiate listen engage cooperate work continue fight respond use act defend retaliate
        strike face go be play die wait speak support contribute develop strengthen deepen expand consider
        strengthen resume protect cover hear receive visit see do have further note welcome announce inform
        tell say express share join exchange mark stress recall
        """
    )
)
_GIVEN_UP = frozenset(
    words("tax taxes surcharge levy levies veto objection objections ban curbs demand demands claim duties duty tariff"
          " tariffs")
)  # fmt: skip
_FREED = frozenset(words("prisoners prisoner hostages hostage detainees soldiers bodies captives remains sailors crew"))


def put_forward(scene: Scene, token: Token) -> Deed | None:
    """Puts forward, tables, presents, dangles or unveils a plan, an idea, a deal."""
    found = [t.lower_ for t in near(token, 0, 11)[1:]]
    if token.lower_.startswith("put"):
        if found[:1] != ["forward"]:
            return None
    elif not _PLANS & set(found[:7]):
        return None
    if negated(token) or conditional(token) or infinitive(token) or token.dep_ in ("amod", "acl"):
        return None
    if token.lower_.startswith("put") and not any(w in _PLANS or w.endswith(("plan", "proposal")) for w in found[:8]):
        return None
    actors = scene.doers(token)
    recipients = scene.counterpart(token.i, bounds(token)[1], actors) if actors else ()
    return offer(scene, "proposal", "put-forward", token, actors, recipients[:2]) if recipients else None


def renewed_offer(scene: Scene, token: Token) -> Deed | None:
    """Renews, repeats or makes an offer to do something, expresses readiness or the intention to do it."""
    tail = near(token, 0, 9)[1:]
    noun = next((t for t in tail[:5] if t.lower_ in ("offer", "readiness", "willingness", "intention")), None)
    if noun is None or noun.i + 2 >= len(noun.doc) or negated(token) or infinitive(token):
        return None
    after = noun.doc[noun.i + 1]
    if after.lower_ not in ("to", "of") or (after.lower_ == "to" and not _offered_verb(after.nbor())):
        return None
    actors = scene.doers(token)
    recipients = scene.counterpart(token.i, bounds(token)[1], actors) if actors else ()
    kind = "proposal" if noun.lower_ == "offer" else "pledge"
    return offer(scene, kind, "renewed-offer", token, actors, recipients[:2], also=[noun]) if recipients else None


def ready_to(scene: Scene, token: Token) -> Deed | None:
    """Is ready, prepared, willing or happy to do something for another side."""
    after = near(token, 0, 2)[1:]
    if len(after) < 2 or after[0].lower_ not in ("to", ",") or token.dep_ == "amod" or negated(token):
        return None
    to = next((t for t in near(token, 0, 6)[1:] if t.lower_ == "to"), None)
    if to is None or to.i + 1 >= len(token.doc) or not _offered_verb(to.nbor()):
        return None
    if any(t.lower_ in CONTACTS for t in near(to, 0, 5)[2:]):
        return None
    lead = {t.lower_ for t in near(token, 5, 0)[:-1]}
    if token.lower_ == "happy" and "would" not in lead:
        return None
    if lead & {"if", "not", "n't", "unless", "whether", "until", "when", "must"}:
        return None
    actors = scene.doers(token, state=True) or scene.speakers(token)[0]
    recipients = scene.counterpart(token.i, token.sent.end, actors) if actors else ()
    if not recipients or not any(v.side or v.kind == "person" for v in actors):
        return None
    kind = "proposal" if _priced(token) else "pledge"
    return offer(scene, kind, "ready-to", token, actors, recipients[:2], also=[rest(to, 20)])


def _offered_verb(verb: Token) -> bool:
    return verb.lower_ not in _NO_OFFER and verb.lower_ not in CONTACTS and not harms(verb) and verb.pos_ != "NOUN"


def _priced(token: Token) -> bool:
    """True when the gain has its price: if, provided, in return, once, for."""
    tail = {t.lower_ for t in token.doc[token.i : token.sent.end]}
    return bool(tail & {"if", "provided", "return", "exchange", "once", "trade", "swap"})


def would_accept(scene: Scene, token: Token) -> Deed | None:
    """Signals or says that it would accept, live with or recognise what another side wants."""
    lead = [t.lower_ for t in near(token, 4, 0)[:-1]]
    if not {"would", "could", "can", "will"} & set(lead) or {"not", "n't", "never", "if"} & set(lead):
        return None
    if token.lower_ == "live" and [t.lower_ for t in near(token, 0, 1)[1:]] != ["with"]:
        return None
    speakers, verb = scene.speakers(token)
    own = scene.doers(token, strict=True) or speakers
    if verb is None or not speakers or not sides(own) & sides(speakers):
        return None
    recipients = scene.counterpart(token.i, bounds(token)[1], speakers)
    return (
        offer(scene, "concession", "would-accept", token, speakers, recipients[:2], also=[verb]) if recipients else None
    )


def accepted(scene: Scene, token: Token) -> Deed | None:
    """Accepts a plan, terms or an offer of another side, says yes to it."""
    tail = [t.lower_ for t in near(token, 0, 9)[1:]]
    if token.lower_ == "yes":
        if tail[:1] != ["to"] or not told(token.doc[token.i - 1]):
            return None
        verb = token.doc[token.i - 1]
    else:
        verb = token
    if not _TERMS & set(tail) or negated(verb) or conditional(verb) or infinitive(verb) or verb.tag_ in ("VB", "VBG"):
        return None
    if any(c.dep_ == "aux" and c.lower_ in ("would", "could", "might", "may", "must", "should") for c in verb.children):
        return None
    if any(c.dep_ == "aux:pass" for c in verb.children) or verb.dep_ == "amod":
        return None
    actors = scene.doers(verb)
    others = scene.counterpart(token.i, bounds(verb)[1], actors) if actors else ()
    if not others:
        return None
    return offer(
        scene, "agreement", "accepted", token, unique([*actors, *others[:1]]), (), status="accepted", also=[verb]
    )


def gave_up(scene: Scene, token: Token) -> Deed | None:
    """Drops, scraps, waives or abandons a tax, a veto, a demand for another side's good; frees its prisoners."""
    tail = [t.lower_ for t in near(token, 0, 9)[1:]]
    freeing = token.lower_.startswith(("fre", "releas", "hand", "repatriat", "swap", "exchang"))
    if not (_FREED if freeing else _GIVEN_UP) & set(tail) or negated(token) or conditional(token):
        return None
    lead = {t.lower_ for t in near(token, 5, 0)[:-1]}
    asked = {"demanded", "must", "should", "could", "may", "might", "asked", "urged", "told", "refused", "threatened"}
    if lead & (asked | {"whether", "if", "unless", "want", "wants", "not", "offered", "would"}) or token.dep_ == "amod":
        return None
    if token.tag_ in ("VB", "VBG") and not lead & {"will", "agreed", "'ll", "is", "are", "to"}:
        return None
    if token.pos_ not in ("VERB", "AUX") or awaited(token):
        return None
    actors = tuple(v for v in scene.doers(token) if v.side or v.kind in ("state", "institution"))
    recipients = scene.counterpart(token.i, bounds(token)[1], actors) if actors else ()
    status = "open" if token.tag_ == "VB" else "done"
    return offer(scene, "concession", "gave-up", token, actors, recipients[:2], status=status) if recipients else None


def assured(scene: Scene, token: Token) -> Deed | None:
    """Assures another side, or guarantees, that its own side will do or spare something."""
    tail = near(token, 0, 14)[1:]
    modal = next((t for t in tail if t.lower_ in ("will", "would", "'ll", "’ll")), None)
    if modal is None or negated(token) or conditional(token) or token.dep_ in ("amod", "acl"):
        return None
    actors = scene.doers(token)
    recipients = scene.counterpart(token.i, token.sent.end, actors) if actors else ()
    return offer(scene, "pledge", "assured", token, actors, recipients[:1], also=[modal]) if recipients else None


def under_pact(scene: Scene, token: Token) -> Deed | None:
    """Under a deal, an accord or a treaty that two sides have, each will do something."""
    lead = [t.lower_ for t in near(token, 5, 0)[:-1]]
    if [t.lower_ for t in near(token, 0, 2)[1:]] == ["under", "which"]:
        lead = ["under"]
    if "under" not in lead or token.dep_ == "compound" or untrue(token):
        return None
    main = token.sent.root
    hinge = main if main.pos_ in ("VERB", "AUX") else token
    actors = _both(scene, token, scene.doers(hinge))
    if len(sides(actors)) < 2:
        return None
    return offer(scene, "agreement", "under-pact", token, actors, (), status="accepted", also=[hinge])


def _both(scene: Scene, token: Token, own: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The parties: the doers, and whoever else the sentence names."""
    if len(sides(own)) > 1:
        return own
    others = scene.abroad(token.sent.start, token.sent.end, own)
    return unique([*own, *others[:1]]) if own else others[:2]


def agreed_pact(scene: Scene, token: Token) -> Deed | None:
    """Two sides agree a truce, a deal, the first phase of a plan: the pact as object."""
    tail = near(token, 0, 7)[1:]
    if not tail or tail[0].pos_ not in ("DET", "NUM", "ADJ", "NOUN") or tail[0].lower_ in ("that", "this"):
        return None
    if not PACTS & {t.lower_ for t in tail} or negated(token) or conditional(token) or infinitive(token):
        return None
    if token.dep_ in ("amod", "acl") or any(c.dep_ == "aux:pass" for c in token.children):
        return None
    actors = scene.doers(token)
    if len(sides(actors)) < 2:
        actors = unique([*actors, *scene.abroad(token.sent.start, token.sent.end, actors)[:1]]) if actors else actors
    if len(sides(actors)) < 2:
        return None
    return offer(scene, "agreement", "agreed-pact", token, actors, (), status="accepted")
