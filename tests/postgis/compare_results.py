"""compare_results.py FILES.gpkg TABLES.gpkg FILES.json TABLES.json ROUNDED

Are two results the same, read from files and from tables? FILES and TABLES are what `run` wrote and what
`check --json` said. ROUNDED names the source whose coordinates went to another CRS and back: rows with one of
its plans, and the counts of areas, may differ by a thousandth (m, m², m³), which is told apart. Every other
number and coordinate is the same within 1e-6, everything else is the same."""
import json
import sys

from osgeo import ogr

ogr.UseExceptions()

PAIRED = ["koppelkansen", "gebiedskansen", "combinaties", "risicos", "opgaven", "werkgebieden", "afgekeurd"]
COUNTED = ["buurten", "wijken", "gemeenten"]
STRICT = 1e-6
ROUNDED = 1e-3
ACCOUNT = ["gelezen", "geanalyseerd", "samengevoegd", "afgekeurd"]


class Comparison:
    def __init__(self, rounded):
        self.rounded = rounded
        self.differences = []
        self.largest = {STRICT: 0.0, ROUNDED: 0.0}
        self.rounded_rows = 0
        self.counts = []

    def differ(self, text):
        self.differences.append(text)

    def number(self, where, one, other, limit):
        apart = abs(one - other)
        self.largest[limit] = max(self.largest[limit], apart)
        if apart > limit:
            self.differ(f"{where}: {one!r} in the files, {other!r} in the tables")

    def value(self, where, one, other, limit):
        if isinstance(one, float) and isinstance(other, float):
            self.number(where, one, other, limit)
        elif one != other:
            self.differ(f"{where}: {one!r} in the files, {other!r} in the tables")

    def geometry(self, where, one, other, limit):
        """The same points within limit; or, as a ring may begin elsewhere, the same ground."""
        if one is None or other is None:
            if one is not other:
                self.differ(f"{where}: only one of the two has a geometry")
            return
        apart = farthest(points(one), points(other))
        if apart <= limit:
            self.largest[limit] = max(self.largest[limit], apart)
        elif one.GetDimension() < 2 or one.SymDifference(other).GetArea() > limit:
            self.differ(f"{where}: up to {apart} m apart")

    def row(self, layer, one, other):
        rounded = self.is_rounded(one)
        self.rounded_rows += rounded
        limit = ROUNDED if rounded or layer in COUNTED else STRICT
        where = f"{layer}, row {one.GetFID()}"
        for field in one.keys():
            self.value(f"{where}, {field}", one.GetField(field), other.GetField(field), limit)
        self.geometry(f"{where}, geometry", one.GetGeometryRef(), other.GetGeometryRef(), limit)

    def is_rounded(self, row):
        texts = (row.GetField(field) for field in row.keys())
        return any(isinstance(text, str) and (text == self.rounded or f"{self.rounded}:" in text)
                   for text in texts)

    def layer(self, name, files, tables):
        one, other = list(files.GetLayerByName(name)), list(tables.GetLayerByName(name))
        self.counts.append(f"{len(one)} {name}")
        if not one:
            self.differ(f"{name}: no rows, so nothing was compared")
        if len(one) != len(other):
            self.differ(f"{name}: {len(one)} rows in the files, {len(other)} in the tables")
        for a, b in zip(one, other):
            self.row(name, a, b)

    def accounts(self, what, files, tables):
        """Lists of dicts, one a source."""
        if [bron["bron"] for bron in files] != [bron["bron"] for bron in tables]:
            self.differ(f"{what}: not the same sources")
        for one, other in zip(files, tables):
            for key in ACCOUNT:
                self.value(f"{what}, {one['bron']}, {key}", one[key], other[key], STRICT)
            if other["gelezen"] != other["geanalyseerd"] + other["samengevoegd"] + other["afgekeurd"]:
                self.differ(f"{what}, {one['bron']}: the account does not add up")


def points(geometry):
    own = [geometry.GetPoint_2D(i) for i in range(geometry.GetPointCount())]
    return own + [point for part in geometry for point in points(part)]


def farthest(some, others):
    if len(some) != len(others):
        return float("inf")
    return max((abs(a - b) for one, other in zip(some, others) for a, b in zip(one, other)), default=0.0)


def rows_of(dataset, layer):
    return [row.items() for row in dataset.GetLayerByName(layer)]


def main(files_path, tables_path, files_json, tables_json, rounded):
    comparison = Comparison(rounded)
    files, tables = ogr.Open(files_path), ogr.Open(tables_path)
    for layer in PAIRED + COUNTED:
        comparison.layer(layer, files, tables)
    comparison.accounts("run", rows_of(files, "bronnen"), rows_of(tables, "bronnen"))
    with open(files_json) as one, open(tables_json) as other:
        comparison.accounts("check", json.load(one)["bronnen"], json.load(other)["bronnen"])
    (run,) = rows_of(tables, "run")
    hashes = json.loads(run["inputs"])
    if len(hashes) != 1 + len(rows_of(tables, "bronnen")) or any(hashes.values()):
        comparison.differ(f"a database has no SHA-256, yet run has {hashes}")
    for difference in comparison.differences[:20]:
        print(difference, file=sys.stderr)
    if comparison.differences:
        sys.exit(f"{len(comparison.differences)} differences")
    print(f"compared {', '.join(comparison.counts)} of {len(hashes) - 1} sources: the same; numbers and coordinates "
          f"{comparison.largest[STRICT]:.1e} apart at most, and {comparison.largest[ROUNDED]:.1e} in the "
          f"{comparison.rounded_rows} rows with {rounded}, there and back by EPSG:4326, and in the counts of areas")


if __name__ == "__main__":
    main(*sys.argv[1:])
