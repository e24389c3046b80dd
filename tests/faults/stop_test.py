#!/usr/bin/python3
"""stop_test.py PROGRAM run|report|init: stops a long run in the middle of its analysis, a report while its pages are printed,
or init among many files, by Ctrl-C and by SIGTERM. It must be gone within a second with 130 or 143 and say so, with its printers; nothing may be left
behind, and the old output must be as it was."""
import argparse
import os
import signal
import subprocess
import time
from pathlib import Path

import support

ENDS = {signal.SIGINT: 130, signal.SIGTERM: 143}
STOPPED = "koppelkans: stopped; nothing was written\n"
# A second, with half for the machine.
LONGEST_S = 1.5


class LongRun(support.Scene):
    """Two sets of 1,500 lines that all cross: two million overlaps, minutes of work."""
    name = "run"
    MIDDLE = ".*.tmp-*"

    def is_in_the_middle(self, _):
        return any(self.folder.glob(self.MIDDLE))

    def make_old(self):
        (self.scratch / "buurten.geojson").write_text(
            '{"type": "FeatureCollection", "name": "buurten",'
            '"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}},'
            '"features": [{"type": "Feature", "properties": {"buurtcode": "BU00010001", "buurtnaam": "Een"},'
            '"geometry": {"type": "Polygon", "coordinates":'
            '[[[100000,400000],[200000,400000],[200000,500000],[100000,500000],[100000,400000]]]}}]}', encoding="utf-8")
        for name, line, first in (("rioolvervanging", "{0} 401000, {0} 499000", 101000),
                                  ("warmtenet", "101000 {0}, 199000 {0}", 401000)):
            rows = (f'{at},2027,"LINESTRING ({line.format(first + 60 * at)})"\n' for at in range(1500))
            self.table(name).write_text("id,start,wkt\n" + "".join(rows), encoding="utf-8")
        self.table("groen").write_text('id,start,wkt\n1,2027,"POINT (150000 450000)"\n', encoding="utf-8")
        self.must_succeed([*self._run("groen"), "--quiet"])

    def table(self, name):
        return self.scratch / f"{name}.csv"

    def _run(self, *names):
        return [self.program, "run", "--buurten", str(self.scratch / "buurten.geojson"), *map(str, map(self.table, names)),
                "--crs", "EPSG:28992", "--output", str(self.folder / "kansen.gpkg"), "--overwrite"]

    def command(self):
        return [*self._run("rioolvervanging", "warmtenet"), "--progress", "never"]


class LongReport(support.ReportScene):
    """All pages of voorbeeldstad on paper."""
    MIDDLE = "rapport/.koppelkans-report-*/**/*.pdf"

    def is_in_the_middle(self, _):
        return any(self.folder.glob(self.MIDDLE))

    def command(self):
        return [self.program, "report", str(self.result()), "-o", str(self.folder / "rapport"), "--progress", "never"]


class LongInit(support.Scene):
    """Thousands of tables to look at: seconds of work."""
    name = "init"
    MIDDLE = "a table that is looked at"

    def make_old(self):
        for number in range(3000):
            (self.folder / f"plan{number}.csv").write_text("id,start,soort\n1,2027,groen\n", encoding="utf-8")
        (self.folder / "koppelkans.toml").write_text("[buurten] # mine\n", encoding="utf-8")

    def is_in_the_middle(self, process):
        # Its threads keep watch from just before the first table.
        return len(os.listdir(f"/proc/{process.pid}/task")) > 2

    def command(self):
        return [self.program, "init", str(self.folder), "--overwrite"]


SCENES = {"run": LongRun, "report": LongReport, "init": LongInit}


def children_of(process):
    found = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True, check=False).stdout
    return [int(child) for child in found.split()]


def is_there(process):
    return Path(f"/proc/{process}").exists()


def stop_by(scene, how, old):
    process = scene.start()
    support.wait_for(lambda: scene.is_in_the_middle(process), scene.MIDDLE, process)
    printers = children_of(process)
    assert printers or not isinstance(scene, LongReport), "no process prints"
    began = time.monotonic()
    os.kill(process.pid, how)
    _, said = process.communicate(timeout=support.PATIENCE_S)
    took = time.monotonic() - began
    print(f"{how.name}: exit {process.returncode} after {1000 * took:.0f} ms")
    assert (process.returncode, said) == (ENDS[how], STOPPED), (process.returncode, said)
    assert took < LONGEST_S, took
    assert not any(map(is_there, printers)), "a printer is still there"
    assert support.files_below(scene.folder) == old, "files were left behind, or the old output has changed"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("what", choices=list(SCENES))
    given = parser.parse_args()
    scene = SCENES[given.what](str(Path(given.program).resolve()))
    try:
        scene.make_old()
        old = support.files_below(scene.folder)
        for how in ENDS:
            stop_by(scene, how, old)
    finally:
        scene.remove()


if __name__ == "__main__":
    main()
