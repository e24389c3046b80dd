"""A made-up country: buurten that tile the ground, and the streets in them.

Buurten are the cells of a grid whose corners and edges are shaken; two neighbours share their edge to
the millimetre. Streets are arcs of a circle of 420 m that keep to the two directions of their buurt."""
import numpy

SIDE_M = 800.0          # of a buurt: 0.3 to 1 km2 once shaken
SHAKE_M = 120.0         # how far a corner may move
EDGE_POINTS = 24        # corners a side of a buurt
STREETS_A_BUURT = 18
STREET_M = 420.0
WEST_M, SOUTH_M = 100_000.0, 400_000.0


class Buurten:
    """The grid: `corners` is (rows + 1, columns + 1, 2); buurt number n lies in row n // columns."""

    def __init__(self, count, random):
        self.count = count
        self.columns = int(numpy.ceil(numpy.sqrt(count)))
        self.rows = -(-count // self.columns)
        y, x = numpy.mgrid[0:self.rows + 1, 0:self.columns + 1]
        self.corners = numpy.stack([WEST_M + SIDE_M * x, SOUTH_M + SIDE_M * y], axis=2)
        self.corners += random.uniform(-SHAKE_M, SHAKE_M, self.corners.shape)
        self.corners = self.corners.round(3)
        self.level = _edges(self.corners[:, :-1], self.corners[:, 1:], random)
        self.upright = _edges(self.corners[:-1], self.corners[1:], random)
        self.angle = random.uniform(0, numpy.pi / 2, count)

    def rings(self):
        """(count, corners, 2): closed, against the clock."""
        row, column = numpy.divmod(numpy.arange(self.count), self.columns)
        south, north = self.level[row, column], self.level[row + 1, column]
        west, east = self.upright[row, column], self.upright[row, column + 1]
        ring = numpy.concatenate([south[:, :-1], east[:, :-1], north[:, :0:-1], west[:, :0:-1]], axis=1)
        return numpy.concatenate([ring, ring[:, :1]], axis=1)

    def places(self, buurt, random):
        """A random spot in each of the given buurten."""
        row, column = numpy.divmod(buurt, self.columns)
        u, v = random.uniform(0.04, 0.96, (2, len(buurt), 1))
        south = (1 - u) * self.corners[row, column] + u * self.corners[row, column + 1]
        north = (1 - u) * self.corners[row + 1, column] + u * self.corners[row + 1, column + 1]
        return (1 - v) * south + v * north

    def codes(self):
        """buurtcode, wijkcode, gemeentecode: ten buurten a wijk, ten wijken a gemeente, side by side."""
        row, column = numpy.divmod(numpy.arange(self.count), self.columns)
        gemeente = (row // 10) * (self.columns // 10 + 1) + column // 10 + 1
        wijk, buurt = (row % 10) // 2 * 2 + column % 10 // 5, row % 2 * 5 + column % 5
        return ([f"BU{g:04}{w:02}{b:02}" for g, w, b in zip(gemeente, wijk, buurt)],
                [f"WK{g:04}{w:02}" for g, w in zip(gemeente, wijk)], [f"GM{g:04}" for g in gemeente])


def _edges(start, end, random):
    """A bent, uneven line between each two corners, ends exact: (..., EDGE_POINTS + 1, 2)."""
    t = numpy.linspace(0, 1, EDGE_POINTS + 1)[:, None]
    along = (end - start)[..., None, :]
    across = numpy.stack([-along[..., 1], along[..., 0]], axis=-1) / SIDE_M
    bend = random.uniform(-25, 25, start.shape[:-1] + (1, 1)) * numpy.sin(numpy.pi * t)
    uneven = random.uniform(-3, 3, start.shape[:-1] + (EDGE_POINTS + 1, 1)) * ((t > 0) & (t < 1))
    return (start[..., None, :] + t * along + (bend + uneven) * across).round(3)


class Streets:
    """Arcs: middle, heading and curvature of each; a plan asks for spots along and beside them."""

    def __init__(self, buurten, random):
        self.buurt = numpy.repeat(numpy.arange(buurten.count), STREETS_A_BUURT)
        count = len(self.buurt)
        self.middle = buurten.places(self.buurt, random)
        quarter = random.integers(0, 4, count) * numpy.pi / 2
        self.heading = buurten.angle[self.buurt] + quarter + random.normal(0, 0.08, count)
        bend = numpy.clip(random.normal(0, 1 / 600, count), -1 / 250, 1 / 250)
        self.curvature = numpy.where(numpy.abs(bend) < 1e-6, 1e-6, bend)

    def spots(self, street, along, beside):
        """(rows, points, 2): metres along from the middle of the street and beside it, to the left."""
        heading, bend = self.heading[street][:, None], self.curvature[street][:, None]
        angle = heading + bend * along
        x = (numpy.sin(angle) - numpy.sin(heading)) / bend - beside * numpy.sin(angle)
        y = (numpy.cos(heading) - numpy.cos(angle)) / bend + beside * numpy.cos(angle)
        return self.middle[street][:, None, :] + numpy.stack([x, y], axis=2)
