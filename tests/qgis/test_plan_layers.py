"""What the program reads of a layer is what QGIS shows of it."""
import sqlite3

from qgis.core import (QgsCoordinateReferenceSystem, QgsFeature, QgsField, QgsGeometry, QgsProject,
                       QgsVectorFileWriter, QgsVectorLayer, QgsVectorLayerJoinInfo)
from qgis.PyQt.QtCore import QVariant

import world


class PlanLayers(world.Case):
    def setUp(self):
        super().setUp()
        self.buurten = world.layer(world.TOWN / "buurten.gpkg", "buurten")

    def read(self, *layers, **more):
        """Rows read of layers, and the log."""
        feedback = world.Feedback()
        results = self.check(feedback=feedback, BUURTEN=self.buurten, PLANS=list(layers), **more)
        return results["GELEZEN"], feedback

    def configuration(self, *layers, **more):
        """The koppelkans.toml that the layers made, as it stands in the result, and a soort a row."""
        self.find(BUURTEN=self.buurten, PLANS=list(layers), OVERWRITE=True, **more)
        with sqlite3.connect(self.result) as result:
            (text,), = result.execute("SELECT configuration FROM run")
            soorten = {soort for soort, in result.execute("SELECT DISTINCT soort FROM opgaven")}
        return text, soorten

    def save(self, layer, path, driver):
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = driver
        QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsProject.instance().transformContext(), options)

    def test_a_plain_file_is_read_itself(self):
        riool = world.layer(world.TOWN / "rioolvervanging.gpkg|layername=strengen", "rioolvervanging — strengen")
        text, soorten = self.configuration(riool)
        self.assertIn(f'bron = "{world.TOWN}/rioolvervanging.gpkg"\nlaag = "strengen"\n', text)
        self.assertNotIn("crs =", text)
        self.assertEqual(soorten, {"rioolvervanging"})

    def test_the_name_of_the_layer_tells_the_soort(self):
        kabels = world.layer(world.TOWN / "kabels_leidingen.fgb", "kabels_leidingen")
        said = self.assert_says("its soort is not known", self.check, BUURTEN=self.buurten, PLANS=[kabels])
        self.assertTrue(said.startswith(str(world.TOWN)), said)
        self.assertIn("\nThe name of a layer can tell its soort", said)
        kabels.setName("lijnen")
        said = self.assert_says("its soort is not known", self.check, BUURTEN=self.buurten, PLANS=[kabels])
        self.assertTrue(said.startswith("layer lijnen: its soort"), said)
        kabels.setName("Telecom / 'glas' \"wijk\"")
        text, soorten = self.configuration(kabels)
        self.assertEqual(soorten, {"telecom"})
        self.assertIn(f"# A copy of {world.TOWN}/kabels_leidingen.fgb\n", text)
        self.assertIn(r'''naam = "Telecom / 'glas' \"wijk\""''', text)

    def test_the_report_tells_where_a_copy_comes_from(self):
        riool = world.layer(world.TOWN / "rioolvervanging.gpkg", "Riool 2027")
        report = self.folder / "verslag.html"
        self.read(riool, REPORT=report)
        self.assertIn(f"<p>{world.TOWN}/rioolvervanging.gpkg<br>", report.read_text(encoding="utf-8"))

    def test_two_layers_of_one_name(self):
        plans = [world.layer(world.TOWN / "groen.csv", "groen", crs=world.RD) for _ in range(2)]
        text, _ = self.configuration(*plans)
        self.assertIn('naam = "groen"', text)
        self.assertIn('naam = "groen (2)"', text)

    def test_an_encoding_that_qgis_was_told(self):
        herinrichting = world.layer(world.TOWN / "herinrichting.shp", "herinrichting")
        self.assertIn("CP1252", "".join(self.read(herinrichting)[1].infos))
        herinrichting.setProviderEncoding("windows-1252")
        self.assertNotIn("CP1252", "".join(self.read(herinrichting)[1].infos))
        self.configuration(herinrichting)
        with sqlite3.connect(self.result) as result:
            texts = "".join(text for text, in result.execute("SELECT kansen FROM opgaven WHERE kansen IS NOT NULL"))
        self.assertIn("één plein", texts)

    def test_a_filter_goes_along(self):
        herinrichting = world.layer(world.TOWN / "herinrichting.shp", "herinrichting")
        self.assertTrue(herinrichting.setSubsetString("\"STATUS\" = 'plan' OR \"NAAM\" LIKE '%plein%'"))
        self.assertTrue(0 < herinrichting.featureCount() < 12, herinrichting.featureCount())
        text, _ = self.configuration(herinrichting)
        self.assertIn(r'''filter = "\"STATUS\" = 'plan' OR''', text)
        self.assertIn("herinrichting.shp", text)
        self.assertEqual(self.read(herinrichting)[0], herinrichting.featureCount())

    def test_a_filter_in_the_sql_of_a_database(self):
        riool = world.layer(world.TOWN / "rioolvervanging.gpkg|layername=strengen", "rioolvervanging")
        self.assertTrue(riool.setSubsetString("\"fid\" % 10 = 1 AND instr(naam, 'e') > 0"))
        self.assertTrue(0 < riool.featureCount() < 20, riool.featureCount())
        self.assertEqual(self.read(riool)[0], riool.featureCount())

    def test_a_filter_on_the_buurten(self):
        path = self.folder / "buurten.geojson"
        self.save(self.buurten, path, "GeoJSON")
        buurten = world.layer(path, "buurten")
        self.assertTrue(buurten.setSubsetString("\"buurtnaam\" = 'Benedenbuurt'"))
        groen = world.layer(world.TOWN / "groen.csv", "groen", crs=world.RD)
        results = self.find(BUURTEN=buurten, PLANS=[groen])
        self.assertEqual(QgsVectorLayer(results["BUURTEN_RESULT"], "", "ogr").featureCount(), 1)

    def test_edits_that_were_not_saved(self):
        path = self.folder / "groen.gpkg"
        groen = world.layer(world.TOWN / "groen.csv", "groen", crs=world.RD)
        self.save(groen, path, "GPKG")
        edited = world.layer(path, "groen")
        edited.startEditing()
        edited.deleteFeature(1)
        new = QgsFeature(edited.fields())
        new["nummer"], new["start"] = "G-99", "ooit misschien"
        new.setGeometry(QgsGeometry.fromWkt("POLYGON((172000 442000,172100 442000,172100 442100,172000 442000))"))
        edited.addFeatures([new, QgsFeature(edited.fields())])
        read, feedback = self.read(edited)
        self.assertEqual(read, 9)
        log = "\n".join(feedback.infos)
        self.assertIn("G-99", log)
        self.assertIn("id_ontbreekt", log)
        edited.rollBack()
        self.assertEqual(self.read(edited)[0], 8)

    def test_joined_and_calculated_columns(self):
        groen = world.layer(world.TOWN / "groen.csv", "groen", crs=world.RD)
        groen.addExpressionField("'woningrenovatie'", QgsField("soort", QVariant.String))
        table = QgsVectorLayer("None?field=nummer:string&field=trekker:string", "wie", "memory")
        row = QgsFeature(table.fields())
        row.setAttributes(["G-01", "Dienst Groen"])
        table.dataProvider().addFeature(row)
        QgsProject.instance().addMapLayer(table)
        join = QgsVectorLayerJoinInfo()
        join.setJoinLayer(table)
        join.setJoinFieldName("nummer")
        join.setTargetFieldName("nummer")
        join.setPrefix("")
        groen.addJoin(join)
        _, soorten = self.configuration(groen)
        self.assertEqual(soorten, {"woningrenovatie"})
        with sqlite3.connect(self.result) as result:
            trekkers = [trekker for trekker, in result.execute("SELECT trekker FROM opgaven WHERE trekker <> ''")]
        self.assertEqual(trekkers, ["Dienst Groen"])

    def test_layers_of_other_providers(self):
        path = (world.TOWN / "speelplekken.csv").as_uri()
        spelen = world.layer(f"{path}?type=csv&delimiter=;&xField=x&yField=y&decimalPoint=,&encoding=windows-1252"
                             f"&crs={world.RD}", "speelplekken", "delimitedtext")
        virtual = world.layer("?query=SELECT 1 AS nummer, '2027' AS start", "wonen", "virtual")
        read, feedback = self.read(spelen, virtual)
        self.assertEqual(read, spelen.featureCount() + 1)
        self.assertFalse(any("CP1252" in info for info in feedback.infos), feedback.infos)

    def test_a_crs_that_the_file_does_not_say(self):
        groen = world.layer(world.TOWN / "groen.csv", "groen")
        groen.setCrs(QgsCoordinateReferenceSystem())
        self.assert_says("in which CRS", self.check, BUURTEN=self.buurten, PLANS=[groen])
        self.assertEqual(self.read(groen, CRS=world.RD)[0], 8)
        groen.setCrs(QgsCoordinateReferenceSystem(world.RD))
        text, _ = self.configuration(groen)
        self.assertIn('crs = "EPSG:28992"', text)

    def test_a_crs_that_qgis_was_told_otherwise(self):
        riool = world.layer(world.TOWN / "rioolvervanging.gpkg", "rioolvervanging", crs="EPSG:31370")
        text, _ = self.configuration(riool)
        self.assertIn('crs = "EPSG:31370"', text)

    def test_values_that_a_geopackage_cannot_hold(self):
        plans = QgsVectorLayer(f"Polygon?crs={world.RD}&field=fid:string&field=start:string", "groen", "memory")
        plans.dataProvider().addAttributes([QgsField("kansen", QVariant.StringList, "", 0, 0, "", QVariant.String)])
        plans.updateFields()
        row = QgsFeature(plans.fields())
        row.setAttributes(["a", "2029", ["een", "twee"]])
        row.setGeometry(QgsGeometry.fromWkt("POLYGON((172000 442000,172100 442000,172100 442100,172000 442000))"))
        plans.dataProvider().addFeatures([row, row])
        QgsProject.instance().addMapLayer(plans)
        self.configuration(plans)
        with sqlite3.connect(self.result) as result:
            self.assertEqual(result.execute("SELECT opgave_id, kansen FROM opgaven").fetchall(),
                             [("groen:a", "een, twee")])

    def test_a_layer_whose_source_is_gone(self):
        path = self.folder / "groen.geojson"
        path.write_text('{"type": "FeatureCollection", "features": []}')
        gone = world.layer(path, "groen")
        path.unlink()
        gone.setDataSource(str(path), "groen", "ogr")
        self.assertFalse(gone.isValid())
        self.assert_says("mend their source first: groen", self.check, BUURTEN=self.buurten, PLANS=[gone])
        riool = world.layer(world.TOWN / "rioolvervanging.gpkg", "rioolvervanging")
        self.assert_says(f"mend their source first: {path}", self.check, BUURTEN=self.buurten,
                         PLANS=[riool, str(path)])
        self.assert_says("mend their source first: weg.gpkg", self.check, BUURTEN="weg.gpkg", PLANS=[riool])
