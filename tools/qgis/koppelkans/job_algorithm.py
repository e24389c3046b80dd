"""What the algorithms have in common that read plans: their inputs, and the command line that follows from them."""
import json
import os
import re
import tempfile

from qgis.core import (QgsMapLayer, QgsProcessing, QgsProcessingAlgorithm, QgsProcessingException,
                       QgsProcessingParameterBoolean, QgsProcessingParameterCrs, QgsProcessingParameterDateTime,
                       QgsProcessingParameterDefinition, QgsProcessingParameterFile,
                       QgsProcessingParameterMultipleLayers, QgsProcessingParameterString,
                       QgsProcessingParameterVectorLayer, QgsProcessingUtils, QgsVectorLayer)

from .configuration_file import write_configuration
from .plan_layer import buurten_layer, plan_layer
from .program import find_program
from .run import run_koppelkans
from .translation import tr


def _about_layers(message, folder):
    """A sentence of the program without the files that only this run knows, and with what can be done in QGIS."""
    own_file = re.escape(folder + os.sep) + r"(koppelkans\.toml(:\d+)*: |\d+\.gpkg, )"
    advice = tr("The name of a layer can tell its soort, and QGIS can be told its CRS. Anything more takes a "
                "configuration.")
    return re.sub(own_file, "", message) + "\n" + advice


class KoppelkansAlgorithm(QgsProcessingAlgorithm):
    """One that calls the program."""

    def createInstance(self):  # noqa: N802
        return type(self)()

    def icon(self):
        return self.provider().icon() if self.provider() else super().icon()

    def canExecute(self):  # noqa: N802
        """So that the toolbox says what is missing before a form is filled in."""
        try:
            find_program()
        except QgsProcessingException as error:
            return False, str(error)
        return True, ""


class JobAlgorithm(KoppelkansAlgorithm):
    """Reads plans: those of a configuration, or those of layers."""

    CONFIGURATION = "CONFIGURATION"
    PLANS = "PLANS"
    BUURTEN = "BUURTEN"
    CRS = "CRS"
    PEILDATUM = "PEILDATUM"
    HORIZON = "HORIZON"
    ALLOW_NETWORK = "ALLOW_NETWORK"

    def __init__(self):
        super().__init__()
        self._buurten = None
        self._plans = []

    def initAlgorithm(self, configuration=None):  # noqa: N802
        for parameter in (
                QgsProcessingParameterFile(self.CONFIGURATION, tr("Configuration (koppelkans.toml)"),
                                           extension="toml", optional=True),
                QgsProcessingParameterMultipleLayers(self.PLANS, tr("Or layers with plans, tables too"),
                                                     QgsProcessing.TypeVector, optional=True),
                QgsProcessingParameterVectorLayer(self.BUURTEN, tr("With the layers: the buurten"),
                                                  [QgsProcessing.TypeVectorPolygon], optional=True),
                QgsProcessingParameterCrs(self.CRS, tr("With the layers: the CRS of those that say none"),
                                          optional=True),
                QgsProcessingParameterDateTime(self.PEILDATUM, tr("Peildatum (empty: today, or as configured)"),
                                               QgsProcessingParameterDateTime.Date, optional=True),
                QgsProcessingParameterString(
                    self.HORIZON, tr('Horizon, such as "2 jaar" or P18M (empty: two years, or as configured)'),
                    optional=True)):
            self.addParameter(parameter)
        network = QgsProcessingParameterBoolean(
            self.ALLOW_NETWORK, tr("Allow the network: databases and web addresses in the configuration"),
            defaultValue=False)
        network.setFlags(network.flags() | QgsProcessingParameterDefinition.FlagAdvanced)
        self.addParameter(network)

    def checkParameterValues(self, parameters, context):  # noqa: N802
        configuration = self.parameterAsString(parameters, self.CONFIGURATION, context)
        buurten = bool(parameters.get(self.BUURTEN))
        plans = bool(parameters.get(self.PLANS))
        if configuration and (buurten or plans):
            return False, tr("Give a configuration or layers, not both: a configuration names its own plans.")
        if not configuration and not (buurten and plans):
            return False, tr("Give a configuration, or layers with plans and the layer of the buurten.")
        unreadable = [] if configuration else self._unreadable(parameters, context)
        if unreadable:
            return False, tr("These layers cannot be read; mend their source first: {names}").format(
                names=", ".join(unreadable))
        return super().checkParameterValues(parameters, context)

    def _unreadable(self, parameters, context):
        """What was given as a layer and is none that works. Processing itself passes over such a layer in a list, and
        the result would lack its plans without a word."""
        plans = parameters[self.PLANS]
        given = [parameters[self.BUURTEN], *(plans if isinstance(plans, (list, tuple)) else [plans])]
        layers = [(one, QgsProcessingUtils.mapLayerFromString(one, context) if isinstance(one, str) else one)
                  for one in given]
        return [layer.name() if isinstance(layer, QgsMapLayer) else str(one) for one, layer in layers
                if not isinstance(layer, QgsVectorLayer) or not layer.isValid()]

    def prepareAlgorithm(self, parameters, context, feedback):  # noqa: N802
        """In the main thread, where layers may be touched; what it finds is used in the thread of the run."""
        nameless = self.parameterAsCrs(parameters, self.CRS, context)
        buurten = self.parameterAsVectorLayer(parameters, self.BUURTEN, context)
        self._buurten = buurten_layer(buurten, nameless) if buurten else None
        self._plans = [plan_layer(layer, nameless)
                       for layer in self.parameterAsLayerList(parameters, self.PLANS, context)]
        return True

    def _options(self, parameters, context):
        options = ["--json", "--progress", "always"]
        if parameters.get(self.PEILDATUM):
            day = self.parameterAsDateTime(parameters, self.PEILDATUM, context).date()
            options += ["--peildatum", day.toString("yyyy-MM-dd")]
        horizon = self.parameterAsString(parameters, self.HORIZON, context).strip()
        options += ["--horizon", horizon] if horizon else []
        # Layers are copied by QGIS, which read them itself; what stands in a configuration is another matter.
        return options + (["--allow-network"] if self.parameterAsBool(parameters, self.ALLOW_NETWORK, context) else [])

    def run_job(self, command, options, parameters, context, feedback, leftovers=None):
        """The summary of `koppelkans run` or `check`, or None when the user stopped it."""
        line = [find_program(), command]
        options = [*self._options(parameters, context), *options]
        configuration = self.parameterAsFile(parameters, self.CONFIGURATION, context)
        if configuration:
            output = run_koppelkans([*line, configuration, *options], feedback, leftovers)
        else:
            output = self._run_on_layers(line, options, feedback, leftovers)
        if output is None:
            return None
        summary = json.loads(output)
        for bron, plan in zip(summary["bronnen"], self._plans):
            bron["pad"] = plan.origin if plan.copy else bron["pad"]
        return summary

    def _run_on_layers(self, line, options, feedback, leftovers):
        with tempfile.TemporaryDirectory(prefix="koppelkans-") as folder:
            configuration = write_configuration(folder, self._buurten, self._plans, feedback)
            if configuration is None:
                return None
            try:
                return run_koppelkans([*line, configuration, *options], feedback, leftovers)
            except QgsProcessingException as error:
                raise QgsProcessingException(_about_layers(str(error), folder)) from error
