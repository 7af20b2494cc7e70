"""Contacts told in other ways than "A met B": by a delegation, by ellipsis, on the way, by turns of phrase."""

from __future__ import annotations

import pytest

from demarche.reports import build_reports

TUSK, STUBB, MERZ, MACRON = "Donald Tusk", "Alexander Stubb", "Friedrich Merz", "Emmanuel Macron"
TRUMP, NETANYAHU, PUTIN, FIDAN = "Donald Trump", "Benjamin Netanyahu", "Vladimir Putin", "Hakan Fidan"


def held(kind: str, *names: str) -> tuple[str, ...]:
    return kind, "held", *sorted(names)


def planned(kind: str, *names: str) -> tuple[str, ...]:
    return kind, "planned", *sorted(names)


def found(read, text: str, **about: str) -> list[tuple[str, ...]]:
    """Type, status and participants of every contact."""
    reports = [r for r in build_reports(read(text, **about)) if r.kind == "contact"]
    return sorted((r.type or "", r.status or "", *sorted(r.names("participants"))) for r in reports)


DELEGATIONS = [
    (
        "A delegation led by Deputy Foreign Minister Ivan Petrov of Bulgaria arrived in Baku on Monday.",
        [held("visit", "Ivan Petrov", "Azerbaijan")],
    ),
    (
        "A Polish delegation headed by Donald Tusk held talks in Helsinki with Alexander Stubb.",
        [held("meeting", TUSK, STUBB)],
    ),
    ("A choir led by Ivan Petrov arrived in the hall on Monday.", []),
    (
        "President Viktor Harlan of Estonia spoke with President Amina Okafor of Nigeria. The two presidents agreed "
        "that their teams would meet in Abuja.",
        [held("call", "Viktor Harlan", "Amina Okafor"), planned("meeting", "team of Estonia", "team of Nigeria")],
    ),
    (
        "Warsaw welcomed a meeting of advisers to the leaders of France and Germany on Monday in Paris.",
        [held("meeting", "France", "Germany")],
    ),
    ("Egypt hosted the foreign ministers of Jordan and Oman in Cairo on Tuesday.", None),
]


@pytest.mark.parametrize(("text", "expected"), DELEGATIONS)
def test_whoever_leads_or_hosts_takes_part(read, text, expected):
    contacts = found(read, text)
    if expected is None:  # the ministers' names are the authority's business: the host is in any case one of three
        assert len(contacts) == 1
        assert "Egypt" in contacts[0]
        assert len(contacts[0]) == 5
    else:
        assert contacts == sorted(expected)


MANY = [
    ("Foreign ministers from six Gulf states gathered in Riyadh on Monday.", "Foreign ministers from six Gulf states"),
    ("Leaders of African nations met in Kigali on Tuesday.", "Leaders of African nations"),
    (
        "Defence ministers of member states of the Shanghai Cooperation Organisation meet in New Delhi today.",
        "Defence ministers of member states of the Shanghai Cooperation Organisation",
    ),
    ("NATO's foreign ministers, meeting in Oslo on Monday, agreed on a plan.", "foreign ministers of NATO"),
]


@pytest.mark.parametrize(("text", "group"), MANY)
def test_many_who_gather_are_one_group_with_their_host(read, text, group):
    contacts = found(read, text)
    assert len(contacts) == 1
    assert contacts[0][0] == "meeting"
    assert group in contacts[0]


@pytest.mark.parametrize(
    "text",
    [
        "Finance ministers of the German states met in Bremen on Monday.",
        "Ministers of his cabinet gathered in the palace.",
        "Fans from six Gulf states gathered in Riyadh on Monday.",
    ],
)
def test_other_gatherings_are_none(read, text):
    assert found(read, text, publisher="Federal Government of Germany") == []


ELLIPSIS = [
    (
        "Donald Tusk spoke to Alexander Stubb on Monday, Friedrich Merz did so on Tuesday.",
        [held("call", TUSK, STUBB), held("call", MERZ, STUBB)],
    ),
    (
        "Donald Tusk met Alexander Stubb in Helsinki on Monday. So did Friedrich Merz.",
        [held("meeting", TUSK, STUBB), held("meeting", MERZ, STUBB)],
    ),
    (
        "Donald Tusk travelled to Helsinki on Monday, as did Friedrich Merz.",
        [held("visit", TUSK, "Finland"), held("visit", MERZ, "Finland")],
    ),
    ("Donald Tusk met Alexander Stubb, but Friedrich Merz did not.", [held("meeting", TUSK, STUBB)]),
    ("Donald Tusk praised Alexander Stubb. So did Friedrich Merz.", []),
    ("Donald Tusk will meet Alexander Stubb. He had promised to do so.", [planned("meeting", TUSK, STUBB)]),
]


