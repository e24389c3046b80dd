#!/usr/bin/env bash
# copy.sh DATA KOPPELKANSEN OUT: copies all inputs and the rows of a finished koppelkansen layer to one
# GeoPackage with ogr2ogr, and does nothing else: the least that reading and writing can cost.
set -euo pipefail
data=$1
koppelkansen=$2
out=$3

rm -f "$out"
ogr2ogr -f GPKG "$out" "$data/buurten.gpkg" buurten
for source in riool warmte herinrichting wegen kabels groen; do
    ogr2ogr -f GPKG -update "$out" "$data/$source.gpkg" "$source"
done
ogr2ogr -f GPKG -update "$out" "$koppelkansen" koppelkansen
