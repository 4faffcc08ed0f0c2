#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Are the tables in data/ what the publishers' files give? Exit 77 (skipped) where those files are not at hand.
set -euo pipefail
cd "$(dirname "$0")/../.."
shared=${1:-../shared}
if [ ! -d "$shared/data/rates" ] || [ ! -d "$shared/standard/codelists" ]; then
  echo "skipped: no publishers' files in $shared"
  exit 77
fi
PYTHONDONTWRITEBYTECODE=1 exec python3 tools/data/compile_reference.py --data "$shared/data" \
  --standard "$shared/standard" --check
