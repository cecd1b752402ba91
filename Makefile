# Two commands do all the set-up: `make briefing` and `make test`.
# The virtual environment is made once and again whenever pyproject.toml changes.

PYTHON ?= python3
# `make bench` measures on the news in this folder (none: made-up texts), and days of so many articles.
DATA ?=
SIZES ?= 1000,10000
VENV := .venv
BIN := $(VENV)/bin

.PHONY: briefing test coverage bench report pictures clean

briefing: $(VENV)/.installed
	@$(BIN)/briefing build seeds --quiet
	@page=$$(ls -t briefings/*.md | head -n 1); cat "$$page"; echo; echo "Written to $$page"

test: $(VENV)/.tested
	@$(BIN)/ruff check briefing tests
	@$(BIN)/ruff format --check briefing tests
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python tests/all.py

# Counting branches takes more than twice the time: some half an hour.
coverage: $(VENV)/.tested
	@$(BIN)/python tests/all.py --cov --cov-report=term

bench: $(VENV)/.tested
	@$(BIN)/python tests/benchmarks/speed.py $(DATA) --sizes $(SIZES) --keep

report: $(VENV)/.tested
	@$(BIN)/python -m tests.report

pictures: $(VENV)/.tested
	@$(BIN)/python -m tests.browser.gallery

$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefing needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) …" && $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed
	@echo "Installing what the tests need …" && $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

clean:
	rm -rf $(VENV) dist build briefings .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage*
