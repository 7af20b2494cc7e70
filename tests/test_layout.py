"""The shape of the package: what is shipped, what loads what, where things stand."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "demarche"
MODULES = sorted(SOURCE.rglob("*.py"))
HEAVY = ("spacy", "sqlalchemy", "trafilatura", "rich", "lxml", "numpy", "pydantic")


def loaded_by(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(' '.join({{m.split('.')[0] for m in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "statement", ["import demarche", "import demarche.cli.app", "import demarche.api", "import demarche.pipeline"]
)
def test_importing_costs_nothing(statement: str) -> None:
    assert not loaded_by(statement) & set(HEAVY)


def test_asking_never_loads_the_language() -> None:
    assert not loaded_by("import demarche.ledger, demarche.analysis") & {"spacy", "thinc", "trafilatura"}


@pytest.mark.parametrize("name", ["samples/documents.jsonl", "py.typed", "ledger/migrations/env.py"])
def test_data_is_shipped(name: str) -> None:
    assert files("demarche").joinpath(*name.split("/")).is_file()


def _prints(tree: ast.AST) -> list[int]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [node.lineno for node in calls if isinstance(node.func, ast.Name) and node.func.id == "print"]


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(SOURCE)) for path in MODULES])
def test_every_module_says_what_it_is_for(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree)
    assert not _prints(tree)


def test_no_test_hides_another() -> None:
    """A test defined twice under one name would never run."""
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        names = [node.name for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)]
        assert len(names) == len(set(names)), path
