"""What the tests of faults share: a command to disturb, what its output was before and is after an undisturbed run, and
the verdict on what a disturbed one left."""
import argparse
import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
VOORBEELDSTAD = REPO / "data" / "voorbeeldstad" / "koppelkans.toml"
SMALL = REPO / "tests" / "golden" / "small"
SKIPPED = 77
# The same input gives the same bytes, so that whole means equal.
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1795305600", "LC_ALL": "C.UTF-8"}
PATIENCE_S = 120
# Who was started in the background may have it ignored, and would hand that on.
signal.signal(signal.SIGINT, signal.default_int_handler)


def skip(reason):
    """ctest counts it as skipped and shows the reason."""
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def arguments(description, *more):
    """PROGRAM [MORE...] [--all]"""
    parser = argparse.ArgumentParser(description=description)
    for name in ("program", *more):
        parser.add_argument(name, type=lambda path: str(Path(path).resolve()))
    parser.add_argument("--all", action="store_true", help="the whole, for the night; without it a few of each kind")
    return parser.parse_args()


def spread(count, most):
    """The numbers 1 to count, or as many of them as wanted, the first and the last among them."""
    if count <= most:
        return list(range(1, count + 1))
    return sorted({1 + round(at * (count - 1) / (most - 1)) for at in range(most)})


def wait_for(condition, what, process=None):
    """Until the condition holds, which it must within 30 s and while the process runs."""
    end = time.monotonic() + 30
    while not condition():
        assert process is None or process.poll() is None, f"it ended before there was {what}: {process.communicate()}"
        assert time.monotonic() < end, f"there was no {what} within 30 s"
        time.sleep(0.001)


def files_below(folder):
    """{path: SHA-256} of all files; folders end in /, links in @."""
    found = {}
    for path in sorted(Path(folder).rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name + "@"] = os.readlink(path)
        elif path.is_dir():
            found[name + "/"] = ""
        else:
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def without_folders(state):
    return {name: value for name, value in state.items() if value}


def is_hidden(name):
    return any(part.startswith(".") for part in name.split("/"))


def rows_by_layer(path):
    """Of a GeoPackage that opens, is sound and holds the rows that it says."""
    file = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)], path
        counts = dict(file.execute("SELECT table_name, feature_count FROM gpkg_ogr_contents"))
        for name, count in counts.items():
            assert file.execute(f'SELECT count(*) FROM "{name}"').fetchone() == (count,), (path, name)
        return counts
    finally:
        file.close()


def check_sentence(context, said, names):
    """A failure is one sentence that names an output."""
    lines = said.splitlines()
    assert len(lines) == 1 and lines[0].startswith("koppelkans: "), (*context, said)
    assert any(name in said for name in names), (*context, said)


class Scene:
    """A command that writes below `folder`, which holds an older output already. States of that folder are
    `files_below` it: `old` before, `new` after the undisturbed command, which takes `seconds`."""
    name = ""

    def __init__(self, program):
        self.program = program
        self.scratch = Path(tempfile.mkdtemp(prefix="koppelkans-faults-")).resolve()
        self.folder = self.scratch / "out"
        self.folder.mkdir()

    def __enter__(self):
        self.make_old()
        self.old = files_below(self.folder)
        self.keep = self.scratch / "keep"
        shutil.copytree(self.folder, self.keep, symlinks=True)
        began = time.monotonic()
        self.must_succeed(self.command())
        self.seconds = time.monotonic() - began
        self.new = files_below(self.folder)
        assert self.old != self.new and not any(map(is_hidden, self.new)), (self.old, self.new)
        for result in self.folder.glob("*.gpkg"):
            assert sum(rows_by_layer(result).values()) > 0, result
        self.put_back()
        return self

    def __exit__(self, *_):
        self.remove()

    def remove(self):
        shutil.rmtree(self.scratch)

    def make_old(self):
        raise NotImplementedError

    def command(self):
        raise NotImplementedError

    def names(self):
        """One of these is in each sentence that a failure ends in."""
        raise NotImplementedError

    def states_after(self, code, said, before):
        """The whole states that may stand there, by how the command ended and what stood there before."""
        del said
        return [self.new] if code == 0 else [before, self.new]

    def put_back(self):
        """The older output again."""
        shutil.rmtree(self.folder)
        shutil.copytree(self.keep, self.folder, symlinks=True)

    def clear(self):
        """No output."""
        shutil.rmtree(self.folder)
        self.folder.mkdir()

    def start(self, environment=None, before=(), **more):
        return subprocess.Popen([*before, *self.command()], env={**ENVIRONMENT, **(environment or {})}, text=True,
                                **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more})

    def disturbed(self, environment=None, before=()):
        """(exit code, what it said) of the command, within PATIENCE_S."""
        process = self.start(environment, before)
        _, said = process.communicate(timeout=PATIENCE_S)
        return process.returncode, said

    def must_succeed(self, command):
        done = subprocess.run(command, env=ENVIRONMENT, text=True, capture_output=True, check=False,
                              timeout=PATIENCE_S)
        assert (done.returncode, done.stderr) == (0, ""), (command, done)

    def check_whole(self, context, allowed):
        """What stands there is one of these states and not a mixture; answers the hidden names that are left beside
        it. A folder in which nothing is left is no part of an output."""
        found = files_below(self.folder)
        seen = {name: value for name, value in without_folders(found).items() if not is_hidden(name)}
        states = [without_folders(state) for state in allowed]
        told = {name: ("old" if self.old.get(name) == value else "new" if self.new.get(name) == value else "?")
                for name, value in seen.items()}
        left = sorted(filter(is_hidden, found))
        assert seen in states, (self.name, *context, "a mixture", told, left)
        return left

    def check_next(self, context):
        """The next command, undisturbed, takes away what was left and gives the new output."""
        self.must_succeed(self.command())
        found, new = without_folders(files_below(self.folder)), without_folders(self.new)
        assert found == new, (self.name, *context, "after the next run", sorted(set(found) ^ set(new)))


