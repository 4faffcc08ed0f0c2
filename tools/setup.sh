#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what `kept` is built with on Debian 12: system packages, and DuckDB's C library into .deps/duckdb; and builds
# the page into web/dist.
# Does nothing, quickly, where everything is already there.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf 'setup: %s\n' "$*"; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

install_packages() {
  local wanted missing=()
  mapfile -t wanted < tools/apt-packages.txt
  command -v npm > /dev/null || wanted+=(nodejs npm)
  for package in "${wanted[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  say "installing ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# fetch_package NAME VERSION SHA512(base64): downloads one npm package, checks it, prints the archive's path
fetch_package() {
  local archive found
  archive=$(cd "$download" && npm pack --silent "$1@$2")
  found=$(openssl dgst -sha512 -binary "$download/$archive" | base64 -w 0)
  if [ "$found" != "$3" ]; then
    say "the download of $1@$2 has hash $found, expected $3; not installed" >&2
    exit 1
  fi
  printf '%s' "$download/$archive"
}

# The pinned library and the header of the same release (1.4.4).
install_duckdb() {
  local stamp=.deps/duckdb/1.4.4 library header
  [ -f "$stamp" ] && return
  if [ "$(uname -m)" != x86_64 ]; then
    say "the pinned DuckDB library is for x86_64; install libduckdb 1.4 and duckdb.h yourself" >&2
    return
  fi
  say "installing DuckDB 1.4.4 into .deps/duckdb"
  download=$(mktemp -d)
  trap 'rm -rf "$download"' EXIT
  library=$(fetch_package @duckdb/node-bindings-linux-x64 1.4.4-r.4 \
    jBTL/WvfwxLToFa/pVHfT6elMtltJGnc3wSuxZD9OfMltit9YUdVFS37vBFQzXMT1Z8OWjtSjMh+zPKxOwHLHA==)
  header=$(fetch_package duckdb 1.4.4 \
    hEJJ5hyVF0VLj3dmOLpsWrQR0b3d4Ykqtygm6iUXjHJDDnSqg/USKxcb5qvNrOhFYPgktayU6dXCtgPqcmmpog==)
  mkdir -p .deps/duckdb
  tar -xzf "$library" -C .deps/duckdb --strip-components=1 package/libduckdb.so
  tar -xzf "$header" -C .deps/duckdb --strip-components=5 package/src/duckdb/src/include/duckdb.h
  touch "$stamp"
}

# The state of everything that the page is made of; its tests are not part of it, but need what is installed.
page_sources() {
  find web \( -name node_modules -o -name dist -o -path web/tests \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1
}

# Builds the page where its sources, or what it is built with, changed.
build_page() {
  local stamp=web/node_modules/.page sources log
  sources=$(page_sources)
  [ -f web/dist/index.html ] && [ "$(cat "$stamp" 2> /dev/null)" = "$sources" ] && return
  say "building the page into web/dist"
  log=$(mktemp)
  if ! (cd web && npm ci --no-audit --no-fund && npm run build) > "$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    say "the page was not built: see above. It takes Node.js 18 or newer and a way to the packages that web/package-lock.json names (try npm ping), then make setup again" >&2
    return 1
  fi
  rm -f "$log"
  printf '%s\n' "$sources" > "$stamp"
}

install_packages
install_duckdb
build_page
say "ready"
