"""The words of claims: numbers, ordinals, and the nouns and verbs of contact."""

from __future__ import annotations

NUMBERS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        ]
    )
} | {"a dozen": 12, "two dozen": 24, "once": 1, "twice": 2, "thrice": 3, "thirty": 30, "forty": 40}  # fmt: skip

ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
            "nineteenth", "twentieth",
        ],
        1,
    )
} | {"inaugural": 1, "maiden": 1}  # fmt: skip

#: noun of contact -> the contact types it counts
NOUNS: dict[str, tuple[str, ...]] = {
    "call": ("call",),
    "phone call": ("call",),
    "conversation": ("call", "meeting"),
    "talk": ("talks", "meeting"),
    "chat": ("call", "meeting"),
    "natter": ("call", "meeting"),
    "exchange": ("call", "meeting"),
    "meeting": ("meeting", "summit"),
    "encounter": ("meeting", "summit"),
    "gathering": ("meeting", "summit"),
    "session": ("talks", "meeting"),
    "summit": ("summit",),
    "visit": ("visit",),
    "trip": ("visit",),
    "journey": ("visit",),
    "stay": ("visit",),
    "round": ("talks",),
    "dialogue": ("talks", "meeting"),
    "consultation": ("talks", "meeting"),
    "negotiation": ("talks",),
    "contact": ("call", "meeting"),
    "letter": ("message",),
    "handshake": ("meeting",),
}

#: verb of contact, as a pattern -> the contact types it counts
VERBS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"(?:talk(?:ed|s|ing)?|sp(?:oke|oken|eaks?|eaking)) (?:by|over the|on the) (?:tele)?phone", ("call",)),
    (r"(?:tele)?phoned?|call(?:ed|s)|r[aiu]ng|rings", ("call",)),
    (r"sp(?:oke|oken|eaks?|eaking)|talk(?:ed|s|ing)?|convers(?:ed|es)", ("call", "meeting")),
    (r"met|meets?|meeting|s[ae]t down|s[ae]w|seen|shaken hands|receiv(?:ed|es)|host(?:ed|s)|welcomed",
     ("meeting", "summit")),
    (r"visit(?:ed|s)?|travel(?:l?ed|s)|been (?:to|in|on)|flown to|set foot|come to|came to", ("visit",)),
    (r"negotiat(?:ed|es?)|held talks", ("talks",)),
)  # fmt: skip


def number(word: str) -> int | None:
    """The value of "six", "6", "FOUR", "twice"; None for anything else."""
    plain = word.strip().lower()
    return int(plain) if plain.isdigit() else NUMBERS.get(plain)


def ordinal(word: str) -> int | None:
    """The value of "sixth", "6th", "inaugural"; None for anything else."""
    plain = word.strip().lower()
    digits = plain[:-2]
    return int(digits) if digits.isdigit() else ORDINALS.get(plain)


def noun_types(noun: str) -> tuple[str, ...]:
    """The contact types that a noun phrase counts: "telephone conversations" are calls."""
    words = noun.lower().split()
    phone = any(w.startswith(("phone", "telephone", "video")) for w in words[:-1])
    last = words[-1].removesuffix("s") if words else ""
    found = NOUNS.get(last) or NOUNS.get(words[-1] if words else "", ())
    return ("call",) if phone and "call" in found else found
