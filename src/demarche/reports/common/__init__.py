"""What the builders of pressures, offers, acts and forecasts share: the scene, its doers, its spans, the deed found."""

from __future__ import annotations

from demarche.reports.common.deed import Deed, as_report
from demarche.reports.common.scene import Scene, scene_of
from demarche.reports.common.telling import deeds_told

__all__ = ["Deed", "Scene", "as_report", "deeds_told", "scene_of"]
