# `make` lists the targets. Each does its own set-up; only python3 (3.11 or later), make and git are presumed.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
BIN := .venv/bin
PYTEST := QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -n auto --maxprocesses 4 --dist worksteal

.PHONY: help setup run test test-full test-office lint types layers bench screenshots lexicon-docs help-pages translations lock wheel clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## make .venv with the locked dependencies; costs nothing when nothing changed
	@tools/setup.sh

run: setup ## open the window with the sample article (ARGS="文章.txt" opens another, ARGS= goes on with the last one)
	@$(BIN)/annotator $(if $(filter undefined,$(origin ARGS)),seeds/liling-2020-03.txt,$(ARGS))

test: setup lint types layers ## style, types, layers and all quick tests: at most five minutes on two cores
	@$(PYTEST)

test-full: setup lint types layers ## the same and the long figures
	@$(PYTEST) -m ""

test-office: setup ## let LibreOffice open the Word and Excel files; installs it where it is missing
	@tools/setup.sh office
	@$(PYTEST) -m office

lint: setup ## formatting and style
	@$(BIN)/ruff format --check --quiet . || { $(BIN)/ruff format --diff --quiet .; exit 1; }
	@$(BIN)/ruff check --quiet .

types: setup ## strict types
	@$(BIN)/mypy

layers: setup ## no lower layer imports a higher one
	@$(BIN)/lint-imports --no-logo

bench: setup ## speed as ratios against yardsticks (ARGS="claims checks" for some of them)
	@$(BIN)/python -m tests.bench $(ARGS) 2> >(grep -v propagateSizeHints >&2)

screenshots: setup ## pictures of the window and the report in build/screenshots/
	@$(BIN)/python tools/screenshots.py 2> >(grep -v propagateSizeHints >&2)

lexicon-docs: setup ## the units, measure words and hedges as a page in build/
	@$(BIN)/python tools/lexicon_docs.py

help-pages: setup ## the pages behind 为什么? anew from the records of the checks
	@mkdir -p build
	@$(BIN)/python -m annotator.checks.help >build/checks.md
	@mv build/checks.md resources/help/checks.md

translations: setup ## the English texts of the window anew; names those that want a translation
	@$(BIN)/python resources/i18n/make.py

lock: setup ## resolve the dependencies anew into requirements/*.txt
	@tools/lock.sh

wheel: setup ## build/…whl with resources and seeds inside
	@$(BIN)/python -m hatchling build -t wheel -d build

clean: ## remove build results and caches, keep .venv
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find annotator tests -name __pycache__ -prune -exec rm -rf {} +
