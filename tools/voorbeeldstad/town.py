"""Voorbeeldstad as a whole: ground, buurten, streets and the blocks of houses along them."""
from osgeo import gdal, ogr

import names
import streets
from curves import cut, length, pieces, rounded, strip
from layout import RAIL_LINE, RIVER_LINE, Ground

GRID_M = 80  # cells of the look-up that keeps blocks apart


def polygon(ring):
    """An OGR polygon of one closed ring."""
    shell = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ring:
        shell.AddPoint_2D(x, y)
    result = ogr.Geometry(ogr.wkbPolygon)
    result.AddGeometry(shell)
    return result


def linestring(line):
    result = ogr.Geometry(ogr.wkbLineString)
    for x, y in line:
        result.AddPoint_2D(x, y)
    return result


def multi(parts, kind):
    """A multi-geometry of one kind (ogr.wkbMultiPolygon, ogr.wkbMultiLineString)."""
    result = ogr.Geometry(kind)
    for part in parts:
        result.AddGeometry(part)
    return result


class Near:
    """Geometries by place: which of those added so far touch a new one."""

    def __init__(self):
        self.cells = {}

    def _keys(self, geometry):
        west, east, south, north = (int(v // GRID_M) for v in geometry.GetEnvelope())
        return [(i, j) for i in range(west, east + 1) for j in range(south, north + 1)]

    def add(self, geometry):
        for key in self._keys(geometry):
            self.cells.setdefault(key, []).append(geometry)

    def touches(self, geometry):
        return any(other.Intersects(geometry)
                   for key in self._keys(geometry) for other in self.cells.get(key, []))


class Town:
    def __init__(self):
        self.ground = Ground()
        self.streets = streets.main_roads(self.ground) + streets.local_streets(self.ground)
        self.by_name = {street.name: street for street in self.streets}
        self.buurten = [(code, name, wijk, self._buurt(cells))
                        for code, name, wijk, _, cells, _ in names.buurten()]
        whole = multi([shape for *_, shape in self.buurten], ogr.wkbMultiPolygon).UnionCascaded()
        self.river = linestring(self.ground.line(RIVER_LINE)).Buffer(50, 6).Intersection(whole)
        self.rail = linestring(self.ground.line(RAIL_LINE))
        self.harbour = self._harbour()
        self.cells = {name: (cells, pattern) for _, name, _, _, cells, pattern in names.buurten()}
        self._blocks = None

    def _buurt(self, cells):
        result = polygon(self.ground.ring(cells[0]))
        for cell in cells[1:]:
            result = result.Union(polygon(self.ground.ring(cell)))
        return result

    def _harbour(self):
        """A basin from the river up, east of the Havenkade; the Bandijk crosses it by a lock."""
        quay = self.stretch("Havenkade", 0.0, 0.27)
        (x0, y0), (x1, y1) = quay[0], quay[-1]
        mouth = (x0 - (x1 - x0) * 0.5, y0 - (y1 - y0) * 0.5)
        return polygon(rounded(strip([mouth] + quay, -16, 62)))

    def code(self, buurt):
        return next(code for code, name, _, _ in self.buurten if name == buurt)

    def stretch(self, street, start=0.0, end=1.0):
        """The axis of a street between two fractions of its length."""
        return rounded(cut(self.by_name[street].line, start, end))

    def spot(self, street, fraction, aside=0.0):
        """A place beside a street, aside metres to its left."""
        part = cut(self.by_name[street].line, max(0, fraction - 0.02), min(1, fraction + 0.02))
        ring = strip(part, aside, 0)
        x, y = ring[len(part) // 2]
        return (round(x, 2), round(y, 2))

    def area(self, buurt, s0, t0, s1, t1):
        """Part of a buurt's first cell as a polygon."""
        cells, _ = self.cells[buurt]
        return polygon(self.ground.patch(cells[0], s0, t0, s1, t1))

    def blocks(self):
        """All blocks of houses as (street, polygon): beside the streets, clear of all roads."""
        if self._blocks is None:
            gdal.PushErrorHandler("CPLQuietErrorHandler")  # a bow-tie block is dropped, not news
            self._blocks = self._build()
            gdal.PopErrorHandler()
        return self._blocks

    def _build(self):
        taken, found = Near(), []
        for street in self.streets:
            taken.add(linestring(street.line).Buffer(street.width_m / 2 + 3, 3))
        taken.add(self.river)
        taken.add(self.harbour.Buffer(4, 3))
        taken.add(self.rail.Buffer(25, 3))
        for street in self.streets:
            if street.kind == "landweg" or street.name in names.NO_HOUSES:
                continue
            works = street.width_m == streets.WIDTHS["bedrijven"]
            near = street.width_m / 2 + (7 if works else 5)
            deep, long = (near + 26, 75) if works else (near + 10, 46)
            for piece in pieces(street.line, long):
                front = cut(piece, 0.09, 0.91)
                for ring in (strip(front, deep, -near), strip(front, -near, deep)):
                    block = polygon(rounded(ring))
                    if length(front) > 15 and block.IsValid() and not taken.touches(block):
                        taken.add(block)
                        found.append((street.name, block))
        return found
