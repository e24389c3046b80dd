#!/usr/bin/env bash
# fuzz.sh BUILD SECONDS TARGET: feeds the fuzz target TARGET of a build with all that is kept in corpus/TARGET, and then
# for SECONDS with what libFuzzer makes of that, and says what came of it in one line. It stops at its first finding, an
# input that breaks the target, and ends in 1. Kept in BUILD/fuzz are the inputs that reach new code, in TARGET, where
# the next run goes on from, and findings, in findings. To look at one of those: BUILD/tests/fuzz/fuzz_TARGET FILE
set -euo pipefail
build=$(realpath "$1")
seconds=$2
target=$3
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# What is longer only makes a target slow: nothing that it reads needs more.
case $target in
dates | periods) most_bytes=300 ;;
configuration) most_bytes=6000 ;;
geometry) most_bytes=500 ;;
*) most_bytes=1000 ;;
esac
program=$build/tests/fuzz/fuzz_$target
mine=$build/fuzz/$target
findings=$build/fuzz/findings
log=$build/fuzz/$target.log
mkdir -p "$mine" "$findings"

# Few frames a block and few freed blocks kept: a finding is run again to be looked at.
export ASAN_OPTIONS=malloc_context_size=3:quarantine_size_mb=32
export LSAN_OPTIONS=suppressions=$PWD/tests/fuzz/leaks.supp:print_suppressions=0

# found: ends with what the log tells of a finding
found() {
    echo "fuzz $target: a finding"
    grep -m 5 -E '^not so:|ERROR:|runtime error:|Test unit written' "$log" || tail -n 5 "$log"
    exit 1
}

options=(-max_len=$most_bytes -timeout=20 -rss_limit_mb=2048 -artifact_prefix="$findings/$target-")
seeds=("tests/fuzz/corpus/$target")
if [ "$target" = configuration ]; then
    seeds+=(data/soorten.toml data/fasen.toml data/voorbeeldstad/koppelkans.toml tests/golden/small/koppelkans.toml)
fi
"$program" "${options[@]}" -runs=0 "${seeds[0]}" >"$log" 2>&1 || found
kept=$(find "${seeds[0]}" -type f | wc -l)
for seed in "${seeds[@]:1}"; do
    "$program" "${options[@]}" "$seed" >"$log" 2>&1 || found # a file that is named is run, not fuzzed
    kept=$((kept + 1))
done
if [ "$seconds" = 0 ]; then
    echo "fuzz $target: $kept kept inputs, no finding"
    exit
fi

if [ ${#seeds[@]} -gt 1 ]; then
    options+=("-seed_inputs=$(IFS=, && echo "${seeds[*]:1}")")
fi
case $target in
periods) options+=(-dict=tests/fuzz/dates.dict) ;;
# GEOS leaves so much behind that looking for leaks takes half of the time; the kept inputs are looked at.
geometry) options+=(-dict=tests/fuzz/geometry.dict -detect_leaks=0) ;;
*) [ ! -f "tests/fuzz/$target.dict" ] || options+=("-dict=tests/fuzz/$target.dict") ;;
esac
# What is new goes to the first folder; the second is only read.
"$program" "${options[@]}" -max_total_time="$seconds" -print_final_stats=1 "$mine" "${seeds[0]}" >"$log" 2>&1 || found

# Of what libFuzzer says of its run: the number behind a name.
figure() {
    sed -n "s/^stat::$1: *//p" "$log"
}
taken=$(sed -n 's/^Done [0-9]* runs in \([0-9]*\) second.*/\1/p' "$log")
if [ -z "$taken" ]; then
    echo "fuzz $target: it did not fuzz"
    tail -n 5 "$log"
    exit 1
fi
printf 'fuzz %s: %d kept inputs, then %s executions in %s s (%s a second), %d inputs worth keeping, no finding\n' \
    "$target" "$kept" "$(figure number_of_executed_units)" "$taken" "$(figure average_exec_per_sec)" \
    "$(find "$mine" -type f | wc -l)"
