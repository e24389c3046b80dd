"""data/voorbeeldstad: is it what the generator draws, and does it show what it is there to show?"""
import csv
import re
import sys
import tomllib
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOWN = ROOT / "data" / "voorbeeldstad"
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "tools" / "voorbeeldstad"))

from osgeo import gdal, ogr  # noqa: E402

import generate  # noqa: E402
import plans_places  # noqa: E402
import plans_social  # noqa: E402
import plans_streets  # noqa: E402
import sources  # noqa: E402
from town import Town  # noqa: E402

gdal.UseExceptions()
ogr.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")  # the bow-tie and the like are there on purpose

# Every form of a date in SPEC §3; each must occur somewhere in the plans.
MONTH = r"(jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?"
DATE_FORMS = [
    r"\d{4}-\d\d-\d\d", r"\d{4}/\d\d/\d\d", r"\d{8}", r"\d\d-\d\d-\d{4}", r"\d\d?/\d\d?/\d{4}",
    r"\d\d\.\d\d\.\d{4}", rf"\d\d? {MONTH} \d{{4}}", r"\d\d? [a-z]{3}\. \d{4}",
    r"\d{4}-\d\d-\d\d \d\d:\d\d", r"\d{4}-\d\d-\d\dT.*\+\d\d:\d\d", r"\d{4}-\d\d", r"\d\d-\d{4}",
    r"\d\d?/\d{4}", rf"{MONTH} \d{{4}}", r"[a-z]{3} '\d\d", rf"begin {MONTH} \d{{4}}",
    rf"medio {MONTH} \d{{4}}", rf"eind {MONTH} \d{{4}}", rf"{MONTH}-{MONTH} \d{{4}}",
    rf"\d+ {MONTH} t/m \d+ {MONTH} \d{{4}}", r"Q\d-Q\d \d{4}", r"week \d+ \d{4}", r"\d{4}-W\d\d",
    r"wk \d+ \d{4}", r"\d{4}-Q\d", r"\d{4}Q\d", r"Q\d \d{4}", r"Q\d-\d{4}", r"kw\d \d{4}",
    r"\de kwartaal \d{4}", r"\dde kwartaal \d{4}", r"tweede kwartaal \d{4}", r"\d{4}-H\d",
    r"H\d \d{4}", r"\de helft \d{4}", r"eerste helft \d{4}", r"\d{4}", r"\d{4}\.0",
    r"begin \d{4}", r"medio \d{4}", r"eind \d{4}", r"voorjaar \d{4}", r"lente \d{4}",
    r"zomer \d{4}", r"najaar \d{4}", r"herfst \d{4}", r"winter \d{4}", r"winter \d{4}/\d{4}",
    r"\d{4}-\d{4}", r"\d{4}/\d{4}", r"\d{4} t/m \d{4}", r"na \d{4}", r"vanaf \d{4}",
    r"voor \d{4}", r"uiterlijk \d{4}", r"doorlopend", r"structureel", r"9999-12-31",
    r"01/01/3000", r"onbekend", r"\?", r"-", r"ntb", r"n\.t\.b\.", r"1899-12-30", r"ca\. \d{4}",
    r"± \d{4}", r"\d+ maanden", r"P\d+M", r"zodra het kan",
]


def strings(value):
    """All texts and numbers in a table of tuples."""
    if isinstance(value, (list, tuple)):
        return [text for part in value for text in strings(part)]
    return [str(value)]


class Drawing(unittest.TestCase):
    def test_is_as_the_generator_draws_it(self):
        sys.argv = ["generate.py", "--check"]
        self.assertEqual(generate.main(), 0)

    def test_is_small(self):
        size = sum(path.stat().st_size for path in TOWN.iterdir() if path.name != generate.RESULT)
        self.assertLess(size, 2_000_000)


