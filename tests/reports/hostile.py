"""Texts that a source may hold and that do harm where they are taken for more than texts, and a result full of them."""
import codecs
import re
import sqlite3
from contextlib import closing

TEXTS = tuple(text if isinstance(text, bytes) else text.encode() for text in (
    "<script>window.hit=1</script>", '"><img src=x onerror="window.hit=1">', "' onmouseover='window.hit=1",
    "javascript:window.hit=1", "data:text/html,<script>window.hit=1</script>", "&lt;b&gt; &amp; &#60;i&#62;",
    "</title><script>window.hit=1</script>", "</style><script>window.hit=1</script>", "</svg></table></main>",
    "]]><!-- -->", "{{T_kop_product}} {{%AUTOESCAPE}} {naam} {0}", "%0a%3Cscript%3E %s %n", "../../x", "/etc/x\\..\\x",
    "\u202eמרכז העיר\u202c שלום", "\U0001f6b2\U0001f468\u200d\U0001f469\u200d\U0001f467", "駅前の再整備 공사",
    "x" * 10_000, "=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "=HYPERLINK(\"x\";\"y\")", "_x000D_ _x0041_", "a;b\"c,d",
    "CON", "regel een\nregel twee\r\nregel drie\rvier", "a\0b", "\x01\x1b[31m\x7f\u0085", b"\xff\xfe \xc3( \xe2\x82 \xed\xa0\x80",
    "\ufffe \uffff"))

# The same value in every layer: what rows are found by. A page or a link may be named after it.
KEYS = {"buurtcode": "buurt", "wijkcode": "wijk", "gemeentecode": "gemeente", "koppelkans_id": "kans",
        "combinatie_id": "combinatie", "risico_id": "risico", "opgave_id": "opgave", "opgave_a": "opgave",
        "opgave_b": "opgave", "eerst": "opgave", "daarna": "opgave"}
# One of a few words, by which a report counts and sorts: only every fifth is replaced.
WORDS = {"soort", "soort_a", "soort_b", "domein", "domein_a", "domein_b", "type", "fase", "rol", "niveau", "reden",
         "aanhaken", "tijd_zekerheid", "verband", "soort_risico", "zekerheid", "soorten", "domeinen"}
READ = {"horizon", "aanloop", "configuration", "inputs"}  # of the run: what is no text to show, but read
SHOWN_LAYERS = ("koppelkansen", "gebiedskansen", "combinaties", "risicos", "buurten", "opgaven", "afgekeurd")
LAYERS = (*SHOWN_LAYERS, "wijken", "gemeenten", "werkgebieden", "bronnen", "run")


def each_byte(error):
    """A mark for each byte that is no UTF-8, and one for a surrogate of three."""
    bad = error.object[error.start:error.start + 3]
    if len(bad) == 3 and bad[0] == 0xED and 0xA0 <= bad[1] <= 0xBF:
        return "\ufffd", error.start + 3
    return "\ufffd" * (error.end - error.start), error.end


codecs.register_error("each_byte", each_byte)


# Controls but for the tab and the end of a line, and the last two of each plane, which are no characters.
UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f" +
                        "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)) + "]")


def readable(data):
    """What a report makes of a text: engine/domain/readable_text.h, told once more."""
    text = data.decode("utf-8", "each_byte").replace("\r\n", "\n").replace("\r", "\n")
    return UNREADABLE.sub("\ufffd", text)


def shown(data, most=160):
    """What of it stands on a page."""
    text = readable(data)
    return text if len(text) <= most else text[:most - 1] + "…"


class Spoiler:
    """Gives each column every text in turn, with a mark behind it that tells the column."""

    def __init__(self):
        self.keys, self.turns, self.marked = {}, {}, {}

    def next(self, column):
        turn = self.turns[column] = self.turns.get(column, len(self.turns)) + 1
        return TEXTS[turn % len(TEXTS)], turn

    def key(self, column, old):
        kind = KEYS[column]
        if old and (kind, old) not in self.keys:
            text, turn = self.next(kind)
            self.keys[kind, old] = text + b" " + str(turn).encode()
        return self.keys.get((kind, old), old)

    def value(self, column, old, fid):
        if old is None:
            old = b""
        if column in KEYS:
            return self.key(column, old)
        if column == "opgaven":  # a list of keys
            return b";".join(b'"' + self.key("opgave_id", one).replace(b'"', b'""') + b'"' for one in old.split(b";"))
        if column in READ or column in WORDS and fid % 5:
            return old
        text = self.next(column)[0] + b" " + column.encode()
        self.marked.setdefault(column, set()).add(text)
        return text


def text_columns(file, layer):
    return [row[1] for row in file.execute(f"PRAGMA table_info({layer})") if row[2].startswith("TEXT")]


def raw(file, layer, columns):
    casts = ", ".join(f'CAST("{column}" AS BLOB)' for column in columns)
    return file.execute(f"SELECT fid, {casts} FROM {layer} ORDER BY fid").fetchall()


def spoil(result):
    """Puts a hostile text in every text column of every row that a report reads; tells which, by column."""
    spoiler = Spoiler()
    with closing(sqlite3.connect(result)) as file:
        for (trigger,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{trigger}"')  # they ask for functions of a spatial database
        for layer in LAYERS:
            columns = text_columns(file, layer)
            places = ", ".join(f'"{column}" = CAST(? AS TEXT)' for column in columns)
            for fid, *values in raw(file, layer, columns):
                fresh = [spoiler.value(column, old, fid) for column, old in zip(columns, values)]
                file.execute(f"UPDATE {layer} SET {places} WHERE fid = ?", (*fresh, fid))
        file.commit()
    return spoiler.marked


def texts_of(result, layer):
    """The names of the text columns of a layer, and of each row what a report should make of their values."""
    with closing(sqlite3.connect(result)) as file:
        columns = text_columns(file, layer)
        return columns, [[readable(value or b"") for value in row[1:]] for row in raw(file, layer, columns)]
