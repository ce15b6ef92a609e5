# Everything a person or CI does with Pullquote. `make` alone tells what there is.
# The environment is .venv, made from the lock files once and again only when they change.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:  # one .venv, one pip at a time
.PHONY: help install repl test lint format lock wheel-test clean

PYTHON ?= python3
ARGS ?=

VENV := .venv
RUN := $(VENV)/bin/python
RUNTIME := $(VENV)/runtime.stamp
DEV := $(VENV)/dev.stamp

# A PYTHON that was named is the only one tried; otherwise the first suitable of these.
PYTHONS := $(if $(filter file default,$(origin PYTHON)),$(PYTHON) python3.13 python3.12 python3.11,$(PYTHON))

# Python's own words for "new enough, not too new" and "can make a .venv".
suitable := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
complete := import ensurepip, venv

# Leaves the interpreter's name in the shell's $found, or says why there is none.
define find_python
found=; bare=; \
for python in $(PYTHONS); do \
  "$$python" -c '$(suitable)' 2>/dev/null || continue; \
  if "$$python" -c '$(complete)' 2>/dev/null; then found=$$python; break; fi; \
  bare=$${bare:-$$python}; \
done; \
if [ -z "$$found" ]; then \
  echo 'Pullquote needs Python 3.11, 3.12 or 3.13 with venv and pip, and found none.' >&2; \
  echo 'Tried: $(PYTHONS).' >&2; \
  if [ -n "$$bare" ]; then \
    echo "$$bare is new enough but lacks venv (on Debian and Ubuntu: apt install python3-venv)." >&2; \
  fi; \
  echo 'Install one, or name one: make $(or $(MAKECMDGOALS),install) PYTHON=/path/to/python3.12' >&2; \
  exit 1; \
fi
endef

define make_venv
if $(RUN) -c 'import pip; $(suitable)' 2>/dev/null; then \
  echo 'Bringing $(VENV) up to date…'; \
else \
  $(find_python); \
  echo "Setting up $(VENV) with $$("$$found" --version) (once, about a minute)…"; \
  "$$found" -m venv --clear $(VENV); \
fi
endef

# A lock names everything, so that pip has nothing to find out (--no-deps).
pip_install := $(RUN) -m pip install --quiet --no-input --disable-pip-version-check \
  --require-hashes --only-binary :all: --no-deps -r

help:  ## tell what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | \
	  while IFS='|' read -r name what; do printf '%-19s %s\n' "$$name" "$$what"; done
	@echo; echo '  Options go through ARGS: make test ARGS="-k spans -x"'

install: $(RUNTIME)  ## set up .venv with what Pullquote needs to run
	@echo '$(VENV) is ready. Ask away: make repl'

repl: $(RUNTIME)  ## ask questions in the terminal
	@exec $(RUN) app.py repl $(ARGS)

test: $(DEV)  ## run the tests
	@$(RUN) -m pytest $(ARGS)

lint: $(DEV)  ## check style, format and types
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy

format: $(DEV)  ## format the code and mend what ruff can
	@$(RUN) -m ruff check --fix-only --quiet .
	@$(RUN) -m ruff format .

wheel-test: $(DEV)  ## build the wheel, install it elsewhere and ask it
	@bash .ci/wheel $(RUN)

# Versions stay unless pyproject.toml forces a change; ARGS=--upgrade takes the newest.
lock:  ## write the lock files anew from pyproject.toml
	@set -eu; $(find_python); tools=$$(mktemp -d); trap 'rm -rf "$$tools"' EXIT; \
	"$$found" -m venv "$$tools"; \
	"$$tools/bin/python" -m pip install --quiet --disable-pip-version-check 'uv>=0.8'; \
	compile() { \
	  "$$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 \
	    --fork-strategy fewest --only-binary :all: --generate-hashes --no-emit-index-url \
	    --custom-compile-command 'make lock' $(ARGS) pyproject.toml "$$@"; \
	}; \
	compile --output-file requirements.lock; \
	compile --group dev --constraint requirements.lock --output-file requirements-dev.lock
	@echo 'Wrote requirements.lock and requirements-dev.lock.'

clean:  ## remove .venv and everything that was built or cached
	@rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A .venv whose interpreter has gone (an uninstalled Python, a moved folder) is made anew.
ifneq ($(shell test -x $(RUN) && echo yes),yes)
.PHONY: $(RUNTIME) $(DEV)
endif

$(RUNTIME): requirements.lock
	@$(make_venv)
	@$(pip_install) requirements.lock
	@touch $@

# The development lock holds the runtime's too, version for version.
$(DEV): requirements-dev.lock
	@$(make_venv)
	@$(pip_install) requirements-dev.lock
	@touch $(RUNTIME) $@
