from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demarche.mentions.reading import Reading

Read = Callable[..., Reading]


def named(reading: Reading) -> dict[str, str]:
    """Phrase as written -> name found, pronouns left out."""
    return {
        reading.doc[m.start_token : m.end_token].text: m.name for m in reading.actors if not m.pronoun and not m.members
    }


PEOPLE = [
    (
        "Canadian Foreign Minister Mélanie Joly spoke with her colleagues.",
        "Canadian Foreign Minister Mélanie Joly",
        "Mélanie Joly",
    ),
    ("Mr. Trump met the visitors.", "Mr. Trump", "Donald Trump"),
    ("President of Russia Vladimir Putin held a meeting.", "President of Russia Vladimir Putin", "Vladimir Putin"),
    (
        "The talks were led by President of the European Commission Ursula von der Leyen.",
        "President of the European Commission Ursula von der Leyen",
        "Ursula von der Leyen",
    ),
    (
        "The Ruritanian foreign ministry's spokesman, Igor Lapotko, said nothing. The president of Ruritania agreed.",
        "The Ruritanian foreign ministry's spokesman, Igor Lapotko",
        "Igor Lapotko",
    ),
    ("Prime Minister Giorgia Meloni of Italy arrived.", "Prime Minister Giorgia Meloni of Italy", "Giorgia Meloni"),
    ("President Min Do-hyeok came out alone.", "President Min Do-hyeok", "Min Do-hyeok"),
    ("Crown Prince Mohammed bin Salman received the envoy.", "Crown Prince Mohammed bin Salman", "Mohammed bin Salman"),
    ("The American president told reporters that he was pleased.", "The American president", "Donald Trump"),
    ("The Russian leader flew home.", "The Russian leader", "Vladimir Putin"),
    (
        "Pedro Sánchez met Prime Minister Luís Montenegro of Portugal in Faro.",
        "Prime Minister Luís Montenegro of Portugal",
        "Luís Montenegro",
    ),
    ("Emmanuel Macron met Friedrich Merz, a French official said.", "Friedrich Merz", "Friedrich Merz"),
    ("The President of Ukraine thanked his guests.", "The President of Ukraine", "Volodymyr Zelenskyy"),
]


@pytest.mark.parametrize(("text", "phrase", "name"), PEOPLE)
def test_people_by_name_and_office(read: Read, text: str, phrase: str, name: str) -> None:
    assert named(read(text)).get(phrase) == name


OTHERS = [
    ("The Japanese side proposed a date.", "The Japanese side", "Japan"),
    ("Moscow said that the talks were useful.", "Moscow", "Russia"),
    ("NATO rejected the demand.", "NATO", "NATO"),
    ("The Kremlin denied the report.", "Kremlin", "Kremlin"),
    ("The minister met senior Ukrainian officials.", "senior Ukrainian officials", "senior officials of Ukraine"),
    ("A U.S. delegation arrived in Cairo.", "A U.S. delegation", "delegation of the United States"),
    ("The envoys saw representatives of Iran.", "representatives of Iran", "representatives of Iran"),
    ("The government of Norway agreed.", "The government of Norway", "Norway"),
    ("The Foreign Ministry of Japan published a note.", "The Foreign Ministry of Japan", "Foreign Ministry of Japan"),
]


@pytest.mark.parametrize(("text", "phrase", "name"), OTHERS)
def test_states_bodies_and_groups(read: Read, text: str, phrase: str, name: str) -> None:
    assert named(read(text)).get(phrase) == name


def test_a_place_is_no_actor(read: Read) -> None:
    assert "Moscow" not in named(read("The ministers met in Moscow on Friday."))


@pytest.mark.parametrize(
    "text",
    [
        "The Grand Plaza Hotel was full.",
        "The Atlantic Charter was signed on a ship.",
        "Typhoon Melor reached the coast.",
        "Readers of the Daily Lantern wrote letters.",
    ],
)
def test_things_are_no_people(read: Read, text: str) -> None:
    assert not [m.name for m in read(text).actors if m.kind == "person"]


def test_introduced_in_full_then_shortened(read: Read) -> None:
    reading = read(
        "Prime Minister Elin Sandvik told her Icelandic counterpart, Gunnar Hallsteinsson, that patience had run out. "
        "Hallsteinsson rejected the demand. Sandvik will answer."
    )
    names = [m.name for m in reading.actors if m.kind == "person" and not m.pronoun]
    assert names.count("Gunnar Hallsteinsson") == 2
    assert names.count("Elin Sandvik") == 2


def test_side_from_the_text_alone(read: Read) -> None:
    reading = read(
        "The Karvelian president, Ilmar Dasko, called the prime minister of Brannock. Karvelia had asked for it."
    )
    dasko = next(m for m in reading.actors if m.name == "Ilmar Dasko")
    assert dasko.side == "Karvelia"
    assert "Karvelia" in {m.name for m in reading.actors if m.kind == "state"}


def test_two_leaders_are_the_pair(read: Read) -> None:
    reading = read("Vladimir Putin spoke with Emmanuel Macron by telephone. The two leaders agreed to stay in touch.")
    pair = next(m for m in reading.actors if m.members)
    assert pair.members == ("Vladimir Putin", "Emmanuel Macron")


def test_both_countries_are_the_two_states(read: Read) -> None:
    reading = read("Vladimir Putin spoke with Emmanuel Macron. Trade between the two countries has grown.")
    assert next(m.members for m in reading.actors if m.members) == ("Russia", "France")


def test_own_president_of_a_publisher(read: Read) -> None:
    reading = read(
        "The President received a report.", day="2022-03-01", publisher="President of Ukraine (president.gov.ua)"
    )
    assert [m.name for m in reading.actors] == ["Volodymyr Zelenskyy"]


def test_counterpart_repeats_the_office(read: Read) -> None:
    reading = read("Secretary of State Antony Blinken met his Ukrainian counterpart.", day="2022-05-08")
    assert "Dmytro Kuleba" in {m.name for m in reading.actors}


def test_title_names_people_for_the_text(read: Read) -> None:
    reading = read(
        "The Secretary thanked the Foreign Minister.",
        day="2022-05-04",
        title="Secretary Blinken’s Meeting with Swedish Foreign Minister Ann Linde",
        publisher="US Department of State",
    )
    assert [m.name for m in reading.title_actors] == ["Antony Blinken", "Ann Linde"]


def test_mentions_never_overlap_and_hold_their_head(read: Read) -> None:
    reading = read(
        "President of Ukraine Volodymyr Zelenskyy rang up President of the French Republic Emmanuel Macron last night. "
        "The heads of state discussed the Normandy format. He thanked the French leader, who promised "
        "to visit Kyiv, and the two presidents agreed that their foreign ministers would meet in Paris."
    )
    end = 0
    for mention in reading.actors:
        assert mention.start_token >= end
        end = mention.end_token
        assert mention.start_token <= mention.head < mention.end_token
        assert reading.actor_at(mention.head) is mention
        assert mention.span.of(reading.document.text).strip() == mention.span.of(reading.document.text)
        assert mention.rule


def test_list_after_a_plural_names_its_members(read: Read) -> None:
    reading = read(
        "His Greek and French counterparts, Nikos Dendias and Jean-Yves Le Drian, arrived early.", day="2021-02-11"
    )
    group = next(m for m in reading.actors if m.kind == "group")
    assert group.members == ("Nikos Dendias", "Jean-Yves Le Drian")


def test_deputy_is_not_the_one_he_serves(read: Read) -> None:
    reading = read("The U.S. deputy chief of staff resigned.", day="2022-05-04")
    assert not [m for m in reading.actors if m.actor_id and m.kind == "person"]


def test_body_inside_a_state_has_its_own_president(read: Read) -> None:
    reading = read("The President of the Senate of the Philippines visited Tokyo.", day="2022-09-04")
    assert [m.name for m in reading.actors if m.kind == "person" and m.actor_id] == []


def test_text_unlike_the_facts_names_its_own_heads(read: Read) -> None:
    reading = read(
        "Prime Minister Elin Sandvik called her Icelandic counterpart on Friday. "
        "The office of Prime Minister Gunnar Hallsteinsson confirmed the call.",
        day="2021-03-05",
    )
    assert "Katrín Jakobsdóttir" not in {m.name for m in reading.actors}
    assert [m.name for m in reading.actors].count("Gunnar Hallsteinsson") == 2


def test_history_is_not_told_of_today(read: Read) -> None:
    reading = read(
        "In 1978 the summit lasted 13 days. In 1979 a treaty was signed. In 1981 the American president left office.",
        day="2018-09-22",
    )
    assert "Donald Trump" not in {m.name for m in reading.actors}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr. KISHIDA Fumio, Prime Minister of Japan, spoke.", ["Fumio Kishida"]),
        ("Prince Mohammed bin Salman bin Abdulaziz received him.", ["Mohammed bin Salman"]),
        ("PM Modi thanked Germany.", ["Narendra Modi"]),
        ("Minister of Natural Resources Alexander Kozlov reported.", ["Alexander Kozlov"]),
        ("Hossein Amir-Abdollahian landed in Geneva.", ["Hossein Amir-Abdollahian"]),
    ],
)
def test_names_of_many_nations(read: Read, text: str, names: list[str]) -> None:
    assert [m.name for m in read(text, day="2023-06-12").actors if m.kind == "person" and not m.pronoun] == names


VOCABULARY = (
    "The the President of Putin Trump and , . : - 's Mr. King al bin U.S. two four both leaders sides he "
    "him they I you for to in Kremlin Moscow Russian Foreign Minister Isles Do-hyeok HE ( ) « » 5 2025 "
    "May West Park delegation officials states counterpart his Deputy former É 你好 "
)
WORDS = st.sampled_from(VOCABULARY.strip().split(" "))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join))
def test_any_words_keep_the_promises_of_a_mention(read: Read, text: str) -> None:
    reading, end = read(text, title=text), 0
    for mention in reading.actors:
        assert end <= mention.start_token <= mention.head < mention.end_token
        end = mention.end_token
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.name
        assert mention.rule
