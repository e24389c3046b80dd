#!/usr/bin/python3
"""html_test.py PROGRAM [--short]: the pages of a report as files: HTML by the book, links that lead somewhere, nothing asked of
a network, a manifest that tells the truth, and the same bytes again."""
import hashlib
import json
import re
import subprocess
import tempfile
from pathlib import Path

import support

MOST_BYTES = 1_000_000
# What tidy 5.6 says that is not so. In HTML of today
WRONG = (
    # an element without content may stand there: a span is drawn as the colour of a soort;
    r"trimming empty <span>",
    # in SVG 2, a link has href and no longer xlink:href, and its tabindex is that of HTML;
    r'<a> proprietary attribute "(href|tabindex)"',
    # and these are attributes of every element of SVG.
    r'<svg> proprietary attribute "font-(size|family)"',
)
# One more is none of tidy's to see: a dl may hold groups, each in a div, which later versions know. They go before it
# reads the page, as its complaints of them could be of something else.
GROUP = re.compile(r"<div>(<dt>.*?</dt><dd>.*?</dd>)</div>")


def complaints(html):
    """What tidy says of a page, less what is wrong."""
    done = subprocess.run(["tidy", "-e", "-q", "-utf8"], input=GROUP.sub(r"\1", html), capture_output=True, text=True,
                          check=False)
    assert done.returncode in (0, 1, 2), done
    lines = [line for line in done.stderr.splitlines() if line]
    return [line for line in lines if not any(re.search(wrong, line) for wrong in WRONG)]


def check_page(path, folder, language):
    html = path.read_text(encoding="utf-8")
    assert len(html.encode()) < MOST_BYTES, (path, len(html.encode()))
    for asked in ("http:", "https:", "src=", "<script", "url(http", "@import", "{{", "T_"):
        assert asked not in html, (path, asked, html[html.index(asked):][:80])
    page = support.Page(html)
    assert page.language == language, (path, page.language)
    assert len(page.ids) == len(set(page.ids)), (path, sorted(page.ids))
    for reference in re.findall(r'url\(#([^)]*)\)|(?:labelledby|describedby)="([^"]*)"', html):
        assert "".join(reference) in page.ids, (path, reference)
    support.check_links(path, page, folder)
    found = complaints(html)
    assert not found, (path, found[:5])


def check_manifest(folder):
    manifest = json.loads((folder / "manifest.json").read_text())
    files = support.files_of(folder)
    del files["manifest.json"]
    assert [one["path"] for one in manifest["files"]] == sorted(files), "the manifest lists other files"
    for one in manifest["files"]:
        data = files[one["path"]]
        assert (one["bytes"], one["sha256"]) == (len(data), hashlib.sha256(data).hexdigest()), one


def check_report(program, result, folder, per, language):
    support.report(program, result, folder, "--per", per, "--lang", language, "--format", "html")
    check_manifest(folder)
    pages = support.pages_of(folder)
    for path in pages:
        check_page(path, folder, language)
    return len(pages)


def check_again(program, result, folder, short):
    """The same bytes, by one thread and by two, and in a folder with another name."""
    kinds = {"all": ("--format", "html,xlsx,csv")}
    if not short:
        kinds["pdf"] = ("--format", "pdf", "--only", support.FULL_BUURT, support.EMPTY_BUURT)
    for name, options in kinds.items():
        first, again = [support.files_of(support.report(program, result, folder / f"{name}{jobs}", *options, "--jobs",
                                                        jobs)) for jobs in (1, 2)]
        assert first.keys() == again.keys(), (first.keys(), again.keys())
        differing = [path for path in first if first[path] != again[path]]
        assert not differing, differing
        assert len(first) == {"all": 50, "pdf": 4}[name], sorted(first)


def main(program, short):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        result = support.run_voorbeeldstad(program, folder)
        counts = {"buurt": 41, "wijk": 9, "gemeente": 2}
        for language, kinds in {"nl": ["buurt"] if short else counts, "en": ["gemeente"] if short else counts}.items():
            for per in kinds:
                expected = counts[per]
                count = check_report(program, result, folder / f"{language}_{per}", per, language)
                assert count == expected, (language, per, count)
        check_again(program, result, folder, short)


if __name__ == "__main__":
    given = support.arguments(__doc__)
    main(given.program, given.short)
