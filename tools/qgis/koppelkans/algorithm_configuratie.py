"""koppelkans:configuratie"""
import os

from qgis.core import (QgsProcessingParameterBoolean, QgsProcessingParameterCrs, QgsProcessingParameterFile,
                       QgsProcessingParameterFileDestination)

from .job_algorithm import KoppelkansAlgorithm
from .program import find_program
from .run import run_koppelkans
from .translation import tr


class Configuratie(KoppelkansAlgorithm):
    FOLDER = "FOLDER"
    CRS = "CRS"
    OVERWRITE = "OVERWRITE"
    OUTPUT = "OUTPUT"

    def name(self):
        return "configuratie"

    def displayName(self):  # noqa: N802
        return tr("Write a configuration")

    def tags(self):
        return tr("koppelkansen,configuration,toml,folder").split(",")

    def shortDescription(self):  # noqa: N802
        return tr("Looks at the files in a folder and writes a koppelkans.toml that runs as it is.")

    def shortHelpString(self):  # noqa: N802
        return "<p>" + "</p><p>".join((
            tr("Looks at the vector files and tables in a folder, recognises the buurten, the columns and the soort of "
               "each source, and writes a koppelkans.toml with comments that Find koppelkansen takes as it is."),
            tr("A source that is not ready, since its soort or its CRS is not known, stands in it as a comment with "
               "the reason. Correct in a text editor what was guessed wrong, and go on with Check plans."))) + "</p>"

    def initAlgorithm(self, configuration=None):  # noqa: N802
        for parameter in (
                QgsProcessingParameterFile(self.FOLDER, tr("Folder with plans"), QgsProcessingParameterFile.Folder),
                QgsProcessingParameterCrs(self.CRS, tr("The CRS of files that say none"), optional=True),
                QgsProcessingParameterBoolean(self.OVERWRITE, tr("Replace the configuration if it is there already"),
                                              defaultValue=False),
                QgsProcessingParameterFileDestination(
                    self.OUTPUT, tr("Configuration (empty: koppelkans.toml in the folder)"), "TOML (*.toml)",
                    optional=True, createByDefault=False)):
            self.addParameter(parameter)

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        folder = self.parameterAsFile(parameters, self.FOLDER, context)
        target = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        line = [find_program(), "init", folder]
        target = target or os.path.join(folder, "koppelkans.toml")
        line += ["--output", target]
        crs = self.parameterAsCrs(parameters, self.CRS, context)
        if crs.isValid():
            line += ["--crs", crs.authid() or crs.toWkt()]
        if self.parameterAsBoolean(parameters, self.OVERWRITE, context):
            line.append("--overwrite")
        output = run_koppelkans(line, feedback)
        if output is None:
            return {}
        for text in output.splitlines():
            if not text.startswith("Next: "):  # a command line, which is for a terminal
                feedback.pushInfo(text)
        return {self.OUTPUT: target}