class Ground(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town()

    def test_buurten(self):
        codes = [code for code, *_ in self.town.buurten]
        self.assertEqual(len(codes), 40)
        self.assertEqual(len({wijk for _, _, wijk, _ in self.town.buurten}), 8)
        for code in codes:
            self.assertRegex(code, r"^BU9999\d{4}$")

    def test_buurten_tile_without_gap_or_overlap(self):
        whole = ogr.Geometry(ogr.wkbMultiPolygon)
        for *_, shape in self.town.buurten:
            self.assertTrue(shape.IsValid())
            whole.AddGeometry(shape)
        union = whole.UnionCascaded()
        self.assertEqual(union.GetGeometryName(), "POLYGON")
        self.assertEqual(union.GetGeometryCount(), 1, "a hole between buurten")
        self.assertAlmostEqual(union.GetArea(), whole.GetArea(), places=3)

    def test_no_buurt_is_a_sliver(self):
        for _, name, _, shape in self.town.buurten:
            roundness = 12.57 * shape.GetArea() / shape.Boundary().Length() ** 2
            self.assertGreater(roundness, 0.3, name)

    def test_only_the_bridge_crosses_the_river(self):
        crossing = {street.name for street in self.town.streets
                    if self.town.river.Intersects(sources.linestring(street.line))}
        self.assertEqual(crossing, {"Rijnbrug"})

    def test_street_names_are_unique(self):
        self.assertEqual(len(self.town.streets), len(self.town.by_name))


class Plans(unittest.TestCase):
    def test_every_form_of_a_date_occurs(self):
        texts = set()
        for table in (plans_streets, plans_places, plans_social):
            texts |= set(strings([rows for name, rows in vars(table).items() if name.isupper()]))
        for form in DATE_FORMS:
            self.assertTrue(any(re.fullmatch(form, text) for text in texts), form)

    def test_sixty_to_a_hundred_and_twenty_opgaven(self):
        count = sum(len(rows) for table in (plans_streets, plans_places, plans_social)
                    for name, rows in vars(table).items()
                    if name.isupper() and isinstance(rows, list))
        self.assertTrue(60 <= count <= 125, count)

    def test_all_eight_themes(self):
        self.assertEqual({row[1] for row in plans_social.BUURT}, set(plans_social.CODES))

    def test_benedenbuurt_has_its_three_koppelkansen(self):
        town = Town()
        beneden = next(shape for _, name, _, shape in town.buurten if name == "Benedenbuurt")
        sewer = self._work(sources.rioolvervanging(town), "RV-28-01", 1, 3.0)
        heat = self._work(sources.warmtenet(town)[0], "WN-1", 0, 2.5)
        green = next(ogr.CreateGeometryFromWkt(row[-1]) for row in sources.groen(town)[1]
                     if row[0] == "G-01")
        for a, b in ((sewer, heat), (sewer, green), (heat, green)):
            self.assertGreater(a.Intersection(b).Intersection(beneden).GetArea(), 500)

    @staticmethod
    def _work(layer, key, column, distance):
        parts = [shape for values, shape in layer.rows if values[column] == key]
        work = parts[0].Buffer(distance, 8)
        for part in parts[1:]:
            work = work.Union(part.Buffer(distance, 8))
        return work


class Configuration(unittest.TestCase):
    def setUp(self):
        self.config = tomllib.loads((TOWN / "koppelkans.toml").read_text(encoding="utf-8"))
        self.soorten = tomllib.loads(
            (ROOT / "data" / "soorten.toml").read_text(encoding="utf-8"))["soorten"]

    def _columns(self, source):
        path = TOWN / source["bron"]
        if path.suffix == ".csv":
            text = path.read_bytes().decode(source.get("encoding", "utf-8-sig"))
            return next(csv.reader(text.splitlines(), delimiter=";"))
        handle = ogr.Open(str(path))
        layer = handle.GetLayerByName(source["laag"]) if "laag" in source else handle.GetLayer(0)
        definition = layer.GetLayerDefn()
        return [definition.GetFieldDefn(k).GetName() for k in range(definition.GetFieldCount())]

    def test_names_columns_that_are_there(self):
        for source in self.config["bronnen"]:
            columns = self._columns(source)
            wanted = list(source["velden"].values()) + [
                source[key] for key in ("groepeer", "soort_veld") if key in source]
            with self.subTest(source["naam"]):
                self.assertEqual(set(wanted) - set(columns), set())

    def test_names_soorten_that_are_there(self):
        named = set(self.config["soorten"])
        for source in self.config["bronnen"]:
            named |= set(source.get("soort_waarden", {}).values()) | (
                {source["soort"]} if "soort" in source else set())
        self.assertEqual(named - set(self.soorten), set())
        self.assertGreaterEqual(len(named), 20)

    def test_uses_every_file_of_plans(self):
        used = {source["bron"] for source in self.config["bronnen"]} | {
            "buurten.gpkg", "straten.gpkg", self.config["uitvoer"]}
        there = {path.name for path in TOWN.iterdir()
                 if path.suffix in {".gpkg", ".shp", ".geojson", ".csv", ".fgb", ".xlsx"}}
        self.assertEqual(there - used, set())


if __name__ == "__main__":
    unittest.main()
