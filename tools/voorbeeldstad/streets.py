"""Streets of voorbeeldstad: main roads along the lattice, local streets by a pattern a cell."""
import random
from dataclasses import dataclass

import names
from curves import catmull_rom, length, rounded
from layout import RAIL_LINE, RIVER_LINE, SEED


@dataclass
class Street:
    name: str
    kind: str        # hoofdweg, straat, landweg
    line: list       # RD New, metres
    cell: tuple      # a lattice cell that it lies in, or None for a main road
    buurtcode: str   # or None for a main road
    width_m: float


def _levels(row):
    """The part of a row that lies clear of river and railway, as (lowest t, highest t)."""
    low = {0: 0.08, RIVER_LINE: 0.13, RAIL_LINE: 0.07}.get(row, 0.0)
    high = {RIVER_LINE - 1: 0.72, RAIL_LINE - 1: 0.92}.get(row, 1.0)
    return low, high


def _level_road(ground, row, t, first, last):
    points = []
    for i in range(first, last + 1):
        points += [ground.point((i, row), k / 12, t) for k in range(13)]
    return points


def _up_road(ground, column, first, last, crossing):
    points = []
    for j in range(first, last):
        low, high = _levels(j) if not crossing else (0.0, 1.0)
        if j == RIVER_LINE:
            low = _levels(j)[0]
        points += [ground.point((min(column, 7), j), 0.0, low + (high - low) * k / 14)
                   for k in range(15)]
    return points


def _main_road(ground, kind, fixed, *rest):
    if kind == "level":
        return _level_road(ground, fixed, *rest)
    if kind == "across":
        edges = [ground.across[i, fixed] for i in range(*rest)]
        return [point for edge in edges for point in edge]
    if kind == "bridge":
        south = [ground.point((fixed, 0), 0.0, k / 14) for k in range(15)]
        return south + [ground.point((fixed, 1), 0.0, 0.13)]
    return _up_road(ground, fixed, *rest, crossing=fixed in names.RAIL_CROSSINGS)


def main_roads(ground):
    return [Street(name, "hoofdweg", rounded(_main_road(ground, *how)), None, None, 14.0)
            for name, *how in names.MAIN_ROADS]


# A pattern gives polylines in the unit square of its cell: (smooth?, [(s, t), ...]).
def _grid(rng):
    a, b, c = (k + rng.uniform(-0.04, 0.04) for k in (0.22, 0.50, 0.77))
    d, e = (k + rng.uniform(-0.05, 0.05) for k in (0.34, 0.68))
    return [(0, [(0, d), (1, d)]), (0, [(0, e), (1, e)]), (0, [(a, 0), (a, 1)]),
            (0, [(b, 0), (b, e)]), (0, [(c, d), (c, 1)])]


def _strook(rng):
    mid = 0.5 + rng.uniform(-0.06, 0.06)
    lanes = [k + rng.uniform(-0.02, 0.02) for k in (0.18, 0.4, 0.62, 0.82)]
    ends = [(0, 1), (0, mid), (0, 1), (mid, 1)]
    return [(0, [(0, mid), (1, mid)])] + [(0, [(s, low), (s, high)])
                                          for s, (low, high) in zip(lanes, ends)]


def _kronkel(rng):
    d = rng.uniform(-0.06, 0.06)
    spine = [(0, .48 + d), (.22, .62 + d), (.48, .47), (.74, .36 - d), (1, .5 - d)]
    return [(1, spine), (1, [(.48, .47), (.55, .7), (.47, 1)]),
            (1, [(.22, .62 + d), (.2, .8), (.3, .86)]),
            (1, [(.74, .36 - d), (.78, .2), (.68, .12)]), (1, [(.3, 0), (.26, .2), (.36, .32)]),
            (1, [(.9, .45 - d), (.86, .68), (.72, .76)])]


def _hof(rng):
    r = 0.25 + rng.uniform(-0.03, 0.03)
    ring = [(.5, .5 - r), (.5 + r, .5 - r * .5), (.5 + r, .5 + r * .5), (.5, .5 + r),
            (.5 - r, .5 + r * .5), (.5 - r, .5 - r * .5), (.5, .5 - r)]
    return [(1, ring), (0, [(.5, 0), (.5, .5 - r)]), (0, [(.5, .5 + r), (.5, 1)]),
            (0, [(0, .5), (.5 - r * 1.07, .5)]), (0, [(.5 + r * 1.07, .5), (1, .5)]),
            (0, [(.5, .5 - r), (.5, .5 + r)])]


