"""Verbs that report speech, in every form; the quotation finder and the statements builder share them."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """A table of words written as running text."""
    return tuple(text.split())


#: verbs that can stand beside a quotation
REPORTING_VERBS: tuple[str, ...] = words(
    """
    say tell add write post tweet state declare announce explain note stress emphasize emphasise underline
    underscore remark reply answer respond retort ask insist argue claim warn admit acknowledge concede confirm
    continue conclude observe comment joke quip boast complain vow pledge promise predict recall recount repeat
    reiterate reveal shout thunder fume snap urge demand threaten suggest caution assert maintain allege call brand
    describe dub label dismiss denounce praise hail point go put lament muse grumble protest counter interject
    object think believe hope agree deny accuse blame read report offer voice exclaim whisper mutter sigh cry laugh
    wonder elaborate clarify specify summarize summarise mention highlight outline detail proclaim quote cite jibe
    scoff sneer rage bark correct conclude deem
    """
)

_IRREGULAR: dict[str, tuple[str, ...]] = {
    "say": ("said", "says", "saying"),
    "tell": ("told", "tells", "telling"),
    "write": ("wrote", "writes", "written", "writing"),
    "put": ("put", "puts", "putting"),
    "go": ("went", "goes", "gone", "going"),
    "think": ("thought", "thinks", "thinking"),
    "read": ("read", "reads", "reading"),
}
_DOUBLED = {"quip", "admit", "snap", "dub"}

#: verbs that break a quotation in the middle: "…," he said, "…"; the others would join two quotations wrongly
_BREAKING: tuple[str, ...] = words(
    """
    say tell add write state declare explain note stress emphasize emphasise underline underscore remark reply
    answer respond retort insist argue warn admit acknowledge concede continue conclude observe comment joke quip
    boast complain vow predict recall repeat reiterate reveal shout thunder fume snap caution assert lament muse
    grumble protest counter exclaim claim ask scoff tweet post confirm
    """
)


def forms(lemma: str) -> tuple[str, ...]:
    """Every form of a verb, the lemma first."""
    if lemma in _IRREGULAR:
        return (lemma, *_IRREGULAR[lemma])
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma in _DOUBLED:
        stem = lemma + lemma[-1]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return (lemma, lemma[:-1] + "ied", lemma[:-1] + "ies", lemma + "ing")
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return (lemma, stem + "ed", third, stem + "ing")


REPORTING_FORMS: tuple[str, ...] = tuple(dict.fromkeys(form for verb in _BREAKING for form in forms(verb)))
