"""Make a report: the same as by the program itself, wherever it goes, whatever it is refused for."""
import csv
import json
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from qgis.core import (QgsApplication, QgsProcessingContext, QgsProcessingModelAlgorithm,
                       QgsProcessingModelChildAlgorithm, QgsProcessingModelChildParameterSource, QgsProcessingUtils,
                       QgsProject)

import world
from test_stop import STAND_IN, Watcher

# Stands in for WeasyPrint. The sentence is that of Python where there is none.
NO_WEASYPRINT = "raise ModuleNotFoundError(\"No module named 'weasyprint'\")\n"
SLOW_WEASYPRINT = "import time\ntime.sleep(100)\n"


def tree(folder):
    """All that is in it: bytes by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*") if path.is_file()}


def language_of(page):
    return page.read_text(encoding="utf-8").split('<html lang="', 1)[1][:2]


class ReportCase(world.Case):
    @classmethod
    def setUpClass(cls):
        folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, folder)
        cls.source = folder / "koppelkansen.gpkg"
        world.cli("run", world.TOWN / "koppelkans.toml", "--output", cls.source)

    def setUp(self):
        super().setUp()
        self.target = self.folder / "rapport ü"

    def report(self, feedback=None, **parameters):
        return self.run_algorithm("rapport", feedback, **{"RESULT": self.source, "OUTPUT": self.target, **parameters})

    def set_weasyprint(self, text):
        """Debian's Python looks here before it looks among its packages; no other is there."""
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        site = self.folder / "home" / ".local" / "lib" / version / "site-packages"
        site.mkdir(parents=True)
        (site / "weasyprint.py").write_text(text)
        old = {name: os.environ[name] for name in ("HOME", "PATH")}
        self.addCleanup(os.environ.update, old)
        os.environ.update(HOME=str(self.folder / "home"), PATH=str(self.folder))


class AsTheProgram(ReportCase):
    def expected(self, *options):
        """What the program makes, at the same moment."""
        os.environ["SOURCE_DATE_EPOCH"] = "1800000000"
        self.addCleanup(os.environ.pop, "SOURCE_DATE_EPOCH")
        folder = self.folder / "cli"
        world.cli_said("report", self.source, "-o", folder, *options)
        return tree(folder)

    def test_pages_and_tables(self):
        expected = self.expected("--format", "html,csv", "--lang", "en")
        feedback = world.Feedback()
        results = self.report(feedback, FORMATS=["html", "csv"], LANGUAGE="en")
        self.assertEqual(results, {"OUTPUT": str(self.target), "INDEX": str(self.target / "index.html")})
        self.assertEqual(tree(self.target), expected)
        self.assertIn("csv/koppelkansen.csv", expected)
        self.assertTrue(any(info.startswith(f"Wrote {self.target}: 41 HTML pages") for info in feedback.infos))
        self.assertEqual(feedback.warnings, [])

    def test_the_table_holds_the_rows_of_the_result(self):
        self.report(FORMATS=["csv"])
        with sqlite3.connect(self.source) as result:
            count, = result.execute("SELECT count(*) FROM koppelkansen").fetchone()
        with open(self.target / "csv" / "koppelkansen.csv", encoding="utf-8", newline="") as file:
            self.assertEqual(len(list(csv.reader(file))), count + 1)

    def test_two_wijken(self):
        expected = self.expected("--per", "wijk", "--only", "WK999901,WK999902", "--format", "html", "--lang", "nl")
        self.report(PER="wijk", ONLY=" WK999901  WK999902, ", FORMATS="html", LANGUAGE="nl")
        self.assertEqual(tree(self.target), expected)
        self.assertEqual(sorted(path.name for path in (self.target / "wijk").iterdir()),
                         ["WK999901.html", "WK999902.html"])

    def test_as_proposed(self):
        self.report()
        manifest = json.loads((self.target / "manifest.json").read_text(encoding="utf-8"))
        self.assertEqual((manifest["per"], manifest["only"], manifest["language"]), ("buurt", [], "en"))
        self.assertEqual({Path(file["path"]).suffix for file in manifest["files"]}, {".html", ".xlsx"})

    def test_pdf(self):
        if not shutil.which("weasyprint"):
            self.skipTest("there is no WeasyPrint")
        results = self.report(PER="wijk", ONLY="WK999901", FORMATS=["pdf"])
        self.assertEqual(results["INDEX"], str(self.target / "index.pdf"))
        self.assertTrue((self.target / "index.pdf").read_bytes().startswith(b"%PDF"))
        self.assertEqual(sorted(tree(self.target)), ["index.pdf", "manifest.json", "wijk/WK999901.pdf"])

    def test_both_languages(self):
        for language in ("nl", "en"):
            self.report(FORMATS=["html"], PER="gemeente", LANGUAGE=language)
            self.assertEqual(language_of(self.target / "index.html"), language)

    def test_the_language_of_qgis(self):
        for spoken, expected in (("nl_NL", "nl"), ("fr", "en")):
            world.speak(self, spoken)
            self.report(FORMATS=["html"], PER="gemeente")
            self.assertEqual(language_of(self.target / "index.html"), expected)


