# What one does with this house. `make` alone lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test test-postgres check format bench fuzz measure-ingest measure-memory measure-quizzes measure-room audit lock clean

# The first Python that is new enough; name another with PYTHON=…
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11,\
  $(shell $(p) -c 'import sys; sys.version_info >= (3, 11) and print("$(p)")' 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
MANAGE := $(PY) manage.py
PIP := $(PY) -m pip --disable-pip-version-check --no-input install --quiet
# A lock names everything, so nothing is left to resolve: pip's older resolvers look past a lock's pin
# where a package is asked for with an extra, and then refuse what has no hash.
LOCKED := $(PIP) --no-deps --require-hashes --requirement
UV_COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"
# More documents for `make run`: files or folders.
DOCS ?=
# What else pytest should hear, as in `make test ARGS="-k cards"`.
ARGS ?=
# How many files `make fuzz` damages, and the number that they are made from.
COUNT ?= 1000000
SEED ?= 1

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/run.stamp var/secret ## serve the site with the house's documents (and DOCS=path …)
	@set -e; export DEBUG=$${DEBUG-1} SECRET_KEY=$${SECRET_KEY-$$(cat var/secret)}; \
	$(MANAGE) migrate --verbosity 0; \
	$(MANAGE) ingest $(patsubst %/,%,$(wildcard content/*/)) $(DOCS) \
	  || echo "Some documents could not be read; the others are in." >&2; \
	$(MANAGE) demo; \
	exec $(MANAGE) serve

test: $(VENV)/dev.stamp ## the whole suite on SQLite
	env -u DATABASE_URL $(PY) -m pytest -n 2 $(ARGS)

test-postgres: $(VENV)/dev.stamp ## the whole suite on the PostgreSQL that DATABASE_URL names
	@case "$${DATABASE_URL-}" in \
	  postgres*) set -x; $(PY) -m pytest -n 2 $(ARGS) ;; \
	  *) echo "Skipped: DATABASE_URL names no PostgreSQL (postgres://user:password@host/name)." ;; \
	esac

check: $(VENV)/dev.stamp ## form, types, contracts, templates, settings, migrations, known weaknesses
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/djlint --quiet --check templates
	env -u DATABASE_URL DEBUG=0 HTTPS=1 ALLOWED_HOSTS=rehearsal.example EMAIL_URL=smtp://localhost:25 \
	  $(MANAGE) check --deploy --fail-level WARNING
	env -u DATABASE_URL $(MANAGE) makemigrations --check --dry-run
	$(BIN)/bandit --quiet --severity-level medium --recursive --configfile pyproject.toml questions quizsite manage.py

format: $(VENV)/dev.stamp ## write code and templates the way `check` wants them
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/djlint --quiet --reformat templates

bench: $(VENV)/dev.stamp ## the figures of the README, as ratios to a floor measured in the same run
	env -u DATABASE_URL $(PY) -m tests.bench $(ARGS)

fuzz: $(VENV)/dev.stamp ## a million damaged files, and the long form of what the suite tries briefly
	env -u DATABASE_URL $(PY) -m tests.fuzz.ingest --count $(COUNT) --seed $(SEED)
	env -u DATABASE_URL LONG=1 $(PY) -m pytest -n 2 tests/ingest tests/bank tests/fuzz $(ARGS)

fuzz-api: $(VENV)/dev.stamp ## ten minutes of calls that the API's own document allows and forbids (ARGS=seconds)
	env -u DATABASE_URL $(PY) -m tests.fuzz.api $(ARGS)

snapshot: $(VENV)/dev.stamp ## write down what v1 of the API promises by now
	env -u DATABASE_URL $(MANAGE) spectacular --format openapi-json | $(PY) -m tests.api

measure-ingest: $(VENV)/dev.stamp ## how well and how fast documents become questions (CORPUS=folder of references)
	env -u DATABASE_URL $(PY) -m tests.measure.ingest $(ARGS)

measure-memory: $(VENV)/dev.stamp ## what the plan for a date is worth, on simulated learners
	$(PY) -m tests.measure.memory

measure-quizzes: $(VENV)/dev.stamp ## how sound the items of quizzes are, how the marker agrees, what is measured
	env -u DATABASE_URL $(PY) -m tests.measure.quizzes $(ARGS)

measure-room: $(VENV)/dev.stamp ## how soon the other side of a room sees an act, on both databases
	$(PY) -m tests.measure.room $(ARGS)

audit: ## known holes in what is pinned, and a bill of it in var/sbom.json (needs the network)
	@mkdir -p var
	@[ -x var/audit/bin/pip-audit ] || { $(PYTHON) -m venv var/audit \
	  && var/audit/bin/python -m pip install --quiet pip-audit; }
	var/audit/bin/pip-audit --strict --require-hashes --disable-pip \
	  --requirement requirements.txt --requirement requirements-extra.txt \
	  --format cyclonedx-json --output var/sbom.json

lock: $(VENV)/dev.stamp ## compile requirements*.in to hashed locks
	$(PIP) uv
	$(UV_COMPILE) requirements.in --output-file requirements.txt
	$(UV_COMPILE) requirements-dev.in --output-file requirements-dev.txt
	$(UV_COMPILE) requirements-extra.in --output-file requirements-extra.txt

clean: ## remove what can be made again; the database and var/ stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache static-built
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PY):
	@if [ -z "$(PYTHON)" ]; then \
	  echo "This needs Python 3.11 or later, and found none. Name it: make PYTHON=/path/to/python3" >&2; \
	  exit 1; \
	fi
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
	  echo "This Python has no venv module. On Debian and Ubuntu: apt install python3-venv" >&2; \
	  exit 1; \
	fi
	@echo "Making an environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/run.stamp: requirements.txt | $(PY)
	@echo "Installing what the site needs"
	@$(LOCKED) requirements.txt
	@touch $@

# The extras (PostgreSQL, a shared cache) are wanted but not needed: without them those tests skip.
$(VENV)/dev.stamp: requirements-dev.txt requirements-extra.txt $(VENV)/run.stamp
	@echo "Installing what developing needs"
	@$(LOCKED) requirements-dev.txt
	@$(LOCKED) requirements-extra.txt \
	  || echo "The extras could not be installed; what needs them is skipped." >&2
	@touch $@

var/secret:
	@mkdir -p var
	@umask 077; $(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))' > $@
