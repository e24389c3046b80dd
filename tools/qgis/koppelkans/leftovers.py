"""What the program may leave when it is ended by force; else it takes all away itself."""
import glob
import os
import shutil


class FileLeftovers:
    """The temporary file beside a result. Its name is that of engine/io/target.cpp."""

    def __init__(self, target):
        self._folder, name = os.path.split(os.path.realpath(target))
        self._stem = os.fsencode(name)[:180].decode(errors="ignore")

    def remove(self, pid):
        pattern = glob.escape(f".{self._stem}.tmp-{pid}-") + "*"
        for path in glob.glob(os.path.join(glob.escape(self._folder), pattern)):
            os.unlink(path)


def _folders_to_make(folder):
    """Those that are not there yet, from the deepest."""
    missing = []
    while not os.path.lexists(folder):
        missing.append(folder)
        folder = os.path.dirname(folder)
    return missing


class FolderLeftovers:
    """The hidden folder within that of a report, whose name is that of engine/io/report_folder.cpp; and the folders
    that were made for the report, where nothing came of it. To be made before the program starts."""

    def __init__(self, folder):
        self._folder = os.path.realpath(folder)
        self._new = _folders_to_make(self._folder)

    def remove(self, pid):
        pattern = glob.escape(f".koppelkans-report-{pid}-") + "*"
        for path in glob.glob(os.path.join(glob.escape(self._folder), pattern)):
            shutil.rmtree(path, ignore_errors=True)
        for folder in self._new:
            try:
                os.rmdir(folder)
            except FileNotFoundError:
                continue  # the program took it away itself
            except OSError:
                break  # it holds a report
