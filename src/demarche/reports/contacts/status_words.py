"""The words that tell a plan from a deed, a proposal from a plan, a denial from a report."""

from __future__ import annotations

import re

from demarche.reports.contacts.vocabulary import bag

CANCEL = bag("cancel drop scrap scrub shelve abandon axe ditch scuttle scupper abort annul nix")
OFF = (("call", "off"), ("pull", "out"), ("back", "out"), ("fall", "through"), ("bow", "out"), ("drop", "out"))
THREATEN = bag("threaten consider weigh want urge ask refuse decline mull contemplate")
PUT_OFF = bag("postpone reschedule defer delay")
PROPOSE = bag(
    """propose suggest recommend invite offer float urge ask request seek want wish hope consider weigh mull contemplate
    demand desire advocate ponder explore envision court aspire pitch moot try work"""
)
PROPOSAL_NOUNS = bag(
    """proposal offer invitation possibility prospect idea chance request suggestion readiness willingness desire
    wish hope need option likelihood interest appeal call speculation"""
)
READY = bag("ready willing prepared open eager keen able possible potential conceivable likely unlikely")
PLAN = bag(
    """plan schedule set due slate expect intend agree arrange promise pledge undertake prepare foresee pencil aim
    announce decide envisage look await commit vow anticipate authorize authorise prepare plan book tap instruct
    assign earmark suppose mean"""
)
EXPECTED = bag("due plan schedule expect slate")
PLAN_NOUNS = bag("""preparation plan commitment decision agreement date arrangement promise pledge schedule""")
COMING = bag("upcoming next forthcoming future planned scheduled coming expected impending pending")
DENY = bag("deny refute dismiss reject disavow rebut debunk contradict")
RUMOURS = bag("rumour rumor report claim allegation story suggestion assertion speculation account")
REFUSE = bag("refuse decline fail avoid skip forgo")

UNTRUE = re.compile(
    r"\b(untrue|false|fake|moonshine|nonsense|baseless|unfounded|groundless|invent\w+|fabricat\w+|"
    r"not true|without foundation|fiction|denied|denies|rejected|dismissed|hoax|rubbish)\b",
    re.I,
)
RUMOUR_UNTRUE = re.compile(
    r"\b(?:reports?|rumou?rs?|claims?|allegations?|suggestions?) (?:that|of|about)\b[^.;]{0,140}?\b"
    r"(?:do(?:es)? not correspond to|(?:is|are|was|were) "
    r"[\"“]?(?:untrue|false|fake|baseless|unfounded|groundless|nonsense|invented|wrong|moonshine|rubbish|fiction))\b",
    re.I,
)
NOT_TRUE_THAT = re.compile(r"\b(not|n['’]t) (?:true|correct|the case|accurate) that\b", re.I)
#: after a noun that the tree has torn from its verb: "... that Ankara has announced is not planned"
NOT_PLANNED = re.compile(
    r"[^.;]*?\b(?:is|are|was|were|has|have)(?: not|n['’]t) (?:been )?"
    r"(?:planned|scheduled|foreseen|envisaged|held|on the cards)\b",
    re.I,
)
NEW_DAY = re.compile(
    r"\b(?:to|until|till|for) (?:early |late |mid-)?(?:the )?(?:\d|[A-Z][a-z]+day\b|Jan|Feb|Mar|Apr|May\b|Jun"
    r"|Jul|Aug|Sep|Oct|Nov|Dec|next (?:week|month|year|spring|summer|autumn|fall|winter)\b)"
)
DENIED_AFTER = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es?|ed)) (?:this|it|(?:that|the "
    r"(?:report|claim|account|story)s?)(?=[.,;]))\b",
    re.I,
)
NO_SUCH = re.compile(r"\b(?:no such (\w+?)s?|such an? (\w+) (?:was|has) n(?:either|ever|ot))\b", re.I)
RETRACTED = re.compile(
    r"\b(?:withdr(?:aw|ew) (?:the|this|that) (?:statement|claim|report)|should not have been "
    r"(?:printed|published))\b",
    re.I,
)
NEITHER = re.compile(
    r"\bneither confirm\w* nor den\w+|\b(?:would|could|did) (?:not|neither) confirm \w* ?(?:n?or) deny", re.I
)
DROPPED_AFTER = re.compile(
    r"\b[Ii]t (?:has been|has since been|was|was later|is) (?:cancell?ed|called off|scrapped|shelved)\b"
)
NEVER_DID = re.compile(
    r"(?:^|[.;] )(?:They|It|He|She|That|Neither|None)(?: ever)? (?:never|did not|didn['’]t)"
    r"(?: did| happened| took place| came(?: about)?)?[.;]"
)
BUT_DID_NOT = re.compile(
    r"\bbut (?:in the end |then )?(?:(?:he|she|they|it) )?(?:did not|didn['’]t|never did)(?: do)?(?: so)?[.;,]"
)
#: a paper takes back what it printed: "We wrote that A had met B. He did not."
PRINTED = re.compile(
    r"\b(?:[Ww]e|[Tt]his (?:news)?paper|[Tt]his page|[Oo]ur (?:report|article|story)) (?:\w+ )?"
    r"(?:wrote|reported|said|stated|claimed|printed|written|announced)\b[^.]*\. "
    r"(?:They|It|He|She|That|Neither|None) (?:(?:did|had|was|has) not|never|(?:did|had|was|has)n['’]t)\b"
)
CORRECTED = re.compile(
    r"\b(?:corrected (?:him|her|it|them)sel(?:f|ves)|admitted|conceded|acknowledged|later confirmed|"
    r"then confirmed)\b",
    re.I,
)
ACCEPTED = re.compile(
    r"\b(?:invitation|proposal|offer|invite)\b[^.]{0,40}\b(?:was|has been|were|been)? ?accepted\b|"
    r"\baccept(?:ed|s)\b[^.]{0,40}\b(?:invitation|invite|offer|proposal)\b|\b(?:gladly|gratefully) accepted\b",
    re.I,
)

#: what a contact of each type is called when it is taken up again
NOUNS_OF = {
    "call": bag("call conversation contact talk exchange"),
    "meeting": bag("meeting encounter contact talk conversation session dinner lunch"),
    "visit": bag("visit trip journey"),
    "summit": bag("summit meeting"),
    "talks": bag("talk negotiation meeting contact"),
    "message": bag("letter message note"),
}
