"""Sentences of our own: what is someone's statement, with whom it is about, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from demarche.mentions.reading import Reading
from demarche.model import Report
from demarche.reports.gate import refusal
from demarche.reports.statements import build_statements
from demarche.reports.statements.rules import RULES

Read = Callable[..., Reading]

LEAD = "French President Emmanuel Macron met US President Donald Trump in Washington on Thursday. "

#: text after the lead, the stance, the last word of each actor
INDIRECT: list[tuple[str, str, list[str]]] = [
    ("Macron thanked Trump for the welcome.", "thank", ["Macron"]),
    ("The French President thanked the American leader for U.S. support to Ukraine.", "thank", ["Macron"]),
    ("Trump congratulated Macron on the French victory.", "congratulate", ["Trump"]),
    ("Macron praised the United States for its patience.", "praise", ["Macron"]),
    ("Trump commended France for taking in the refugees.", "praise", ["Trump"]),
    ("Macron lauded the American proposal.", "praise", ["Macron"]),
    ("Trump applauded the decision of France to host the summit.", "praise", ["Trump"]),
    ("Both leaders condemned Russia's attack on Ukraine.", "criticise", ["Macron", "Trump"]),
    ("Macron denounced the shelling of Kharkiv by Russia.", "criticise", ["Macron"]),
    ("Trump criticised China for the closure of the strait.", "criticise", ["Trump"]),
    ("Macron deplored the decision of Israel.", "criticise", ["Macron"]),
    ("Trump expressed concern about the build-up of Russian troops.", "criticise", ["Trump"]),
    ("Macron voiced his concerns about the fate of the hostages in Gaza.", "criticise", ["Macron"]),
    ("Macron expressed alarm over Iran's enrichment.", "criticise", ["Macron"]),
    ("Trump accused Russia of cutting the cables.", "accuse", ["Trump"]),
    ("Macron blamed Iran for the failure of the talks.", "accuse", ["Macron"]),
    ("Trump said that Russia was responsible for the famine.", "accuse", ["Trump"]),
    ("Macron underscored that Russia violates the truce every night.", "accuse", ["Macron"]),
    ("Trump pointed out the crimes of the Russian army.", "accuse", ["Trump"]),
    ("Macron rejected the Russian offer.", "reject", ["Macron"]),
    ("Trump dismissed the claim of Russia.", "reject", ["Trump"]),
    ("Macron turned down the invitation of Russia.", "reject", ["Macron"]),
    ("Trump denied the Russian account.", "reject", ["Trump"]),
    ("Macron supported the American plan.", "support", ["Macron"]),
    ("Trump welcomed the decision of France to reopen its embassy.", "support", ["Trump"]),
    ("Macron endorsed the proposal of Turkey.", "support", ["Macron"]),
    ("The leaders reaffirmed their support for Ukraine.", "support", ["Macron", "Trump"]),
    ("They reiterated their commitment to the sovereignty of Moldova.", "support", ["Macron", "Trump"]),
    ("Trump reaffirmed the close bond of the United States with France.", "support", ["Trump"]),
    ("Macron underscored continued French support for Lebanon.", "support", ["Macron"]),
    ("Macron expressed solidarity with the people of Japan.", "support", ["Macron"]),
    ("Trump said that the commitment to the defence of Estonia remains ironclad.", "support", ["Trump"]),
    ("Macron offered his condolences to the families of the victims in Turkey.", "condole", ["Macron"]),
    ("Trump conveyed his sympathy to the people of Chile.", "condole", ["Trump"]),
    ("Expressing condolences for the dead of the earthquake in Chile, Macron offered help.", "condole", ["Macron"]),
    ("Macron urged Turkey to open the border.", "request", ["Macron"]),
    ("Trump asked France for help with the wreck.", "request", ["Trump"]),
    ("Macron called on the United States to send more aid.", "request", ["Macron"]),
    ("Trump appealed to Turkey to let the ships pass.", "request", ["Trump"]),
    ("Macron expressed doubts about the American figures.", "doubt", ["Macron"]),
    ("Trump expressed appreciation for the help of France.", "thank", ["Trump"]),
    ("The US President expressed his gratitude to France for the hospital ship.", "thank", ["Trump"]),
    ("Macron offered congratulations to Japan on its national day.", "congratulate", ["Macron"]),
    ("The two exchanged greetings on the anniversary of the Entente.", "congratulate", ["Macron", "Trump"]),
    ("Macron paid tribute to the American people.", "praise", ["Macron"]),
    ("Trump called to congratulate Macron on the vote.", "congratulate", ["Trump"]),
    ("Macron took the opportunity to thank the United States for the search party.", "thank", ["Macron"]),
    ("Trump also thanked Macron for the visit.", "thank", ["Trump"]),
    ("Macron wished Trump a happy birthday.", "congratulate", ["Macron"]),
    ("The United States condemned the attack on the Turkish embassy.", "criticise", ["States"]),
    ("France welcomed the ceasefire between Israel and Lebanon.", "support", ["France"]),
    ("The strike drew condemnation from Turkey.", "criticise", ["Turkey"]),
    ("Macron recognised the years of service of the American ambassador.", "praise", ["Macron"]),
    ("Trump stated that there had been no call with Russia.", "reject", ["Trump"]),
    ("Macron was grateful for the American offer.", "thank", ["Macron"]),
    ("Trump sounded doubtful about the Turkish plan.", "doubt", ["Trump"]),
    ("The Russian offer was rejected by Macron.", "reject", ["Macron"]),
]

DIRECT: list[tuple[str, str, list[str]]] = [
    ("“We are not waiting any longer,” Macron said.", "We are not waiting any longer", ["Macron"]),
    ("“We are not waiting any longer,” said Macron.", "We are not waiting any longer", ["Macron"]),
    ("Macron said: “We are not waiting any longer.”", "We are not waiting any longer.", ["Macron"]),
    ("Trump told reporters, “The door is still open.”", "The door is still open.", ["Trump"]),
    ("Macron: “The door is still open.”", "The door is still open.", ["Macron"]),
    ("According to Macron, “the door is still open.”", "the door is still open.", ["Macron"]),
    ("“The door,” Trump said, “is still open.”", "The door … is still open.", ["Trump"]),
    ("“The door is open,” Trump said. “Nobody walks in.”", "The door is open … Nobody walks in.", ["Trump"]),
    ("Macron called the plan “a gift without a ribbon”.", "a gift without a ribbon", ["Macron"]),
    ("Trump branded the tariffs “a farce”.", "a farce", ["Trump"]),
    ("Macron called it “null and void” and “dangerous for all”.", "null and void … dangerous for all", ["Macron"]),
    ('"The talks were useful," the French President said.', "The talks were useful", ["Macron"]),
    ("'The talks were useful,' Macron said.", "The talks were useful", ["Macron"]),
    ("„The talks were useful”, declared Macron.", "The talks were useful", ["Macron"]),
    ("«The talks were useful», Macron declared.", "The talks were useful", ["Macron"]),
    ("Macron insisted that the talks “had been of use to both”.", "had been of use to both", ["Macron"]),
    ("Trump promised “support without a date of expiry” to Ukraine.", "support without a date of expiry", ["Trump"]),
    ("Macron added that he was “optimistic”.", "optimistic", ["Macron"]),
    ("“Will they come?” asked Trump.", "Will they come?", ["Trump"]),
    ("Calling the offer “a trap with a view”, Macron left for Paris.", "a trap with a view", ["Macron"]),
    ("Macron outlined the plan: “We begin with the ports.”", "We begin with the ports.", ["Macron"]),
    ("“It is a beginning,” said Ilse Maron, an analyst in Geneva.", "It is a beginning", ["Maron"]),
    ("“It is a beginning,” the analyst Ilse Maron said.", "It is a beginning", ["Maron"]),
    ("“It is a beginning,” said Macron's spokeswoman, Ilse Maron.", "It is a beginning", ["Maron"]),
    ("“Nobody slept last night,” a White House source said.", "Nobody slept last night", ["source"]),
    ("“Nobody slept last night,” a senior official said.", "Nobody slept last night", ["official"]),
    ("An aide: “Nobody slept on the train.”", "Nobody slept on the train.", ["aide"]),
    ("Macron wrote on X: “A good day for Europe.”", "A good day for Europe.", ["Macron"]),
    ("“First the ports,” Macron told Trump.", "First the ports", ["Macron"]),
    ("Trump said the plan would lead to “a wider war in the east”.", "a wider war in the east", ["Trump"]),
    ("“He said, ‘Wait for spring,’ and hung up,” Trump recalled.",
     "He said, ‘Wait for spring,’ and hung up", ["Trump"]),
    ("“Our patience has an end,” Trump warned in a speech.", "Our patience has an end", ["Trump"]),
    ("Trump said: “One thing first.\n\n“And then another.”", "One thing first. … And then another.", ["Trump"]),
    ("“No, and no again,” replied Macron.", "No, and no again", ["Macron"]),
    ("Macron has said France will stand “shoulder to shoulder with Washington”.", "shoulder to shoulder with Washington",  # noqa: E501
     ["Macron"]),
]  # fmt: skip

NEITHER: list[str] = [
    "Macron and Trump discussed support for Ukraine.",
    "They emphasised the importance of the partnership.",
    "They noted the progress of the talks.",
    "The leaders exchanged views on the Middle East.",
    "Macron agreed to support the plan of Turkey.",
    "Macron may thank Trump later.",
    "If Russia rejects the plan, the talks end.",
    "Trump should condemn the attack by Russia.",
    "Trump did not criticise Turkey.",
    "Macron never thanked Trump.",
    "Macron refused to condemn Turkey.",
    "Countries that back Ukraine met in Riga.",
    "The decision to welcome refugees from Syria was discussed.",
    "Macron welcomed Trump to the palace.",
    "Trump welcomed the Turkish President at the door.",
    "The need to condemn Russia was discussed.",
    "Macron asked whether Turkey would come.",
    "When asked about Turkey, Macron smiled.",
    "The thanks of a nation are short.",
    "The supported programme with Turkey runs until May.",
    "The so-called “peace train” left on time.",
    "The “confidence and supply” deal with Turkey holds.",
    "They watched “The Third Man” together.",
    "He carried “Le Monde” under his arm.",
    "The operation “Northern Light” goes on.",
    "The title of “Honorary Citizen of Paris” was conferred.",
    "The leaders will reaffirm their support for Ukraine.",
    "Trump will thank France in a letter.",
    "The ministers discussed the rejection of the treaty.",
    "Support for Ukraine was on the agenda.",
    "A supporter of Turkey shouted.",
    "The welcome was warm.",
    "The back door of the embassy of Turkey was open.",
    "Macron declined to comment on Turkey.",
    "Trump has concerns of his own.",
    "Concern is growing in Turkey.",
    "The question of Turkey was open.",
    "The offer supports the economy of Ukraine.",
    "The treaty supports trade with Turkey.",
    "Macron travelled to Ankara to support the talks.",
    "They talked about condolences, flags and protocol.",
    "The two sides condemned to live together met again.",
    "The condemned building in Ankara was torn down.",
    "A blamed official of Turkey resigned.",
    "The accused spy went home to Russia.",
    "Macron raised the question of gas with Turkey.",
    "Trump explained the American position on Turkey.",
    "The President spoke about Turkey.",
    "Thank-you notes were sent by the embassy.",
    "A request of Turkey was passed on.",
    "The asking price of the port was high.",
    "Macron wants to travel to Turkey.",
    "Trump wants peace.",
    "Macron stood by the window.",
    "Trump stood up at the anthem.",
    "The leaders stood with their backs to the sea.",
    "Turkey called on Thursday.",
    "Trump turned down the street.",
    "Macron turned the page on Turkey.",
    "They wished to meet again in Turkey.",
    "Macron recognised Trump at once.",
    "The committed funds for Ukraine were paid.",
    "An open letter to Turkey was printed.",
    "Greetings were heard from the crowd.",
    "The tribute paid by the vassals of Turkey was in gold.",
    "The Minister described the road to Ankara.",
    "“Ankara” was written on the box.",
    "The codename “Red Kite” was used by Turkey.",
    "The word “reset” was not used.",
    "Trade with Turkey doubled; support fell.",
    "The praise of folly is an old book.",
    "The rejected draft of Turkey lay on the table.",
    "The doubt remains.",
    "The crowd in Ankara was grateful, it seemed.",
    "The invited guests from Turkey were late.",
    "The urge to travel to Turkey is old.",
    "Nothing was said about Turkey.",
    "The statement of Turkey is long.",
    "The regrets of a lifetime were his theme.",
]


def statements(read: Read, text: str) -> list[Report]:
    reading = read(LEAD + text)
    found = list(build_statements(reading))
    assert [refusal(r, reading.document) for r in found] == [None] * len(found)
    return found


def surnames(report: Report) -> list[str]:
    return [name.split()[-1] for name in report.names("actor")]


@pytest.mark.parametrize(("text", "stance", "actors"), INDIRECT, ids=[t for t, _, _ in INDIRECT])
def test_a_stance_outside_marks(read: Read, text: str, stance: str, actors: list[str]) -> None:
    found = [r for r in statements(read, text) if r.type == "indirect"]
    assert (stance, actors) in [(r.first("stance").value, surnames(r)) for r in found]  # type: ignore[union-attr]


@pytest.mark.parametrize(("text", "quote", "actors"), DIRECT, ids=[t for t, _, _ in DIRECT])
def test_words_between_marks(read: Read, text: str, quote: str, actors: list[str]) -> None:
    found = [r for r in statements(read, text) if r.type == "direct"]
    assert (quote, actors) in [(r.first("quote").value, surnames(r)) for r in found]  # type: ignore[union-attr]


@pytest.mark.parametrize("text", NEITHER, ids=NEITHER)
def test_near_misses_are_no_statements(read: Read, text: str) -> None:
    assert [(r.type, r.first("stance"), surnames(r)) for r in statements(read, text)] == []


DOMESTIC: list[str] = [
    "The President thanked the doctors of the hospital.",
    "The President congratulated the border guards on their day.",
    "“You save lives,” the President said to the nurses.",
]


@pytest.mark.parametrize("text", DOMESTIC)
def test_domestic_words_are_out_of_scope(read: Read, text: str) -> None:
    lead = "President Emmanuel Macron visited a hospital in Lyon. "
    reading = read(lead + text, title="President visits hospital", publisher="Presidency of France")
    assert [r.type for r in build_statements(reading)] == []


FIELDS: list[tuple[str, str, str]] = [
    ("“Enough,” Macron said at a press conference. “We wait no more.”", "channel", "press conference"),
    ("Macron wrote on X: “A good day for Europe.”", "channel", "X"),
    ("Macron said on Truth Social: “A good day for Europe.”", "channel", "Truth Social"),
    ("Macron said in an interview: “A good day for Europe.”", "channel", "interview"),
    ("“First the ports,” Macron told Trump.", "recipient", "Donald Trump"),
    ("Macron thanked Trump for the welcome.", "recipient", "Donald Trump"),
    ("Macron condemned Russia.", "about", "Russia"),
]


@pytest.mark.parametrize(("text", "name", "value"), FIELDS)
def test_fields(read: Read, text: str, name: str, value: str) -> None:
    assert value in [str(f.value) for r in statements(read, text) for f in r.all(name)]


def test_there_are_enough_sentences() -> None:
    assert len(INDIRECT) + len(DIRECT) >= 75
    assert len(NEITHER) >= 75


def test_every_rule_says_what_it_reads() -> None:
    assert all(rule.__doc__ for rule in RULES)
