#!/usr/bin/python3
"""trial.py BUILD: turns every mutant of BUILD/mutated/mutants.json on, one after the other, and runs the
tests of BUILD that come by its place, until one of them fails. Prints how many were noticed and writes what
became of each to BUILD/mutants.tsv. Exits with 1 where a mutant survives that survivors.toml does not
explain, where that explains one that is noticed, or where less than 90 % are noticed."""
import collections
import concurrent.futures
import dataclasses
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import tomllib

LEAST_NOTICED = 0.9
ROOMS = ["time", "analysis"]
PROGRAMS = {"time": "time/test_time", "analysis": "analysis/test_analysis",
            "parallel_std": "analysis/test_parallel_std"}   # of BUILD/tests
QUICK_S = 0.4               # tests that take longer are tried when all others have passed
AT_ONCE = min(2, os.cpu_count())
MEMORY = 4 << 30            # bytes: a loop without an end takes no more
SURVIVORS = os.path.join(os.path.dirname(__file__), "survivors.toml")


@dataclasses.dataclass
class Test:
    program: str
    name: str
    seconds: float
    reaches: set


@dataclasses.dataclass
class Outcome:
    mutant: dict
    noticed_by: str = ""    # empty: it survived
    how: str = ""
    tests: int = 0


def path_of(build, program):
    return os.path.join(build, "tests", PROGRAMS[program])


def environment(**more):
    """A property that fails is not made smaller: that it fails is enough."""
    return {**os.environ, "RC_PARAMS": "seed=1 noshrink=1", **more}


def within_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def look_who_reaches_what(build):
    """The tests of all programs, all mutants off, with what each takes and reaches. Here all must pass."""
    tests = []
    for program in PROGRAMS:
        with tempfile.NamedTemporaryFile("r", suffix=".tsv") as reached:
            made = subprocess.run([path_of(build, program), "--gtest_brief=1"], capture_output=True, text=True,
                                  env=environment(KOPPELKANS_MUTATION_REACHED=reached.name), timeout=600)
            if made.returncode != 0:
                sys.exit(f"trial.py: with all mutants off test_{program} fails:\n{made.stdout[-2000:]}")
            for line in reached:
                name, milliseconds, numbers = line.rstrip("\n").split("\t")
                tests.append(Test(program, name, int(milliseconds) / 1000, set(map(int, numbers.split()))))
    return tests


def stages(mutant, tests):
    """Which tests to run together, in turn: the quick ones of each program, then the others one by one."""
    near = tests if mutant["in_static"] else [test for test in tests if mutant["number"] in test.reaches]
    if not any(mutant["number"] in test.reaches for test in tests):
        return []
    quick = [[test for test in near if test.program == program and test.seconds <= QUICK_S] for program in PROGRAMS]
    slow = sorted((test for test in near if test.seconds > QUICK_S), key=lambda test: test.seconds)
    return [stage for stage in quick if stage] + [[test] for test in slow]


def try_stage(build, mutant, stage):
    """Who notices, and how; empty where all pass."""
    names = ":".join(test.name for test in stage)
    limit_s = 20 + 10 * sum(test.seconds for test in stage)
    try:
        made = subprocess.run(
            [path_of(build, stage[0].program), f"--gtest_filter={names}", "--gtest_fail_fast"],
            capture_output=True, text=True, errors="replace", timeout=limit_s, preexec_fn=within_memory,
            env=environment(KOPPELKANS_MUTANT=str(mutant["number"])))
    except subprocess.TimeoutExpired as error:
        return last_begun((error.stdout or b"").decode(errors="replace")), f"not done in {limit_s:.0f} s"
    if made.returncode == 0:
        return "", ""
    failed = re.search(r"^\[  FAILED  \] ([^ ,]+)", made.stdout, re.M)
    if made.returncode < 0 or failed is None:
        return last_begun(made.stdout), f"ends by signal {-made.returncode}"
    return failed[1], "fails"


def last_begun(output):
    begun = re.findall(r"^\[ RUN      \] (\S+)", output, re.M)
    return begun[-1] if begun else "the start of the program"


def try_mutant(build, mutant, tests):
    outcome = Outcome(mutant)
    for stage in stages(mutant, tests):
        outcome.tests += len(stage)
        outcome.noticed_by, outcome.how = try_stage(build, mutant, stage)
        if outcome.noticed_by:
            break
    return outcome


def key_of(entry):
    return (entry["file"], entry["function"], entry["change"], entry["context"], entry.get("nth", 1))


def explained():
    with open(SURVIVORS, "rb") as file:
        return {key_of(entry): entry["reason"] for entry in tomllib.load(file).get("survivor", [])}


def write_table(path, outcomes):
    columns = ["number", "file", "line", "function", "kind", "change", "context"]
    with open(path, "w") as file:
        print(*columns, "tests", "noticed_by", "how", sep="\t", file=file)
        for outcome in outcomes:
            how = outcome.how or ("survived" if outcome.tests else "reached by no test")
            print(*(outcome.mutant[column] for column in columns), outcome.tests, outcome.noticed_by, how,
                  sep="\t", file=file)


def entry_of(mutant):
    """As survivors.toml would have it."""
    fields = ["file", "function", "change", "context"] + (["nth"] if mutant["nth"] > 1 else [])
    return "\n".join(["[[survivor]]"] + [f"{field} = {json.dumps(mutant[field], ensure_ascii=False)}"
                                         for field in fields])


def judge(outcomes, known):
    """What is wrong with the outcome, as texts."""
    survived = [outcome.mutant for outcome in outcomes if not outcome.noticed_by]
    noticed = {key_of(outcome.mutant): outcome for outcome in outcomes if outcome.noticed_by}
    wrong = [f"not explained in survivors.toml (line {mutant['line']}):\n{entry_of(mutant)}"
             for mutant in survived if key_of(mutant) not in known]
    wrong += [f"explained in survivors.toml, but {noticed[key].noticed_by} notices it:\n{' | '.join(map(str, key))}"
              for key in known if key in noticed]
    if len(noticed) < LEAST_NOTICED * len(outcomes):
        wrong.append(f"less than {LEAST_NOTICED:.0%} are noticed")
    return wrong


def without_mutant(outcomes, known):
    """Explanations of what is no mutant of this run: of another draw, or of code that has gone."""
    present = {key_of(outcome.mutant) for outcome in outcomes}
    return [key for key in known if key not in present]


def main():
    build = os.path.realpath(sys.argv[1])
    with open(os.path.join(build, "mutated", "mutants.json")) as file:
        mutants = json.load(file)
    tests = look_who_reaches_what(build)
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = list(pool.map(lambda mutant: try_mutant(build, mutant, tests), mutants))
    table = os.path.join(build, "mutants.tsv")
    write_table(table, outcomes)
    known = explained()
    wrong = judge(outcomes, known)
    if wrong:
        print(*wrong, sep="\n\n")
    for key in without_mutant(outcomes, known):
        print("note: survivors.toml explains what is no mutant of this run:", *key, sep=" | ")
    rooms = collections.Counter(outcome.mutant["file"].split("/")[1] for outcome in outcomes)
    noticed = sum(1 for outcome in outcomes if outcome.noticed_by)
    of_rooms = ", ".join(f"{rooms[room]} in {room}" for room in ROOMS)
    print(f"mutation: {len(outcomes)} mutants ({of_rooms}), {noticed} noticed "
          f"({100 * noticed / len(outcomes):.1f} %), {len(outcomes) - noticed} survive; {table}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
