"""Runs `demarche` in an empty folder, in this process, with loopback allowed."""

from __future__ import annotations

import pytest

from demarche.cli.app import app


class Ran:
    """Calls a command; gives its exit code and what it said, data first."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str]:
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            app([*arguments, *(["--pause", "0"] if arguments[0] in ("add", "follow") else [])], prog_name="demarche")
        said = self._capsys.readouterr()
        return int(ended.value.code or 0), said.out + said.err
