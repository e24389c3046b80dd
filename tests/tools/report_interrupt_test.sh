#!/usr/bin/env bash
# report_interrupt_test.sh KOPPELKANS REPOSITORY: stops a report by Ctrl-C and by SIGTERM while its
# pages are printed. It must be gone within a second with 130 or 143 and say so; its printers must be
# gone as well, nothing may be left behind, and the old report must be as it was.
set -euo pipefail
set -m # jobs get signals as from a terminal; without it bash starts them with SIGINT ignored

program=$(realpath "$1")
repository=$(realpath "$2")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

"$program" run "$repository/data/voorbeeldstad/koppelkans.toml" --output v.gpkg --quiet
"$program" report v.gpkg -o rapport --format html --quiet
old_report=$(find rapport -type f | sort | xargs cksum)

fail() {
    echo "$1" >&2
    find . >&2
    cat messages >&2
    exit 1
}

# Waits until pages are being printed, so that the signal comes in the middle.
wait_for_pdf() {
    for _ in $(seq 600); do
        if [ -n "$(find rapport -name '*.pdf')" ]; then
            return
        fi
        kill -0 "$1" 2>/dev/null || fail "the report ended before it could be stopped"
        sleep 0.05
    done
    fail "no page printed within 30 seconds"
}

stop_by() {
    local signal=$1 expected=$2 code=0 began ended printers printer
    "$program" report v.gpkg -o rapport --progress never >/dev/null 2>messages &
    local run=$!
    wait_for_pdf "$run"
    printers=$(pgrep -P "$run") || fail "no process prints"
    began=$(date +%s%N)
    kill "-$signal" "$run"
    wait "$run" || code=$?
    ended=$(date +%s%N)
    echo "SIG$signal: exit $code after $(((ended - began) / 1000000)) ms"
    [ "$code" = "$expected" ] || fail "exit code $code, expected $expected"
    [ $((ended - began)) -lt 1500000000 ] || fail "it took longer than a second, with half for the machine"
    [ "$(cat messages)" = "koppelkans: stopped; nothing was written" ] || fail "not the message"
    for printer in $printers; do
        ! kill -0 "$printer" 2>/dev/null || fail "the printer $printer is still there"
    done
    [ -z "$(find rapport -name '.koppelkans*')" ] || fail "files were left behind"
    [ "$(find rapport -type f | sort | xargs cksum)" = "$old_report" ] || fail "the old report has changed"
}

stop_by INT 130
stop_by TERM 143
