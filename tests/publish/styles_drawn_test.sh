#!/usr/bin/env bash
# styles_drawn_test.sh REPO: tools/styles/draw.py draws a file for each layer from the palette, and QGIS
# and other readers of XML can read them. What lies in styles/ may have been edited since.
set -euo pipefail
repo=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$repo/tools/styles/draw.py" "$scratch"
for file in "$repo"/styles/*.qml "$repo"/styles/*.sld; do
    if [ ! -s "$scratch/$(basename "$file")" ]; then
        echo "draw.py drew no $(basename "$file")"
        exit 1
    fi
done
/usr/bin/python3 - "$scratch" <<'END'
import glob, sys
from xml.etree import ElementTree
files = glob.glob(sys.argv[1] + "/*.qml") + glob.glob(sys.argv[1] + "/*.sld")
assert len(files) == 23, files
for file in files:
    ElementTree.parse(file)
END
