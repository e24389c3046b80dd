#!/usr/bin/env bash
# run_case.sh KOPPELKANS CASE: runs a golden case against the real program and compares all that it
# gives. A case is a folder with
#   cmd        bash, run in a copy of small/; `koppelkans` is the program, $REPO the repository
#   stdout     what must come out; absent: nothing
#   stderr     what must come out there; absent: nothing
#   exit       the exit code; absent: 0
#   normalise  a sed script over stdout, for what differs by machine (optional; the exception)
# With GOLDEN_UPDATE=1 the expected files are written instead; look at `git diff` then.
set -euo pipefail

program=$(realpath "$1")
case_folder=$(realpath "$2")
REPO=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../..")
export REPO LC_ALL=C.UTF-8
unset SOURCE_DATE_EPOCH CPL_DEBUG

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$program" "$scratch/bin/koppelkans"
cp -r "$REPO/tests/golden/small" "$scratch/here"

got_exit=0
(cd "$scratch/here" && PATH="$scratch/bin:$PATH" bash -eu -o pipefail "$case_folder/cmd") \
    >"$scratch/stdout" 2>"$scratch/stderr" </dev/null || got_exit=$?
if [ -f "$case_folder/normalise" ]; then
    sed -E -i -f "$case_folder/normalise" "$scratch/stdout"
fi

if [ "${GOLDEN_UPDATE:-0}" = 1 ]; then
    for stream in stdout stderr; do
        rm -f "$case_folder/$stream"
        if [ -s "$scratch/$stream" ]; then
            cp "$scratch/$stream" "$case_folder/$stream"
        fi
    done
    rm -f "$case_folder/exit"
    if [ "$got_exit" != 0 ]; then
        echo "$got_exit" >"$case_folder/exit"
    fi
    exit 0
fi

differs=0
for stream in stdout stderr; do
    expected=$case_folder/$stream
    if [ ! -f "$expected" ]; then
        expected=/dev/null
    fi
    diff -u --label "expected $stream" --label "$stream" "$expected" "$scratch/$stream" || differs=1
done
expected_exit=0
if [ -f "$case_folder/exit" ]; then
    expected_exit=$(cat "$case_folder/exit")
fi
if [ "$got_exit" != "$expected_exit" ]; then
    echo "exit code $got_exit, expected $expected_exit"
    differs=1
fi
exit $differs
