"""Where the program koppelkans is."""
import os
import shutil
from pathlib import Path

from qgis.core import QgsProcessingException

from processing.core.ProcessingConfig import ProcessingConfig

from .translation import tr

SETTING = "KOPPELKANS_PROGRAM"
ENVIRONMENT = "KOPPELKANS_PROGRAM"
FILE_NAME = "koppelkans.exe" if os.name == "nt" else "koppelkans"
PLUGIN = Path(__file__).parent


def _is_program(path):
    return os.path.isfile(path) and os.access(path, os.X_OK)


def _named():
    """What the user named, as (path, where it was named). A name that leads nowhere is an error, not a reason to
    look elsewhere: another version would run than the one that was asked for."""
    setting = ProcessingConfig.getSetting(SETTING)
    if setting:
        return setting, tr("the setting of Processing (Settings, Options, Processing, Providers, Koppelkans)")
    variable = os.environ.get(ENVIRONMENT)
    if variable:
        return variable, tr("the environment variable KOPPELKANS_PROGRAM")
    return None


def find_program():
    """The path of the program. Throws QgsProcessingException with what to do where there is none."""
    named = _named()
    if named is not None:
        path, place = named
        if _is_program(path):
            return path
        raise QgsProcessingException(tr("{path} is no program that can be run; it is named by {place}.").format(
            path=path, place=place))
    candidates = [shutil.which(FILE_NAME), PLUGIN / FILE_NAME, PLUGIN / "bin" / FILE_NAME]
    for candidate in candidates:
        if candidate is not None and _is_program(candidate):
            return str(candidate)
    raise QgsProcessingException(tr(
        "The program koppelkans was not found. Install it (its README tells how; on Debian it is the package "
        "koppelkans), or name it under Settings, Options, Processing, Providers, Koppelkans, or by the environment "
        "variable KOPPELKANS_PROGRAM."))
