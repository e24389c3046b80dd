"""What the program may leave when it is ended by force; else it takes all away itself."""
import glob
import os


class FileLeftovers:
    """The temporary file beside a result. Its name is that of engine/io/target.cpp."""

    def __init__(self, target):
        self._folder, name = os.path.split(os.path.realpath(target))
        self._stem = os.fsencode(name)[:180].decode(errors="ignore")

    def remove(self, pid):
        pattern = glob.escape(f".{self._stem}.tmp-{pid}-") + "*"
        for path in glob.glob(os.path.join(glob.escape(self._folder), pattern)):
            os.unlink(path)
