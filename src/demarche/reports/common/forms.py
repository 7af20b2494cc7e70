"""Lemmas by form for the words these builders look for, whatever the tagger makes of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from demarche.mentions.quotes_verbs import forms

_IRREGULAR: dict[str, str] = {
    "give": "gave given gives giving", "set": "set sets setting", "put": "put puts putting", "cut": "cut cuts cutting",
    "ban": "banned bans banning", "bar": "barred bars barring", "slap": "slapped slaps slapping",
    "shut": "shut shuts shutting", "send": "sent sends sending", "strike": "struck strikes striking",
    "withdraw": "withdrew withdrawn withdraws withdrawing", "hit": "hit hits hitting", "leave": "left leaves leaving",
    "take": "took taken takes taking", "break": "broke broken breaks breaking",
    "freeze": "froze frozen freezes freezing",
    "expel": "expelled expels expelling", "hold": "held holds holding", "let": "let lets letting",
    "stop": "stopped stops stopping", "withhold": "withheld withholds withholding", "seek": "sought seeks seeking",
    "forbid": "forbade forbidden forbids forbidding", "commit": "committed commits committing",
    "tell": "told tells telling", "say": "said says saying", "make": "made makes making",
    "want": "wanted wants wanting",
    "overthrow": "overthrew overthrown overthrows overthrowing", "scrap": "scrapped scraps scrapping",
    "drop": "dropped drops dropping", "sell": "sold sells selling", "pay": "paid pays paying",
    "run": "ran runs running",
    "come": "came comes coming", "go": "went gone goes going", "bring": "brought brings bringing",
    "think": "thought thinks thinking", "foresee": "foresaw foreseen foresees foreseeing", "bet": "bet bets betting",
    "see": "saw seen sees seeing", "sign": "signed signs signing", "lead": "led leads leading",
    "forecast": "forecast forecasts forecasting forecasted", "reimpose": "reimposed reimposes reimposing",
    "shelve": "shelved shelves shelving", "lift": "lifted lifts lifting", "swap": "swapped swaps swapping",
    "refer": "referred refers referring", "permit": "permitted permits permitting", "come to": "",
    "get": "got gotten gets getting", "hand": "handed hands handing", "levy": "levied levies levying",
    "accuse": "accused accuses accusing", "keep": "kept keeps keeping", "rebuild": "rebuilt rebuilds rebuilding",
    "fly": "flew flown flies flying", "begin": "began begun begins beginning", "lay": "laid lays laying",
    "shoot": "shot shoots shooting", "seize": "seized seizes seizing", "sink": "sank sunk sinks sinking",
    "throw": "threw thrown throws throwing", "tear": "tore torn tears tearing", "rip": "ripped rips ripping",
    "initial": "initialled initialed initials initialling", "wrap": "wrapped wraps wrapping",
    "unfreeze": "unfroze unfrozen unfreezes unfreezing", "ship": "shipped ships shipping",
    "earmark": "earmarked earmarks earmarking", "cancel": "cancelled canceled cancels cancelling",
    "pin": "pinned pins pinning",
    "annul": "annulled annuls annulling", "halve": "halved halves halving",
    "feel": "felt feels feeling", "bear": "bore borne bears bearing", "meet": "met meets meeting",
    "clap": "clapped claps clapping", "fire": "fired fires firing",
}  # fmt: skip


@cache
def forms_of(lemma: str) -> tuple[str, ...]:
    """Every form of a verb, irregular ones by table."""
    if lemma in _IRREGULAR:
        return (lemma, *_IRREGULAR[lemma].split())
    if lemma.endswith("ee"):
        return (lemma, lemma + "d", lemma + "s", lemma + "ing")
    return forms(lemma)


def by_form(lemmas: Iterable[str]) -> dict[str, str]:
    """Form -> lemma for a table of verbs."""
    return {form: lemma for lemma in lemmas for form in forms_of(lemma)}
