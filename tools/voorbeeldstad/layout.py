"""The ground of voorbeeldstad: a warped lattice of 8 x 7 cells in RD New (EPSG:28992).

Cells share their edges point for point, so that the buurten made of them tile exactly. Lattice
line 1 from the south is the river, line 5 the railway.
"""
import math
import random

from curves import at_index, catmull_rom, rounded

COLUMNS, ROWS = 8, 7
RIVER_LINE, RAIL_LINE = 1, 5
SAMPLES = 14
SEED = 20261122

# Distances in metres from the south-western corner; the cells are smallest in the town.
X_LINES = [250, 1090, 1760, 2390, 2960, 3540, 4170, 4840, 5700]
Y_LINES = [300, 1330, 2000, 2560, 3130, 3740, 4450, 5650]
ORIGIN = (170000, 440000)


def _warp(x, y):
    """Bends the straight lattice: the river swings, the streets turn a little with it."""
    dx = 150 * math.sin(y / 1150 + 0.4) + 60 * math.sin(y / 520 + x / 900)
    dy = 210 * math.sin(x / 1250 - 0.3) + 50 * math.sin(x / 480 + y / 1300)
    return (x + dx, y + dy)


def _nodes(rng):
    nodes = {}
    for i, x in enumerate(X_LINES):
        for j, y in enumerate(Y_LINES):
            outer = i in (0, COLUMNS) or j in (0, ROWS)
            reach = 130 if outer else 25 if j == RIVER_LINE else 80
            wx, wy = _warp(x, y)
            wx, wy = wx + rng.uniform(-reach, reach), wy + rng.uniform(-reach, reach)
            nodes[i, j] = (ORIGIN[0] + wx, ORIGIN[1] + wy)
    return nodes


def _ripple(curve, rng, share):
    """Moves the inner points sideways, nothing at the ends, by a share of the curve's chord."""
    (x0, y0), (x1, y1) = curve[0], curve[-1]
    dx, dy = x1 - x0, y1 - y0
    waves = [(rng.uniform(-share, share) / k, k) for k in (1, 2, 3)]
    moved = [curve[0]]
    for index in range(1, len(curve) - 1):
        t = index / (len(curve) - 1)
        side = math.sin(math.pi * t) * sum(a * math.sin(math.pi * k * t + k) for a, k in waves)
        x, y = curve[index]
        moved.append((x - dy * side, y + dx * side))
    return moved + [curve[-1]]


class Ground:
    """Edges of the lattice: `across[i, j]` runs east from node (i, j), `up[i, j]` north from it."""

    def __init__(self):
        rng = random.Random(SEED)
        self.nodes = _nodes(rng)
        self.across, self.up = {}, {}
        for j in range(ROWS + 1):
            line = catmull_rom([self.nodes[i, j] for i in range(COLUMNS + 1)], SAMPLES)
            share = 0.0 if j in (RIVER_LINE, RAIL_LINE) else 0.09 if j in (0, ROWS) else 0.03
            self._split(line, COLUMNS, lambda i, j=j: (i, j), self.across, rng, share)
        for i in range(COLUMNS + 1):
            line = catmull_rom([self.nodes[i, j] for j in range(ROWS + 1)], SAMPLES)
            share = 0.09 if i in (0, COLUMNS) else 0.03
            self._split(line, ROWS, lambda j, i=i: (i, j), self.up, rng, share)

    @staticmethod
    def _split(line, count, key, edges, rng, share):
        for k in range(count):
            part = line[k * SAMPLES:(k + 1) * SAMPLES + 1]
            edges[key(k)] = rounded(_ripple(part, rng, share))

    def ring(self, cell):
        """The closed border of a cell, counter-clockwise."""
        i, j = cell
        south, east = self.across[i, j], self.up[i + 1, j]
        north, west = self.across[i, j + 1], self.up[i, j]
        return south + east[1:] + north[::-1][1:] + west[::-1][1:]

    def point(self, cell, s, t):
        """The place at s (0 west, 1 east) and t (0 south, 1 north) of a cell: a Coons patch."""
        i, j = cell
        south, north = at_index(self.across[i, j], s), at_index(self.across[i, j + 1], s)
        west, east = at_index(self.up[i, j], t), at_index(self.up[i + 1, j], t)
        corners = (self.nodes[i, j], self.nodes[i + 1, j],
                   self.nodes[i, j + 1], self.nodes[i + 1, j + 1])
        weights = ((1 - s) * (1 - t), s * (1 - t), (1 - s) * t, s * t)
        return tuple((1 - t) * south[k] + t * north[k] + (1 - s) * west[k] + s * east[k]
                     - sum(w * c[k] for w, c in zip(weights, corners)) for k in (0, 1))

    def line(self, j):
        """A whole lattice line from west to east: the river, the railway."""
        points = list(self.across[0, j])
        for i in range(1, COLUMNS):
            points += self.across[i, j][1:]
        return points

    def patch(self, cell, s0, t0, s1, t1):
        """The closed ring round a part of a cell: a planning area."""
        n = 6
        steps = [k / n for k in range(n)]
        ring = [self.point(cell, s0 + (s1 - s0) * k, t0) for k in steps]
        ring += [self.point(cell, s1, t0 + (t1 - t0) * k) for k in steps]
        ring += [self.point(cell, s1 - (s1 - s0) * k, t1) for k in steps]
        ring += [self.point(cell, s0, t1 - (t1 - t0) * k) for k in steps]
        ring = rounded(ring)
        return ring + [ring[0]]
