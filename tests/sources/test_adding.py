"""`demarche add`, from the link to the row: kept pages, versions, what is said."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from datetime import date
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest
from warcio.archiveiterator import ArchiveIterator

from demarche.documents import Arrival, Given
from demarche.documents.links import Link
from demarche.errors import UsageError
from demarche.ledger import Ledger
from demarche.sources import Fetcher, Store, add_links, links_of, pages_folder

from .running import Ran
from .server import STORY, Web, answer, page, redirect, tagged


def added(links: list[str], fetcher: Fetcher, store: Store) -> list[Arrival]:
    return list(add_links(map(Link, links), fetcher, store, Given()))


def test_a_page_becomes_a_document(web: Web, fetcher: Fetcher, tmp_path: Path) -> None:
    web.routes["/a"] = answer(page())
    (arrival,) = added([web.url("/a", "courier.example")], fetcher, Store(tmp_path))
    assert arrival.document is not None
    assert arrival.document.title == "A call"
    assert arrival.document.publisher == "The Courier"
    assert arrival.document.date == date(2025, 3, 4)
    assert arrival.document.date_rule == "meta 2025-03-04T10:00:00+02:00"
    assert arrival.document.url == web.url("/a", "courier.example")
    assert arrival.document.text.split("\n\n")[1].startswith("The call lasted")
    assert re.fullmatch(
        re.escape(web.url("/a", "courier.example")) + r", fetched \d{4}-\S+, kept in \S+/pages-\w+\.warc\.gz",
        arrival.document.source,
    )
    assert not arrival.notes


def test_the_page_is_kept_as_it_was_sent(web: Web, fetcher: Fetcher, tmp_path: Path) -> None:
    web.routes["/a"] = answer(page(), Last_Modified="Tue, 04 Mar 2025 08:00:00 GMT")
    added([web.url("/a")], fetcher, Store(tmp_path))
    (file,) = tmp_path.glob("*.warc.gz")
    records = [
        (r.rec_headers.get_header("WARC-Target-URI"), r.content_stream().read())
        for r in ArchiveIterator(BytesIO(file.read_bytes()))
    ]
    assert records[1:] == [(web.url("/a"), page())]
    (line,) = (tmp_path / ".index.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["modified"] == "Tue, 04 Mar 2025 08:00:00 GMT"


def test_a_page_that_did_not_change_is_not_sent_again(web: Web, fetcher: Fetcher, tmp_path: Path) -> None:
    web.routes["/a"] = tagged(page(), '"v1"')
    (first,) = added([web.url("/a")], fetcher, Store(tmp_path))
    (second,) = added([web.url("/a")], fetcher, Store(tmp_path))
    assert web.asked[-1][1]["if-none-match"] == '"v1"'
    assert first.document == second.document
    assert len(list(tmp_path.glob("*.warc.gz"))) == 1


def test_a_page_sent_again_unchanged_is_kept_once(web: Web, fetcher: Fetcher, tmp_path: Path) -> None:
    web.routes["/a"] = answer(page())
    added([web.url("/a")], fetcher, Store(tmp_path))
    added([web.url("/a")], fetcher, Store(tmp_path))
    assert len(list(tmp_path.glob("*.warc.gz"))) == 1
    assert len((tmp_path / ".index.jsonl").read_text("utf-8").splitlines()) == 2


def test_a_broken_index_line_and_a_lost_file_cost_nothing(web: Web, fetcher: Fetcher, tmp_path: Path) -> None:
    web.routes["/a"] = tagged(page(), '"v1"')
    added([web.url("/a")], fetcher, Store(tmp_path))
    with (tmp_path / ".index.jsonl").open("a") as stream:
        stream.write('{"url": "http://cut sho')
    for file in tmp_path.glob("*.warc.gz"):
        file.unlink()
    (again,) = added([web.url("/a")], fetcher, Store(tmp_path))
    assert again.document is not None
    assert "if-none-match" not in web.asked[-1][1]


def test_one_bad_link_does_not_stop_the_others(web: Web, fetcher: Fetcher, tmp_path: Path) -> None:
    web.routes |= {"/a": answer(page()), "/b": answer(b"\x89PNG", kind="image/png"), "/c": answer(b" ")}
    links = [web.url("/no"), web.url("/b"), web.url("/c"), web.url("/a")]
    arrivals = added(links, fetcher, Store(tmp_path))
    assert [a.where for a in arrivals] == links
    assert [a.skipped.partition(";")[0] for a in arrivals] == [
        "is not there (answer 404)",
        "is no page but image/png",
        "is empty",
        "",
    ]


CHARSETS = [
    ("text/html; charset=windows-1252", "<title>t</title>", "cp1252", "read as cp1252"),
    ("text/html; charset=utf-8", "<title>t</title>", "cp1252", "Windows-1252"),
    ("text/html; charset=nonsense", "<title>t</title>", "utf-8", ""),
    ("text/html", '<meta charset="iso-8859-2"><title>t</title>', "iso-8859-2", "read as iso8859-2"),
]


@pytest.mark.parametrize(("kind", "head", "encoding", "note"), CHARSETS)
def test_charsets_right_and_wrong(web: Web, fetcher: Fetcher, kind: str, head: str, encoding: str, note: str) -> None:
    html = f"<html><head>{head}</head><body><article>{STORY}<p>Café in Zürich.</p></article></body></html>"
    web.routes["/a"] = answer(html.encode(encoding), kind=kind)
    (arrival,) = added([web.url("/a")], fetcher, Store(None))
    assert arrival.document is not None
    assert "Café in Zürich." in arrival.document.text
    assert note in " ".join(arrival.notes)


def test_the_name_a_page_gives_itself_counts_on_its_own_host_only(web: Web, fetcher: Fetcher) -> None:
    own = web.url("/true")
    web.routes["/a"] = answer(page(head=f'<link rel="canonical" href="{own}">'))
    web.routes["/b"] = answer(page(head='<link rel="canonical" href="https://other.example/x">'))
    here, there = added([web.url("/a"), web.url("/b")], fetcher, Store(None))
    assert here.document and here.document.url == own
    assert there.document and there.document.url == web.url("/b")


def test_a_footer_gives_no_date(web: Web, fetcher: Fetcher) -> None:
    body = f"<article>{STORY}</article><footer>4 March 2025</footer>"
    html = f"<html><head><title>t</title></head><body>{body}</body></html>"
    web.routes["/a"] = answer(html.encode())
    (arrival,) = added([web.url("/a")], fetcher, Store(None))
    assert arrival.document is not None
    assert arrival.document.date is None
    assert "give one with --date" in " ".join(arrival.notes)


def test_links_come_from_words_and_files(tmp_path: Path) -> None:
    table = tmp_path / "stories.csv"
    table.write_text("stories_id,title,url\n1,A,https://a.example/1\n2,B,\n3,C,https://a.example/1\n", "utf-8")
    lines = tmp_path / "links.txt"
    lines.write_text("# mine\nhttps://b.example/2\n\nhttps://A.example/1#x\n", "utf-8")
    cited = tmp_path / "zotero.ris"
    cited.write_text("TY  - NEWS\nTI  - A\nUR  - https://c.example/3\nER  - \n", "utf-8")
    words = ["https://d.example/4", str(table), str(lines), str(cited)]
    assert [link.url[8] for link in links_of(words)] == ["d", "a", "b", "c"]


def test_a_file_of_links_dates_pages_that_state_no_day(web: Web, fetcher: Fetcher, tmp_path: Path) -> None:
    web.routes |= {"/a": answer(f"<html><body>{STORY}</body></html>".encode()), "/b": answer(page())}
    table = tmp_path / "stories.csv"
    rows = [f"{web.url(path)},2024-01-02,Gazette" for path in ("/a", "/b")]
    table.write_text("\n".join(["url,publish_date,media_name", *rows]), "utf-8")
    bare, dated = add_links(links_of([str(table)]), fetcher, Store(None), Given())
    assert bare.document and bare.document.date == date(2024, 1, 2)
    assert bare.document.publisher == "Gazette"
    assert dated.document and dated.document.date == date(2025, 3, 4)
    assert dated.document.publisher == "The Courier"


def test_a_word_that_is_no_link_is_refused_before_anything_is_fetched(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"example\.org/a: is neither a link .* nothing was fetched"):
        links_of(["https://a.example/1", "example.org/a"])
    empty = tmp_path / "none.csv"
    empty.write_text("a,b\n1,2\n")
    with pytest.raises(UsageError, match="holds no links"):
        links_of([str(empty)])


def test_the_command(web: Web, run: Ran, tmp_path: Path) -> None:
    web.routes |= {"/a": redirect("/b"), "/b": tagged(page(), '"1"')}
    link = web.url("/a")
    code, said = run("add", link, "--dry-run")
    assert code == 0
    assert "Going on line, to 127.0.0.1 (1 page) and where these redirect to, nowhere else" in said
    assert "Nothing was written: this was a dry run." in said
    assert not list(tmp_path.iterdir())

    code, said = run("add", link)
    assert code == 0
    assert "Read 1 document: 1 new." in said
    assert {p.name for p in tmp_path.iterdir()} >= {"demarche.ledger", "demarche.pages"}

    code, said = run("add", link)
    assert "Read 1 document: 1 already there." in said
    assert "Nothing was added" in said

    web.routes["/b"] = tagged(page(STORY.replace("two hours", "three hours"), title="A long call"), '"2"')
    code, said = run("add", link)
    assert "1 changed since, kept as a new version" in said
    assert "gone »The call lasted about two hours." in said
    assert "new »The call lasted about three hours." in said
    with Ledger.open(tmp_path / "demarche.ledger") as ledger:
        (document,) = ledger.documents()
        assert "three hours" in ledger.text(document.source.hash)

    code, said = run("read", "demarche.pages", "--ledger", "again.ledger")
    assert code == 0
    assert "Read 2 documents: 1 new, 1 changed since" in said

    code, said = run("add", web.url("/gone"))
    assert code == 2
    assert said.splitlines()[-1].endswith("is not there (answer 404); nothing was added; check it in a browser")


def test_the_folder_of_pages_stands_beside_the_ledger() -> None:
    assert pages_folder(Path("x/desk.ledger")) == Path("x/desk.pages")


def test_a_private_address_is_refused_before_anything_is_asked(
    web: Web, run: Ran, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DEMARCHE_TEST_LOOPBACK")
    code, said = run("add", web.url("/a"))
    assert code == 2
    assert "leads to 127.0.0.1, an address inside a private network; nothing was asked of it" in said
    assert not web.asked
    assert not list(tmp_path.iterdir())


def heeds_ctrl_c() -> None:
    """A program that was started in the background of a shell, as these tests may be, would not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_a_run_that_is_stopped_goes_on_where_it_was(web: Web, run: Ran, tmp_path: Path) -> None:
    for n in (1, 2, 3):
        web.routes[f"/{n}"] = tagged(page(STORY.replace("two hours", f"{n} hours"), title=f"Call {n}"), f'"{n}"')
    whole = web.routes["/3"]
    links = [web.url(f"/{n}") for n in (1, 2, 3)]
    command = [sys.executable, "-m", "demarche.cli", "add", *links, "--pause", "0"]
    asked = Event()

    def hold(handler: BaseHTTPRequestHandler) -> None:
        asked.set()  # the third page is on its way, and does not come before the program is gone
        process.wait(60)
        whole(handler)

    web.routes["/3"] = hold
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=tmp_path, text=True, preexec_fn=heeds_ctrl_c, **pipes) as process:
        assert asked.wait(120)
        process.send_signal(signal.SIGINT)
        said = "".join(process.communicate(timeout=60))
    assert process.returncode == 130
    assert "what was read so far is kept" in said
    with Ledger.open(tmp_path / "demarche.ledger") as ledger:
        assert len(ledger.documents()) == 2

    web.routes["/3"] = whole
    code, said = run("add", *links)
    assert code == 0
    assert "Read 3 documents: 1 new, 2 already there." in said
