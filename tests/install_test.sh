#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# install_test.sh BUILD: installs into a folder of its own; the installed program must run and find its data.
set -euo pipefail
build=${1:?usage: install_test.sh BUILD}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work/prefix" > "$work/log"
cd "$work"
prefix/bin/kept version
prefix/bin/kept check
prefix/bin/kept load --quiet --store empty.kept
prefix/bin/kept report --store empty.kept --as-of 2026-06-30 --format csv | grep -q '^un-women-10m,'
