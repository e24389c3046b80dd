"""What the tests of a report share: reports to look at, and a browser without a window."""
import argparse
import functools
import json
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

HERE = Path(__file__).resolve().parent
REPO = HERE.parents[1]
VOORBEELDSTAD = REPO / "data" / "voorbeeldstad" / "koppelkans.toml"
FULL_BUURT, EMPTY_BUURT = "BU99990201", "BU99990801"
MODULES = HERE / "node_modules"


def koppelkans(program, *arguments):
    """The program, which must end well and, being told to be quiet, say nothing."""
    done = subprocess.run([program, *map(str, arguments), "--quiet"], capture_output=True, text=True, check=False,
                          env={**os.environ, "SOURCE_DATE_EPOCH": "1795305600"})
    assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), (arguments, done)


def run_voorbeeldstad(program, folder):
    result = Path(folder) / "voorbeeldstad.gpkg"
    koppelkans(program, "run", VOORBEELDSTAD, "--output", result)
    return result


def report(program, result, folder, *options):
    """The folder of a report."""
    koppelkans(program, "report", result, "-o", folder, *options)
    return Path(folder)


def pages_of(folder):
    return sorted(Path(folder).rglob("*.html"))


def files_of(folder):
    """All files below a folder: their bytes by their paths."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


class Page(HTMLParser):
    """What a page says and where it leads."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.links, self.tags, self.attributes, self.language = [], [], set(), set(), None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.add(tag)
        self.attributes.update(values)
        if "id" in values:
            self.ids.append(values["id"])
        if "href" in values:
            self.links.append(values["href"])
        if tag == "html":
            self.language = values.get("lang")


@functools.lru_cache(maxsize=None)
def ids_of(path, _written):
    """Of a page as it was written at that moment: some page leads to every other."""
    return frozenset(Page(path.read_text(encoding="utf-8")).ids)


def check_links(path, page, folder):
    """Links are relative and lead to files of the report."""
    for link in page.links:
        parts = urlsplit(link)
        assert not parts.scheme and not parts.netloc and not link.startswith("/"), (path, link)
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
        assert target.is_file() and target.is_relative_to(Path(folder).resolve()), (path, link)
        if parts.fragment:
            assert parts.fragment in ids_of(target, target.stat().st_mtime_ns), (path, link)


def browse(jobs):
    """Opens pages in Chromium as browse.js says; an answer a job."""
    for needed in (MODULES / "axe-core", MODULES / "playwright-core"):
        # No skip: what nobody notices is no test.
        assert needed.is_dir(), f"{needed.name} is not there: run tools/install_dependencies.sh test"
    assert shutil.which("chromium"), "Chromium is not there: run tools/install_dependencies.sh test"
    done = subprocess.run(["node", str(HERE / "browse.js")], input=json.dumps(jobs), capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def output_of(*command):
    """What a tool says, which must end well."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (command, done.returncode, done.stdout[-2000:], done.stderr[-2000:])
    return done.stdout


def blanks_as_one(text):
    return re.sub(r"\s+", " ", text).strip()


def arguments(description):
    """PROGRAM [--short]"""
    parser = argparse.ArgumentParser(usage=description)
    parser.add_argument("program")
    parser.add_argument("--short", action="store_true", help="a part of each kind; the whole is for tests/nightly.sh")
    return parser.parse_args()
