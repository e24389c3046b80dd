#!/usr/bin/env python3
"""make_seeds.py: writes the seeds of corpus/, one file an input: what the fuzzers start from.

Inputs that were once a finding are called regression-N and are left alone. Each target says in its own
file what its bytes mean.
"""

import pathlib
import struct

CORPUS = pathlib.Path(__file__).parent / "corpus"

# Lines of start, eind and duur.
DATES = """
2027-04-15|2027/04/15|30 dagen
15-4-2027|15.04.2027|6 weken
15 april 2027|15-APR.-2027|P1Y6M
15 apr '27|31-12-9999|90
 15  April  2027 |± 15-04-2027|anderhalf jaar
20270415|20270415.0|1,5 jaar
2027-04-15T23:30:00Z|2027-04-15T00:30:00+0200|
2027-04-15 10:00:00.000|20270415103000|
2027-04-15T20:00:00−05:00|20270415T233000Z|
2027-04|04-2027|2 jaar
april 2027|apr. ’27|
begin april 2027|eind feb. 2028|
medio mei 2027|ca. medio mei 2027|
week 14 2027|2026-W53|
wk14 2027|week 52 9999|
2027-Q2|2e kwartaal 2027|
kw 2 2027|Q2 '27|
2027-H1|tweede helft 2027|
2027|2031|
begin 2027|eind 2027|
najaar 2027|zomer 2028|
winter 2027|voorjaar '28|
2027-2029|2027/2029|
april t/m juni 2027|4 t/m 6-2027|
Q1 - Q3 2027|week 14-16 2027|
begin - medio 2027|2027 t/m 2030|
van april 2027 tot juni 2028|tussen 2027 en 2029|
na 2030|voor 1 mei 2028|
vóór 2028|vanaf 2030|
uiterlijk 2029|niet voor 2027|
doorlopend|continu|
onbekend|n.v.t.|
ntb|null|
1900-01-01|0001-01-01|
00-00-0000|-|
0001-01-02|9999-12-31T23:59:59Z|
46127|2100|
2027-02-30|13/13/2027|
""".strip("\n").split("\n")

# A horizon, and start and eind of two opgaven.
PERIODS = """
P2Y|2027-04-15|2027-12-31|2028|2029
p1y6m|april 2027||na 2030|
P18M||doorlopend|2027|doorlopend
P4W|2027-Q2|2027-Q3|2027-10-01|2027-12-31
P0D|2027-04-15|2027-04-15|2027-04-15|2027-04-15
2 jaar|2027-02-28|2027-02-28|2029-02-28|2030
1 jaar en 6 maanden|2027|2027|2028|2028
18 mnd.|begin 2027|eind 2027|medio 2028|2029
6 weken, 3 dagen|2027-01-01|2027-01-02|2027-02-14|2027-03-01
anderhalf jaar|2027|2028|2030|2031
1,5 jaar|0001-01-02|0002|9998|9999-12-31
0.25 years|2027|2028|2030|2031
90|2027|2028|2030|2031
90,0|2027|2028|2030|2031
P9999Y|0001-01-02|0001-01-02|9999-12-31|9999-12-31
3 months|voor 2027|voor 2028|na 2030|na 2031
""".strip("\n").split("\n")

SMALLEST = '[buurten]\nbron = "buurten.gpkg"\n[[bronnen]]\nnaam = "riool"\nbron = "riool.gpkg"\n'
SECTION = "[soorten.park]\n"

