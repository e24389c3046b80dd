#!/usr/bin/python3
"""nasty_test.py PROGRAM [--short | --all]: gives the program files that are broken, endless, hostile or no files at all, as plans and
as buurten. Each `check` and `run` must end within its time, of work and in all, in 0 or 1: in 1 with sentences that name the file, leaving
nothing behind; in 0 with an account in which no row is missing, of those neither that the file is known to hold, and a result that
opens. `init` looks at the folders of all of them and must write a draft. The program may be a sanitized one, which must have nothing to report. Without --all the files are fewer and
smaller, and with --short those that are made are fewer still."""
import argparse
import functools
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

sys.dont_write_bytecode = True
import nasty_files as files  # noqa: E402

NASTY = Path(__file__).resolve().parents[3] / "shared" / "data" / "nasty"
# The program stops at the first report of a sanitizer, in a way that none of its own exit codes is.
REPORTED = 99
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": f"exitcode={REPORTED}",
               "UBSAN_OPTIONS": f"exitcode={REPORTED}"}
MEMORY = "2G"
WAITED = 5  # times what it may work: other work on the machine shall not look like a hang, nor a hang like work


class Tally:
    def __init__(self, program, seconds, user=None):
        self.program, self.seconds, self.user = program, seconds, user
        self.files = self.runs = self.refused = 0
        self.slowest = (0.0, "")
        self.wrong = []

    def judge(self, path, arguments, folder, rows=None, files_looked_at=1):
        """Runs it in a folder of its own, and holds what it did against what it may do. `rows`: as many as the plans have,
        where that is known."""
        # A dozen files may be slow at once.
        seconds = self.seconds * min(files_looked_at, 12)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        folder.chmod(0o777)
        began = time.monotonic()
        limit = functools.partial(resource.setrlimit, resource.RLIMIT_CPU, (seconds, seconds + 5))
        try:
            done = subprocess.run([self.program, *arguments], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True,
                                  errors="replace", timeout=WAITED * seconds, check=False, stdin=subprocess.DEVNULL,
                                  user=self.user, preexec_fn=limit)
        except subprocess.TimeoutExpired:
            self.wrong.append((arguments, f"not done in {WAITED * seconds} s"))
            return
        if done.returncode == -signal.SIGXCPU:
            self.wrong.append((arguments, f"not done in {seconds} s of work: {path.name}"))
            return
        self.slowest = max(self.slowest, (time.monotonic() - began, " ".join(map(str, arguments))[-120:]))
        self.runs += 1
        self.refused += done.returncode == 1
        left = sorted(entry.name for entry in folder.iterdir())
        try:
            assert done.returncode in (0, 1), f"it ended in {done.returncode}"
            if done.returncode == 1:
                lines = done.stderr.splitlines()
                assert lines and all(line.startswith("koppelkans: ") for line in lines), "no sentence"
                assert path.name in done.stderr or "--max-memory" in done.stderr, "the sentence names no file"
                assert not left, f"it left {left}"
            elif arguments[0] == "init":
                assert left == ["draft.toml"], f"it left {left}"
                tomllib.loads((folder / "draft.toml").read_text(encoding="utf-8"))
            else:
                check_account(json.loads(done.stdout), rows)
                assert left == (["out.gpkg"] if "--output" in arguments else []), f"it left {left}"
                if left:
                    check_result(folder / "out.gpkg")
        except (AssertionError, sqlite3.Error, json.JSONDecodeError) as error:
            self.wrong.append((arguments, f"{error}: {done.stderr[:600]}"))

    def try_folder(self, path, scratch):
        """As a folder of plans, for a configuration to be drafted; what is wrong in a file is for the draft to say."""
        folder = scratch / "own"
        self.judge(path, ["init", path, "--output", "draft.toml", "--max-memory", MEMORY], folder,
                   files_looked_at=len(list(path.iterdir())))

    def try_file(self, path, scratch, buurten, plan):
        """As plans and as buurten, the soort named, so that only the file itself can be wrong."""
        self.files += 1
        folder = scratch / "own"
        options = ["--crs", "EPSG:28992", "--json", "--max-memory", MEMORY]
        if path.suffix == ".toml":
            self.judge(path, ["check", path, *options], folder)
            self.judge(path, ["run", path, *options], folder)
            return
        for name, bron, gebied in (("plannen", path, buurten), ("buurten", plan, path)):
            configuration = scratch / f"{name}.toml"
            configuration.write_text(
                f"[buurten]\nbron = {json.dumps(str(gebied))}\n"
                f"[[bronnen]]\nnaam = 'plannen'\nbron = {json.dumps(str(bron))}\nsoort = 'groen'\n", encoding="utf-8")
            rows = files.ROWS.get(bron)
            self.judge(path, ["check", configuration, *options], folder, rows)
            self.judge(path, ["run", configuration, *options, "--output", "out.gpkg"], folder, rows)


