#!/usr/bin/python3
"""update_translations.py [--check]: brings i18n/koppelkans_nl.ts in line with the texts in the sources.

New texts get an empty translation, marked unfinished; texts that are gone leave; translations stay. With --check it
changes nothing, and ends with 1 where the file is not in line or not complete. The tools of Qt 5 that do this for
Python are in no package of Debian 12.
"""
import ast
import sys
import xml.etree.ElementTree as xml
from pathlib import Path
from xml.sax.saxutils import escape

PLUGIN = Path(__file__).parent / "koppelkans"
TARGET = PLUGIN / "i18n" / "koppelkans_nl.ts"


def texts_of(path):
    """The literals in tr("...") of a source, in their order. Anything else there cannot be translated."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            argument = node.args[0]
            if not isinstance(argument, ast.Constant):
                raise SystemExit(f"{path}:{node.lineno}: tr() of something that is no literal")
            yield argument.value


def texts():
    """Each text once, with the source that it is first found in."""
    found = {}
    for path in sorted(PLUGIN.glob("*.py")):
        for text in texts_of(path):
            found.setdefault(text, path.name)
    return found


def translations(path):
    if not path.exists():
        return {}
    messages = xml.parse(path).iter("message")
    return {message.findtext("source"): message.findtext("translation") or "" for message in messages}


def message(text, translation, source):
    state = "" if translation else ' type="unfinished"'
    return (f"    <message>\n        <location filename=\"../{source}\"/>\n"
            f"        <source>{escape(text)}</source>\n"
            f"        <translation{state}>{escape(translation)}</translation>\n    </message>\n")


def ts_file(found, known):
    page = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="nl" '
    page += 'sourcelanguage="en">\n<context>\n    <name>Koppelkans</name>\n'
    page += "".join(message(text, known.get(text, ""), source) for text, source in found.items())
    return page + "</context>\n</TS>\n"


def main(arguments):
    known = translations(TARGET)
    found = texts()
    page = ts_file(found, known)
    missing = [text for text in found if not known.get(text)]
    if arguments == ["--check"]:
        if missing or page != TARGET.read_text(encoding="utf-8"):
            print(f"{TARGET}: not in line with the sources; without a translation: {missing}", file=sys.stderr)
            return 1
    elif arguments:
        print(__doc__, file=sys.stderr)
        return 2
    else:
        TARGET.write_text(page, encoding="utf-8")
        print(f"{len(found)} texts, {len(missing)} without a translation")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
