"""The files that nasty_test.py makes: each a function that puts one into a folder and returns what to hand to the program."""
import contextlib
import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
import zipfile
from pathlib import Path

from osgeo import ogr, osr

VOORBEELDSTAD = Path(__file__).resolve().parents[2] / "data" / "voorbeeldstad"
GEOPACKAGE = VOORBEELDSTAD / "bouwprojecten.gpkg"


# How many rows a reader must see in a file, where that is known: the account of the program cannot tell what its reader
# never gave.
ROWS = {}


def holding(rows, path):
    ROWS[path] = rows
    return path


def rows_of_csv(content):
    return sum(1 for row in csv.reader(io.StringIO(content.decode("utf-8", "replace"))) if row) - 1


def rows_of_shapefile(shp):
    return (shp.with_suffix(".shx").stat().st_size - 100) // 8


def rows_of_geopackage(path):
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        [[table]] = file.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'").fetchall()
        return file.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]


def feature(geometry, **properties):
    return {"type": "Feature", "properties": {"id": "1", "start": "2028", **properties}, "geometry": geometry}


def geojson(path, *features, crs="urn:ogc:def:crs:EPSG::28992"):
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features,
                                "crs": {"type": "name", "properties": {"name": crs}}}), encoding="utf-8")
    return holding(len(features), path)


def polygon(*points):
    return {"type": "Polygon", "coordinates": [[*points, points[0]]]}


def truncated(folder, every):
    """One file of each format that ships with the example, cut off at every so many kilobytes."""
    for name in ("bouwprojecten.gpkg", "herinrichting.shp", "herinrichting.dbf", "warmtenet_trace.geojson",
                 "kabels_leidingen.fgb", "wijkagenda.xlsx", "groen.csv"):
        content = (VOORBEELDSTAD / name).read_bytes()
        for size in range(1024, len(content), 1024 * every):
            path = folder / f"{size // 1024}_{name}"
            path.write_bytes(content[:size])
            if name.startswith("herinrichting"):
                for suffix in {".shp", ".shx", ".dbf", ".prj"} - {path.suffix}:
                    shutil.copy(VOORBEELDSTAD / f"herinrichting{suffix}", path.with_suffix(suffix))
                yield holding(rows_of_shapefile(VOORBEELDSTAD / "herinrichting.shp"), path.with_suffix(".shp"))
            elif name.endswith(".csv"):
                yield holding(rows_of_csv(content[:size]), path)
            elif name.endswith(".gpkg"):
                yield holding(rows_of_geopackage(VOORBEELDSTAD / name), path)
            else:
                yield path


