"""Charts as Vega-Lite 5 specifications: pure functions from plain data, the data inside, nothing to fetch.

    frame = Frame("Russia and the United States, 2025", source="12 documents", as_of=date(2025, 12, 31))
    spec = timeline(contacts, pressures, offers, frame=frame)     # pressure and contact on one time axis
    spec = hours(rows, frame=frame)                       # hours by counterpart with bounds
    spec = lifelines(pressures, frame=frame)              # deadlines and what became of them
    spec = heatmap(counts, first, last, frame=frame)      # a calendar of days
    spec = episodes(told, frame=frame)                    # each pressure from day 0, with what is told around it
    spec = tone(rows, frame=frame)                        # friendly and hostile statements by month
    spec = traffic(cells, frame=frame)                    # contacts by month and counterpart, zeros told
    spec = network(edges, frame=frame)                    # who is in contact with whom, as a circle
    svg(spec), png(spec)                                  # pictures; pip install 'demarche[charts]'

A chart prints its source and the day of asking, stays readable in grey, and tells its content in `description`.
"""

from demarche.charts.episodes import Beat, Episode, episodes
from demarche.charts.frame import Frame, Spec
from demarche.charts.heatmap import heatmap
from demarche.charts.hours import Hours, hours
from demarche.charts.lifelines import lifelines
from demarche.charts.marks import OUTCOMES, Contact, Offer, Pressure
from demarche.charts.network import network
from demarche.charts.rendering import png, svg
from demarche.charts.timeline import timeline
from demarche.charts.tone import Tone, tone
from demarche.charts.traffic import Traffic, traffic

__all__ = [
    "OUTCOMES",
    "Beat",
    "Contact",
    "Episode",
    "Frame",
    "Hours",
    "Offer",
    "Pressure",
    "Spec",
    "Tone",
    "Traffic",
    "episodes",
    "heatmap",
    "hours",
    "lifelines",
    "network",
    "png",
    "svg",
    "timeline",
    "tone",
    "traffic",
]
