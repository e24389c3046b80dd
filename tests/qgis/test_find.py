"""Find koppelkansen: the same answers as the program itself, and what becomes of its result in the project."""
import shutil
import sqlite3

from qgis.core import (QgsApplication, QgsFeatureRequest, QgsProcessingAlgRunnerTask, QgsProcessingContext,
                       QgsProcessingModelAlgorithm, QgsProcessingModelChildAlgorithm,
                       QgsProcessingModelChildParameterSource, QgsProject, QgsVectorLayer)
from qgis.PyQt.QtCore import QEventLoop

import world


class AsTheProgram(world.Case):
    def expected(self, *arguments):
        lagen = world.cli("run", *arguments, "--output", self.folder / "cli.gpkg")["lagen"]
        return {laag: lagen[laag] for laag in
                ("koppelkansen", "gebiedskansen", "combinaties", "risicos", "opgaven", "afgekeurd")}

    def test_layers(self):
        expected = self.expected("--buurten", world.TOWN / "buurten.gpkg", *(world.TOWN / name for name in world.PLANS),
                                 "--crs", world.RD, "--peildatum", world.PEILDATUM, "--horizon", "P3Y")
        buurten, plans = world.town_layers()
        results = self.find(BUURTEN=buurten, PLANS=plans, CRS=world.RD, PEILDATUM=world.PEILDATUM, HORIZON=" 3 jaar ")
        self.assertEqual(world.counts(results), expected)
        self.assertGreater(expected["koppelkansen"], 50)
        with sqlite3.connect(self.result) as result:
            self.assertEqual(result.execute("SELECT peildatum, horizon FROM run").fetchall(),
                             [(world.PEILDATUM, "P3Y")])

    def test_copies_in_memory(self):
        names = ["herinrichting.shp", "rioolvervanging.gpkg", "sociale_opgaven.csv", "warmtenet_trace.geojson"]
        expected = self.expected("--buurten", world.TOWN / "buurten.gpkg", *(world.TOWN / name for name in names),
                                 "--peildatum", world.PEILDATUM)
        buurten, plans = world.town_layers(names)
        copies = []
        for layer in plans:
            copy = layer.materialize(QgsFeatureRequest())
            copy.setName(layer.name())
            self.assertEqual(copy.providerType(), "memory")
            copies.append(QgsProject.instance().addMapLayer(copy))
        results = self.find(BUURTEN=buurten, PLANS=copies, PEILDATUM=world.PEILDATUM)
        self.assertEqual(world.counts(results), expected)

    def test_configuration(self):
        expected = self.expected(world.TOWN / "koppelkans.toml")
        town = self.folder / "plannen van café \"Zon\""
        shutil.copytree(world.TOWN, town)
        feedback = world.Feedback()
        results = self.find(CONFIGURATION=town / "koppelkans.toml", feedback=feedback)
        self.assertEqual(world.counts(results), expected)
        self.assertEqual(results["OUTPUT"], str(self.result))
        for laag in ("KOPPELKANSEN", "COMBINATIES", "AFGEKEURD", "BUURTEN_RESULT"):
            self.assertTrue(QgsVectorLayer(results[laag], laag, "ogr").isValid(), laag)
        self.assertIn("riool: 136 rows read, 10 analysed, 121 merged, 5 left out", feedback.infos)

    def test_chosen_layers(self):
        results = self.find(CONFIGURATION=world.TOWN / "koppelkans.toml", LAGEN=["risicos", "opgaven"])
        self.assertEqual(set(world.counts(results)), {"risicos", "opgaven"})
        self.assertNotIn("KOPPELKANSEN", results)
        self.assertIn("RISICOS", results)

    def test_says_what_the_program_says(self):
        wrong = self.folder / "fout.toml"
        wrong.write_text("[buurten]\nbrom = 'x.gpkg'\n")
        for line in (["run", wrong], ["run", self.folder / "weg.toml"]):
            self.assert_says(world.cli_error(*line), self.find, CONFIGURATION=line[1])
        self.assertIn("brom", world.cli_error("run", wrong))
        said = self.assert_says("--horizon", self.find, CONFIGURATION=world.TOWN / "koppelkans.toml", HORIZON="ooit")
        self.assertFalse(said.startswith("koppelkans:"))

    def test_replaces_only_when_asked(self):
        self.find(CONFIGURATION=world.TOWN / "koppelkans.toml", LAGEN=["risicos"])
        before = self.result.read_bytes()
        self.assert_says("exists already", self.find, CONFIGURATION=world.TOWN / "koppelkans.toml")
        self.assertEqual(self.result.read_bytes(), before)
        self.assertIn("KOPPELKANSEN", self.find(CONFIGURATION=world.TOWN / "koppelkans.toml", OVERWRITE=True))


