"""The machinery of the mutation check on a small source: what is taken for a candidate and what is not, that
a copy with all switches off does what the source does and with one on something else, and what the verdict
is."""
import os
import subprocess
import tempfile
import unittest

import candidates
import mutate
import trial

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))

# Each line of `traps` has something that looks like an operator or a constant and is none.
TRAPS = """
#include <cstddef>
#define LIMIT 5
#define IS_LESS(a, b) ((a) < (b))
namespace toy {
template <typename Value, int size = 3> struct Box { Value values[size + 1]; };
struct Stream { Stream& operator<<(int) { return *this; } };
struct Point { int x; bool operator==(const Point& other) const = default; };
enum class Kind { one = 1, two = 2 };
static_assert(1 < 2 && sizeof(int) >= 2);
constexpr int table[] = {1, 2, 3 + 4};
[[nodiscard]] alignas(16) extern int aligned;
void traps(Stream& stream, Kind kind, int more = 7) {
    Box<Box<int, 2>, 4> nested{};
    constexpr int most = 6 + 1;
    int room[4];
    static int kept = 8 + most;
    const int same = 9;
    stream << more << room[more] << kept << same;
    switch (kind) { case static_cast<Kind>(1): break; default: break; }
    static_cast<void>(nested); static_cast<void>(table);
    static_assert(most > 6);
    static_cast<void>(IS_LESS(more, LIMIT));
    int* behind = room + more;
    static_cast<void>(behind);
}
}
"""

TOY = """
#include <cstdio>
#include <algorithm>
namespace toy {
struct Day { int days = 3; auto operator<=>(const Day&) const = default; };
constexpr int least = 4;
constexpr double share = 0.5;
int before(Day a, Day b) { return a < b ? 10 : 20; }
int same(Day a, Day b) { return (a.days == b.days) + 2 * (a != b); }
int within(int i) { return i >= least && i <= 9; }
int either(int i) { return i < 0 || i == 7; }
int sum(int i) { int all = i; all += i - 1; return all; }
double part(int i) { return i * share; }
int bounded(int i) { return std::min(i, 5); }
bool no() { return false; }
char dash() { return '-'; }
int first(int i) { static int kept = i + 8; return kept; }
int nested(int i) { return std::max(i + 1, 2) + (i > 3 && i != 6); }
}
int main() {
    using namespace toy;
    for (int i = -3; i < 12; i = i + 1) {
        std::printf("%d %d %d %d %d %g %d %d %d %d %d %d\\n", before({i}, {}), same({i}, {}), within(i), either(i),
                    sum(i), part(i), bounded(i), no(), dash(), first(i), nested(i), before({3}, {i}));
    }
}
"""


