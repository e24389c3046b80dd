#!/usr/bin/python3
"""project_test.py PROGRAM: the project in a result, opened by the real QGIS, and what people do with it."""
import hashlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import support

PROGRAM = None
RESULT = None


class Project(unittest.TestCase):
    """Over voorbeeldstad, in a folder that it was moved to."""

    @classmethod
    def setUpClass(cls):
        cls.bytes_before = hashlib.sha256(RESULT.read_bytes()).hexdigest()
        cls.project = support.open_project(RESULT)

    def layer(self, title):
        return self.project.mapLayersByName(title)[0]

    def layers(self):
        from qgis.core import QgsMapLayerType
        return [layer for layer in self.project.mapLayers().values()
                if layer.type() == QgsMapLayerType.VectorLayer]

    def test_reading_leaves_the_file_as_it_was(self):
        for layer in self.layers():
            self.assertEqual(sum(1 for _ in layer.getFeatures()), layer.featureCount(), layer.name())
        self.assertEqual(hashlib.sha256(RESULT.read_bytes()).hexdigest(), self.bytes_before)
        self.assertEqual(sorted(os.listdir(RESULT.parent)), ["project.qgz", RESULT.name])

    def test_relations_lead_from_a_buurt_to_its_koppelkansen(self):
        relations = self.project.relationManager().relations()
        self.assertEqual(len(relations), 10)
        self.assertTrue(all(relation.isValid() for relation in relations.values()))
        buurten = {feature["buurtnaam"]: feature for feature in self.layer("Buurten").getFeatures()}
        found = list(relations["koppelkans_van_buurt"].getRelatedFeatures(buurten["Benedenbuurt"]))
        self.assertEqual(len(found), buurten["Benedenbuurt"]["aantal_koppelkansen"])
        opgave = next(relations["koppelkans_van_opgave_a"].getRelatedFeatures(self.opgave(found[0]["opgave_a"])))
        self.assertEqual(opgave["opgave_a"], found[0]["opgave_a"])

    def opgave(self, opgave_id):
        return next(f for f in self.layer("Opgaven").getFeatures() if f["opgave_id"] == opgave_id)

    def evaluated(self, layer, feature, expression):
        from qgis.core import QgsExpression
        context = layer.createExpressionContext()
        context.setFeature(feature)
        parsed = QgsExpression(expression)
        value = parsed.evaluate(context)
        self.assertFalse(parsed.hasParserError() or parsed.hasEvalError(),
                         f"{layer.name()}: {expression}: {parsed.parserErrorString()}{parsed.evalErrorString()}")
        return value

    def test_every_row_has_a_name_a_tip_and_a_label(self):
        import re
        for layer in self.layers():
            tip_parts = re.findall(r"\[%(.*?)%\]", layer.mapTipTemplate(), re.S)
            self.assertTrue(tip_parts, layer.name())
            for feature in layer.getFeatures():
                self.assertTrue(self.evaluated(layer, feature, layer.displayExpression()), layer.name())
                tip = [str(self.evaluated(layer, feature, part)) for part in tip_parts]
                self.assertTrue(any(tip), layer.name())
                if layer.labelsEnabled():
                    self.assertTrue(self.evaluated(layer, feature, layer.labeling().settings().fieldName),
                                    layer.name())

    def test_ids_of_opgaven_read_as_names(self):
        self.check_names()

    def test_a_theme_leaves_names_as_they_are(self):
        from qgis.core import QgsLayerTreeModel
        themes, root = self.project.mapThemeCollection(), self.project.layerTreeRoot()
        for theme in sorted(themes.mapThemes()):
            themes.applyTheme(theme, root, QgsLayerTreeModel(root))
            self.check_names()

    def check_names(self):
        layer = self.layer("Koppelkansen")
        for feature in layer.getFeatures():
            self.assertEqual(self.evaluated(layer, feature, 'represent_value("opgave_a")'), feature["naam_a"])
        risicos = self.layer("Risico's")
        for feature in risicos.getFeatures():
            shown = self.evaluated(risicos, feature, 'represent_value("eerst")')
            self.assertEqual(shown, self.opgave(feature["eerst"])["naam"] or feature["eerst"])

    def test_forms_have_a_widget_for_every_field_and_the_related_rows(self):
        from qgis.core import QgsVectorLayerTools
        from qgis.gui import QgsAttributeEditorContext, QgsAttributeForm, QgsGui, QgsRelationEditorWidget
        from qgis.PyQt.QtWidgets import QWidget
        QgsGui.editorWidgetRegistry().initEditors()

        class Tools(QgsVectorLayerTools):
            pass

        tools = Tools()
        for layer in self.layers():
            context = QgsAttributeEditorContext()
            context.setVectorLayerTools(tools)
            form = QgsAttributeForm(layer, next(layer.getFeatures()), context)
            names = {widget.objectName() for widget in form.findChildren(QWidget)}
            fields = {field.name() for field in layer.fields()} - {"fid", "aanduiding"}
            self.assertLessEqual(fields, names, layer.name())
            related = len(form.findChildren(QgsRelationEditorWidget))
            self.assertEqual(related, {"Buurten": 4, "Wijken": 1, "Opgaven": 4, "Koppelkansen": 1}.get(layer.name(), 0),
                             layer.name())
            self.assertTrue(all(layer.attributeAlias(layer.fields().indexOf(name)) for name in fields), layer.name())

    def test_time_takes_plans_away_and_gives_them_back(self):
        from qgis.core import QgsDateTimeRange, QgsFeatureRequest, QgsVectorLayerTemporalContext
        from qgis.PyQt.QtCore import QDate, QDateTime
        settings = self.project.timeSettings().temporalRange()
        context = QgsVectorLayerTemporalContext()

        def shown(layer, start, end):
            window = QgsDateTimeRange(QDateTime(start), QDateTime(end))
            text = layer.temporalProperties().createFilterString(context, window)
            return sum(1 for _ in layer.getFeatures(QgsFeatureRequest().setFilterExpression(text)))

        for title in ("Koppelkansen", "Combinaties", "Risico's", "Opgaven", "Werkgebieden"):
            layer = self.layer(title)
            self.assertTrue(layer.temporalProperties().isActive(), title)
            everything = shown(layer, settings.begin().date(), settings.end().date())
            self.assertEqual(everything, layer.featureCount(), f"{title}: the whole range hides nothing")
            self.assertLess(shown(layer, QDate(2027, 1, 1), QDate(2027, 1, 2)), everything, title)

    def test_controller_is_on_and_over_the_whole_range(self):
        self.assertEqual(self.project.readNumEntry("TemporalControllerWidget", "/NavigationMode", 0)[0], 2)
        starts = [f["start"] for f in self.layer("Opgaven").getFeatures() if f["start"]]
        self.assertEqual(self.project.timeSettings().temporalRange().begin().date(), min(starts))

    def test_background_is_there_and_off(self):
        node = self.project.layerTreeRoot().findLayer("brt_achtergrondkaart")
        self.assertFalse(node.isVisible())
        self.assertTrue(node.layer().isValid(), "without a network too")

    def test_bookmarks_lead_to_wijken(self):
        names = [bookmark.name() for bookmark in self.project.bookmarkManager().bookmarks()]
        self.assertEqual(len(names), 8)
        codes = {feature["wijkcode"] for feature in self.layer("Wijken").getFeatures()}
        self.assertEqual({name.split()[0] for name in names}, codes)

    def test_atlas_has_a_page_a_buurt(self):
        from qgis.core import QgsLayoutExporter
        from qgis.PyQt.QtGui import QImage
        layout = self.project.layoutManager().layoutByName("Atlas per buurt")
        atlas = layout.atlas()
        self.assertEqual(atlas.updateFeatures(), 40)
        atlas.beginRender()
        atlas.seekTo(2)
        self.assertEqual(atlas.nameForPage(2), "Benedenbuurt")
        page = RESULT.parent.parent / "blad.png"
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = 60
        self.assertEqual(QgsLayoutExporter(layout).exportToImage(str(page), settings), QgsLayoutExporter.Success)
        image = QImage(str(page))
        colours = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
        self.assertGreater(len(colours), 50)
        atlas.endRender()

    def test_classes_are_named(self):
        for layer in self.layers():
            if not layer.isSpatial():
                continue
            items = layer.renderer().legendSymbolItems()
            self.assertTrue(items, layer.name())
            if len(items) > 1:
                self.assertTrue(all(item.label() for item in items), layer.name())
                self.assertEqual(len({item.ruleKey() for item in items}), len(items), layer.name())


