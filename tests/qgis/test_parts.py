"""The parts that need no QGIS: what the program says, and what it reads."""
import tomllib
import unittest

from koppelkans.configuration_file import configuration_text, toml_text
from koppelkans.plan_layer import PlanLayer
from koppelkans.progress import PHASES, message_of, phase_text, read_step


class Progress(unittest.TestCase):
    def test_a_bar(self):
        step = read_step("\x1b[KFinding koppelkansen [#####...............]  25%  3/12 buurten, 1.5/s, 6 s left")
        self.assertEqual(step, ("Finding koppelkansen", 50))
        self.assertEqual(read_step("Writing [####################] 100%  9/9 rows").percent, 100)

    def test_a_report(self):
        step = read_step("\x1b[KWriting pages [##########..........]  50%  21/41 pages, 0.7/s, 28 s left")
        self.assertEqual(step, ("Writing pages", 47.5))
        self.assertEqual(read_step("koppelkans: Reading the result: 0 rows in 0.0 s"), ("Reading the result", 5))
        self.assertEqual(read_step("Writing tables  12 rows"), ("Writing tables", 90))

    def test_every_phase_has_words(self):
        for phase in PHASES:
            self.assertTrue(phase_text(phase), phase)

    def test_a_count_without_a_total(self):
        self.assertEqual(read_step("Reading buurten  0 rows"), ("Reading buurten", 0))
        self.assertEqual(read_step("Reading plans  12345 rows, 900/s"), ("Reading plans", 5))

    def test_the_end_of_a_phase_where_there_is_no_terminal(self):
        self.assertEqual(read_step("koppelkans: Reading plans: 247 rows in 0.0 s"), ("Reading plans", 35))
        self.assertEqual(read_step("koppelkans: Finding koppelkansen: 40 buurten in 12.3 s").percent, 95)

    def test_messages(self):
        for text in ("", "koppelkans: plannen.gpkg: there is no such file", "koppelkans: Writing: no space left",
                     "Writing", "terminate called"):
            self.assertIsNone(read_step(text), text)
        self.assertEqual(message_of("\x1b[Kkoppelkans: stopped; nothing was written"), "stopped; nothing was written")
        self.assertEqual(message_of("\x1b[K"), "")
        self.assertEqual(message_of("koppelkans: a.csv: koppelkans: b"), "a.csv: koppelkans: b")


class Configuration(unittest.TestCase):
    TEXTS = ["riool", "", 'C:\\plannen\\"x".gpkg', "café\t\n\r\x00\x7f", "naam = 'x' # no comment", "\U0001f6a7"]

    def test_any_text_comes_back(self):
        for text in self.TEXTS:
            self.assertEqual(tomllib.loads("a = " + toml_text(text))["a"], text)

    def test_a_whole_file(self):
        def layer(name, **more):
            values = {"path": None, "laag": "", "filter": "", "crs": "", "copy": None, "origin": "x\n[evil]\u2028\x07"}
            return PlanLayer(name, **{**values, **more})
        buurten = layer("buurten", laag="wijk'en")
        plans = [layer(text, filter=text, crs=text, copy="a copy") for text in self.TEXTS]
        paths = ["/b.gpkg", *(f"/{number}.gpkg" for number in range(len(plans)))]
        read = tomllib.loads(configuration_text(buurten, plans, paths))
        self.assertEqual(read["buurten"], {"bron": "/b.gpkg", "laag": "wijk'en"})
        expected = [{"naam": text, "bron": path, "laag": text, "crs": text, "filter": text}
                    for text, path in zip(self.TEXTS, paths[1:])]
        self.assertEqual(read["bronnen"], [{key: value for key, value in bron.items() if value or key != "crs"
                                            and key != "filter"} for bron in expected])

    def test_names_differ(self):
        plan = PlanLayer("groen", "/g.gpkg", "", "", "", None, "")
        read = tomllib.loads(configuration_text(plan, [plan] * 3, ["/g.gpkg"] * 4))
        self.assertEqual([bron["naam"] for bron in read["bronnen"]], ["groen", "groen (2)", "groen (3)"])
