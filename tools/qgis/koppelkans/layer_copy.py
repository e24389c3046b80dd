"""A layer as it is shown in QGIS, written to a GeoPackage."""
from qgis.core import (QgsCoordinateTransformContext, QgsFeature, QgsFeatureSink, QgsField, QgsFields,
                       QgsProcessingException, QgsVectorFileWriter, QgsVectorLayerFeatureSource)
from qgis.PyQt.QtCore import QVariant

from .translation import tr

# What a column of a GeoPackage can be; lists, maps and the like go as text.
COLUMN_TYPES = (QVariant.Bool, QVariant.Int, QVariant.LongLong, QVariant.Double, QVariant.String, QVariant.Date,
                QVariant.DateTime)


class LayerCopy:
    """Taken in the main thread, unsaved edits and all; written in any thread."""

    def __init__(self, layer):
        self._name = layer.name()
        self._source = QgsVectorLayerFeatureSource(layer)
        self._fields = layer.fields()
        self._geometry = layer.wkbType()
        self._crs = layer.crs()
        self._count = max(layer.featureCount(), 1)

    def write(self, path, feedback):
        """Writes a layer of the same name. Stops halfway when the user wants so: look at feedback.isCanceled()."""
        feedback.setProgressText(tr("Copying {name}").format(name=self._name))
        writer = QgsVectorFileWriter.create(path, self._columns(), self._geometry, self._crs,
                                            QgsCoordinateTransformContext(), self._options())
        self._check(writer)
        for number, feature in enumerate(self._source.getFeatures()):
            if feedback.isCanceled():
                break
            if not writer.addFeature(self._row(feature), QgsFeatureSink.FastInsert):
                self._check(writer)
            feedback.setProgress(100 * number / self._count)
        if not writer.flushBuffer():
            self._check(writer)
        del writer  # closes the file

    def _check(self, writer):
        if writer.hasError() != QgsVectorFileWriter.NoError:
            raise QgsProcessingException(tr("The layer {name} cannot be copied: {reason}").format(
                name=self._name, reason=writer.errorMessage()))

    def _options(self):
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.layerName = self._name
        # A column called fid stays a column: its values need not be whole numbers, nor differ.
        options.layerOptions = ["FID=koppelkans_fid", "SPATIAL_INDEX=NO"]
        return options

    def _columns(self):
        columns = QgsFields()
        for field in self._fields:
            kind = field.type() if field.type() in COLUMN_TYPES else QVariant.String
            columns.append(QgsField(field.name(), kind))
        return columns

    def _row(self, feature):
        row = QgsFeature(feature)
        values = feature.attributes()
        for i, field in enumerate(self._fields):
            if field.type() not in COLUMN_TYPES and values[i] is not None:
                values[i] = field.displayString(values[i])
        row.setAttributes(values)
        return row
