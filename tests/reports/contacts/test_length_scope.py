"""A length in the next sentence goes with the contact told, not with one that is only passed by."""

from __future__ import annotations

from demarche.reports import build_reports


def test_the_length_of_a_call_is_not_that_of_the_talks_before_it(read):
    text = (
        "Emmanuel Macron telephoned Narendra Modi after his talks with Friedrich Merz in Berlin. "
        "The conversation took 40 minutes."
    )
    contacts = [r for r in build_reports(read(text)) if r.kind == "contact"]
    timed = [r.names("participants") for r in contacts if "duration" in {f.name for f in r.fields}]
    assert len(contacts) == 2 and timed == [("Emmanuel Macron", "Narendra Modi")]
