"""What the program says of its progress.

On a terminal it draws a line again and again: `Finding koppelkansen [####....]  40%  12/40 buurten, 8.1/s`, or
`Reading plans  1234 rows` where it cannot know how many there are. Elsewhere it says when a phase is over:
`koppelkans: Reading plans: 247 rows in 0.0 s`.
"""
import re
from collections import namedtuple

from .translation import tr

# Of the whole: where a phase begins and where it ends, in percent. A guess: most of the time goes to finding
# koppelkansen, and of a report to its pages.
PHASES = {
    "Reading buurten": (0, 5),
    "Reading plans": (5, 35),
    "Finding koppelkansen": (35, 95),
    "Writing": (95, 100),
    "Reading the result": (0, 5),
    "Writing pages": (5, 90),
    "Writing tables": (90, 100),
}

_NAME = "(?P<phase>" + "|".join(PHASES) + ")"
_BAR = re.compile(_NAME + r" \[[#.]+\] +(?P<percent>\d+)%")
_COUNT = re.compile(_NAME + r"  \d")
_OVER = re.compile("koppelkans: " + _NAME + r": \d+ \w+ in [\d.]+ s")
_ERASE = "\x1b[K"

Step = namedtuple("Step", "phase percent")


def read_step(piece):
    """A piece between line ends as a Step: the phase, and the percentage of the whole run that is done. None for what
    is no progress but a message."""
    text = piece.replace(_ERASE, "").strip()
    over = _OVER.fullmatch(text)
    if over:
        return Step(over["phase"], PHASES[over["phase"]][1])
    bar = _BAR.match(text)
    if bar:
        begin, end = PHASES[bar["phase"]]
        return Step(bar["phase"], begin + (end - begin) * int(bar["percent"]) / 100)
    count = _COUNT.match(text)
    return Step(count["phase"], PHASES[count["phase"]][0]) if count else None


def message_of(piece):
    """What is left of a piece that is no progress: without the program's name, empty where nothing is said."""
    text = piece.replace(_ERASE, "").strip()
    name = "koppelkans: "
    return text[len(name):] if text.startswith(name) else text


def phase_text(phase):
    return {
        "Reading buurten": tr("Reading buurten"),
        "Reading plans": tr("Reading plans"),
        "Finding koppelkansen": tr("Finding koppelkansen"),
        "Writing": tr("Writing the result"),
        "Reading the result": tr("Reading the result"),
        "Writing pages": tr("Writing pages"),
        "Writing tables": tr("Writing tables"),
    }[phase]
