#!/usr/bin/env bash
# demo.sh: installs what is missing, builds the program and finds the koppelkansen of Voorbeeldstad.
# A second call builds only what has changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools/install_dependencies.sh demo

# $1: the preset. Configures once; ninja looks after changes itself.
configure() {
    if [ ! -f "build/$1/build.ninja" ]; then
        cmake --preset "$1" "${@:2}"
    fi
}

# The tests need more packages than the demo, so a tree that was made for them is left as it is.
configure release -DKOPPELKANS_TESTS=OFF
cmake --build --preset release --target koppelkans man_pages

mkdir -p build/demo
result=build/demo/koppelkansen.gpkg
echo
echo "koppelkans run data/voorbeeldstad/koppelkans.toml --output $result --overwrite"
echo
build/release/tools/koppelkans/koppelkans run data/voorbeeldstad/koppelkans.toml \
    --output "$result" --overwrite
echo
echo "It lies in $PWD/$result"
