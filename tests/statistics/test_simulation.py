"""A small run of the simulation study: the test does not cry wolf, and it finds what was planted."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def study() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "randomisation.py"
    spec = importlib.util.spec_from_file_location("randomisation", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["randomisation"] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


def rejected(study: ModuleType, scenario: object, ledgers: int) -> float:
    found = [study._asked(scenario, seed).windows[1].p for seed in range(ledgers)]
    return sum(p is not None and p <= 0.05 for p in found) / ledgers


def test_no_tie_is_rarely_taken_for_one(study: ModuleType) -> None:
    assert rejected(study, study.NULL, 150) < 0.12  # four standard errors above 5 %


def test_a_doubling_is_found(study: ModuleType) -> None:
    assert rejected(study, study.DOUBLED, 60) > 0.75


def test_nothing_heavy_is_loaded_before_a_figure_is_asked_for() -> None:
    heavy = {"scipy", "vl_convert", "sqlalchemy"}
    code = f"import sys, demarche.statistics, demarche.charts; print({heavy} & {{*sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
