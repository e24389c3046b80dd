"""Draws a look as a Styled Layer Descriptor 1.0.0, which GeoServer and most map viewers read.

Widths are pixels of 0.28 mm, as the standard counts them. Two things are in the words of GeoServer, since the standard
has none: hatching (shape://...), without which a server still draws fill and outline, and the dimension of a geometry
(dimension()), without which the layers of any geometry, opgaven and afgekeurd, cannot be told apart and are not drawn
well.
"""
import re
from xml.sax.saxutils import escape

PIXEL_MM = 0.28
DIMENSIONS = {"punt": 0, "lijn": 1, "vlak": 2}
HATCHES = {0: "shape://horline", 45: "shape://slash", 90: "shape://vertline", 135: "shape://backslash"}
MARKERS = {"circle": "circle", "diamond": "square", "cross": "cross"}


def pixels(mm):
    return f"{mm / PIXEL_MM:.1f}"


def parameters(values):
    return "".join(f'<CssParameter name="{name}">{value}</CssParameter>' for name, value in values.items())


def stroke(color, mm, dash=False):
    values = {"stroke": color, "stroke-width": pixels(mm)}
    if dash:
        values["stroke-dasharray"] = "4 2"
    return f"<Stroke>{parameters(values)}</Stroke>"


def solid(color, opacity):
    return f'<Fill>{parameters({"fill": color, "fill-opacity": f"{opacity:.2f}"})}</Fill>'


def hatching(hatch):
    mark = (f"<Mark><WellKnownName>{HATCHES[hatch.angle]}</WellKnownName>{stroke(hatch.color, hatch.width)}</Mark>"
            f"<Size>{pixels(hatch.distance)}</Size>")
    return f"<PolygonSymbolizer><Fill><GraphicFill><Graphic>{mark}</Graphic></GraphicFill></Fill></PolygonSymbolizer>"


def area(look):
    fill = solid(look.fill, look.opacity) if look.opacity > 0 else ""
    plain = f"<PolygonSymbolizer>{fill}{stroke(look.outline, look.width, look.dash)}</PolygonSymbolizer>"
    return plain + (hatching(look.hatch) if look.hatch else "")


def line(look):
    return f"<LineSymbolizer>{stroke(look.fill, 0.9)}</LineSymbolizer>"


def point(look):
    mark = (f"<Mark><WellKnownName>{MARKERS[look.marker]}</WellKnownName>{solid(look.fill, 1)}"
            f"{stroke(look.outline, 0.3)}</Mark><Size>{pixels(3.2)}</Size>")
    if look.marker == "diamond":
        mark += "<Rotation>45</Rotation>"
    return f"<PointSymbolizer><Graphic>{mark}</Graphic></PointSymbolizer>"


SYMBOLIZERS = {"punt": point, "lijn": line, "vlak": area}


def compare(operator, left, value):
    return f"<ogc:{operator}>{left}<ogc:Literal>{escape(str(value))}</ogc:Literal></ogc:{operator}>"


def column(name):
    return f"<ogc:PropertyName>{name}</ogc:PropertyName>"


def both(first, second):
    return f"<ogc:And>{first}{second}</ogc:And>"


def rule(name, title, condition, drawn, scale=None):
    chosen = f"<ogc:Filter>{condition}</ogc:Filter>"
    furthest = f"<MaxScaleDenominator>{scale}</MaxScaleDenominator>" if scale else ""
    return f"<Rule><Name>{escape(name)}</Name><Title>{escape(title)}</Title>{chosen}{furthest}{drawn}</Rule>"


def single(look):
    one = look.classes[0]
    title = escape(one.label)
    return f"<Rule><Name>{look.name}</Name><Title>{title}</Title>{area(one.symbol)}</Rule>"


def values(look):
    """The class without a value is that of rows that have none; QGIS knows no "else" in a descriptor."""
    return "".join(rule(one.value or "geen", one.label,
                        compare("PropertyIsEqualTo", column(look.field), one.value) if one.value else
                        f"<ogc:PropertyIsNull>{column(look.field)}</ogc:PropertyIsNull>",
                        area(one.symbol), look.scale) for one in look.classes)


def ranges(look):
    return "".join(rule(f"klasse{i}", one.label,
                        both(compare("PropertyIsGreaterThanOrEqualTo", column(look.field), one.lower),
                             compare("PropertyIsLessThanOrEqualTo", column(look.field), one.upper)),
                        area(one.symbol), look.scale) for i, one in enumerate(look.classes))


def dimension(kind):
    call = f'<ogc:Function name="dimension">{column("geom")}</ogc:Function>'
    return compare("PropertyIsEqualTo", call, DIMENSIONS[kind])


def no_other(look):
    known = "".join(compare("PropertyIsEqualTo", column(look.field), one.value)
                    for one in look.classes if one.value is not None)
    return f"<ogc:Not><ogc:Or>{known}</ogc:Or></ogc:Not>"


def geometry(look, kinds=("punt", "lijn", "vlak")):
    rules = ""
    for kind in kinds:
        for one in look.classes:
            is_class = no_other(look) if one.value is None else compare(
                "PropertyIsEqualTo", column(look.field), one.value)
            condition = both(dimension(kind), is_class) if len(kinds) > 1 else is_class
            rules += rule(f"{kind}:{one.key}", one.label, condition, SYMBOLIZERS[kind](one.symbol),
                          look.scale)
    return rules


RULES = {"single": single, "values": values, "ranges": ranges, "geometry": geometry,
         "areas": lambda look: geometry(look, ("vlak",))}


def label_rule(label):
    """Labels that are one column; expressions are QGIS's own."""
    name = re.fullmatch(r'"(\w+)"', label["text"]) if label else None
    if not name:
        return ""
    text = (f"<TextSymbolizer><Label>{column(name[1])}</Label><Font>{parameters({'font-size': 11})}</Font>"
            f"<Halo><Radius>2</Radius>{solid('#FFFFFF', 0.8)}</Halo>{solid('#1E1E1E', 1)}</TextSymbolizer>")
    nearest = f"<MinScaleDenominator>{label['out_from']}</MinScaleDenominator>" if "out_from" in label else ""
    return (f"<Rule><Name>opschrift</Name><Title>Opschrift</Title>{nearest}"
            f"<MaxScaleDenominator>{label['scale']}</MaxScaleDenominator>{text}</Rule>")


def draw(look):
    """The text of the style file; empty where there is nothing to draw."""
    if look.kind == "table":
        return ""
    return ('<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" '
            'xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            'xsi:schemaLocation="http://www.opengis.net/sld '
            'http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">'
            f"<NamedLayer><Name>{look.name}</Name><UserStyle><Name>{look.name}</Name><IsDefault>1</IsDefault>"
            f"<FeatureTypeStyle>{RULES[look.kind](look)}{label_rule(look.label)}</FeatureTypeStyle></UserStyle>"
            "</NamedLayer>"
            "</StyledLayerDescriptor>")
