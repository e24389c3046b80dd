#!/usr/bin/python3
"""geopackage_test.py PROGRAM: a result by the book of GeoPackage: GDAL's own validator, a whole reading by ogrinfo
without a word of complaint, the descriptions that newer readers show, and where the run says it comes from."""
import hashlib
import importlib.util
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import support

GMD = "{http://www.isotc211.org/2005/gmd}"


def validate(result):
    done = subprocess.run(["/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", "-k", str(result)],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0 and not done.stderr, done.stdout + done.stderr


def read_all(result):
    done = subprocess.run(["ogrinfo", "-ro", "-al", str(result)], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and not done.stderr, done.stderr[:2000]
    assert done.stdout.count("Layer name:") >= 3, done.stdout[:500]


def check_descriptions(file):
    missing = file.execute(
        "SELECT c.table_name, p.name FROM gpkg_contents c, pragma_table_info(c.table_name) p "
        "LEFT JOIN gpkg_data_columns d ON d.table_name = c.table_name AND d.column_name = p.name "
        "WHERE c.table_name <> 'layer_styles' AND p.name NOT IN ('fid', 'geom') "
        "AND (d.title IS NULL OR d.description IS NULL)").fetchall()
    assert not missing, missing
    for table, column in file.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchall():
        index = file.execute("SELECT count(*) FROM gpkg_extensions WHERE table_name = ? AND column_name = ? AND "
                             "extension_name = 'gpkg_rtree_index'", (table, column)).fetchone()[0]
        crs = file.execute("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = ?", (table,)).fetchone()[0]
        assert (index, crs) == (1, 28992), (table, index, crs)


def check_provenance(file):
    text = file.execute("SELECT m.metadata FROM gpkg_metadata m JOIN gpkg_metadata_reference r ON "
                        "r.md_file_id = m.id WHERE r.reference_scope = 'geopackage'").fetchone()[0]
    root = ElementTree.fromstring(text.encode())
    sources = ["".join(source.itertext()).strip() for source in root.iter(f"{GMD}LI_Source")]
    inputs = json.loads(file.execute("SELECT inputs FROM run").fetchone()[0])
    assert len(sources) == len(inputs), (sources, inputs)
    csv = support.VOORBEELDSTAD.parent / "groen.csv"
    digest = hashlib.sha256(csv.read_bytes()).hexdigest()
    assert any(csv.name in source and digest in source for source in sources), sources
    buurten = hashlib.sha256((csv.parent / "buurten.gpkg").read_bytes()).hexdigest()
    assert any("buurten.gpkg" in source and buurten in source for source in sources), sources


def main(program):
    if importlib.util.find_spec("osgeo_utils") is None:
        support.skip("GDAL's Python tools are not installed (package python3-gdal)")
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "voorbeeldstad.gpkg"
        support.run_voorbeeldstad(program, result)
        results = [result]
        for table in (support.EMPTY_TABLE, support.LONELY_PLAN):
            results.append(support.run_without_koppelkansen(program, folder, table))
            validate(results[-1])
            read_all(results[-1])
        validate(result)
        read_all(result)
        with sqlite3.connect(f"file:{result}?mode=ro", uri=True) as file:
            check_descriptions(file)
            check_provenance(file)
        assert sorted(os.listdir(folder)) == ["leeg.gpkg", "rioolvervanging.csv", "voorbeeldstad.gpkg"]
        print(f"{len(results)} results are valid")


if __name__ == "__main__":
    main(sys.argv[1])
