#!/usr/bin/python3
"""together_test.py PROGRAM SHIM [--all]: two runs at once on one output, two reports in one folder, a report of a result
that is replaced, ten readers of the old result, and an editor that has it open in WAL mode, as an edit session of QGIS
does. One comes through whole; whoever cannot says so."""
import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time

import support

RUN_BUSY, REPORT_BUSY = "another run is writing it", "another report is being made here"
EDITED, CHANGED = "another program is editing it", "somebody changed or replaced it"
APPEARED, ANEW = "a file of that name appeared", "it was written anew while its report was made"
READERS = 10
# An editor in a process of its own: commits a row to the journal, says so, and keeps the file open.
EDITOR = """
import sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("PRAGMA journal_mode = WAL")
file.execute("CREATE TABLE note AS SELECT 'mine' AS text")
print("ready", flush=True)
sys.stdin.readline()
"""


# What each command writes once it holds its lock; the lock itself is there a moment before it is held.
RUN_WRITES, REPORT_WRITES = ".*.tmp-*[0-9a-f].gpkg", "rapport/.koppelkans-report-*/*"


def writes(scene, pattern):
    try:
        return any(path.is_file() and path.stat().st_size > 0 for path in scene.folder.glob(pattern))
    except FileNotFoundError:  # it came to its place while we looked
        return False


def held_in_the_middle(scene, before, pattern, environment=None):
    """The command, begun after `before` and held by SIGSTOP as soon as something of that pattern is being written. An
    empty file may be the one by which it learns whether the folder takes files: its work has not begun. On a machine
    with other work it may end before the signal comes: it is begun again then."""
    for _ in range(20):
        before()
        process = scene.start(environment)
        support.wait_for(lambda: process.poll() is not None or writes(scene, pattern), pattern)
        if process.poll() is None:
            process.send_signal(signal.SIGSTOP)
            if os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT).si_code == os.CLD_STOPPED:
                return process
        assert let_go(process) == (0, ""), (scene.name, pattern)
    raise AssertionError((scene.name, "it ended twenty times before it could be held", pattern))


def let_go(process):
    process.send_signal(signal.SIGCONT)
    _, said = process.communicate(timeout=support.PATIENCE_S)
    return process.returncode, said


def check_refused(scene, context, code, said, words):
    assert code == 1 and words in said, (scene.name, *context, code, said)
    support.check_sentence((scene.name, *context), said, scene.names())


def second_is_refused_at_once(scene, pattern, words):
    for before in (scene.put_back, scene.clear):
        first = held_in_the_middle(scene, before, pattern)
        check_refused(scene, ("the second",), *scene.disturbed(), words)
        assert let_go(first) == (0, ""), scene.name
        assert not scene.check_whole(("two at once",), [scene.new])


def lock_dies_with_its_process(scene, pattern):
    first = held_in_the_middle(scene, scene.put_back, pattern)
    first.kill()
    first.communicate()
    scene.check_next(("after a kill",))


def both_at_once(scene, rounds, words):
    """How often the second came so late that it began after the first."""
    late = 0
    for count in range(rounds):
        (scene.clear if count % 2 else scene.put_back)()
        both = [scene.start(), scene.start()]
        ends = sorted((one.communicate(timeout=support.PATIENCE_S)[1], one.returncode) for one in both)
        codes = sorted(code for _, code in ends)
        assert codes in ([0, 0], [0, 1]), (scene.name, ends)
        if codes == [0, 1]:
            check_refused(scene, ("both at once",), 1, ends[1][0], words)
        late += codes == [0, 0]
        assert not scene.check_whole(("both at once",), [scene.new])
    return late


def without_locks(scene, shim):
    """As on a network share that knows none: who comes last finds that it is not the file that it began with."""
    tally = scene.scratch / "tally"
    tally.write_bytes(bytes(4096))
    shimmed = {"LD_PRELOAD": shim, "FAULT_BELOW": str(scene.folder), "FAULT_CALLS": "lock", "FAULT_KIND": "ENOLCK",
               "FAULT_AT": "1", "FAULT_ON": "on", "FAULT_TALLY": str(tally)}
    for before, words in ((scene.put_back, CHANGED), (scene.clear, APPEARED)):
        first = held_in_the_middle(scene, before, RUN_WRITES, shimmed)
        assert scene.disturbed(shimmed) == (0, ""), scene.name
        check_refused(scene, ("the first, without locks",), *let_go(first), words)
        assert not scene.check_whole(("without locks",), [scene.new])
    assert int.from_bytes(tally.read_bytes()[8:16], "little") >= 4, "no lock was refused"


