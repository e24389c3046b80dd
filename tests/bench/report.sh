#!/usr/bin/env bash
# report.sh PLANS [--buurten N] [--pdf] [--program FILE] [--folder FOLDER]: makes plans, runs koppelkans on
# them, and times its report, each format as a whole process: seconds, pages a second and peak memory. PDF
# takes a second or more a page on each core, so it is left out unless asked for.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage() {
    sed -n '2,4s/^# \{0,1\}//p' tests/bench/report.sh >&2
    exit 2
}

[[ ${1:-} =~ ^[0-9]+$ ]] || usage
plans=$1
shift
buurten=$((plans / 60))
formats="html xlsx csv"
program=build/release/tools/koppelkans/koppelkans
folder=build/bench/report-$plans
while [ $# -gt 0 ]; do
    case $1 in
    --buurten) buurten=${2:?} && shift ;;
    --pdf) formats="$formats pdf" ;;
    --program) program=${2:?} && shift ;;
    --folder) folder=${2:?} && shift ;;
    *) usage ;;
    esac
    shift
done
mkdir -p "$folder"
[ -f "$folder/koppelkans.toml" ] || tests/bench/generate "$folder" "$plans" "$buurten"
"$program" run "$folder/koppelkans.toml" --output "$folder/result.gpkg" --overwrite --quiet

echo "| format | files | MB | wall s | pages a second | CPU s | peak MiB |"
echo "|---|---|---|---|---|---|---|"
for format in $formats; do
    rm -rf "$folder/report"
    /usr/bin/time --output="$folder/time" --format='%e %U %S %M' \
        "$program" report "$folder/result.gpkg" -o "$folder/report" --format "$format" --quiet
    read -r wall user system kibibytes <"$folder/time"
    files=$(find "$folder/report" -name "*.$format" | wc -l)
    megabytes=$(du -s --apparent-size --block-size=1MB "$folder/report" | cut -f 1)
    awk -v format="$format" -v files="$files" -v mb="$megabytes" -v wall="$wall" -v user="$user" \
        -v sys="$system" -v kib="$kibibytes" 'BEGIN {
        pages = format == "html" || format == "pdf" ? sprintf("%.0f", files / wall) : ""
        printf "| %s | %d | %d | %.1f | %s | %.1f | %.0f |\n", format, files, mb, wall, pages, user + sys, kib / 1024
    }'
done
