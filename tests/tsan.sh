#!/usr/bin/env bash
# tsan.sh [PLANS]: the thread sanitizer over all that runs on several threads, by the preset tsan, whose loops run on
# threads of the standard library: the loops themselves, the analysis, jobs and reports with all of their tests; the
# program on voorbeeldstad and on PLANS (3,000 without it) made-up plans, and a report of each, on four threads, whose
# pages are those of one thread. Prints a line each: what came of it, how many findings,
# how long. 1 when anything was found or failed. What libraries do themselves stands in tsan.supp.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

plans=${1:-3000}
build=build/tsan
tests=(analysis/test_parallel_std geometry/test_geometry analysis/test_analysis io/test_job io/test_report_job)
[ -f $build/build.ninja ] || cmake --preset tsan >/dev/null
cmake --build --preset tsan --target koppelkans "${tests[@]##*/}" >&2

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export SOURCE_DATE_EPOCH=1764288000
export TSAN_OPTIONS="suppressions=$PWD/tests/tsan.supp exitcode=66 history_size=4"
# Fewer random shapes and towns: one thread works on each.
export KOPPELKANS_RANDOM_CASES=${KOPPELKANS_RANDOM_CASES:-300} RC_PARAMS=${RC_PARAMS:-max_success=10}

failed=0
# run NAME COMMAND...: a line about it, and all that it said when something was found.
run() {
    local name=$1 start=$SECONDS code=0 found
    shift
    "$@" >"$scratch/said" 2>&1 || code=$?
    found=$(grep -c 'WARNING: ThreadSanitizer' "$scratch/said" || true)
    printf '%-30s code %2d %3d findings %5d s\n' "$name" "$code" "$found" $((SECONDS - start))
    if [ "$code" != 0 ]; then
        head -n 200 "$scratch/said"
        failed=1
    fi
}
for test in "${tests[@]}"; do
    run "$(basename "$test")" $build/tests/"$test" --gtest_brief=1
done

koppelkans=$build/tools/koppelkans/koppelkans
tests/bench/generate "$scratch/town" "$plans" >/dev/null
cp -r data/voorbeeldstad "$scratch"
for town in voorbeeldstad town; do
    run "run $town --jobs 4" $koppelkans run "$scratch/$town" --output "$scratch/$town.gpkg" --jobs 4 --quiet
    for jobs in 4 1; do
        run "report $town --jobs $jobs" $koppelkans report "$scratch/$town.gpkg" --output "$scratch/$town.report$jobs" \
            --format html,xlsx,csv --jobs $jobs --quiet
    done
    run "the pages of one thread" diff -r "$scratch/$town.report4" "$scratch/$town.report1"
done
exit $failed