class Destination(ReportCase):
    def test_a_temporary_folder(self):
        results = self.report(OUTPUT="TEMPORARY_OUTPUT", FORMATS=["html", "csv"], PER="gemeente")
        folder = Path(results["OUTPUT"])
        self.assertIn(Path(QgsProcessingUtils.tempFolder()), folder.parents)
        self.assertEqual(results["INDEX"], str(folder / "index.html"))
        self.assertIn("csv/opgaven.csv", tree(folder))

    def test_no_overview_among_tables(self):
        self.assertEqual(self.report(FORMATS=["xlsx"]), {"OUTPUT": str(self.target)})

    def test_an_earlier_report_is_renewed(self):
        self.report(FORMATS=["html"])
        self.report(FORMATS=["html"], PER="wijk", ONLY="WK999901")
        self.assertEqual(sorted(tree(self.target)), ["index.html", "manifest.json", "wijk/WK999901.html"])

    def test_of_a_step_before_in_a_model(self):
        value = QgsProcessingModelChildParameterSource.fromStaticValue
        find = QgsProcessingModelChildAlgorithm("koppelkans:bepalen")
        find.setChildId("find")
        find.addParameterSources("CONFIGURATION", [value(str(world.TOWN / "koppelkans.toml"))])
        find.addParameterSources("OUTPUT", [value(str(self.result))])
        tell = QgsProcessingModelChildAlgorithm("koppelkans:rapport")
        tell.setChildId("tell")
        tell.addParameterSources("RESULT", [QgsProcessingModelChildParameterSource.fromChildOutput("find", "OUTPUT")])
        tell.addParameterSources("FORMATS", [value(["html"])])
        tell.addParameterSources("OUTPUT", [value(str(self.target))])
        model = QgsProcessingModelAlgorithm("model", "model", "model")
        model.addChildAlgorithm(find)
        model.addChildAlgorithm(tell)
        context, feedback = QgsProcessingContext(), world.Feedback()
        context.setProject(QgsProject.instance())
        results, ok = model.run({}, context, feedback)
        self.assertTrue(ok, feedback.htmlLog())
        self.assertEqual(results["CHILD_RESULTS"]["tell"]["INDEX"], str(self.target / "index.html"))
        self.assertTrue((self.target / "index.html").is_file())


class Refused(ReportCase):
    def assert_says_the_same(self, source, *options, **parameters):
        said = self.assert_says(world.cli_error("report", source, "-o", self.target, *options), self.report,
                                RESULT=source, **parameters)
        self.assertFalse(said.startswith("koppelkans:"), said)
        return said

    def test_a_folder_with_other_files(self):
        self.target.mkdir()
        (self.target / "notulen.txt").write_text("van mij")
        self.assertIn("files that are no report", self.assert_says_the_same(self.source))
        self.assertEqual(tree(self.target), {"notulen.txt": b"van mij"})

    def test_no_result(self):
        self.assertIn("no such file", self.assert_says_the_same(self.folder / "weg.gpkg"))
        self.assertIn("no result", self.assert_says_the_same(world.TOWN / "buurten.gpkg"))
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_code_that_is_not_there(self):
        self.assertIn("WK000000", self.assert_says_the_same(self.source, "--only", "WK000000", ONLY="WK000000"))

    def test_what_looks_like_an_option(self):
        self.assertIn("--only --help", self.assert_says("no buurt", self.report, ONLY="--help"))

    def test_without_weasyprint(self):
        self.set_weasyprint(NO_WEASYPRINT)
        said = self.assert_says_the_same(self.source, "--format", "html,pdf", FORMATS=["html", "pdf"])
        self.assertIn("PDF needs WeasyPrint, which Python cannot find", said)
        self.assertFalse(self.target.exists())

    def test_nothing_to_write(self):
        self.assert_says("FORMATS", self.report, FORMATS=[])


class Stopped(ReportCase):
    def stopped(self, pattern, **parameters):
        """Seconds until it was over."""
        feedback = world.Feedback()
        watcher = Watcher(feedback, self.folder, pattern)
        watcher.start()
        results = self.report(feedback, **parameters)
        over = time.monotonic()
        watcher.join()
        self.assertIsNotNone(watcher.seen, "it was over before it could be stopped")
        self.assertEqual(results, {})
        self.assertIn("Stopped; nothing was written.", feedback.infos)
        return over - watcher.stopped_at

    def test_nothing_is_left(self):
        self.set_weasyprint(SLOW_WEASYPRINT)
        deep = self.folder / "nieuw" / "rapport"
        seconds = self.stopped("nieuw/rapport/.koppelkans-report-*", OUTPUT=deep, FORMATS=["html", "pdf"])
        self.assertLess(seconds, 2)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["home"])

    def test_an_earlier_report_is_left_as_it_was(self):
        self.report(FORMATS=["html", "csv"])
        before = tree(self.target)
        self.set_weasyprint(SLOW_WEASYPRINT)
        self.stopped(f"{self.target.name}/.koppelkans-report-*", FORMATS=["pdf"])
        self.assertEqual(tree(self.target), before)

    def by_force(self):
        os.environ.update(KOPPELKANS_PROGRAM=str(STAND_IN), STAND_IN="deaf_report",
                          STAND_IN_READY=str(self.folder / "ready"))
        self.addCleanup(os.environ.update, KOPPELKANS_PROGRAM=world.program())
        self.assertLess(self.stopped("ready"), 4)
        (self.folder / "ready").unlink()

    def test_by_force_nothing_is_left(self):
        self.by_force()
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_by_force_only_its_own_is_taken_away(self):
        self.target.mkdir()
        other = self.target / ".koppelkans-report-1-0123abcd"  # of a process that runs
        other.mkdir()
        self.by_force()
        self.assertEqual(list(self.target.iterdir()), [other])


class Form(world.Case):
    def test_proposes_the_language_of_qgis(self):
        def proposed():
            algorithm = QgsApplication.processingRegistry().createAlgorithmById("koppelkans:rapport")
            return algorithm.parameterDefinition("LANGUAGE").defaultValue()
        self.assertEqual(proposed(), "en")
        world.speak(self, "nl_NL")
        self.assertEqual(proposed(), "nl")
