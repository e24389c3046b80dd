#!/usr/bin/env bash
# qgis_process_test.sh KOPPELKANS ZIP [short]: the plugin as qgis_process runs it, in a profile of its own: enabled, in
# two languages, with files, a configuration, a table and a layer that takes a name; the same counts as the program itself;
# the same report; Ctrl-C. In short a configuration, its report and Ctrl-C. Ends with 77, and says why, where there is
# no qgis_process.
set -euo pipefail
set -m # jobs get signals as from a terminal; without it bash starts them with SIGINT ignored

program=$(realpath "$1")
archive=$(realpath -m "$2")
short=${3:-}
data=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../../data/voorbeeldstad")
# Debian's own script hands qgis_process an option that it does not know.
process=$(command -v qgis_process.bin || command -v qgis_process) || {
    echo "skipped: there is no qgis_process"
    exit 77
}
if [ ! -f "$archive" ]; then
    echo "skipped: $archive is not there; build the target qgis-plugin, which needs lrelease"
    exit 77
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
cp -r "$data" voorbeeldstad # QGIS may write to what it opens
town=$scratch/voorbeeldstad
mkdir profile plugins tmp "plannen é 'n kans"
export QT_QPA_PLATFORM=offscreen QGIS_CUSTOM_CONFIG_PATH=$scratch/profile XDG_RUNTIME_DIR=$scratch
export QGIS_PLUGINPATH=$scratch/plugins TMPDIR=$scratch/tmp KOPPELKANS_PROGRAM=$program PYTHONDONTWRITEBYTECODE=1
python3 -m zipfile -e "$archive" plugins

fail() {
    echo "$1" >&2
    tail -n 40 said errors >&2
    exit 1
}

# run CODE ARGUMENT...: runs qgis_process, its words in `said` and `errors`.
run() {
    local expected=$1 code=0
    shift
    env LC_ALL="${language:-C.UTF-8}" "$process" "$@" >said 2>errors || code=$?
    [ "$code" = "$expected" ] || fail "exit code $code, expected $expected: $*"
}

says() {
    grep -qF -- "$1" said errors || fail "it does not say: $1"
}

# The value of a result, from the JSON of qgis_process.
result() {
    python3 -c 'import json, sys; print(json.load(open("said"))["results"][sys.argv[1]])' "$1"
}

# The rows of a layer, from the JSON of the program.
rows() {
    python3 -c 'import json, sys; print(json.load(open("cli.json"))["lagen"][sys.argv[1]])' "$1"
}

same_rows() {
    for layer in koppelkansen gebiedskansen combinaties risicos opgaven afgekeurd; do
        [ "$(result "AANTAL_${layer^^}")" = "$(rows "$layer")" ] ||
            fail "$layer: $(result "AANTAL_${layer^^}") rows, and $(rows "$layer") of the program itself"
    done
    echo "$1: $(rows koppelkansen) koppelkansen, as the program itself"
}

run 0 plugins enable koppelkans
if [ -z "$short" ]; then
    run 0 list
    says "koppelkans:bepalen	Find koppelkansen"
fi
language=nl_NL.UTF-8 run 0 list
says "koppelkans:bepalen	Koppelkansen bepalen"
says "koppelkans:rapport	Rapport maken"
if [ -z "$short" ]; then
    language=nl_NL.UTF-8 run 0 help koppelkans:controleren
    says "Rijen die zouden afvallen"
fi

output="$scratch/plannen é 'n kans/koppel \"kansen\".gpkg"
"$program" run "$town/koppelkans.toml" --output cli.gpkg --json --progress never >cli.json
run 0 --json run koppelkans:bepalen --CONFIGURATION="$town/koppelkans.toml" --OUTPUT="$output"
[ "$(result OUTPUT)" = "$output" ] || fail "not the output that was named"
[ -f "$output" ] || fail "no result"
same_rows "a configuration"

