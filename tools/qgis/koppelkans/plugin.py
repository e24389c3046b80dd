"""What QGIS loads: a translation and a Processing provider, and nothing in menus or toolbars."""
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .provider import KoppelkansProvider
from .translation import install_translator


class KoppelkansPlugin:
    def __init__(self):
        self._translator = install_translator()
        self._provider = None

    def initProcessing(self):  # noqa: N802, also called by qgis_process, which has no window
        self._provider = KoppelkansProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self):  # noqa: N802
        self.initProcessing()

    def unload(self):
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
