"""Deeds by PLOVER root: verb, what its object must be, root and mode."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.mentions.quotes_verbs import words


@dataclass(frozen=True, slots=True)
class DeedWord:
    """A verb with the objects that make it this deed; no objects: the verb alone does."""

    plover: str
    mode: str | None
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()  # who or what must do it: troops withdraw, a strike kills


_TROOPS = frozenset(words("troops forces soldiers marines army units contingent warships fleet tanks"
                          " brigade battalion guards"
                          " half peacekeepers ships aircraft carrier navy"))  # fmt: skip
_PEOPLE = frozenset(words("prisoners prisoner hostages hostage detainees detainee captives journalist"
                          " journalists sailors"
                          " fishermen crew soldiers pilots pilot drivers"))  # fmt: skip
_BLOWS = frozenset(words("attack attacks strike strikes offensive missile missiles invasion raid raids assault drones"
                         " incursion bombardment airstrikes rockets barrage"))  # fmt: skip
_FORCES = frozenset(words("troops forces soldiers marines army military navy units warships jets aircraft drones"))
_STRIKES = frozenset(words("strike strikes airstrike airstrikes shelling bombing bombings bombardment raid raids attack"
                           " attacks missile missiles rocket rockets drone drones barrage shells"))  # fmt: skip

DEEDS: dict[str, tuple[DeedWord, ...]] = {
    "occupy": (DeedWord("ASSAULT", None),),
    "invade": (DeedWord("ASSAULT", None),),
    "bomb": (DeedWord("ASSAULT", "aerial"),),
    "shell": (DeedWord("ASSAULT", "heavy-weapons"),),
    "storm": (DeedWord("ASSAULT", None),),
    "attack": (DeedWord("ASSAULT", None),),
    "launch": (DeedWord("ASSAULT", None, _BLOWS),),
    "fire": (DeedWord("ASSAULT", None, frozenset(words("missiles missile rockets rocket shells"))),),
    "withdraw": (DeedWord("RETREAT", "withdraw", _TROOPS), DeedWord("RETREAT", "withdraw", subjects=_FORCES)),
    "cross": (DeedWord("MOBILIZE", "troops", frozenset(words("border frontier river strait")), _FORCES),),
    "kill": (DeedWord("ASSAULT", None, subjects=_STRIKES),),
    "wound": (DeedWord("ASSAULT", None, subjects=_STRIKES),),
    "injure": (DeedWord("ASSAULT", None, subjects=_STRIKES),),
    "hit": (DeedWord("ASSAULT", None, subjects=_STRIKES),),
    "destroy": (DeedWord("ASSAULT", None, subjects=_STRIKES),),
    "release": (DeedWord("RETREAT", "release", _PEOPLE),),
    "free": (DeedWord("RETREAT", "release", _PEOPLE),),
    "deploy": (DeedWord("MOBILIZE", "troops", _TROOPS),),
    "mass": (DeedWord("MOBILIZE", "troops", _TROOPS),),
    "move": (DeedWord("MOBILIZE", "troops", _TROOPS),),
    "award": (DeedWord("SUPPORT", None, frozenset(words("order medal orders medals prize"))),),
    "recognise": (DeedWord("SUPPORT", None, frozenset(words("independence statehood state"))),),
    "recognize": (DeedWord("SUPPORT", None, frozenset(words("independence statehood state"))),),
    "ratify": (DeedWord("SUPPORT", None, frozenset(words("treaty agreement protocol pact"))),),
    "inaugurate": (DeedWord("COOPERATE", None, frozenset(words("embassy consulate bridge pipeline railway line"))),),
    "open": (DeedWord("COOPERATE", None, frozenset(words("embassy consulate"))),),
    "reopen": (DeedWord("COOPERATE", None, frozenset(words("embassy consulate"))),),
    "extradite": (DeedWord("COOPERATE", None),),
    "exchange": (DeedWord("COOPERATE", None, frozenset(words("prisoners ambassadors"))),),
    "swap": (DeedWord("COOPERATE", None, frozenset(words("prisoners"))),),
    "detain": (DeedWord("COERCE", "arrest"),),
    "arrest": (DeedWord("COERCE", "arrest"),),
    "seize": (
        DeedWord("COERCE", "seize", frozenset(words("tanker ship ships vessel vessels cargo trawler trawlers assets"))),
    ),
    "impound": (DeedWord("COERCE", "seize"),),
    "deport": (DeedWord("COERCE", "deport"),),
    "pass": (DeedWord("COOPERATE", None, frozenset(words("questionnaire documents"))),),
}
