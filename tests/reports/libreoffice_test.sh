#!/usr/bin/env bash
# libreoffice_test.sh PROGRAM: the workbook of voorbeeldstad as LibreOffice opens it: each sheet has as many rows as its
# layer, and no cell is an error. Ends in 77 where LibreOffice is not there.
set -euo pipefail

program=$1
repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
if ! command -v soffice >/dev/null; then
    echo "skipped: LibreOffice is not there (package libreoffice-calc-nogui)"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$program" run "$repo/data/voorbeeldstad/koppelkans.toml" --output "$folder/result.gpkg" --quiet
"$program" report "$folder/result.gpkg" -o "$folder/report" --format xlsx --quiet
# The last -1: a file for each sheet, named after it. The profile is its own: another LibreOffice may run.
soffice -env:UserInstallation="file://$folder/profile" --headless \
    --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' \
    --outdir "$folder/csv" "$folder/report/koppelkansen.xlsx" >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }

for layer in koppelkansen gebiedskansen combinaties risicos buurten opgaven afgekeurd; do
    sheet=${layer^}
    [ "$layer" != risicos ] || sheet="Risico's"
    # A text may hold line feeds: count records, not lines.
    rows=$(python3 -c 'import csv, sys; print(sum(1 for _ in csv.reader(open(sys.argv[1], newline=""))) - 1)' \
        "$folder/csv/koppelkansen-$sheet.csv")
    expected=$(sqlite3 "$folder/result.gpkg" "SELECT count(*) FROM $layer")
    if [ "$rows" != "$expected" ]; then
        echo "libreoffice_test.sh: the sheet $sheet has $rows rows, the layer $layer $expected" >&2
        exit 1
    fi
    echo "$sheet: $rows rows"
done
if grep -nE '(^|,)(#(REF|NAME|VALUE|DIV/0|N/A)|Err:[0-9])' "$folder"/csv/*.csv; then
    echo "libreoffice_test.sh: a cell is an error" >&2
    exit 1
fi
