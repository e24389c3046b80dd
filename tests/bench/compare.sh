#!/usr/bin/env bash
# compare.sh PLANS [options]: times koppelkans beside PostGIS, SpatiaLite and a plain copy on made-up plans,
# each as a whole process, in turn, some rounds; checks that all find the same koppelkansen; prints medians.
#   --buurten N        default: one for every 60 plans
#   --rounds N         default: 3
#   --only A,B,...     of koppelkansen, all, copy, postgis, spatialite; default: all five
#   --no-postgis, --no-spatialite
#   --program FILE     default: the release build
#   --folder FOLDER    for data and results; default: build/bench/PLANS
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bench=tests/bench

usage() {
    sed -n '2,9s/^# \{0,1\}//p' "$bench/compare.sh" >&2
    exit 2
}

# without NAME REASON: goes on without one of the programs.
without() {
    echo "compare.sh: without $1: $2" >&2
    wanted=,$wanted,
    wanted=${wanted/,$1,/,}
    wanted=${wanted#,}
    wanted=${wanted%,}
}

[[ ${1:-} =~ ^[0-9]+$ ]] || usage
plans=$1
shift
buurten=
rounds=3
wanted=koppelkansen,copy,postgis,spatialite,all
program=build/release/tools/koppelkans/koppelkans
folder=build/bench/$plans
while [ $# -gt 0 ]; do
    case $1 in
    --buurten) buurten=${2:?} && shift ;;
    --rounds) rounds=${2:?} && shift ;;
    --only) wanted=${2:?} && shift ;;
    --program) program=${2:?} && shift ;;
    --folder) folder=${2:?} && shift ;;
    --no-postgis | --no-spatialite) without "${1#--no-}" "as asked" ;;
    *) usage ;;
    esac
    shift
done
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
server=${TMPDIR:-/var/tmp}/koppelkans-bench-$$
trap 'rm -rf "$server"' EXIT

look_for_baselines() {
    if [[ ,$wanted, = *,postgis,* ]]; then
        [ -e /usr/share/postgresql/15/extension/postgis.control ] || without postgis "no postgresql-15-postgis-3"
    fi
    if [[ ,$wanted, = *,spatialite,* ]]; then
        sqlite3 :memory: '.load mod_spatialite' 2>/dev/null || without spatialite "no libsqlite3-mod-spatialite"
    fi
}

# measure NAME COMMAND...: wall, user and system seconds and the peak in KiB of its largest process.
measure() {
    local name=$1
    shift
    /usr/bin/time -o "$folder/time" -f '%e,%U,%S,%M' "$@" >"$folder/$name.log" 2>&1 || {
        cat "$folder/$name.log" >&2
        echo "compare.sh: $name failed" >&2
        exit 1
    }
    echo "$plans,$name,$(cat "$folder/time")" | tee -a "$folder/measured.csv"
}

koppelkans() {
    local out=$1
    shift
    measure "$(basename "$out" .gpkg)" "$program" run "$folder/koppelkans.toml" --quiet --overwrite --output "$out" "$@"
}

run_one() {
    local out=$folder/$1.gpkg
    case $1 in
    koppelkansen) koppelkans "$out" --lagen koppelkansen ;;
    all) koppelkans "$out" ;;
    copy) measure copy "$bench/baselines/copy.sh" "$folder" "$folder/koppelkansen.gpkg" "$out" ;;
    postgis)
        "$bench/baselines/postgis.sh" prepare "$server"
        measure postgis "$bench/baselines/postgis.sh" run "$server" "$folder" "$out"
        ;;
    spatialite) measure spatialite "$bench/baselines/spatialite.sh" "$folder" "$out" ;;
    *) usage ;;
    esac
}

# The copy needs a finished layer, and every check its like.
have_koppelkansen() {
    if [ ! -e "$folder/koppelkansen.gpkg" ] && [[ $wanted, != koppelkansen,* ]]; then
        "$program" run "$folder/koppelkans.toml" --quiet --lagen koppelkansen --output "$folder/koppelkansen.gpkg"
    fi
}

[ -e "$folder/koppelkans.toml" ] || "$bench/generate" "$folder" "$plans" ${buurten:+"$buurten"}
look_for_baselines
have_koppelkansen
echo "plans,what,wall_s,user_s,system_s,peak_kib" >"$folder/measured.csv"
for ((round = 1; round <= rounds; ++round)); do
    for name in ${wanted//,/ }; do
        run_one "$name"
    done
done
others=()
for name in ${wanted//,/ }; do
    if [ "$name" != koppelkansen ]; then others+=("$folder/$name.gpkg"); fi
done
[ ${#others[@]} -eq 0 ] || "$bench/check.py" "$folder/koppelkansen.gpkg" "${others[@]}"
"$bench/medians.py" "$folder/measured.csv" | tee "$folder/medians.md"
