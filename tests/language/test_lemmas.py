import pytest

from demarche.language.lemmas import LemmaGuard, apply_script, script_of


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("met", "meet"),
        ("Talks", "talk"),
        ("is", "be"),
        ("Putin", "Putin"),
        ("PUTIN", "Putin"),
        ("NATO", "NATO"),
        ("nato", "NATO"),
        ("better", "good"),
        ("'s", "be"),
        ("McDonald", "McDonald"),
        ("", ""),
        ("É", "é"),
    ],
)
def test_a_script_leads_to_the_lemma(form: str, lemma: str) -> None:
    assert (apply_script(script_of(form, lemma), form) or "") == lemma


def test_the_guard_prefers_a_real_word() -> None:
    guard = LemmaGuard(["l|2|e", "l|3|"], {}, {"deter\tVERB"})
    assert guard.choose("deterred", "VERB", "VBN", [0, 1]) == "deter"


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("shunned", "VBD", "shun"),
        ("scraping", "VBG", "scrape"),
        ("evaporated", "VBD", "evaporate"),
        ("diluted", "VBN", "dilute"),
        ("orchestrated", "VBN", "orchestrate"),
        ("treated", "VBN", "treat"),
        ("quoted", "VBD", "quote"),
        ("called", "VBD", "call"),
        ("pressed", "VBD", "press"),
        ("denied", "VBD", "deny"),
        ("tied", "VBD", "tie"),
        ("underwent", "VBD", "undergo"),
        ("Withdrew", "VBD", "withdraw"),
        ("reaffirming", "VBG", "reaffirm"),
        ("passes", "VBZ", "pass"),
        ("settles", "VBZ", "settle"),
        ("handled", "VBD", "handle"),
        ("declared", "VBD", "declare"),
        ("specialized", "VBD", "specialize"),
        ("meet", "VB", "meet"),
        ("simplest", "JJS", "simple"),
        ("angrier", "JJR", "angry"),
        ("bigger", "JJR", "big"),
    ],
)
def test_rules_know_how_verbs_are_spelt(form: str, tag: str, lemma: str) -> None:
    assert LemmaGuard(["s|0|"], {}, frozenset()).choose(form, "VERB", tag, [0]) == lemma


def test_the_guard_trusts_what_was_seen() -> None:
    guard = LemmaGuard(["l|0|"], {"left\tVERB": "leave"}, set())
    assert guard.choose("Left", "VERB", "VBD", [0]) == "leave"


def test_a_script_that_does_not_fit_is_passed_over() -> None:
    guard = LemmaGuard(["l|9|x"], {}, set())
    assert guard.choose("Go", "VERB", "VB", [0]) == "go"
