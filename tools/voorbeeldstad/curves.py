"""Plane curves as lists of (x, y) in metres: splines, cuts, offsets. No CRS, no randomness."""
import math


def catmull_rom(points, per_span):
    """A smooth curve through all points, per_span samples from each point to the next."""
    ends = [_mirror(points[1], points[0])] + points + [_mirror(points[-2], points[-1])]
    curve = []
    for p0, p1, p2, p3 in zip(ends, ends[1:], ends[2:], ends[3:]):
        curve += [_spline(p0, p1, p2, p3, k / per_span) for k in range(per_span)]
    return curve + [points[-1]]


def _mirror(point, about):
    return (2 * about[0] - point[0], 2 * about[1] - point[1])


def _spline(p0, p1, p2, p3, t):
    def axis(a, b, c, d):
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t
                      + (3 * b - a - 3 * c + d) * t ** 3)
    return tuple(axis(*values) for values in zip(p0, p1, p2, p3))


def at_index(curve, fraction):
    """The point at a fraction of the sample count (not of the length): 0 first, 1 last."""
    position = min(max(fraction, 0.0), 1.0) * (len(curve) - 1)
    k = min(int(position), len(curve) - 2)
    part = position - k
    (x0, y0), (x1, y1) = curve[k], curve[k + 1]
    return (x0 + part * (x1 - x0), y0 + part * (y1 - y0))


def length(curve):
    return sum(math.dist(p, q) for p, q in zip(curve, curve[1:]))


def cut(curve, start, end):
    """The part between two fractions of the length."""
    total = length(curve)
    low, high, done, part = start * total, end * total, 0.0, []
    for p, q in zip(curve, curve[1:]):
        step = math.dist(p, q)
        if done + step > low and done < high:
            if not part:
                part.append(_between(p, q, (low - done) / step))
            part.append(_between(p, q, min(1.0, (high - done) / step)))
        done += step
    return part


def _between(p, q, fraction):
    fraction = max(0.0, fraction)
    return (p[0] + fraction * (q[0] - p[0]), p[1] + fraction * (q[1] - p[1]))


def pieces(curve, about):
    """The curve cut into pieces of one length, as near to `about` metres as it goes."""
    count = max(1, round(length(curve) / about))
    return [cut(curve, k / count, (k + 1) / count) for k in range(count)]


def offset(curve, distance):
    """The curve moved to its left (negative: right); for gentle bends only."""
    moved = []
    for k, (x, y) in enumerate(curve):
        before, after = curve[max(k - 1, 0)], curve[min(k + 1, len(curve) - 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        norm = math.hypot(dx, dy)
        moved.append((x - dy / norm * distance, y + dx / norm * distance))
    return moved


def strip(curve, left, right):
    """The closed ring from `right` metres to `left` metres beside the curve, ends cut square."""
    ring = offset(curve, left) + offset(curve, -right)[::-1]
    return ring + [ring[0]]


def rounded(curve):
    """Coordinates to the centimetre, repeated points dropped."""
    result = []
    for x, y in curve:
        point = (round(x, 2), round(y, 2))
        if not result or point != result[-1]:
            result.append(point)
    return result
