"""Writing a GeoPackage fast: the layer is made by GDAL, its rows are put in by SQLite, and GDAL adds
the spatial index. Geometries are arrays until the last moment."""
import sqlite3

import numpy
from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ogr.UseExceptions()

POINT, LINE, POLYGON = 1, 2, 3
OGR_TYPES = {POINT: ogr.wkbPoint, LINE: ogr.wkbLineString, POLYGON: ogr.wkbPolygon}
CRS = 28992


def _layout(kind, corners):
    """The bytes of a GeoPackage geometry with a box, as a NumPy record."""
    counts = {POINT: [], LINE: [("count", "<u4")], POLYGON: [("rings", "<u4"), ("count", "<u4")]}
    box = [] if kind == POINT else [("box", "<f8", (4,))]
    return numpy.dtype([("magic", "u1", (2,)), ("version", "u1"), ("flags", "u1"), ("srs", "<i4")] + box +
                       [("order", "u1"), ("type", "<u4")] + counts[kind] + [("xy", "<f8", (corners, 2))])


def geometries(kind, xy):
    """A list of blobs for geometries of equally many corners: xy is (rows, corners, 2)."""
    rows, corners = xy.shape[:2]
    records = numpy.zeros(rows, _layout(kind, corners))
    records["magic"] = [ord("G"), ord("P")]
    records["flags"] = 1 if kind == POINT else 3
    records["srs"] = CRS
    if kind != POINT:
        low, high = xy.min(axis=1), xy.max(axis=1)
        records["box"] = numpy.stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]], axis=1)
        records["count"] = corners
    if kind == POLYGON:
        records["rings"] = 1
    records["order"], records["type"], records["xy"] = 1, kind, xy
    whole, size = records.tobytes(), records.dtype.itemsize
    return [whole[at:at + size] for at in range(0, len(whole), size)]


def _make_layer(path, layer, kind, fields):
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(CRS)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    made = file.CreateLayer(layer, srs, OGR_TYPES[kind], ["GEOMETRY_NAME=geom", "SPATIAL_INDEX=NO"])
    for name, field_type in fields.items():
        made.CreateField(ogr.FieldDefn(name, field_type))


def _fill(path, layer, fields, columns, blobs, extent):
    names = ", ".join(["geom", *fields])
    marks = ", ".join("?" * (len(fields) + 1))
    with sqlite3.connect(path, isolation_level=None) as file:
        file.execute("PRAGMA synchronous = OFF")
        file.execute("BEGIN")
        file.executemany(f"INSERT INTO {layer} ({names}) VALUES ({marks})", zip(blobs, *columns))
        file.execute("UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?", extent)
        file.execute("COMMIT")
    file.close()


def write(path, layer, kind, fields, columns, blobs, extent):
    """One layer: fields is {name: OGR type}, columns the values in that order, blobs the geometries,
    extent (min x, min y, max x, max y)."""
    path.unlink(missing_ok=True)
    _make_layer(path, layer, kind, fields)
    _fill(path, layer, fields, columns, blobs, extent)
    file = ogr.Open(str(path), update=1)
    file.ReleaseResultSet(file.ExecuteSQL(f"SELECT CreateSpatialIndex('{layer}', 'geom')"))
