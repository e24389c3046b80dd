#!/usr/bin/python3
"""hostile_test.py PROGRAM [--short]: a report of a result in which every text is hostile: no page runs or asks for anything,
each text is there to read, tables hold texts and no formulas, and no file lies elsewhere."""
import csv
import re
import tempfile
import zipfile
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import hostile
import support

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# The columns whose texts are on the pages, and how many of the hostile ones at least: of some columns a page shows
# few rows, or those of social opgaven only. The others are in the tables.
EVERY = len(hostile.TEXTS)
ON_PAGES = {"naam": EVERY, "trekker": EVERY, "buurtnaam": EVERY, "bron": 25, "doelstelling": 25, "kansen": 25,
            "risicos": 25, "budget": 25, "soort": 15, "fase": 15}
csv.field_size_limit(1_000_000)


def check_names(parent, folder, before):
    outside = {path for path in Path(parent).rglob("*") if not path.is_relative_to(folder)} - before
    assert not outside, outside
    for path in folder.rglob("*"):
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,80}(\.[a-z]+)?", path.name), path


def check_visits(pages, answers):
    for path, answer in zip(pages, answers):
        seen = answer["seen"]
        assert seen["hit"] is None and not answer["dialogs"], (path, seen["hit"], answer["dialogs"])
        assert not answer["console"], (path, answer["console"])
        assert [url for url in answer["requests"] if unquote(url) != f"file://{path}"] == [], (path, answer["requests"])
        assert "T_" not in seen["shown"].replace("{{T_kop_product}}", ""), path


def check_texts(answers, marked):
    """Every text of a column is on some page, whole or cut, as people see it."""
    shown = "\n".join(support.blanks_as_one(answer["seen"]["shown"]) for answer in answers)
    for column, least in ON_PAGES.items():
        seen = [text for text in marked[column] if support.blanks_as_one(hostile.shown(text)) in shown]
        assert len(seen) >= least, (column, len(seen), set(marked[column]) - set(seen))


def check_csv(folder, result, layer):
    with open(folder / "csv" / f"{layer}.csv", encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    columns, expected = hostile.texts_of(result, layer)
    at = [head.index(column) for column in columns]
    assert [[row[i] for i in at] for row in rows] == expected, layer


def strings_of(book):
    return ["".join(text.text or "" for text in item.iter(f"{SHEET}t"))
            for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]


def cells_of(book, sheet, shared):
    """The texts of a sheet, whether shared or in place."""
    root = ElementTree.fromstring(book.read(sheet))
    assert root.find(f".//{SHEET}f") is None, f"{sheet} holds a formula"
    for cell in root.iter(f"{SHEET}c"):
        if cell.get("t") == "s":
            yield shared[int(cell.find(f"{SHEET}v").text)]
        elif cell.get("t") == "inlineStr":
            yield "".join(text.text or "" for text in cell.iter(f"{SHEET}t"))


def check_workbook(folder, result):
    with zipfile.ZipFile(folder / "koppelkansen.xlsx") as book:
        shared = strings_of(book)
        for number, layer in enumerate(hostile.SHOWN_LAYERS, start=2):
            cells = {re.sub("_x005F_", "_", cell) for cell in
                     cells_of(book, f"xl/worksheets/sheet{number}.xml", shared)}
            missing = {text for row in hostile.texts_of(result, layer)[1] for text in row if text} - cells
            assert not missing, (layer, len(missing), sorted(missing)[0][:80])
        for name in book.namelist():
            if name.startswith("xl/worksheets/_rels/"):
                for link in ElementTree.fromstring(book.read(name)):
                    if link.get("TargetMode") == "External":
                        assert (folder / unquote(link.get("Target"))).is_file(), link.get("Target")


def check_pdf(program, result, folder):
    """What a PDF is asked to do: to show, and to lead to places of its own or to files beside it."""
    support.report(program, result, folder, "--per", "gemeente", "--format", "pdf")
    for pdf in sorted(folder.rglob("*.pdf")):
        told = support.output_of("qpdf", "--json", "--json-key=qpdf", str(pdf))
        for action in ("/JavaScript", "/Launch", "/EmbeddedFile", "javascript:", "http"):
            assert f'"{action}' not in told, (pdf, action)


def main(program, short):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "a" / "b" / "report"
        result = support.run_voorbeeldstad(program, name)
        marked = hostile.spoil(result)
        before = set(Path(name).rglob("*")) | {folder.parent, folder.parents[1]}
        support.report(program, result, folder, "--format", "html,xlsx,csv")
        check_names(name, folder, before)
        pages = support.pages_of(folder)
        assert len(pages) == 41, len(pages)
        for page in pages:
            support.check_links(page, support.Page(page.read_text(encoding="utf-8")), folder)
        answers = support.browse([{"file": str(page), "look": "visit"} for page in pages])
        check_visits(pages, answers)
        check_texts(answers, marked)
        for layer in hostile.SHOWN_LAYERS:
            check_csv(folder, result, layer)
        check_workbook(folder, result)
        if not short:
            check_pdf(program, result, Path(name) / "pdf")


if __name__ == "__main__":
    given = support.arguments(__doc__)
    main(given.program, given.short)
