"""Sentences of our own: what claims something about many contacts, and what only looks like it."""

from __future__ import annotations

import pytest

from demarche.reports.claims import FINDERS, claims_in

FOUND: list[tuple[str, str, int | None]] = [
    # ordinals
    ("It was their sixth conversation since spring.", "ordinal", 6),
    ("The call was the eighth between the two presidents this year.", "ordinal", 8),
    ("This was her third visit to Ankara in as many months.", "ordinal", 3),
    ("The two men sat down for their second meeting in ten days.", "ordinal", 2),
    ("Tuesday's talk was their fifth of the year.", "ordinal", 5),
    ("It was already the fourth such meeting in six weeks.", "ordinal", 4),
    ("The delegations held a first round of talks in Muscat.", "ordinal", 1),
    ("The third round of talks ended without a statement.", "ordinal", 3),
    ("The ministers opened the inaugural Gulf-Nordic Strategic Dialogue.", "ordinal", 1),
    ("This will be his first official visit to Norway as Prime Minister.", "ordinal", 1),
    ("She begins her maiden trip to Tokyo on Monday.", "ordinal", 1),
    ("The leaders met in person for the first time.", "ordinal", 1),
    ("They spoke by telephone for the second time in a week.", "ordinal", 2),
    ("It was the fifth time this autumn that they have called us.", "ordinal", 5),
    ("He was the first Western leader to visit the capital.", "ordinal", 1),
    ("The palace counted the conversation as their fourth since January.", "ordinal", 4),
    ("It was phone call number seven of the year for the pair.", "ordinal", 7),
    ("The 11th meeting of the two envoys this year took place in Geneva.", "ordinal", 11),
    ("Their ninth telephone conversation lasted an hour.", "ordinal", 9),
    ("It is her second trip to the region this month.", "ordinal", 2),
    ("The chancellor's third meeting with the emir ended late.", "ordinal", 3),
    ("President Orlov arrived for his fourth summit with the prime minister.", "ordinal", 4),
    ("It was the twelfth call between them this year.", "ordinal", 12),
    ("The two shook hands at what was their tenth meeting.", "ordinal", 10),
    # recency
    ("It was the first visit by a Swedish premier since 2011.", "recency", 1),
    ("The talks were the first in more than three years.", "recency", 1),
    ("It was their first call since August.", "recency", 1),
    ("It is the first such gathering in fourteen years.", "recency", 1),
    ("The two leaders last spoke on 20 February.", "recency", 1),
    ("They last met in Vienna in the autumn of 2019.", "recency", 1),
    ("The foreign ministers last talked in March.", "recency", 1),
    ("Their last meeting, in October, ended in a quarrel.", "recency", 1),
    ("Their previous call was on 3 May.", "recency", 1),
    ("There has been no working session since June.", "recency", 1),
    ("There has been no phone call since the spring.", "recency", 1),
    ("He is the first German chancellor to visit Tbilisi since the war began.", "recency", 1),
    ("It is the first time the two have met since she took office.", "recency", 1),
    ("The two sides have not met since the ceasefire collapsed.", "recency", 0),
    ("Their most recent conversation was in January.", "recency", 1),
    # counts
    ("The prime minister has received her four times.", "count", 4),
    ("The presidents have talked by telephone six times since March.", "count", 6),
    ("They have met in person once since the election.", "count", 1),
    ("The envoy has sat down with the emir FOUR times in 2025.", "count", 4),
    ("He has visited Beijing twice this year.", "count", 2),
    ("The two have spoken at least ten times since January.", "count", 10),
    ("The ministers have met more than a dozen times.", "count", None),
    ("The two have had five meetings since the spring.", "count", 5),
    ("That is more calls than their three conversations this year suggest.", "count", 3),
    ("Their six telephone calls this year came to four hours.", "count", 6),
    ("The teams have held three rounds since July.", "count", 3),
    ("The three of them held four sessions at the lake.", "count", 4),
    ("Seven times in two years the leaders of the four states have sat down together.", "count", 7),
    ("Two of the five meetings fell within the first month.", "count", 2),
    ("It was the only conversation that the two ministers have had.", "count", 1),
    ("The two presidents have never met.", "count", 0),
    ("They have still not spoken by telephone.", "count", 0),
    ("The leaders have not yet met face to face.", "count", 0),
    ("She has been to Kyiv eight times since the war began.", "count", 8),
    ("The king has hosted him three times since 2022.", "count", 3),
    ("We have called them twice, and twice nobody answered.", "count", 2),
    ("The delegations met five times last year.", "count", 5),
    ("The chancellor has had two such conversations since Easter.", "count", 2),
    ("The emissary has visited Tehran thrice this year.", "count", 3),
    # durations
    ("The envoy has spent more than 20 hours of talks with the general since May.", "duration", None),
    ("The two have spent 15 hours talking to each other this year.", "duration", None),
    ("In total their calls came to nine hours.", "duration", None),
    ("Altogether the presidents talked for seven hours in four calls.", "duration", None),
    ("Adding up the five meetings gives between 12 and 14 hours.", "duration", None),
    ("He has already spent ten hours with the president this month.", "duration", None),
    # comparisons
    ("It was the longest call of the year.", "comparison", None),
    ("Wednesday's conversation was their shortest call yet.", "comparison", None),
    ("The meeting in Doha was the longest so far.", "comparison", None),
    ("The briefest meeting of the series took place in a hangar; it was the shortest of the lot.", "comparison", None),
    ("The envoy has spoken with the general and the general's deputy about twice as long as with the premier.",
     "comparison", None),
    ("She has met the emir more often than the king.", "comparison", None),
    ("The call was longer than all their earlier ones.", "comparison", None),
    ("This round was longer still.", "comparison", None),
    ("The meeting took almost as long as all their previous meetings together.", "comparison", None),
    ("He has had more meetings with the general than with any minister.", "comparison", None),
    ("The talks were unprecedented in their length.", "comparison", None),
    ("He has met Varga five times, against Halim's two.", "comparison", None),
    ("The minister has had fewer calls with Oslo than with Helsinki.", "comparison", None),
]  # fmt: skip