def _centrum(rng):
    d = rng.uniform(-0.04, 0.04)
    return [(1, [(0, .32 + d), (.36, .38), (.62, .3), (1, .27)]),
            (1, [(0, .7), (.34, .63 + d), (.66, .68), (1, .74)]),
            (1, [(.3, 0), (.36, .38), (.34, .63 + d), (.38, 1)]),
            (1, [(.68, 0), (.62, .3), (.66, .68), (.72, 1)]),
            (0, [(.36, .5), (.64, .5)]), (0, [(.84, .29), (.85, .71)])]


def _bedrijven(rng):
    d = rng.uniform(-0.05, 0.05)
    return [(0, [(0, .55 + d), (1, .55 + d)]), (0, [(.5, .55 + d), (.5, 1)])]


# The patterns of the open country meet at t = 0.42 on the cells' sides, so that roads run on.
def _dorp(rng):
    d = rng.uniform(-0.04, 0.04)
    return [(1, [(0, .42), (.25, .45), (.5, .56 + d), (.75, .5), (1, .42)]),
            (0, [(.5, 0), (.5, .56 + d)]), (1, [(.5, .56 + d), (.46, .8), (.55, 1)]),
            (1, [(.25, .45), (.3, .72), (.47, .77)])]


def _polder(rng):
    s = 0.5 + rng.uniform(-0.1, 0.1)
    return [(0, [(0, .42), (1, .42)]), (0, [(s, 0), (s, 1)])]


def _bos(rng):
    d = rng.uniform(-0.1, 0.1)
    return [(1, [(0, .42), (.4, .5 + d), (.7, .4), (1, .42)]),
            (1, [(.4, .5 + d), (.55, .75), (.5, 1)])]


def _park(rng):
    d = rng.uniform(-0.05, 0.05)
    return [(1, [(0, .5 + d), (.3, .4), (.7, .6), (1, .5)]), (0, [(.5, .5), (.5, 0)])]


PATTERNS = {"grid": _grid, "strook": _strook, "kronkel": _kronkel, "hof": _hof, "dorp": _dorp,
            "centrum": _centrum, "bedrijven": _bedrijven, "polder": _polder, "bos": _bos,
            "park": _park}
WIDTHS = {"bedrijven": 10.0, "polder": 5.0, "bos": 4.0, "park": 4.0, "dorp": 6.0, "centrum": 7.0}


def _draw(ground, cell, smooth, points):
    """A polyline of the unit square on the ground, samples about 15 m apart."""
    low, high = _levels(cell[1])
    if cell[0] % 2:  # every other column mirrored, or neighbours look alike
        points = [(1 - s, t) for s, t in points]
    unit = catmull_rom(points, 8) if smooth else points
    line = []
    for (s0, t0), (s1, t1) in zip(unit, unit[1:]):
        ends = [ground.point(cell, s, low + (high - low) * t) for s, t in ((s0, t0), (s1, t1))]
        steps = max(1, round(length(ends) / 15))
        line += [ground.point(cell, s0 + (s1 - s0) * k / steps,
                              low + (high - low) * (t0 + (t1 - t0) * k / steps))
                 for k in range(steps + 1)]
    return rounded(line)


def local_streets(ground):
    """Every buurt's own streets, named from its wijk's list in turn."""
    rng = random.Random(SEED + 1)
    left = {wijk: names.street_names(wijk) for wijk in names.STREETS}
    streets = []
    for code, _, _, wijk, cells, pattern in names.buurten():
        kind = "landweg" if pattern in ("polder", "bos", "park") else "straat"
        for cell in cells:
            for smooth, points in PATTERNS[pattern](rng):
                line = _draw(ground, cell, smooth, points)
                streets.append(Street(left[wijk].pop(0), kind, line, cell, code,
                                      WIDTHS.get(pattern, 8.0)))
    return streets
