"""Finding the program, listening to it, and what is said when it fails by itself."""
import os
import shutil
from pathlib import Path

from processing.core.ProcessingConfig import ProcessingConfig
from qgis.core import QgsApplication

import koppelkans
import world
from koppelkans.program import SETTING, find_program

STAND_IN = Path(__file__).parent / "stand_in.py"


class Finding(world.Case):
    def setUp(self):
        super().setUp()
        self.path = os.environ["PATH"]
        del os.environ["KOPPELKANS_PROGRAM"]
        self.addCleanup(os.environ.update, KOPPELKANS_PROGRAM=world.program(), PATH=self.path)
        self.addCleanup(ProcessingConfig.setSettingValue, SETTING, "")

    def copy_at(self, folder):
        folder.mkdir(exist_ok=True)
        copy = folder / "koppelkans"
        copy.write_text("#!/bin/sh\n")
        copy.chmod(0o755)
        self.addCleanup(copy.unlink)
        return copy

    def test_in_this_order(self):
        os.environ["PATH"] = str(self.folder)
        plugin = Path(koppelkans.__file__).parent
        beside = self.copy_at(plugin)
        self.assertEqual(find_program(), str(beside))
        on_path = self.copy_at(self.folder)
        self.assertEqual(find_program(), str(on_path))
        os.environ["KOPPELKANS_PROGRAM"] = str(self.copy_at(self.folder / "a"))
        self.assertEqual(find_program(), os.environ["KOPPELKANS_PROGRAM"])
        by_setting = self.copy_at(self.folder / "b")
        ProcessingConfig.setSettingValue(SETTING, str(by_setting))
        self.assertEqual(find_program(), str(by_setting))

    def test_nowhere(self):
        os.environ["PATH"] = str(self.folder)
        said = self.assert_says("was not found", self.find, CONFIGURATION=world.TOWN / "koppelkans.toml")
        self.assertIn("KOPPELKANS_PROGRAM", said)
        self.assertIn("Settings, Options, Processing, Providers, Koppelkans", said)
        algorithm = QgsApplication.processingRegistry().algorithmById("koppelkans:bepalen")
        self.assertEqual(algorithm.canExecute(), (False, said))

    def test_a_name_that_leads_nowhere_is_not_passed_over(self):
        gone = self.folder / "weg"
        gone.touch()  # Processing refuses a name that leads nowhere already
        ProcessingConfig.setSettingValue(SETTING, str(gone))
        gone.unlink()
        said = self.assert_says("is no program", self.find, CONFIGURATION=world.TOWN / "koppelkans.toml")
        self.assertIn(str(gone), said)
        self.assertIn("setting of Processing", said)

    def test_a_file_that_cannot_be_started(self):
        broken = self.folder / "koppelkans"
        shutil.copy(world.TOWN / "koppelkans.toml", broken)
        broken.chmod(0o755)
        os.environ["KOPPELKANS_PROGRAM"] = str(broken)
        self.assert_says("cannot be started: ", self.find, CONFIGURATION=world.TOWN / "koppelkans.toml")

    def test_the_setting_is_in_the_options(self):
        self.assertIn(SETTING, ProcessingConfig.settings)
        self.assertEqual(ProcessingConfig.settings[SETTING].group, "Koppelkans")


class StandIn(world.Case):
    def setUp(self):
        super().setUp()
        os.environ["KOPPELKANS_PROGRAM"] = str(STAND_IN)
        self.addCleanup(os.environ.update, KOPPELKANS_PROGRAM=world.program())

    def behave(self, how, **more):
        os.environ["STAND_IN"] = how
        return self.check(CONFIGURATION=world.TOWN / "koppelkans.toml", **more)

    def test_progress_is_that_of_its_bar(self):
        feedback = world.Feedback()
        self.behave("drawing", feedback=feedback)
        self.assertEqual(feedback.phases, ["Reading plans", "Finding koppelkansen"])
        self.assertEqual(feedback.percents, [5, 65, 95])
        self.assertEqual(feedback.warnings, ["het regent in café “Zon”"])

    def test_a_crash(self):
        self.assert_says("was ended by signal 11", self.behave, how="crashing")

    def test_an_end_without_a_word(self):
        self.assert_says("ended with code 3", self.behave, how="silent")
