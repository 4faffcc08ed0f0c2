#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# demo.sh KEPT [FOLDER...]: the main job once. Loads the evidence that there is (the folders that exist) and reports on
# the built-in framework; then the same for the illustrative one, whose evidence ships.
set -euo pipefail
kept=${1:?usage: demo.sh KEPT [FOLDER...]}
shift
here=$(dirname "$0")/..
store=$(dirname "$kept")/demo.kept
illustrative_store=$(dirname "$kept")/illustrative.kept
as_of=${KEPT_AS_OF:-$(date -u +%F)}

title() { printf '\n== %s\n\n' "$*"; }

sources=()
for folder in "$@"; do
  [ -d "$folder" ] && sources+=("$folder")
done
[ ${#sources[@]} -gt 0 ] ||
  printf 'No folder of real evidence beside: pledges are judged without any, claims by the figures that ship.\n'

title "The promises of women-children-2025, by the evidence loaded"
"$kept" load --store "$store" "${sources[@]}"
"$kept" report --store "$store" --as-of "$as_of"

title "Where China stands among its peers, and who is on the way to the goals"
"$kept" rank --store "$store" --indicator under_five_mortality_rate --group middle-income --area CHN --top 10% --as-of "$as_of"
"$kept" outlook --store "$store" --area CHN KOR --as-of "$as_of"

title "Every measure at work, on made-up data"
"$kept" load --store "$illustrative_store" "$here/examples/illustrative"
"$kept" report --store "$illustrative_store" --ledger "$here/examples/illustrative" --as-of 2026-06-30

cat <<END

Why does a number say what it says?
  $kept explain --store $store un-women-10m
  $kept explain --store $illustrative_store --ledger examples/illustrative ID

To look instead of read:
  $kept serve --store $store
  $kept serve --store $illustrative_store --ledger examples/illustrative --as-of 2026-06-30
and open http://127.0.0.1:8311/
END
