"""The examples of docs/authority.md hold."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from demarche.actors import Authority
from demarche.actors.names import pieces

PAGE = Path(__file__).parents[2] / "docs" / "authority.md"


def test_examples(authority: Authority) -> None:
    block = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)[0]
    scope: dict[str, object] = {"facts": authority, "pieces": pieces, "date": date}
    checked = 0
    for line in block.splitlines():
        code, _, told = line.partition("#")
        if code.startswith("facts."):
            expected = told.split(":")[0].strip()
            assert repr(eval(code, scope)) == expected
            checked += 1
    assert checked == 5
