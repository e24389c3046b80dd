#!/usr/bin/env bash
# run.sh SECONDS [TARGET...]: builds the fuzzers and runs each target (all of them without a name) for
# SECONDS, two at a time, and says what came of each. A target stops at its first finding, an input that
# breaks it, and the exit code is then 1. Kept in build/fuzz are the inputs that reach new code, in
# corpus/TARGET, where the next run goes on from, and findings, in findings/. To look at one of those:
# build/fuzz/tests/fuzz/fuzz_TARGET FILE
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

seconds=${1:?usage: run.sh SECONDS [TARGET...]}
shift
if [ $# = 0 ]; then
    set -- dates periods configuration geometry texts
fi
build=build/fuzz
[ -f $build/build.ninja ] || cmake --preset fuzz >/dev/null
targets=()
for target in "$@"; do
    targets+=("fuzz_$target")
done
cmake --build --preset fuzz --target "${targets[@]}" >&2

# What is longer only makes a target slow: nothing that it reads needs more.
most_bytes() {
    case $1 in
    dates | periods) echo 300 ;;
    configuration) echo 6000 ;;
    geometry) echo 500 ;;
    *) echo 1000 ;;
    esac
}

# Of what libFuzzer says of its run: the number behind a name.
figure() {
    sed -n "s/^stat::$1: *//p" "$2"
}

run_one() {
    local seconds=$1 target=$2
    local mine=$build/corpus/$target log=$build/$target.log findings=$build/findings
    mkdir -p "$mine" $findings
    local words=() code=0
    case $target in
    periods) words=(-dict=tests/fuzz/dates.dict) ;;
    configuration)
        words=(-dict=tests/fuzz/configuration.dict
            "-seed_inputs=data/fasen.toml,data/voorbeeldstad/koppelkans.toml,tests/golden/small/koppelkans.toml")
        ;;
    # GEOS leaves so much behind that looking for leaks takes half of the time; the replay does look.
    geometry) words=(-dict=tests/fuzz/geometry.dict -detect_leaks=0) ;;
    *) [ ! -f "tests/fuzz/$target.dict" ] || words=("-dict=tests/fuzz/$target.dict") ;;
    esac
    # What is new goes to the first folder; the second is only read.
    "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len="$(most_bytes "$target")" -timeout=20 \
        -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$findings/$target-" "${words[@]}" \
        "$mine" "tests/fuzz/corpus/$target" >"$log" 2>&1 || code=$?
    local found=0 runs taken
    if [ $code != 0 ]; then
        found=1
    fi
    runs=$(figure number_of_executed_units "$log")
    taken=$(sed -n 's/^Done [0-9]* runs in \([0-9]*\) second.*/\1/p' "$log")
    printf '%-14s %5s s %10s executions %7s a second %6s inputs kept %2d findings\n' "$target" "${taken:-?}" \
        "${runs:-?}" "$(figure average_exec_per_sec "$log")" "$(find "$mine" -type f | wc -l)" $found
    if [ $found = 1 ]; then
        grep -m 5 -E '^not so:|ERROR:|runtime error:|Test unit written' "$log" || tail -n 5 "$log"
        return 1
    fi
}
export -f run_one most_bytes figure
export build
# Few frames a block and few freed blocks kept: a finding is run again to be looked at.
export ASAN_OPTIONS=malloc_context_size=3:quarantine_size_mb=32
export LSAN_OPTIONS=suppressions=$PWD/tests/fuzz/leaks.supp:print_suppressions=0

printf '%s\n' "$@" | xargs -n 1 -P 2 bash -c 'run_one "$0" "$1"' "$seconds"
