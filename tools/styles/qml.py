"""Draws a look as a style of QGIS 3.22 (QML): the smallest form that QGIS reads back in full."""
from xml.sax.saxutils import escape, quoteattr

VERSION = "3.22.16-Białowieża"
KINDS = (("punt", "Point", "Punten"), ("lijn", "Line", "Lijnen"), ("vlak", "Polygon", "Vlakken"))
BLEND_MODES = {"multiply": 6}
MARKERS = {"circle": "circle", "diamond": "diamond", "cross": "cross_fill"}
SOLID = "solid"


def rgba(color, opacity=1.0):
    red, green, blue = (int(color[i:i + 2], 16) for i in (1, 3, 5))
    return f"{red},{green},{blue},{round(255 * opacity)}"


def options(values):
    return "".join(f'<Option name="{name}" type="QString" value={quoteattr(str(value))}/>'
                   for name, value in values.items())


def symbol_layer(kind, values, inner=""):
    return (f'<layer class="{kind}" enabled="1" locked="0" pass="0"><Option type="Map">'
            f"{options(values)}</Option>{inner}</layer>")


def symbol(name, kind, layers):
    return f'<symbol name={quoteattr(name)} type="{kind}" alpha="1" clip_to_extent="1" force_rhr="0">{layers}</symbol>'


def line_layer(color, width, style=SOLID):
    return symbol_layer("SimpleLine", {
        "line_color": color, "line_style": style, "line_width": width, "line_width_unit": "MM",
        "capstyle": "round", "joinstyle": "round"})


def hatch_layer(hatch):
    lines = symbol("hatch", "line", line_layer(rgba(hatch.color), hatch.width))
    return symbol_layer("LinePatternFill", {
        "angle": hatch.angle, "color": rgba(hatch.color), "distance": hatch.distance, "distance_unit": "MM",
        "line_width": hatch.width, "line_width_unit": "MM", "offset": 0, "offset_unit": "MM"}, lines)


def area_symbol(name, look):
    fill = symbol_layer("SimpleFill", {
        "color": rgba(look.fill, look.opacity), "style": SOLID if look.opacity > 0 else "no",
        "outline_color": rgba(look.outline), "outline_style": "dash" if look.dash else SOLID,
        "outline_width": look.width, "outline_width_unit": "MM", "joinstyle": "bevel"})
    return symbol(name, "fill", fill + (hatch_layer(look.hatch) if look.hatch else ""))


def line_symbol(name, look):
    return symbol(name, "line", line_layer(rgba(look.fill), 0.9))


def point_symbol(name, look):
    return symbol(name, "marker", symbol_layer("SimpleMarker", {
        "color": rgba(look.fill), "name": MARKERS[look.marker], "outline_color": rgba(look.outline),
        "outline_style": SOLID, "outline_width": 0.3, "size": 3.2, "size_unit": "MM"}))


SYMBOLS = {"punt": point_symbol, "lijn": line_symbol, "vlak": area_symbol}


def renderer(kind, attributes, body):
    return (f'<renderer-v2 type="{kind}" {attributes} enableorderby="0" forceraster="0" symbollevels="0">'
            f"{body}</renderer-v2>")


def single(look):
    symbols = area_symbol("0", look.classes[0].symbol)
    return renderer("singleSymbol", "", f"<symbols>{symbols}</symbols>")


def values(look):
    """An empty value takes all others, NULL too."""
    categories = "".join(
        f'<category value={quoteattr(one.value or "")} label={quoteattr(one.label)} symbol="{i}" render="true"/>'
        for i, one in enumerate(look.classes))
    symbols = "".join(area_symbol(str(i), one.symbol) for i, one in enumerate(look.classes))
    return renderer("categorizedSymbol", f'attr="{look.field}"',
                    f"<categories>{categories}</categories><symbols>{symbols}</symbols>")


def ranges(look):
    rows = "".join(f'<range lower="{one.lower}" upper="{one.upper}" label={quoteattr(one.label)} symbol="{i}" '
                   'render="true"/>' for i, one in enumerate(look.classes))
    symbols = "".join(area_symbol(str(i), one.symbol) for i, one in enumerate(look.classes))
    return renderer("graduatedSymbol", f'attr="{look.field}" graduatedMethod="GraduatedColor"',
                    f"<ranges>{rows}</ranges><symbols>{symbols}</symbols>")


