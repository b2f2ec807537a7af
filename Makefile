# The few names a person needs. `make` alone checks and tests.
VENV ?= .venv
BIN = $(VENV)/bin
PY = $(BIN)/python
STAMP = $(VENV)/.ready

.PHONY: all setup lint test demo bench bundle walk notices pictures translations fonts pinyin clean
all: test

$(STAMP): pyproject.toml constraints.txt tools/setup.sh
	sh tools/setup.sh $(VENV)
	touch $@

setup: $(STAMP)

lint: setup
	$(PY) -m tools.lint

test: lint
	$(PY) -m tools.run_tests -n auto --dist loadfile --no-loadscope-reorder

demo: setup
	$(BIN)/branchline demo --out out/demo

bench: setup
	$(PY) -m tests.bench

bundle: setup
	$(PY) -m tools.bundle

walk: setup
	$(PY) -m tests.walk

notices: setup
	$(PY) -m tools.notices out/THIRD-PARTY-NOTICES.txt

pictures: setup
	$(PY) -m tools.pictures

translations: setup
	$(PY) -m tools.translations

fonts: setup
	$(PY) -m tools.fonts

pinyin: setup
	$(PY) -m tools.pinyin

clean:
	rm -rf $(VENV) out build *.egg-info
