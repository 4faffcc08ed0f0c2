#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# sanitize.sh [JOBS]: builds with the sanitizers and runs tests under them: all unit and case tests under that of addresses
# and undefined behaviour (preset asan), those that have threads and no database under that of threads (preset tsan).
set -euo pipefail
cd "$(dirname "$0")/.."
jobs=${1:-$(nproc)}
run() { # PRESET [TARGET...]
  local preset=$1 built
  shift
  SECONDS=0
  cmake --preset "$preset" > /dev/null
  cmake --build --preset "$preset" -j "$jobs" ${1:+--target "$@"}
  built=$SECONDS
  ctest --preset "$preset" -j "$jobs"
  echo "$preset: built in $built s, tested in $((SECONDS - built)) s"
}
run asan
run tsan test_read test_validate replay_validate replay_iati_cutter replay_iati_activities
