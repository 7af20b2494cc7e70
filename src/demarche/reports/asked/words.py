"""The little words of typed lines, and what a question says that nobody took into account."""

from __future__ import annotations

import re
from collections.abc import Iterable

from demarche.model import Span

__all__ = ["LITTLE", "WORD", "unread"]

WORD = re.compile(r"[^\W\d_][\w’'.-]*[\w]|[^\W\d_]")

#: words that are no names
LITTLE = frozenset(
    re.findall(
        r"\S+",
        """
    a about according after again against all an and any anybody anyone april as at august average be been before
    between both but by call called calls can common contact contacts conversation conversations count counted day
    december did do does during each eighth ever exchange exchanged face far february fifth first for fourth from
    had has have he her him his hour hours how i in inauguration is it it's its january july june last latest
    leaders least less list long longer many march may me meet meeting meetings meets met minute minutes month more
    most much never ninth no nobody not november number october of office often on once one only or other over
    person phone phoned presidents recent recently round rounds said saw say says second see seen september seventh
    short shorter show sides since sixth so some speak speaking speaks spend spent spoke spoken still such summit
    summits take talk talked talking talks telephone telephoned tell tenth term than that the their them there they
    third this time times to today told took total true twice until up us versus video videocall visit visited
    visits was we week were what when where whether which who whom whose will with within would year yesterday yet
    you
    """,
    )
)
#: words that change a question and that nothing here heeds: they stay unread
_HEAVY = frozenset(["after", "again", "average", "before", "day", "during", "each", "month", "week", "yesterday"])
_MORE = frozenset(
    re.findall(
        r"\S+",
        """
    already altogether asked date assumed back been being both came combined correct did eight eighteen eleven eleventh
    exactly fifteen five four fourteen frequent frequently got happen happened held hold house in-person initiated
    initiative into june know leader longest made make minister ministers mr mrs ms much nine nineteen online
    overall phone-call place placed please power presidency president quarter rang really rely requested return
    returned returning ring season second seven seventeen shortest six sixteen sworn taken taking telephonic ten
    thirteen three took travel traveled travelled trip trips true twelfth twelve twenty two video-call visiting
    we've white whom with won't year's you've zero
    """,
    )
)


def unread(text: str, taken: Iterable[Span]) -> tuple[str, ...]:
    """The words that are neither names, dates or lengths (`taken`) nor words that are understood here."""
    spans = list(taken)
    free = [m[0] for m in WORD.finditer(text) if not any(Span(*m.span()).overlaps(s) for s in spans)]
    known = (LITTLE | _MORE) - _HEAVY
    return tuple(word for word in free if word.lower().removesuffix("'s").removesuffix("’s") not in known)
