#!/usr/bin/python3
"""medians.py MEASURED.csv: a table of the medians, with ratios of wall time to the copy and to PostGIS."""
import csv
import statistics
import sys

NAMES = {"koppelkansen": "koppelkans, layer koppelkansen", "all": "koppelkans, all layers", "copy": "plain copy",
         "postgis": "PostGIS", "spatialite": "SpatiaLite"}
HEAD = ["plans", "program", "runs", "wall s", "fastest-slowest", "CPU s", "peak MiB", "of the copy", "of PostGIS"]


def measured(path):
    """{what: [(wall s, CPU s, peak KiB)]}, and the number of plans."""
    runs, plans = {}, 0
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            plans = int(row["plans"])
            cpu = float(row["user_s"]) + float(row["system_s"])
            runs.setdefault(row["what"], []).append((float(row["wall_s"]), cpu, float(row["peak_kib"])))
    return plans, runs


def ratio(wall, runs, other):
    if other not in runs:
        return "–"
    return f"{wall / statistics.median(run[0] for run in runs[other]):.2f}"


def line(plans, what, runs):
    walls, cpus, peaks = zip(*runs[what])
    wall = statistics.median(walls)
    return [f"{plans:,}", NAMES[what], str(len(walls)), f"{wall:.1f}", f"{min(walls):.1f}–{max(walls):.1f}",
            f"{statistics.median(cpus):.1f}", f"{statistics.median(peaks) / 1024:.0f}", ratio(wall, runs, "copy"),
            ratio(wall, runs, "postgis")]


def main():
    plans, runs = measured(sys.argv[1])
    print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
    for what in NAMES:
        if what in runs:
            print("| " + " | ".join(line(plans, what, runs)) + " |")


if __name__ == "__main__":
    main()
