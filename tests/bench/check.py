#!/usr/bin/python3
"""check.py RESULT OTHER...: does each other GeoPackage hold the koppelkansen of RESULT: the same pairs a
buurt, days and words, the same areas, shares and distances within 1e-6, and lengths within that or a tenth
of a millimetre? Exits with 1 and names the first differences where it does not."""
import math
import sqlite3
import sys

RELATIVE = 1e-6
ABSOLUTE = 1e-6         # m, m2: what rounding leaves of nothing
# Where a line leaves a buurt at a grazing angle, the rounding of a corner of the cut ground shifts the spot
# where it does so along the line: 25 um was seen in a million plans.
LENGTH_M = 1e-4
MIN_M2 = 1.0
SHOWN = 10

KEY = ["buurtcode", "opgave_a", "opgave_b"]
EQUAL = ["soort_a", "soort_b", "start_a", "eind_a", "start_b", "eind_b", "tussentijd_min", "tussentijd_max",
         "tijd_zekerheid", "verband"]
NEAR = {"oppervlakte_m2": ABSOLUTE, "aandeel_a": ABSOLUTE, "aandeel_b": ABSOLUTE, "lengte_a_m": LENGTH_M,
        "lengte_b_m": LENGTH_M, "afstand_m": ABSOLUTE}


def rows(path):
    names = ", ".join(KEY + EQUAL + list(NEAR))
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
        found = file.execute(f"SELECT {names} FROM koppelkansen")
        return {row[:len(KEY)]: row[len(KEY):] for row in found}


def near(name, one, other):
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=RELATIVE, abs_tol=NEAR[name])


def differences(key, one, other):
    """What differs between the two rows of a pair, as texts."""
    split = len(EQUAL)
    unequal = [(name, a, b) for name, a, b in zip(EQUAL, one, other) if a != b]
    far = [(name, a, b) for name, a, b in zip(NEAR, one[split:], other[split:]) if not near(name, a, b)]
    return [f"{' '.join(key)}: {name} {a!r} against {b!r}" for name, a, b in unequal + far]


def missing(here, there, where):
    """Pairs of one side alone; at the very limit of min_oppervlakte rounding may decide."""
    area = len(EQUAL)
    alone = (key for key in here if key not in there)
    return [f"{' '.join(key)}: only in {where}, {here[key][area]} m2" for key in alone
            if abs(here[key][area] - MIN_M2) > RELATIVE * MIN_M2]


def compare(result, path):
    other = rows(path)
    found = missing(result, other, "the result") + missing(other, result, path)
    for key, row in result.items():
        if key in other:
            found += differences(key, row, other[key])
    print(f"{path}: {len(other)} rows against {len(result)}, {len(found)} differences")
    for text in found[:SHOWN]:
        print(f"  {text}")
    return not found


def main():
    result = rows(sys.argv[1])
    agree = [compare(result, path) for path in sys.argv[2:]]
    sys.exit(0 if all(agree) else 1)


if __name__ == "__main__":
    main()
