#!/usr/bin/python3
"""Stands in for the program where a test needs one that behaves in a certain way: STAND_IN names it. Writes a line to
the file STAND_IN_READY when it is at work."""
import os
import signal
import sys
import time


def at_work():
    ready = os.environ["STAND_IN_READY"]
    with open(ready + ".new", "w", encoding="utf-8") as file:
        file.write("ready\n")
    os.rename(ready + ".new", ready)


def deaf():
    """Holds on to its work whatever signal comes, its temporary file beside its target."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    target = sys.argv[sys.argv.index("--output") + 1]
    folder, name = os.path.split(target)
    for ending in ("", "-journal"):
        with open(os.path.join(folder, f".{name}.tmp-{os.getpid()}-0123.gpkg{ending}"), "w", encoding="utf-8"):
            pass
    at_work()
    while True:
        time.sleep(1)


def deaf_report():
    """Holds on to a report that is half done."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    folder = sys.argv[sys.argv.index("--output") + 1]
    hidden = os.path.join(folder, f".koppelkans-report-{os.getpid()}-0123abcd", "buurt")
    os.makedirs(hidden)
    with open(os.path.join(hidden, "BU0001.html"), "w", encoding="utf-8"):
        pass
    at_work()
    while True:
        time.sleep(1)


def polite():
    """Ends at the first signal, and leaves word which that was."""
    def end(number, _):
        with open(os.environ["STAND_IN_READY"], "a", encoding="utf-8") as ready:
            ready.write(signal.Signals(number).name)
        sys.exit(128 + number)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)
    at_work()
    while True:
        time.sleep(1)


def late():
    """Is asked to stop when it has just put its result in place."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    at_work()
    signal.sigwait({signal.SIGINT})
    print('{"opmerkingen": [], "buurten": {"waarschuwingen": []}, "bronnen": []}')


def drawing():
    """Its bar, a warning, and an answer."""
    say = sys.stderr
    if not say.isatty():
        sys.exit("no terminal, no bar")
    say.write("\r\x1b[KReading plans  247 rows, 500/s")
    say.write("\r\x1b[KReading plans  500 rows, 500/s\r\x1b[K")
    say.write("\r\x1b[KFinding koppelkansen [##########..........]  50%  20/40 buurten, 8.1/s, 2 s left")
    say.write("\r\x1b[KFinding koppelkansen [####################] 100%  40/40 buurten, 8.1/s, 0 s left\r\x1b[K")
    say.write("koppelkans: het regent in caf\u00e9 \u201cZon\u201d\n")
    print('{"opmerkingen": [], "buurten": {"waarschuwingen": []}, "bronnen": []}')


def crashing():
    os.kill(os.getpid(), signal.SIGSEGV)


def silent():
    sys.exit(3)


{"deaf": deaf, "deaf_report": deaf_report, "polite": polite, "late": late, "drawing": drawing, "crashing": crashing,
 "silent": silent}[os.environ["STAND_IN"]]()
