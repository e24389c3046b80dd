"""plugin_test.py PROGRAM ZIP [short]: every test of the plugin, in a QGIS without a window; in short those of finding,
checking and packing alone.

The plugin is the one in the ZIP, unpacked as QGIS does. Profile and temporary files are the test's own. Ends with 77,
and says why, where there is no QGIS.
"""
import os
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

SKIPPED = 77
HERE = Path(__file__).resolve().parent
SHORT = ["test_check.py", "test_find.py", "test_package.py", "test_parts.py", "test_program.py"]
PROCESSING = "/usr/share/qgis/python/plugins"


def environment(folder, program):
    """Set before QGIS starts, which reads it then."""
    for name in ("profile", "tmp", "plugins"):
        (folder / name).mkdir()
    os.environ.update(QT_QPA_PLATFORM="offscreen", QGIS_CUSTOM_CONFIG_PATH=str(folder / "profile"),
                      XDG_RUNTIME_DIR=str(folder), TMPDIR=str(folder / "tmp"), KOPPELKANS_PROGRAM=program,
                      LC_ALL="C.UTF-8")
    tempfile.tempdir = None  # read TMPDIR anew


def run_all(program, archive, folder, patterns):
    environment(folder, program)
    try:
        import qgis.core  # noqa: F401
    except ImportError as error:
        print(f"skipped: there is no QGIS for {sys.executable}: {error}")
        return SKIPPED
    if not archive.exists():
        print(f"skipped: {archive} is not there; build the target qgis-plugin, which needs lrelease")
        return SKIPPED
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder / "plugins")
    sys.path[:0] = [str(folder / "plugins"), str(HERE), PROCESSING]
    import world
    world.start(program, archive, folder)
    tests = [unittest.defaultTestLoader.discover(str(HERE), pattern=pattern) for pattern in patterns]
    outcome = unittest.TextTestRunner(verbosity=2).run(unittest.TestSuite(tests))
    world.end()
    return 0 if outcome.wasSuccessful() and outcome.testsRun else 1


def main(arguments):
    if arguments[2:] not in ([], ["short"]) or len(arguments) < 2:
        raise SystemExit(__doc__)
    sys.dont_write_bytecode = True
    program, archive = (Path(argument).resolve() for argument in arguments[:2])
    with tempfile.TemporaryDirectory() as folder:
        return run_all(str(program), archive, Path(folder), SHORT if arguments[2:] else ["test_*.py"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
