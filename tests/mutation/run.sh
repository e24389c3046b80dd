#!/usr/bin/env bash
# run.sh [COUNT [SEED]]: the mutation check of the rooms time and analysis. Chooses COUNT (320 without it)
# places where the code could have been written slightly wrong, builds them once, each behind a switch, and
# looks for each whether a test notices. Prints one line of figures; build/mutation/mutants.tsv has every
# mutant and who noticed it. Mutants that nobody can notice are listed with the reason in survivors.toml:
# exits with 1 for any other that survives. With another count or seed, others survive.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

build=build/mutation
/usr/bin/python3 -B tests/mutation/mutate.py $build/mutated "$@"
[ -f $build/build.ninja ] || cmake --preset mutation >/dev/null
cmake --build --preset mutation >&2
exec /usr/bin/python3 -B tests/mutation/trial.py $build
