#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh KEPT: loads the shared real files into a store of its own and compares it with the oracle. Exit 77: skipped.
set -euo pipefail
kept=$(realpath "${1:?usage: run.sh KEPT}")
here=$(realpath "$(dirname "$0")")
shared=$here/../../../shared/data
if [ ! -d "$shared" ]; then
  echo "skipped: the shared data is not here"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$kept" load --quiet --store "$work/oracle.kept" "$shared/iati" "$shared/iati-v1"
python3 "$here/flows_oracle.py" "$kept" "$work/oracle.kept" "$here/../../data/rates.csv" \
  "$shared"/iati/*.xml "$shared"/iati-v1/*.xml