def short(folder):
    """What a driver of GDAL gives fewer rows of than there are, without a word."""
    def text(name, rows, content):
        (folder / name).write_text(content, encoding="utf-8")
        return holding(rows, folder / name)

    row = ",2027,155000,463000\n"
    yield text("inch.csv", 3, f'id,start,x,y\n1 24"{row}2{row}3 12"{row}')
    yield text("open.csv", 3, f'id,start,x,y\n1{row}"2{row}3{row}')
    yield text("later.csv", 3, f'id,start,x,y\n1{row}"2{row}"3" x{row}')
    yield text("lines.csv", 2, f'id,start,x,y\n"1\n\n"{row}2{row}')
    one = json.dumps(feature({"type": "Point", "coordinates": [5.6, 51.9]}))
    yield text("cut.geojsonl", 3, f"{one}\n{one[:50]}\n{one}\n")
    yield text("two.geojsonl", 3, f"{one}\n{one}{one}\n")
    whole = VOORBEELDSTAD / "herinrichting.shp"
    rows = rows_of_shapefile(whole)
    for name in ("fewer_shx", "fewer_dbf", "fewer_both"):
        for suffix in (".shp", ".shx", ".dbf", ".prj"):
            shutil.copy(whole.with_suffix(suffix), folder / f"{name}{suffix}")
        if name != "fewer_dbf":  # its length stands in its head, in words of two bytes
            content = bytearray((folder / f"{name}.shx").read_bytes()[:-16])
            content[24:28] = (len(content) // 2).to_bytes(4, "big")
            (folder / f"{name}.shx").write_bytes(content)
        if name != "fewer_shx":
            content = bytearray((folder / f"{name}.dbf").read_bytes())
            content[4:8] = (rows - 2).to_bytes(4, "little")
            (folder / f"{name}.dbf").write_bytes(content)
        yield holding(rows, folder / f"{name}.shp")


def special(folder):
    """What is no file, or no whole one."""
    for suffix in ("gpkg", "csv", "geojson", "shp", "xlsx", "zip", "gml", "fgb", "toml"):
        (folder / f"zero.{suffix}").write_bytes(b"")
        yield folder / f"zero.{suffix}"
        (folder / f"zeros.{suffix}").write_bytes(bytes(5000))
        yield folder / f"zeros.{suffix}"
    for name in ("map.gpkg", "map.csv", "map.gdb", "map.shp"):
        (folder / name).mkdir()
        yield folder / name
    (folder / "loop.gpkg").symlink_to("loop.gpkg")
    (folder / "here.csv").symlink_to("there.csv")
    (folder / "there.csv").symlink_to("here.csv")
    (folder / "endless.csv").symlink_to("/dev/zero")
    (folder / "gone.geojson").symlink_to("nowhere.geojson")
    os.mkfifo(folder / "pipe.csv")
    os.mkfifo(folder / "pipe.gpkg")
    yield from (folder / name for name in ("loop.gpkg", "here.csv", "endless.csv", "gone.geojson", "pipe.csv", "pipe.gpkg",
                                           "not_there.gpkg"))
    yield folder / ("long" * 80 + ".gpkg")


def sparse(folder):
    for suffix in ("gpkg", "csv", "geojson", "shp", "xlsx", "fgb", "gml"):
        path = folder / f"sparse.{suffix}"
        with path.open("wb") as file:
            file.truncate(2 << 30)
        yield path


def archives(folder, megabytes):
    """A zip in a zip, an XLSX that unpacks to `megabytes`, and one whose entities would."""
    with zipfile.ZipFile(folder / "inner.zip", "w") as inner:
        inner.write(VOORBEELDSTAD / "groen.csv", "groen.csv")
    with zipfile.ZipFile(folder / "outer.zip", "w") as outer:
        outer.write(folder / "inner.zip", "inner.zip")
    yield folder / "outer.zip"
    shared = "xl/worksheets/sheet1.xml"
    for name, filler in (("rows", b'<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'), ("blanks", b" " * 64)):
        bomb = folder / f"bomb_{name}.xlsx"
        with zipfile.ZipFile(VOORBEELDSTAD / "wijkagenda.xlsx") as good, \
                zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as bad:
            for item in good.namelist():
                if item != shared:
                    bad.writestr(item, good.read(item))
            with bad.open(shared, "w", force_zip64=True) as sheet:
                sheet.write(b'<?xml version="1.0"?><worksheet><sheetData>')
                for _ in range(megabytes):
                    sheet.write(filler * ((1 << 20) // len(filler)))
                sheet.write(b"</sheetData></worksheet>")
        yield bomb
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    (folder / "bomb.gml").write_text(f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]>'
                                     '<a xmlns:gml="http://www.opengis.net/gml">&l9;</a>', encoding="utf-8")
    yield folder / "bomb.gml"


def wide(folder, columns, text_bytes, vertices):
    """Too many columns, too long a text, too many vertices."""
    names = [f"kolom{i}" for i in range(columns)]
    (folder / "wide.csv").write_text("id,start,wkt," + ",".join(names) + '\n1,2028,"POINT (150000 450000)",'
                                     + ",".join("x" for _ in names) + "\n", encoding="utf-8")
    yield holding(1, folder / "wide.csv")
    point = {"type": "Point", "coordinates": [150000, 450000]}
    yield geojson(folder / "wide.geojson", feature(point, **dict.fromkeys(names, "x")))
    yield geojson(folder / "long.geojson", feature(point, naam="x" * text_bytes))
    (folder / "long.csv").write_text(f'id,start,naam,wkt\n1,2028,{"x" * text_bytes},"POINT (150000 450000)"\n',
                                     encoding="utf-8")
    yield holding(1, folder / "long.csv")
    with (folder / "round.geojson").open("w", encoding="utf-8") as file:
        file.write('{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},'
                   '"features":[{"type":"Feature","properties":{"id":"1","start":"2028"},'
                   '"geometry":{"type":"Polygon","coordinates":[[[150000,440000]')
        # A comb: out along the bottom in steps, back along the top.
        for i in range(vertices):
            file.write(f",[{150000 + i * 1e-3:.3f},{450000 + i % 2}]")
        file.write(f",[{150000 + vertices * 1e-3:.3f},440000],[150000,440000]]]}}}}]}}")
    yield holding(1, folder / "round.geojson")


def crowded(folder, tables):
    """A GeoPackage of so many tables that opening it takes long."""
    place = osr.SpatialReference()
    place.ImportFromEPSG(28992)
    path = folder / "crowded.gpkg"
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    file.StartTransaction()
    for i in range(tables):
        layer = file.CreateLayer(f"laag_{i}", place, ogr.wkbPoint, options=["SPATIAL_INDEX=NO"])
        for name in ("id", "start", "eind"):
            layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
        row = ogr.Feature(layer.GetLayerDefn())
        row.SetField("start", "2028")
        row.SetGeometry(ogr.CreateGeometryFromWkt("POINT (150000 450000)"))
        layer.CreateFeature(row)
    file.CommitTransaction()
    yield path


def places(folder):
    """Coordinates that are no place."""
    for name, x, y in (("far", 1e300, -1e300), ("edge", 1.7e308, 1.7e308), ("tiny", 1e-320, 5e-324)):
        yield geojson(folder / f"{name}.geojson", feature({"type": "Point", "coordinates": [x, y]}),
                      feature(polygon([x, y], [150000, 450000], [150010, 450010])),
                      feature({"type": "LineString", "coordinates": [[150000, 450000], [x, y]]}))
    (folder / "nan.csv").write_text('id,start,wkt\n1,2028,"POINT (nan nan)"\n2,2028,"POINT (inf 450000)"\n'
                                    '3,2028,"POLYGON ((0 0, nan 1, 1 1, 0 0))"\n', encoding="utf-8")
    (folder / "nan_xy.csv").write_text("id,start,x,y\n1,2028,nan,1\n2,2028,inf,-inf\n3,2028,1e400,2\n", encoding="utf-8")
    (folder / "swapped.csv").write_text("id,start,x,y\n1,2028,450000,150000\n2,2028,52.1,5.3\n", encoding="utf-8")
    yield from (holding(rows, folder / name) for name, rows in (("nan.csv", 3), ("nan_xy.csv", 3), ("swapped.csv", 2)))
    degrees = "urn:ogc:def:crs:OGC:1.3:CRS84"
    yield geojson(folder / "pole.geojson", feature(polygon([-180, 80], [-90, 80], [0, 80], [90, 80], [180, 80])),
                  feature(polygon([0, 90], [120, 89], [-120, 89])), crs=degrees)
    yield geojson(folder / "dateline.geojson", feature(polygon([179, 50], [-179, 50], [-179, 53], [179, 53])), crs=degrees)
    yield geojson(folder / "degrees_swapped.geojson", feature(polygon([52, 5], [52.1, 5], [52.1, 5.1])), crs=degrees)


@contextlib.contextmanager
def locked(folder):
    """A GeoPackage that another program holds for itself."""
    path = folder / "locked.gpkg"
    shutil.copy(GEOPACKAGE, path)
    holder = sqlite3.connect(path, isolation_level=None)
    try:
        holder.execute("BEGIN EXCLUSIVE")
        yield path
    finally:
        holder.close()


@contextlib.contextmanager
def changing(folder, suffix):
    """A file that somebody goes on writing while it is read: whole, half, empty, whole."""
    source = GEOPACKAGE if suffix == "gpkg" else VOORBEELDSTAD / "groen.csv"
    path = folder / f"changing.{suffix}"
    shutil.copy(source, path)
    script = ("import sys, itertools; c = open(sys.argv[1], 'rb').read(); print('begun', flush=True)\n"
              "for n in itertools.count():\n"
              "    with open(sys.argv[2], 'r+b') as f:\n"
              "        f.truncate(len(c) * (n % 4) // 4); f.write(c[: len(c) // 2]); f.write(c[len(c) // 2 :])\n")
    with subprocess.Popen(["/usr/bin/python3", "-c", script, source, path], stdout=subprocess.PIPE) as writer:
        try:
            writer.stdout.readline()
            yield path
        finally:
            writer.kill()
