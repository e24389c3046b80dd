#!/usr/bin/env bash
# lint_man_pages.sh MANDOC FOLDER: every page of the folder must pass mandoc without a warning.
set -euo pipefail
mandoc=$1
folder=$2
shopt -s nullglob
pages=("$folder"/*.1)
if [ ${#pages[@]} -lt 2 ]; then
    echo "no man pages in $folder" >&2
    exit 1
fi
"$mandoc" -Tlint -Wwarning "${pages[@]}"
echo "${#pages[@]} pages are clean"
