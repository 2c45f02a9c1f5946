# Two commands are all: `make run` and `make test`. Both set up whatever is missing.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

.PHONY: run test bench faults lock shots setup setup-dev

setup:
	@$(PYTHON) scripts/setup.py requirements.txt

setup-dev:
	@$(PYTHON) scripts/setup.py requirements-dev.txt

run: setup
	@REGISTAN_DEMO=1 exec $(BIN)/registan serve --setup --port $(PORT)

test: setup-dev
	@exec $(BIN)/python scripts/check.py

bench: setup-dev
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements-bench.txt || true
	@exec $(BIN)/python bench/run.py

# The long form of every fault trial; took 80 minutes on two busy cores.
faults: setup-dev
	@exec $(BIN)/python -m bench.faults

lock:
	@$(PYTHON) scripts/setup.py requirements-dev.txt
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links -q -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links -q -o requirements-dev.txt
	printf "pymerkle>=7,<8\nepydemix>=1.5,<2\n" | $(BIN)/uv pip compile - --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links -q -o requirements-bench.txt

shots: setup-dev
	@exec $(BIN)/python -m tests.browser.shots
