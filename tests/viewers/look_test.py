#!/usr/bin/python3
"""look_test.py PROGRAM: what a person sees who drags a result into QGIS, by the tool that lists what is missing.

The tool lies beside the checkout and counts as missing what the contract asks for: rows without geometry (an
opgave of a whole gebied) and geometry as read, faults and all (afgekeurd). So for a whole result each of its
lines must be one of these, with the very count that the file holds; layers whose every row has a place must end
in 0 problems, and so must a result in which nothing was found.
"""
import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import support

TOOL = support.SHARED / "tools" / "qgis_look.py"
SCHAERBEEK = support.REPO / "tests" / "real" / "schaerbeek_2026_04.toml"
WITH_A_PLACE = "koppelkansen,combinaties,risicos,buurten,wijken,gemeenten,werkgebieden,koppelkansen_totaal"


def problems(result):
    done = subprocess.run(["/usr/bin/python3", TOOL, "--json", result], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)["problems"]


def asked_for_by_the_contract(result):
    """The lines that SPEC §7 makes the tool say, counted by GDAL alone."""
    from osgeo import gdal, ogr
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    dataset = ogr.Open(str(result))
    lines = []
    for name in ("afgekeurd", "gebiedskansen", "opgaven"):
        # A geometry lives as long as its feature.
        shapes = [feature.GetGeometryRef() and feature.GetGeometryRef().IsValid()
                  for feature in dataset.GetLayerByName(name)]
        if name == "afgekeurd" and shapes.count(False):
            lines.append(f"{name}: {shapes.count(False)} invalid geometries")
        if shapes.count(None):
            lines.append(f"{name}: {shapes.count(None)} feature(s) without geometry")
    return lines


def look(name, result, expected):
    found = problems(result)
    print(f"{name}: {len(found)} problems", *found, sep="\n    ")
    assert found == expected, f"{name}: expected {expected}"


def main(program):
    if not TOOL.exists():
        support.skip(f"{TOOL} does not lie beside the checkout")
    if importlib.util.find_spec("qgis") is None:
        support.skip("QGIS is not installed (packages qgis, python3-qgis, qgis-providers)")
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "voorbeeldstad.gpkg"
        support.run_voorbeeldstad(program, result)
        expected = asked_for_by_the_contract(result)
        assert len(expected) == 3, expected
        look("voorbeeldstad", result, expected)
        support.run_voorbeeldstad(program, result, "--lagen", WITH_A_PLACE)
        look("voorbeeldstad, layers with a place", result, [])

        result = Path(folder) / "schaerbeek.gpkg"
        support.run(program, SCHAERBEEK, "--output", result)
        expected = asked_for_by_the_contract(result)
        assert len(expected) == 1, expected
        look("Schaerbeek", result, expected)
        support.run(program, SCHAERBEEK, "--output", result, "--lagen", WITH_A_PLACE + ",opgaven,gebiedskansen")
        look("Schaerbeek, layers with a place", result, [])

        for table in (support.EMPTY_TABLE, support.LONELY_PLAN):
            look("nothing found", support.run_without_koppelkansen(program, folder, table), [])


if __name__ == "__main__":
    main(sys.argv[1])
