"""Charts are drawn under the strict policy: without eval, without a style element, and can be saved."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.charts import Frame, Hours, hours

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGE = """<!doctype html><html lang="en"><head><title>t</title><link rel="stylesheet" href="/static/css/app.css">
{scripts}</head><body><main><h1>Chart</h1><figure class="chart" data-chart="/spec.json" data-name="hours">
<div class="canvas"></div><a href="/spec.json" data-save="svg">SVG</a></figure></main></body></html>"""
NAMES = ("vendor/vega.min.js", "vendor/vega-lite.min.js", "vendor/vega-embed.min.js", "charts.js")


def test_a_chart_is_drawn_and_saved(page: Page) -> None:
    frame = Frame("Hours of contact", source="3 documents", as_of=date(2025, 12, 31))
    spec = hours([Hours("Jan Novak", 60, 90, 2, 1)], frame=frame)
    policy = page.request.get("/").headers["content-security-policy"]
    scripts = "".join(f'<script src="/static/{name}" defer></script>' for name in NAMES)
    headers = {"content-security-policy": policy, "content-type": "text/html"}
    page.route("**/chart", lambda route: route.fulfill(body=PAGE.format(scripts=scripts), headers=headers))
    page.route("**/spec.json", lambda route: route.fulfill(body=json.dumps(spec), content_type="application/json"))
    page.goto("/chart")
    page.locator(".chart.drawn svg").first.wait_for(timeout=20_000)
    assert "Jan Novak" in page.locator(".canvas").inner_text()
    with page.expect_download() as saved:
        page.get_by_role("link", name="SVG").click()
    assert "31 Dec 2025" in Path(saved.value.path()).read_text("utf-8")
