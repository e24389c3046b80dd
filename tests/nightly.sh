#!/usr/bin/env bash
# nightly.sh [SECONDS]: what is too slow for every change. Run it after tools/test.sh, whose builds it uses.
#   1. the properties with new random towns, ten times as many
#   2. memcheck over every test program and the program itself, the thread sanitizer over all that runs on threads,
#      and what is large under the sanitizers: the data of others, workbooks of a million rows
#      and the whole of the tests that tools/test.sh has in short (label night): rooms under the sanitizers, reports in
#      tidy and Chromium, the plugin, the package, the other kernels whose instructions are counted, the definitions on
#      real data
#   3. the stand-ins for GEOS on 300,000 random shapes
#   4. the fuzzers, SECONDS each (60 without it), from where they were last
#   5. the worst buurt, timed
#   6. PostGIS as a source, on a temporary server
#   7. the Debian package and its plugin in a new Debian with QGIS
#   8. the workbook of a report, opened by LibreOffice
#   9. hostile files: 20,000 made from seeds, and all that is nasty, large ones too, also under the sanitizers
#  10. faults in the middle of run and report, many of each kind; limits of memory
#  11. the mutation check of the rooms time and analysis
#  12. clang-tidy with its static analyser, which test.sh leaves out for its cost
# What was last run and seen stands in tests/README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

build=build/release
if [ ! -x "$build/tests/analysis/test_analysis" ]; then
    echo "nightly.sh: no tests in $build; run tools/test.sh first" >&2
    exit 2
fi
cmake --build --preset release --target bench_worst_buurt

seed=$(date +%s)
echo "properties with RC_PARAMS=\"seed=$seed max_success=1000\""
RC_PARAMS="seed=$seed max_success=1000" \
    "$build/tests/analysis/test_analysis" --gtest_filter='Properties.*' --gtest_brief=1

tests/valgrind.sh "$build"
tests/tsan.sh
build/asan/tests/real/test_real --gtest_brief=1
build/asan/tests/io/test_sources --gtest_filter='RealDataTest.*' --gtest_brief=1
build/asan/tests/io/test_reports --gtest_filter='LargeWorkbooks.*:Workbooks.say_how_many_rows_found_no_place' --gtest_brief=1

ctest --test-dir build/all --output-on-failure --no-tests=error --label-regex night --parallel "$(nproc)"

KOPPELKANS_RANDOM_CASES=300000 \
    "$build/tests/geometry/test_geometry" --gtest_filter='*OnRandom*' --gtest_brief=1

tests/fuzz/run.sh "${1:-60}"

"$build/tests/bench/bench_worst_buurt" --benchmark_min_time=0.01

# 77: a package of theirs is missing, or a right, which they say
tests/postgis/postgis_test.sh "$build/tools/koppelkans/koppelkans" . || [ $? = 77 ]

tests/package/clean_root_test.sh "$build" . qgis || [ $? = 77 ]

tests/reports/libreoffice_test.sh "$build/tools/koppelkans/koppelkans" || [ $? = 77 ]

program=$build/tools/koppelkans/koppelkans
tests/fuzz/files.sh 20000
tests/nasty/nasty_test.py "$program" --all
tests/nasty/nasty_test.py build/asan/tools/koppelkans/koppelkans --seconds 300

tests/faults/all.sh "$program" "$build/tests/faults/libfault_shim.so"
tests/tools/memory_test.sh "$program" 40

tests/mutation/run.sh

tools/tidy.sh full
