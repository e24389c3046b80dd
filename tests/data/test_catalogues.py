"""The catalogues in data/: every entry is whole, and no word means two things."""
import re
import tomllib
import unittest
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"
THEMES = {"wonen", "werk_en_participatie", "onderwijs_en_opvoeding", "veiligheid",
          "gezondheid_en_zorg", "samenleven_en_integratie", "leefomgeving", "duurzaamheid"}
FASEN = {"idee", "verkenning", "ontwerp", "voorbereiding", "uitvoering", "gereed", "aangehouden",
         "vervallen", "onbekend"}


def table(name):
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))[name]


class Soorten(unittest.TestCase):
    def setUp(self):
        self.soorten = table("soorten")

    def test_enough_and_all_themes(self):
        self.assertGreaterEqual(len(self.soorten), 22)
        social = {code for code, soort in self.soorten.items() if soort["aard"] == "sociaal"}
        self.assertEqual(social, THEMES)

    def test_keys_and_types(self):
        must = {"naam": str, "domein": str, "aard": str, "werkafstand": float, "graaft": bool,
                "graafrust": str, "woorden": list}
        may = {"bouwvolgorde": int, "diepte_m": float}
        for code, soort in self.soorten.items():
            with self.subTest(code):
                self.assertRegex(code, r"^[a-z_]+$")
                self.assertLessEqual(set(must), set(soort))
                self.assertLessEqual(set(soort), set(must) | set(may))
                for key, value in soort.items():
                    self.assertIs(type(value), {**must, **may}[key], key)
                self.assertRegex(soort["graafrust"], r"^P\d+Y$")
                self.assertTrue(0 < soort["werkafstand"] <= 10000)

    def test_building_order_and_depth(self):
        for code, soort in self.soorten.items():
            with self.subTest(code):
                self.assertEqual("diepte_m" in soort, soort["graaft"])
                self.assertEqual("bouwvolgorde" in soort, soort["aard"] == "fysiek")
                self.assertIn(soort.get("bouwvolgorde", 1), range(1, 10))

    def test_only_surfaces_rest_long(self):
        for code, soort in self.soorten.items():
            if soort["graafrust"] != "P0Y":
                self.assertGreaterEqual(soort["bouwvolgorde"], 7, code)

    def test_sewer_as_in_the_spec(self):
        sewer = self.soorten["rioolvervanging"]
        self.assertEqual((sewer["werkafstand"], sewer["bouwvolgorde"], sewer["graaft"],
                          sewer["diepte_m"]), (3.0, 2, True, 2.5))

    def test_words_are_lower_case_and_unambiguous(self):
        words = [(word, code) for code, soort in self.soorten.items() for word in soort["woorden"]]
        self.assertEqual(len(words), len({word for word, _ in words}))
        for word, code in words:
            self.assertRegex(word, r"^[a-z_]{4,}$")
            for other, owner in words:
                if owner != code:
                    self.assertNotIn(word, other, f"{word} ({code}) is part of {other} ({owner})")

    def test_every_figure_has_its_reason(self):
        for line in (DATA / "soorten.toml").read_text(encoding="utf-8").splitlines():
            if re.match(r"(werkafstand|bouwvolgorde|diepte_m) = ", line):
                self.assertIn("#", line)


class Fasen(unittest.TestCase):
    def test_words(self):
        fasen = table("fasen")
        self.assertGreaterEqual(len(fasen), 70)
        self.assertEqual(set(fasen.values()), FASEN)
        for word, fase in fasen.items():
            self.assertEqual(word, word.strip().lower())
        for fase in FASEN:
            self.assertEqual(fasen[fase], fase)


if __name__ == "__main__":
    unittest.main()
