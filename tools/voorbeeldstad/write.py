"""Writes layers in the formats in which parties hand in their plans, the same bytes each time."""
import csv
import io
import zipfile
from dataclasses import dataclass, field

from osgeo import gdal, ogr, osr

from town import polygon

STAMP = "2026-11-22T00:00:00.000Z"
RD = 28992
# One fixed operation from RD New to WGS 84 (seven parameters, as EPSG:15934), so that the
# coordinates do not depend on which grids a machine has.
RD_TO_WGS84 = (
    "+proj=pipeline +step +inv +proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 "
    "+k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +step +proj=push +v_3 "
    "+step +proj=cart +ellps=bessel +step +proj=helmert +x=565.4171 +y=50.3319 +z=465.5524 "
    "+rx=0.398957388 +ry=-0.343987817 +rz=1.87740164 +s=4.0725 +convention=coordinate_frame "
    "+step +inv +proj=cart +ellps=WGS84 +step +proj=pop +v_3 "
    "+step +proj=unitconvert +xy_in=rad +xy_out=deg +step +proj=axisswap +order=2,1")


@dataclass
class Layer:
    """One layer: rows are (values in the order of `fields`, geometry in RD New or None)."""
    file: str
    name: str
    fields: list                     # (name, OGR field type)
    rows: list = field(default_factory=list)
    geometry: int = ogr.wkbUnknown


def _srs(code):
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(code)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return srs


def _to_wgs84(geometry):
    options = osr.CoordinateTransformationOptions()
    options.SetOperation(RD_TO_WGS84)
    moved = geometry.Clone()
    moved.AssignSpatialReference(None)
    moved.Transform(osr.CreateCoordinateTransformation(_srs(RD), _srs(4326), options))
    return moved


def _put(handle, layer, srs, options, move=None, width=0):
    target = handle.CreateLayer(layer.name, srs, layer.geometry, options)
    for name, kind in layer.fields:
        definition = ogr.FieldDefn(name, kind)
        if width and kind == ogr.OFTString:
            definition.SetWidth(width)
        target.CreateField(definition)
    for values, geometry in layer.rows:
        feature = ogr.Feature(target.GetLayerDefn())
        for index, value in enumerate(values):
            if value is not None:
                feature.SetField(index, value)
        if geometry is not None:
            feature.SetGeometry(move(geometry) if move else geometry)
        target.CreateFeature(feature)


def _create(driver, path, layers, srs, options=(), **more):
    """Creates one data set; `move` and `width` as in _put."""
    whole = ["DATETIME_FORMAT=UTC"] if driver == "GPKG" else []
    handle = ogr.GetDriverByName(driver).CreateDataSource(str(path), options=whole)
    for layer in layers:
        _put(handle, layer, srs, list(options), **more)
    handle = None


def geopackage(folder, *layers, index=True):
    """Date-times in UTC, as the standard wants; an index only where somebody searches."""
    gdal.SetConfigOption("OGR_CURRENT_DATE", STAMP)
    options = [] if index else ["SPATIAL_INDEX=NO"]
    _create("GPKG", folder / layers[0].file, layers, _srs(RD), options)


def flatgeobuf(folder, layer):
    _create("FlatGeobuf", folder / layer.file, [layer], _srs(RD))


def geojson(folder, layer):
    options = ["RFC7946=YES", "COORDINATE_PRECISION=7", "WRITE_BBOX=NO"]
    _create("GeoJSON", folder / layer.file, [layer], _srs(4326), options, move=_to_wgs84)


def shapefile(folder, layer):
    """CP1252, as older office software writes it; nothing in the files says so, there is no .cpg."""
    options = ["ENCODING=CP1252", f"DBF_DATE_LAST_UPDATE={STAMP[:10]}"]
    _create("ESRI Shapefile", folder / layer.file, [layer], _srs(RD), options, width=254)
    (folder / layer.file).with_suffix(".cpg").unlink(missing_ok=True)


def spreadsheet(folder, layer):
    """XLSX; the zip is packed again, for its entries carry the time of writing."""
    path = folder / layer.file
    _create("XLSX", path, [layer], None)
    with zipfile.ZipFile(path) as packed:
        entries = [(name, packed.read(name)) for name in packed.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries:
            packed.writestr(zipfile.ZipInfo(name, (2026, 11, 22, 0, 0, 0)), content,
                            zipfile.ZIP_DEFLATED)


def table(path, header, rows, encoding="utf-8"):
    """A CSV as a Dutch spreadsheet writes it: semicolons, CRLF."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(["" if value is None else value for value in row] for row in rows)
    path.write_bytes(text.getvalue().encode(encoding))


def decimal_comma(value):
    return f"{value:.2f}".replace(".", ",")


def bowtie(x, y, size):
    """A ring that crosses itself, as a slip of the mouse draws it."""
    return polygon([(x, y), (x + size, y + size), (x + size, y), (x, y + size), (x, y)])
