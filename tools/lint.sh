#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# lint.sh BUILD: clang-tidy over the sources of the build's compile_commands.json, shellcheck over the scripts.
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:?usage: lint.sh BUILD}

# A compilation database without the precompiled headers, which are g++'s.
database=$(mktemp -d)
trap 'rm -rf "$database"' EXIT
sed -E 's/-Winvalid-pch//g; s/-include [^ ]*cmake_pch\.hxx//g; s/-fpch-[a-z]*//g' "$build/compile_commands.json" \
  > "$database/compile_commands.json"
# The analyzer in its shallow mode: it takes a tenth of the time instead of half of it; the sanitizers look deeper.
shallow=(--extra-arg=-Xclang --extra-arg=-analyzer-config --extra-arg=-Xclang --extra-arg=mode=shallow)
git ls-files -co --exclude-standard 'src/*.cpp' 'bench/*.cpp' | grep -v precompiled.cpp |
  xargs -P "$(nproc)" -n 4 clang-tidy --quiet "${shallow[@]}" -p "$database" 2> >(grep -v 'warnings generated' >&2)
git ls-files -co --exclude-standard '*.sh' '.ci/run' | xargs shellcheck -e SC1091
echo "lint: nothing to mend"
