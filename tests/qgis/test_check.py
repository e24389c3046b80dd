"""Check plans: the account of the program, in the log and on a page."""
import xml.etree.ElementTree as xml

import world

DETAIL = 'start "zodra het kan": write it as 15-04-2027, april 2027, Q2 2027 or 2027'


class Check(world.Case):
    def test_counts(self):
        expected = world.cli("check", world.TOWN / "koppelkans.toml")["bronnen"]
        results = self.check(CONFIGURATION=world.TOWN / "koppelkans.toml")
        for count in ("gelezen", "geanalyseerd", "samengevoegd", "afgekeurd"):
            self.assertEqual(results[count.upper()], sum(bron[count] for bron in expected), count)
        self.assertEqual(results["FOUTEN"], sum(reden["aantal"] for bron in expected for reden in bron["redenen"]
                                                if reden["fout"]))
        self.assertGreater(results["FOUTEN"], 0)

    def test_reasons_in_the_log(self):
        feedback = world.Feedback()
        self.check(feedback=feedback, CONFIGURATION=world.TOWN / "koppelkans.toml")
        self.assertIn("    datum_ongeldig (fault): 1", feedback.infos)
        self.assertIn('        row 7, HI-08, ' + DETAIL, feedback.infos)

    def test_report(self):
        report = self.folder / "verslag é.html"
        results = self.check(CONFIGURATION=world.TOWN / "koppelkans.toml", REPORT=report)
        self.assertEqual(results["REPORT"], str(report))
        text = report.read_text(encoding="utf-8")
        page = xml.fromstring(text.replace("<!DOCTYPE html>", "").replace('<meta charset="utf-8">', "")
                              .replace("<br>", " "))
        sources = world.cli("check", world.TOWN / "koppelkans.toml")["bronnen"]
        self.assertEqual([head.text for head in page.iter("h2")], [bron["bron"] for bron in sources])
        cells = [cell.text for cell in page.iter("td")]
        self.assertIn(DETAIL, cells)

    def test_report_without_markup_of_the_data(self):
        (self.folder / "groen.csv").write_text('id;start;wkt\n<b>&1;"<script>";"POINT (172000 442000)"\n',
                                               encoding="utf-8")
        buurten = world.layer(world.TOWN / "buurten.gpkg", "buurten")
        groen = world.layer(self.folder / "groen.csv", "groen", crs=world.RD)
        report = self.folder / "verslag.html"
        self.check(BUURTEN=buurten, PLANS=[groen], REPORT=report)
        self.assertIn("&lt;b&gt;&amp;1", report.read_text(encoding="utf-8"))
        self.assertNotIn("<script>", report.read_text(encoding="utf-8"))

    def test_no_report_when_not_asked(self):
        self.assertNotIn("REPORT", self.check(CONFIGURATION=world.TOWN / "koppelkans.toml"))
