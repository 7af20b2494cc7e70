"""Steps against another side that everyday words tell: kicked out, slapped 15 per cent on, tore up, hit back with."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import bounds, near
from demarche.reports.pressures.make import pressure
from demarche.reports.pressures.sanctions import sanction
from demarche.reports.pressures.words import SANCTION_NOUNS

ENVOYS = frozenset(
    words(
        """
        ambassador ambassadors diplomat diplomats envoy envoys attache attaché attachés consul consuls inspectors
        officials spies chargé commissioner commissioners personnel nuncio
        """
    )
)
_MISSIONS = ENVOYS | frozenset(words("embassy embassies consulate consulates mission missions"))
_AWAY = frozenset(words("out home packing away"))
_LISTED = frozenset(
    words(
        """
        firms firm companies company banks bank people officials dealers traders ships tankers vessels entities
        individuals oligarchs generals ministers refineries refinery judges commanders producers makers
        """
    )
)
_PACTS = frozenset(words("treaty pact accord agreement deal memorandum protocol contract contracts armistice truce"))
_TRADING = frozenset(
    words("buying importing selling supplying exporting delivering shipping issuing accepting financing funding")
)
_PERCENT = frozenset(words("% percent per"))
_REMOVALS = frozenset(words("closure expulsion departure withdrawal removal deportation seizure"))
_OF = frozenset(("of",))
_LEAVING = frozenset(words("leave close stop shut go quit vacate halt cease suspend reduce withdraw depart end"))


def sent_home(scene: Scene, token: Token) -> Deed | None:
    """Kicks, throws or boots diplomats out, sends them home or packing."""
    found = {t.lower_ for t in near(token, 0, 9)[1:]}
    return sanction(scene, token, "sent-home") if found & _AWAY and found & ENVOYS else None


def stripped(scene: Scene, token: Token) -> Deed | None:
    """Strips another side of privileges, access, a licence or a status."""
    found = {t.lower_ for t in near(token, 0, 9)[1:]}
    lost = {"privileges", "access", "licence", "license", "status", "rights", "accreditation", "visas", "preferences"}
    return sanction(scene, token, "stripped") if "of" in found and lost & found else None


def put_on_list(scene: Scene, token: Token) -> Deed | None:
    """Puts companies, people or ships of another side on a list, a blacklist."""
    found = [t.lower_ for t in near(token, 0, 18)[1:]]
    listed = (
        "blacklist" in found
        or ("list" in found and "sanctions" in found)
        or ("list" in found and bool(_LISTED & set(found)))
    )
    return sanction(scene, token, "put-on-list") if listed and {"on", "to"} & set(found) else None


def percent_on(scene: Scene, token: Token) -> Deed | None:
    """Slaps, puts or sets so many per cent on another side's goods."""
    after = near(token, 0, 9)[1:]
    figure = next((i for i, t in enumerate(after[:4]) if t.like_num or t.text[:1].isdigit()), None)
    if figure is None:
        return None
    rest = [t.lower_ for t in after[figure + 1 : figure + 4]]
    if not _PERCENT & set(rest[:1]) or "on" not in rest or not _abroad(scene, token):
        return None
    return sanction(scene, token, "percent-on")


def set_tariffs(scene: Scene, token: Token) -> Deed | None:
    """Sets tariffs or duties on another side."""
    found = [t.lower_ for t in near(token, 0, 5)[1:]]
    tariffs = {"tariffs", "duties", "tariff", "sanctions", "restrictions"} & set(found[:3])
    return sanction(scene, token, "set-tariffs") if tariffs and {"on", "against"} & set(found) else None


def stopped_trading(scene: Scene, token: Token) -> Deed | None:
    """Stops buying, selling or supplying what another side needs to sell or to get."""
    trading = token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ in _TRADING
    return sanction(scene, token, "stopped-trading") if trading and _abroad(scene, token) else None


def froze_money(scene: Scene, token: Token) -> Deed | None:
    """Freezes or withholds a sum, funds or a payment of another side's."""
    found = {t.lower_ for t in near(token, 0, 5)[1:]}
    money = {
        "$",
        "£",
        "€",
        "million",
        "billion",
        "funds",
        "money",
        "payment",
        "payments",
        "euros",
        "dollars",
        "savings",
    }
    own = {t.lower_ for t in near(token, 0, 1)[1:]} & {"its", "their", "his", "her"}
    return sanction(scene, token, "froze-money") if found & money and not own else None