NOT_FOUND: list[str] = [
    "The first lady received the guests in the garden.",
    "The first secretary of the embassy attended the call.",
    "Relations froze after the Second World War.",
    "The two presidents spoke by telephone on Friday.",
    "The call lasted two hours and ten minutes.",
    "The ministers met twice on Monday.",
    "A second meeting was announced for the spring.",
    "The second part of the meeting was held behind closed doors.",
    "The first day of the visit began with a wreath.",
    "He spoke first, she second.",
    "On the second day of the talks the chairs were rearranged.",
    "The first item on the agenda was gas.",
    "Tariffs are three times as high as last year.",
    "Exports doubled for the second time.",
    "The third country offered its good offices.",
    "First of all, the President thanked the Prime Minister.",
    "The visit is planned for next week.",
    "As long as there is hope, the meetings will go on.",
    "She will travel to the sixth Baltic Ports Summit in Riga.",
    "Delegates gathered for the 26th session of the Conference.",
    "The two leaders agreed to meet again.",
    "The two sides will hold another round of talks.",
    "He called the plan the first step toward peace.",
    "The meeting was shorter than planned.",
    "The president met the delegation for two hours.",
    "They discussed three topics during the call.",
    "The minister spoke for twenty minutes.",
    "She answered four questions from reporters.",
    "The summit begins at seven.",
    "The army shot down five drones overnight.",
    "The deputy minister has visited the front.",
    "The second secretary took notes.",
    "He thanked her for the first shipment of grain.",
    "This is the first tranche of the loan.",
    "The last word belongs to the parliament.",
    "At last the two spoke.",
    "The last train left at ten.",
    "It was the longest night of the year.",
    "It was the warmest welcome that she remembers.",
    "The strike lasted longer than the unions had expected.",
    "Two meetings on Friday, both in Paris, dealt with the border.",
    "The leaders will speak by phone on Tuesday.",
    "Four ministers took part in the talks.",
    "The six-party format is dead.",
    "Three of the five drones were shot down.",
    "The president was re-elected for a third time.",
    "She was elected for a second term.",
    "The twentieth package of sanctions is ready.",
    "The bridge is twice as long as the old one.",
    "More than 20 hours of rain flooded the valley.",
    "He spent ten hours on the train.",
    "The parties have not signed since the text is not ready.",
    "No meeting is planned.",
    "No ship has sailed since Monday.",
    "The only condition is a ceasefire.",
    "The only road to the port is closed.",
    "The prime minister asked for a second opinion.",
    "He has never lied.",
    "They have not yet answered.",
    "The company's first quarter was weak.",
    "First Deputy Prime Minister Ilves received the envoy.",
    "In the first place, the talks were about fish.",
    "The eighth paragraph of the statement names no one.",
    "She has three children.",
    "The two countries have had diplomatic relations since 1992.",
    "He fought in two wars and signed one peace.",
    "The ambassador was summoned on Thursday.",
    "The call was at the initiative of the French side.",
    "The first draft came from Ankara.",
    "The talks ended after the second coffee.",
    "The second-largest party wants talks.",
    "More than a hundred people gathered outside.",
    "Less than an hour later the sirens sounded.",
    "He arrived earlier than expected.",
    "The meeting room holds twelve.",
    "His third book deals with the Congress of Vienna.",
    "The first snow fell on the delegation.",
    "A first aid team stood by.",
    "The president hopes that the second meeting takes place at home.",
    "Both leaders thanked the mediators.",
]


@pytest.mark.parametrize(("sentence", "kind", "value"), FOUND, ids=[s[:50] for s, _, _ in FOUND])
def test_claims_are_found(sentence: str, kind: str, value: int | None) -> None:
    found = [f for f in claims_in(sentence) if f.type == kind]
    assert found, [(f.type, f.rule) for f in claims_in(sentence)]
    if value is not None:
        assert value in [f.value for f in found]


@pytest.mark.parametrize("sentence", NOT_FOUND, ids=[s[:50] for s in NOT_FOUND])
def test_near_misses_are_left_alone(sentence: str) -> None:
    assert [(f.type, f.rule, sentence[f.at : f.to]) for f in claims_in(sentence)] == []


@pytest.mark.parametrize("sentence", [s for s, _, _ in FOUND])
def test_the_evidence_is_a_stretch_of_the_sentence(sentence: str) -> None:
    for found in claims_in(sentence):
        assert sentence[found.start : found.end] == sentence[found.start : found.end].strip()
        assert found.start <= found.at < found.to <= len(sentence)


def test_there_are_enough_sentences() -> None:
    assert len(FOUND) >= 75
    assert len(NOT_FOUND) >= 75


def test_every_rule_says_what_it_reads() -> None:
    assert all(finder.__doc__ for finder in FINDERS)
