"""A run that is stopped halfway ends at once, leaves nothing behind and the old result as it was."""
import os
import threading
import time
from pathlib import Path

import world

STAND_IN = Path(__file__).parent / "stand_in.py"


def crossing_lines(folder):
    """Two sets of 1,500 lines that all cross: two million overlaps, minutes of work."""
    sets = {"rioolvervanging": "{at} 401000, {at} 499000", "warmtenet": "101000 {at}, 199000 {at}"}
    for (name, line), first in zip(sets.items(), (101000, 401000)):
        rows = (f'{i},2027,"LINESTRING ({line.format(at=first + 60 * i)})"\n' for i in range(1500))
        (folder / f"{name}.csv").write_text("id,start,wkt\n" + "".join(rows), encoding="utf-8")
    (folder / "buurten.geojson").write_text(
        '{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}},'
        '"features": [{"type": "Feature", "properties": {"buurtcode": "BU00010001", "buurtnaam": "Een"},'
        '"geometry": {"type": "Polygon", "coordinates": [[[100000,400000],[200000,400000],[200000,500000],'
        '[100000,500000],[100000,400000]]]}}]}', encoding="utf-8")


class Watcher(threading.Thread):
    """Stops the run as soon as a file that matches is there."""

    def __init__(self, feedback, folder, pattern):
        super().__init__(daemon=True)
        self._feedback, self._folder, self._pattern = feedback, folder, pattern
        self.seen = None
        self.stopped_at = None

    def run(self):
        end = time.monotonic() + 60
        while self.seen is None and time.monotonic() < end:
            self.seen = next(self._folder.glob(self._pattern), None)
            time.sleep(0.01)
        self.stopped_at = time.monotonic()
        self._feedback.cancel()


class Stop(world.Case):
    def stopped(self, pattern, **inputs):
        """Runs and stops; (seconds until it was over, the file that was seen, what was said)."""
        feedback = world.Feedback()
        watcher = Watcher(feedback, self.folder, pattern)
        watcher.start()
        results = self.find(feedback=feedback, OVERWRITE=True, **inputs)
        over = time.monotonic()
        watcher.join()
        self.assertIsNotNone(watcher.seen, "it was over before it could be stopped")
        self.assertEqual(results, {})
        return over - watcher.stopped_at, watcher.seen, feedback

    def test_by_ctrl_c(self):
        self.find(CONFIGURATION=world.TOWN / "koppelkans.toml", LAGEN=["risicos"])
        old = self.result.read_bytes()
        crossing_lines(self.folder)
        before = sorted(self.folder.iterdir())
        buurten = world.layer(self.folder / "buurten.geojson", "buurten")
        plans = [world.layer(self.folder / f"{name}.csv", name, crs=world.RD)
                 for name in ("rioolvervanging", "warmtenet")]
        seconds, seen, feedback = self.stopped(".koppel*.tmp-*.gpkg", BUURTEN=buurten, PLANS=plans)
        print(f"ended {seconds * 1000:.0f} ms after the user stopped it")
        self.assertLess(seconds, 2)
        self.assertEqual(sorted(self.folder.iterdir()), before)
        self.assertEqual(self.result.read_bytes(), old)
        self.assertIn("Stopped; nothing was written.", feedback.infos)
        pid = int(seen.name.split(".tmp-")[1].split("-")[0])
        self.assertRaises(ProcessLookupError, os.kill, pid, 0)

    def stand_in(self, how):
        """Seconds until it was over, and the names of what lies in the folder."""
        os.environ.update(KOPPELKANS_PROGRAM=str(STAND_IN), STAND_IN=how, STAND_IN_READY=str(self.folder / "ready"))
        self.addCleanup(os.environ.update, KOPPELKANS_PROGRAM=world.program())
        seconds, _, _ = self.stopped("ready", CONFIGURATION=world.TOWN / "koppelkans.toml")
        return seconds, [path.name for path in self.folder.iterdir()]

    def test_first_it_is_asked(self):
        self.stand_in("polite")
        self.assertEqual((self.folder / "ready").read_text(), "ready\nSIGINT")

    def test_by_force(self):
        seconds, left = self.stand_in("deaf")
        self.assertLess(seconds, 4)  # a second for each of two signals
        self.assertEqual(left, ["ready"])

    def test_too_late(self):
        os.environ.update(KOPPELKANS_PROGRAM=str(STAND_IN), STAND_IN="late", STAND_IN_READY=str(self.folder / "ready"))
        self.addCleanup(os.environ.update, KOPPELKANS_PROGRAM=world.program())
        feedback = world.Feedback()
        watcher = Watcher(feedback, self.folder, "ready")
        watcher.start()
        results = self.check(feedback=feedback, CONFIGURATION=world.TOWN / "koppelkans.toml")
        watcher.join()
        self.assertEqual(results["GELEZEN"], 0)
        self.assertNotIn("Stopped; nothing was written.", feedback.infos)

    def test_while_a_layer_is_copied(self):
        buurten, plans = world.town_layers(["rioolvervanging.gpkg"])
        plans[0].setName("Warmtenet")
        feedback = world.Feedback()
        feedback.setProgressText = lambda text: feedback.cancel()
        self.assertEqual(self.find(feedback=feedback, BUURTEN=buurten, PLANS=plans), {})
        self.assertEqual(list(self.folder.iterdir()), [])
