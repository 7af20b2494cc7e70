"""The days that a timeline shows, the stretches in it without documents, and those without a contact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from demarche.charts.frame import Spec, day, iso, layer, moment
from demarche.charts.marks import Contact

__all__ = ["Window", "silences"]

_DAY = timedelta(days=1)
_LEAST = 14
_EDGE = timedelta(days=3)  # the margin of the axis is no time of its own
_SHARE = 0.06
_MOST = 6
_WORDS_WIDE = 44  # pixels that "45 days" needs
_LETTERS_WIDE = 74  # pixels that "no documents" needs


@dataclass(frozen=True, slots=True)
class Window:
    """From when to when, how wide in pixels, and the stretches of it without documents."""

    first: date
    last: date
    width: int
    gaps: tuple[tuple[date, date], ...] = ()

    @property
    def scale(self) -> Spec:
        """The scale of the time axis that all parts share."""
        return {"domain": [moment(self.first), moment(self.last)]}

    @property
    def time_axis(self) -> Spec:
        """Days, or months with their year where the window is long."""
        long = (self.last - self.first).days > 400
        ticks = max(3, min(14, self.width // 64))
        return {"format": "%b %Y" if long else "%-d %b", "labelOverlap": True, "title": None, "tickCount": ticks}

    def holes(self, words: bool = False) -> list[Spec]:
        """Layers that grey the stretches without documents; `words` names them, where the axis stands too."""
        rows = [row for gap in self.gaps if (row := self._hole(*gap))]
        if not rows:
            return []
        axis = self.time_axis if words else None
        x = {"field": "from", "type": "temporal", "scale": self.scale, "axis": axis}
        grey = layer(
            "rect", {"x": x, "x2": {"field": "to", "type": "temporal"}}, values=rows, color="#e9ebee", clip=True
        )
        wide = [row for row in rows if row["wide"]]
        if not (words and wide):
            return [grey]
        at = {"x": {**x, "field": "middle"}, "y": {"value": 7}, "text": {"field": "said"}}
        return [grey, layer("text", at, values=wide, fontSize=9.5, color="#4a4f57", fontStyle="italic")]

    def _hole(self, first: date, last: date) -> Spec | None:
        start, end = max(first, self.first), min(last + _DAY, self.last)
        if start >= end:
            return None
        start = self.first if start - self.first <= _EDGE else start
        end = self.last if self.last - end <= _EDGE else end
        pixels = self.width * (end - start).days / max(1, (self.last - self.first).days)
        middle = start + (end - start) / 2
        wide = pixels > _LETTERS_WIDE
        return {"from": iso(start), "to": iso(end), "middle": iso(middle), "said": "no documents", "wide": wide}


def silences(contacts: Sequence[Contact], first: date, last: date, width: int) -> list[Spec]:
    """The longest stretches between two contacts, in order; only those that are long for this window."""
    least = max(_LEAST, int((last - first).days * max(_SHARE, _WORDS_WIDE / width)))
    found = []
    reached: date | None = None
    for contact in sorted((one for one in contacts if one.held), key=lambda one: (one.first, one.last)):
        if reached and (contact.first - reached).days > least:
            found.append((reached + _DAY, contact.first - _DAY))
        reached = max(reached or contact.last, contact.last)
    longest = sorted(found, key=lambda pair: pair[0] - pair[1])[:_MOST]
    return [_silence(*pair) for pair in sorted(longest)]


def _silence(first: date, last: date) -> Spec:
    days = (last - first).days + 1
    middle = first + (last - first) / 2
    words = {"type": "no contact", "days": days, "said": f"{days} days", "when": f"{day(first)} to {day(last)}"}
    return {"from": iso(first), "to": iso(last), "middle": iso(middle), **words}
