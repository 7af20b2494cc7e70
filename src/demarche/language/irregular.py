"""English verbs whose past is not made with -ed: base, past, participle."""

from __future__ import annotations

VERBS = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|befall befell befallen|
begin began begun|behold beheld beheld|bend bent bent|bet bet bet|bid bade bidden|bind bound bound|bite bit bitten|
bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|
build built built|burn burnt burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught|
choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|
dig dug dug|dive dove dived|do did done|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|
dwell dwelt dwelt|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|
flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden|foresee foresaw foreseen|
forecast forecast forecast|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|
forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground|
grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|
keep kept kept|kneel knelt knelt|knit knit knit|know knew known|lay laid laid|lead led led|leap leapt leapt|
learn learnt learnt|leave left left|lie lay lain|lend lent lent|let let let|light lit lit|lose lost lost|make made made|
mean meant meant|meet met met|mistake mistook mistaken|mow mowed mown|overthrow overthrew overthrown|pay paid paid|
plead pled pled|prove proved proven|put put put|quit quit quit|read read read|rid rid rid|ride rode ridden|
ring rang rung|rise rose risen|run ran run|saw sawed sawn|say said said|see saw seen|seek sought sought|sell sold sold|
send sent sent|set set set|sew sewed sewn|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|
show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slay slew slain|
sleep slept slept|slide slid slid|sling slung slung|slit slit slit|smell smelt smelt|sow sowed sown|speak spoke spoken|
speed sped sped|spell spelt spelt|spend spent spent|spill spilt spilt|spin spun spun|spit spat spat|split split split|
spoil spoilt spoilt|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|
sting stung stung|stink stank stunk|stride strode stridden|strike struck struck|string strung strung|
strive strove striven|swear swore sworn|sweep swept swept|swell swelled swollen|swim swam swum|swing swung swung|
take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|thrive throve thriven|
throw threw thrown|thrust thrust thrust|tread trod trodden|understand understood understood|upset upset upset|
wake woke woken|wear wore worn|weave wove woven|wed wed wed|weep wept wept|win won won|wind wound wound|
withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|wring wrung wrung|
write wrote written
"""
PREFIXES = ("under", "over", "out", "up", "re", "un", "mis", "fore", "with", "inter", "off", "pre", "co")


def irregular_forms() -> dict[str, str]:
    """Map every irregular past and participle to its base; where two bases share a form, the later one is left out."""
    forms: dict[str, str] = {}
    for entry in VERBS.replace("\n", "").split("|"):
        base, *past = entry.split()
        for form in past:
            forms.setdefault(form, base)
    return forms


def irregular_base(form: str, forms: dict[str, str]) -> str | None:
    """Find the base of an irregular form, prefixed ones included: ``underwent`` is ``undergo``."""
    if form in forms:
        return forms[form]
    for prefix in PREFIXES:
        rest = form.removeprefix(prefix)
        if rest != form and rest in forms and forms[rest] != rest:
            return prefix + forms[rest]
    return None
