# ruff: noqa: E501
"""Words by PLOVER root, from the definitions of the ontology: what a sentence must say to tell of such an event."""

from __future__ import annotations

_THING = r"(?:\w+ ){0,2}"  # an adjective or two before the thing that is cut, banned or stopped

#: root -> pattern alternatives, matched at word starts; written from the codebook's definitions
WORDS: dict[str, tuple[str, ...]] = {
    "AGREE": (
        r"agree[sd]?\b(?! with)", r"promis(?:es|ed)", r"pledg(?:es|ed)", r"commit(?:s|ted)\b", r"willing\b", r"ready to",
        r"will (?:sign|join|release|support|send|provide|allow|visit|meet|help|host|take part|resume|cooperate|give|return"
        r"|contribute|accept|evacuate|consider|sell|supply|open|hold|attend|respect)", r"offer(?:s|ed|ing)?\b",
        r"would (?:support|meet|provide|help|accept|consider|allow|send|contribute|like to|welcome)", r"consider(?:s|ing)?\b",
        r"propos(?:es|ed|als?)\b", r"expects? to", r"is to (?:visit|send|sign|host|give)", r"intends? to", r"hopes? to",
        r"express\w* (?:readiness|willingness|interest)", r"plans? to (?:visit|send|open|meet|resume|build)", r"consensus",
        r"called for (?:peace|an end)", r"reached an? (?:agreement|accord|understanding)",
    ),
    "CONSULT": (
        r"met\b", r"meets\b", r"meeting with", r"visit(?:s|ed|ing)?\b", r"held " + _THING + r"(?:talks|discussions|meeting)",
        r"hold(?:s|ing)? " + _THING + r"talks", r"telephon", r"phoned", r"arriv(?:e|es|ed) (?:in|for|at)", r"host(?:s|ed)\b",
        r"discuss(?:es|ed)\b", r"consult", r"conferred", r"mediat(?:ed|ing|ion)", r"negotiat(?:es|ed|ing)", r"summit",
        r"received (?:the|a|his|visiting)", r"travell?ed to", r"talks\b", r"conversation",
    ),
    "SUPPORT": (
        r"prais(?:es|ed)", r"back(?:s|ed)\b(?! down)", r"defend(?:s|ed)\b", r"endors", r"support(?:s|ed)\b", r"sign(?:s|ed)\b",
        r"ratif", r"recogni[sz](?:es|ed)", r"welcomed\b", r"congratulat", r"apologi", r"condolence", r"forgiv", r"solidarity",
        r"diplomatic (?:ties|relations) with", r"hail(?:s|ed)\b", r"thank(?:s|ed)\b",
        r"express\w* " + _THING + r"(?:support|sympathy|confidence)",
    ),
    "COOPERATE": (
        r"shar(?:es|ed|ing)\b (?:evidence|information|intelligence|expertise)", r"exchang(?:ed|ing) ", r"joint(?:ly)? ",
        r"extradit", r"trad(?:es|ed|ing) with", r"cooperat(?:es|ed|ing)\b",
    ),
    "AID": (
        r"donat", r"deliver(?:s|ed|ing)\b", r"grant(?:s|ed)\b", r"asylum to", r"humanitarian (?:aid|assistance)", r"suppli(?:es|ed) ",
        r"sen(?:d|ds|t) " + _THING + r"(?:food|medic|troops|arms|aid|supplies)", r"(?:provid|giv)(?:es|ed|ing) ", r"gave " + _THING
        + r"(?:aid|food|million|money|arms)", r"rescue",
    ),
    "YIELD": (
        r"releas(?:es|ed|ing)\b", r"freed\b", r"withdr(?:ew|awn)\b", r"lift(?:s|ed|ing)\b", r"eas(?:es|ed|ing)\b", r"surrender",
        r"resign(?:s|ed)\b", r"pull(?:s|ed|ing)? (?:out|back)", r"pardon(?:s|ed)", r"amnesty (?:to|for)", r"cease-?fire (?:took|went|came|was declared)",
        r"truce", r"retreat", r"disarm", r"returned\b", r"allowed\b", r"decided to allow", r"restor(?:es|ed)", r"reopen", r"conced",
        r"step(?:s|ped) down", r"dismantl", r"demobili", r"call(?:s|ed) off",
        r"accept(?:s|ed) (?:the )?(?:demands|conditions)", r"relax(?:es|ed)",
        r"back(?:s|ed)? down", r"handed over",
    ),
    "REQUEST": (
        r"demand(?:s|ed|ing)\b", r"ask(?:s|ed|ing)\b", r"urg(?:es|ed|ing)\b", r"call(?:s|ed|ing) (?:on|for|upon)", r"must\b",
        r"appeal(?:s|ed)", r"request(?:s|ed)?", r"order(?:s|ed) (?:\w+ ){1,4}to", r"requir(?:es|ed)", r"should\b", r"insist(?:s|ed)",
        r"press(?:es|ed|ing|uring|ured)\b", r"wants?\b", r"pushing", r"exhort", r"sought", r"needs? to",
    ),
    "ACCUSE": (
        r"accus(?:es|ed|ing)", r"condemn", r"blam(?:es|ed|ing)", r"critici", r"denounc", r"investigat", r"alleg", r"charg(?:es|ed|ing)\b",
        r"lodged .{0,25}protest", r"protest note", r"summon", r"complain", r"deplor", r"decri", r"slam(?:s|med)", r"inquiry", r"probe\b",
        r"su(?:es|ed|ing) ", r"convict", r"concern(?:s|ed)? (?:over|about|at)", r"disappoint", r"rebuk", r"indict",
        r"disapprov", r"guilty", r"trial\b", r"court (?:has )?(?:found|sentenced)",
    ),
    "REJECT": (
        r"reject", r"refus(?:es|ed|al|ing)", r"declin(?:es|ed)\b", r"deni(?:es|ed)\b", r"veto", r"will not\b", r"won't", r"would not\b",
        r"rul(?:es|ed) out", r"dismiss(?:es|ed)", r"turn(?:s|ed) down", r"out of the question", r"oppos(?:es|ed)\b", r"never\b",
        r"defi(?:es|ed|ance of)", r"unwilling", r"reneg", r"fail(?:s|ed) to (?:reach|agree)",
        r"block(?:s|ed) (?:a|the) (?:resolution|proposal|plan)", r"postpon", r"resist", r"ignor(?:es|ed)", r"not (?:accept|agree)",
    ),
    "THREATEN": (
        r"threaten", r"threat(?:s)? to", r"warn(?:s|ed|ing)\b", r"vow(?:s|ed)\b", r"ultimatum", r"unless", r"or face", r"retaliat",
        r"will (?:impose|attack|strike|withdraw|use force|boycott|halt|extend|not allow|cut|expel|fight|break|close|ban|resort)",
        r"(?:would|may|could) (?:blockade|attack|strike|use force|retaliate|resort|boycott|impose|halt|tighten|expel|fight|withdraw)",
        r"(?:prepared|plans?|ready|sworn) to (?:impose|use|fight|attack|strike|boycott|expel|resist)", r"deadline", r"revenge",
        r"holy war", r"consequences",
    ),
    "PROTEST": (
        r"demonstrat(?:es|ed|ions?|ors?)", r"protest(?:ers|ors)?\b", r"protest(?:ed|ing)\b", r"riot(?:s|ed|ing)?\b", r"hunger strike",
        r"(?:general |day )?strike(?:s|rs)?\b(?! back)", r"went on strike", r"march(?:es|ed|ing)\b", r"picket", r"sit-in", r"walkout",
        r"block(?:ed|ing|aded) (?:\w+ ){0,2}(?:streets?|roads?|roadway|transport|traffic|bridge|highway|border)",
        r"took to the streets", r"chant", r"burned .{0,20}(?:flags?|effig)", r"rally\b", r"boycotted",
    ),
    "SANCTION": (
        r"sanctions? (?:on|against)", r"embargo", r"(?:suspend|halt|stop|end|cancel|prohibit|freez|cut|ban|withh[eo]ld)\w* (?:off )?" + _THING
        + r"(?:aid|assistance|ties|relations|links|program|trade|flights|mediation|visit|talks|supplies|arms)", r"suspension of",
        r"expel(?:s|led)", r"recall(?:s|ed)", r"sever(?:s|ed)\b", r"br(?:eaks?|oken?|oke) (?:off )?" + _THING + r"(?:ties|relations|talks)",
        r"reduc(?:es|ed|ing)", r"froze(?:n)?\b", r"walked out", r"withdrew (?:its )?(?:ambassador|from talks)", r"downgrad",
        r"pull(?:s|ed) out of (?:the )?talks",
    ),
    "MOBILIZE": (
        r"mobili[sz](?:es|ed|ing)", r"deploy(?:s|ed|ing)\b", r"(?:on|full) alert", r"reinforc", r"mass(?:es|ed|ing) (?:troops|forces)",
        r"call(?:s|ed) up", r"prepar(?:es|ed|ing) (?:to|for) (?:resume|attack|war|battle)", r"reservists",
        r"moved " + _THING + r"(?:troops|tanks|warships)", r"troop (?:movements|build)",
    ),
    "COERCE": (
        r"arrest(?:s|ed|ing)\b", r"detain(?:s|ed|ing)\b", r"curfew", r"seiz(?:es|ed|ing)", r"confiscat", r"banned\b", r"censor",
        r"crack(?:s|ed|ing)? down", r"hack(?:s|ed|ing|ers)\b", r"restrict(?:s|ed|ing)", r"martial law", r"state of (?:emergency|siege)",
        r"jail(?:s|ed)", r"imprison", r"clos(?:es|ed|ing)\b", r"shut(?:s)? down", r"evict", r"dissolv", r"blew up", r"destroy",
        r"demolish", r"sabotag", r"expropriat", r"deport", r"outlaw", r"(?:re)?impos(?:es|ed) " + _THING
        + r"(?:curfew|blockades?|state)", r"rounded up", r"prevented",
    ),
    "ASSAULT": (
        r"kill(?:s|ed|ing)\b", r"attack(?:s|ed|ing)\b", r"bomb(?:s|ed|ing|ings)?\b", r"shell(?:s|ed|ing)\b", r"shot\b", r"opened fire",
        r"fired (?:on|at|rockets?|missiles?)", r"assassin", r"beat\b", r"beaten", r"tortur", r"rape", r"wound(?:s|ed|ing)\b", r"explo(?:ded|sion)",
        r"ambush", r"clash", r"raid(?:s|ed)", r"grenade", r"mortar", r"stab", r"massacre", r"battl(?:es|ed|ing)\b", r"fought", r"occupied\b(?! (?:west|territor))",
        r"captur(?:es|ed)", r"suicide", r"air ?strike", r"inva(?:ded|sion)", r"abduct", r"kidnap", r"hijack",
        r"fighting",
    ),
}  # fmt: skip
