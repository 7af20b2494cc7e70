"""The review on a large ledger: how long a queue takes to begin, and every step from one item to the next.

    python -m benchmarks.review --events 100000 --ledger /tmp/large.ledger     # makes the ledger when it is not there

The ledger is the one of `benchmarks.generate`. The app runs in a process of its own; a step is a request as the page
sends it (decide, and the next item comes back). What was decided is taken back in the end.
"""

from __future__ import annotations

import argparse
import html
import re
import statistics
import time
from pathlib import Path

import httpx2
from benchmarks.generate import write
from benchmarks.web import p95, serve

QUEUES = {
    "queue by doubt": "/review?by=doubt",
    "queue by source": "/review?by=source",
    "queue by date": "/review?by=date",
    "queue of a person": "/review?who=Person0017",
    "queue for a count": "/review?between=Person0017&and=State+003",
    "pairs": "/review/pairs",
}


def hidden(text: str, name: str) -> str:
    """A hidden value of the item's forms."""
    found = re.search(rf'name="{name}" value="([^"]*)"', text.partition('id="item"')[2] or text)
    return html.unescape(found[1]) if found else ""


def timed(client: httpx2.Client, method: str, address: str, **more: object) -> tuple[float, str]:
    """Milliseconds, and the answer."""
    start = time.perf_counter()
    answer = client.request(method, address, **more)  # type: ignore[arg-type]
    taken = (time.perf_counter() - start) * 1000
    assert answer.status_code == 200, (address, answer.status_code, answer.text[-300:])
    return taken, answer.text


def told(name: str, times: list[float]) -> None:
    """One line."""
    print(f"{name:24} p50 {statistics.median(times):8.1f} ms   p95 {p95(times):8.1f} ms")


def go_through(client: httpx2.Client, token: str, rounds: int) -> dict[str, list[float]]:
    """Skip, accept, edit and undo, item after item, as the page does."""
    times: dict[str, list[float]] = {name: [] for name in ("next", "accept", "edit", "undo", "choices")}
    headers = {"HX-Request": "true", "X-CSRF-Token": token}
    _, text = timed(client, "GET", "/review?by=date&kind=contact", headers=headers)
    for _ in range(rounds):
        link = re.search(r'href="([^"]+)" data-key="j"', text)
        assert link
        taken, text = timed(client, "GET", html.unescape(link[1]), headers=headers)
        times["next"].append(taken)
        form = {name: hidden(text, name) for name in ("at", "seen", "back", "report")}
        edit = form | {"field": "place", "value": "Tallinn", "reason": "a benchmark"}
        taken, text = timed(client, "POST", "/review/edit", data=edit, headers=headers)
        times["edit"].append(taken)
        form["seen"] = hidden(text, "seen")
        taken, text = timed(client, "POST", "/review/decide", data=form | {"verdict": "accept"}, headers=headers)
        times["accept"].append(taken)
        taken, _ = timed(client, "GET", "/review/choices?kind=contact&field=participants&value=Per", headers=headers)
        times["choices"].append(taken)
    times["undo"] = take_back(client, text, headers, 2 * rounds)
    return times


def take_back(client: httpx2.Client, text: str, headers: dict[str, str], decisions: int) -> list[float]:
    """Undo, as often as was decided."""
    times = []
    for _ in range(decisions):
        number = re.search(r'name="number" value="(\d+)"', text)
        assert number
        form = {"number": number[1], "back": hidden(text, "back"), "at": hidden(text, "at")}
        taken, text = timed(client, "POST", "/review/undo", data=form, headers=headers)
        times.append(taken)
    return times


def main() -> None:
    """Make the ledger if need be, then review."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--events", type=int, default=100_000)
    options.add_argument("--ledger", type=Path, default=Path("/tmp/demarche-web.ledger"))
    options.add_argument("--rounds", type=int, default=20)
    given = options.parse_args()
    if not given.ledger.exists():
        write(given.ledger, given.events, search=True)
    process, address = serve(given.ledger)
    try:
        with httpx2.Client(base_url=address, timeout=60, follow_redirects=True) as client:
            token = re.search(r'name="csrf-token" content="(\w+)"', client.get("/add").text)
            assert token
            for name, page in QUEUES.items():
                told(name, [timed(client, "GET", page)[0] for _ in range(max(5, given.rounds // 4))])
            for name, times in go_through(client, token[1], given.rounds).items():
                told(name, times)
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
