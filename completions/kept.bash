# SPDX-License-Identifier: Apache-2.0
# Completion of `kept` for bash: commands, options, formats, files, ids of statements and
# indicators, groups.

# The words after the option on the line, or nothing.
_kept_value_of() {
  local i
  for ((i = 1; i < COMP_CWORD; ++i)); do
    [ "${COMP_WORDS[i]}" = "$1" ] && printf '%s' "${COMP_WORDS[i + 1]}" && return
  done
}

# The folder with the figures of reference.
_kept_data() {
  printf '%s' "${KEPT_DATA:-$(dirname "$(dirname "$(command -v kept)")")/share/kept}"
}

# Ids of the framework's statements, from the ledger itself, so that no store is needed.
_kept_statements() {
  local ledger
  ledger=$(_kept_value_of --ledger)
  if [ -z "$ledger" ]; then
    ledger=$(_kept_data)/frameworks/women-children-2025
  fi
  sed -n 's/^ *- id: *//p' "$ledger"/*.yaml 2> /dev/null
}

# Ids of the catalogue; units stand before them in the same file.
_kept_indicators() {
  sed -n '/^indicators:/,$s/^  - id: *//p' "$(_kept_data)/indicators.yaml" 2> /dev/null
}

_kept_groups() {
  echo 'low-income lower-middle-income middle-income upper-middle-income high-income world'
  sed -n '2,$s/,.*//p' "$(_kept_data)/groups.csv" 2> /dev/null | sort -u
}

_kept_options() {
  local answers='--store --format --output' framework='--ledger --data --as-of --language'
  case $1 in
    load) echo "--store --data --map --remove --replace --verify --rules --threads --max-unpacked --max-ratio --format --quiet" ;;
    report) echo "$answers $framework" ;;
    explain) echo "$answers $framework --limit" ;;
    serve) echo "--store --ledger --data --as-of --host --port --page" ;;
    publish) echo "--store --ledger --data --as-of --page --threads --quiet" ;;
    check) echo "--ledger --data" ;;
    validate) echo "--format --output --language --max-findings --org-prefixes --max-unpacked --max-ratio --threads --today --data" ;;
    rank) echo "$answers --as-of --language --indicator --group --vintage --year --since --area --top --prefer --higher-is-better" ;;
    outlook) echo "$answers --as-of --language --indicator --area --group" ;;
    query | sources | indicators) echo "$answers" ;;
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
    --store | --output | --map | --org-prefixes) mapfile -t COMPREPLY < <(compgen -f -- "$word") && return ;;
    --ledger | --data | --page) mapfile -t COMPREPLY < <(compgen -d -- "$word") && return ;;
    --format)
      case $command in
        load) words='table json' ;;
        validate) words='text json csv' ;;
        *) words='table json csv md' ;;
      esac
      ;;
    --language) words='en zh ko' ;;
    --severity) words='information warning error critical' ;;
    --as-of | --today) words=$(date +%F) ;;
    --indicator) words=$(_kept_indicators) ;;
    --group) words=$(_kept_groups) ;;
    --threads | --host | --port | --max-findings | --max-unpacked | --max-ratio | --limit | --rule | --source | --remove | --vintage | --year | --since | --area | --top | --prefer) return ;;
    *)
      if [ -z "$command" ] && [[ $word != -* ]]; then
        words='load report explain rank outlook indicators serve publish check validate query sources findings version'
      elif [[ $word == -* ]]; then
        words=$(_kept_options "$command")
      elif [ "$command" = explain ]; then
        words=$(_kept_statements)
      elif [ "$command" = indicators ]; then
        words=$(_kept_indicators)
      elif [ "$command" = load ] || [ "$command" = validate ]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
        return
      fi
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}

complete -o filenames -F _kept kept
