#!/usr/bin/python3
"""Draws data/voorbeeldstad: a made-up municipality with its plans, the same each time.

    generate.py            writes data/voorbeeldstad (koppelkans.toml is kept by hand)
    generate.py --check    draws it elsewhere and compares; exit 1 if it differs
"""
import argparse
import sys
import tempfile
from pathlib import Path

from osgeo import gdal, ogr, osr

import sources
import write
from compare import differences
from town import Town

TARGET = Path(__file__).resolve().parents[2] / "data" / "voorbeeldstad"
RESULT = "koppelkansen.gpkg"  # what an analysis writes beside the plans
MADE = {".gpkg", ".shp", ".shx", ".dbf", ".prj", ".geojson", ".csv", ".fgb", ".xlsx"}


def draw(folder):
    town = Town()
    write.geopackage(folder, sources.buurten(town))
    write.geopackage(folder, *sources.ground(town), index=False)
    for layer in (sources.rioolvervanging, sources.wegonderhoud, sources.klimaat, sources.woningen,
                  sources.bouw):
        write.geopackage(folder, layer(town))
    write.shapefile(folder, sources.herinrichting(town))
    write.flatgeobuf(folder, sources.kabels(town))
    for layer in sources.warmtenet(town):
        write.geojson(folder, layer)
    write.spreadsheet(folder, sources.wijkagenda())
    write.table(folder / "groen.csv", *sources.groen(town))
    write.table(folder / "speelplekken.csv", *sources.speelplekken(town), encoding="cp1252")
    write.table(folder / "sociale_opgaven.csv", *sources.sociaal(town), encoding="utf-8-sig")


def clear(folder):
    """Takes away what an earlier run wrote, but not the result of an analysis."""
    for path in sorted(folder.iterdir()):
        if path.suffix in MADE and path.name != RESULT:
            path.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--out", type=Path, default=TARGET, help="folder to write into")
    options = parser.parse_args()
    for library in (gdal, ogr, osr):
        library.UseExceptions()
    if not options.check:
        options.out.mkdir(parents=True, exist_ok=True)
        clear(options.out)
        draw(options.out)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        draw(Path(folder))
        found = differences(Path(folder), options.out, MADE, RESULT)
    print("\n".join(found) or "voorbeeldstad is as the generator draws it")
    return 1 if found else 0


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main())
