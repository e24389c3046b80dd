#!/usr/bin/env bash
# memory_test.sh KOPPELKANS STEPS: runs with less memory than they need end with 1 and one sentence,
# leave no file behind and the old result as it was. Once by --max-memory, which the program holds
# itself; then STEPS times by a limit that the system holds (as a container without swap does), from
# what starting takes to what the run takes, with one thread and with two: each step has another
# allocation fail, in our own code, in GEOS, GDAL, PROJ or SQLite.
set -euo pipefail

program=$(realpath "$1")
steps=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

fail() {
    echo "memory_test.sh: $1" >&2
    cat messages >&2
    ls -lA >&2
    exit 1
}

# 400 polygons of 5,000 vertices side by side: cheap to work on, and more than 100 MB.
cat >buurten.geojson <<'END'
{ "type": "FeatureCollection", "name": "buurten",
  "crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::28992" } },
  "features": [ { "type": "Feature", "properties": { "buurtcode": "BU00010001", "buurtnaam": "Een" },
    "geometry": { "type": "Polygon", "coordinates":
      [[[100000,400000],[200000,400000],[200000,500000],[100000,500000],[100000,400000]]] } } ] }
END
awk 'BEGIN { print "id,start,wkt"
    for (i = 0; i < 400; ++i) {
        printf "%d,2027,\"POLYGON ((", i
        for (j = 0; j <= 5000; ++j) {
            angle = (j % 5000) * 6.283185307 / 5000; radius = 1000 + 50 * ((j % 5000) % 2)
            printf "%s%.3f %.3f", j ? "," : "", 102000 + 2400 * (i % 20) + radius * cos(angle),
                402000 + 2400 * int(i / 20) + radius * sin(angle)
        }
        print "))\"" } }' >rioolvervanging.csv
printf 'id,start,wkt\n1,2027,"POINT (150000 450000)"\n' >groen.csv
"$program" run --buurten buurten.geojson groen.csv --crs EPSG:28992 --output kansen.gpkg --quiet
old_result=$(cksum <kansen.gpkg)
cp kansen.gpkg old.gpkg
touch messages out
here=$(ls -A)

# limited NAME SENTENCE COMMAND...: the run as it should end
limited() {
    local name=$1 sentence=$2 code=0
    shift 2
    "$@" run --buurten buurten.geojson rioolvervanging.csv --crs EPSG:28992 \
        --output kansen.gpkg --overwrite --progress never "${options[@]}" >out 2>messages || code=$?
    if [ $code = 0 ] && [ "$name" != max-memory ]; then
        cp old.gpkg kansen.gpkg
        return 1 # it was enough
    fi
    [ $code = 1 ] || fail "$name ended in $code"
    [ "$(wc -l <messages)" = 1 ] || fail "$name: not one sentence"
    grep -qE "^koppelkans: $sentence" messages || fail "$name said something else"
    [ "$(ls -A)" = "$here" ] || fail "$name left files"
    [ "$(cksum <kansen.gpkg)" = "$old_result" ] || fail "$name changed the old result"
}

options=(--max-memory 150M)
limited max-memory "this needs more memory than the 150M of --max-memory; .*nothing was written$" "$program"

command -v prlimit >/dev/null || { echo "memory_test.sh: no limits by the system, prlimit (util-linux) is missing"; exit 0; }
held=0
for ((step = 0; step < steps; ++step)); do
    options=(--jobs $((1 + step % 2)))
    bytes=$(((60 + step * 90 / steps) * 1000000))
    if limited "a limit of $bytes bytes" "(the system gives no more memory|.*[Oo]ut of memory|.*emory)" \
        prlimit --data=$bytes -- "$program"; then
        held=$((held + 1))
    fi
done
[ $held -gt 0 ] || fail "no limit was low enough to matter"
echo "150M held by the program; $held of $steps limits of the system ended in a sentence"
