"""What is planned, proposed, cancelled, denied or only imagined is never held, whatever else is read out of it."""

from __future__ import annotations

import pytest

from demarche.reports.contacts import build_contacts

NEVER_HELD = [
    "Donald Trump said he would never meet Vladimir Putin in Moscow.",
    "Emmanuel Macron did not call Vladimir Putin on Monday.",
    "Vladimir Putin has not spoken to Volodymyr Zelenskyy since 2019.",
    "The Kremlin denied that Vladimir Putin had telephoned Donald Trump on Friday.",
    "No call between Vladimir Putin and Donald Trump took place on Friday.",
    "If Vladimir Putin agrees, Donald Trump will meet him in Budapest.",
    "Had Emmanuel Macron met Vladimir Putin, the war might have ended.",
    "Emmanuel Macron would have met Vladimir Putin if the talks had gone well.",
    "Donald Trump was supposed to meet Vladimir Putin in Budapest.",
    "Donald Trump was to have met Vladimir Putin in Budapest on Friday.",
    "Donald Trump's planned meeting with Vladimir Putin fell through.",
    "The meeting between Donald Trump and Vladimir Putin never happened.",
    "Reports that Emmanuel Macron had met Vladimir Putin in secret are untrue.",
    "Emmanuel Macron rejected reports of a call with Vladimir Putin.",
    "Emmanuel Macron ruled out a meeting with Vladimir Putin.",
    "Emmanuel Macron refused to meet Vladimir Putin.",
    "Emmanuel Macron wants to meet Vladimir Putin.",
    "Emmanuel Macron hopes to speak with Vladimir Putin soon.",
    "Emmanuel Macron is ready to meet Vladimir Putin anywhere.",
    "It is not clear whether Emmanuel Macron will meet Vladimir Putin.",
    "Emmanuel Macron has no plans to meet Vladimir Putin.",
    "Emmanuel Macron plans to visit India in September.",
    "Keir Starmer is expected in Delhi on Monday for talks with Narendra Modi.",
    "Keir Starmer's visit to India has been postponed indefinitely.",
    "Keir Starmer called off his visit to India.",
    "Donald Trump and Xi Jinping are to speak by phone on Friday.",
    "Donald Trump's call with Xi Jinping, scheduled for Friday, was cancelled.",
    "Talks between Sergey Lavrov and Marco Rubio could take place next week.",
    "Marco Rubio proposed talks with Sergey Lavrov in Geneva.",
    "Marco Rubio asked whether Sergey Lavrov would meet him.",
    "Sergey Lavrov said a meeting with Marco Rubio was possible.",
    "Volodymyr Zelenskyy called for a meeting with Vladimir Putin.",
    "Volodymyr Zelenskyy invited Donald Trump to visit Kyiv.",
    "Volodymyr Zelenskyy urged Donald Trump to meet Vladimir Putin only with Ukraine.",
    "Donald Trump may visit China in April.",
    "Donald Trump will not visit China this year.",
    "Donald Trump failed to reach Vladimir Putin by phone.",
    "Donald Trump tried to call Vladimir Putin.",
    "Donald Trump's aides are preparing a call with Vladimir Putin.",
    "A spokesman could not confirm that Donald Trump had spoken with Vladimir Putin.",
    "Viktor Orban offered to host a summit between Donald Trump and Vladimir Putin.",
    "There will be no meeting between Donald Trump and Vladimir Putin.",
    "The two presidents had been due to meet in Geneva, but Vladimir Putin pulled out of the talks with Donald Trump.",
    "Donald Trump left without meeting Vladimir Putin.",
    "Instead of meeting Vladimir Putin, Donald Trump flew home.",
    "Donald Trump spoke of a possible summit with Vladimir Putin.",
    "Russia and Ukraine have yet to hold talks.",
    "Donald Trump and Vladimir Putin should meet soon, said Viktor Orban.",
    "Rumours of a meeting between Emmanuel Macron and Vladimir Putin are false.",
    "Donald Trump threatened to cancel his meeting with Vladimir Putin.",
    "The Kremlin dismissed as fake a report that Vladimir Putin had met Viktor Orban.",
    "Sergey Lavrov has been invited to Ankara by Hakan Fidan.",
    "Hakan Fidan will travel to Moscow to meet Sergey Lavrov.",
    "Hakan Fidan is flying to Moscow tomorrow to meet Sergey Lavrov.",
    "Hakan Fidan arrives in Moscow on Saturday for talks with Sergey Lavrov.",
    "Hakan Fidan was due to arrive in Moscow yesterday for talks with Sergey Lavrov.",
    "Ahead of his meeting with Vladimir Putin, Donald Trump warned of tariffs.",
    "Donald Trump said before his summit with Xi Jinping that he wanted a deal.",
    "Donald Trump agreed to a call with Xi Jinping next week.",
]


@pytest.mark.parametrize("text", NEVER_HELD)
def test_never_held(read, text):
    found = list(build_contacts(read(text, day="2025-06-12")))
    assert all(report.status != "held" for report in found)


HELD = [
    "Donald Trump met Vladimir Putin in Budapest on Friday.",
    "Donald Trump has spoken by phone with Vladimir Putin.",
    "Hakan Fidan arrived in Moscow yesterday for talks with Sergey Lavrov.",
    "The Kremlin confirmed that Vladimir Putin had telephoned Donald Trump on Friday.",
    "Emmanuel Macron and Vladimir Putin spoke by telephone although the Kremlin had ruled it out.",
    "The long-planned meeting of Donald Trump and Vladimir Putin took place on Monday.",
    "Keir Starmer visited India in May.",
    "Sergey Lavrov and Marco Rubio held talks in Geneva, where they discussed a possible summit.",
    "Emmanuel Macron called Vladimir Putin to propose a summit.",
    "Viktor Orban met Donald Trump to offer Budapest as a venue.",
]


@pytest.mark.parametrize("text", HELD)
def test_held(read, text):
    found = list(build_contacts(read(text, day="2025-06-12")))
    assert any(report.status == "held" for report in found)
