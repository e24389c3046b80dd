"""koppelkans:controleren"""
from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterFileDestination

from .account import html_page, log_lines, totals
from .job_algorithm import JobAlgorithm
from .translation import tr


class Controleren(JobAlgorithm):
    REPORT = "REPORT"

    def name(self):
        return "controleren"

    def displayName(self):  # noqa: N802
        return tr("Check plans")

    def tags(self):
        return tr("koppelkansen,check,quality,plans,rows left out").split(",")

    def shortDescription(self):  # noqa: N802
        return tr("Reads all plans and tells which rows would be left out, and why.")

    def shortHelpString(self):  # noqa: N802
        return "<p>" + "</p><p>".join((
            tr("Reads all plans as Find koppelkansen does, and tells for each source how it was understood, and which "
               "rows would be left out and why. Nothing is analysed, and no result written."),
            tr("A fault is something to mend in the data, such as a date that cannot be read. By rule are left out "
               "plans that are vervallen, afgerond, or outside the period or the buurten."),
            tr("The report is the same as a page that can be sent to whoever keeps the data."))) + "</p>"

    def initAlgorithm(self, configuration=None):  # noqa: N802
        super().initAlgorithm(configuration)
        self.addParameter(QgsProcessingParameterFileDestination(
            self.REPORT, tr("Report"), "HTML (*.html)", optional=True, createByDefault=False))
        for name, description in (("GELEZEN", tr("Rows read")), ("GEANALYSEERD", tr("Rows that would be analysed")),
                                  ("SAMENGEVOEGD", tr("Rows merged into another")),
                                  ("AFGEKEURD", tr("Rows that would be left out")),
                                  ("FOUTEN", tr("Rows with a fault"))):
            self.addOutput(QgsProcessingOutputNumber(name, description))

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        summary = self.run_job("check", [], parameters, context, feedback)
        if summary is None:
            return {}
        for line in log_lines(summary):
            feedback.pushInfo(line)
        results = {name.upper(): count for name, count in totals(summary).items()}
        report = self.parameterAsFileOutput(parameters, self.REPORT, context)
        if report:
            with open(report, "w", encoding="utf-8") as page:
                page.write(html_page(summary))
            results[self.REPORT] = report
        return results