class Inputs(world.Case):
    def test_either_or(self):
        buurten, plans = world.town_layers(["groen.csv"])
        self.assert_says("or layers with plans", self.find)
        self.assert_says("or layers with plans", self.find, PLANS=plans)
        self.assert_says("not both", self.find, CONFIGURATION=world.TOWN / "koppelkans.toml", BUURTEN=buurten)

    def test_in_a_thread_as_in_the_window(self):
        buurten, plans = world.town_layers(["rioolvervanging.gpkg", "warmtenet_trace.geojson"])
        plans[0].setName("Hemelwater")  # so that a layer is copied in the thread
        context, feedback, loop = QgsProcessingContext(), world.Feedback(), QEventLoop()
        context.setProject(QgsProject.instance())
        algorithm = QgsApplication.processingRegistry().algorithmById("koppelkans:bepalen").create()
        task = QgsProcessingAlgRunnerTask(
            algorithm, {"BUURTEN": buurten, "PLANS": plans, "OUTPUT": str(self.result)}, context, feedback)
        answers = []
        task.executed.connect(lambda ok, results: (answers.append((ok, results)), loop.quit()))
        QgsApplication.taskManager().addTask(task)
        loop.exec_()
        (ok, results), = answers
        self.assertTrue(ok)
        self.assertGreater(results["AANTAL_OPGAVEN"], 0)
        self.assertEqual(len(context.layersToLoadOnCompletion()), 13)
        with sqlite3.connect(self.result) as result:
            soorten = {soort for soort, in result.execute("SELECT DISTINCT soort FROM opgaven")}
        self.assertEqual(soorten, {"hemelwater", "warmtenet"})

    def model(self):
        """Find koppelkansen, and count what is in one of its layers."""
        value = QgsProcessingModelChildParameterSource.fromStaticValue
        find = QgsProcessingModelChildAlgorithm("koppelkans:bepalen")
        find.setChildId("find")
        find.addParameterSources("CONFIGURATION", [value(str(world.TOWN / "koppelkans.toml"))])
        find.addParameterSources("OUTPUT", [value(str(self.result))])
        count = QgsProcessingModelChildAlgorithm("qgis:basicstatisticsforfields")
        count.setChildId("count")
        count.addParameterSources("INPUT_LAYER", [QgsProcessingModelChildParameterSource.fromChildOutput(
            "find", "KOPPELKANSEN")])
        count.addParameterSources("FIELD_NAME", [value("tussentijd_min")])
        model = QgsProcessingModelAlgorithm("model", "model", "model")
        model.addChildAlgorithm(find)
        model.addChildAlgorithm(count)
        return model

    def test_in_a_model(self):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        feedback = world.Feedback()
        results, ok = self.model().run({}, context, feedback)
        self.assertTrue(ok, feedback.htmlLog())
        steps = results["CHILD_RESULTS"]
        found = steps["find"]["AANTAL_KOPPELKANSEN"]
        self.assertGreater(found, 50)
        self.assertEqual(steps["count"]["FILLED"] + steps["count"]["EMPTY"], found)


class Configuratie(world.Case):
    def test_writes_a_configuration_that_runs(self):
        town = self.folder / "plannen é"
        shutil.copytree(world.TOWN, town)
        self.assert_says("is there already", self.run_algorithm, name="configuratie", FOLDER=town)
        feedback = world.Feedback()
        results = self.run_algorithm("configuratie", feedback, FOLDER=town, CRS=world.RD, OVERWRITE=True)
        self.assertEqual(results["OUTPUT"], str(town / "koppelkans.toml"))
        self.assertTrue(any("sources ready" in info for info in feedback.infos), feedback.infos)
        self.assertGreater(self.find(CONFIGURATION=results["OUTPUT"])["AANTAL_KOPPELKANSEN"], 50)

    def test_writes_elsewhere(self):
        results = self.run_algorithm("configuratie", FOLDER=world.TOWN, OUTPUT=self.folder / "eigen.toml")
        self.assertEqual(results["OUTPUT"], str(self.folder / "eigen.toml"))
        self.assertIn("[buurten]", (self.folder / "eigen.toml").read_text(encoding="utf-8"))
