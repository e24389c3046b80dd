"""The provider: its four algorithms, and the setting that says where the program is."""
from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from processing.core.ProcessingConfig import ProcessingConfig, Setting

from .algorithm_bepalen import Bepalen
from .algorithm_configuratie import Configuratie
from .algorithm_controleren import Controleren
from .algorithm_rapport import Rapport
from .program import SETTING
from .translation import tr

NAME = "Koppelkans"
ICON = Path(__file__).parent / "icon.svg"


class KoppelkansProvider(QgsProcessingProvider):
    def id(self):
        return "koppelkans"

    def name(self):
        return NAME

    def longName(self):  # noqa: N802
        return tr("Koppelkans: where planned works can go together")

    def icon(self):
        return QIcon(str(ICON))

    def svgIconPath(self):  # noqa: N802
        return str(ICON)

    def load(self):
        ProcessingConfig.settingIcons[NAME] = self.icon()
        ProcessingConfig.addSetting(Setting(NAME, SETTING, tr("The program koppelkans"), "", valuetype=Setting.FILE))
        ProcessingConfig.readSettings()
        self.refreshAlgorithms()
        return True

    def unload(self):
        ProcessingConfig.removeSetting(SETTING)

    def loadAlgorithms(self):  # noqa: N802
        for algorithm in (Bepalen, Controleren, Configuratie, Rapport):
            self.addAlgorithm(algorithm())
