#!/usr/bin/python3
"""server_test.py PROGRAM: QGIS Server serves the project inside a result as WMS, WFS and OGC API Features, on
loopback; what it hands out is counted against the file."""
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote, urlencode
from urllib.request import urlopen

import support

SERVER = "/usr/bin/qgis_mapserver"
BOX = "171000,441300,175000,444300"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """qgis_mapserver on a port of its own, ended with the block."""

    def __init__(self, result, folder):
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.log = Path(folder) / "server.log"
        project = f"geopackage:{quote(str(result))}?projectName=Koppelkansen"
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": folder,
                       "XDG_RUNTIME_DIR": folder}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen([SERVER, "-p", project, f"127.0.0.1:{self.port}"], stdout=log,
                                            stderr=subprocess.STDOUT, env=environment)

    def __enter__(self):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.log.read_text(errors="replace")
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return self
            except OSError:
                time.sleep(0.05)  # until it answers, or the deadline
        raise AssertionError("the server does not answer: " + self.log.read_text(errors="replace"))

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)

    def get(self, path="/", **parameters):
        query = "?" + urlencode(parameters) if parameters else ""
        with urlopen(self.base + path + query, timeout=60) as answer:
            return answer.headers.get_content_type(), answer.read()


def counts(result):
    with sqlite3.connect(f"file:{result}?mode=ro", uri=True) as file:
        tables = [row[0] for row in file.execute("SELECT table_name FROM gpkg_contents WHERE table_name <> "
                                                 "'layer_styles'")]
        return {table: file.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables}


def ogr_counts(source, layers):
    """What ogrinfo counts in each layer of a service."""
    found = {}
    for layer in layers:
        done = subprocess.run(["ogrinfo", "-ro", "-so", source, layer], capture_output=True, text=True, check=False)
        count = re.search(r"Feature Count: (\d+)", done.stdout)
        assert done.returncode == 0 and count, f"ogrinfo {source} {layer}: {done.stdout}{done.stderr}"
        found[layer] = int(count.group(1))
    return found


def colours(png, folder):
    """How many colours a picture has."""
    from qgis.PyQt.QtGui import QImage
    path = Path(folder) / "map.png"
    path.write_bytes(png)
    image = QImage(str(path))
    return len({image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)})


def has_colour(png, folder, colour):
    from qgis.PyQt.QtGui import QImage
    path = Path(folder) / "map.png"
    path.write_bytes(png)
    image = QImage(str(path))
    return any(image.pixel(x, y) & 0xFFFFFF == colour for x in range(image.width()) for y in range(image.height()))


def check_wms(server, folder, result):
    kind, text = server.get(SERVICE="WMS", REQUEST="GetCapabilities")
    names = set(re.findall(r"<Name>([^<]*)</Name>", text.decode()))
    assert {"koppelkansen", "opgaven", "buurten", "risicos"} <= names, names
    assert "brt_achtergrondkaart" not in names, "the background is not ours to serve"
    get_map = {"SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": "GetMap", "CRS": "EPSG:28992", "BBOX": BOX,
               "WIDTH": 800, "HEIGHT": 600, "FORMAT": "image/png"}
    kind, png = server.get(**get_map, LAYERS="buurten,opgaven,koppelkansen", STYLES="")
    assert kind == "image/png", png[:500]
    drawn = colours(png, folder)
    print(f"WMS: {len(names)} names, a map of {len(png)} bytes in {drawn} colours")
    assert drawn > 50
    with sqlite3.connect(f"file:{result}?mode=ro", uri=True) as file:
        sld = file.execute("SELECT styleSLD FROM layer_styles WHERE f_table_name = 'koppelkansen'").fetchone()[0]
    kind, png = server.get(**get_map, LAYERS="koppelkansen", STYLES="", SLD_BODY=sld)
    assert kind == "image/png", png[:500]
    kind, other = server.get(**get_map, LAYERS="koppelkansen", STYLES="", SLD_BODY=sld.replace("#00402F", "#FF00FF"))
    outlines = [has_colour(picture, folder, colour) for picture in (png, other) for colour in (0x00402F, 0xFF00FF)]
    print(f"WMS with the SLD of the file: its outline and not another, then the other: {outlines}")
    assert outlines == [True, False, False, True]
    kind, text = server.get(SERVICE="WMS", VERSION="1.3.0", REQUEST="GetLegendGraphic", LAYERS="koppelkansen",
                            FORMAT="image/png")
    assert kind == "image/png", text[:500]


def main(program):
    if not os.path.exists(SERVER):
        support.skip("QGIS Server is not installed (package qgis-server-bin)")
    if shutil.which("ogrinfo") is None:
        support.skip("ogrinfo is not installed (package gdal-bin)")
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "voorbeeldstad.gpkg"
        support.run_voorbeeldstad(program, result)
        expected = counts(result)
        assert expected["koppelkansen"] == 91, expected
        with Server(result, folder) as server:
            check_wms(server, folder, result)
            wfs = ogr_counts(f"WFS:{server.base}/?VERSION=1.1.0", expected)
            print("WFS:", wfs)
            assert wfs == expected, expected
            api = ogr_counts(f"OAPIF:{server.base}/wfs3", expected)
            print("OGC API Features:", api)
            assert api == expected, expected


if __name__ == "__main__":
    main(sys.argv[1])