CONFIGURATIONS = [
    SMALLEST,
    "\ufeff" + SMALLEST,
    SMALLEST.replace("\n", "\r\n"),
    'peildatum = 2026-11-21\nhorizon = "P3Y"\naanloop = "18 maanden"\ntijdregel = "start"\n'
    'venster = ["2026-01-01", 2032-12-31]\nmin_oppervlakte = 2.5\nkoppel = "verschillende_opgave"\n'
    'onbekende_tijd = "meenemen"\ntijdzone = "Europe/Brussels"\ncrs = "EPSG:31370"\ncrs_onzeker = true\n'
    'lagen = ["koppelkansen", "gebiedskansen"]\nuitvoer = "uit/koppelkansen.gpkg"\n' + SMALLEST,
    SMALLEST.replace("[[", 'laag = "buurten"\njaar = 2025\ncrs = "EPSG:4258"\nencoding = "UTF-8"\n'
                     'velden = { buurtcode = "bu_code", wijkcode = "wk_code" }\n[['),
    SMALLEST + 'laag = "strengen"\nsoort = "rioolvervanging"\nwerkafstand = 3.0\ngroepeer = "project"\n'
    'filter = "status <> \'concept\'"\n[bronnen.velden]\nid = "streng"\nx = "x"\ny = "y"\n',
    SMALLEST + 'soort_veld = "type"\nsoort_waarden = { "Riool - vervangen" = "Rioolvervanging", Park = "PARK" }\n',
    SMALLEST.replace("riool.gpkg", "PG:dbname=plannen user=jan password=geheim"),
    SMALLEST.replace("riool.gpkg", "https://jan:geheim@host/wfs?token=abc&v=2"),
    SMALLEST.replace("riool.gpkg", "/vsizip/../plannen.zip/a.shp"),
    SMALLEST + SECTION + 'naam = "Park"\ndomein = "groen"\naard = "sociaal"\nwerkafstand = 4.5\n'
    'bouwvolgorde = 2\ngraaft = true\ndiepte_m = 2.5\ngraafrust = "P1Y"\n',
    SMALLEST + '[fasen]\n"in de week gelegd" = "idee"\nopgeleverd = "uitvoering"\n',
    SECTION + 'woorden = ["park", "plantsoen"]\n[fasen]\nVO = "ontwerp"\n',
    'a = """\nb\\u00e9 \\\n c"""\nd = \'\'\'e\'\'\' # f\ng = [1, -2.5e3, 0xff, inf, nan, true, 12:00:00]\n',
    "a.b.c.d = 1\na.b.e = 2026-11-21T10:00:00+01:00\n'f'.\"g\" = {h = [{i = 1}]}\n",
    "horizn = 'P2Y'\n" + SMALLEST,
    "peildatum = 1\n" + SMALLEST,
]

TEXTS = [
    b"Vervangen riool \xe2\x80\x93 caf\xc3\xa9 \xf0\x9f\x9a\xa7",
    b"\xff\xfe\xc3(\xed\xa0\x80\xef\xbf\xbf\r\na\rb\0c\x7f\xc2\x85",
    b"riool:12;\"aan;uit\"\0\"\0\0a\r\nb",
    b"BU05181234\nBU 0518/12\n../..\nA-0123abcd\n" + b"a" * 70,
    b"PG:dbname=a user='b' password='it''s' token=x",
    b"https://jan:geheim@host/wfs?token=abc&v=2",
    b"  Stra\xc3\x9fe \xc3\x80\xc3\x97\xc2\xa0",
    b"1.234,5", b"-1,5e3",
]


def header(kind):
    return struct.pack("<BI", 1, kind)


def points(run):
    return b"".join(struct.pack("<dd", *point) for point in run)


def counted(run):
    return struct.pack("<I", len(run)) + points(run)


def point(x, y):
    return header(1) + points([(x, y)])


def line(*run):
    return header(2) + counted(run)


def polygon(*rings):
    return header(3) + struct.pack("<I", len(rings)) + b"".join(map(counted, rings))


def many(kind, *parts):
    return header(kind) + struct.pack("<I", len(parts)) + b"".join(parts)


def box(x0, y0, x1, y1):
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]


NAN = float("nan")
SQUARE = polygon(box(0, 0, 10, 10))
RING = polygon(box(0, 0, 10, 10), box(4, 4, 6, 6))
SHIFTED = polygon(box(5, 5, 15, 15))
BESIDE = polygon(box(10, 2, 14, 8))
BOW_TIE = polygon([(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)])
COMB = polygon([(0, 0), (12, 0), (12, 9), (10, 9), (10, 1), (7, 1), (7, 9), (5, 9), (5, 1), (2, 1), (2, 9),
                (0, 9), (0, 0)])
BEAM = polygon(box(-1, 4, 13, 6))
SPIKE = polygon([(0, 0), (5, 0), (5, 8), (5, 0), (10, 0), (10, 10), (0, 10), (0, 0)])
STREET = line((0, 0), (20, 1), (25, 12), (25, 30))
CROSSED = line((0, 0), (10, 10), (10, 0), (0, 10))
FAR = polygon(box(1e8 - 10, -1e8, 1e8, -1e8 + 10))

