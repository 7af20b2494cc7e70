"""`demarche watch`: rounds over feeds, pages and folders that change; faults, stops, one watcher at a time."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import feedparser
import pytest

from demarche.cli.sources import Going
from demarche.cli.watch import seconds_of
from demarche.cli.watch_round import Places, look
from demarche.errors import UsageError
from demarche.ledger import Ledger
from demarche.sources.watching import WatchState, fresh_files, locked
from demarche.sources.watching.state import STATE, moment_of

from .running import Ran
from .server import Web, answer, page, trickling
from .test_following import rss

CALL = "<p>President Anna Orsted of Ruritania spoke by phone with Prime Minister Bo Tamm of Estonia on Monday.</p>"
PLAN = (
    "<p>President Anna Orsted of Ruritania and Prime Minister Bo Tamm of Estonia will meet in Riga on 12 May 2025.</p>"
)
OFF = (
    "<p>The meeting of President Anna Orsted of Ruritania and Prime Minister Bo Tamm of Estonia in Riga on 12 May 2025 "
    "was cancelled.</p>"
)
Watch = Callable[..., tuple[int, str]]


@pytest.fixture
def watch(run: Ran) -> Watch:
    """watch(source, ...) -> exit code and what it said, of one round."""

    def watching(*arguments: str) -> tuple[int, str]:
        return run("watch", *arguments, "--once", "--pause", "0")

    return watching


def fill(web: Web, *bodies: str) -> str:
    """A feed of these pages; its address."""
    items = [(web.url(f"/{n}"), f"{n:02} Mar 2025 10:00:00 GMT") for n in range(len(bodies), 0, -1)]
    web.routes["/feed"] = answer(rss(*items))
    for number, body in enumerate(bodies, 1):
        web.routes[f"/{number}"] = answer(page(body, title=f"Note {number}"))
    return web.url("/feed")


def test_what_is_new_is_told_once(web: Web, watch: Watch, tmp_path: Path) -> None:
    feed = fill(web, CALL)
    files = ("--markdown", "note.md", "--atom", "news.xml")
    code, said = watch(feed, *files)
    assert code == 0
    assert "Going on line, to 127.0.0.1 and where their pages are" in said
    assert re.search(r"UTC  1 new\n  new +\w{6}  call, held, 3 Mar 2025: Anna Orsted, Bo Tamm  \(The Courier\)", said)
    note = (tmp_path / "note.md").read_text("utf-8")
    assert f"“{re.sub('<.*?>', '', CALL)}” ([The Courier](<{web.url('/1')}>), 2025-03-04)" in note
    first = feedparser.parse(tmp_path / "news.xml")
    assert [entry.title for entry in first.entries] == ["New: call, held, 3 Mar 2025: Anna Orsted, Bo Tamm"]

    code, said = watch(feed, *files, "--exit-code")
    assert (code, "new" in said) == (3, False)
    assert (tmp_path / "note.md").read_text("utf-8") == note

    fill(web, CALL, PLAN)
    code, said = watch(feed, *files, "--exit-code")
    assert (code, "1 new" in said) == (0, True)
    assert "meeting, planned, 12 May 2025" in (tmp_path / "note.md").read_text("utf-8")
    assert [entry.id for entry in feedparser.parse(tmp_path / "news.xml").entries][1:] == [first.entries[0].id]
    assert web.paths.count("/1") == 1
    assert not list(tmp_path.glob(".*.part"))


def test_a_feed_that_fails_stops_no_other_and_is_told_once(web: Web, watch: Watch, tmp_path: Path) -> None:
    feed, bad = fill(web, CALL), web.url("/bad")
    code, said = watch(bad, feed)
    assert (code, said.count("/bad: is not there (answer 404)")) == (1, 1)
    assert "1 new" in said
    asked = web.paths.count("/bad")
    code, said = watch(bad, feed)
    assert (code, "/bad:" in said, web.paths.count("/bad")) == (1, False, asked)  # it rests

    def let_it_rest_no_more() -> None:
        state = WatchState.read(tmp_path / "demarche.pages")
        state.troubles[bad].next = "2025-01-01T00:00:00Z"
        state.write(tmp_path / "demarche.pages")

    let_it_rest_no_more()
    code, said = watch(bad, feed)
    assert (code, "/bad: " in said, web.paths.count("/bad")) == (1, False, asked + 1)  # told already
    let_it_rest_no_more()
    web.routes["/bad"] = answer(rss())
    code, said = watch(bad, feed)
    assert code == 0
    assert "/bad: is there again; it failed since" in said


def test_a_page_that_fails_is_tried_again_later(web: Web, watch: Watch, tmp_path: Path) -> None:
    feed = fill(web, CALL, PLAN)
    web.routes["/2"] = answer(b"", 404)
    code, said = watch(feed)
    assert (code, "1 new" in said, said.count("/2: is not there")) == (1, True, 1)
    code, said = watch(feed)
    assert (web.paths.count("/2"), "/2:" in said) == (1, False)


def test_a_page_that_changes_is_seen(web: Web, watch: Watch, tmp_path: Path) -> None:
    feed = fill(web, PLAN)
    assert watch(feed)[0] == 0
    followed = tmp_path / "demarche.pages" / ".followed.jsonl"
    line = json.loads(followed.read_text("utf-8"))
    web.routes["/1"] = answer(page(OFF, title="Note 1"))
    assert "changed" not in watch(feed)[1]  # read today: it is not asked for again
    line["read"] = (datetime.now(UTC) - timedelta(days=2)).isoformat(timespec="seconds")
    followed.write_text(json.dumps(line) + "\n", "utf-8")
    assert "changed" not in watch(feed, "--again", "0")[1]
    code, said = watch(feed, "--markdown", "-")
    assert code == 0
    assert "## Held, denied, called off" in said and "was planned" in said
    assert "## Pages that changed" in said and "> gone: " in said and "> new: " in said
    asked = web.paths.count("/1")
    watch(feed)
    assert web.paths.count("/1") == asked  # once a day


def test_files_dropped_into_a_folder(watch: Watch, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    assert watch("inbox")[0] == 0
    (inbox / "a.txt").write_text(f"Date: 2025-03-04\n\n{re.sub('<.*?>', '', CALL)}", "utf-8")
    (inbox / "b.pdf").write_bytes(b"%PDF-1.7 broken")
    code, said = watch("inbox")
    assert (code, "1 new" in said, said.count("b.pdf: ")) == (1, True, 1)
    code, said = watch("inbox")
    assert (code, said) == (0, "Watching 1 folder, once.\n")


def test_a_folder_that_goes_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    places, going = Places.of(("inbox",)), Going("demarche.ledger", True, None, "", 0, "")
    inbox.rmdir()

    def round_() -> tuple[int, list[str]]:
        seen = look(places, going, every=60, again=0, limit=10)
        seen.state.write(tmp_path / "demarche.pages")
        return seen.failing, [line.partition(";")[0] for line in seen.said]

    assert round_() == (1, ["inbox: the folder is not there any more"])
    assert round_() == (1, [])
    inbox.mkdir()
    assert round_() == (0, ["inbox: is there again"])
    assert round_() == (0, [])


def test_the_ledger_alone(watch: Watch, tmp_path: Path) -> None:
    assert watch("--exit-code") == (3, "Watching the ledger, once.\n")
    assert not (tmp_path / "demarche.ledger").exists()
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.txt").write_text(f"Date: 2025-03-04\n\n{re.sub('<.*?>', '', CALL)}", "utf-8")
    watch("inbox")
    assert "call, held" not in watch()[1]
    assert "call, held" in watch("--since", "2025-01-01")[1]


WRONG = (
    (("nowhere",), "nor a known site"),
    (("a.txt",), "is a file; name the folder"),
    (("--every", "5s"), "write 90s, 30m, 2h or 1d, a minute at least"),
    (("--every", "soon"), "write 90s, 30m, 2h or 1d"),
    (("--since", "04/05/2025"), "--since: "),
    (("--markdown", "no/note.md"), "name a file in a folder that is there"),
    (("--atom", "."), "name a file in a folder that is there"),
)


@pytest.mark.parametrize(("arguments", "line"), WRONG, ids=[" ".join(a) for a, _ in WRONG])
def test_wrong_requests_are_told_before_anything_is_done(
    watch: Watch, tmp_path: Path, arguments: tuple[str, ...], line: str
) -> None:
    (tmp_path / "a.txt").write_text("a", "utf-8")
    code, said = watch(*arguments)
    assert (code, line in said) == (2, True), said
    assert not (tmp_path / "demarche.ledger").exists()


def test_one_watcher_at_a_time(watch: Watch, tmp_path: Path) -> None:
    with locked(tmp_path / "demarche.pages"):
        code, said = watch()
    assert code == 2
    assert f"this ledger is being watched already (process {os.getpid()}); nothing was done" in said
    assert watch()[0] == 0


def started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "DEMARCHE_TEST_LOOPBACK": "1", "COLUMNS": "200"}
    environment.pop("DEMARCHE_LEDGER", None)
    line = [sys.executable, "-m", "demarche.cli", "watch", *arguments, "--pause", "0"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(line, cwd=folder, env=environment, text=True, preexec_fn=heeds_ctrl_c, **pipes)


def heeds_ctrl_c() -> None:
    """A program that was started in the background of a shell, as these tests may be, would not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for(what: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not what():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_killed_round_is_told_by_the_next(web: Web, watch: Watch, tmp_path: Path) -> None:
    feed = fill(web, CALL, PLAN)
    whole = web.routes["/2"]
    web.routes["/2"] = trickling(120)
    running = started(tmp_path, feed, "--once")
    wait_for(lambda: "/2" in web.paths)  # the first page is in the ledger
    running.kill()
    running.communicate(timeout=60)
    with Ledger.open(tmp_path / "demarche.ledger", read_only=True) as ledger:
        assert len(ledger.events()) == 1
    web.routes["/2"] = whole
    code, said = watch(feed)
    assert (code, "UTC  2 new" in said) == (0, True)
    assert web.paths.count("/1") == 1


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminated"])
def test_it_stops_cleanly_while_it_waits(tmp_path: Path, how: signal.Signals) -> None:
    running = started(tmp_path, "--every", "1d", "--atom", "news.xml")
    wait_for(lambda: (tmp_path / "news.xml").exists())
    time.sleep(0.5)  # the round is over, it waits for the next
    running.send_signal(how)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130, said
    assert said.splitlines() == [
        "Watching the ledger, every 1 day; Ctrl-C stops it.",
        "demarche: stopped; what was read so far is kept, the same command goes on from there",
    ]


def test_a_source_that_fails_rests_longer_each_time() -> None:
    state, now, every = WatchState(), datetime(2025, 3, 4, 10, tzinfo=UTC), timedelta(minutes=30)
    waits = []
    for _ in range(12):
        first = state.failed("feed", "answered 500", now, every)
        assert first is (not waits)
        waits.append(moment_of(state.troubles["feed"].next) - now + timedelta(seconds=1))
        assert state.resting("feed", now)
        assert not state.resting("feed", now + waits[-1])
    assert waits[:4] == [every, 2 * every, 4 * every, 8 * every]
    assert waits[-1] == timedelta(days=1)
    assert state.worked("feed") is not None and state.worked("feed") is None


@pytest.mark.parametrize("words", ["", "{", "[]", '{"told": 5}', '{"told": "soon", "troubles": {}}', "\0"])
def test_a_broken_state_begins_anew(tmp_path: Path, words: str) -> None:
    (tmp_path / STATE).write_text(words, "utf-8")
    assert WatchState.read(tmp_path).told == ""


def test_a_state_is_kept_whole(tmp_path: Path) -> None:
    state = WatchState(told="2025-03-04T10:00:00Z", files={"a": "1:2"}, entries=[{"id": "x"}])
    state.failed("feed", "answered 500", datetime.now(UTC), timedelta(minutes=30))
    state.write(tmp_path)
    assert WatchState.read(tmp_path) == state


def test_a_file_under_way_is_left_for_the_next_time(tmp_path: Path) -> None:
    (tmp_path / "whole.txt").write_text("one", "utf-8")
    growing = tmp_path / "growing.txt"
    growing.write_text("a", "utf-8")
    (tmp_path / ".hidden.txt").write_text("one", "utf-8")
    found = fresh_files([str(tmp_path)], {}, lambda _seconds: growing.write_text("ab", "utf-8") and None)
    assert [Path(path).name for path in found] == ["whole.txt"]
    again = fresh_files([str(tmp_path)], found, lambda _seconds: None)
    assert [Path(path).name for path in again] == ["growing.txt"]


@pytest.mark.parametrize(("words", "seconds"), [("90s", 90), (" 30m ", 1800), ("2h", 7200), ("1d", 86_400)])
def test_how_often(words: str, seconds: int) -> None:
    assert seconds_of(words) == seconds


@pytest.mark.parametrize("words", ["", "30", "m", "59s", "0m", "-1h", "1.5h", "9999999d"])
def test_how_often_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="--every"):
        seconds_of(words)
