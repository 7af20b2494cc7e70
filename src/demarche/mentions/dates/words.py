"""The words of English time: what each means, as tables."""

from __future__ import annotations


def group(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def in_order(text: str) -> tuple[str, ...]:
    """The words of a text in their order."""
    return tuple(text.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed weds",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month a season of the northern hemisphere starts with."""

UNITS = {
    name: unit
    for unit, names in {
        "second": "second seconds sec secs",
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs h",
        "day": "day days",
        "night": "night nights",
        "week": "week weeks",
        "fortnight": "fortnight fortnights",
        "month": "month months",
        "quarter": "quarter quarters",
        "year": "year years yr yrs",
        "decade": "decade decades",
        "century": "century centuries",
    }.items()
    for name in names.split()
}

ONES = in_order(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
)
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS = in_order(
    """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth"""
)

NUMBER_WORDS = {
    **{word: value for value, word in enumerate(ONES)},
    **TENS,
    **{f"{ten}-{ONES[one]}": value + one for ten, value in TENS.items() for one in range(1, 10)},
    "dozen": 12,
}
ORDINAL_WORDS = {
    **{word: value for value, word in enumerate(ORDINALS) if value},
    "twentieth": 20,
    "thirtieth": 30,
    **{f"{ten}-{ORDINALS[one]}": TENS[ten] + one for ten in ("twenty", "thirty") for one in range(1, 10)},
}

DAY_PARTS = {
    name: clock
    for clock, names in {
        "early": "dawn daybreak",
        "morning": "morning mornings",
        "noon": "noon midday lunchtime",
        "afternoon": "afternoon afternoons",
        "evening": "evening evenings",
        "night": "nighttime",
        "midnight": "midnight",
    }.items()
    for name in names.split()
}

DECADE_WORDS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
