#!/usr/bin/env bash
# valgrind.sh BUILD [NAME...]: memcheck over every test program of BUILD, and over the program itself as it works on
# voorbeeldstad, or over those NAMEd (time, analysis, ..., program); two at a time. Prints a line each: what came of
# the tests, how many findings, how long. 1 when anything was found or a test failed; what valgrind said is then
# printed too. A finding is a wrong read or write, a decision by a value that was never set, or a block that nothing
# points to any more. What libraries do themselves stands in valgrind.supp, each with its reason.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

build=${1:?usage: valgrind.sh BUILD [NAME...]}
shift
if ! command -v valgrind >/dev/null; then
    echo "skipped: no valgrind; tools/install_dependencies.sh test brings it"
    exit 77
fi

# The programs by name, the slowest first.
slow=(analysis geometry second_opinion sources result)
declare -A programs
while read -r path; do
    name=$(basename "$path")
    programs[${name#test_}]=$path
done < <(find "$build/tests" -type f -executable -name 'test_*')
if [ ${#programs[@]} = 0 ]; then
    echo "valgrind.sh: no tests in $build; cmake --build --preset release makes them" >&2
    exit 2
fi
names=("$@")
if [ ${#names[@]} = 0 ]; then
    mapfile -t names < <(printf '%s\n' "${slow[@]}" program "${!programs[@]}" | awk '!seen[$0]++')
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export build scratch
export VALGRIND_OPTS="--quiet --leak-check=full --errors-for-leak-kinds=definite --show-leak-kinds=definite
    --error-exitcode=99 --fair-sched=yes --num-callers=30 --suppressions=$PWD/tests/valgrind.supp"
# Fewer random shapes and towns than otherwise: each takes thirty to fifty times as long here.
export KOPPELKANS_RANDOM_CASES=${KOPPELKANS_RANDOM_CASES:-100} RC_PARAMS=${RC_PARAMS:-max_success=5}

# What koppelkans does for its users, on two threads.
on_voorbeeldstad() {
    local program=$build/tools/koppelkans/koppelkans folder=$scratch/program
    mkdir "$folder"
    # mimalloc, which the program is linked with, deletes by a jump to free().
    VALGRIND_OPTS+=" --show-mismatched-frees=no"
    valgrind --log-file="$scratch/program.%p.said" "$program" run data/voorbeeldstad --output "$folder/result.gpkg" \
        --jobs 2 --quiet &&
        valgrind --log-file="$scratch/program.%p.said" "$program" report "$folder/result.gpkg" \
            --output "$folder/report" --format html,xlsx,csv --jobs 2 --quiet
}
run_one() {
    local name=$1 path=$2 start=$SECONDS code=0 outcome filter='*'
    # Whole random towns against their definition: the sanitized build has them all.
    if [ "$name" = analysis ]; then
        filter='-*Twin*:*Definition*'
    fi
    # Valgrind forks where glibc shares memory with what it starts, so it is not told that there is no such program.
    if [ "$name" = printing ]; then
        filter='-ChildProcess.says_how_it_ended:FalsePython.without_the_module_is_told_of_with_what_to_do'
    fi
    if [ "$name" = program ]; then
        on_voorbeeldstad >"$scratch/$name.out" 2>&1 || code=$?
        outcome="run and report of voorbeeldstad, code $code"
    else
        valgrind --log-file="$scratch/$name.%p.said" "$path" --gtest_brief=1 --gtest_filter="$filter" \
            >"$scratch/$name.out" 2>&1 || code=$?
        outcome=$(sed -n 's/^\[  PASSED  \] //p; s/^\( *[0-9]* FAILED TESTS*\)$/\1/p' "$scratch/$name.out" | paste -sd ' ')
    fi
    local found
    found=$(cat "$scratch/$name".*.said |
        grep -cE 'Invalid (read|write|free)|uninitialised|definitely lost|Mismatched free|destination overlap' || true)
    printf '%-15s %-45s %3d findings %5d s\n' "$name" "${outcome:-ended with $code}" "$found" $((SECONDS - start))
    if [ $code != 0 ] || [ "$found" != 0 ]; then
        cat "$scratch/$name".*.said
        grep -vE '^(Running main|\[)' "$scratch/$name.out" | head -n 60 || true
        return 1
    fi
}
export -f run_one on_voorbeeldstad

for name in "${names[@]}"; do
    if [ "$name" != program ] && [ -z "${programs[$name]:-}" ]; then
        echo "valgrind.sh: no test_$name in $build" >&2
        exit 2
    fi
    printf '%s\n%s\n' "$name" "${programs[$name]:-}"
done | xargs -d '\n' -n 2 -P 2 bash -c 'run_one "$0" "$1"'
