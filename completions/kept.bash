# SPDX-License-Identifier: Apache-2.0
# Completion of `kept` for bash: commands, options, formats, files, and the ids of statements for `kept explain`.

# The words after the option on the line, or nothing.
_kept_value_of() {
  local i
  for ((i = 1; i < COMP_CWORD; ++i)); do
    [ "${COMP_WORDS[i]}" = "$1" ] && printf '%s' "${COMP_WORDS[i + 1]}" && return
  done
}

# Ids of the framework's statements, from the ledger itself, so that no store is needed.
_kept_statements() {
  local ledger
  ledger=$(_kept_value_of --ledger)
  if [ -z "$ledger" ]; then
    ledger=${KEPT_DATA:-$(dirname "$(dirname "$(command -v kept)")")/share/kept}/frameworks/women-children-2025
  fi
  sed -n 's/^ *- id: *//p' "$ledger"/*.yaml 2> /dev/null
}

_kept_options() {
  local answers='--store --format --output' framework='--ledger --data --as-of --language'
  case $1 in
    load) echo "--store --data --remove --replace --threads --format --quiet" ;;
    report) echo "$answers $framework" ;;
    explain) echo "$answers $framework --limit" ;;
    check) echo "--ledger --data" ;;
    query | sources) echo "$answers" ;;
    findings) echo "$answers --rule --severity --source --limit --summary" ;;
    '') echo "--version" ;;
  esac
  echo "--help"
}

_kept() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=
  [ "$COMP_CWORD" -gt 1 ] && command=${COMP_WORDS[1]}
  COMPREPLY=()
  local words=
  case $before in
    --store | --output) mapfile -t COMPREPLY < <(compgen -f -- "$word") && return ;;
    --ledger | --data) mapfile -t COMPREPLY < <(compgen -d -- "$word") && return ;;
    --format) if [ "$command" = load ]; then words='table json'; else words='table json csv md'; fi ;;
    --language) words='en zh ko' ;;
    --severity) words='information warning error critical' ;;
    --as-of) words=$(date +%F) ;;
    --threads | --limit | --rule | --source | --remove) return ;;
    *)
      if [ -z "$command" ] && [[ $word != -* ]]; then
        words='load report explain check query sources findings version'
      elif [[ $word == -* ]]; then
        words=$(_kept_options "$command")
      elif [ "$command" = explain ]; then
        words=$(_kept_statements)
      elif [ "$command" = load ]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
        return
      fi
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}

complete -o filenames -F _kept kept
