#!/usr/bin/python3
"""limits_test.py PROGRAM [--all]: `run` and `report` on a disk that is too small (tmpfs, where one may be mounted), with
too little memory (ulimit -v), and where no file may grow beyond a size (ulimit -f) and few may be open
(ulimit -n)."""
import collections
import resource
import shutil
import subprocess

import support

MIB = 1 << 20
# The second is of a workbook: libxlsxwriter does not say what it could not write.
NO_ROOM = ["no space left on its disk; make room", "is there room for twice the workbook?"]
MEMORY = ["the system gives no more memory"]
# The loader, and libraries before `main`, say for themselves that they have none.
NOT_BEGUN = ("error while loading shared libraries", "Out of memory allocating bitmask")


def bytes_below(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def mounting():
    """The words before a command that give it mounts of its own; None where that is not allowed."""
    for words in (["unshare", "-m"], ["unshare", "-rm"]):
        tried = subprocess.run([*words, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False)
        if tried.returncode == 0:
            return words
    return None


def on_small_disk(scene, words, size):
    """(exit code, what it said); what stood on that disk afterwards is in the folder."""
    after = scene.scratch / "after"
    shutil.rmtree(after, ignore_errors=True)
    script = ('mount -t tmpfs -o size="$1" tmpfs "$2" && cp -a "$3/." "$2/" || exit 90; out=$2; after=$4; shift 4; "$@"; '
              'code=$?; cp -a "$out" "$after"; exit $code')
    code, said = scene.disturbed(before=[*words, "sh", "-c", script, "sh", str(size), str(scene.folder), str(scene.keep),
                                         str(after)])
    assert code != 90, said
    shutil.rmtree(scene.folder)
    after.rename(scene.folder)
    return code, said


def check(scene, context, code, said, words):
    """A success, or a sentence with one of these words, and nothing beside the output."""
    assert code in (0, 1), (scene.name, *context, code, said)
    if code == 1:
        lines = said.splitlines()
        assert len(lines) == 1 and lines[0].startswith("koppelkans: "), (scene.name, *context, said)
        assert any(one in said for one in words), (scene.name, *context, said)
    left = scene.check_whole(context, [scene.new if code == 0 else scene.old])
    assert not left, (scene.name, *context, said, left)


def small_disks(scene, steps):
    """From no room at all to room enough."""
    words = mounting()
    if words is None:
        return "no disks, as no tmpfs may be mounted here"
    scene.must_succeed(scene.command())
    old, new = bytes_below(scene.keep), bytes_below(scene.folder)
    seen = collections.Counter()
    for step in range(steps):
        # A file takes whole pages, and tables are written twice on their way into a workbook.
        size = old + 16384 * 4 + step * (3 * new + MIB) // (steps - 1)
        code, said = on_small_disk(scene, words, size)
        check(scene, (f"a disk of {size} bytes",), code, said, NO_ROOM)
        seen[code] += 1
    assert seen[0] and seen[1], (scene.name, seen)
    return f"{steps} disks, {seen[1]} too small"


def limited(scene, kind, most):
    scene.put_back()
    process = scene.start(preexec_fn=lambda: (resource.setrlimit(resource.RLIMIT_CORE, (0, 0)),
                                              resource.setrlimit(kind, (most, most))))
    _, said = process.communicate(timeout=support.PATIENCE_S)
    return process.returncode, said


def little_memory(scene, most, step, proof):
    """Upwards until it works `proof` times one after the other; where it is close, it depends on the threads."""
    seen = collections.Counter()
    size, worked = most // 3, 0
    while worked < proof:
        code, said = limited(scene, resource.RLIMIT_AS, size)
        context = (f"ulimit -v {size // 1024}",)
        if any(words in said for words in NOT_BEGUN):
            seen["not begun"] += 1
            assert not scene.check_whole(context, [scene.old]), context
        else:
            check(scene, context, code, said, MEMORY)
            seen[code] += 1
        worked = worked + 1 if code == 0 else 0
        size += step
    assert seen[1], (scene.name, seen)
    return f"{sum(seen.values())} limits of memory, {seen[1]} too small, {seen['not begun']} for it to begin"


def short_files(scene, sizes):
    for size in sizes:
        code, said = limited(scene, resource.RLIMIT_FSIZE, size)
        assert code == 1, (scene.name, size, code, said)
        check(scene, (f"ulimit -f {size}",), code, said, ["File too large", "disk I/O error"])
    return f"{len(sizes)} limits of files"


def few_open_files(scene):
    """From so few that libraries give another cause to as many as a shell gives a user."""
    counts = [8, 20, 63, 64, 256]
    for most in counts:
        code, said = limited(scene, resource.RLIMIT_NOFILE, most)
        assert code == (1 if most < 64 else 0), (scene.name, most, code, said)
        check(scene, (f"ulimit -n {most}",), code, said, [f"the system allows {most} open files"])
    return f"{len(counts)} limits of open files"


def main():
    given = support.arguments(__doc__)
    steps, step, proof = (30, 2 * MIB, 5) if given.all else (3, 40 * MIB, 2)
    for kind_of in (support.TownScene, support.ReportScene):
        with kind_of(given.program) as scene:
            disks = small_disks(scene, steps)
            memory = little_memory(scene, 480 * MIB, step, proof)
            files = short_files(scene, [512, 20000] if kind_of is support.ReportScene else [4096, 100000])
            open_files = few_open_files(scene)
            print(f"limits: {scene.name}: {disks}; {memory}; {files}; {open_files}; 0 wrong", flush=True)


if __name__ == "__main__":
    main()
