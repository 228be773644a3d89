# make memo   set up, and write the memo of examples/
# make test   set up, and run every check and test

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: memo test lint unit lock benchmark clean

memo: $(READY)
	$(BIN)/briefing memo examples/inbox -o examples/memo.md
	$(BIN)/briefing verify examples/memo.md

test: lint unit

lint: $(READY)
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(READY)
	$(BIN)/pytest -n auto --cov --cov-report=term:skip-covered

benchmark: $(READY)
	$(BIN)/python tests/quality/benchmark_startup.py
	$(BIN)/python tests/quality/benchmark_rankers.py
	$(BIN)/python -m tests.quality.benchmark_ranking

# Versions and hashes of all that is installed, for anyone's index.
lock:
	uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-annotate --no-header --no-emit-index-url -o .ci/lock.txt

$(READY): .ci/lock.txt pyproject.toml
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/lock.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage* .import_linter_cache