def rule(key, label, condition, name=None, children=""):
    drawn = f'symbol="{name}" ' if name is not None else ""
    return (f'<rule key={quoteattr(key)} {drawn}label={quoteattr(label)} filter={quoteattr(condition)}>'
            f"{children}</rule>")


def class_rules(look, kind, symbols):
    """A rule a class, keyed "vlak:groen"; appends what it draws to `symbols`."""
    rules = ""
    for one in look.classes:
        condition = "ELSE" if one.value is None else f"\"{look.field}\" = '{one.value}'"
        rules += rule(f"{kind}:{one.key}", one.label, condition, len(symbols))
        symbols.append(SYMBOLS[kind](str(len(symbols)), one.symbol))
    return rules


def geometry(look):
    """Points, lines and areas of one table, and the rows that have no place of their own."""
    symbols = []
    rules = "".join(rule(kind, title, f"geometry_type($geometry) = '{qgis}'",
                         children=class_rules(look, kind, symbols)) for kind, qgis, title in KINDS)
    nothing = look.classes[-1].symbol
    rules += rule("zonder", "Zonder plek op de kaart", "is_empty_or_null($geometry)", len(symbols))
    symbols.append(point_symbol(str(len(symbols)), nothing))
    return renderer("RuleRenderer", "", f'<rules key="alle">{rules}</rules><symbols>{"".join(symbols)}</symbols>')


def areas(look):
    symbols = []
    rules = class_rules(look, "vlak", symbols)
    return renderer("RuleRenderer", "", f'<rules key="alle">{rules}</rules><symbols>{"".join(symbols)}</symbols>')


RENDERERS = {"table": lambda look: "", "single": single, "values": values, "ranges": ranges, "geometry": geometry, "areas": areas}


def labeling(label):
    """No font family: QGIS takes its own, and warns of one that a machine lacks."""
    if label is None:
        return ""
    return ('<labeling type="simple"><settings calloutType="simple">'
            f'<text-style fieldName={quoteattr(label["text"])} isExpression="1" fontSize="8" fontSizeUnit="Point" '
            'textColor="30,30,30,255" textOpacity="1" fontWeight="50" multilineHeight="0.9">'
            '<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" '
            'bufferOpacity="0.8" bufferNoFill="1"/></text-style>'
            '<placement placement="1" centroidInside="1" fitInPolygonOnly="0"/>'
            f'<rendering drawLabels="1" scaleVisibility="1" scaleMax="{label["scale"]}" '
            f'scaleMin="{label.get("out_from", 1)}" obstacle="1" displayAll="0" fontMinPixelSize="3" '
            'fontMaxPixelSize="10000"/></settings></labeling>')


def temporal(time):
    """Fields, or expressions where a period is no column; NULL is open."""
    if time is None:
        return ""
    fields = [quoteattr(time.get(key, "")) for key in ("start_field", "end_field", "start", "end")]
    mode = 2 if "start_field" in time else 4
    return (f'<temporal enabled="1" mode="{mode}" startField={fields[0]} endField={fields[1]} limitMode="1" '
            'accumulate="0" fixedDuration="0" durationField="" durationUnit="min" '
            f'startExpression={fields[2]} endExpression={fields[3]}>'
            "<fixedRange><start></start><end></end></fixedRange></temporal>")


def draw(look):
    """The text of the style file."""
    scale = f' hasScaleBasedVisibilityFlag="1" minScale="{look.scale}" maxScale="0"' if look.scale else ""
    blend = f"<blendMode>{BLEND_MODES[look.blend]}</blendMode>" if look.blend else ""
    # A style that names a geometry type does not load on a layer of another.
    type_number = {"geometry": None, "table": 4}.get(look.kind, 2)
    kind = f"<layerGeometryType>{type_number}</layerGeometryType>" if type_number else ""
    return (f'<qgis version="{escape(VERSION)}" styleCategories="AllStyleCategories" '
            f'labelsEnabled="{int(look.label is not None)}" readOnly="0"{scale}>'
            f"{temporal(look.time)}{RENDERERS[look.kind](look)}{labeling(look.label)}{blend}{kind}</qgis>")
