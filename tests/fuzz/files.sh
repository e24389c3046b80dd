#!/usr/bin/env bash
# files.sh FILES [FIRST]: makes FILES hostile files (20,000 say), four to a scene, gives them to the
# sanitized job and says what came of them, 2 pieces at a time. A scene that ends the program is a
# finding: its seed is printed, the piece goes on behind it, and the exit code is then 1. FIRST is the
# seed to begin with (1), so that a long run can go on where another ended. To look at a finding:
# build/asan/tests/fuzz/fuzz_files SEED 1 FOLDER; koppelkans run FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

scenes=$((${1:?usage: files.sh FILES [FIRST]} / 4))
first=${2:-1}
cmake --build --preset asan --target fuzz_files >&2
logs=$PWD/build/asan/files
mkdir -p "$logs"

piece() {
    local seed=$1 end=$2 log=$logs/$1.log code=0
    export TMPDIR=$logs/scene-$1 # what a finding leaves behind goes with it
    mkdir -p "$TMPDIR"
    while [ "$seed" -lt "$end" ]; do
        build/asan/tests/fuzz/fuzz_files "$seed" $((end - seed)) >"$log" 2>&1 && break
        seed=$(grep -a '^seed ' "$log" | tail -n 1 | cut -d ' ' -f 2)
        echo "finding at seed $seed: $(grep -a -m 1 -E '^not|ERROR:|runtime error:|what\(\)' "$log")"
        cp "$log" "$logs/finding-$seed.log"
        seed=$((seed + 1))
        code=1
    done
    rm -rf "$TMPDIR"
    grep -a ' files in ' "$log" || true
    return $code
}
export -f piece
export logs
export ASAN_OPTIONS=malloc_context_size=2:quarantine_size_mb=8:hard_rss_limit_mb=4000
export LSAN_OPTIONS=suppressions=$PWD/tests/fuzz/leaks.supp:print_suppressions=0
for ((at = first; at < first + scenes; at += 250)); do
    end=$((at + 250 < first + scenes ? at + 250 : first + scenes))
    echo "$at $end"
done | xargs -n 2 -P 2 bash -c 'piece "$0" "$1"'
