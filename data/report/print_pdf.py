"""Prints HTML files to PDF by WeasyPrint, one after the other in one process.

The first line on stdout is "ready VERSION", or "missing: REASON" where WeasyPrint cannot be used
(exit code 3). After that each line on stdin is a job and is answered by one line on stdout:

    {"html": "page.html", "pdf": "page.pdf"}    ->    {"ok": true, "pages": 2}
                                                ->    {"ok": false, "step": "print", "error": "..."}

Each character of a path is one byte of it, so that any file name fits in JSON. `step` is "read" where
the HTML cannot be read, "write" where the PDF cannot be written, else "print". What was written of a
PDF stays. The end of stdin ends the program.

A page holds all it needs: anything but a data: URL that it asks for is an error of its job. The same
HTML gives the same bytes on the same machine, whenever and in whatever order it is printed; for that
PYTHONHASHSEED has to be fixed by who starts this.
"""

import sys

# With `python3 -c` the working folder comes first; a json.py that lies there is none of ours.
sys.path[:] = [folder for folder in sys.path if folder]

import signal  # noqa: E402

# Ctrl-C in a terminal ends the program without a traceback.
signal.signal(signal.SIGINT, signal.SIG_DFL)

import gc  # noqa: E402
import hashlib  # noqa: E402
import inspect  # noqa: E402
import json  # noqa: E402
import logging  # noqa: E402
import os  # noqa: E402
import warnings  # noqa: E402

OLDEST = 57

# How the warnings begin that a job survives. Styles are written for browsers too, and what they know
# and WeasyPrint does not is left out. All others tell of something that is not on the page.
HARMLESS = (
    "Ignored `",  # a property or a value that is not known
    "Deprecated `",
    "Expected a media type",  # @media with a condition: the width of a window, dark mode
    "Invalid media type",
    "Invalid or unsupported selector",
    "PDF/UA support is experimental",
)


class Failure(Exception):
    """Why a job was not done: the step that failed, and one sentence."""

    def __init__(self, step, error):
        super().__init__(step, error)
        self.step = step
        self.error = error


def sentence(error):
    """The text of an error on one line."""
    if isinstance(error, OSError) and error.strerror:
        text = error.strerror
    else:
        text = error if isinstance(error, str) else f"{type(error).__name__}: {error}"
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


class Complaints(logging.Handler):
    """Keeps what WeasyPrint says that is not on the page."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.texts = []

    def emit(self, record):
        if record.levelno >= logging.ERROR or not str(record.msg).startswith(HARMLESS):
            self.texts.append(sentence(record.getMessage()))


class Printer:
    """WeasyPrint, imported. Raises what the import raises, and ImportError where it is too old."""

    def __init__(self):
        import weasyprint

        self.version = weasyprint.__version__
        if int(self.version.split(".")[0]) < OLDEST:
            raise ImportError(f"WeasyPrint {self.version} is older than {OLDEST}")
        self.weasyprint = weasyprint
        self.add_font = getattr(weasyprint.pdf.stream.Stream, "add_font", None)
        self.complaints = Complaints()
        logger = logging.getLogger("weasyprint")
        logger.setLevel(logging.WARNING)
        logger.addHandler(self.complaints)
        logger.propagate = False
        # Up to 58 the options had other names.
        names = inspect.signature(weasyprint.HTML.write_pdf).parameters
        self.prefix = "" if "variant" in names else "pdf_"

    def fetch(self, url):
        """What WeasyPrint calls for each URL that a page needs."""
        if url[:5].lower() == "data:":
            return self.weasyprint.default_url_fetcher(url)
        # Not all parts of WeasyPrint log what they cannot fetch.
        self.complaints.texts.append(f"the page asks for {sentence(url)}; a page holds all it needs")
        raise ValueError("refused")

    def render(self, data):
        """HTML as bytes to PDF as bytes and its number of pages. Raises Failure."""
        self.complaints.texts.clear()
        options = {
            f"{self.prefix}variant": "pdf/ua-1",
            f"{self.prefix}identifier": hashlib.sha256(data).hexdigest().encode(),
        }
        try:
            # Without a base, links to files beside the page stay as they are written.
            html = self.weasyprint.HTML(
                string=data.decode("utf-8"), url_fetcher=self.fetch, base_url=None)
            document = html.render()
            pdf = document.write_pdf(finisher=show_links, **options)
        except Exception as error:
            raise Failure("print", self.first_complaint() or sentence(error)) from error
        if self.complaints.texts:
            raise Failure("print", self.first_complaint())
        return pdf, len(document.pages)

    def forget(self):
        """Lets go of the last page: up to 128 of them stay in a cache of WeasyPrint 57, 40 MB each."""
        clear = getattr(self.add_font, "cache_clear", None)
        if clear is not None:
            clear()
        gc.collect()

    def first_complaint(self):
        return self.complaints.texts[0] if self.complaints.texts else None


def show_links(_document, pdf):
    """For pdf/ua-1, WeasyPrint gives links flag 2 (hidden: a reader need not follow them) for 4 (print)."""
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Subtype") == "/Link":
            item["F"] = 4


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise Failure("read", sentence(error)) from error


def write(path, data):
    try:
        with open(path, "wb") as file:
            file.write(data)
    except OSError as error:
        raise Failure("write", sentence(error)) from error


def answer(printer, line):
    """What to say to one line of stdin."""
    try:
        job = json.loads(line)
        pdf, pages = printer.render(read(job["html"].encode("latin-1")))
        write(job["pdf"].encode("latin-1"), pdf)
    except Failure as failure:
        return {"ok": False, "step": failure.step, "error": failure.error}
    except Exception as error:
        return {"ok": False, "step": "print", "error": f"no job: {sentence(error)}"}
    return {"ok": True, "pages": pages}


def be_quiet():
    """Makes stderr the place for what C libraries and modules print, and nearly all of it silent.

    Returns a descriptor of stdout.
    """
    stdout = os.dup(1)
    os.dup2(2, 1)
    warnings.simplefilter("ignore")
    logging.getLogger().addHandler(logging.NullHandler())
    return stdout


def main():
    stdout = be_quiet()

    def say(text):
        data = text.encode("ascii", "backslashreplace") + b"\n"
        while data:
            data = data[os.write(stdout, data):]

    # fontTools stamps the fonts that it cuts; by the clock, without this.
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        try:
            printer = Printer()
        except Exception as error:
            say(f"missing: {sentence(error)}")
            return 3
        # What was imported stays; looking through it again and again takes a sixth of the time.
        gc.freeze()
        gc.set_threshold(200_000, 20, 100)
        say(f"ready {printer.version}")
        for line in sys.stdin.buffer:
            say(json.dumps(answer(printer, line)))
            printer.forget()
    except BrokenPipeError:
        pass  # who started this is gone
    return 0


if __name__ == "__main__":
    sys.exit(main())
