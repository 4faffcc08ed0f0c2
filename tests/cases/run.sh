#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh [--update] [--kept PROGRAM] [--data DIR] [--duckdb LIBRARY] [COMMAND/CASE...]
#
# Runs command tests: tests/cases/<command>/<case>/ holds
#   cmd       a shell command line; it runs in a folder of its own, which holds copies of the case's other files
#   stdout, stderr, exit   what is expected; an absent stdout or stderr means empty, an absent exit means 0
#   requires  optional, one per line: not-root, duckdb. Where one is not met the case is skipped (exit code 77)
# For cmd there are: $KEPT the program, $FILES the files that cases share (tests/cases/files), and the functions
# `example_store` (copies these files here and loads them into kept.kept), `terminal WIDTH COMMAND...` (runs a command
# on a terminal) and `newer_store FILE` (raises the schema version of a store).
#
# Before comparing, what differs from run to run is replaced, and nothing else:
#   the working folder by <work>, the data folder by <data>, $FILES by <files>,
#   "1.23 s" by "<time> s", "45.6 MB/s" by "<rate> MB/s", "seconds": 1.23 by "seconds": <time>
# --update writes what came out as the new expectation, to be read critically before it is committed.
set -euo pipefail

here=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
kept=$here/../../build/kept data=$here/../../data duckdb='' update=''
cases=()
while [ $# -gt 0 ]; do
  case $1 in
    --update) update=yes ;;
    --kept) kept=$2 && shift ;;
    --data) data=$2 && shift ;;
    --duckdb) duckdb=$2 && shift ;;
    -*) sed -n '3,17s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
    *) cases+=("$1") ;;
  esac
  shift
done
kept=$(realpath "$kept") data=$(realpath "$data")
[ -z "$duckdb" ] || duckdb=$(realpath "$duckdb")
if [ ${#cases[@]} = 0 ]; then
  mapfile -t cases < <(cd "$here" && find . -name cmd -printf '%P\n' | sed 's,/cmd$,,' | sort)
fi

export KEPT=$kept FILES=$here/files KEPT_DATA=$data KEPT_CASES=$here DUCKDB_LIBRARY=$duckdb
export LC_ALL=C.UTF-8 TZ=UTC TERM=xterm
unset KEPT_STORE NO_COLOR COLUMNS
terminal() { python3 "$KEPT_CASES/terminal.py" "$@"; }
newer_store() { python3 "$KEPT_CASES/newer_store.py" "$DUCKDB_LIBRARY" "$@"; }
example_store() {
  cp -r "$FILES"/. . && "$KEPT" load --quiet giving.xml receiving.xml rates.csv participants.csv events.csv
}
export -f terminal newer_store example_store

# unmet CASE: prints what the case needs and does not have
unmet() {
  [ -f "$here/$1/requires" ] || return 0
  while read -r need; do
    case $need in
      not-root) [ "$(id -u)" != 0 ] || echo "root may read everything" ;;
      duckdb) [ -n "$duckdb" ] || echo "needs --duckdb LIBRARY" ;;
      *) echo "unknown requirement $need" ;;
    esac
  done < "$here/$1/requires"
}

normalise() {
  sed -E -e "s,$work,<work>,g" -e "s,$data,<data>,g" -e "s,$here/files,<files>,g" \
    -e 's/[0-9]+\.[0-9]+ s\b/<time> s/g' -e 's,[0-9]+\.[0-9]+ MB/s,<rate> MB/s,g' \
    -e 's/"seconds": [0-9.]+/"seconds": <time>/' "$1"
}

# compare CASE PART FILE: does what came out equal the expectation?
compare() {
  local expected=$here/$1/$2
  if [ -n "$update" ]; then
    if [ -s "$3" ]; then cp "$3" "$expected"; else rm -f "$expected"; fi
    return 0
  fi
  [ -f "$expected" ] || expected=/dev/null
  diff -u --label "$1/$2 expected" --label "$1/$2 found" "$expected" "$3"
}

run_case() {
  local folder=$here/$1 status=0 failed=0
  work=$(realpath "$(mktemp -d)")
  mkdir "$work/here" "$work/out"
  find "$folder" -mindepth 1 -maxdepth 1 ! -name cmd ! -name stdout ! -name stderr ! -name exit ! -name requires \
    -exec cp -r {} "$work/here" \;
  (cd "$work/here" && bash "$folder/cmd") > "$work/stdout" 2> "$work/stderr" < /dev/null || status=$?
  [ "$status" = 0 ] || echo "$status" > "$work/out/exit"
  [ -f "$work/out/exit" ] || : > "$work/out/exit"
  normalise "$work/stdout" > "$work/out/stdout"
  normalise "$work/stderr" > "$work/out/stderr"
  for part in stdout stderr exit; do
    compare "$1" "$part" "$work/out/$part" || failed=1
  done
  chmod -R u+rwX "$work" && rm -rf "$work"
  return $failed
}

failures=0 skipped=0
for name in "${cases[@]}"; do
  if [ ! -f "$here/$name/cmd" ]; then
    echo "no such case: $name" >&2
    exit 2
  fi
  reason=$(unmet "$name")
  if [ -n "$reason" ]; then
    echo "skipped $name: $reason"
    skipped=$((skipped + 1))
  elif ! run_case "$name"; then
    echo "failed $name"
    failures=$((failures + 1))
  fi
done
echo "${#cases[@]} cases, $failures failed, $skipped skipped"
[ "$failures" = 0 ] || exit 1
[ "$skipped" != "${#cases[@]}" ] || exit 77