class Editor:
    """Holds a GeoPackage open in WAL mode with a row in its journal."""

    def __init__(self, path):
        self.path = path
        self.process = subprocess.Popen([sys.executable, "-c", EDITOR, str(path)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        assert self.process.stdout.readline() == "ready\n"

    def close(self):
        self.process.communicate("\n")

    def kill(self):
        self.process.kill()
        self.process.communicate()

    def has_its_note(self):
        file = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        try:
            return file.execute("SELECT text FROM note").fetchall() == [("mine",)]
        finally:
            file.close()


def without_index(scene):
    """The result and its journal; what -shm holds is made of that, and has the locks of who looked."""
    return {name: value for name, value in support.files_below(scene.folder).items() if not name.endswith("-shm")}


def edited_before_and_meanwhile(scene):
    scene.put_back()
    editor = Editor(scene.result())
    journal = scene.result().with_name(scene.result().name + "-wal")
    before = without_index(scene)
    assert journal.stat().st_size > 0
    check_refused(scene, ("an editor has it open",), *scene.disturbed(), EDITED)
    assert without_index(scene) == before and editor.has_its_note(), (before, without_index(scene))
    editor.close()
    scene.check_next(("the editor closed it",))
    for words, end in ((EDITED, None), (CHANGED, Editor.close), (CHANGED, Editor.kill)):
        run = held_in_the_middle(scene, scene.put_back, RUN_WRITES)
        editor = Editor(scene.result())
        if end is not None:
            end(editor)
        check_refused(scene, ("edited meanwhile", str(end)), *let_go(run), words)
        assert editor.has_its_note()
        editor.kill()
        assert not list(filter(support.is_hidden, support.files_below(scene.folder)))
    # What a crashed editor left beside the old result must not get into the new one.
    scene.put_back()
    Editor(scene.result()).kill()
    assert journal.stat().st_size > 0
    scene.check_next(("an editor crashed",))


class Reader(threading.Thread):
    """Reads the result over and over, by its bytes and by SQLite."""

    def __init__(self, path, whole, stop):
        super().__init__()
        self.path, self.whole, self.stop = path, whole, stop
        self.seen, self.wrong = {}, []

    def run(self):
        while not self.stop.is_set():
            try:
                digest = hashlib.sha256(self.path.read_bytes()).hexdigest()
                rows = support.rows_by_layer(self.path)
            except (OSError, sqlite3.Error, AssertionError) as error:
                self.wrong.append(repr(error))
                continue
            self.seen[digest] = self.seen.get(digest, 0) + 1
            if digest not in self.whole or rows not in self.whole.values():
                self.wrong.append((digest, rows))


def read_while_replaced(scene, rounds):
    """How often the result was read."""
    scene.put_back()
    old = support.rows_by_layer(scene.result())
    scene.must_succeed(scene.command())
    whole = {scene.old[scene.GEOPACKAGE]: old, scene.new[scene.GEOPACKAGE]: support.rows_by_layer(scene.result())}
    stop = threading.Event()
    readers = [Reader(scene.result(), whole, stop) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    try:
        for _ in range(rounds):
            for command in (scene.old_command(), scene.command()):
                scene.must_succeed(command)
    finally:
        stop.set()
        for reader in readers:
            reader.join()
    assert not any(reader.wrong for reader in readers), [reader.wrong[:3] for reader in readers]
    seen = {digest for reader in readers for digest in reader.seen}
    assert seen == set(whole), "not both results were read"
    return sum(sum(reader.seen.values()) for reader in readers)


def report_of_what_is_replaced(scene):
    """The result is written anew while its report is made: the report says so, and the old one stays."""
    report = held_in_the_middle(scene, scene.put_back, REPORT_WRITES)
    scene.must_succeed([scene.program, "run", str(support.VOORBEELDSTAD), "--output", str(scene.result()), "--overwrite",
                        "--lagen", "koppelkansen", "--quiet"])
    code, said = let_go(report)
    assert code == 1 and ANEW in said, (code, said)
    assert not scene.check_whole(("its result was replaced",), [scene.old])


def main():
    given = support.arguments(__doc__, "shim")
    rounds = 40 if given.all else 2
    with support.RunScene(given.program) as scene:
        began = time.monotonic()
        second_is_refused_at_once(scene, RUN_WRITES, RUN_BUSY)
        lock_dies_with_its_process(scene, RUN_WRITES)
        late = both_at_once(scene, rounds, RUN_BUSY)
        without_locks(scene, given.shim)
        edited_before_and_meanwhile(scene)
        reads = read_while_replaced(scene, rounds)
        print(f"together: run: 2 held and {rounds} times two at once ({late} one after the other), 2 without locks, 6 "
              f"edits in WAL mode, {READERS} readers over {2 * rounds} replacements read {reads} times, 0 wrong "
              f"({time.monotonic() - began:.0f} s)", flush=True)
    with support.ReportScene(given.program) as scene:
        second_is_refused_at_once(scene, REPORT_WRITES, REPORT_BUSY)
        lock_dies_with_its_process(scene, REPORT_WRITES)
        late = both_at_once(scene, rounds, REPORT_BUSY)
        report_of_what_is_replaced(scene)
        print(f"together: report: 2 held and {rounds} times two at once ({late} one after the other), 1 of a result that "
              f"was replaced, 0 wrong", flush=True)


if __name__ == "__main__":
    main()
