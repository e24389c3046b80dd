"""koppelkans:rapport"""
import os

from qgis.core import (QgsProcessingOutputHtml, QgsProcessingParameterEnum, QgsProcessingParameterFile,
                       QgsProcessingParameterFolderDestination, QgsProcessingParameterString)

from .job_algorithm import KoppelkansAlgorithm
from .leftovers import FolderLeftovers
from .program import find_program
from .run import run_koppelkans
from .translation import language, tr

# The words of the program, on its command line and in a model alike.
GEBIEDEN = ["buurt", "wijk", "gemeente"]
FORMATS = ["html", "pdf", "xlsx", "csv"]
LANGUAGES = ["nl", "en"]


class Rapport(KoppelkansAlgorithm):
    RESULT = "RESULT"
    PER = "PER"
    ONLY = "ONLY"
    FORMATS = "FORMATS"
    LANGUAGE = "LANGUAGE"
    OUTPUT = "OUTPUT"
    INDEX = "INDEX"

    def name(self):
        return "rapport"

    def displayName(self):  # noqa: N802
        return tr("Make a report")

    def tags(self):
        return tr("koppelkansen,report,pages,pdf,html,excel,xlsx,csv,neighbourhood").split(",")

    def shortDescription(self):  # noqa: N802
        return tr("Makes pages, a workbook and tables of a result, for those who do not work in QGIS.")

    def shortHelpString(self):  # noqa: N802
        return "<p>" + "</p><p>".join((
            tr("Makes of a result of Find koppelkansen what people take to the table: a page for each buurt, wijk or "
               "gemeente with a map, a timeline, the koppelkansen in order of promise and what to do before which "
               "day; an overview of the whole; and all rows in a workbook (xlsx) or as tables (csv)."),
            tr("The pages need no network and can be sent as they are. Start with index.html or index.pdf, "
               "to which the menu Processing, Results Viewer has a link."),
            tr("PDF needs the program WeasyPrint (Debian: apt install weasyprint), and a second or two for each page."),
            tr("With codes of buurten, wijken or gemeenten there are pages only for these; overview and tables stay "
               "those of the whole result."),
            tr("Choose a folder that is new or empty, or one with an earlier report, which is renewed. When it is "
               "stopped, an earlier report is left as it was."))) + "</p>"

    def initAlgorithm(self, configuration=None):  # noqa: N802
        spoken = language()
        for parameter in (
                QgsProcessingParameterFile(self.RESULT, tr("Result of Find koppelkansen"), extension="gpkg"),
                QgsProcessingParameterEnum(self.PER, tr("A page for each"), GEBIEDEN, defaultValue="buurt",
                                           usesStaticStrings=True),
                QgsProcessingParameterString(
                    self.ONLY, tr("Pages only for these codes, such as WK028902, WK028903 (empty: all)"),
                    optional=True),
                QgsProcessingParameterEnum(self.FORMATS, tr("Write as"), FORMATS, allowMultiple=True,
                                           defaultValue=["html", "xlsx"], usesStaticStrings=True),
                QgsProcessingParameterEnum(self.LANGUAGE, tr("Language of the report"), LANGUAGES,
                                           defaultValue=spoken if spoken in LANGUAGES else "en",
                                           usesStaticStrings=True),
                QgsProcessingParameterFolderDestination(self.OUTPUT, tr("Folder of the report"))):
            self.addParameter(parameter)
        # The Results Viewer opens it with what the desktop has for it, PDF too.
        self.addOutput(QgsProcessingOutputHtml(self.INDEX, tr("Overview")))

    def _options(self, parameters, context):
        options = ["--progress", "always",
                   "--per", self.parameterAsEnumString(parameters, self.PER, context),
                   "--format", ",".join(self.parameterAsEnumStrings(parameters, self.FORMATS, context)),
                   "--lang", self.parameterAsEnumString(parameters, self.LANGUAGE, context)]
        codes = self.parameterAsString(parameters, self.ONLY, context).replace(",", " ").split()
        return options + (["--only=" + ",".join(codes)] if codes else [])

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        folder = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        line = [find_program(), "report", self.parameterAsFile(parameters, self.RESULT, context), "--output", folder]
        output = run_koppelkans(line + self._options(parameters, context), feedback, FolderLeftovers(folder))
        if output is None:
            return {}
        for text in output.splitlines():
            feedback.pushInfo(text)
        return {self.OUTPUT: folder, **self._index(parameters, context, folder)}

    def _index(self, parameters, context, folder):
        """What to open first; nothing where the report is only tables."""
        written = self.parameterAsEnumStrings(parameters, self.FORMATS, context)
        for name in ("html", "pdf"):
            if name in written:
                return {self.INDEX: os.path.join(folder, f"index.{name}")}
        return {}
