#!/usr/bin/env bash
# spatialite.sh DATA OUT: the layer koppelkansen by spatialite.sql in one process of SQLite, and the
# rows to a GeoPackage by ogr2ogr.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
data=$1
out=$2
database=$out.sqlite

rm -f "$out" "$database"
{
    echo ".load mod_spatialite"
    for source in buurten riool warmte herinrichting wegen kabels groen; do
        echo "ATTACH 'file:$data/$source.gpkg?immutable=1' AS \"in_$source\";"
    done
    cat "$here/spatialite.sql"
} | sqlite3 -bail "$database" >/dev/null
ogr2ogr -f GPKG "$out" "$database" koppelkansen -nlt MULTIPOLYGON
rm -f "$database"
