"""Reading in the background: what becomes of each document, and that a stop or a fault loses nothing that landed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from demarche.documents import Given, Source
from demarche.errors import UsageError
from demarche.ledger import Ledger
from demarche.web.jobs import Job, Jobs


def done(jobs: Jobs, job: Job) -> Job:
    for _ in range(600):
        if not (found := jobs.get(job.id)).going_on:
            return found
        time.sleep(0.1)
    raise AssertionError("not done in a minute")


def test_each_document_is_told_of(path: Path) -> None:
    text = "Sergey Lavrov met Marco Rubio in Riyadh on 18 February 2025."
    with Ledger.open(path) as ledger:
        jobs = Jobs(ledger)
        sources = [
            Source.of("a.txt", text.encode()),
            Source.of("b.txt", text.encode()),
            Source.of("c.txt", b""),
        ]
        job = done(jobs, jobs.add(sources, Given()))
        outcomes = {item.where: item.outcome for item in job.landed}
        assert job.state == "done"
        assert (outcomes["a.txt"], outcomes["b.txt"], outcomes["c.txt"]) == ("new", "unchanged", "skipped")
        assert all(item.why for item in job.landed if item.outcome == "skipped")
        assert jobs.all() == [job]
        jobs.close()


def test_a_job_nobody_knows(path: Path) -> None:
    with Ledger.open(path) as ledger, pytest.raises(UsageError, match="no reading"):
        Jobs(ledger).get("abc")


def test_a_ledger_that_cannot_be_written(path: Path) -> None:
    with Ledger.open(path, read_only=True) as ledger:
        jobs = Jobs(ledger)
        job = done(jobs, jobs.add([Source.of("a.txt", b"Words.")], Given()))
        assert job.state == "failed"
        assert str(path) in job.trouble
        jobs.close()
