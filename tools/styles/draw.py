#!/usr/bin/python3
"""draw.py [FOLDER]: draws styles/<layer>.qml and .sld from styles/palette.toml, into FOLDER (default: styles).

Run it after a change of the palette. A style that was changed in QGIS and saved over its file works just
as well; drawing it again takes that change away, so bring what should last to the palette.
"""
import os
import sys
from xml.dom import minidom

import palette
import qml
import sld

STYLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "styles")
DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def indented(text):
    """One element a line, so that a change shows in a diff."""
    return minidom.parseString(text).documentElement.toprettyxml(indent="  ")


def drawn(look):
    """(file name, text) of the styles of a layer."""
    yield f"{look.name}.qml", DOCTYPE + indented(qml.draw(look))
    descriptor = sld.draw(look)
    if descriptor:
        yield f"{look.name}.sld", DECLARATION + indented(descriptor)


def main(folder=STYLES):
    for look in palette.read(os.path.join(STYLES, "palette.toml")):
        for name, text in drawn(look):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
