# Meipi. `make` tells what there is.

PYTHON ?=
OUT ?= out
ARGS ?=
# As many at once as there are processors; each goes through a stretch, in its order.
SPREAD := -n auto --maxprocesses 4 --dist worksteal

PY := .venv/bin/python
SETUP := packaging/setup.sh packaging/tell.sh packaging/requirements.lock \
	packaging/requirements-build.lock pyproject.toml
# A virtual environment holds the path of its folder: after a move it is made ready again.
MOVED := $(if $(filter-out $(CURDIR),$(shell cat .venv/.place 2>/dev/null)),moved)

.PHONY: help run setup test soak fuzz lint format bench pictures translations clean moved

help: ## tell what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run: .venv/.ready-run ## set up what is missing and start Meipi; with no display, do the main job in OUT=out
	@sh packaging/run.sh "$(OUT)"

setup: .venv/.ready-dev ## set up for work on Meipi itself, in .venv

test: .venv/.ready-dev .venv/.system-offscreen .venv/.system-access ## set up what is missing and run every test (ARGS="-k merge" for some)
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest $(SPREAD) $(ARGS)

soak: .venv/.ready-dev .venv/.system-strace .venv/.system-offscreen ## kill writers, cut the power, try deeds and keys at random, for long
	@$(PY) tests/soak/kill.py 2000
	@$(PY) tests/soak/kill_keeping.py 300
	@$(PY) tests/soak/cut.py 2500
	@MEIPI_SOAK=50 $(PY) -m pytest tests/store/test_at_random.py -o timeout=3600
	@MEIPI_SOAK=200 QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests/gui/window/test_at_random.py

fuzz: .venv/.ready-dev ## open damaged shares without end (N=10000)
	@$(PY) tests/share/fuzz.py $(or $(N),10000)

lint: .venv/.ready-dev ## style, types, floors and the house's own rules
	@$(PY) -m ruff check --output-format concise .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-logo
	@$(PY) packaging/check_house.py

format: .venv/.ready-dev ## put the code into the form that lint asks for
	@$(PY) -m ruff check --fix --quiet . ; $(PY) -m ruff format .

bench: .venv/.ready-dev .venv/.system-offscreen ## measure speed against what we promise
	@QT_QPA_PLATFORM=offscreen $(PY) tests/bench/run.py $(ARGS)

pictures: .venv/.ready-dev .venv/.system-offscreen ## take the pictures in docs/pictures anew
	@QT_QPA_PLATFORM=offscreen $(PY) tests/pictures.py $(ARGS)

translations: .venv/.ready-dev ## gather what the window says, and make what Qt reads of its Chinese
	@$(PY) packaging/make_translations.py

clean: ## throw away all that can be made again, but not .venv
	@rm -rf build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find core gui resources packaging tests -name __pycache__ -prune -exec rm -rf {} +

.venv/.ready-run: $(SETUP) $(MOVED)
	@PYTHON="$(PYTHON)" sh packaging/setup.sh run

.venv/.ready-dev: $(SETUP) packaging/requirements-dev.lock $(MOVED)
	@PYTHON="$(PYTHON)" sh packaging/setup.sh dev

.venv/.system-strace: packaging/system.sh | .venv/.ready-dev
	@sh packaging/system.sh strace

.venv/.system-access: packaging/system.sh packaging/probe.py | .venv/.ready-dev
	@sh packaging/system.sh access

.venv/.system-offscreen: packaging/system.sh packaging/probe.py | .venv/.ready-dev
	@sh packaging/system.sh offscreen

moved:
