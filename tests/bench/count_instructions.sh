#!/usr/bin/env bash
# count_instructions.sh PROGRAM KERNEL [--update]: counts with callgrind how many instructions a kernel of
# PROGRAM (bench_counted) takes, and compares with the count recorded in instructions.txt: more or fewer by
# more than 5 % is a failure, since clocks are too noisy to see that. --update records the new count; that
# belongs in a commit of its own, which says why.
set -euo pipefail
program=$1
kernel=$2
record=$(dirname "${BASH_SOURCE[0]}")/instructions.txt
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

valgrind --tool=callgrind --callgrind-out-file="$scratch/out" --collect-atstart=no \
    --toggle-collect="counted_$kernel" "$program" "$kernel" 2>"$scratch/log" || {
    cat "$scratch/log" >&2
    exit 1
}
counted=$(sed -n 's/^summary: *//p' "$scratch/out")
if [ "${counted:-0}" -lt 100000 ]; then
    echo "$kernel: only ${counted:-no} instructions were counted; is counted_$kernel still there?" >&2
    exit 1
fi
if [ "${3:-}" = --update ]; then
    sed -i "/^$kernel /d" "$record"
    echo "$kernel $counted" >>"$record"
    LC_ALL=C sort -o "$record" "$record"
    exit 0
fi
recorded=$(sed -n "s/^$kernel //p" "$record")
echo "$kernel: $counted instructions, recorded $recorded"
if [ -z "$recorded" ] || [ $((counted * 100)) -gt $((recorded * 105)) ] || [ $((counted * 100)) -lt $((recorded * 95)) ]; then
    echo "$kernel: that is not within 5 %; if it is meant, record it: $0 $program $kernel --update" >&2
    exit 1
fi
