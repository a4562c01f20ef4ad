# Two commands on a fresh machine: `make book` and `make test`. Nothing but Python 3.11+ and make is needed first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: book test lint format bench evals soak clean

book: .venv/installed
	$(BIN)/narrate seeds/

test: .venv/installed-dev lint
	$(BIN)/pytest -n auto

lint: .venv/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/installed-dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: .venv/installed
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/rebuild.py
	$(BIN)/python benchmarks/length.py
	$(BIN)/python benchmarks/encoders.py

evals: .venv/installed
	$(BIN)/python benchmarks/evals

soak: .venv/installed
	$(BIN)/python benchmarks/soak.py

clean:
	rm -rf .venv dist

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("narrate needs Python 3.11 or newer: make PYTHON=python3.12") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/installed-dev: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@ .venv/installed
