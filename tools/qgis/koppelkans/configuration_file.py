"""A koppelkans.toml of layers of a project."""
import os


def toml_text(text):
    """A basic string of TOML, quotes and all."""
    quoted = ""
    for letter in text:
        if letter in '"\\':
            quoted += "\\" + letter
        elif ord(letter) < 0x20 or ord(letter) == 0x7F:
            quoted += f"\\u{ord(letter):04X}"
        else:
            quoted += letter
    return f'"{quoted}"'


def _comment(text):
    """One line: a comment ends with its line and holds no control characters."""
    return "# " + "".join(letter if letter.isprintable() else " " for letter in text) + "\n"


def _keys(layer, path):
    """What is said of plans and buurten alike."""
    text = _comment(f"A copy of {layer.origin}") if layer.copy else ""
    text += f"bron = {toml_text(path)}\n"
    if layer.copy:
        text += f"laag = {toml_text(layer.name)}\n"
    elif layer.laag:
        text += f"laag = {toml_text(layer.laag)}\n"
    if layer.crs:
        text += f"crs = {toml_text(layer.crs)}\n"
    return text


def _unique(name, used):
    number, unique = 1, name
    while unique in used:
        number += 1
        unique = f"{name} ({number})"
    used.add(unique)
    return unique


def configuration_text(buurten, plans, paths):
    """`paths`: for each layer (buurten first) the file that holds it."""
    text = "# Layers of a project of QGIS.\n\n[buurten]\n" + _keys(buurten, paths[0])
    used = set()
    for plan, path in zip(plans, paths[1:]):
        text += f"\n[[bronnen]]\nnaam = {toml_text(_unique(plan.name, used))}\n" + _keys(plan, path)
        if plan.filter:
            text += f"filter = {toml_text(plan.filter)}\n"
    return text


def write_configuration(folder, buurten, plans, feedback):
    """Writes koppelkans.toml to the folder, and the copies of layers that it names. None when the user stopped it."""
    paths = []
    for number, layer in enumerate([buurten, *plans]):
        path = layer.path
        if layer.copy:
            path = os.path.join(folder, f"{number}.gpkg")  # the name of the layer tells the soort, not of the file
            layer.copy.write(path, feedback)
        if feedback.isCanceled():
            return None
        paths.append(path)
    target = os.path.join(folder, "koppelkans.toml")
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        file.write(configuration_text(buurten, plans, paths))
    return target
