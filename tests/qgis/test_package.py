"""The ZIP, as plugins.qgis.org and QGIS want it, and its Dutch."""
import ast
import configparser
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtSvg import QSvgRenderer

import koppelkans
import world

SOURCES = world.ROOT / "tools" / "qgis"
PLUGIN = Path(koppelkans.__file__).parent
REQUIRED = ("name", "qgisMinimumVersion", "description", "about", "version", "author", "email", "repository", "tracker",
            "homepage", "category", "tags", "icon", "experimental", "hasProcessingProvider")


class Package(unittest.TestCase):
    def setUp(self):
        self.names = zipfile.ZipFile(world.archive()).namelist()

    def test_one_folder_on_top(self):
        self.assertEqual({name.split("/")[0] for name in self.names}, {"koppelkans"})

    def test_whole_and_nothing_else(self):
        sources = {path.name for path in (SOURCES / "koppelkans").glob("*.*")}
        packed = {name.removeprefix("koppelkans/") for name in self.names}
        self.assertEqual(packed, sources | {"LICENSE", "i18n/koppelkans_nl.qm"})
        self.assertIn("EUROPEAN UNION PUBLIC LICENCE", (PLUGIN / "LICENSE").read_text(encoding="utf-8"))

    def test_packing_twice_gives_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            again = Path(folder) / "again.zip"
            subprocess.run([sys.executable, "-B", SOURCES / "pack.py", PLUGIN, again], check=True)
            self.assertEqual(again.read_bytes(), world.archive().read_bytes())

    def test_the_plugin_that_is_tested_is_the_packed_one(self):
        self.assertNotIn(world.ROOT, PLUGIN.parents)


class Metadata(unittest.TestCase):
    def setUp(self):
        parser = configparser.ConfigParser(interpolation=None)
        parser.optionxform = str
        parser.read(PLUGIN / "metadata.txt", encoding="utf-8")
        self.metadata = parser["general"]

    def test_complete(self):
        for key in REQUIRED:
            self.assertTrue(self.metadata.get(key), key)
        self.assertEqual(self.metadata["qgisMinimumVersion"], "3.22")
        self.assertEqual(self.metadata["hasProcessingProvider"], "yes")
        self.assertRegex(self.metadata["email"], r"^[^@ ]+@[^@ ]+$")
        for key in ("repository", "tracker", "homepage"):
            self.assertRegex(self.metadata[key], "^https://")

    def test_the_version_is_that_of_the_program(self):
        project = (world.ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
        version = re.search(r"project\(koppelkans VERSION ([\d.]+)", project)[1]
        self.assertEqual(self.metadata["version"], version)
        self.assertEqual(world.archive().name, f"koppelkans-qgis-{version}.zip")

    def test_the_addresses_are_those_of_publiccode(self):
        publiccode = (world.ROOT / "publiccode.yml").read_text(encoding="utf-8")
        self.assertIn(f'url: "{self.metadata["repository"]}"', publiccode)

    def test_the_icon_draws(self):
        icon = PLUGIN / self.metadata["icon"]
        self.assertTrue(QSvgRenderer(str(icon)).isValid())
        self.assertFalse(QIcon(str(icon)).pixmap(24).isNull())


class Language(unittest.TestCase):
    def setUp(self):
        self.provider = QgsApplication.processingRegistry().providerById("koppelkans")

    def shown(self):
        return [algorithm.displayName() for algorithm in self.provider.algorithms()]

    def test_complete(self):
        done = subprocess.run([sys.executable, "-B", SOURCES / "update_translations.py", "--check"],
                              capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_the_same_places_in_both(self):
        sys.path.insert(0, str(SOURCES))
        import update_translations
        for text, dutch in update_translations.translations(update_translations.TARGET).items():
            places = re.compile(r"\{\w+\}")
            self.assertEqual(sorted(places.findall(text)), sorted(places.findall(dutch)), text)

    def test_dutch(self):
        self.assertEqual(self.shown(), ["Find koppelkansen", "Write a configuration", "Check plans", "Make a report"])
        world.speak(self, "nl_NL")
        self.assertEqual(self.shown(), ["Koppelkansen bepalen", "Configuratie maken", "Plannen controleren",
                                        "Rapport maken"])
        for algorithm in self.provider.algorithms():
            algorithm = algorithm.create()
            self.assertNotRegex(algorithm.shortHelpString(), r"\b(the|rows|which)\b", algorithm.name())
            for definition in algorithm.parameterDefinitions():
                self.assertNotRegex(definition.description(), r"\b(the|with|layers)\b", algorithm.name())

    def test_english_for_any_other(self):
        world.speak(self, "fr")
        self.assertEqual(self.shown()[0], "Find koppelkansen")

    def test_every_algorithm_has_help(self):
        for algorithm in self.provider.algorithms():
            self.assertGreater(len(algorithm.shortHelpString()), 200, algorithm.name())
            self.assertTrue(algorithm.shortDescription(), algorithm.name())
            self.assertFalse(algorithm.icon().isNull(), algorithm.name())


class Sources(unittest.TestCase):
    def test_functions_and_files_stay_short(self):
        for path in [*SOURCES.rglob("*.py"), *Path(__file__).parent.glob("*.py")]:
            text = path.read_text(encoding="utf-8")
            self.assertLessEqual(text.count("\n"), 400, path)
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.FunctionDef):
                    self.assertLessEqual(node.end_lineno - node.lineno + 1, 60, f"{path}: {node.name}")

    def test_lines_are_of_the_width_of_the_house(self):
        for path in [*SOURCES.rglob("*.py"), *Path(__file__).parent.glob("*.py")]:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                self.assertLessEqual(len(line), 120, f"{path}:{number}")

    def test_nothing_but_qgis_and_python_itself(self):
        known = set(sys.stdlib_module_names) | {"qgis", "processing"}
        for path in (SOURCES / "koppelkans").glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else \
                    [node.module] if isinstance(node, ast.ImportFrom) and node.level == 0 else []
                for name in names:
                    self.assertIn(name.split(".")[0], known, path)


class Provider(unittest.TestCase):
    def test_from_the_zip(self):
        provider = QgsApplication.processingRegistry().providerById("koppelkans")
        self.assertEqual([algorithm.id() for algorithm in provider.algorithms()],
                         ["koppelkans:bepalen", "koppelkans:configuratie", "koppelkans:controleren",
                          "koppelkans:rapport"])
        self.assertEqual(provider.svgIconPath(), str(PLUGIN / "icon.svg"))
        self.assertEqual(provider.longName(), "Koppelkans: where planned works can go together")

    def test_unloads_and_loads_again(self):
        registry = QgsApplication.processingRegistry()
        plugin = world.plugin()
        plugin.unload()
        self.assertIsNone(registry.providerById("koppelkans"))
        plugin.initGui()
        self.assertIsNotNone(registry.providerById("koppelkans"))
