"""What the invented contacts are about, how long they last, where they are held: each thing in several words."""

from __future__ import annotations

TOPICS: tuple[tuple[str, ...], ...] = (
    ("grain exports", "shipments of grain", "the export of wheat"),
    ("the fisheries dispute", "fishing rights", "the quarrel over fishing quotas"),
    ("a new gas pipeline", "the planned gas link", "the pipeline project"),
    ("visa rules for students", "student visas", "easier visas for students"),
    ("the border crossing", "the reopening of the border crossing", "traffic at the border"),
    ("debt relief", "a rescheduling of debts", "relief on old loans"),
    ("the exchange of prisoners", "a prisoner swap", "an exchange of captives"),
    ("water from the upper river", "the sharing of river water", "the water question"),
    ("a rail link", "the railway project", "the planned railway"),
    ("maritime security", "safety at sea", "the protection of shipping"),
    ("rare earths", "the supply of rare earths", "critical minerals"),
    ("the search for a ceasefire", "a truce in the north", "terms of a ceasefire"),
    ("air traffic rights", "new flight routes", "direct flights"),
    ("cooperation in nuclear energy", "a nuclear power plant", "nuclear power"),
    ("the tax treaty", "double taxation", "the treaty on taxes"),
    ("labour migration", "work permits", "the rights of migrant workers"),
    ("the flood relief operation", "help after the floods", "relief for flooded regions"),
    ("joint naval exercises", "the planned naval manoeuvres", "an exercise of both navies"),
    ("tariffs on steel", "steel duties", "the duties on steel"),
    ("a satellite launch", "cooperation in space", "the joint satellite"),
)

OCCASIONS: tuple[tuple[str, ...], ...] = (
    ("the national day", "the national holiday", "the feast of the nation"),
    ("fifty years of diplomatic relations", "half a century of relations", "the anniversary of relations"),
    ("the new year", "the turn of the year", "the start of the year"),
    ("the opening of the new embassy", "the new embassy", "the embassy's opening"),
)

#: each length in several words with its closed interval in minutes
LENGTHS: tuple[tuple[tuple[str, int, int | None], ...], ...] = (
    (("20 minutes", 20, 20), ("about 20 minutes", 18, 22)),
    (("half an hour", 30, 30), ("about 30 minutes", 27, 33), ("35 minutes", 35, 35)),
    (("40 minutes", 40, 40), ("about 40 minutes", 36, 44), ("45 minutes", 45, 45)),
    (("55 minutes", 55, 55), ("about an hour", 50, 70), ("one hour", 60, 60)),
    (("70 minutes", 70, 70), ("more than an hour", 60, None), ("75 minutes", 75, 75)),
    (("90 minutes", 90, 90), ("an hour and a half", 90, 90), ("about 90 minutes", 81, 99)),
    (("two hours", 120, 120), ("about two hours", 108, 132), ("more than two hours", 120, None)),
    (("three hours", 180, 180), ("nearly three hours", 162, 180), ("about three hours", 162, 198)),
    (("four and a half hours", 270, 270), ("more than four hours", 240, None)),
)

THIRD_PLACES = ("Geneva", "Vienna", "Doha", "Singapore", "New York", "Abu Dhabi", "Muscat", "Samarkand")

Words = tuple[str, ...]
_MEASURES: tuple[Words, ...] = (
    ("tariffs on cars", "duties on cars"),
    ("a ban on wine imports", "an import ban on wine"),
    ("sanctions on banks", "sanctions against banks"),
    ("the closure of the border", "a closed border"),
    ("a halt to gas supplies", "a stop to gas supplies"),
    ("an arms embargo", "an embargo on weapons"),
)
_CONDITIONS: tuple[Words, ...] = (
    ("lifts its export ban", "ends its export ban"),
    ("releases the detained sailors", "frees the detained sailors"),
    ("pulls back its troops from the river", "withdraws its troops from the river"),
    ("reopens the strait", "opens the strait again"),
    ("returns to the talks", "comes back to the talks"),
    ("stops the overflights", "ends the overflights"),
)

#: what a deed is about, slot by slot; a story's topic chooses the row
DEEDS: dict[str, dict[str, tuple[Words, ...]]] = {
    "threat": {"measure": _MEASURES, "condition": _CONDITIONS},
    "ultimatum": {"measure": _MEASURES, "condition": _CONDITIONS},
    "sanction": {
        "target": (
            ("shipping companies", "shipping lines"),
            ("banks", "lenders"),
            ("oil traders", "dealers in oil"),
            ("arms makers", "weapons makers"),
            ("airlines", "air carriers"),
            ("mining firms", "mining companies"),
        ),
        "reason": (
            ("the seizure of a tanker", "a seized tanker"),
            ("a cyber attack", "an attack on its networks"),
            ("the arrest of journalists", "arrests of journalists"),
            ("the shelling of a port", "a shelled port"),
            ("forged papers", "the forging of papers"),
            ("the expulsion of an ambassador", "an expelled ambassador"),
        ),
    },
    "demand": {
        "demand": (
            ("release the detained fishermen", "free the detained fishermen"),
            ("withdraw its troops from the island", "pull its troops out of the island"),
            ("hand over the wreck", "give back the wreck"),
            ("stop the dredging", "end the dredging"),
        )
    },
    "pledge": {
        "sum": (
            ("200 million euros", "€200 million"),
            ("50 million dollars", "$50 million"),
            ("1.5 billion dollars", "$1.5 billion"),
            ("75 million euros", "€75 million"),
            ("30 armoured vehicles", "thirty armoured vehicles"),
            ("12 field hospitals", "a dozen field hospitals"),
        ),
        "purpose": (
            ("flood relief", "the flooded regions"),
            ("schools", "the building of schools"),
            ("the power grid", "electricity lines"),
            ("clinics", "rural clinics"),
            ("the border guard", "its border guard"),
            ("the wounded", "wounded civilians"),
        ),
    },
    "agreement": {
        "treaty": (
            ("a treaty on fisheries", "a fisheries treaty"),
            ("an agreement on air traffic", "an air traffic agreement"),
            ("a free trade agreement", "an agreement on free trade"),
            ("an extradition treaty", "a treaty on extradition"),
            ("a defence pact", "a pact on defence"),
        )
    },
    "condemn": {
        "outrage": (
            ("the shelling of the market", "the market shelling"),
            ("the attack on the convoy", "the convoy attack"),
            ("the execution of two prisoners", "two executions"),
            ("the bombing of the dam", "the dam bombing"),
        )
    },
    "congratulate": {
        "success": (
            ("the election victory", "the victory in the election"),
            ("the new term in office", "the second term"),
            ("the moon landing", "the landing on the moon"),
        )
    },
    "thank": {
        "favour": (
            ("the rescue of the sailors", "rescuing the sailors"),
            ("help after the earthquake", "its help after the earthquake"),
            ("the evacuation flights", "evacuating citizens"),
        )
    },
    "quote": {
        "quote": (
            ("Our door stays open, but it will not stay open for ever",),
            ("We have seen promises before, and we have counted them",),
            ("A border is drawn on paper, but people live on both sides of it",),
            ("Nobody should mistake patience for weakness",),
            ("There will be no second invitation to this table",),
            ("This river has never belonged to one country alone",),
        )
    },
}

STANCES = {"condemn": "criticise", "congratulate": "congratulate", "thank": "thank"}
