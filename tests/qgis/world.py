"""What the tests of the plugin stand in: a QGIS with the plugin loaded, voorbeeldstad as layers of a project, and the
program itself to hold the plugin against."""
import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsProcessingContext, QgsProcessingFeedback,
                       QgsProject, QgsSettings, QgsVectorLayer)

ROOT = Path(__file__).resolve().parents[2]
# A copy: QGIS writes to a GeoPackage as soon as a filter is set on it.
TOWN = Path(tempfile.gettempdir()) / "voorbeeldstad"
PEILDATUM = "2026-05-12"
RD = "EPSG:28992"
# Those of which columns and soort are recognised without a configuration.
PLANS = ["bouwprojecten.gpkg", "groen.csv", "herinrichting.shp", "klimaatadaptatie.gpkg", "rioolvervanging.gpkg",
         "sociale_opgaven.csv", "warmtenet_gebieden.geojson", "warmtenet_trace.geojson", "wegonderhoud.gpkg",
         "wijkagenda.xlsx", "woningrenovatie.gpkg"]

_state = {}


def start(program, archive, folder):
    shutil.copytree(ROOT / "data" / "voorbeeldstad", TOWN)
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing
    Processing.initialize()
    import koppelkans
    plugin = koppelkans.classFactory(None)
    plugin.initProcessing()
    _state.update(application=application, plugin=plugin, program=program, archive=archive, folder=folder)


def end():
    QgsProject.instance().clear()
    _state["plugin"].unload()
    _state["application"].exitQgis()


def program():
    return _state["program"]


def plugin():
    return _state["plugin"]


def archive():
    return _state["archive"]


class Feedback(QgsProcessingFeedback):
    """Keeps what it is told."""

    def __init__(self):
        super().__init__(False)
        self.infos = []
        self.warnings = []
        self.phases = []
        self.percents = []
        self.progressChanged.connect(self.percents.append)

    def pushInfo(self, text):  # noqa: N802
        self.infos.append(text)

    def pushWarning(self, text):  # noqa: N802
        self.warnings.append(text)

    def setProgressText(self, text):  # noqa: N802
        self.phases.append(text)


def layer(path, name, provider="ogr", crs=None):
    """As a user opens it, in the project."""
    found = QgsVectorLayer(str(path), name, provider)
    if not found.isValid():
        raise AssertionError(f"no layer: {path}")
    if crs:
        found.setCrs(QgsCoordinateReferenceSystem(crs))
    QgsProject.instance().addMapLayer(found)
    return found


def town_layers(names=None):
    """(buurten, plans)"""
    buurten = layer(TOWN / "buurten.gpkg", "buurten")
    return buurten, [layer(TOWN / name, Path(name).stem) for name in names or PLANS]


def speak(test, language):
    """Gives QGIS and the plugin another language until the test is over."""
    import koppelkans
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", language)
    test.addCleanup(settings.remove, "locale")
    test.addCleanup(koppelkans.classFactory(None).unload)


class Case(unittest.TestCase):
    """A test with a folder and an empty project of its own; it must leave neither process nor temporary file."""

    def setUp(self):
        QgsProject.instance().clear()
        self.folder = Path(tempfile.mkdtemp(prefix="test é 'n \"map\" "))
        self.addCleanup(shutil.rmtree, self.folder)
        self.addCleanup(QgsProject.instance().clear)
        self.result = self.folder / "koppel kansen.gpkg"

    def tearDown(self):
        self.assertEqual(children(), [], "a process was left behind")
        left = [path.name for path in Path(tempfile.gettempdir()).glob("koppelkans-*")]
        self.assertEqual(left, [], "a temporary folder was left behind")

    def run_algorithm(self, name, feedback=None, **parameters):
        import processing
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        values = {key: str(value) if isinstance(value, Path) else value for key, value in parameters.items()}
        return processing.run(f"koppelkans:{name}", values, feedback=feedback or Feedback(), context=context)

    def find(self, **parameters):
        return self.run_algorithm("bepalen", **{"OUTPUT": self.result, **parameters})

    def check(self, **parameters):
        return self.run_algorithm("controleren", **parameters)

    def assert_says(self, sentence, algorithm, **parameters):
        from qgis.core import QgsProcessingException
        with self.assertRaises(QgsProcessingException) as caught:
            algorithm(**parameters)
        self.assertIn(sentence, str(caught.exception))
        return str(caught.exception)


def children():
    """The processes of the program that this one started and that still run."""
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
        except OSError:
            continue  # it has ended meanwhile
        if lines["PPid"] == str(os.getpid()):
            found.append(lines["Name"])
    return found


def cli(*arguments):
    """The program's own summary."""
    done = subprocess.run([program(), *map(str, arguments), "--json", "--progress", "never"], capture_output=True,
                          check=True)
    return json.loads(done.stdout)


def cli_said(*arguments):
    """What the program says of a command that has no summary."""
    return subprocess.run([program(), *map(str, arguments)], capture_output=True, check=True, text=True).stdout


def cli_error(*arguments):
    """What the program says when it fails, without its name."""
    done = subprocess.run([program(), *map(str, arguments)], capture_output=True, check=False, text=True)
    if done.returncode == 0:
        raise AssertionError("it should have failed")
    return done.stderr.replace("koppelkans: ", "", 1).strip()


def counts(results):
    """Of the results of an algorithm those that are rows of layers."""
    return {key[len("AANTAL_"):].lower(): value for key, value in results.items() if key.startswith("AANTAL_")}
