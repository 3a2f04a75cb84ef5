# Both commands need python3 (3.11 to 3.13) and make; everything else goes into .venv, in the exact versions of
# requirements/dev.txt.

SHELL := /bin/sh
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && { echo "$$p"; break; }; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input

.PHONY: demo test site clean

demo: .venv/installed
	@$(BIN)/prlint check seeds/; status=$$?; \
	case $$status in \
		0|1) echo; echo "demo: prlint ran; findings in the samples are what it is for (exit status $$status)";; \
		*) echo "demo: prlint itself failed (exit status $$status)" >&2; exit 1;; \
	esac

test: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict prlint
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

# The manual as pages in site/, to read from there or to put on any server; a broken link ends the build.
site: .venv/installed
	$(BIN)/zensical build --strict --clean

# The stamp is newer than what says what to install; the package itself is read from here.
.venv/installed: requirements/dev.txt pyproject.toml prlint/version.py
	@test -n "$(PYTHON)" || { echo "prlint needs Python 3.11, 3.12 or 3.13; name one with: make PYTHON=/path/to/python3" >&2; exit 1; }
	rm -rf .venv
	$(PYTHON) -m venv .venv
	$(PIP) install --quiet --require-hashes -r requirements/dev.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --no-index --editable .
	touch $@

clean:
	rm -rf .venv .cache build dist site .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find prlint tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
