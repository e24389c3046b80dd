#!/usr/bin/env bash
# tidy_test.sh ROOT: tools/tidy.sh finds what is planted in a tree of its own, in a source file, a header
# and a template, says so by exit code, and is content when it is gone. The checks are of several kinds:
# names, flow, what the preprocessor sees, what needs the types of the standard library, functions of libc.
set -euo pipefail
root=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/tools/tidy" "$scratch/engine" "$scratch/build/tidy"
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
cat >"$scratch/build/tidy/compile_commands.json" <<END
[{"directory": "$scratch", "file": "$scratch/engine/planted.cpp",
  "command": "clang++-14 -std=gnu++20 -o planted.o -c $scratch/engine/planted.cpp"}]
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
END

printf '#pragma once\n' >"$scratch/engine/planted.h"
printf '#include "planted.h"\n' >"$scratch/engine/planted.cpp"
if ! "$scratch/tools/tidy.sh" quick >"$scratch/clean" 2>&1; then
    fail "tidy.sh finds fault with a file without any"
fi

if [ $failures != 0 ]; then
    cat "$scratch/found" "$scratch/clean" >&2
fi
exit $failures
