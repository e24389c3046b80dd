"""What the tests of a result in QGIS share: results to look at, and a QGIS without a window."""
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
SHARED = REPO.parent / "shared"
VOORBEELDSTAD = REPO / "data" / "voorbeeldstad" / "koppelkans.toml"
SKIPPED = 77


def skip(reason):
    """ctest counts it as skipped and shows the reason."""
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def run(program, *arguments):
    """The program, which must end well."""
    done = subprocess.run([program, "run", *map(str, arguments), "--overwrite", "--quiet"],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"koppelkans run {arguments}: {done.returncode} {done.stderr}"


def run_voorbeeldstad(program, output, *options):
    run(program, VOORBEELDSTAD, "--output", output, *options)


EMPTY_TABLE = "id,naam,start,eind,x,y\n"
LONELY_PLAN = EMPTY_TABLE + "1,Alleen,2028-01-01,2028-06-30,172000,442000\n"


def run_without_koppelkansen(program, folder, table):
    """A run over a table of plans that meet nothing."""
    plans = Path(folder) / "rioolvervanging.csv"
    plans.write_text(table, encoding="utf-8")
    output = Path(folder) / "leeg.gpkg"
    run(program, "--buurten", REPO / "data" / "voorbeeldstad" / "buurten.gpkg", plans, "--crs", "EPSG:28992",
        "--peildatum", "2026-11-22", "--output", output)
    return output


@contextmanager
def qgis(gui=False):
    """A QGIS with a profile of its own, so that the verdict does not depend on somebody's settings."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from qgis.core import QgsApplication
    except ImportError:
        skip("QGIS is not installed (packages qgis, python3-qgis, qgis-providers)")
    from qgis.PyQt.QtCore import qInstallMessageHandler
    with tempfile.TemporaryDirectory() as profile:
        os.environ["QGIS_CUSTOM_CONFIG_PATH"] = profile
        os.environ["XDG_RUNTIME_DIR"] = profile
        qInstallMessageHandler(lambda *_: None)
        application = QgsApplication([], gui)
        application.initQgis()
        yield application
        application.exitQgis()


def open_project(geopackage):
    """The project inside a result, as QGIS opens it; fails on a bad layer."""
    from urllib.parse import quote

    from qgis.core import QgsProject, QgsProjectBadLayerHandler

    class BadLayers(QgsProjectBadLayerHandler):
        found = ()

        def handleBadLayers(self, nodes):  # noqa: N802  (Qt's name)
            self.found = [node.namedItem("datasource").toElement().text() for node in nodes]

    project, bad = QgsProject.instance(), BadLayers()
    project.setBadLayerHandler(bad)
    read = project.read(f"geopackage:{quote(os.path.abspath(geopackage))}?projectName=Koppelkansen")
    assert read, project.error()
    assert not bad.found, bad.found
    return project