if [ -z "$short" ]; then
    run 1 run koppelkans:bepalen --CONFIGURATION="$town/koppelkans.toml" --OUTPUT="$output"
    says "it exists already"

    cp "$town"/herinrichting.* "$town/sociale_opgaven.csv" "$town/groen.csv" "plannen é 'n kans"
    cp "$town/kabels_leidingen.fgb" "plannen é 'n kans/telecom.fgb"
    plans=(herinrichting.shp sociale_opgaven.csv groen.csv telecom.fgb)
    plans=("${plans[@]/#/"plannen é 'n kans/"}")
    "$program" run --buurten "$town/buurten.gpkg" "${plans[@]}" --crs EPSG:28992 --peildatum 2026-11-22 \
        --output cli.gpkg --overwrite --json --progress never >cli.json
    run 0 --json run koppelkans:bepalen "${plans[@]/#/--PLANS=}" --BUURTEN="$town/buurten.gpkg|layername=buurten" \
        --CRS=EPSG:28992 --PEILDATUM=2026-11-22 --OVERWRITE=true --OUTPUT="$output"
    same_rows "files"

    run 0 --json run koppelkans:controleren --CONFIGURATION="$town/koppelkans.toml" --REPORT="$scratch/verslag.html"
    [ "$(result GELEZEN)" = 247 ] || fail "not 247 rows read"
    grep -q "zodra het kan" verslag.html || fail "no account in the report"

    run 0 --json run koppelkans:configuratie --FOLDER="$scratch/plannen é 'n kans" --CRS=EPSG:28992
    [ "$(result OUTPUT)" = "$scratch/plannen é 'n kans/koppelkans.toml" ] || fail "not the configuration in the folder"
fi

export SOURCE_DATE_EPOCH=1800000000
"$program" report "$output" -o cli_rapport --per wijk --format html,csv --lang nl --quiet
language=nl_NL.UTF-8 run 0 --json run koppelkans:rapport --RESULT="$output" --PER=wijk --FORMATS=html --FORMATS=csv \
    --OUTPUT="$scratch/plannen é 'n kans/rapport"
[ "$(result INDEX)" = "$scratch/plannen é 'n kans/rapport/index.html" ] || fail "not the overview of the report"
diff -r cli_rapport "plannen é 'n kans/rapport" || fail "not the report of the program itself"
echo "a report: $(find "plannen é 'n kans/rapport/wijk" -name '*.html' | wc -l) wijken, as by the program itself"
unset SOURCE_DATE_EPOCH
if [ -z "$short" ]; then
    run 0 run koppelkans:rapport --RESULT="$output" --FORMATS=xlsx --OUTPUT=TEMPORARY_OUTPUT
    says "Wrote $scratch/tmp/processing_" # and takes it away when it ends
    run 1 run koppelkans:rapport --RESULT="$output" --OUTPUT="$town"
    says "this folder holds files that are no report"

    KOPPELKANS_PROGRAM=/nowhere/koppelkans run 1 run koppelkans:controleren --CONFIGURATION="$town/koppelkans.toml"
    says "/nowhere/koppelkans is no program that can be run"
    run 1 run koppelkans:bepalen --CONFIGURATION="$scratch/weg.toml" --OUTPUT="$scratch/x.gpkg"
    says "weg.toml: there is no such file"
fi

# Neither process stays, whether Ctrl-C ends qgis_process or a crash, and the old result is as it was.
awk 'BEGIN { print "id,start,wkt"
    for (i = 0; i < 1500; ++i)
        printf "%d,2027,\"LINESTRING (%d 441000, %d 446000)\"\n", i, 171000 + 2 * i, 171000 + 2 * i }' \
    >rioolvervanging.csv
awk 'BEGIN { print "id,start,wkt"
    for (i = 0; i < 1500; ++i)
        printf "%d,2027,\"LINESTRING (171000 %d, 175000 %d)\"\n", i, 441000 + 2 * i, 441000 + 2 * i }' >warmtenet.csv
old_result=$(cksum <"$output")

# Sets `temporary` to the file that the run writes beside the target.
wait_for_temporary_file() {
    for _ in $(seq 600); do
        temporary=$(find "plannen é 'n kans" -name '.koppel*.gpkg.tmp-*.gpkg' -print -quit)
        [ -z "$temporary" ] || return 0
        kill -0 "$1" 2>/dev/null || fail "the run ended before it could be stopped"
        sleep 0.05
    done
    fail "no temporary file within 30 seconds"
}

# stopped_by SIGNAL SECONDS: sends it to qgis_process, halfway; the program is gone within so many seconds.
stopped_by() {
    "$process" run koppelkans:bepalen --PLANS="$scratch/rioolvervanging.csv" --PLANS="$scratch/warmtenet.csv" \
        --BUURTEN="$town/buurten.gpkg" --CRS=EPSG:28992 --OVERWRITE=true --OUTPUT="$output" >said 2>errors &
    local run=$! child began
    wait_for_temporary_file "$run"
    child=${temporary##*.tmp-}
    child=${child%%-*}
    kill -0 "$child" || fail "the program does not run"
    began=$(date +%s%N)
    kill "-$1" "$run"
    while kill -0 "$child" 2>/dev/null; do
        [ $(($(date +%s%N) - began)) -lt $(($2 * 1000000000)) ] || fail "the program still runs $2 s after SIG$1"
        sleep 0.02
    done
    echo "SIG$1: gone after $((($(date +%s%N) - began) / 1000000)) ms"
    wait "$run" || true
    [ -z "$(find "plannen é 'n kans" -name '.koppel*')" ] || fail "a temporary file was left behind"
    [ "$(cksum <"$output")" = "$old_result" ] || fail "the old result has changed"
}

stopped_by INT 2
[ -z "$(find tmp -name 'koppelkans-*')" ] || fail "a temporary folder was left behind"
if [ -z "$short" ]; then
    stopped_by KILL 5 # nothing but the end of its terminal tells the program
fi
