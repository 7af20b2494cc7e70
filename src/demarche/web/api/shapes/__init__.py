"""The answers of the API as pydantic models: field for field what `--json` prints, so that the OpenAPI tells them."""

from demarche.web.api.shapes.contacts import ComparisonOut, HoursOut
from demarche.web.api.shapes.figures import FollowsOut, HoldsOut
from demarche.web.api.shapes.lists import CoverageTableOut, LogOut
from demarche.web.api.shapes.pressures import DeadlinesOut, EpisodesOut
from demarche.web.api.shapes.tone import ToneOut
from demarche.web.api.shapes.traffic import TrafficOut
from demarche.web.api.shapes.verdicts import ReplyOut, VerdictOut

__all__ = [
    "ComparisonOut",
    "CoverageTableOut",
    "DeadlinesOut",
    "EpisodesOut",
    "FollowsOut",
    "HoldsOut",
    "HoursOut",
    "LogOut",
    "ReplyOut",
    "ToneOut",
    "TrafficOut",
    "VerdictOut",
]
