"""Draws a result of voorbeeldstad with QGIS, for the README.

    QT_QPA_PLATFORM=offscreen /usr/bin/python3 tools/voorbeeldstad/picture.py RESULT.gpkg OUTPUT.png

Needs Debian's python3-qgis. The styles are those that lie in the result.
"""
import sys
from pathlib import Path

from qgis.core import (QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsRectangle,
                       QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

TOWN = Path(__file__).resolve().parents[2] / "data" / "voorbeeldstad"
LAYERS = ["koppelkansen", "werkgebieden", "buurten"]  # drawn from the last to the first
# A whole buurt as ground would only grey the map.
SUBSETS = {"werkgebieden": "|subset=opgave_id IN (SELECT opgave_id FROM opgaven "
                           "WHERE niveau = 'plek')"}
BACKGROUND = {"bebouwing": "#e4e0da", "water": "#bcd7e8", "straten": "#c9c9c9"}
SIZE = QSize(1400, 900)


def result_layer(path, name):
    layer = QgsVectorLayer(f"{path}|layername={name}{SUBSETS.get(name, '')}", name, "ogr")
    if not layer.isValid():
        raise SystemExit(f"{path}: no layer {name}")
    layer.loadDefaultStyle()
    layer.setLabelsEnabled(name == "buurten")
    return layer


def background(name, colour):
    layer = QgsVectorLayer(f"{TOWN / 'straten.gpkg'}|layername={name}", name, "ogr")
    if not layer.isValid():
        raise SystemExit(f"straten.gpkg: no layer {name}")
    symbol = layer.renderer().symbol()
    symbol.setColor(QColor(colour))
    if layer.geometryType() == 2:
        symbol.symbolLayer(0).setStrokeColor(QColor(colour))
    else:
        symbol.setWidth(0.8)
    return layer


def extent_of(layer, where, scale):
    feature = next(layer.getFeatures(where), None)
    if feature is None:
        raise SystemExit(f"{layer.name()}: nothing where {where}")
    extent = QgsRectangle(feature.geometry().boundingBox())
    extent.scale(scale)
    return extent


def main(result, output):
    app = QgsApplication([], False)
    app.initQgis()
    layers = [result_layer(result, name) for name in LAYERS]
    behind = [background(name, colour) for name, colour in BACKGROUND.items()]
    settings = QgsMapSettings()
    settings.setLayers(layers + behind[::-1])
    settings.setDestinationCrs(layers[0].crs())
    settings.setOutputSize(SIZE)
    settings.setOutputDpi(110)
    settings.setBackgroundColor(QColor("white"))
    settings.setExtent(extent_of(layers[-1], "buurtnaam = 'Benedenbuurt'", 2.2))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    if not job.renderedImage().save(output):
        raise SystemExit(f"{output}: cannot be written")
    del job, settings, layers, behind  # before QGIS itself goes
    app.exitQgis()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2])
