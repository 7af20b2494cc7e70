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
