"""Plans of six soorten along the streets: lines in the axis or beside it, areas from front to front,
and trees. Several plans share a street; some of the lines share their very corners, as they do where
departments draw on the same centre line."""
import datetime

import numpy

from geopackage import LINE, POINT, POLYGON, geometries
from town import STREET_M, STREETS_A_BUURT

FIRST_DAY = datetime.date(2024, 1, 1)
LAST_DAY = datetime.date(2034, 12, 31)
DAYS = [(FIRST_DAY + datetime.timedelta(n)).isoformat() for n in range((LAST_DAY - FIRST_DAY).days + 1)]
STATUSES = ["idee", "verkenning", "ontwerp", "voorbereiding", "uitvoering"]
PIECE_M = 40.0          # of a street, from manhole to manhole

# source: soort, kind, share of all plans, metres beside the axis, werkafstand from-to, months of work
SOURCES = {
    "riool": ("rioolvervanging", LINE, 0.20, 0.0, (2.0, 4.0), (3, 15)),
    "warmte": ("warmtenet", LINE, 0.15, 2.5, (2.0, 3.0), (4, 18)),
    "herinrichting": ("herinrichting", POLYGON, 0.15, 0.0, (0.0, 0.0), (3, 12)),
    "wegen": ("wegonderhoud", LINE, 0.20, 0.0, (3.0, 4.0), (1, 3)),
    "kabels": ("elektriciteit", LINE, 0.20, 5.0, (1.0, 1.5), (1, 6)),
    "groen": ("bomen", POINT, 0.10, 6.0, (2.0, 4.0), (1, 2)),
}


def sizes(total):
    """How many plans each source has; together exactly the total."""
    counts = {name: int(total * source[2]) for name, source in SOURCES.items()}
    counts["riool"] += total - sum(counts.values())
    return counts


def pick_streets(count, buurten, random):
    """Some buurten and some streets have more plans than others."""
    weight = random.gamma(4.0, 1.0, buurten)
    buurt = random.choice(buurten, count, p=weight / weight.sum())
    return buurt * STREETS_A_BUURT + (STREETS_A_BUURT * random.random(count) ** 1.4).astype(int)


def _stretches(count, random):
    """From, to and number of points of each plan along its street; four in ten keep to whole pieces."""
    length = random.uniform(80, 400, count)
    start = random.uniform(-STREET_M / 2, STREET_M / 2 - length)
    points = random.integers(3, 13, count)
    pieces = random.random(count) < 0.4
    whole = numpy.clip((length / PIECE_M).round(), 2, 10)
    first = numpy.clip(((start + STREET_M / 2) / PIECE_M).round(), 0, 10 - whole)
    start = numpy.where(pieces, first * PIECE_M - STREET_M / 2, start)
    length = numpy.where(pieces, whole * PIECE_M, length)
    return start, start + length, numpy.where(pieces, whole + 1, points).astype(int)


def _line(streets, street, along, beside, random):
    side = beside * random.choice([-1.0, 1.0], (len(street), 1))
    return streets.spots(street, along, side + numpy.zeros_like(along))


def _area(streets, street, along, beside, random):
    half = random.uniform(4, 8, (len(street), 1)) + numpy.zeros_like(along)
    left = streets.spots(street, along, half)
    right = streets.spots(street, along, -half)
    return numpy.concatenate([right, left[:, ::-1], right[:, :1]], axis=1)


def _trees(streets, street, beside, random):
    along = random.uniform(-STREET_M / 2, STREET_M / 2, (len(street), 1))
    return streets.spots(street, along, beside * random.choice([-1.0, 1.0], along.shape))


def shapes(kind, beside, streets, street, random):
    """The blobs of all plans of a source, and the box around them."""
    if kind == POINT:
        xy = _trees(streets, street, beside, random).round(3)
        return geometries(kind, xy), _extent([xy])
    draw = _line if kind == LINE else _area
    start, end, points = _stretches(len(street), random)
    blobs, drawn = numpy.empty(len(street), object), []
    for count in numpy.unique(points):
        rows = numpy.flatnonzero(points == count)
        along = numpy.linspace(start[rows], end[rows], count, axis=1)
        drawn.append(draw(streets, street[rows], along, beside, random).round(3))
        blobs[rows] = geometries(kind, drawn[-1])
    return blobs.tolist(), _extent(drawn)


def _extent(drawn):
    low = numpy.min([xy.min(axis=(0, 1)) for xy in drawn], axis=0)
    high = numpy.max([xy.max(axis=(0, 1)) for xy in drawn], axis=0)
    return [*low.tolist(), *high.tolist()]


def columns(name, street, random):
    """id, naam, start, eind, status, trekker, werkafstand."""
    _, _, _, _, (narrow, wide), (short, long) = SOURCES[name]
    count = len(street)
    days = (random.uniform(short, long, count) * 30.4).astype(int)
    start = random.integers(0, len(DAYS) - days)
    texts = numpy.array(DAYS, object)
    werkafstand = (random.uniform(narrow, wide, count) * 2).round() / 2
    status = numpy.array(STATUSES, object)[random.integers(0, len(STATUSES), count)]
    return [[f"{name[:2].upper()}{n:07}" for n in range(1, count + 1)],
            [f"{name.capitalize()} Straat {n}" for n in street], texts[start].tolist(),
            texts[start + days].tolist(), status.tolist(), [f"afdeling {name}"] * count, werkafstand.tolist()]
