"""Compares two folders of data sets row by row; libraries may differ in bytes, never in rows."""
import re

from osgeo import ogr

DATA_SETS = {".gpkg", ".shp", ".geojson", ".fgb", ".xlsx"}


def _wkt(shape, suffix):
    """WKT to the millimetre, or 1e-7 degree: GEOS and PROJ may differ in the last digits."""
    digits = 7 if suffix == ".geojson" else 3
    text = shape.ExportToWkt() if shape else "none"
    return re.sub(r"\d+\.\d+", lambda number: f"{float(number[0]):.{digits}f}", text)


def _rows(path):
    """Every row of every layer as text: layer, values, geometry."""
    handle = ogr.Open(str(path))
    rows = []
    for index in range(handle.GetLayerCount()):
        layer = handle.GetLayer(index)
        for feature in layer:
            values = [feature.GetField(k) for k in range(feature.GetFieldCount())]
            shape = feature.GetGeometryRef()
            rows.append(f"{layer.GetName()} {values} {_wkt(shape, path.suffix)}")
    return rows


def _names(folder, suffixes):
    return {path.name for path in folder.iterdir() if path.suffix in suffixes}


def differences(made, kept, suffixes, result):
    """What differs between a folder just made and the one that is kept, one line each.

    `result` is the file that an analysis writes beside the plans; it is passed over.
    """
    names, there = _names(made, suffixes), _names(kept, suffixes) - {result}
    found = [f"{name}: missing" for name in sorted(names - there)]
    found += [f"{name}: the generator does not write it" for name in sorted(there - names)]
    for name in sorted(names & there):
        if (made / name).read_bytes() == (kept / name).read_bytes():
            continue
        if (made / name).suffix == ".csv":
            found.append(f"{name}: differs")
        if (made / name).suffix not in DATA_SETS:
            continue  # the companions of a .shp are compared through it
        old, new = _rows(kept / name), _rows(made / name)
        changed = [n for n, (a, b) in enumerate(zip(old, new), start=1) if a != b]
        if changed or len(old) != len(new):
            found.append(f"{name}: {len(old)} rows kept, {len(new)} made; differ: {changed[:10]}")
    return found
