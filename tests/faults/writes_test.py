#!/usr/bin/python3
"""writes_test.py PROGRAM SHIM [--all]: lets each system call that changes the output of `run` and `report` fail once, or
from then on, and looks at what is left: the old output or the new one, a sentence that names it, and nothing beside it
that the next run does not take away."""
import collections

import support

# The kind of fault, the calls that meet it, and whether all that follow do so as well.
FAULTS = [
    ("EIO", "write", "once"), ("ENOSPC", "write", "on"), ("EDQUOT", "write", "once"), ("short", "write", "once"),
    ("EIO", "sync", "once"), ("EIO", "truncate", "once"), ("EIO", "rename", "once"), ("EIO", "rename", "on"),
    ("ENOSPC", "mkdir", "once"), ("EIO", "remove", "once"), ("EIO", "remove", "on"), ("EIO", "close", "once"),
    ("kill", "write,sync,rename,remove,mkdir", "once"),
]
# A scene, the faults of it in the night and those that do for every change, as many calls of each then and at night.
# Files that come one by one differ in their renames alone, and the processes of Python in what they write.
SCENES = [
    (support.RunScene, FAULTS, FAULTS[::3], 2, 80),
    (support.ReportScene, FAULTS, FAULTS[1::5], 2, 60),
    (support.ReportAmongOthers, [("EIO", "rename", "once"), ("kill", "rename,remove", "once")],
     [("EIO", "rename", "once")], 2, 60),
]
AT_NIGHT = [(support.PdfScene, [("ENOSPC", "write", "on"), ("EIO", "rename", "once"), ("kill", "write", "once")], [], 0, 6)]
KILLED, CANNOT = -9, 99


def run_under(scene, shim, fault, at):
    """(exit code, what it said, how many calls there were, how many of them failed, the first of these)"""
    kind, calls, how_long = fault
    tally = scene.scratch / "tally"
    tally.write_bytes(bytes(4096))
    code, said = scene.disturbed({
        "LD_PRELOAD": shim, "FAULT_BELOW": str(scene.folder), "FAULT_CALLS": calls, "FAULT_KIND": kind,
        "FAULT_AT": str(at), "FAULT_ON": how_long, "FAULT_TALLY": str(tally)})
    if code == CANNOT:
        support.skip(said.strip())
    bytes_of = tally.read_bytes()
    counted, failed = (int.from_bytes(bytes_of[start:start + 8], "little") for start in (0, 8))
    return code, said, counted, failed, bytes_of[16:].split(b"\0")[0].decode(errors="replace")


def check(scene, context, code, said):
    """Answers what was left."""
    if code == 0:
        assert said == "", (scene.name, *context, said)
    elif code != KILLED:
        assert code == 1, (scene.name, *context, code, said)
        support.check_sentence((scene.name, *context), said, scene.names())
    if code == KILLED and isinstance(scene, support.ReportAmongOthers):
        return ["whatever the kill left"]
    return scene.check_whole(context, scene.states_after(code, said, scene.old))


def fault_at(scene, shim, fault, at, count, seen):
    scene.put_back()
    code, said, _, failed, what = run_under(scene, shim, fault, at)
    context = (*fault, f"call {at} of {count}", what)
    # Threads do not write in the same order each time: the last ones may be fewer.
    seen["failed"] += failed > 0
    seen[code] += 1
    left = check(scene, context, code, said)
    if left:
        seen["left"] += 1
        scene.check_next((*context, code, said, left))


def disturb(scene, shim, faults, most):
    """How often what happened."""
    seen = collections.Counter()
    for fault in faults:
        scene.put_back()
        code, said, count, _, _ = run_under(scene, shim, fault, 0)
        assert (code, said) == (0, ""), (code, said)
        for at in support.spread(count, most):
            try:
                fault_at(scene, shim, fault, at, count, seen)
            except AssertionError as error:
                seen["wrong"] += 1
                print("wrong:", *error.args, flush=True)
    return seen


def main():
    given = support.arguments(__doc__, "shim")
    wrong = 0
    for kind_of, faults, some, few, many in SCENES + (AT_NIGHT if given.all else []):
        with kind_of(given.program) as scene:
            seen = disturb(scene, given.shim, *((faults, many) if given.all else (some, few)))
            assert seen["failed"] > 0, scene.name
            print(f"faults: {scene.name}: {seen['failed']} calls made to fail, {seen[0]} did no harm, {seen[1]} ended "
                  f"in a sentence, {seen[KILLED]} killed, {seen['left']} left what the next run took away, "
                  f"{seen['wrong']} wrong", flush=True)
            wrong += seen["wrong"]
    return wrong > 0


if __name__ == "__main__":
    raise SystemExit(main())
