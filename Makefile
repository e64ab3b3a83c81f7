# Two commands do all the set-up: `make demo` renders the example pack, `make test` runs the checks.
# Everything is installed into .venv; nothing outside this folder is touched.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Where Python is told to keep no bytecode, every process compiles stratgen anew: half of its start.
unexport PYTHONDONTWRITEBYTECODE
READY := $(VENV)/.ready

.PHONY: demo test check-office fuzz bench pictures golden schema clean

demo: $(READY)
	@$(BIN)/stratgen render answers/karoo-bank.yaml --to output --pages
	@echo "The example pack lies in output/karoo-bank/. Open strategy-pack.docx first."

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist worksteal -m "not office and not fuzz"

# Two versions of LibreOffice, poppler, Chromium, validators of Word and PDF files; .ci/office installs them on Debian 12.
check-office: $(READY)
	$(BIN)/pytest -m office

fuzz: $(READY)
	$(BIN)/pytest -n auto -m fuzz

bench: $(READY)
	$(BIN)/python -m benchmarks

# Pages of the example as pictures for the README; needs LibreOffice and poppler.
pictures: $(READY)
	$(BIN)/python docs/pictures.py

# Digests of the golden documents, after a change that is meant; read the diff of tests/golden.
golden: $(READY)
	$(BIN)/python -m tests.golden

schema: $(READY)
	$(BIN)/stratgen schema > answers/stratgen.schema.json

$(READY): pyproject.toml requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit("stratgen needs Python 3.11 or newer") if sys.version_info < (3, 11) else 0'
	@echo "Setting up .venv; this takes a minute the first time."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q stratgen
	@touch $(READY)

clean:
	rm -rf $(VENV) output/*/ build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
