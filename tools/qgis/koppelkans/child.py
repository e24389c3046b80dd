"""The program as a child process: started without a shell, listened to, stopped, and never left behind."""
import codecs
import os
import queue
import re
import shutil
import signal
import subprocess
import threading
from collections import namedtuple

try:
    import pty
    import tty
except ImportError:  # Windows
    pty = None

POLL_S = 0.05
# The program ends within 0.7 s of a signal, whatever it is at.
PATIENCE_S = 1.0

Finished = namedtuple("Finished", "code output")


def _held(command):
    """The command so that the terminal on its standard input becomes the one it belongs to: when QGIS crashes, its end
    closes, and the program is told so by SIGHUP, upon which it stops."""
    setsid = shutil.which("setsid")
    with open(command[0], "rb") as program:
        start = program.read(4)
    # Anything else setsid would hand to a shell.
    can_run = start == b"\x7fELF" or start.startswith(b"#!")
    return [setsid, "--ctty", *command] if setsid and can_run else command


def _start_on_terminal(command):
    """stderr is a terminal, since the program draws a bar on nothing else."""
    ours, theirs = os.openpty()
    try:
        tty.setraw(theirs)  # else every \n would come as \r\n
        process = subprocess.Popen(_held(command), stdin=theirs, stdout=subprocess.PIPE, stderr=theirs,
                                   env=dict(os.environ, TERM="xterm"))
    except BaseException:
        os.close(ours)
        raise
    finally:
        os.close(theirs)
    return process, os.fdopen(ours, "rb", buffering=0)


def _start_on_pipe(command):
    own_group = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)  # so that a break reaches it alone
    no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               bufsize=0, creationflags=own_group | no_window)
    return process, process.stderr


class Child:
    """    with Child([program, "run", path]) as child:
            for piece in child.pieces(feedback.isCanceled): ...  # what stands between line ends on stderr
            code, output = child.finished()

    At the end of the block the process has ended, whatever happened in it. `stopped` tells whether it was by us.
    """

    def __init__(self, command):
        self._process, self._said = (_start_on_terminal if pty else _start_on_pipe)(command)
        self._heard = queue.Queue()
        self._output = []
        self._threads = [threading.Thread(target=self._listen, daemon=True),
                         threading.Thread(target=self._collect, daemon=True)]
        for thread in self._threads:
            thread.start()
        self.stopped = False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        for thread in self._threads:
            thread.join()
        self._said.close()
        self._process.stdout.close()

    @property
    def pid(self):
        return self._process.pid

    def _listen(self):
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        try:
            while True:
                data = self._said.read(4096)
                if not data:
                    break
                self._heard.put(decoder.decode(data))
        except OSError:
            pass  # how Linux says that the other end of a terminal is closed
        self._heard.put(None)

    def _collect(self):
        self._output.append(self._process.stdout.read())

    def pieces(self, is_stopped):
        """What the program says, as it says it. Stops it as soon as `is_stopped()`."""
        rest = ""
        while True:
            if is_stopped():
                self.stop()
                return
            try:
                text = self._heard.get(timeout=POLL_S)
            except queue.Empty:
                continue
            if text is None:
                yield rest
                return
            *whole, rest = re.split(r"[\r\n]", rest + text)
            yield from whole

    def finished(self):
        """Waits for the end: the exit code (negative: the signal that ended it), and its standard output."""
        code = self._process.wait()
        for thread in self._threads:
            thread.join()
        return Finished(code, b"".join(self._output).decode("utf-8", "replace"))

    def stop(self):
        """By Ctrl-C, upon which the program takes its temporary file away; by force where that is of no use."""
        for ask in (self._interrupt, self._process.terminate, self._process.kill):
            if self._process.poll() is not None:
                return
            self.stopped = True
            ask()
            try:
                self._process.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                continue

    def _interrupt(self):
        if os.name == "nt":
            self._process.send_signal(signal.CTRL_BREAK_EVENT)
        else:
            self._process.send_signal(signal.SIGINT)
