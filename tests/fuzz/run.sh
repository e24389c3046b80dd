#!/usr/bin/env bash
# run.sh SECONDS [TARGET...]: builds the fuzzers by the preset for it and runs each (all of them without a name) for
# SECONDS, two at a time; see fuzz.sh. The exit code is 1 where one has a finding.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

seconds=${1:?usage: run.sh SECONDS [TARGET...]}
shift
if [ $# = 0 ]; then
    set -- dates periods configuration geometry texts scans
fi
build=build/fuzz
[ -f $build/build.ninja ] || cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target "${@/#/fuzz_}" >&2
printf '%s\n' "$@" | xargs -n 1 -P 2 tests/fuzz/fuzz.sh $build "$seconds"