@pytest.mark.parametrize(("text", "expected"), ELLIPSIS)
def test_who_did_the_same_had_a_contact_too(read, text, expected):
    assert found(read, text) == sorted(expected)


JOURNEYS = [
    ("Donald Tusk travelled from Riga to Helsinki on Monday.", [held("visit", TUSK, "Finland")]),
    ("Donald Tusk will be in Helsinki on 24 June.", [planned("visit", TUSK, "Finland")]),
    (
        "Donald Tusk will be in Helsinki on 24 June for talks with Alexander Stubb.",
        [planned("visit", TUSK, "Finland"), planned("meeting", TUSK, STUBB)],
    ),
    ("Donald Tusk will be in good hands.", []),
    ("Donald Tusk, back from Helsinki, said that the mood was good.", [held("visit", TUSK, "Finland")]),
    ("Donald Tusk is back from the brink.", []),
    (
        "Donald Tusk is on a tour of the north that takes him to Finland, Norway and Sweden.",
        [held("visit", TUSK, "Finland"), held("visit", TUSK, "Norway"), held("visit", TUSK, "Sweden")],
    ),
    ("Donald Tusk took the night train to Vilnius on Monday.", [held("visit", TUSK, "Lithuania")]),
    ("Donald Tusk took the blame to heart.", []),
    (
        "Donald Tusk shuttled between Helsinki and Oslo last week.",
        [held("visit", TUSK, "Finland"), held("visit", TUSK, "Norway")],
    ),
    ("Donald Tusk was a guest at the Elysee Palace.", [held("visit", TUSK, "France")]),
    ("Donald Tusk was a guest on the show.", []),
    ("Donald Tusk's Helsinki visit on Monday led to a treaty.", [held("visit", TUSK, "Finland")]),
    ("Somalia closed a road during a visit from Donald Tusk.", [held("visit", TUSK, "Somalia")]),
    (
        "Donald Tusk was in Helsinki in April, then in Oslo.",
        [held("visit", TUSK, "Finland"), held("visit", TUSK, "Norway")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), JOURNEYS)
def test_journeys_told_on_the_way(read, text, expected):
    assert found(read, text) == sorted(expected)


TURNS = [
    ("Donald Tusk and Alexander Stubb came together in Oslo on Monday.", [held("meeting", TUSK, STUBB)]),
    ("Donald Tusk and Alexander Stubb came together as friends.", []),
    ("Donald Tusk huddled with Alexander Stubb on Monday.", [held("meeting", TUSK, STUBB)]),
    ("Donald Tusk and Alexander Stubb spent an hour in the same room.", [held("meeting", TUSK, STUBB)]),
    ("Donald Tusk got on the phone with Alexander Stubb on Monday.", [held("call", TUSK, STUBB)]),
    ("Donald Tusk had Alexander Stubb to lunch on Monday.", [held("meeting", TUSK, STUBB)]),
    ("Donald Tusk rang Helsinki at midnight.", [held("call", TUSK, "Finland")]),
    ("Alexander Stubb, whom Donald Tusk met on Monday, agreed.", [held("meeting", TUSK, STUBB)]),
    ("Alexander Stubb, with whom Donald Tusk spoke by phone, agreed.", [held("call", TUSK, STUBB)]),
    ("Alexander Stubb, whom Donald Tusk admires, agreed.", []),
    ('"I have just spoken to Alexander Stubb," Donald Tusk said.', [held("call", TUSK, STUBB)]),
    ('"Great call with Alexander Stubb," Donald Tusk wrote.', [held("call", TUSK, STUBB)]),
    ("Donald Tusk's first call was to Alexander Stubb.", [held("call", TUSK, STUBB)]),
    ("Donald Tusk was the first to call Alexander Stubb.", [held("call", TUSK, STUBB)]),
    ("Donald Tusk and Alexander Stubb discussed Norway by phone.", [held("call", TUSK, STUBB)]),
    ("Donald Tusk was received at the White House on Tuesday.", [held("meeting", TUSK, "United States")]),
    ("Donald Tusk was received with applause.", []),
    (
        "Donald Tusk met Alexander Stubb and, later, Friedrich Merz.",
        [held("meeting", TUSK, STUBB), held("meeting", TUSK, MERZ)],
    ),
    (
        "Donald Tusk shook hands with Alexander Stubb and spoke to him for ten minutes.",
        [held("meeting", TUSK, STUBB)],
    ),
    (
        "Friedrich Merz joined the meeting of Donald Tusk and Alexander Stubb by telephone.",
        [held("meeting", TUSK, STUBB, MERZ)],
    ),
    (
        "Hans Lindgren of the United Nations held two rounds of talks with Omar Saleh, who negotiates for the Houthis.",
        [held("talks", "Hans Lindgren", "Omar Saleh")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TURNS)
def test_turns_of_phrase(read, text, expected):
    assert found(read, text) == sorted(expected)


MESSAGES = [
    ("Hakan Fidan delivered a message from Donald Tusk to Alexander Stubb.", [held("message", TUSK, STUBB)]),
    ("Donald Tusk exchanged congratulatory messages with Alexander Stubb.", [held("message", TUSK, STUBB)]),
    ("In a letter dated 2 June, Donald Tusk told Alexander Stubb that he agreed.", [held("message", TUSK, STUBB)]),
    ("Donald Tusk handed Finland's ambassador a note.", [held("message", TUSK, "ambassador of Finland")]),
    ("Donald Tusk handed Alexander Stubb a medal.", []),
]


@pytest.mark.parametrize(("text", "expected"), MESSAGES)
def test_messages_go_from_the_sender_to_the_receiver(read, text, expected):
    assert found(read, text) == sorted(expected)


STATUS = [
    ("Donald Tusk spoke with Alexander Stubb on Wednesday ahead of his meeting with Friedrich Merz.", "planned"),
    ("Donald Tusk did not show up for the meeting with Friedrich Merz.", "cancelled"),
    ("A meeting between Donald Tusk and Friedrich Merz planned for Monday did not take place.", "cancelled"),
    ("The plan for a meeting between Donald Tusk and Friedrich Merz was dropped.", "cancelled"),
    ("It was Warsaw that had asked for the meeting between Donald Tusk and Friedrich Merz.", "held"),
    ("Warsaw has asked for a meeting between Donald Tusk and Friedrich Merz.", "proposed"),
    ("At a meeting with Friedrich Merz on Monday to end the quarrel, Donald Tusk gave way.", "held"),
    ("Germany and Poland are preparing a round of talks.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status_of_contacts_told_in_other_ways(read, text, status):
    of_pair = [r for r in found(read, text) if MERZ in r or "Germany" in r]
    assert [r[1] for r in of_pair] == [status]


DATES = [
    ("Donald Tusk rang Friedrich Merz twice this week, on Monday and on Wednesday.", ["2025-06-09", "2025-06-11"]),
    ("Donald Tusk met Friedrich Merz in Oslo for a second day on Tuesday.", ["2025-06-10"]),
    ("Donald Tusk spoke yesterday and will meet Friedrich Merz in the coming weeks.", [None]),
    ("Donald Tusk met Friedrich Merz at the margins of the Expo 2025 on Monday.", ["2025-06-09"]),
    (
        "Donald Tusk met Friedrich Merz in Berlin on 3 April and Emmanuel Macron in Paris on 8 April.",
        ["2025-04-03", "2025-04-08"],
    ),
]


@pytest.mark.parametrize(("text", "dates"), DATES)
def test_each_contact_has_its_own_day(read, text, dates):
    reports = [r for r in build_reports(read(text)) if r.kind == "contact"]
    days = [field.value if (field := r.first("date")) else None for r in reports]
    assert sorted(days, key=str) == dates


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("It was Ankara that had asked for the conversation between Hakan Fidan and Donald Tusk.", "Turkey"),
        ("According to Baku, it was Warsaw which asked for the talks between Hakan Fidan and Donald Tusk.", "Poland"),
    ],
)
def test_a_capital_that_asked_is_the_initiator(read, text, initiator):
    reports = [r for r in build_reports(read(text)) if r.kind == "contact"]
    assert [r.first("initiator").value for r in reports] == [initiator]


CHRONICLE = """3 January, Paris. Prime Minister Elena Marku of Tavria drops in at the Elysee.
17 January. Marku calls President Oleg Dushan of Vostria.
9 February. Marku and Dushan meet in Ankara.
5 March. Dushan telephones Putin.
Next: On 28 March Marku travels to Vostria's capital, Sterin.
"""


def test_each_line_of_a_chronicle_has_the_day_that_heads_it(read):
    reports = [r for r in build_reports(read(CHRONICLE, day="2025-03-14")) if r.kind == "contact"]
    days = {str(r.first("date").value): set(r.names("participants")) for r in reports if r.first("date")}
    assert days == {
        "2025-01-03": {"Elena Marku", "France"},
        "2025-01-17": {"Elena Marku", "Oleg Dushan"},
        "2025-02-09": {"Elena Marku", "Oleg Dushan"},
        "2025-03-05": {"Oleg Dushan", PUTIN},
        "2025-03-28": {"Elena Marku", "Vostria"},
    }


PASSAGES = [
    ("Will Donald Tusk and Alexander Stubb meet?", []),
    ("Did Donald Tusk telephone Alexander Stubb? Nobody knows.", []),
    (
        "Donald Tusk was in Oslo, Alexander Stubb in Riga, and Friedrich Merz in Rome.",
        [held("visit", TUSK, "Norway"), held("visit", STUBB, "Latvia"), held("visit", MERZ, "Italy")],
    ),
    (
        "Alexander Stubb rang Donald Tusk on 3 June and again on the 6th.",
        [held("call", TUSK, STUBB), held("call", TUSK, STUBB)],
    ),
    (
        "Alexander Stubb rang Donald Tusk on 3 June. On Tuesday Donald Tusk called back.",
        [held("call", TUSK, STUBB), held("call", TUSK, STUBB)],
    ),
    ("Donald Tusk called back the bill.", []),
    (
        "On Monday Donald Tusk will see Alexander Stubb in Helsinki. Friedrich Merz follows on 19 June.",
        [planned("meeting", TUSK, STUBB), planned("meeting", MERZ, STUBB)],
    ),
    ("Donald Tusk met Alexander Stubb. Friedrich Merz follows the news.", [held("meeting", TUSK, STUBB)]),
    (
        "Donald Tusk is in one room with Alexander Stubb and Friedrich Merz.",
        [held("meeting", TUSK, STUBB, MERZ)],
    ),
    ("Donald Tusk and Alexander Stubb are having coffee in the garden.", [held("meeting", TUSK, STUBB)]),
    ("Donald Tusk slammed down the phone on Alexander Stubb.", [held("call", TUSK, STUBB)]),
    ("Donald Tusk popped in on Alexander Stubb.", [held("meeting", TUSK, STUBB)]),
    ("Donald Tusk had been to see Alexander Stubb.", [held("meeting", TUSK, STUBB)]),
    ("Donald Tusk had Alexander Stubb over to the palace on Tuesday.", [held("meeting", TUSK, STUBB)]),
    ("Donald Tusk had an advantage over Alexander Stubb.", []),
    ("The one-on-one between Donald Tusk and Alexander Stubb took an hour.", [held("meeting", TUSK, STUBB)]),
    (
        "Donald Tusk had talks with a dozen colleagues, among them Alexander Stubb and Friedrich Merz.",
        [held("meeting", TUSK, STUBB), held("meeting", TUSK, MERZ)],
    ),
    (
        "Donald Tusk and Alexander Stubb had a conversation in the corridor on Monday.",
        [held("meeting", TUSK, STUBB)],
    ),
    (
        "Donald Tusk and Alexander Stubb will meet at ten. The meeting is over.",
        [held("meeting", TUSK, STUBB)],
    ),
    (
        "Peter Olander is in Warsaw. On Monday Peter Olander met Donald Tusk.",
        [held("visit", "Peter Olander", "Poland"), held("meeting", "Peter Olander", TUSK)],
    ),
    ("On Monday Peter Olander met Donald Tusk.", []),
    (
        "Donald Tusk and Alexander Stubb agreed to hold a joint cabinet meeting in the autumn.",
        [planned("meeting", TUSK, STUBB)],
    ),
    ("Donald Tusk held a cabinet meeting with Radoslaw Sikorski.", []),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_short_passages(read, text, expected):
    assert found(read, text) == sorted(expected)


def test_a_later_sentence_stands_on_the_day_just_told(read):
    text = (
        "Donald Tusk arrived in Riga on Monday. On Tuesday he laid a wreath and was received by Edgars Rinkevics. "
        "At noon Donald Tusk had lunch with Alexander Stubb."
    )
    reports = [r for r in build_reports(read(text)) if r.kind == "contact" and STUBB in r.names("participants")]
    assert [r.first("date").value for r in reports] == ["2025-06-10"]


def test_weeks_in_which_contacts_are_counted_are_no_day(read):
    text = "Donald Tusk will meet Alexander Stubb. It would be their second encounter in six weeks."
    reports = [r for r in build_reports(read(text)) if r.kind == "contact"]
    assert [r.first("date") for r in reports] == [None]


MEASURED = [
    ("Donald Tusk met for about 40 minutes with Alexander Stubb.", [held("meeting", TUSK, STUBB)]),
    ("Donald Tusk spoke for over an hour with Alexander Stubb.", [held("call", TUSK, STUBB)]),
    ("Donald Tusk spoke about Norway with pride.", []),
    ("Donald Tusk exchanged views with Alexander Stubb over breakfast.", [held("meeting", TUSK, STUBB)]),
    (
        "Donald Tusk received a courtesy call from visiting Finnish President Alexander Stubb.",
        [held("meeting", TUSK, STUBB)],
    ),
    ("Donald Tusk could be in Helsinki next month.", [("visit", "proposed", TUSK, "Finland")]),
    ("France met Germany in the semi-final in Munich on Wednesday.", []),
    ("France met Germany in Geneva on Wednesday.", [held("meeting", "France", "Germany")]),
]


@pytest.mark.parametrize(("text", "expected"), MEASURED)
def test_lengths_titles_and_games(read, text, expected):
    assert found(read, text) == [(kind, status, *sorted(names)) for kind, status, *names in expected]


TOGETHER = [
    "Donald Tusk got together with Alexander Stubb on Monday.",
    "Donald Tusk joined Alexander Stubb for dinner on Monday.",
    "Donald Tusk and Alexander Stubb faced each other across a table on Monday.",
    "Donald Tusk and Alexander Stubb sat round one table on Monday.",
    "Donald Tusk went for a walk with Alexander Stubb on Monday.",
    "Donald Tusk played golf with Alexander Stubb on Monday.",
    "Donald Tusk took Alexander Stubb aside on Monday.",
    "Donald Tusk greeted Alexander Stubb at the airport on Monday.",
    "Donald Tusk and Alexander Stubb posed for photographs on Monday.",
    "Donald Tusk showed Alexander Stubb round the palace on Monday.",
    "Donald Tusk had twenty minutes with Alexander Stubb on Monday.",
    "Alexander Stubb gave Donald Tusk half an hour on Monday.",
    "Alexander Stubb found time for Donald Tusk on Monday.",
    "Donald Tusk sat next to Alexander Stubb at dinner on Monday.",
    "Donald Tusk and Alexander Stubb shared a table on Monday.",
    "Donald Tusk and Alexander Stubb were seen together in Riga on Monday.",
    "Donald Tusk went to see Alexander Stubb on Monday.",
]


@pytest.mark.parametrize("text", TOGETHER)
def test_people_who_are_together_meet(read, text):
    reports = [r for r in build_reports(read(text)) if r.kind == "contact"]
    assert [(r.type, r.status, sorted(r.names("participants"))) for r in reports] == [
        ("meeting", "held", [STUBB, TUSK])
    ]
    assert reports[0].first("date").value == "2025-06-09"


@pytest.mark.parametrize(
    "text",
    [
        "Donald Tusk got together a team of experts.",
        "Donald Tusk joined Alexander Stubb in calling for calm.",
        "Donald Tusk faced Alexander Stubb's criticism across the aisle.",
        "Donald Tusk played for time with his plan.",
        "Donald Tusk took Alexander Stubb's word.",
        "Donald Tusk greeted Alexander Stubb's decision.",
        "Donald Tusk showed Alexander Stubb the plan.",
        "Donald Tusk had an idea with Alexander Stubb in mind.",
        "Donald Tusk gave Alexander Stubb an hour to answer.",
        "Donald Tusk found time for a holiday.",
        "Donald Tusk and Alexander Stubb share a dream.",
        "Donald Tusk and Alexander Stubb stand side by side with Ukraine.",
    ],
)
def test_words_of_being_together_that_mean_something_else(read, text):
    assert [r.type for r in build_reports(read(text)) if r.kind == "contact"] == []
