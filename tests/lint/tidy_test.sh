#!/usr/bin/env bash
# tidy_test.sh ROOT: tools/tidy.sh finds what is planted in a tree of its own, in a source file, a header,
# a template and a batch of files, says so by exit code, and is content when it is gone. The checks are of several
# kinds: names, flow, what the preprocessor sees, what needs the types of the standard library, functions of libc.
set -euo pipefail
root=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/tools/tidy" "$scratch/engine" "$scratch/build/tidy/Unity"
cp "$root/tools/tidy.sh" "$scratch/tools"
cp -p "$root/tools/tidy/own_code.cpp" "$scratch/tools/tidy"
cp "$root/.clang-tidy" "$scratch"
# Built already, when lint/tidy ran before; else tidy.sh builds it.
for built in "$root"/build/{asan,tidy}/own_code.so; do
    if [ -f "$built" ]; then
        cp -p "$built" "$scratch/build/tidy"
    fi
done

cat >"$scratch/engine/planted.h" <<'END'
#pragma once
#include <string>
struct Badly_named {
    std::string text;
};
template <typename T> int largest(const T& values) {
    int found;
    for (const auto& value : values) {
        found = static_cast<int>(value.size());
    }
    return found;
}
END
cat >"$scratch/engine/planted.cpp" <<'END'
#include "planted.h"
#include <cstdlib>
#include <utility>
#include <vector>
#define _RESERVED 1
std::size_t after_move(std::vector<std::string> words) {
    std::vector<std::string> kept = std::move(words);
    if (kept.size() == 0) {
        return 0;
    }
    return words.size();
}
void shell(const std::string& line) {
    std::system(line.c_str());
    for (const std::string word : std::vector<std::string>{"a", "b"}) {
        largest(std::vector<std::string>{word});
    }
}
std::string same(const Badly_named& it) { return std::string(it.text.c_str()); }
END
cat >"$scratch/engine/batched.cpp" <<'END'
#include <string>
#include <utility>
struct _Batched {};
namespace {
int unread(int shown, int left) { return shown; }
}  // namespace
std::string::size_type twice(std::string word) {
    const std::string kept = std::move(word);
    int count;
    if (unread(1, 2) == 1)
        count = 1;
    return word.size() + kept.size();
}
END
printf '#include "%s"\n' "$scratch/engine/batched.cpp" >"$scratch/build/tidy/Unity/unity_0_cxx.cxx"
cat >"$scratch/build/tidy/compile_commands.json" <<END
[{"directory": "$scratch", "file": "$scratch/engine/planted.cpp",
  "command": "clang++-14 -std=gnu++20 -o planted.o -c $scratch/engine/planted.cpp"},
 {"directory": "$scratch", "file": "$scratch/build/tidy/Unity/unity_0_cxx.cxx",
  "command": "clang++-14 -std=gnu++20 -o batch.o -c $scratch/build/tidy/Unity/unity_0_cxx.cxx"}]
END

failures=0
fail() {
    echo "tidy_test: $1" >&2
    failures=1
}

if "$scratch/tools/tidy.sh" quick >"$scratch/found" 2>&1; then
    fail "tidy.sh called planted faults clean"
fi
while read -r file check; do
    if ! grep -qE "engine/$file:[0-9]+:.*$check" "$scratch/found"; then
        fail "$check in $file was not found"
    fi
done <<'END'
planted.h readability-identifier-naming
planted.h cppcoreguidelines-init-variables
planted.cpp bugprone-reserved-identifier
planted.cpp bugprone-use-after-move
planted.cpp readability-container-size-empty
planted.cpp performance-for-range-copy
planted.cpp concurrency-mt-unsafe
planted.cpp readability-redundant-string-cstr
batched.cpp bugprone-reserved-identifier
batched.cpp bugprone-use-after-move
batched.cpp cppcoreguidelines-init-variables
batched.cpp misc-unused-parameters
batched.cpp readability-braces-around-statements
END

printf '#pragma once\n' >"$scratch/engine/planted.h"
printf '#include "planted.h"\n' >"$scratch/engine/planted.cpp"
printf '#include "planted.h"\n' >"$scratch/engine/batched.cpp"
if ! "$scratch/tools/tidy.sh" quick >"$scratch/clean" 2>&1; then
    fail "tidy.sh finds fault with a file without any"
elif ! grep -qx '2 files are clean (quick)' "$scratch/clean"; then
    fail "tidy.sh does not count the files of a batch"
fi

if [ $failures != 0 ]; then
    cat "$scratch/found" "$scratch/clean" >&2
fi
exit $failures
