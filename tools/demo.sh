#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# demo.sh KEPT [FOLDER]: the main job once. Loads the evidence that there is (FOLDER, where it exists) and reports on
# the built-in framework; then the same for the illustrative one, whose evidence ships.
set -euo pipefail
kept=${1:?usage: demo.sh KEPT [FOLDER]}
shared=${2:-}
here=$(dirname "$0")/..
store=$(dirname "$kept")/demo.kept
illustrative_store=$(dirname "$kept")/illustrative.kept
as_of=${KEPT_AS_OF:-$(date -u +%F)}

title() { printf '\n== %s\n\n' "$*"; }

sources=()
if [ -n "$shared" ] && [ -d "$shared" ]; then
  sources+=("$shared")
else
  printf 'No folder %s with real IATI files: the built-in framework is judged without evidence.\n' "$shared"
fi

title "The promises of women-children-2025, by the evidence loaded"
"$kept" load --store "$store" "${sources[@]}"
"$kept" report --store "$store" --as-of "$as_of"

title "Every measure at work, on made-up data"
"$kept" load --store "$illustrative_store" "$here/examples/illustrative"
"$kept" report --store "$illustrative_store" --ledger "$here/examples/illustrative" --as-of 2026-06-30

cat <<END

Why does a number say what it says?
  $kept explain --store $store un-women-10m
  $kept explain --store $illustrative_store --ledger examples/illustrative ID
END
