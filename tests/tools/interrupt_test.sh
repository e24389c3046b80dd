#!/usr/bin/env bash
# interrupt_test.sh KOPPELKANS: stops a long run by Ctrl-C and by SIGTERM, in the middle of its
# analysis. It must be gone within a second with 130 or 143, say so, leave no file behind and the old
# result as it was.
set -euo pipefail
set -m # jobs get signals as from a terminal; without it bash starts them with SIGINT ignored

program=$(realpath "$1")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

# Two sets of 1,500 lines that all cross: two million overlaps, minutes of work.
cat >buurten.geojson <<'END'
{ "type": "FeatureCollection", "name": "buurten",
  "crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::28992" } },
  "features": [ { "type": "Feature", "properties": { "buurtcode": "BU00010001", "buurtnaam": "Een" },
    "geometry": { "type": "Polygon", "coordinates":
      [[[100000,400000],[200000,400000],[200000,500000],[100000,500000],[100000,400000]]] } } ] }
END
awk 'BEGIN { print "id,start,wkt"
    for (i = 0; i < 1500; ++i)
        printf "%d,2027,\"LINESTRING (%d 401000, %d 499000)\"\n", i, 101000 + 60 * i, 101000 + 60 * i }' \
    >rioolvervanging.csv
awk 'BEGIN { print "id,start,wkt"
    for (i = 0; i < 1500; ++i)
        printf "%d,2027,\"LINESTRING (101000 %d, 199000 %d)\"\n", i, 401000 + 60 * i, 401000 + 60 * i }' \
    >warmtenet.csv
printf 'id,start,wkt\n1,2027,"POINT (150000 450000)"\n' >groen.csv
"$program" run --buurten buurten.geojson groen.csv --crs EPSG:28992 --output kansen.gpkg --quiet
old_result=$(cksum <kansen.gpkg)
touch before messages
ls -A >before

fail() {
    echo "$1" >&2
    ls -lA >&2
    cat messages >&2
    exit 1
}

# Waits until the run writes its file beside the target, so that the signal comes in the middle.
wait_for_temporary_file() {
    for _ in $(seq 600); do
        if [ -n "$(ls -A | grep -vxFf before)" ]; then
            return
        fi
        kill -0 "$1" 2>/dev/null || fail "the run ended before it could be stopped"
        sleep 0.05
    done
    fail "no temporary file within 30 seconds"
}

stop_by() {
    local signal=$1 expected=$2 code=0 began ended
    "$program" run --buurten buurten.geojson rioolvervanging.csv warmtenet.csv --crs EPSG:28992 \
        --output kansen.gpkg --overwrite --progress never >/dev/null 2>messages &
    local run=$!
    wait_for_temporary_file "$run"
    began=$(date +%s%N)
    kill "-$signal" "$run"
    wait "$run" || code=$?
    ended=$(date +%s%N)
    echo "SIG$signal: exit $code after $(((ended - began) / 1000000)) ms"
    [ "$code" = "$expected" ] || fail "exit code $code, expected $expected"
    [ $((ended - began)) -lt 1500000000 ] || fail "it took longer than a second, with half for the machine"
    [ "$(cat messages)" = "koppelkans: stopped; nothing was written" ] || fail "not the message"
    [ -z "$(ls -A | grep -vxFf before)" ] || fail "files were left behind"
    [ "$(cksum <kansen.gpkg)" = "$old_result" ] || fail "the old result has changed"
}

stop_by INT 130
stop_by TERM 143
