"""What the builders of pressures, offers, acts and forecasts share: the scene, its doers, its spans, the deed found."""

from __future__ import annotations

from demarche.reports.common.deed import Deed, as_report
from demarche.reports.common.scene import Scene, scene_of

__all__ = ["Deed", "Scene", "as_report", "scene_of"]
