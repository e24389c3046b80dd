#!/usr/bin/env bash
# pictures.sh PROGRAM: draws the pictures of the README anew, data/report/*.png: the tops of two pages of
# the report of voorbeeldstad, as Chromium shows them. Look at them before they go in.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export SOURCE_DATE_EPOCH=1795305600 # 2026-11-22, the peildatum of voorbeeldstad

"$program" run data/voorbeeldstad/koppelkans.toml --output "$scratch/voorbeeldstad.gpkg" --quiet
"$program" report "$scratch/voorbeeldstad.gpkg" -o "$scratch/rapport" --format html,xlsx --quiet

# picture PAGE HEIGHT FILE
picture() {
    chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --window-size=1100,"$2" \
        --screenshot="$3" "file://$scratch/rapport/$1" >/dev/null 2>&1
    echo "$3: $(stat --format=%s "$3") bytes"
}
picture index.html 1150 data/report/overzicht.png
picture buurt/BU99990203.html 1500 data/report/buurt.png
