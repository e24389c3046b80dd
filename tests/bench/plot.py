#!/usr/bin/python3
"""plot.py RESULTS.csv PLOT.svg: wall time and peak memory against the number of plans, both axes in powers
of ten. RESULTS.csv is one or more measured.csv of compare.sh, put together."""
import math
import sys
from html import escape
from pathlib import Path

sys.dont_write_bytecode = True

from medians import NAMES, measured  # noqa: E402

COLOURS = {"koppelkansen": "#00539c", "all": "#c8102e", "copy": "#767676", "postgis": "#2f8f4e",
           "spatialite": "#b8860b"}
WIDTH, HEIGHT, LEFT, TOP = 300, 240, 60, 40


class Panel:
    """One pair of axes; its corner lies `east` of the picture's."""

    def __init__(self, east, title, points):
        self.east, self.title, self.points = east + LEFT, title, points
        values = [value for line in points.values() for value in line]
        self.x = powers(value[0] for value in values)
        self.y = powers(value[1] for value in values)

    def at(self, plans, value):
        return (self.east + WIDTH * share(plans, self.x), TOP + HEIGHT * (1 - share(value, self.y)))

    def grid(self):
        parts = [f'<text x="{self.east}" y="{TOP - 14}" font-weight="bold">{escape(self.title)}</text>']
        for power in range(self.x[0], self.x[1] + 1):
            x, _ = self.at(10 ** power, 10 ** self.y[0])
            parts += [stroke(x, TOP, x, TOP + HEIGHT), label(x, TOP + HEIGHT + 16, 10 ** power, "middle")]
        for power in range(self.y[0], self.y[1] + 1):
            _, y = self.at(10 ** self.x[0], 10 ** power)
            parts += [stroke(self.east, y, self.east + WIDTH, y), label(self.east - 6, y + 4, 10 ** power, "end")]
        return parts

    def lines(self):
        parts = []
        for what, line in self.points.items():
            spots = [self.at(*point) for point in line]
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
            parts.append(f'<polyline points="{path}" fill="none" stroke="{COLOURS[what]}" stroke-width="2"/>')
            parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{COLOURS[what]}"/>' for x, y in spots]
        return parts


def powers(values):
    values = list(values)
    return math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))


def share(value, bounds):
    return (math.log10(value) - bounds[0]) / (bounds[1] - bounds[0])


def stroke(x1, y1, x2, y2):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#ddd"/>'


def label(x, y, value, anchor):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#555">{value:,}</text>'


def legend():
    parts = []
    for number, (what, name) in enumerate(NAMES.items()):
        x, y = LEFT + 250 * (number % 3), TOP + HEIGHT + 44 + 18 * (number // 3)
        parts += [f'<rect x="{x}" y="{y - 9}" width="14" height="10" fill="{COLOURS[what]}"/>',
                  f'<text x="{x + 20}" y="{y}">{escape(name)}</text>']
    return parts


def series(results, value):
    return {what: [(plans, value(found[what])) for plans, found in results.items() if what in found]
            for what in NAMES if any(what in found for found in results.values())}


def main():
    results = measured(sys.argv[1])
    panels = [Panel(0, "wall time, s, against plans", series(results, lambda one: one.wall_s)),
              Panel(LEFT + WIDTH + 20, "peak memory, MiB, against plans", series(results, lambda one: one.peak_mib))]
    drawn = [part for panel in panels for part in panel.grid() + panel.lines()] + legend()
    size = f'width="{2 * (LEFT + WIDTH) + 50}" height="{TOP + HEIGHT + 80}"'
    picture = [f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">',
               '<rect width="100%" height="100%" fill="white"/>', *drawn, "</svg>"]
    Path(sys.argv[2]).write_text("\n".join(picture) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