def banned(scene: Scene, token: Token) -> Deed | None:
    """Bans or bars goods, people or ships of another side, which the clause names."""
    if token.pos_ == "NOUN" or (token.dep_ == "amod" and not scene.led(token)) or not _abroad(scene, token):
        return None
    return sanction(scene, token, "banned")


def tore_up(scene: Scene, token: Token) -> Deed | None:
    """Tears up, annuls or scraps a treaty or an accord with another side."""
    found = [t.lower_ for t in near(token, 0, 8)[1:]]
    if token.lower_.startswith(("t", "rip")) and "up" not in found[:1]:
        return None
    return sanction(scene, token, "tore-up") if _PACTS & set(found) else None


def struck_back(scene: Scene, token: Token) -> Deed | None:
    """Hits or strikes back, retaliates, answers with sanctions, duties, expulsions, a percentage."""
    found = [t.lower_ for t in near(token, 0, 16)[1:]]
    if token.lower_.startswith(("hit", "str", "fir")) and found[:1] != ["back"]:
        return None
    means = next((i for i, w in enumerate(found[:6]) if w in ("with", "by", ":")), None)
    if means is None or not (SANCTION_NOUNS | {"%", "expulsions"}) & set(found[means:]) | (
        {"per"} if "per cent" in " ".join(found[means:]) else set()
    ):
        return None
    return sanction(scene, token, "struck-back", whole=True)


def ordered_out(scene: Scene, token: Token) -> Deed | None:
    """Orders another side's embassy, consulate or diplomats to leave, to close or to stop."""
    after = near(token, 0, 12)[1:]
    if any(t.lower_ in _REMOVALS and t.nbor().lower_ == "of" for t in after[:3] if t.i + 1 < len(t.doc)):
        return sanction(scene, token, "ordered-out")
    to = next((i for i, t in enumerate(after) if t.lower_ in ("to", "out") and i), None)
    if (
        to is None
        or to + 1 >= len(after)
        or after[to + 1].lower_ not in (_LEAVING if after[to].lower_ == "to" else _OF)
    ):
        return None
    whom = after[:to]
    if not {t.lower_ for t in whom} & (_MISSIONS | _VEHICLES) or token.tag_ not in ("VBD", "VBZ", "VBN", "VBG", "VBP"):
        return None
    actors = scene.doers(token)
    recipients = scene.abroad(token.i + 1, whom[-1].i + 1, actors)
    recipients = recipients or scene.abroad(token.sent.start, token.i, actors)[-1:]
    if not actors or not recipients:
        return None
    return pressure(scene, "sanction", "ordered-out", token, actors, recipients[:1], status="imposed")


def _abroad(scene: Scene, token: Token) -> bool:
    """True when the clause itself names another side after the verb."""
    _, end = bounds(token)
    end = max(end, min(token.i + 7, token.sent.end))
    breaks = (t.i for t in token.doc[token.i + 1 : end] if t.lower_ in _BREAKS)
    return bool(scene.abroad(token.i, next(breaks, end), scene.doers(token)))


_BREAKS = frozenset((",", ";", "as", "after", "when", "because", "while", "like", "since"))
_VEHICLES = frozenset(words("lorries trucks ships ship tanker tankers trains trawlers boats planes travellers buses"))


def turned_back(scene: Scene, token: Token) -> Deed | None:
    """Turns back another side's lorries, ships or travellers."""
    found = [t.lower_ for t in near(token, 0, 7)[1:]]
    back = {"back", "away"} & set(found[:1]) and _VEHICLES & set(found)
    return sanction(scene, token, "turned-back") if back and _abroad(scene, token) else None


def tightened_rules(scene: Scene, token: Token) -> Deed | None:
    """Tightens export, import, entry or visa rules for another side."""
    found = [t.lower_ for t in near(token, 0, 5)[1:]]
    rules = {"export", "import", "entry", "visa", "visas", "curbs"} & set(found)
    return sanction(scene, token, "tightened-rules") if rules and _abroad(scene, token) else None
