#!/usr/bin/env bash
# test.sh: the demo, and then the tests: units and the real program, once as it is installed and once
# under the address and undefined-behaviour sanitizers, the layout, and clang-tidy. What takes long is here
# in short; the whole of it, the tests of the label night, and clang-tidy's static analyser are run by
# tests/nightly.sh. ctest's summary is the last thing it prints. What was built or found clean before is
# not done again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What only the tests need is installed while the program is built: dpkg keeps one core busy at most. It is never
# left half done.
tools/install_dependencies.sh demo
tools/install_dependencies.sh test &
installing=$!
trap wait EXIT
tools/demo.sh
wait $installing

# configure PRESET: with the tests, once a change of the presets; ninja looks after other changes itself.
configure() {
    if ! grep -qs '^KOPPELKANS_TESTS:BOOL=ON$' "build/$1/CMakeCache.txt" ||
        [ ! build/"$1"/build.ninja -nt CMakePresets.json ]; then
        cmake --preset "$1" -DKOPPELKANS_TESTS=ON
    fi
}

configure release
configure asan
configure tidy
cmake --build --preset release
cmake --build --preset asan
# The loops on threads of the standard library, under the thread sanitizer; all that uses them is for nightly.sh.
configure tsan
cmake --build --preset tsan --target test_parallel_std

# One run of ctest over all of it, so that there is one summary.
mkdir -p build/all
cat >build/all/CTestTestfile.cmake <<END
add_test(lint/format "$PWD/tools/check_format.sh")
add_test(lint/tidy "$PWD/tools/tidy.sh" quick)
set_tests_properties(lint/tidy PROPERTIES PROCESSORS $(nproc) TIMEOUT 3600 COST 300)
add_test(sanitized/threads "$PWD/build/tsan/tests/analysis/test_parallel_std" --gtest_brief=1)
add_test(lint/tidy_finds "$PWD/tests/lint/tidy_test.sh" "$PWD")
add_test(lint/cppcheck "$PWD/tools/cppcheck.sh")
add_test(lint/cppcheck_finds "$PWD/tests/lint/cppcheck_test.sh" "$PWD")
subdirs("$PWD/build/release" "$PWD/build/asan")
END
exec ctest --test-dir build/all --output-on-failure --no-tests=error --label-exclude night --parallel "$(nproc)"
