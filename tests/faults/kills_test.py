#!/usr/bin/python3
"""kills_test.py PROGRAM [--all]: ends `run` and `report` at moments that are random but the same each time, by SIGKILL and
by SIGTERM, over an older output and onto nothing; and lets them work with standard streams that are broken or closed."""
import collections
import os
import random
import signal
import subprocess
import time

import support

SEED = 7
SCENES = (support.TownScene, support.ReportScene)
STOPPED = "koppelkans: stopped; nothing was written\n"


def ended_at(scene, how, moment):
    """(exit code, what it said) of the command that got a signal so many seconds after its start."""
    process = scene.start()
    time.sleep(moment)
    process.send_signal(how)
    _, said = process.communicate(timeout=support.PATIENCE_S)
    return process.returncode, said


def check_killed(scene, context, code, states):
    assert code in (-signal.SIGKILL, 0), (*context, code)
    return scene.check_whole(context, states)


def check_stopped(scene, context, code, said, states):
    # Before it is ready to be stopped it has begun nothing, and ends as any program.
    assert (code, said) in ((143, STOPPED), (-signal.SIGTERM, ""), (0, "")), (*context, code, said)
    assert not scene.check_whole(context, [states[0 if code else 1]]), (*context, "something was left")


def end_often(scene, how, times, seen):
    dice = random.Random(SEED)
    for count in range(times):
        moment = dice.uniform(0, 1.1 * scene.seconds)
        is_first = count % 4 == 3
        if is_first:
            scene.clear()
        else:
            scene.put_back()
        before = {} if is_first else scene.old
        code, said = ended_at(scene, how, moment)
        context = (scene.name, how.name, f"after {moment:.3f} s", "onto nothing" if is_first else "over the old one")
        seen[code] += 1
        if how == signal.SIGTERM:
            check_stopped(scene, context, code, said, [before, scene.new])
        elif left := check_killed(scene, context, code, scene.states_after(code, said, before)):
            seen["left"] += 1
            scene.check_next((*context, left))


def without_streams(scene):
    """Who hears nothing gets the new output all the same."""
    scene.put_back()
    read, write = os.pipe()
    os.close(read)
    talking = [*filter("--quiet".__ne__, scene.command()), "--progress", "always"]
    process = subprocess.run(talking, env=support.ENVIRONMENT, stdout=write, stderr=write, check=False)
    os.close(write)
    assert process.returncode == 0, (scene.name, "into a pipe that nobody reads", process.returncode)
    assert not scene.check_whole(("into a pipe that nobody reads",), [scene.new])
    scene.put_back()
    code, said = scene.disturbed(before=("sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh"))
    assert (code, said) == (0, ""), (scene.name, "closed streams", code, said)
    assert not scene.check_whole(("closed streams",), [scene.new])


def main():
    given = support.arguments(__doc__)
    kills, stops = (50, 30) if given.all else (8, 4)
    for kind_of in SCENES:
        with kind_of(given.program) as scene:
            seen = {how: collections.Counter() for how in (signal.SIGKILL, signal.SIGTERM)}
            end_often(scene, signal.SIGKILL, kills, seen[signal.SIGKILL])
            end_often(scene, signal.SIGTERM, stops, seen[signal.SIGTERM])
            without_streams(scene)
            killed, stopped = seen.values()
            print(f"kills: {scene.name} ({scene.seconds:.2f} s): {kills} times SIGKILL, {killed[0]} too late, "
                  f"{killed['left']} left what the next run took away; {stops} times SIGTERM, {stopped[143]} stopped, "
                  f"{stopped[0]} too late; two without streams; 0 wrong", flush=True)


if __name__ == "__main__":
    main()
