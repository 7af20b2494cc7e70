"""The further fields of a statement: whom it is about, whom it is told, where, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Field, Reason, Span

_CHANNELS: tuple[tuple[str, str], ...] = (
    ("Truth Social", r"\bTruth Social\b"),
    ("X", r"\b(?:on|via|to) X\b(?! axis)|\bon Twitter\b|\btweet(?:ed|s)?\b|\bpost(?:ed)? on X\b"),
    ("Telegram", r"\bon Telegram\b|\bTelegram channel\b"),
    ("press conference", r"\b(?:press|news) conference\b|\bpress briefing\b|\bbriefing\b"),
    ("interview", r"\binterview(?:ed|s)?\b|\btold our (?:reporter|correspondent)\b"),
    ("television", r"\btelevis(?:ion|ed)\b|\bon TV\b"),
    ("address to the nation", r"\baddress to the nation\b"),
    ("speech", r"\bin (?:a|his|her|the) (?:speech|address|remarks)\b|\bspeaking (?:at|to|in|before)\b"),
    ("press release", r"\bpress release\b"),
    ("letter", r"\bin (?:a|his|her|the) letter\b"),
    ("message", r"\b(?:message|greetings) (?:reads|says|of)\b|\bsent greetings\b|\btelegram\b"),
    ("statement", r"\bin (?:a|the|their|his|her) (?:joint |written )?statement\b"),
    ("spokesman", r"\bspokes(?:man|woman|person)\b|\bpress secretary\b"),
)
_READOUT = (
    r"\breadout\b|\b(?:phone |telephone )?(?:call|conversation|meeting|talks)\b.{0,12}\bwith\b"
    r"|\bmet with\b|\bmeeting of\b"
)


def channel(reading: Reading, stretches: Iterable[Span]) -> Field | None:
    """Where the words were said, as the sentence, or else the title, tells."""
    text = reading.document.text
    for stretch in stretches:
        sentence = reading.sentence_of(stretch.start)
        for name, pattern in _channels():
            match = pattern.search(text, sentence.start_char, sentence.end_char)
            if match and not reading.quoted(match.start()):
                return Field("channel", name, (Span(match.start(), match.end()),))
    if re.search(_READOUT, reading.document.title, re.IGNORECASE):
        return Field("channel", "readout", (), Reason.TITLE)
    return None


@cache
def _channels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in _CHANNELS)


def day(reading: Reading, stretch: Span, *, signed: bool = False) -> Field | None:
    """The day of the words: a date in the sentence, else the first day the text gives, else the publication day."""
    sentence = reading.sentence_of(stretch.start)
    inside = [
        d for d in reading.dates_in(Span(sentence.start_char, sentence.end_char)) if not reading.quoted(d.span.start)
    ]
    lead = reading.dates[:1] if not signed and not inside and _told_in_lead(reading) else ()
    for mention in (*inside, *lead):
        when = mention.when
        if (
            when.edtf
            and when.earliest is not None
            and when.earliest == when.latest
            and _not_after(reading, when.earliest)
        ):
            return Field("date", when.edtf, (mention.span,))
    published = reading.document.date
    if published is None:
        return None
    return Field("date", published.isoformat() + ("" if signed else "~"), (), Reason.PUBLICATION_DATE)


def _not_after(reading: Reading, moment: date | None) -> bool:
    published = reading.document.date
    return published is None or moment is None or moment <= published


def _told_in_lead(reading: Reading) -> bool:
    """True when the first date stands in the first sentence: the day of the contact that the text tells of."""
    return bool(reading.dates and reading.sentences and reading.dates[0].span.start < reading.sentences[0].end_char)


def about(targets: Iterable[ActorMention], words: Span | None, text: str) -> Iterator[Field]:
    """Whom or what the stance is toward: the actors named there, else the words themselves."""
    named = {m.name: m for m in targets}
    for name, mention in named.items():
        yield Field("about", name, (mention.span,), side=mention.side, actor_kind=mention.kind)
    if not named and words is not None:
        yield Field("about", words.of(text).strip(), (words,))
