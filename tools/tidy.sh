#!/usr/bin/env bash
# tidy.sh [quick|full] [BUILD]: clang-tidy over the source files of the project. `full`, the default, has
# every file and every check of .clang-tidy, by the compile commands of the tidy preset (BUILD, default
# build/tidy), in which a file must include what it uses. `quick` has the files of the product, without the
# static analyser, which costs more than all other checks together (7 s a file against 1 s, of which nearly
# all goes to parsing); it takes the asan preset where that is built, whose precompiled headers save a third, and
# looks at ten files at a time, as they are compiled there, which saves two thirds of the rest (the names of macros in
# them are then for `full` alone, as they stand in no main file).
# What was clean and has not changed since, its headers and the checks included, is not looked at again;
# BUILD/clean remembers it.
# The checks pass by what stands in system headers: see tools/tidy/own_code.cpp.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tier=${1:-full}
build=build/tidy
case $tier in
quick)
    if [ -f build/asan/compile_commands.json ] && [ -f build/asan/.ninja_deps ]; then
        build=build/asan
    fi
    checks='-clang-analyzer-*'
    rooms=(engine tools)
    ;;
full)
    checks=''
    rooms=(engine tools tests)
    ;;
*)
    echo "usage: tidy.sh [quick|full] [BUILD]" >&2
    exit 2
    ;;
esac
build=${2:-$build}
if [ ! -f "$build/compile_commands.json" ]; then
    echo "tidy.sh: no $build/compile_commands.json; cmake --preset tidy makes it" >&2
    exit 2
fi
mkdir -p "$build/clean"

plugin=$build/own_code.so
if [ ! "$plugin" -nt tools/tidy/own_code.cpp ]; then
    clang++-14 -std=c++17 -fno-rtti -O1 -fPIC -shared -Wall -Wextra -Werror \
        -isystem "$(llvm-config-14 --includedir)" tools/tidy/own_code.cpp -o "$plugin.new"
    mv "$plugin.new" "$plugin"
fi

# Prints "file<TAB>key<TAB>number of files<TAB>bytes" for our own sources, or for batches of them; the key is a hash of
# the compile command, of all that the compiler reads for it, of clang-tidy and of its checks.
keys() {
    python3 - "$build" "$tier" "${rooms[@]}" <<'END'
import concurrent.futures, glob, hashlib, json, os, re, shlex, subprocess, sys

root = os.getcwd()
with open(os.path.join(sys.argv[1], "compile_commands.json")) as commands:
    entries = json.load(commands)
checks = subprocess.run(["clang-tidy-14", "--version"], capture_output=True, check=True).stdout
checks += sys.argv[2].encode()
for path in ["tools/tidy.sh", "tools/tidy/own_code.cpp"]:
    checks += open(path, "rb").read()
for path in sorted([".clang-tidy"] + glob.glob("*/**/.clang-tidy", recursive=True)):
    if not path.startswith("build/"):
        checks += open(path, "rb").read()

known = {}
def content(path):
    if path not in known:
        with open(path, "rb") as file:
            known[path] = hashlib.sha256(file.read()).digest()
    return known[path]

# What the compiler read for an object, where ninja built it: that is told at once.
deps = {}
if os.path.exists(os.path.join(sys.argv[1], ".ninja_deps")):
    told = subprocess.run(["ninja", "-C", sys.argv[1], "-t", "deps"], capture_output=True, text=True).stdout
    for line in told.splitlines():
        if line.startswith("    "):
            deps[output].append(line.strip())
        elif line:
            output = line.split(":", 1)[0]
            deps[output] = []

def headers(entry):
    words = shlex.split(entry["command"])
    out = words.index("-o")
    if deps.get(words[out + 1]):
        return deps[words[out + 1]]
    del words[out:out + 2]
    words[words.index("-c")] = "-M"  # all headers: a new GDAL may bring new warnings
    made = subprocess.run(words, cwd=entry["directory"], capture_output=True, text=True)
    return None if made.returncode != 0 else made.stdout.replace("\\\n", " ").split(":", 1)[1].split()

def key(entry):
    paths = headers(entry)
    if paths is None:
        return entry["file"], "none"  # clang-tidy will say why
    digest = hashlib.sha256(checks + entry["command"].encode())
    for path in paths:
        digest.update(path.encode() + content(os.path.join(entry["directory"], path)))
    return entry["file"], digest.hexdigest()

# A file itself, or those that a batch includes.
def sources(file):
    if "/Unity/unity_" not in file:
        return [file]
    with open(file) as batch:
        return re.findall(r'^#include "(.*)"$', batch.read(), re.MULTILINE)

ours = [e for e in entries
        if any(path.startswith(f"{root}/{room}/") for path in sources(e["file"]) for room in sys.argv[3:])]
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for file, hexes in pool.map(key, ours):
        paths = sources(file)
        print(file, hexes, len(paths), sum(map(os.path.getsize, paths)), sep="\t")
END
}

# One file or batch: its findings and 1, or a mark that it is clean. A batch includes sources, as it should.
tidy_one() {
    local file=$1 key=$2 left_out=$checks
    if [[ $file == */Unity/unity_* ]]; then
        left_out=$checks,-bugprone-suspicious-include
    fi
    if [ "$key" != none ] && [ -e "$build/clean/$key" ]; then
        touch "$build/clean/$key"
        return 0
    fi
    if clang-tidy-14 --load="$plugin" --quiet --checks="$left_out" -p "$build" "$file" 2>"$build/clean/$key.err"; then
        touch "$build/clean/$key"
        rm "$build/clean/$key.err"
        return 0
    fi
    grep -vE '^[0-9]+ warnings? generated|^Suppressed |^Use -header-filter' "$build/clean/$key.err" || true
    rm "$build/clean/$key.err"
    echo "tidy: $file is not clean"
    return 1
}
export -f tidy_one
export build checks plugin

list=$(keys)
# The largest first, so that the last file does not keep one core waiting for the other.
code=0
sort -t $'\t' -k 4,4 -rn <<<"$list" | cut -f 1,2 | tr '\t' '\n' |
    xargs -d '\n' -n 2 -P "$(nproc)" bash -c 'tidy_one "$1" "$2"' tidy || code=1

# Forget what nobody has asked for in a month.
find "$build/clean" -type f -mtime +30 -delete
if [ $code = 0 ]; then
    echo "$(awk -F '\t' '{ files += $3 } END { print files }' <<<"$list") files are clean ($tier)"
fi
exit $code
