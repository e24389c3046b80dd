#!/usr/bin/env bash
# nightly.sh: what is too slow for tools/test.sh, in one command; every step must pass.
#   1. clang-tidy with its static analyser, over every source file
#   2. the properties of the analysis on ten times as many random towns, under the sanitizers
#   3. the unit tests in valgrind
# Prints a line a step with the seconds it took.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools/install_dependencies.sh nightly

configure() {
    if ! grep -qs '^KOPPELKANS_TESTS:BOOL=ON$' "build/$1/CMakeCache.txt" ||
        [ ! -f "build/$1/build.ninja" ]; then
        cmake --preset "$1" -DKOPPELKANS_TESTS=ON
    fi
}

# step NAME COMMAND...
step() {
    local began=$SECONDS
    echo "== $1"
    "${@:2}"
    echo "== $1: passed in $((SECONDS - began)) s"
}

more_random_towns() {
    RC_PARAMS="max_success=1000" ctest --test-dir build/asan --output-on-failure --no-tests=error \
        --parallel "$(nproc)" --tests-regex 'Propert'
}

# The tests that wait for signals measure time, which valgrind stretches.
in_valgrind() {
    local program
    for program in build/dev/tests/*/test_*; do
        if [ -f "$program" ] && [ -x "$program" ]; then
            echo "$program"
            valgrind --quiet --error-exitcode=1 --leak-check=no \
                "$program" --gtest_brief=1 --gtest_filter='-StopSignal*'
        fi
    done
}

configure asan
configure dev
configure tidy
cmake --build --preset asan
cmake --build --preset dev
step "static analysis" tools/tidy.sh full
step "more random towns" more_random_towns
step "valgrind" in_valgrind
