"""Words that carry a stance: verbs by themselves, nouns with a verb that conveys them, adjectives, set phrases.

The stances are the codebook's: praise thank congratulate condole support neutral doubt reject criticise accuse
threaten request. What carries none ("discussed", "noted", "emphasised the importance of") is in no table.
"""

from __future__ import annotations

from demarche.mentions.quotes_verbs import words

#: stance -> verbs that carry it by themselves, with the other actor or its deed as object
_VERBS: dict[str, str] = {
    "thank": "thank appreciate",
    "congratulate": "congratulate felicitate",
    "praise": "praise commend laud applaud hail salute extol compliment",
    "criticise": "condemn denounce criticise criticize decry deplore slam blast lambast lambaste rebuke castigate"
    " chastise censure deride lament regret berate upbraid scold assail bemoan ridicule mock",
    "accuse": "accuse blame",
    "reject": "oppose repudiate reject rebuff dismiss deny rebut refute spurn decline",
    "support": "support welcome back endorse",
    "condole": "mourn",
    "request": "urge ask request beg implore beseech entreat",
    "doubt": "doubt question",
}
STANCE_VERBS: dict[str, str] = {verb: stance for stance, verbs in _VERBS.items() for verb in words(verbs)}

#: stance -> nouns that carry it when someone expresses, offers or reaffirms them
_NOUNS: dict[str, str] = {
    "thank": "appreciation gratitude thanks thankfulness",
    "congratulate": "congratulation congratulations felicitation felicitations",
    "condole": "condolence condolences sympathy sympathies sadness sorrow grief",
    "criticise": "concern concerns outrage alarm dismay regret disappointment condemnation indignation displeasure"
    " criticism",
    "support": "support solidarity commitment backing",
    "doubt": "doubt doubts skepticism scepticism misgiving misgivings",
    "reject": "opposition rejection",
    "praise": "admiration praise",
}
STANCE_NOUNS: dict[str, str] = {noun: stance for stance, nouns in _NOUNS.items() for noun in words(nouns)}

#: verbs that convey what a stance noun says
CARRIERS = frozenset(
    words(
        """
        express voice convey offer extend reiterate reaffirm affirm renew underscore underline stress emphasize
        emphasise note send share raise repeat confirm restate reinforce state pass register relay present
        declare pledge announce highlight
        """
    )
)
#: carriers too weak for "support": "highlighted support" is a topic, "pledged support" is an offer
_WEAK_FOR = {
    "support": frozenset({"pledge", "announce", "present", "send", "extend", "raise", "offer", "share", "note"}),
    "criticise": frozenset({"pledge", "announce", "present", "note", "confirm"}),
    "thank": frozenset({"pledge", "announce"}),
}

#: "reaffirmed the strong alliance": the relation itself is the stance
RELATION_VERBS = frozenset({"reaffirm", "affirm"})
RELATION_NOUNS = frozenset(
    words("alliance partnership friendship collaboration bond bonds ties tie relationship resolve unity intention")
)

#: heads that a stance infinitive may hang on: "called to congratulate", "would like to thank"
INFINITIVE_HEADS = frozenset(
    words(
        """
        call phone telephone ring speak talk write want like wish meet use join continue take wire cable visit pause
        begin start hasten travel
        """
    )
)


#: reactions that a noun tells of with "from", "by" or "among": drew condemnation from X
REACTIONS: dict[str, str] = {
    "condemnation": "criticise",
    "criticism": "criticise",
    "outrage": "criticise",
    "rebuke": "criticise",
    "praise": "praise",
    "rejection": "reject",
}

#: "recognised her years of service", "honoured their contribution"
MERITS = frozenset(words("service contribution contributions leadership effort efforts achievement courage sacrifice"))

#: verbs that tell of words without a stance of their own
NEUTRAL_VERBS = frozenset(
    words(
        """
        say state note stress emphasize emphasise underline underscore point tell declare add recall observe mention
        highlight remark claim maintain insist argue assert
        """
    )
)

#: "was grateful", "is committed to": adjectives that carry a stance beside a copula
PREDICATES: dict[str, str] = {
    "grateful": "thank",
    "thankful": "thank",
    "appreciative": "thank",
    "saddened": "condole",
    "heartbroken": "condole",
    "doubtful": "doubt",
    "sceptical": "doubt",
    "skeptical": "doubt",
    "concerned": "criticise",
    "alarmed": "criticise",
    "outraged": "criticise",
    "appalled": "criticise",
    "committed": "support",
    "open": "support",
}

#: "commitment to" + one of these is support; to do anything else is one's own policy
OWN_DEEDS = frozenset(
    words("support supporting maintain maintaining develop defend defending uphold protect strengthen promote deepen")
)

#: deeds that one says of another only to accuse
ACCUSING = frozenset(
    words(
        """
        violate violation breach derail sabotage undermine torpedo disrupt invade aggression aggressor occupy
        destabilize destabilise discriminate discrimination provoke provocation crime atrocity atrocities genocide
        terror persecute deport abduct loot shell shelling bombard bombardment massacre aggravate escalate lie
        responsible guilty complicit blame torture blackmail fabricate falsify annex betray interfere meddle
        """
    )
)


def noun_stance(noun: str, carrier: str) -> str | None:
    """The stance of "carrier + noun", or None: "expressed concern" criticises, "pledged support" is an offer."""
    stance = STANCE_NOUNS.get(noun)
    if stance is None or carrier not in CARRIERS or carrier in _WEAK_FOR.get(stance, ()):
        return None
    return stance
