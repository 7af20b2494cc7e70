"""Small word lists that the contact rules share."""

from __future__ import annotations

import re


def bag(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


#: verbs whose subject takes part in the event that their object or phrase names
TAKES_PART = bag(
    """have hold conduct do make pay take attend join participate host chair co-chair cochair lead begin commence start
    open continue complete finish conclude undertake give engage enter resume embark get arrive co-host cohost be
    meet speak talk travel fly go head end convene share enjoy wrap schedule plan follow leave return address
    organize organise depart receive exchange initiate request accept cancel postpone scrap set stage due slated
    renew relaunch restart reopen launch prepare"""
)

#: verbs in which the event itself stands as the subject: "talks were held between ..."
OCCURS = bag(
    """hold take place occur happen be have begin start last open schedule plan conclude follow run continue expect
    convene arrange set go come will end launch"""
)

#: words after which a phrase speaks of a topic, a time or a reason, not of the other side
TOPIC = bag(
    """about regarding concerning following after before ahead during amid amidst despite including since until till
    because while when although though if whether than against toward towards upon without under through throughout
    around over like as so but besides prior due per via within given"""
)

#: "at the initiative of the French side" opens a phrase of its own
AT_THE_WISH = bag("initiative request invitation suggestion behest proposal urging insistence wish occasion end start")

#: verbs of keeping up what is there: no contact of their own
GOES_ON = bag(
    """continue maintain keep stay remain step intensify develop expand strengthen deepen retain value sustain enhance
    pursue promote"""
)

#: meetings of one's own people
INNER = bag("cabinet weekly staff government party campaign board faculty parliamentary crisis-team")

#: nouns of office that open a long title
TITLES = bag(
    """director minister secretary president head chief chairman chair chairwoman speaker representative envoy
    ambassador adviser advisor commissioner member deputy coordinator officer leader chancellor governor
    vice-president counsellor commander general premier elect"""
)

#: plural heads of a phrase whose states act: "the governments of A and B"
GROUPS = bag(
    """government leader minister president representative delegation official side head envoy negotiator team
    counterpart"""
)

#: verbs whose object is a topic, whoever it names: "discussed Iran by phone"
TREATS = bag("discuss review address debate condemn consider raise assess examine cover coordinate")

#: bodies of two states that meet for them: "a meeting of the joint commission"
JOINT = bag("commission committee council group commissions subgroup platform mechanism format dialogue")

SERIES = bag("round series number set day hour cycle session sequence rounds hours days")

PARTICIPATION = bag("participation attendance appearance presence attending")

DELEGATION = bag("delegation delegations team mission")

#: "participants in the call included A and B"
ATTENDERS = bag("participants attendees")

#: "A and B announced the resumption of talks"
ANNOUNCES = bag("announce agree declare confirm welcome")
STARTS = bag("resumption start beginning opening launch continuation end conclusion round")

HOSTS = bag("host organize organise stage hold")

TEAMS = bag("teams delegations advisers advisors ministers officials experts negotiators representatives envoys staffs")

#: bodies whose bare name can stand for their summit: "the G20 in India"
GATHERINGS = bag("G20 G-20 G7 G-7 G8 G-8 APEC")

#: what guests are invited to do
COMES = bag("visit come attend pay travel join take participate meet be make stay see address speak fly return")

#: verbs that send a message on its way
SENDS = bag("send write hand address dispatch deliver transmit forward cable wire")

#: nouns of time that a small parser takes for objects: "have met this year"
TIMES = bag("beforehand again together time times year month week day today hour minute once twice morning evening")

CALENDAR = bag(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. aug. sept. oct.
    nov. dec."""
)

#: verbs of telling whose object hears it: "told B in a call"
TELLS = bag("tell inform assure warn urge thank congratulate ask brief remind advise")

#: verbs whose words go to somebody: "extended greetings to B"
CONVEYS = bag("extend convey express offer send pass say")

#: verbs that ask somebody to take part: "called on B to engage in talks"
ASKS = bag("call urge invite ask press encourage")

#: verbs by which one more takes part: "C joined the talks"
JOINS = bag("join attend participate")

#: verbs that keep somebody from a journey or a meeting
BARS = bag("prevent bar forbid ban prohibit")

#: means of a call
PHONE = bag("telephone phone video videoconference video-link videolink line blower hotline teleconference telephoned")

#: words that make a conversation one in person
IN_PERSON = bag(
    "corridor hallway lobby lounge room face person sidelines sideline margins margin face-to-face tete-a-tete oval"
    " basilica cathedral palace airport villa"
)

#: words that mark another contact of the same pair
OTHER = bag(
    """previous last earlier next further another second third fourth fifth sixth seventh eighth ninth tenth new future
    upcoming additional forthcoming subsequent separate coming other later prior recent past"""
)

ORDINALS = bag("first second third fourth fifth sixth seventh eighth ninth tenth")

#: groups of citizens, whatever state they are of
CIVIL = bag(
    """business economic civil society community religious industry ngo ngos private academic media troops forces
    soldiers servicemembers personnel"""
)

#: domestic people: meeting them is no contact between states
DOMESTIC = bag(
    """governor governors mayor mayors senator senators congressman congresswoman congressional congress lawmaker
    lawmakers citizen citizens worker workers servicemen serviceman soldier soldiers doctor doctors student students
    teacher teachers journalist journalists reporter reporters businessman businessmen business ceo ceos executive
    executives company companies investor investors family families relatives survivors refugees refugee resident
    residents voters veterans veteran volunteers patient patients ngo ngos pastor patriarch bishop archbishop priest
    actor singer house democratic republican bipartisan committee engineer activist tourist migrant migrants
    athletes athlete cabinet press staff colleagues aides wife husband mother"""
)

#: objects that "meet", "call" and "see" take when nobody is met
JOINERS = bag(", and & or as well together along with then separately also plus / ( ) both - – followed by later")

DISTRIBUTIVE = bag("separately respectively individually separate each bilateral")


_BODY = re.compile(
    r"^(?:[A-Z]{2,}\d*|G\d+|[A-Z]+\+\d)$|\b(?:Union|Organi[sz]ation|Council|Nations|Association|Alliance|League|Conference"
    r"|Commonwealth|Community|Quad|Cooperation|Commission|Group of)\b"
)


def is_body(name: str) -> bool:
    """True for the name of an international body: "G7", "NATO", "European Union", "Arab League"."""
    return bool(_BODY.search(name))
