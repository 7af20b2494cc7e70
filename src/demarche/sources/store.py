"""The pages as they were sent, kept beside the ledger: WARC files, and an index of what was fetched when.

`demarche.ledger` has the folder `demarche.pages`: one `.warc.gz` file a run that fetched something new (ISO 28500,
read by any web archive tool) and `.index.jsonl`, one line a fetch. The index is only added to; a line cut short by a
killed run is passed over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from demarche.address import name, on_server
from demarche.documents.limits import FILE_BYTES
from demarche.sources.addresses import plain_link
from demarche.sources.client import Answer
from demarche.sources.errors import FetchError

INDEX = ".index.jsonl"
_KEPT_HEADERS = ("content-type", "etag", "last-modified", "date", "content-language")


@dataclass(frozen=True, slots=True)
class Kept:
    """One page as it was fetched: where it came from and where its bytes are."""

    url: str
    final: str
    fetched: str
    etag: str
    modified: str
    digest: str
    file: str
    offset: int


def pages_folder(ledger: str | Path) -> Path:
    """The folder of the pages of a ledger: beside the file, or here, named like the database on the server."""
    where = str(ledger)
    file = Path(name(where) or "demarche") if on_server(where) else Path(where)
    return file.with_name(file.stem + ".pages")


class Store:
    """The pages of one ledger. Nothing is made before the first page is kept; without a folder nothing ever is."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._known = {kept.url: kept for kept in _read_index(folder)} if folder else {}
        self._file: Path | None = None

    def conditions(self, url: str) -> dict[str, str]:
        """The headers that ask for a page only if it changed."""
        kept = self._known.get(plain_link(url))
        if kept is None or self._folder is None or not (self._folder / kept.file).is_file():
            return {}
        named = {"If-None-Match": kept.etag, "If-Modified-Since": kept.modified}
        return {name: value for name, value in named.items() if value}

    def before(self, url: str, answer: Answer) -> Answer | None:
        """The page as it was kept before, when it was another one."""
        kept = self._known.get(plain_link(url))
        if kept is None or answer.status == 304 or kept.digest == hashlib.sha256(answer.body).hexdigest():
            return None
        try:
            return self._kept_answer(kept)
        except FetchError:  # the old copy is lost: there is nothing to compare with
            return None

    def fetched(self, url: str) -> str:
        """When a page was fetched last, '' when never."""
        kept = self._known.get(plain_link(url))
        return kept.fetched if kept else ""

    def told(self, url: str) -> str:
        """When a page was fetched and where its bytes are kept, in words; '' when nothing is kept."""
        kept = self._known.get(plain_link(url))
        if kept is None or self._folder is None:
            return ""
        return f"fetched {kept.fetched}, kept in {self._folder.name}/{kept.file}"

    def keep(self, url: str, answer: Answer) -> Answer:
        """Keep what was fetched; for a page that did not change, give what was kept before."""
        link = plain_link(url)
        old = self._known.get(link)
        if answer.status == 304:
            return self._kept_answer(old)
        if self._folder is not None:
            digest = hashlib.sha256(answer.body).hexdigest()
            same = old is not None and old.digest == digest and (self._folder / old.file).is_file()
            file, offset = (old.file, old.offset) if old and same else self._write(answer)
            self._note(_kept(link, answer, digest, file, offset))
        return answer

    def _kept_answer(self, kept: Kept | None) -> Answer:
        if kept is None or self._folder is None:
            raise FetchError("answered that it did not change, but was never fetched; nothing was added", again=True)
        try:
            with (self._folder / kept.file).open("rb") as stream:
                stream.seek(kept.offset)
                record = next(iter(_responses(stream)))
        except (OSError, StopIteration, ValueError):
            raise FetchError(f"did not change, but its kept copy in {self._folder} cannot be read") from None
        return Answer(kept.final, 304, record.headers, record.body)

    def _write(self, answer: Answer) -> tuple[str, int]:
        from warcio.warcwriter import WARCWriter

        path = self._run_file()
        with path.open("ab") as stream:
            writer = WARCWriter(stream, gzip=True)
            if not stream.tell():
                writer.write_record(writer.create_warcinfo_record(path.name, {"software": "demarche"}))
            offset = stream.tell()
            writer.write_record(_record(writer, answer))
        return path.name, offset

    def _run_file(self) -> Path:
        """The file of this run, a new one, so that a killed run never leaves a broken file to be continued."""
        if self._file is None:
            assert self._folder is not None
            self._folder.mkdir(parents=True, exist_ok=True)
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
            self._file = self._folder / f"pages-{stamp}.warc.gz"
        return self._file

    def _note(self, kept: Kept) -> None:
        assert self._folder is not None
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / INDEX).open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(asdict(kept), ensure_ascii=False) + "\n")
        self._known[kept.url] = kept


def _kept(link: str, answer: Answer, digest: str, file: str, offset: int) -> Kept:
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    return Kept(link, answer.url, moment, answer.header("etag"), answer.header("last-modified"), digest, file, offset)


def _record(writer: Any, answer: Answer) -> Any:
    from warcio.statusandheaders import StatusAndHeaders

    fields = [(name, answer.header(name)) for name in _KEPT_HEADERS if answer.header(name)]
    head = StatusAndHeaders("200 OK", [*fields, ("content-length", str(len(answer.body)))], protocol="HTTP/1.1")
    return writer.create_warc_record(answer.url, "response", payload=BytesIO(answer.body), http_headers=head)


@dataclass(frozen=True, slots=True)
class _Response:
    headers: dict[str, str]
    body: bytes


def _responses(stream: IO[bytes]) -> Iterator[_Response]:
    from warcio.archiveiterator import ArchiveIterator

    for record in ArchiveIterator(stream):
        if record.rec_type == "response":
            fields = {name.lower(): value for name, value in record.http_headers.headers}
            yield _Response(fields, record.content_stream().read(FILE_BYTES))


def _read_index(folder: Path) -> Iterator[Kept]:
    path = folder / INDEX
    if not path.is_file():
        return
    with path.open(encoding="utf-8", errors="replace") as stream:
        for line in stream:
            try:
                yield Kept(**json.loads(line))
            except (ValueError, TypeError):  # a line cut short
                continue
