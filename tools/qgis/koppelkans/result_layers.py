"""The layers of a result, and how they come into a project: styled, in one group, in a sensible drawing order."""
import os
import sqlite3
from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingLayerPostProcessorInterface, QgsProviderRegistry
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QThread

# From the top of the legend, which is drawn last, to its bottom; and whether a layer is shown at first. Not all at
# once: combinaties and risicos lie on the same ground as koppelkansen, a werkgebied under each, a gemeente over all.
LAYERS = {
    "combinaties": ("Combinaties", False),
    "risicos": ("Risico's", False),
    "koppelkansen": ("Koppelkansen", True),
    "opgaven": ("Opgaven", True),
    "werkgebieden": ("Werkgebieden", False),
    "gebiedskansen": ("Gebiedskansen", False),
    "afgekeurd": ("Afgekeurd", False),
    "buurten": ("Buurten", True),
    "wijken": ("Wijken", False),
    "gemeenten": ("Gemeenten", False),
    "koppelkansen_totaal": ("Koppelkansen per paar", True),
    "bronnen": ("Bronnen", True),
    "run": ("Run", True),
}
GROUP_PROPERTY = "koppelkans/result"


def layer_source(path, laag):
    return f"{path}|layername={laag}"


def layers_in(path):
    """The layers that a result holds, in the order of LAYERS."""
    connection = sqlite3.connect(Path(path).resolve().as_uri() + "?mode=ro", uri=True)
    try:
        found = {name for name, in connection.execute("SELECT table_name FROM gpkg_contents")}
    finally:
        connection.close()
    return [laag for laag in LAYERS if laag in found]


def _file_and_layer(layer):
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    return os.path.realpath(parts.get("path") or ""), parts.get("layerName")


def _group_name(path):
    stem = Path(path).stem
    return "Koppelkansen" if stem == "OUTPUT" else stem  # what Processing calls a temporary file


def _group_of(root, parent, path):
    """The group of a result, wherever the user moved it; a new one in `parent`, unless that is the group of another
    result: QGIS puts a layer where the last one was put."""
    for group in root.findGroups(True):
        if group.customProperty(GROUP_PROPERTY) == path:
            return group
    while parent.customProperty(GROUP_PROPERTY):
        parent = parent.parent()
    group = parent.insertGroup(0, _group_name(path))
    group.setCustomProperty(GROUP_PROPERTY, path)
    return group


def _place_in(group, laag):
    """Where a layer goes, so that those below it in LAYERS come below it."""
    order = list(LAYERS)
    for index, node in enumerate(group.children()):
        other = node.layer() if hasattr(node, "layer") else None
        other = _file_and_layer(other)[1] if other is not None else None
        if other not in order or order.index(other) > order.index(laag):
            return index
    return -1


class _Styler(QgsProcessingLayerPostProcessorInterface):
    """Called in the main thread, after Processing has put the layer into the project."""

    def postProcessLayer(self, layer, context, feedback):  # noqa: N802
        path, laag = _file_and_layer(layer)
        layer.loadDefaultStyle()  # Processing gives it a style of its own
        layer.triggerRepaint()
        root = context.project().layerTreeRoot()
        node = root.findLayer(layer.id())
        parent = node.parent()
        group = _group_of(root, parent, path)
        copy = node.clone()
        copy.setItemVisibilityChecked(LAYERS[laag][1])
        copy.setExpanded(False)
        group.insertChildNode(_place_in(group, laag), copy)
        parent.removeChildNode(node)


_stylers = []


def _new_styler():
    """The context deletes it in the end, each its own; until then Python must hold it, or C++ has no more than the
    empty base class."""
    _stylers[:] = [styler for styler in _stylers if not sip.isdeleted(styler)]
    _stylers.append(_Styler())
    return _stylers[-1]


def _details(context, path, laag, output):
    details = QgsProcessingContext.LayerDetails(LAYERS[laag][0], context.project(), output)
    details.forceName = True
    details.setPostProcessor(_new_styler())
    return details


def _layers_there(project, path, laag):
    wanted = (os.path.realpath(path), laag)
    return [layer for layer in project.mapLayers().values()
            if layer.providerType() == "ogr" and _file_and_layer(layer) == wanted]


def load_result(context, path, layers, output_of):
    """Lets Processing add the layers when the run is done. One that the project has already (last month's result was
    replaced) shows the new rows instead, in the style that its user gave it. `output_of`: from layer to the name of
    the output of the algorithm."""
    project = context.project()
    if project is None:
        return
    # A model runs its steps in another thread, where layers of the project must not be touched.
    may_touch = QThread.currentThread() == QCoreApplication.instance().thread()
    for laag in layers:
        there = _layers_there(project, path, laag) if may_touch else []
        for layer in there:
            layer.dataProvider().reloadData()
            layer.triggerRepaint()
        if not there:
            context.addLayerToLoadOnCompletion(layer_source(path, laag),
                                               _details(context, path, laag, output_of.get(laag, "")))