PAIRS = [
    (SQUARE, SHIFTED), (SQUARE, BESIDE), (SQUARE, SQUARE), (RING, SHIFTED), (RING, BEAM), (COMB, BEAM),
    (BOW_TIE, SQUARE), (SPIKE, BEAM), (STREET, SQUARE), (CROSSED, RING), (STREET, CROSSED), (FAR, FAR),
    (point(3, 4), SQUARE), (point(NAN, NAN), line()), (polygon([]), polygon()),
    (line((1, 1)), polygon([(0, 0), (1, 1)])), (polygon(box(0, 0, 9, 9)[:4]), SQUARE),
    (many(4, point(1, 1), point(2, 2)), many(5, STREET, CROSSED)),
    (many(6, SQUARE, SHIFTED), many(6, BESIDE, RING)),
    (many(7, point(1, 1), STREET, SQUARE, many(7, RING)), many(7)),
    (STREET, line((1, 3), (30, 3))), (line((-3, 1), (3, 3), (9, 13)), COMB), (line((1, 1), (1, 1)), RING),
    (point(1e300, float("inf")), polygon(box(0, 0, 1e-300, 1e-300))),
]

WKT = [
    "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))\nPOLYGON ((5 5, 15 5, 15 15, 5 5))",
    "LINESTRING (0 0, 10 1.5e0)\nMULTIPOINT ((1 1), EMPTY, (2 2))",
    "GEOMETRYCOLLECTION (POINT Z (1 2 3), GEOMETRYCOLLECTION EMPTY)\nMULTILINESTRING ((0 0, 1 1), EMPTY)",
    "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 0)), ((1 1, 3 1, 3 3, 1 1)))\nPOINT EMPTY",
]


def geometries():
    for number, (one, other) in enumerate(PAIRS):
        for how in range(4):  # as they are, on a grid, moved, both
            if how == 0 or number < 12:
                yield struct.pack("<BBH", how, 12, len(one)) + one + other
    yield from (text.encode() for text in WKT)


def geopackage(wkb, flags, envelope=b""):
    return b"GP\0" + bytes([flags]) + struct.pack("<i", 28992) + envelope + wkb


def texts():
    yield from TEXTS
    yield geopackage(SQUARE, 1)
    yield geopackage(SQUARE, 3, struct.pack("<dddd", 0, 10, 0, 10))
    yield geopackage(b"", 0x11)


def drawing(*pairs):
    return "".join(f"{code:3}\n{value}\n" for code, value in pairs).encode()


# Behind the byte that says in pieces of how many bytes it comes.
SCANS = [
    drawing((0, "SECTION"), (2, "BLOCKS"), (0, "BLOCK"), (2, "A"), (330, "1F"), (0, "LINE"), (0, "ENDBLK"), (0, "BLOCK"),
            (2, "B"), (0, "INSERT"), (2, "A"), (70, 4), (71, 3), (0, "ENDBLK"), (0, "ENDSEC"), (0, "SECTION"),
            (2, "ENTITIES"), (0, "INSERT"), (2, "B"), (0, "MULTILEADER"), (341, "1F"), (304, "LEADER_LINE{"),
            (0, "ENDSEC"), (0, "EOF")),
    drawing((0, "BLOCK"), (2, "A"), (0, "HATCH"), (97, 1), (330, "2"), (0, "ENDBLK"), (0, "BLOCK"), (2, "B"),
            (0, "POLYLINE"), (0, "VERTEX"), (0, "SEQEND"), (0, "ENDBLK"), (0, "ENDSEC")),
    b'id;naam\r\n1;"een ""twee"" drie"\r\n2;"vier\nvijf" ;x\r\n3;zes"\r\n',
    b'\xef\xbb\xbfid,naam\n1,"a\n2,b"c\n',
    b'{"type":"FeatureCollection","features":[{"a":"}\\""},null,[1,[2]],"x,y"]}',
    b'{"type":"Feature","properties":{}}\n{"type":"Feature"}\n\n{},\n',
    b'\x1e{"a":\n1}\n\x1e{}\n',
    b"%ri_ol%_\nhet riool van 2027",
    b"a%b%a%%b\naabbaabb",
]


def write(target, seeds):
    folder = CORPUS / target
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("seed-*"):
        old.unlink()
    for number, seed in enumerate(seeds, 1):
        (folder / f"seed-{number:02}").write_bytes(seed)


write("dates", (text.replace("|", "\n").encode() for text in DATES))
write("periods", (text.replace("|", "\n").encode() for text in PERIODS))
write("configuration", (text.encode() for text in CONFIGURATIONS))
write("geometry", geometries())
write("texts", texts())
write("scans", (bytes([2 * number]) + seed for number, seed in enumerate(SCANS)))
