"""`python -m demarche.cli` is `demarche`."""

from __future__ import annotations

from demarche.cli import main

main()
