"""Words of contact that tell of none: other meanings, home affairs, habits, counts."""

from __future__ import annotations

import pytest

from .telling import contacts

NOT_CONTACTS = [
    "Donald Trump called Vladimir Putin a strong man.",
    "Emmanuel Macron called off the search.",
    "The so-called summit of the poor ended on Friday.",
    "Emmanuel Macron regularly speaks with Vladimir Putin.",
    "Emmanuel Macron and Vladimir Putin have spoken eleven times this year.",
    "Donald Trump met the conditions of the court.",
    "Emmanuel Macron received the Nobel Prize.",
    "Emmanuel Macron saw the report on Monday.",
    "Vladimir Putin returned to Moscow in the evening.",
    "Emmanuel Macron travelled to Lyon to visit a factory.",
    "Narendra Modi spoke at a rally in Delhi.",
    "Narendra Modi welcomed the decision of the court.",
    "Donald Trump phoned the families of the victims.",
    "Keir Starmer wrote an article about Russia.",
    "The talks went on until midnight.",
    "Emmanuel Macron visited the museum in Paris.",
    "India beat Pakistan in a cricket meeting in Dubai.",
    "Keir Starmer had breakfast before the debate.",
    "Emmanuel Macron met the chief executive of Airbus.",
    "Donald Trump received a letter from a pupil in Ohio.",
    "Emmanuel Macron goes on defending the plan.",
    "The visit of the museum takes an hour.",
    "Narendra Modi hosted a party for his ministers.",
    "Keir Starmer expects to keep in contact with Emmanuel Macron.",
    "Emmanuel Macron sat next to his wife.",
    "Emmanuel Macron was in the garden of the palace.",
    "Germany met the deadline of the European Union.",
    "Prisoners were exchanged between Russia and Ukraine.",
    "Six times in eight years Emmanuel Macron and Vladimir Putin have met.",
    "Narendra Modi will also meet with business leaders in Paris.",
    "Emmanuel Macron hoped for an agreement with Russia.",
    "The summit of Mont Blanc lies in France.",
    "Donald Trump spoke to the families of the victims in Texas.",
    "Vladimir Putin has seen the reports of the ministry.",
    "The two companies will hold talks in Paris.",
]


@pytest.mark.parametrize("text", NOT_CONTACTS)
def test_other_meanings_are_no_contacts(read, text):
    assert contacts(read, text) == []
