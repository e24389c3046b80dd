"""How a result comes into the project."""
from qgis.core import QgsLayerTreeRegistryBridge, QgsProcessingContext, QgsProject, QgsVectorLayer

import processing
import world
from processing.core.ProcessingConfig import ProcessingConfig

ORDER = ["Combinaties", "Risico's", "Koppelkansen", "Opgaven", "Werkgebieden", "Gebiedskansen", "Afgekeurd", "Buurten",
         "Wijken", "Gemeenten", "Koppelkansen per paar", "Bronnen", "Run"]


class InTheProject(world.Case):
    def load(self, **parameters):
        values = {"CONFIGURATION": str(world.TOWN / "koppelkans.toml"), "OUTPUT": str(self.result), **parameters}
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        return processing.runAndLoadResults("koppelkans:bepalen", values, feedback=world.Feedback(), context=context)

    def named(self, name):
        layer, = QgsProject.instance().mapLayersByName(name)
        return layer

    def test_one_group_in_drawing_order(self):
        world.layer(world.TOWN / "straten.gpkg|layername=straten", "straten")
        self.load()
        root = QgsProject.instance().layerTreeRoot()
        group = root.children()[0]
        self.assertEqual([child.name() for child in root.children()], ["koppel kansen", "straten"])
        self.assertEqual([child.name() for child in group.children()], ORDER)
        shown = {child.name() for child in group.children() if child.isVisible()}
        self.assertLessEqual({"Koppelkansen", "Opgaven", "Buurten"}, shown)
        self.assertFalse({"Combinaties", "Risico's", "Werkgebieden", "Gemeenten", "Gebiedskansen"} & shown)
        self.assertEqual(len(root.findLayers()), len(ORDER) + 1)

    def test_default_styles(self):
        self.load()
        koppelkansen = self.named("Koppelkansen")
        self.assertEqual(koppelkansen.attributeAlias(koppelkansen.fields().indexOf("opgave_a")), "Opgave A")
        # Gone when a layer is opened without loadDefaultStyle().
        self.assertTrue(self.named("Opgaven").temporalProperties().isActive())
        for layer in QgsProject.instance().mapLayers().values():
            self.assertTrue(layer.isValid(), layer.name())
            if layer.isSpatial():
                self.assertEqual(layer.crs().authid(), world.RD, layer.name())
                styled = QgsVectorLayer(layer.source(), layer.name(), "ogr")
                styled.loadDefaultStyle()
                self.assertEqual(layer.renderer().dump(), styled.renderer().dump(), layer.name())

    def test_not_loaded_when_not_asked(self):
        self.load(LOAD=False)
        self.assertEqual(QgsProject.instance().mapLayers(), {})

    def test_a_second_run_shows_the_new_rows_in_the_layers_that_are_there(self):
        self.load()
        koppelkansen, count = self.named("Koppelkansen"), len(QgsProject.instance().mapLayers())
        before = koppelkansen.featureCount()
        koppelkansen.setName("Onze kansen")
        self.load(OVERWRITE=True, HORIZON="P5Y")
        self.assertEqual(len(QgsProject.instance().mapLayers()), count)
        self.assertGreater(koppelkansen.featureCount(), before)
        self.assertEqual(len(list(koppelkansen.getFeatures())), koppelkansen.featureCount())

    def test_a_layer_that_was_taken_away_comes_back_in_its_place(self):
        self.load()
        QgsProject.instance().removeMapLayer(self.named("Risico's"))
        self.load(OVERWRITE=True)
        group = QgsProject.instance().layerTreeRoot().children()[0]
        self.assertEqual([child.name() for child in group.children()], ORDER)

    def test_in_the_group_that_the_user_wants_results_in(self):
        ProcessingConfig.setSettingValue(ProcessingConfig.RESULTS_GROUP_NAME, "Uitkomsten")
        self.addCleanup(ProcessingConfig.setSettingValue, ProcessingConfig.RESULTS_GROUP_NAME, "")
        self.load()
        results, = QgsProject.instance().layerTreeRoot().children()
        group, = results.children()
        self.assertEqual((results.name(), group.name()), ("Uitkomsten", "koppel kansen"))
        self.assertEqual([child.name() for child in group.children()], ORDER)

    def test_where_the_window_puts_a_layer(self):
        """It puts one where the last one was put: in the group of a result."""
        root, bridge = (QgsProject.instance().layerTreeRoot(), QgsProject.instance().layerTreeRegistryBridge())
        at = QgsLayerTreeRegistryBridge.InsertionPoint

        def follow(group, first, last):
            bridge.setLayerInsertionPoint(at(group, first))
        root.addedChildren.connect(follow)
        self.addCleanup(bridge.setLayerInsertionPoint, at(root, 0))
        self.addCleanup(root.addedChildren.disconnect, follow)
        self.load()
        self.load(OUTPUT=str(self.folder / "ander.gpkg"))
        self.assertEqual([group.name() for group in root.children()], ["ander", "koppel kansen"])
        for group in root.children():
            self.assertEqual([child.name() for child in group.children()], ORDER)

    def test_in_a_group_that_was_moved(self):
        self.load(LAGEN=["koppelkansen"])
        root = QgsProject.instance().layerTreeRoot()
        group, = root.children()
        root.addGroup("Plannen").addChildNode(group.clone())
        root.removeChildNode(group)
        self.load(OVERWRITE=True)
        plannen, = root.children()
        moved, = plannen.children()
        self.assertEqual([child.name() for child in moved.children()], ORDER)

    def test_a_temporary_result(self):
        path = self.load(OUTPUT="TEMPORARY_OUTPUT", LAGEN=["risicos"])["OUTPUT"]
        group, = QgsProject.instance().layerTreeRoot().children()
        self.assertEqual((group.name(), path.endswith(".gpkg")), ("Koppelkansen", True))

    def test_two_results_two_groups(self):
        self.load(LAGEN=["koppelkansen", "buurten"])
        self.load(LAGEN=["risicos"], OUTPUT=str(self.folder / "ander.gpkg"))
        root = QgsProject.instance().layerTreeRoot()
        self.assertEqual([group.name() for group in root.children()], ["ander", "koppel kansen"])
        self.assertEqual([child.name() for child in root.children()[0].children()], ["Risico's", "Bronnen", "Run"])