class OtherWays(unittest.TestCase):
    """Opened in other ways than that."""

    def test_project_beside_the_result_opens_too(self):
        from qgis.core import QgsProject
        project = QgsProject()
        self.assertTrue(project.read(str(RESULT.parent / "project.qgz")))
        self.assertTrue(all(layer.isValid() for layer in project.mapLayers().values()))
        self.assertEqual(len(project.mapLayers()), 14)

    def test_dropped_layers_have_names_for_ids(self):
        from qgis.core import QgsExpression, QgsVectorLayer
        layer = QgsVectorLayer(f"{RESULT}|layername=koppelkansen", "dropped", "ogr")
        layer.loadDefaultStyle()
        context = layer.createExpressionContext()
        feature = next(layer.getFeatures())
        context.setFeature(feature)
        self.assertEqual(QgsExpression('represent_value("opgave_b")').evaluate(context), feature["naam_b"])

    def test_style_files_can_be_opened_and_saved(self):
        from qgis.core import QgsVectorLayer
        from qgis.PyQt.QtXml import QDomDocument
        files = sorted((support.REPO / "styles").glob("*.qml"))
        self.assertEqual(len(files), 13)
        for file in files:
            layer = QgsVectorLayer(f"{RESULT}|layername={file.stem}", file.stem, "ogr")
            style = QDomDocument()
            self.assertTrue(style.setContent(file.read_text(encoding="utf-8"))[0], file.name)
            self.assertEqual(layer.importNamedStyle(style), (True, ""), file.name)
            copy = RESULT.parent.parent / file.name
            self.assertTrue(layer.saveNamedStyle(str(copy))[1], file.name)
            if layer.isSpatial():
                self.assertIn(f'type="{layer.renderer().type()}"', file.read_text(encoding="utf-8"))

    def test_descriptors_draw_the_same_classes(self):
        """QGIS's own reader of SLD, as a stand-in for those of map servers."""
        import sqlite3

        from qgis.core import QgsVectorLayer
        rows = sqlite3.connect(f"file:{RESULT}?mode=ro", uri=True).execute(
            "SELECT f_table_name, styleSLD FROM layer_styles WHERE styleSLD <> ''").fetchall()
        self.assertEqual(len(rows), 10)
        for table, text in rows:
            layer = QgsVectorLayer(f"{RESULT}|layername={table}", table, "ogr")
            path = RESULT.parent.parent / f"{table}.sld"
            path.write_text(text, encoding="utf-8")
            message, read = layer.loadSldStyle(str(path))
            self.assertTrue(read, f"{table}: {message}")
            if table not in ("opgaven", "afgekeurd"):  # whose dimension QGIS cannot ask for
                self.assertEqual(self.classes_of_rows(layer), {1}, f"{table}: one class a row")

    def classes_of_rows(self, layer):
        """In how many classes the rows of a layer are drawn."""
        from qgis.core import QgsRenderContext
        context = QgsRenderContext()
        context.setExpressionContext(layer.createExpressionContext())
        context.setRendererScale(1000)
        renderer = layer.renderer().clone()
        renderer.startRender(context, layer.fields())
        found = set()
        for feature in layer.getFeatures():
            context.expressionContext().setFeature(feature)
            found.add(len(renderer.symbolsForFeature(feature, context)))
        renderer.stopRender(context)
        return found

    def test_write_protected_folder_is_no_hindrance(self):
        if os.geteuid() != 0:
            self.skipTest("only root can become somebody else")
        nobody = pwd.getpwnam("nobody")
        with tempfile.TemporaryDirectory() as folder:
            os.chmod(folder, 0o755)
            shelf = Path(folder) / "plank"
            shelf.mkdir()
            shutil.copy(RESULT, shelf / RESULT.name)
            os.chmod(shelf / RESULT.name, 0o444)
            os.chmod(shelf, 0o555)
            home = Path(folder) / "home"
            home.mkdir()
            os.chown(home, nobody.pw_uid, nobody.pw_gid)
            script = ("import sys; sys.path.insert(0, sys.argv[1]); import support\n"
                      "with support.qgis():\n"
                      "    project = support.open_project(sys.argv[2])\n"
                      "    layers = [l for l in project.mapLayers().values() if l.providerType() == 'ogr']\n"
                      "    print(sum(1 for l in layers for _ in l.getFeatures()), flush=True)\n"
                      "    project.clear()\n")
            here = Path(folder) / "support.py"
            shutil.copy(Path(__file__).parent / "support.py", here)
            done = subprocess.run(["/usr/bin/python3", "-B", "-c", script, folder, str(shelf / RESULT.name)],
                                  capture_output=True, text=True, user="nobody", group="nogroup", check=False,
                                  env={"HOME": str(home), "PATH": os.environ["PATH"], "TMPDIR": str(home)})
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertGreater(int(done.stdout), 500)
            self.assertEqual(os.listdir(shelf), [RESULT.name], "no journal is left")


def main(program):
    global RESULT
    with tempfile.TemporaryDirectory() as folder, support.qgis(gui=True):
        made = Path(folder) / "gemaakt"
        made.mkdir()
        support.run_voorbeeldstad(program, made / "uitkomst.gpkg", "--project", made / "project.qgz")
        moved = Path(folder) / "Map één, verhuisd"
        made.rename(moved)
        RESULT = moved / "uitkomst.gpkg"
        outcome = unittest.main(module=__name__, argv=["project_test"], exit=False).result
        from qgis.core import QgsProject
        QgsProject.instance().clear()
        sys.stdout.flush()
        sys.stderr.flush()
    sys.exit(0 if outcome.wasSuccessful() and outcome.testsRun > 10 else 1)


if __name__ == "__main__":
    main(sys.argv[1])
