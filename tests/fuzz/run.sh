#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh TARGET [SECONDS]: fuzzes one target (default 60 seconds) in build-fuzz, or in the folder KEPT_FUZZ_BUILD.
# What is found lies there as found/<target>/crash-…; once mended, it belongs into corpus/<target>.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=${1:?usage: run.sh TARGET [SECONDS]; a target is one of $(cd "$here/corpus" && echo *)}
seconds=${2:-60}
build=${KEPT_FUZZ_BUILD:-$here/../../build-fuzz}

test -f "$build/build.ninja" ||
  cmake -S "$here/../.." -B "$build" -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=RelWithDebInfo \
    -DCMAKE_CXX_FLAGS="-fsanitize-ignorelist=$here/ignored.txt" -DKEPT_FUZZ=ON -DKEPT_SANITIZE=fuzzer-no-link,address,undefined > /dev/null
cmake --build "$build" --target "fuzz_$target"

# New inputs are kept in the build, the corpus stays small.
mkdir -p "$build/grown/$target" "$build/found/$target"
words=$here/words/$target.dict
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
exec nice -n 19 "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=4096 \
  -print_final_stats=1 -artifact_prefix="$build/found/$target/" ${words:+$(test -f "$words" && echo "-dict=$words")} \
  "$build/grown/$target" "$here/corpus/$target"
