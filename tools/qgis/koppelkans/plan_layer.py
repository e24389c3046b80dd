"""How the program can read a layer of the project.

A layer that shows what lies in a file is read from that file, so that the result tells where its rows come from. Any
other is written to a temporary GeoPackage first: a layer in memory or in a database, one with edits that were not
saved, with joined or calculated columns, or one that the user gave a name of its own, since that name can tell the
soort.
"""
import os
from collections import namedtuple

from qgis.core import QgsCoordinateReferenceSystem, QgsFields, QgsProviderRegistry

from .layer_copy import LayerCopy

# Drivers that give a condition to a database of their own, whose SQL differs from OGR's (it tells upper from lower
# case in =, and knows other functions).
OWN_SQL = ("GPKG", "SQLite")

# `filter` is an OGR SQL condition or empty. `crs`: what the file does not say, or says otherwise; empty where it is
# right. `copy`: a LayerCopy where the file cannot be read itself; `path` is None then.
PlanLayer = namedtuple("PlanLayer", "name path laag filter crs copy origin")


def _folded(text):
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _has_own_name(layer, path, laag):
    """Whether it is called otherwise than QGIS does by itself: file, layer, or `file — layer`."""
    stem = _folded(os.path.splitext(os.path.basename(path))[0])
    laag = _folded(laag)
    return _folded(layer.name()) not in (stem, laag, stem + laag)


def _shows_only_its_file(layer):
    if layer.isEditable() and layer.isModified():
        return False
    fields = layer.fields()
    return all(fields.fieldOrigin(i) == QgsFields.OriginProvider for i in range(fields.count()))


def _is_plain(condition, storage):
    if not condition:
        return True
    return storage not in OWN_SQL and not condition.lstrip().upper().startswith("SELECT ")


def _file_of(layer):
    """(path, laag, filter) of a layer that shows what lies in a file, None for any other."""
    if layer.providerType() != "ogr" or not _shows_only_its_file(layer):
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path = parts.get("path")
    laag = parts.get("layerName") or ""
    known = {"path", "layerName", "layerId", "subset"}
    is_more = any(value for key, value in parts.items() if key not in known)  # a geometry type, open options, ...
    if is_more or not path or not os.path.exists(path):
        return None
    provider = layer.dataProvider()
    if not laag and len(provider.subLayers()) > 1:
        return None  # QGIS takes the first, the program the likeliest
    if provider.encoding() not in ("UTF-8", "System"):
        return None  # the user told QGIS how to read it
    if not _is_plain(layer.subsetString(), layer.storageType()):
        return None
    return os.path.abspath(path), laag, layer.subsetString()  # the configuration lies elsewhere


def _code_of(crs):
    code = crs.authid()
    is_public = code and not code.startswith("USER:")
    return code if is_public else crs.toWkt(QgsCoordinateReferenceSystem.WKT2_2019)


def _crs_of(layer, nameless, has_copy):
    """What the program has to be told of the CRS. QGIS may have been told it, or otherwise than the file says."""
    own = layer.crs() if layer.isSpatial() else QgsCoordinateReferenceSystem()
    if not own.isValid():  # a table may hold x and y
        return _code_of(nameless) if nameless.isValid() else ""
    is_told = has_copy or layer.dataProvider().crs() == own
    return "" if is_told else _code_of(own)


def _described(layer, file, nameless):
    copy = LayerCopy(layer) if file is None else None
    path, laag, condition = file or (None, "", "")
    crs = _crs_of(layer, nameless, copy is not None)
    return PlanLayer(layer.name(), path, laag, condition, crs, copy, layer.publicSource())


def plan_layer(layer, nameless):
    """A QgsVectorLayer with plans as a PlanLayer; `nameless` is the CRS of what says none. Called where layers may be
    touched: in the main thread."""
    file = _file_of(layer)
    if file is not None and _has_own_name(layer, file[0], file[1]):
        file = None
    return _described(layer, file, nameless)


def buurten_layer(layer, nameless):
    """The same for the buurten, for which a configuration has no filter and whose name tells nothing."""
    file = _file_of(layer)
    if file is not None and file[2]:
        file = None
    return _described(layer, file, nameless)
