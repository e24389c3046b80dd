"""koppelkans:bepalen"""
from qgis.core import (QgsProcessing, QgsProcessingOutputNumber, QgsProcessingOutputVectorLayer,
                       QgsProcessingParameterBoolean, QgsProcessingParameterEnum,
                       QgsProcessingParameterFileDestination)

from .account import log_lines
from .job_algorithm import JobAlgorithm
from .leftovers import FileLeftovers
from .result_layers import LAYERS, layer_source, layers_in, load_result
from .translation import tr

COUNTED = ("koppelkansen", "gebiedskansen", "combinaties", "risicos", "opgaven", "afgekeurd")
# The layers that a next step of a model is likely to want. The one of the buurten cannot have the name of the input.
OUTPUTS = {laag: laag.upper() for laag in (*COUNTED, "werkgebieden")}
OUTPUTS["buurten"] = "BUURTEN_RESULT"
OPTIONAL = [laag for laag in LAYERS if laag not in ("bronnen", "run")]  # those are written always


class Bepalen(JobAlgorithm):
    LAGEN = "LAGEN"
    OVERWRITE = "OVERWRITE"
    LOAD = "LOAD"
    OUTPUT = "OUTPUT"

    def __init__(self):
        super().__init__()
        self._to_load = None

    def name(self):
        return "bepalen"

    def displayName(self):  # noqa: N802
        return tr("Find koppelkansen")

    def tags(self):
        return tr("koppelkansen,works,plans,combine,municipality,neighbourhood").split(",")

    def shortDescription(self):  # noqa: N802
        return tr("Finds per buurt which plans meet in space and time, and writes them to a GeoPackage.")

    def shortHelpString(self):  # noqa: N802
        return "<p>" + "</p><p>".join((
            tr("Reads all plans, finds per buurt which of them meet in space and time (the koppelkansen), and writes "
               "one GeoPackage, with an account of every row that was read."),
            tr("Give a configuration (koppelkans.toml), or layers. Of layers the columns are recognised by their "
               "usual names, and the soort by a column, by the name of the layer or by that of its file: rename a "
               "layer to, say, Warmtenet to tell its soort. A layer is read as QGIS shows it, with its filter and "
               "with edits that were not saved."),
            tr("A CSV, and any table with x and y, needs the CRS of those that say none."),
            tr("Start in the layer Koppelkansen where aanhaken is kansrijk: there is room to join. Then look at "
               "Afgekeurd: every row that was left out, with its reason."),
            tr("When it is stopped, an earlier result is left as it was."))) + "</p>"

    def initAlgorithm(self, configuration=None):  # noqa: N802
        super().initAlgorithm(configuration)
        for parameter in (
                QgsProcessingParameterEnum(self.LAGEN, tr("Layers to write (none: all)"), OPTIONAL,
                                           allowMultiple=True, optional=True, usesStaticStrings=True),
                QgsProcessingParameterBoolean(self.OVERWRITE, tr("Replace the result if it is there already"),
                                              defaultValue=False),
                QgsProcessingParameterBoolean(self.LOAD, tr("Add the layers of the result to the project"),
                                              defaultValue=True),
                QgsProcessingParameterFileDestination(self.OUTPUT, tr("Result"), "GeoPackage (*.gpkg)")):
            self.addParameter(parameter)
        for laag in COUNTED:
            self.addOutput(QgsProcessingOutputNumber(f"AANTAL_{laag.upper()}",
                                                     tr("Number of {layer}").format(layer=laag)))
        for laag, output in OUTPUTS.items():
            self.addOutput(QgsProcessingOutputVectorLayer(output, LAYERS[laag][0], QgsProcessing.TypeVector))

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        self._to_load = None
        target = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        options = ["--output", target]
        if self.parameterAsBoolean(parameters, self.OVERWRITE, context):
            options.append("--overwrite")
        lagen = [laag for laag in self.parameterAsEnumStrings(parameters, self.LAGEN, context) if laag]
        if lagen:
            options += ["--lagen", ",".join(lagen)]
        summary = self.run_job("run", options, parameters, context, feedback, FileLeftovers(target))
        if summary is None:
            return {}
        for line in log_lines(summary):
            feedback.pushInfo(line)
        layers = layers_in(target)
        if self.parameterAsBoolean(parameters, self.LOAD, context):
            self._to_load = (target, layers)
        return self._results(target, summary, layers)

    def _results(self, target, summary, layers):
        results = {self.OUTPUT: target}
        for laag in COUNTED:
            if laag in summary["lagen"]:
                results[f"AANTAL_{laag.upper()}"] = summary["lagen"][laag]
        for laag, output in OUTPUTS.items():
            if laag in layers:
                results[output] = layer_source(target, laag)
        return results

    def postProcessAlgorithm(self, context, feedback):  # noqa: N802
        if self._to_load is not None:
            load_result(context, *self._to_load, OUTPUTS)
        return {}
