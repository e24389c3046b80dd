#!/usr/bin/env bash
# all.sh PROGRAM SHIM: every fault of tests/faults, many of each kind; the tests of CI are the same with a few. Prints a line
# of figures a kind. SHIM is libfault_shim.so of the build, PROGRAM koppelkans of a release build.
set -euo pipefail

here=$(dirname "${BASH_SOURCE[0]}")
python=(/usr/bin/python3 -B)
code=0
for test in "writes_test.py $2" "together_test.py $2" kills_test.py limits_test.py; do
    read -ra words <<<"$test"
    "${python[@]}" "$here/${words[0]}" "$1" "${words[@]:1}" --all || code=1
done
exit $code
