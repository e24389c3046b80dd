"""Turns the tables of plans into layers: which party hands in which columns in which form."""
from osgeo import ogr

import plans_places as places
import plans_social as social
import plans_streets as along
from curves import offset, pieces, rounded, strip
from town import linestring, multi, polygon
from write import Layer, bowtie, decimal_comma

TEXT, WHOLE, REAL = ogr.OFTString, ogr.OFTInteger, ogr.OFTReal
DATE, MOMENT = ogr.OFTDate, ogr.OFTDateTime
GROUND = "straten.gpkg"


def texts(*names):
    return [(name, TEXT) for name in names]


def buurten(town):
    rows = [((code, name, wijk, "GM9999"), multi([shape], ogr.wkbMultiPolygon)
             if shape.GetGeometryType() == ogr.wkbPolygon else shape)
            for code, name, wijk, shape in town.buurten]
    return Layer("buurten.gpkg", "buurten",
                 texts("buurtcode", "buurtnaam", "wijkcode", "gemeentecode"), rows,
                 ogr.wkbMultiPolygon)


def ground(town):
    """What a map shows beneath the plans: streets, water, railway, blocks of houses."""
    streets = [((s.name, s.kind, s.width_m, s.buurtcode), linestring(s.line))
               for s in town.streets]
    blocks = [((street,), block) for street, block in town.blocks()]
    return [
        Layer(GROUND, "straten", texts("straatnaam", "wegtype") + [("breedte_m", REAL)]
              + texts("buurtcode"), streets, ogr.wkbLineString),
        Layer(GROUND, "water", texts("naam"),
              [(("Rijn",), town.river), (("Oude Haven",), town.harbour)], ogr.wkbPolygon),
        Layer(GROUND, "spoor", texts("naam"), [(("Spoorlijn",), town.rail)], ogr.wkbLineString),
        Layer(GROUND, "bebouwing", texts("straatnaam"), blocks, ogr.wkbPolygon),
    ]


def rioolvervanging(town):
    """One row a streng of some 70 m; the project's strengen share its dates and texts."""
    rows, streng = [], 4000
    for project, name, stretches, start, eind, status, year, kansen, risicos, budget in along.RIOOL:
        for street, low, high in stretches:
            for piece in pieces(town.stretch(street, low, high), 70):
                streng += 1
                rows.append(((f"S{streng}", project, name, street, start, eind, status,
                              along.GEMEENTE, year, 300 + 100 * (streng % 3), kansen, risicos,
                              budget), linestring(rounded(piece))))
    fields = (texts("streng", "project", "naam", "straat", "start", "eind", "status", "trekker")
              + [("aanlegjaar", WHOLE), ("diameter_mm", WHOLE)] + texts("kansen", "risicos")
              + [("budget", WHOLE)])
    return Layer("rioolvervanging.gpkg", "strengen", fields, rows, ogr.wkbLineString)


def _street_area(town, where):
    if where == "bowtie":
        x, y = town.spot("Gerstlaan", 0.5, 40)
        return bowtie(x - 30, y - 30, 60)
    street, low, high, half = where
    return polygon(rounded(strip(town.stretch(street, low, high), half, half)))


def herinrichting(town):
    rows = [((ident, name, start, eind, status, along.GEMEENTE, kansen, risicos, budget, project),
             _street_area(town, where))
            for ident, name, where, start, eind, status, kansen, risicos, budget, project
            in along.HERINRICHTING]
    fields = (texts("PROJNR", "NAAM", "START", "EIND", "STATUS", "TREKKER", "KANSEN", "RISICOS")
              + [("BUDGET_K", WHOLE)] + texts("PROJECT"))
    return Layer("herinrichting.shp", "herinrichting", fields, rows, ogr.wkbPolygon)


def _raised(line):
    """The line with a height above NAP: a party that hands in three dimensions."""
    result = ogr.Geometry(ogr.wkbLineString25D)
    for x, y in line:
        result.AddPoint(x, y, 11.5)
    return result


def wegonderhoud(town):
    rows = []
    for ident, kind, name, stretches, start, eind, status, remark, project in along.WEGONDERHOUD:
        lines = [_raised(town.stretch(*stretch)) for stretch in stretches]
        rows.append(((ident, kind, name, start, eind, status, remark, project),
                     multi(lines, ogr.wkbMultiLineString25D)))
    fields = ([("nummer", WHOLE)] + texts("type", "omschrijving")
              + [("jaar_van", WHOLE), ("jaar_tot", WHOLE)]
              + texts("status", "opmerking", "project"))
    return Layer("wegonderhoud.gpkg", "wegonderhoud", fields, rows, ogr.wkbMultiLineString25D)


def kabels(town):
    rows = [((ident, kind, name, start, eind, duur, status, trekker),
             linestring(rounded(offset(town.stretch(*stretch), aside))))
            for ident, kind, name, stretch, aside, start, eind, duur, status, trekker
            in along.KABELS]
    return Layer("kabels_leidingen.fgb", "kabels_leidingen",
                 texts("id", "type", "naam", "start", "eind", "duur", "status", "trekker"), rows,
                 ogr.wkbLineString)


