#!/usr/bin/python3
"""themes_test.py PROGRAM [--write]: the map themes of voorbeeldstad as QGIS draws them, held against the pictures
in data/themes, which the README shows.

Letters differ a little from machine to machine, so a few pixels may differ; a class that is not drawn, a style that
does not load or a layer in the wrong order changes far more. With --write the pictures are drawn anew: look at each
of them then.
"""
import sys
import tempfile
from pathlib import Path

import support

PICTURES = support.REPO / "data" / "themes"
THEMES = {"Koppelkansen": "koppelkansen", "Combinaties": "combinaties", "Risico's": "risicos",
          "Drukte per buurt": "drukte_per_buurt", "Tijdlijn": "tijdlijn"}
SIZE = (960, 640)
CENTRE_M, WIDTH_M = (172900, 442900), 4400
# A pixel differs where a channel does by more than this, of 255 ...
CHANNEL = 48
# ... and so large a part of the pixels may: less than one strip of a street, which the test makes sure of.
PART = 0.001


def extent():
    from qgis.core import QgsRectangle
    half_width, half_height = WIDTH_M / 2, WIDTH_M / 2 * SIZE[1] / SIZE[0]
    x, y = CENTRE_M
    return QgsRectangle(x - half_width, y - half_height, x + half_width, y + half_height)


def draw(project, theme, own_style=None):
    """The theme as a picture; `own_style`: a layer drawn as it is now, not as the theme has it."""
    from qgis.core import QgsMapRendererSequentialJob, QgsMapSettings
    from qgis.PyQt.QtCore import QSize
    themes = project.mapThemeCollection()
    settings = QgsMapSettings()
    settings.setOutputSize(QSize(*SIZE))
    settings.setOutputDpi(96)
    settings.setDestinationCrs(project.crs())
    settings.setLayers(themes.mapThemeVisibleLayers(theme))
    styles = themes.mapThemeStyleOverrides(theme)
    if own_style:
        del styles[own_style.id()]
    settings.setLayerStyleOverrides(styles)
    settings.setExpressionContext(project.createExpressionContext())
    settings.setExtent(extent())
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def bytes_of(image):
    from qgis.PyQt.QtGui import QImage
    image = image.convertToFormat(QImage.Format_RGB888)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return image.bytesPerLine(), bytes(bits)


def differing_part(image, other):
    """Part of the pixels in which the two differ, 0 to 1; 1 where their sizes do."""
    if image.size() != other.size():
        return 1.0
    (stride, ours), (_, theirs) = bytes_of(image), bytes_of(other)
    differing = 0
    for y in range(image.height()):
        row = slice(y * stride, y * stride + 3 * image.width())
        a, b = ours[row], theirs[row]
        if a != b:
            differing += sum(max(abs(a[i + c] - b[i + c]) for c in range(3)) > CHANNEL
                             for i in range(0, len(a), 3))
    return differing / (image.width() * image.height())


def check_that_a_missing_class_shows(project, whole):
    """A comparison that cannot fail says nothing: without one of its classes the theme must look different."""
    layer = project.mapLayersByName("Koppelkansen")[0]
    for i, word in enumerate(("kansrijk", "krap")):
        layer.renderer().updateCategoryRenderState(i, False)
        part = differing_part(whole, draw(project, "Koppelkansen", layer))
        layer.renderer().updateCategoryRenderState(i, True)
        assert part > PART, f"without {word} only {part:.2%} of the pixels differ"


def compare(theme, image):
    from qgis.PyQt.QtGui import QImage
    path = PICTURES / f"{THEMES[theme]}.png"
    expected = QImage(str(path))
    part = differing_part(image, expected)
    print(f"{theme}: {part:.2%} of the pixels differ from {path.name}")
    if part > PART:
        kept = Path(tempfile.gettempdir()) / path.name
        image.save(str(kept))
        print(f"    as drawn now: {kept}")
    return part <= PART


def main(program, *options):
    with support.qgis(), tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "voorbeeldstad.gpkg"
        support.run_voorbeeldstad(program, result)
        project = support.open_project(result)
        assert set(project.mapThemeCollection().mapThemes()) == set(THEMES)
        pictures = {theme: draw(project, theme) for theme in THEMES}
        check_that_a_missing_class_shows(project, pictures["Koppelkansen"])
        project.clear()
        if "--write" in options:
            PICTURES.mkdir(exist_ok=True)
            for theme, image in pictures.items():
                image.save(str(PICTURES / f"{THEMES[theme]}.png"))
            return
        alike = [compare(theme, image) for theme, image in pictures.items()]
    sys.stdout.flush()
    sys.exit(0 if all(alike) else 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
