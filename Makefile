# `make` lists the targets. Each makes .venv by itself; nothing but python3 and make is needed.
# PYTHON chooses the interpreter; UV=uv installs with uv in place of pip.
PYTHON ?= python3
UV ?=

# An environment works only in the folder, and for the interpreter and installer, it was made with: the name of its
# stamp says which, so a moved or copied checkout gets a new one.
venv := .venv/.made-$(shell { pwd; echo '$(PYTHON) $(UV)'; } | cksum | cut -d ' ' -f 1)

ifeq ($(UV),)
  make-venv := $(PYTHON) -m venv --clear .venv
  install := .venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check
else
  make-venv := "$(UV)" venv --quiet --clear --python "$$(command -v '$(PYTHON)')" .venv
  install := "$(UV)" pip install --quiet --python .venv/bin/python
endif
# Wheels only: building a dependency from source would fetch build tools that no lock names.
install-locked := $(install) --require-hashes --only-binary :all: -r
install-project := $(install) --no-index --no-deps --no-build-isolation -e .

.PHONY: help check edit site serve test coverage lint bench screenshots lock upgrade clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

check: .venv/.runtime ## check the records in data/
	@.venv/bin/bangvang check

edit: .venv/.runtime ## open the editor in the browser
	@.venv/bin/bangvang edit

site: .venv/.runtime ## check the records and build the site into site/
	@.venv/bin/bangvang build

serve: .venv/.runtime ## show the site on this machine while records are edited
	@.venv/bin/bangvang serve

test: lint ## lint, then run the tests
	.venv/bin/python tools/run_tests.py

coverage: .venv/.dev ## run the tests and show what they cover, in twice the time
	.venv/bin/python tools/run_tests.py --cov --cov-report=
	.venv/bin/coverage combine --quiet
	.venv/bin/coverage report

lint: .venv/.dev ## check style, format and types
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy --strict src

bench: .venv/.dev ## measure checking, the office, the book, deposits, building and searching, beside others that do the same
	.venv/bin/python bench/check.py
	.venv/bin/python -m bench.office
	.venv/bin/python -m bench.desk
	.venv/bin/python -m bench.workbooks
	.venv/bin/python -m bench.cards
	.venv/bin/python -m bench.book
	.venv/bin/python -m bench.freeze
	.venv/bin/python -m bench.archive
	.venv/bin/python -m bench.site
	.venv/bin/python -m bench.search

screenshots: .venv/.dev ## take the pictures of HUONG-DAN.md anew
	.venv/bin/python tools/screenshots.py

lock: $(venv) ## lock the dependencies, keeping the pins that still fit pyproject.toml
	@echo 'Locking the dependencies'
	@$(install-locked) requirements-lock.txt
	@$(compile) -o requirements-lock.txt --group lock
	@$(with-build-backend) $(compile) -o requirements.txt pyproject.toml -
	@$(with-build-backend) $(compile) -o requirements-dev.txt pyproject.toml - --extra dev -c requirements.txt
	@$(compile) -o requirements-validators.txt --group validators -c requirements-dev.txt

upgrade: compile-options := --upgrade
upgrade: lock ## lock the newest dependencies that pyproject.toml allows

clean: ## remove everything that make and the tools made
	rm -rf .venv .cache .hypothesis site build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A lock holds for every platform and every Python from 3.11.0 on. It contains the build backend too, so that installing
# the project itself fetches nothing.
compile = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command 'make lock' $(compile-options)
with-build-backend := backend=$$(.venv/bin/python -c \
	'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")') && \
	printf '%s\n' "$$backend" |

.venv/.dev: requirements-dev.txt requirements-validators.txt .venv/.runtime
	@echo 'Installing requirements-dev.txt and requirements-validators.txt into .venv'
	@$(install-locked) requirements-dev.txt
	@$(install) --require-hashes --no-build-isolation --only-binary :all: --no-binary bagit,surt -r requirements-validators.txt
	@$(ensure-chromium)
	@touch $@

.venv/.runtime: requirements.txt pyproject.toml $(venv)
	@echo 'Installing requirements.txt and bangvang into .venv'
	@$(install-locked) requirements.txt
	@$(install-project)
	@.venv/bin/python -m compileall -q src
	@touch $@

$(venv):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo '$(PYTHON) is missing or older than 3.11: install Python 3.11 or newer, then run make again.'; \
	  echo 'Máy chưa có Python 3.11 trở lên: hãy cài Python rồi chạy lại lệnh make.'; exit 1; } >&2
	@$(if $(UV),,$(ensure-pip))
	@$(make-venv)
	@touch $@

# The tests look at pages in Chromium. Debian has it as a package; elsewhere Playwright brings its own.
define ensure-chromium
if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then \
  echo 'Installing Chromium for the tests'; \
  export DEBIAN_FRONTEND=noninteractive; \
  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
    { apt-get -qq install -y --no-install-recommends chromium || \
      { apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium; }; } </dev/null >/dev/null 2>&1 || true; \
  fi; \
  command -v chromium >/dev/null || .venv/bin/playwright install chromium; \
fi
endef

# Debian and Ubuntu keep the part of Python that puts pip into a new environment in a package of its own.
define ensure-pip
if ! $(PYTHON) -c 'import ensurepip' 2>/dev/null; then \
  package=$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
    echo "Installing $$package with apt-get"; \
    export DEBIAN_FRONTEND=noninteractive; \
    { apt-get -qq install -y "$$package" || { apt-get -qq update && apt-get -qq install -y "$$package"; }; } \
      </dev/null >/dev/null 2>&1 || true; \
  fi; \
  $(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
    echo "Python cannot make environments here: install the package $$package, then run make again."; \
    echo "Python trên máy này chưa tạo được môi trường riêng: hãy cài gói $$package rồi chạy lại lệnh make."; \
    exit 1; } >&2; \
fi
endef
