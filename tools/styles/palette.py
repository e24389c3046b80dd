"""Reads styles/palette.toml and gives the look of each layer as plain values."""
import tomllib
from dataclasses import dataclass


SPARE = "extra"


@dataclass
class Hatch:
    """Lines across an area; lengths in mm on the map, the angle in degrees, against the clock."""

    angle: int
    distance: float
    width: float
    color: str


@dataclass
class Symbol:
    """How one class looks: an area, and for layers of any geometry a line and a point as well."""

    fill: str
    outline: str
    opacity: float = 1.0
    width: float = 0.3
    dash: bool = False
    hatch: Hatch | None = None
    marker: str = "circle"


@dataclass
class Class:
    """One entry of the legend. `value` of "values", `lower` and `upper` of "ranges"."""

    label: str
    symbol: Symbol
    value: str | None = None
    lower: float | None = None
    upper: float | None = None

    @property
    def key(self):
        """By which the program finds the class. Those for values that no file knows begin with a star, which no
        code of a soort does."""
        if self.value is None:
            return "*"
        return f"*{self.value[len(SPARE):]}" if self.value.startswith(SPARE) else self.value


@dataclass
class Look:
    """One layer: see the head of palette.toml for the words."""

    name: str
    kind: str
    classes: list[Class]
    field: str | None = None
    label: dict | None = None
    time: dict | None = None
    scale: int | None = None
    blend: str | None = None


def darker(color: str) -> str:
    """The outline of a fill: the same hue at 60 % of its light."""
    parts = [int(color[i:i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(part * 0.6):02X}" for part in parts)


def _class(entry: dict) -> Class:
    hatch = Hatch(**entry["hatch"]) if "hatch" in entry else None
    symbol = Symbol(entry["fill"], entry["outline"], entry["opacity"], entry["width"],
                    entry.get("dash", False), hatch)
    return Class(entry["label"], symbol, entry.get("value"), entry.get("lower"), entry.get("upper"))


def _listed(table: dict, opacity: float) -> list[Class]:
    """Classes of a table such as [soorten]; the last one, overig, has no value."""
    return [Class(entry["label"],
                  Symbol(entry["color"], darker(entry["color"]), opacity,
                         marker=entry.get("marker", "circle")),
                  None if value == "overig" else value)
            for value, entry in table.items()]


def read(path: str) -> list[Look]:
    """Every layer of the palette, in its order."""
    with open(path, "rb") as file:
        palette = tomllib.load(file)
    looks = []
    for name, entry in palette.items():
        if "kind" not in entry:
            continue  # a table of classes that layers refer to
        if "classes_of" in entry:
            classes = _listed(palette[entry["classes_of"]], entry.get("opacity", 0.45))
        else:
            classes = [_class(one) for one in entry.get("classes", [])]
        looks.append(Look(name, entry["kind"], classes, entry.get("field"), entry.get("label"),
                          entry.get("time"), entry.get("scale"), entry.get("blend")))
    return looks
