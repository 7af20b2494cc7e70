"""Aid: delivered or approved. A rule's docstring is what the user reads."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import bounds, near
from demarche.reports.offers.make import offer
from demarche.reports.offers.words import AID_NOUNS, COURTESIES
from demarche.reports.statements.syntax import negated
from demarche.reports.statements.voices import Voice

_THANKS = frozenset(["thank", "thanks", "thanked", "thanking", "grateful", "gratitude", "appreciation"])
_WISHED = frozenset(
    [
        "will",
        "would",
        "should",
        "could",
        "may",
        "might",
        "if",
        "whether",
        "can",
        "need",
        "needs",
        "urged",
        "asked",
        "requested",
        "promised",
        "pledged",
        "not",
        "denied",
        "denies",
        "deny",
        "n't",
        "ready",
        "committed",
        "commitment",
        "'ll",
        "continue",
        "shall",
        "discussed",
        "importance",
        "ways",
    ]
)


_PAPERS = frozenset(
    ["report", "statement", "letter", "video", "data", "figures", "list", "names", "document", "footage"]
)


def given(scene: Scene, token: Token) -> Deed | None:
    """Delivers, hands over, grants, donates, approves, allocates aid of any kind to another side."""
    if (
        negated(token)
        or (token.dep_ == "amod" and not scene.led(token))
        or (token.pos_ not in ("VERB", "AUX") and not _over(token))
    ):
        return None
    after = near(token, 0, 16)[1:]
    if any(t.lower_ in ("embargo", "sanctions", "tariffs", "ban", "blockade") for t in after):
        return None
    if any(t.lower_ in COURTESIES for t in after[:4]) or any(t.lower_ == "until" for t in after[:5]):
        return None
    if any(t.lower_ in _PAPERS for t in after[:4]):
        return None
    before = {t.lower_ for t in near(token, 5, 0)[:-1]}
    if before & _WISHED or not (
        any(t.lower_ in AID_NOUNS for t in after) or _sum(after[:6]) or _sum(near(token, 12, 0))
    ):
        return None
    bare = token.tag_ in ("VB", "VBG", "NN")
    if bare and not _real(token):
        return None
    giver = thanked(scene, token) if bare else ()
    actors = giver or scene.doers(token, strict=True) or _decider(scene, token) or _official(scene, token)
    if not actors:
        return None
    _, end = bounds(token)
    taker = scene.counterpart(token.i, max(end, min(token.sent.end, token.i + 12)), actors)
    return offer(scene, "aid", "given", token, actors, taker[:2], status="done") if taker else None


def _sum(tokens: list[Token]) -> bool:
    """True for "$1bn", "€6.3bn", "A$40m": a sum of money."""
    return any(any(mark in t.text for mark in "$€£¥") for t in tokens)


def _decider(scene: Scene, token: Token) -> tuple[Voice, ...]:
    """Whose decision it was: "Japan's decision to provide Ukraine with generators"."""
    noun = next((t for t in near(token, 3, 0) if t.lower_ == "decision"), None)
    owner = next((c for c in noun.children if c.dep_ == "nmod:poss"), None) if noun is not None else None
    return scene.named_by(owner) if owner is not None else ()


def _official(scene: Scene, token: Token) -> tuple[Voice, ...]:
    """The publishing state, where its own text tells in the passive what was released."""
    passive = any(c.dep_ == "aux:pass" for c in token.children)
    return scene.official if passive and any(t.lower_ in AID_NOUNS for t in near(token, 9, 0)) else ()


def _over(token: Token) -> bool:
    return token.lower_ == "hand" and near(token, 0, 1)[-1].lower_ == "over"


def _real(token: Token) -> bool:
    """True for what is being done or was decided: is delivering, for granting, the decision to hand over."""
    before = [t.lower_ for t in near(token, 4, 0)[:-1]]
    if token.tag_ == "VBG":
        return bool({"is", "are", "been", "was", "were", "for", *_STARTED} & set(before[-3:]))
    return before[-1:] == ["to"] and bool(_DECIDED & set(before))


_STARTED = frozenset(("begins", "begin", "began", "begun", "starts", "start", "started", "resumes", "resumed"))
_DECIDED = frozenset(("decision", "decided", "decides", "decide", "steps", "moved"))


def aid_noun(scene: Scene, token: Token) -> Deed | None:
    """A sum of aid: $1 billion in assistance, a package of 500 million euros; from the one who is thanked or named."""
    window = near(token, 9, 0)
    if "need" in {t.lower_ for t in near(token, 3, 0)}:
        return None  # "13.5 million people in need of aid"
    money = next((t for t in window if t.lower_ in ("$", "€", "£", "million", "billion", "usd", "eur")), None)
    if money is None:
        return None
    actors = thanked(scene, token) or scene.doers(token.sent.root)
    taker = scene.counterpart(token.i, min(token.i + 8, token.sent.end), actors) if actors else ()
    if not taker:
        return None
    status = "done" if token.lower_ == "package" or thanked(scene, token) else "open"
    return offer(scene, "aid", "aid-noun", token, actors, taker[:1], status=status, also=[money, window[0]])


def thanked(scene: Scene, token: Token) -> tuple[Voice, ...]:
    """Whom the sentence thanks: the giver of what it tells."""
    for word in token.sent:
        if word.i < token.i and word.lower_ in _THANKS:
            for near_by in word.doc[word.i + 1 : min(word.i + 14, token.i)]:
                mention = scene.reading.actor_at(near_by.i)
                if mention is not None:
                    return scene.named_by(near_by)
    return ()