def written(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w") as file:
        file.write(text)
    return path


def looks(found):
    return [(one.function, one.change, one.context) for one in found]


class Mutating(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = scratch.name

    def found_in(self, text):
        return candidates.candidates(written(self.folder, "toy.cpp", text), self.folder)

    def outcome_of(self, program, number):
        return subprocess.run([program], env={**os.environ, "KOPPELKANS_MUTANT": str(number)},
                              capture_output=True, timeout=10, check=False)

    def built(self, name, text):
        program = os.path.join(self.folder, name)
        subprocess.run(["c++", "-std=c++20", "-w", f"-I{ROOT}", written(self.folder, f"{name}.cpp", text),
                        "-o", program], check=True)
        return program

    def test_what_is_settled_while_compiling_is_no_candidate(self):
        self.assertEqual(looks(self.found_in(TRAPS)), [])

    def test_operators_and_constants_are_found(self):
        self.assertEqual(looks(self.found_in(
            "#include <compare>\n"
            "struct Day { int d; auto operator<=>(const Day&) const = default; };\n"
            "bool f(Day a, Day b, int i) { return a < b && i + 1 >= 0; }\n")), [
                ("f", "&& -> ||", "a < b && i + 1 >= 0"),
                ("f", "< -> <=", "a < b"),
                ("f", ">= -> >", "i + 1 >= 0"),
                ("f", "+ -> -", "i + 1"),
                ("f", "1 -> 1 + 1", "i + 1"),
                ("f", "1 -> 1 - 1", "i + 1"),
                ("f", "0 -> 0 + 1", "i + 1 >= 0")])

    def test_what_clang_does_not_understand_is_an_error(self):
        with self.assertRaisesRegex(candidates.ParseError, "toy.cpp"):
            self.found_in("int f( {")

    def test_all_off_changes_nothing_and_each_one_changes_something(self):
        found = [one for one in self.found_in(TOY) if one.function != "main"]
        mutated = mutate.with_switches(TOY.encode(), list(enumerate(found, 1))).decode()
        as_it_is, program = self.built("plain", TOY), self.built("mutated", mutated)
        expected = self.outcome_of(as_it_is, 0)
        self.assertEqual(expected.returncode, 0)
        self.assertEqual(self.outcome_of(program, 0).stdout, expected.stdout)
        self.assertGreater(len(found), 40)
        alike = [one.key() for number, one in enumerate(found, 1)
                 if self.outcome_of(program, number).stdout == expected.stdout]
        self.assertEqual(alike, [])

    def test_a_draw_follows_from_the_seed_and_not_from_the_lines(self):
        here = {"engine/time/a.cpp": self.found_in(TOY), "engine/analysis/b.cpp": self.found_in(TOY)}
        drawn = mutate.draw(here, 20, "one")
        self.assertEqual(len(drawn), 20)
        self.assertEqual(sum(1 for path, _ in drawn if path == "engine/time/a.cpp"), 10)
        moved = {path: self.found_in("// moved\n\n" + TOY) for path in here}
        self.assertEqual([(path, one.key()) for path, one in mutate.draw(moved, 20, "one")],
                         [(path, one.key()) for path, one in drawn])
        self.assertNotEqual(looks(one for _, one in mutate.draw(here, 20, "two")),
                            looks(one for _, one in drawn))

    def test_a_copy_that_stays_the_same_is_not_written_again(self):
        path = written(self.folder, "kept.cpp", "int kept;\n")
        os.utime(path, (1, 1))
        mutate.write_where_new(path, b"int kept;\n")
        self.assertEqual(os.stat(path).st_mtime, 1)
        mutate.write_where_new(path, b"int other;\n")
        self.assertNotEqual(os.stat(path).st_mtime, 1)


class Verdict(unittest.TestCase):
    def outcomes(self, survivors, noticed):
        def mutant(number):
            return {"number": number, "file": "a.cpp", "line": number, "function": "f", "change": "< -> <=",
                    "context": f"a < {number}", "nth": 1, "in_static": False, "kind": "comparison"}
        return [trial.Outcome(mutant(number), "" if number <= survivors else "Some.Test", "fails", 1)
                for number in range(1, survivors + noticed + 1)]

    def known(self, *numbers):
        return {("a.cpp", "f", "< -> <=", f"a < {number}", 1): "a reason" for number in numbers}

    def test_explained_survivors_are_right(self):
        self.assertEqual(trial.judge(self.outcomes(1, 19), self.known(1)), [])

    def test_a_survivor_that_nobody_explains_is_wrong(self):
        wrong = trial.judge(self.outcomes(1, 19), self.known())
        self.assertEqual(len(wrong), 1)
        self.assertIn('context = "a < 1"', wrong[0])

    def test_an_explanation_of_what_is_noticed_is_wrong(self):
        wrong = trial.judge(self.outcomes(1, 19), self.known(1, 2))
        self.assertEqual(len(wrong), 1)
        self.assertIn("Some.Test notices it", wrong[0])

    def test_an_explanation_of_what_is_no_mutant_is_told(self):
        outcomes = self.outcomes(1, 19)
        self.assertEqual(trial.without_mutant(outcomes, self.known(1, 77)), list(self.known(77)))
        self.assertEqual(trial.judge(outcomes, self.known(1, 77)), [])

    def test_every_explanation_has_its_reason(self):
        known = trial.explained()
        self.assertGreater(len(known), 0)
        for key, reason in known.items():
            self.assertTrue(os.path.exists(os.path.join(ROOT, key[0])), key)
            self.assertGreater(len(reason), 10, key)

    def test_fewer_than_nine_in_ten_is_wrong(self):
        self.assertEqual(trial.judge(self.outcomes(2, 18), self.known(1, 2)), [])
        self.assertEqual(trial.judge(self.outcomes(3, 18), self.known(1, 2, 3)),
                         ["less than 90% are noticed"])

    def test_only_the_tests_that_come_by_are_run_quick_ones_first(self):
        tests = [trial.Test("analysis", "Slow.One", 2, {1, 2}), trial.Test("analysis", "Quick.One", 0, {1}),
                 trial.Test("time", "Quick.Two", 0, {1}), trial.Test("time", "Quick.Far", 0, {2})]
        mutant = self.outcomes(0, 1)[0].mutant
        self.assertEqual([[test.name for test in stage] for stage in trial.stages(mutant, tests)],
                         [["Quick.Two"], ["Quick.One"], ["Slow.One"]])
        # Whoever comes first works it out for all.
        mutant["in_static"] = True
        self.assertEqual([[test.name for test in stage] for stage in trial.stages(mutant, tests)],
                         [["Quick.Two", "Quick.Far"], ["Quick.One"], ["Slow.One"]])
        mutant["number"] = 3
        self.assertEqual(trial.stages(mutant, tests), [])


if __name__ == "__main__":
    unittest.main()
