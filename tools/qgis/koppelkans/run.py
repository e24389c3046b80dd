"""One run of the program, told to the feedback of an algorithm."""
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QThread

from .child import Child
from .progress import message_of, phase_text, read_step
from .translation import tr


class _Listener:
    """Sorts what the program says into progress and messages."""

    def __init__(self, feedback):
        self._feedback = feedback
        self._phase = None
        self.messages = []

    def hear(self, piece):
        step = read_step(piece)
        if step is None:
            message = message_of(piece)
            if message:
                self.messages.append(message)
            return
        self._feedback.setProgress(step.percent)
        if step.phase != self._phase:
            self._phase = step.phase
            self._feedback.setProgressText(phase_text(step.phase))


def _is_canceled(feedback):
    """qgis_process hears of Ctrl-C by an event, and runs algorithms in the thread that should take it."""
    if QThread.currentThread() == QCoreApplication.instance().thread():
        QCoreApplication.processEvents(QEventLoop.ExcludeUserInputEvents)
    return feedback.isCanceled()


def _sentence(code, messages):
    if messages:
        return "\n".join(messages)
    if code < 0:
        return tr("The program koppelkans was ended by signal {signal}.").format(signal=-code)
    return tr("The program koppelkans ended with code {code} and said nothing.").format(code=code)


def run_koppelkans(command, feedback, leftovers=None):
    """Runs `command` (a list: program and arguments) and answers with its standard output, or None when the user
    stopped it. What it says when it fails becomes a QgsProcessingException. `leftovers`: one of leftovers.py, for
    what it writes."""
    listener = _Listener(feedback)
    child = None
    try:
        try:
            child = Child(command)
        except OSError as error:
            raise QgsProcessingException(tr("{program} cannot be started: {reason}").format(
                program=command[0], reason=error.strerror)) from error
        with child:
            for piece in child.pieces(lambda: _is_canceled(feedback)):
                listener.hear(piece)
            code, output = child.finished()
    finally:
        if child is not None and leftovers is not None:
            leftovers.remove(child.pid)
    if child.stopped and code != 0:  # else it was done already
        feedback.pushInfo(tr("Stopped; nothing was written."))
        return None
    if code != 0:
        raise QgsProcessingException(_sentence(code, listener.messages))
    for message in listener.messages:
        feedback.pushWarning(message)
    return output
