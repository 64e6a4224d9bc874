# `make demo` and `make test` do the whole set-up on a fresh machine that has Python >= 3.11 and make.
PYTHON ?= python3
DEMO ?= $(HOME)/goalsmith-demo
PRACTICE ?= $(HOME)/goalsmith-practice
OPTIONS ?=
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo practice test lint lock pictures clean

help:  ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

demo: .venv/run.stamp  ## Make a sample course in ~/goalsmith-demo (or DEMO=...) and open JupyterLab on it
	$(BIN)/goalsmith demo "$(DEMO)" $(OPTIONS)

practice: .venv/run.stamp  ## Practise on your own in ~/goalsmith-practice (or PRACTICE=...), without a course
	$(BIN)/goalsmith practice "$(PRACTICE)" $(OPTIONS)

test: .venv/dev.stamp  ## Run the tests, those in a real browser too where there is one
	$(BIN)/python -m pytest $(TESTS)

lint: .venv/dev.stamp  ## Check style, types and the notebooks
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

pictures: .venv/dev.stamp  ## Take the pictures of README.md and docs/ anew
	GOALSMITH_PICTURES=docs/images $(BIN)/python -m pytest tests/browser/test_main_job.py tests/browser/test_review_notebook.py
	$(BIN)/python docs/learner_pictures.py

lock:  ## Resolve the requirements anew (needs uv)
	set -e; for set in run:install dev:dev training:training; do uv pip compile --quiet --universal --generate-hashes --no-header \
	  --no-annotate --no-emit-index-url --no-emit-find-links --python-version 3.11 pyproject.toml \
	  --group $${set#*:} --output-file requirements/$${set%:*}.txt; done

clean:  ## Remove the environment and what tests left behind
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis dist

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "goalsmith needs Python 3.11 or newer as '$(PYTHON)'; install it, or name yours: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "This Python lacks its venv module; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/run.stamp: requirements/run.txt pyproject.toml | .venv/bin/python
	@echo "Installing goalsmith (once, about a minute) ..."
	$(PIP) install --quiet --require-hashes -r requirements/run.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements/dev.txt .venv/run.stamp
	$(PIP) install --quiet --require-hashes -r requirements/dev.txt
	@touch $@