def check_account(summary, rows):
    read = sum(source["gelezen"] for source in summary["bronnen"])
    assert rows is None or read == rows, f"it read {read} rows of {rows}"
    for source in summary["bronnen"]:
        told = source["geanalyseerd"] + source["samengevoegd"] + source["afgekeurd"]
        assert source["gelezen"] == told, f"the account: {source}"


def check_result(path):
    file = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "the result is not whole"
        rows = file.execute("SELECT gelezen, geanalyseerd + samengevoegd + afgekeurd FROM bronnen").fetchall()
        assert rows and all(read == told for read, told in rows), f"the account in the result: {rows}"
    finally:
        file.close()


def shared_files():
    """All files but the parts that a shapefile has beside it."""
    for path in sorted(NASTY.rglob("*")):
        is_part = path.suffix in {".dbf", ".shx", ".prj", ".cpg", ".sbn"} and path.with_suffix(".shp").exists()
        if path.is_file() and not is_part and path.name != "OPEN_RESULTS.txt":
            yield path


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program", type=lambda path: str(Path(path).resolve()))
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seconds", type=int, default=60, help="that one command may work")
    given = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="koppelkans-nasty-"))
    tally = Tally(given.program, given.seconds)
    try:
        scratch.chmod(0o755)
        made = scratch / "made"
        made.mkdir()
        buurten = files.geojson(scratch / "buurten.geojson", files.feature(
            files.polygon([100000, 400000], [200000, 400000], [200000, 500000], [100000, 500000]),
            buurtcode="BU00010001", buurtnaam="Een"))
        plan = files.geojson(scratch / "plan.geojson", files.feature({"type": "Point", "coordinates": [150000, 450000]}))

        def try_all(paths):
            for path in paths:
                tally.try_file(path, scratch, buurten, plan)

        try_all(files.crowded(made, tables=3000 if given.all else 100 if given.short else 500))
        try_all(files.truncated(made, every=1 if given.all else 120 if given.short else 24))
        try_all(files.special(made))
        try_all(files.short(made))
        try_all(files.places(made))
        try_all(files.archives(made, megabytes=1000 if given.all else 2))
        try_all(files.wide(made, *((10_000, 100_000_000, 5_000_001) if given.all else (10_000, 1_000_000, 50_000))))
        if given.all:
            try_all(files.sparse(made))
        with files.locked(made) as path:
            try_all([path])
        for suffix in ("gpkg", "csv"):
            with files.changing(made, suffix) as path:
                try_all([path] * (10 if given.all else 1))
        if os.geteuid() == 0:  # root reads whatever it likes
            tally.user = "nobody"
            # Who may not be let into the folder that it was built in.
            tally.program = shutil.copy(given.program, scratch / "koppelkans")
        for name in ("bouwprojecten.gpkg", "groen.csv", "warmtenet_trace.geojson", "wijkagenda.xlsx"):
            shutil.copy(files.VOORBEELDSTAD / name, made / f"secret_{name}")
            (made / f"secret_{name}").chmod(0)
            try_all([made / f"secret_{name}"])
        tally.user, tally.program = None, given.program
        tally.try_folder(made, scratch)
        if NASTY.is_dir():
            try_all(shared_files())
            for folder in sorted(path for path in NASTY.rglob("*") if path.is_dir()):
                tally.try_folder(folder, scratch)
        else:
            print(f"without the files of others: there is no {NASTY}")
    finally:
        shutil.rmtree(scratch)
    seconds, what = tally.slowest
    print(f"nasty: {tally.files} files, {tally.runs} commands, {tally.refused} ended in a sentence, {len(tally.wrong)} wrong; "
          f"the slowest {seconds:.1f} s ({what})")
    for arguments, fault in tally.wrong:
        print(f"wrong: {' '.join(map(str, arguments))}\n    {fault}")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