class RunScene(Scene):
    """`run` on small plans, with a project beside the result; the older output is of one source less."""
    name = "run"
    GEOPACKAGE, PROJECT = "uit.gpkg", "uit.qgz"

    def make_old(self):
        shutil.copytree(SMALL, self.scratch / "plans")
        whole = (self.scratch / "plans" / "koppelkans.toml").read_text(encoding="utf-8")
        less = self.scratch / "plans" / "less.toml"
        less.write_text(whole[:whole.rindex("[[bronnen]]")], encoding="utf-8")
        self.must_succeed(self.old_command())

    def old_command(self):
        return self.run_of(self.scratch / "plans" / "less.toml")

    def result(self):
        return self.folder / self.GEOPACKAGE

    def run_of(self, configuration):
        return [self.program, "run", str(configuration), "--output", str(self.result()), "--project",
                str(self.folder / self.PROJECT), "--overwrite", "--quiet"]

    def command(self):
        return self.run_of(self.scratch / "plans" / "koppelkans.toml")

    def names(self):
        return [str(self.result()), str(self.folder / self.PROJECT)]

    def states_after(self, code, said, before):
        """Two files cannot come to their places at once: between them a process may be killed, or the second be
        refused, which the sentence then says."""
        states = super().states_after(code, said, before)
        if code < 0 or "the result itself is written" in said:
            states = [*states, {**before, self.GEOPACKAGE: self.new[self.GEOPACKAGE]}]
        return states


class TownScene(RunScene):
    """`run` on voorbeeldstad; the older output is of one layer."""
    name = "run of voorbeeldstad"

    def make_old(self):
        self.must_succeed(self.old_command())

    def old_command(self):
        return [*self.command(), "--lagen", "koppelkansen"]

    def command(self):
        return self.run_of(VOORBEELDSTAD)


class ReportScene(Scene):
    """`report` of voorbeeldstad, pages and tables; the older report is of wijken, with other files therefore."""
    name = "report"
    FORMATS = "html,csv,xlsx"

    def make_old(self):
        self.must_succeed([self.program, "run", str(VOORBEELDSTAD), "--output", str(self.result()), "--quiet"])
        self.must_succeed(self._report("--per", "wijk"))

    def result(self):
        return self.scratch / "v.gpkg"

    def _report(self, *options):
        return [self.program, "report", str(self.result()), "-o", str(self.folder / "rapport"), "--format",
                self.FORMATS, "--quiet", *options]

    def command(self):
        return self._report("--only", "BU99990201,BU99990801", "--lang", "en")

    def names(self):
        return [str(self.folder / "rapport")]


class ReportAmongOthers(ReportScene):
    """The same where somebody keeps notes in the folder of the report, so that its files come one by one. A kill among
    them leaves a part, which the next report puts right."""
    name = "report among other files"

    def make_old(self):
        super().make_old()
        (self.folder / "rapport" / "notes.txt").write_text("mine", encoding="utf-8")


class PdfScene(ReportScene):
    """Pages on paper, by a process of their own."""
    name = "report as PDF"
    FORMATS = "pdf"
