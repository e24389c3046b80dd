#!/usr/bin/python3
"""medians.py MEASURED.csv: a table of the medians, with ratios of wall time to the copy and to PostGIS."""
import csv
import statistics
import sys
from typing import NamedTuple

NAMES = {"koppelkansen": "koppelkans, layer koppelkansen", "all": "koppelkans, all layers", "copy": "plain copy",
         "postgis": "PostGIS", "spatialite": "SpatiaLite"}
HEAD = ["plans", "program", "runs", "wall s", "fastest–slowest", "CPU s", "peak MiB", "of the copy", "of PostGIS"]


class Median(NamedTuple):
    runs: int
    wall_s: float
    fastest_s: float
    slowest_s: float
    cpu_s: float
    peak_mib: float


def measured(path):
    """{plans: {what: Median}}, in the order of NAMES."""
    runs = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            cpu = float(row["user_s"]) + float(row["system_s"])
            values = (float(row["wall_s"]), cpu, float(row["peak_kib"]) / 1024)
            runs.setdefault(int(row["plans"]), {}).setdefault(row["what"], []).append(values)
    return {plans: {what: median(found[what]) for what in NAMES if what in found}
            for plans, found in sorted(runs.items())}


def median(runs):
    walls, cpus, peaks = zip(*runs)
    return Median(len(runs), statistics.median(walls), min(walls), max(walls), statistics.median(cpus),
                  statistics.median(peaks))


def ratio(one, other):
    return f"{one.wall_s / other.wall_s:.2f}" if other else "–"


def line(plans, what, found):
    one = found[what]
    return [f"{plans:,}", NAMES[what], str(one.runs), f"{one.wall_s:.1f}",
            f"{one.fastest_s:.1f}–{one.slowest_s:.1f}", f"{one.cpu_s:.1f}", f"{one.peak_mib:.0f}",
            ratio(one, found.get("copy")), ratio(one, found.get("postgis"))]


def main():
    print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
    for plans, found in measured(sys.argv[1]).items():
        for what in found:
            print("| " + " | ".join(line(plans, what, found)) + " |")


if __name__ == "__main__":
    main()
