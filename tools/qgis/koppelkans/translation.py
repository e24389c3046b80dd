"""What the user reads: English in the sources, Dutch by i18n/koppelkans_nl.ts."""
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

CONTEXT = "Koppelkans"
FOLDER = Path(__file__).parent / "i18n"


def tr(text):
    """The text in the language of QGIS. Always called with a literal, so that
    update_translations.py finds it."""
    return QCoreApplication.translate(CONTEXT, text)


def language():
    """That of QGIS, by two letters."""
    # The first is what the window speaks, --lang included; qgis_process has no more than the second.
    return (QgsApplication.instance().translation() or QgsApplication.locale())[:2]


def install_translator():
    """Takes up the language of QGIS; None where there is no translation for it. The translator works as long as
    somebody holds it."""
    translator = QTranslator()
    if not translator.load(str(FOLDER / f"koppelkans_{language()}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
