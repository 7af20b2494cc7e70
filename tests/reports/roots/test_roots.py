"""Sentences of our own with the PLOVER root they tell of; what holds for any sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demarche.mentions.quotes_verbs import words as listed
from demarche.reports.roots import ROOTS, located, root_of
from demarche.reports.roots.features import features
from demarche.reports.roots.frames import hits
from demarche.reports.roots.model import Model, shipped

if TYPE_CHECKING:
    from spacy.language import Language

#: sentence, its actor, its root; none of them is in the training sentences
TOLD: list[tuple[str, str, str]] = [
    ("Latvia agreed to lease two ferries to Iceland.", "Latvia", "AGREE"),
    ("Oman will send a team of doctors to Nepal next month.", "Oman", "AGREE"),
    ("Gabon's president met his Cuban guest on Tuesday.", "Gabon", "CONSULT"),
    ("The Belgian king praised Ghana for its elections.", "Belgian", "SUPPORT"),
    ("Togo and Benin signed a treaty on fishing.", "Togo", "SUPPORT"),
    ("Mali lifted the ban on three parties.", "Mali", "CONCEDE"),
    ("Chad released 30 Libyan soldiers on Monday.", "Chad", "RETREAT"),
    ("The army pulled out of the valley held by Kurds.", "army", "RETREAT"),
    ("Fiji and Tonga held a joint exercise off the coast.", "Fiji", "COOPERATE"),
    ("Austria gave 10 million dollars in food aid to Niger.", "Austria", "AID"),
    ("Malta demanded that Libya free its fishermen.", "Malta", "REQUEST"),
    ("Yemen refused to hand over the bomber to Kuwait.", "Yemen", "REJECT"),
    ("Laos will not take part in talks with Thailand.", "Laos", "REJECT"),
    ("Estonia accused Belarus of spying.", "Estonia", "ACCUSE"),
    ("Prosecutors in Rome are investigating a Swiss bank.", "Prosecutors", "ACCUSE"),
    ("Sudan threatened to close its border with Kenya.", "Sudan", "THREATEN"),
    ("Guinea said it would expel the diplomats unless Senegal apologised.", "Guinea", "THREATEN"),
    ("Thousands of dockers marched through Lisbon.", "dockers", "PROTEST"),
    ("Bhutan recalled its ambassador from Nepal.", "Bhutan", "SANCTION"),
    ("Ghana massed troops on its border with Togo.", "Ghana", "MOBILIZE"),
    ("The police arrested two reporters in Tunis.", "police", "COERCE"),
    ("Rebels shelled a village in Chad.", "Rebels", "ASSAULT"),
    ("A village in Chad was shelled by rebels.", "rebels", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "actor", "root"), TOLD)
def test_the_root_is_told(nlp: Language, text: str, actor: str, root: str) -> None:
    tokens = list(nlp(text))
    start = text.find(actor)
    assert root_of(tokens, located(tokens, [(start, start + len(actor))])).root == root


def test_most_roots_are_told_without_the_actor(nlp: Language) -> None:
    right = sum(root_of(list(nlp(text))).root == root for text, _, root in TOLD)
    assert right >= len(TOLD) - 2


def test_the_actor_chooses_among_two_deeds(nlp: Language) -> None:
    text = "Peru praised Chile after Bolivia expelled two diplomats."
    tokens = list(nlp(text))
    assert root_of(tokens, located(tokens, [(0, 4)])).root == "SUPPORT"
    start = text.find("Bolivia")
    assert root_of(tokens, located(tokens, [(start, start + 7)])).root == "SANCTION"


def test_a_sentence_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one token"):
        root_of([])


def test_a_longer_frame_covers_a_shorter_one(nlp: Language) -> None:
    found = hits(list(nlp("Kenya suspended aid to Somalia.")))
    assert {(h.root, len(h.tokens)) for h in found} >= {("SANCTION", 2)}
    assert all(len(h.tokens) > 1 for h in found if 1 in h.tokens)


def test_the_passive_finds_its_object(nlp: Language) -> None:
    assert "SANCTION" in {h.root for h in hits(list(nlp("Aid to Somalia was suspended by Kenya.")))}


def test_a_comma_ends_the_reach_of_a_frame(nlp: Language) -> None:
    found = hits(list(nlp("They stopped, the aid came.")))
    assert not any(h.root == "SANCTION" and len(h.tokens) > 1 for h in found)


@given(words=st.lists(st.sampled_from(listed("Peru aid will not Chile stop , . if said and war talks to")), min_size=1))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_row_of_words_has_one_root_and_always_the_same(nlp: Language, words: list[str]) -> None:
    tokens = list(nlp(" ".join(words)))
    one, other = root_of(tokens), root_of(tokens, tokens[:1])
    assert one == root_of(tokens)
    assert {one.root, other.root} <= set(ROOTS)
    assert 1 / len(ROOTS) <= one.share <= 1


@given(values=st.dictionaries(st.sampled_from(["bias", "rank:AID", "unheard of"]), st.floats(-5, 5)))
def test_shares_add_up_to_one(values: dict[str, float]) -> None:
    assert shipped().shares(values).sum() == pytest.approx(1)


def test_the_weights_survive_their_text() -> None:
    model = Model({"a": 0, "b": 1}, np.array([[0.5] * len(ROOTS), [0.0] * len(ROOTS)]))
    again = Model.from_text(model.to_text())
    assert list(again.names) == ["a"]
    assert again.weights.tolist() == [[0.5] * len(ROOTS)]


def test_features_do_not_depend_on_what_stands_before_the_sentence(nlp: Language) -> None:
    doc = nlp("It rained.\n\nPeru expelled two diplomats of Chile.")
    second = [t for t in doc if t.idx > 10 and not t.is_space]
    alone = list(nlp("Peru expelled two diplomats of Chile."))
    assert features(second, second[:1], []) == features(alone, alone[:1], [])
