"""Who takes part: the same contact told in many orders of words."""

from __future__ import annotations

import pytest

from .telling import contacts, told

PUTIN, TRUMP, MACRON, MODI = "Vladimir Putin", "Donald Trump", "Emmanuel Macron", "Narendra Modi"
MERZ, STARMER, ZELENSKYY, LAVROV = "Friedrich Merz", "Keir Starmer", "Volodymyr Zelenskyy", "Sergei Lavrov"
RUBIO, WANG = "Marco Rubio", "Wang Yi"

ORDERS = [
    (
        "After his meeting with Narendra Modi in Delhi, Emmanuel Macron gave a press conference.",
        [told("meeting", MACRON, MODI)],
    ),
    ("Emmanuel Macron's call with Vladimir Putin lasted an hour.", [told("call", MACRON, PUTIN)]),
    ("Donald Trump's meeting with Keir Starmer was cordial.", [told("meeting", TRUMP, STARMER)]),
    (
        "Narendra Modi, who met Friedrich Merz in Berlin on Monday, praised the agreement.",
        [told("meeting", MODI, MERZ)],
    ),
    ("Marco Rubio is expected to meet Sergei Lavrov on Friday.", [told("meeting", RUBIO, LAVROV)]),
    ("Marco Rubio has agreed to meet Sergei Lavrov in Geneva.", [told("meeting", RUBIO, LAVROV)]),
    ("Speaking by telephone with Emmanuel Macron, Narendra Modi thanked France.", [told("call", MACRON, MODI)]),
    ("Keir Starmer hung up on Vladimir Putin after ten minutes.", [told("call", STARMER, PUTIN)]),
    ("Friedrich Merz received his French counterpart, Emmanuel Macron, in Berlin.", [told("meeting", MERZ, MACRON)]),
    ("Narendra Modi had dinner with Emmanuel Macron in Paris.", [told("meeting", MODI, MACRON)]),
    ("Narendra Modi hosted Emmanuel Macron for a working lunch in Delhi.", [told("meeting", MODI, MACRON)]),
    ("US-Russia talks will be held in Riyadh on Tuesday.", [told("talks", "United States", "Russia")]),
    (
        "Delegations of Ukraine and Russia held talks in Istanbul.",
        [told("talks", "delegations of Ukraine", "delegations of Russia")],
    ),
    ("India and Pakistan held a new round of talks in Dubai.", [told("talks", "India", "Pakistan")]),
    ("Talks between Armenia and Azerbaijan resumed in Brussels.", [told("talks", "Armenia", "Azerbaijan")]),
    (
        "Emmanuel Macron spoke on the telephone to Narendra Modi, and then to Friedrich Merz.",
        [told("call", MACRON, MODI), told("call", MACRON, MERZ)],
    ),
    (
        "Emmanuel Macron, Keir Starmer and Friedrich Merz arrived in Kyiv on Saturday.",
        [told("visit", MACRON, STARMER, MERZ, "Ukraine")],
    ),
    ("Emmanuel Macron will be in Hungary on a working visit on 4 November.", [told("visit", MACRON, "Hungary")]),
    (
        "Emmanuel Macron comes to Poland on Wednesday and travels on to Lithuania the next day.",
        [told("visit", MACRON, "Poland"), told("visit", MACRON, "Lithuania")],
    ),
    ("Narendra Modi begins a visit to Canada on Sunday.", [told("visit", MODI, "Canada")]),
    ("Narendra Modi will arrive in France on a state visit on Friday.", [told("visit", MODI, "France")]),
    (
        "During his visit to Poland, Narendra Modi met Volodymyr Zelenskyy.",
        [told("visit", MODI, "Poland"), told("meeting", MODI, ZELENSKYY)],
    ),
    (
        "Following the visit of Emmanuel Macron to Kazakhstan, a contract was signed.",
        [told("visit", MACRON, "Kazakhstan")],
    ),
    ("Emmanuel Macron invited Narendra Modi to Paris.", [told("visit", MODI, MACRON)]),
    ("Xi Jinping has accepted an invitation to visit Moscow.", [told("visit", "Xi Jinping", "Russia")]),
    ("Emmanuel Macron sent a letter to Narendra Modi.", [told("message", MACRON, MODI)]),
    ("Emmanuel Macron wrote Narendra Modi a letter.", [told("message", MACRON, MODI)]),
    ("Vladimir Putin sent greetings to Xi Jinping on his birthday.", [told("message", PUTIN, "Xi Jinping")]),
    ("Emmanuel Macron wrote to Narendra Modi about the trade agreement.", [told("message", MACRON, MODI)]),
    (
        "On behalf of the Government of the United States, I congratulate the people of Kuwait on their National Day.",
        [told("message", "United States", "Kuwait")],
    ),
    ("Keir Starmer attended the G7 summit in Canada.", [told("summit", STARMER, "G7")]),
    ("The NATO summit in Vilnius opened on Tuesday.", [told("summit", "NATO", "Lithuania")]),
    ("Marco Rubio met with Caribbean leaders in Nassau.", [told("meeting", RUBIO, "Caribbean leaders")]),
    ("Marco Rubio met with officials of Ukraine.", [told("meeting", RUBIO, "officials of Ukraine")]),
    (
        "Wang Yi paid a courtesy call on William Ruto, the president of Kenya.",
        [told("meeting", WANG, "William Ruto")],
    ),
    (
        "Donald Trump brought Emmanuel Macron and Narendra Modi together in Washington.",
        [told("meeting", TRUMP, MACRON, MODI)],
    ),
    ("Vladimir Putin and Donald Trump did not meet in Alaska.", [told("meeting", PUTIN, TRUMP)]),
    ("There will be no meeting between Donald Trump and Vladimir Putin.", [told("meeting", PUTIN, TRUMP)]),
    ("Friedrich Merz has cancelled a trip to Poland.", [told("visit", MERZ, "Poland")]),
    ("The White House said that Donald Trump would meet Vladimir Putin.", [told("meeting", TRUMP, PUTIN)]),
    (
        "Representatives of the Houthis and Saudi Arabia met in Sanaa on Sunday.",
        [told("meeting", "representatives of Houthi movement", "representatives of Saudi Arabia")],
    ),
    (
        "Emmanuel Macron will travel to Accra, Ghana; Dar es Salaam, Tanzania; and Lusaka, Zambia in May.",
        [told("visit", MACRON, "Ghana"), told("visit", MACRON, "Tanzania"), told("visit", MACRON, "Zambia")],
    ),
    (
        "Vladimir Putin received in the Kremlin President of the French Republic Emmanuel Macron.",
        [told("meeting", PUTIN, MACRON)],
    ),
    ("The G20 meets in Washington to discuss the crisis.", [told("meeting", "G20", "United States")]),
    (
        "The United States called on North Korea to engage in dialogue.",
        [told("talks", "United States", "North Korea")],
    ),
    (
        "Following their two-hour meeting, Emmanuel Macron and Narendra Modi spoke to reporters.",
        [told("meeting", MACRON, MODI)],
    ),
    (
        "It was the only conversation that Vladimir Putin and Donald Trump have had this year.",
        [told("call", PUTIN, TRUMP)],
    ),
    (
        "Narendra Modi is due at the White House on Friday for a meeting with Donald Trump.",
        [told("visit", MODI, "United States"), told("meeting", MODI, TRUMP)],
    ),
    ("Iran has agreed to renew talks with the United States.", [told("talks", "Iran", "United States")]),
    (
        "Representatives of three powers - France, Germany and Russia - met with Iranian officials.",
        [told("meeting", "France", "Germany", "Russia", "officials of Iran")],
    ),
    (
        "The government of Myanmar freed prisoners before a visit by President Emmanuel Macron.",
        [told("visit", MACRON, "Myanmar")],
    ),
    (
        "Both leaders welcomed the meeting between Marco Rubio and Wang Yi in Bali.",
        [told("meeting", RUBIO, WANG)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ORDERS)
def test_the_sides_are_found_in_any_order_of_words(read, text, expected):
    assert contacts(read, text) == sorted(expected)
