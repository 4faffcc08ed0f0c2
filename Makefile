# SPDX-License-Identifier: Apache-2.0
.PHONY: help setup build demo test test-long sanitize bench lint format check-format policy install clean
.DEFAULT_GOAL := help

JOBS ?= $(shell nproc)
BUILD := build
XSD := $(wildcard ../shared/standard/xsd)
# Those that git does not know yet, too.
LIST_SOURCES := git ls-files -co --exclude-standard '*.cpp' '*.hpp'
SHARED := $(addprefix ../shared/data/,iati indicators sdmx income-groups)

help: ## show what can be made
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 16

setup: ## install everything that is needed (Debian 12, as root or with sudo)
	@bash tools/setup.sh

build: setup ## compile the program into build/kept
	@test -f $(BUILD)/build.ninja || cmake -S . -B $(BUILD) -G Ninja -DKEPT_WARNINGS_AS_ERRORS=ON
	@cmake --build $(BUILD) -j $(JOBS) --target kept

demo: build ## load what ships (and the shared data, where it lies beside) and print the scoreboard
	@bash tools/demo.sh $(BUILD)/kept $(SHARED)

test: build ## run all tests
	@cmake --build $(BUILD) -j $(JOBS)
	@ctest --test-dir $(BUILD) --output-on-failure -j $(JOBS)

test-long: build ## run the long tests too: 50 kills, files of 2 GB, bombs sixteen times as large (half an hour)
	@cmake --build $(BUILD) -j $(JOBS)
	@ctest --test-dir $(BUILD) --output-on-failure -C long -L long

sanitize: setup ## run the unit and case tests under the sanitizers of addresses, undefined behaviour and threads
	@bash tools/sanitize.sh $(JOBS)

bench: build ## measure at 200 MB beside cat, xmllint and a bare parser (docs/performance.md); BENCH=... for more options
	@cmake --build $(BUILD) -j $(JOBS) --target bench
	@bench/run --kept $(BUILD)/kept --programs $(BUILD)/bench --patience 12 $(if $(XSD),--xsd $(XSD)) $(BENCH)

lint: build ## clang-tidy over every source file, shellcheck over the scripts
	@bash tools/lint.sh $(BUILD)

format: ## format the sources in place
	@$(LIST_SOURCES) | xargs clang-format -i

check-format: ## fail where a source is not formatted
	@$(LIST_SOURCES) | xargs clang-format --dry-run --Werror

policy: ## fail where an include runs the wrong way between rooms, or a rule of the project is broken
	@python3 tools/policy.py

install: build ## install into PREFIX (default /usr/local)
	@cmake --install $(BUILD) --prefix $(or $(PREFIX),/usr/local)

clean: ## remove what was built
	@rm -rf $(BUILD) build-asan build-tsan
