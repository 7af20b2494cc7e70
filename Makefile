# Two commands: `make demo` shows it, `make test` checks it. Each makes its own virtual environment.
PYTHON ?= python3
RUN := .venv/run
TEST := .venv/test
SOURCES := pyproject.toml $(shell find src -type f -not -name '*.pyc')

.PHONY: demo test format screens clean

demo: $(RUN)/.ready
	@mkdir -p .demo
	@$(RUN)/bin/demarche demo --ledger .demo/demo.ledger

test: $(TEST)/.ready
	$(TEST)/bin/ruff check .
	$(TEST)/bin/ruff format --check .
	$(TEST)/bin/mypy
	$(TEST)/bin/lint-imports
	$(TEST)/bin/pytest -n 2

format: $(TEST)/.ready
	$(TEST)/bin/ruff check --fix .
	$(TEST)/bin/ruff format .

screens: $(TEST)/.ready
	DEMARCHE_SCREENS=1 $(TEST)/bin/pytest tests/web/test_screens.py -k pictures

clean:
	rm -rf .venv .demo build dist

$(RUN)/.ready: $(SOURCES)
	$(PYTHON) -m venv $(RUN)
	$(RUN)/bin/python -m pip install --quiet --disable-pip-version-check .
	@touch $@

$(TEST)/.ready: pyproject.toml
	$(PYTHON) -m venv $(TEST)
	$(TEST)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
