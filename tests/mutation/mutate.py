#!/usr/bin/python3
"""mutate.py OUT [COUNT [SEED]]: writes copies of the rooms time and analysis to OUT in which COUNT places
(320 without it), as many of each room, have a switch that turns a small mistake on, and OUT/mutants.json, which lists them.
A copy that stays the same is not written again, so that it is not compiled again either."""
import concurrent.futures
import hashlib
import json
import os
import sys

import candidates

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
ROOMS = ["engine/time", "engine/analysis"]
COUNT = 320
SEED = "koppelkans"
LEAST_A_FILE = 2
HEADER = '#include "tests/mutation/on.h"\n'


def lot(seed, path, one):
    """What a candidate draws: it follows from what it says and not from where it stands, so that a change
    elsewhere leaves the others as they were."""
    words = "\0".join([seed, path, *map(str, one.key())])
    return hashlib.sha256(words.encode()).hexdigest()


def draw(by_file, count, seed):
    """So many candidates of each room, those with the lowest lot, but at least two of each .cpp file."""
    drawn = []
    for room in ROOMS:
        lots = {path: sorted((lot(seed, path, one), path, one.start, one) for one in found)
                for path, found in by_file.items() if path.startswith(room)}
        sure = {path: LEAST_A_FILE if path.endswith(".cpp") else 0 for path in lots}
        first = [one for path in lots for one in lots[path][:sure[path]]]
        rest = sorted(one for path in lots for one in lots[path][sure[path]:])
        drawn += first + rest[:max(0, count // len(ROOMS) - len(first))]
    return sorted(((path, one) for _, path, _, one in drawn),
                  key=lambda pair: (pair[0], pair[1].start, -pair[1].end, pair[1].other))


def with_switches(text, numbered):
    """The text (bytes) with a switch at each candidate; `numbered`: (number, candidate), outer ones first."""
    return HEADER.encode() + render(text, 0, len(text), numbered)


def render(text, start, end, numbered):
    """text[start:end] with the switches of what lies in it."""
    made = b""
    at = start
    while numbered:
        number, one = numbered[0]
        inner = [pair for pair in numbered[1:] if pair[1].end <= one.end]
        numbered = numbered[1 + len(inner):]
        made += text[at:one.start] + switch(text, number, one, inner)
        at = one.end
    return made + text[at:end]


def switch(text, number, one, inner):
    """`(on(7) ? (a) <= (b) : a < b)`; both sides keep the switches that lie in them."""
    as_it_was = render(text, one.start, one.end, inner)
    if one.cut < 0:
        other = one.other.encode()
    else:
        left = render(text, one.start, one.cut, [pair for pair in inner if pair[1].end <= one.cut])
        right = render(text, one.cut_end, one.end, [pair for pair in inner if pair[1].start >= one.cut_end])
        if one.kind == "min/max":
            other = left + one.other.encode() + right
        else:
            other = b"(" + left + b") " + one.other.encode() + b" (" + right + b")"
        if one.kind == "sum" and one.other.endswith("="):
            return b"(::koppelkans::mutation::on(%d) ? %s : (%s))" % (number, other, as_it_was)
    return b"(::koppelkans::mutation::on(%d) ? %s : %s)" % (number, other, as_it_was)


def sources():
    return sorted(f"{room}/{name}" for room in ROOMS for name in os.listdir(os.path.join(ROOT, room))
                  if name.endswith((".cpp", ".h")))


def of_file(path):
    return candidates.candidates(os.path.join(ROOT, path), ROOT)


def find_all():
    paths = sources()
    with concurrent.futures.ProcessPoolExecutor() as pool:
        return dict(zip(paths, pool.map(of_file, paths)))


def write_where_new(path, content):
    if os.path.exists(path):
        with open(path, "rb") as file:
            if file.read() == content:
                return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)


def write_copies(out, paths, numbered):
    for path in paths:
        with open(os.path.join(ROOT, path), "rb") as file:
            text = file.read()
        mine = [(number, one) for number, (of_path, one) in numbered if of_path == path]
        write_where_new(os.path.join(out, path), with_switches(text, mine) if mine else text)


def listed(number, path, one):
    with open(os.path.join(ROOT, path), "rb") as file:
        line = file.read()[:one.start].count(b"\n") + 1
    return {"number": number, "file": path, "line": line, "kind": one.kind, "function": one.function,
            "change": one.change, "context": one.context, "nth": one.nth, "in_static": one.in_static}


def main():
    out = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else COUNT
    seed = sys.argv[3] if len(sys.argv) > 3 else SEED
    by_file = find_all()
    drawn = draw(by_file, count, seed)
    numbered = list(enumerate(drawn, 1))
    write_copies(out, by_file, numbered)
    mutants = [listed(number, path, one) for number, (path, one) in numbered]
    write_where_new(os.path.join(out, "mutants.json"), json.dumps(mutants, indent=1).encode())
    total = sum(map(len, by_file.values()))
    print(f"{len(mutants)} of {total} candidates in {len(by_file)} files, seed \"{seed}\"")


if __name__ == "__main__":
    main()
