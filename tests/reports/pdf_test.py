#!/usr/bin/python3
"""pdf_test.py PROGRAM: the overview and two buurten on paper: a PDF by the book, which who cannot see it can hear read,
with bookmarks, its own letters, and all that the page says."""
import json
import re
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import support

A4 = "595.276 x 841.89 pts (A4)"


class Said(HTMLParser):
    """The texts of a page as they are on paper, and its headings."""
    UNPRINTED = ("style", "title", "nav", "svg")

    def __init__(self, html):
        super().__init__()
        self.texts, self.headings, self.open = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if data.strip() and not set(self.UNPRINTED) & set(self.open):
            self.texts.append(data)
            if {"h1", "h2", "h3"} & set(self.open):
                self.headings.append(data)


def without_blanks(text):
    return re.sub(r"\s+", "", text)


def bookmarks(outlines):
    for one in outlines:
        yield one["title"]
        yield from bookmarks(one["kids"])


def facts(pdf):
    return dict(re.findall(r"^(.+?): +(.*)$", support.output_of("pdfinfo", pdf), re.MULTILINE))


def check_form(pdf, title):
    support.output_of("qpdf", "--check", pdf)
    info = facts(pdf)
    assert info["Tagged"] == "yes" and info["JavaScript"] == "no" and info["Page size"] == A4, info
    assert info["Title"] == title, info
    catalogue = support.output_of("qpdf", "--json", "--json-key=qpdf", pdf)
    assert '"/Lang": "u:nl"' in catalogue and '"/DisplayDocTitle": true' in catalogue, pdf
    fonts = support.output_of("pdffonts", pdf).splitlines()[2:]
    embedded = [re.search(r" (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$", line).group(1, 3) for line in fonts]
    assert embedded and set(embedded) == {("yes", "yes")}, fonts


def check_content(pdf, html):
    said = Said(html)
    outlines = json.loads(support.output_of("qpdf", "--json", "--json-key=outlines", pdf))["outlines"]
    assert list(bookmarks(outlines)) == said.headings, (list(bookmarks(outlines)), said.headings)
    # In the order of the page; a long word goes on in the next line.
    text = without_blanks(support.output_of("pdftotext", "-raw", pdf, "-"))
    missing = [one for one in said.texts if without_blanks(one) not in text]
    assert not missing, (pdf, len(missing), missing[:3])
    assert len(said.texts) > 15, said.texts


def check_links(pdf, folder):
    lines = support.output_of("pdfinfo", "-url", pdf).splitlines()[1:]
    links = [line.split(maxsplit=2)[2] for line in lines]
    for link in links:
        assert (Path(pdf).parent / link).resolve().is_relative_to(folder) and (Path(pdf).parent / link).is_file(), link
    return len(links)


def main(program):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve() / "report"
        result = support.run_voorbeeldstad(program, name)
        support.report(program, result, folder, "--format", "html,pdf", "--only",
                       f"{support.FULL_BUURT},{support.EMPTY_BUURT}")
        titles = {"index": "Overzicht koppelkansen", f"buurt/{support.FULL_BUURT}": "Benedenbuurt - Koppelkansen",
                  f"buurt/{support.EMPTY_BUURT}": "Zuiderpolder - Koppelkansen"}
        assert {str(path.relative_to(folder)) for path in folder.rglob("*.pdf")} == {f"{one}.pdf" for one in titles}
        for one, title in titles.items():
            check_form(folder / f"{one}.pdf", title)
            check_content(folder / f"{one}.pdf", (folder / f"{one}.html").read_text(encoding="utf-8"))
        assert check_links(folder / "index.pdf", folder) > 3
        # Nothing has a column without room: the overview of forty buurten takes eight sheets.
        assert int(facts(folder / "index.pdf")["Pages"]) <= 10, facts(folder / "index.pdf")["Pages"]
        assert facts(folder / f"buurt/{support.EMPTY_BUURT}.pdf")["Pages"] == "1"


if __name__ == "__main__":
    main(sys.argv[1])
