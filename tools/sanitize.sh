#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# sanitize.sh [JOBS]: builds with the sanitizers (presets asan and tsan) and runs the unit and case tests under them.
set -euo pipefail
cd "$(dirname "$0")/.."
jobs=${1:-$(nproc)}
for preset in asan tsan; do
  SECONDS=0
  cmake --preset "$preset" > /dev/null
  cmake --build --preset "$preset" -j "$jobs"
  built=$SECONDS
  ctest --preset "$preset" -j "$jobs"
  echo "$preset: built in $built s, tested in $((SECONDS - built)) s"
done