def _route(town, stretches):
    if stretches == "outside":  # a pipe that lies wholly in the next municipality
        return linestring([(176400, 443000), (176900, 443250), (177600, 443300)])
    lines = [linestring(rounded(offset(town.stretch(*stretch), 1.5))) for stretch in stretches]
    return lines[0] if len(lines) == 1 else multi(lines, ogr.wkbMultiLineString)


def warmtenet(town):
    routes = [((ident, name, start, einde, fase, wie, kansen, risicos), _route(town, stretches))
              for ident, name, stretches, start, einde, fase, wie, kansen, risicos
              in places.WARMTE_TRACE]
    areas = [((ident, name, start, einde, fase, wie, kansen), town.area(*where))
             for ident, name, where, start, einde, fase, wie, kansen in places.WARMTE_GEBIED]
    common = texts("code", "naam", "start", "einde", "fase", "initiatiefnemer", "kansen")
    return (Layer("warmtenet_trace.geojson", "warmtenet_trace", common + texts("risicos"), routes),
            Layer("warmtenet_gebieden.geojson", "warmtenet_gebieden", common, areas,
                  ogr.wkbPolygon))


def klimaat(town):
    rows = [((ident, name, start and start.replace("-", "/"), eind and eind.replace("-", "/"),
              status, "Waterschap Rijn en Veld", kansen), where and town.area(*where))
            for ident, name, where, start, eind, status, kansen in places.KLIMAAT]
    fields = (texts("nr", "maatregel") + [("startdatum", DATE), ("einddatum", DATE)]
              + texts("status", "trekker", "kansen"))
    return Layer("klimaatadaptatie.gpkg", "klimaatadaptatie", fields, rows, ogr.wkbPolygon)


def woningen(town):
    rows = []
    for ident, name, streets, most, start, eind, status, wie, kansen, risicos in places.WONINGEN:
        blocks = [block for street, block in town.blocks() if street in streets][:most]
        rows.append(((ident, name, start, eind, status, wie, kansen, risicos),
                     multi(blocks, ogr.wkbMultiPolygon)))
    fields = (texts("complex", "naam") + [("start_uitvoering", MOMENT), ("oplevering", MOMENT)]
              + texts("status", "corporatie", "kansen", "risicos"))
    return Layer("woningrenovatie.gpkg", "complexen", fields, rows, ogr.wkbMultiPolygon)


def _verge(town, street, low, high, aside, width):
    line = offset(town.stretch(street, low, high), aside - (width if aside < 0 else 0))
    return polygon(rounded(strip(line, width, 0)))


def bouw(town):
    rows = []
    for ident, kind, name, where, start, eind, status, trekker, project in places.BOUW:
        shape = town.area(*where) if where[0] in town.cells else _verge(town, *where)
        rows.append(((ident, kind, name, start, eind, status, trekker, project), shape))
    return Layer("bouwprojecten.gpkg", "bouwprojecten",
                 texts("code", "soort_werk", "naam", "start", "gereed", "status", "trekker",
                       "project"), rows, ogr.wkbPolygon)


def groen(town):
    """Header and rows of a CSV with the geometry as WKT."""
    header = ["nummer", "omschrijving", "start", "gereed", "fase", "kansen", "wkt"]
    return header, [(ident, name, start, gereed, fase, kansen, _verge(town, *where).ExportToWkt())
                    for ident, name, where, start, gereed, fase, kansen in places.GROEN]


def speelplekken(town):
    """Header and rows of a CSV with x and y in RD, decimal comma."""
    rows = []
    for ident, name, where, start, oplevering, status, wens in places.SPEELPLEKKEN:
        x, y = [decimal_comma(v) for v in town.spot(*where)] if where else ("volgt", "volgt")
        rows.append((ident, name, x, y, start, oplevering, status, wens))
    return ["nr", "plek", "x", "y", "start", "oplevering", "status", "kansen"], rows


def _typed(code, index):
    """Codes as people type them: most in full, some in lower case, some without the prefix."""
    return {5: code.lower(), 7: code[2:], 11: code + " "}.get(index, code)


def sociaal(town):
    """Header and rows of a CSV with no geometry but the buurtcode."""
    rows = []
    for index, (buurt, *rest) in enumerate(social.BUURT):
        code = buurt if buurt.startswith("BU") else _typed(town.code(buurt), index)
        rows.append((f"SO-{index + 1:03d}", code, *rest))
    return ["nummer", "buurtcode", "thema", "titel", "start", "eind", "looptijd", "status",
            "trekker", "kansen", "risicos", "doelstelling"], rows


def wijkagenda():
    """A list by wijk, its codes as numbers: the spreadsheet dropped WK."""
    rows = [((index, 999900 + wijk, *rest), None)
            for index, (wijk, *rest) in enumerate(social.WIJK, start=1)]
    fields = ([("nr", WHOLE), ("wijkcode", WHOLE)]
              + texts("thema", "onderwerp", "van", "tot", "stand", "wie", "kansen"))
    return Layer("wijkagenda.xlsx", "wijkagenda", fields, rows, ogr.wkbNone)
