#!/usr/bin/env bash
# cppcheck_test.sh ROOT: tools/cppcheck.sh finds what is planted in a folder, also in a test of RapidCheck's, says so
# by exit code, and is content when it is gone.
set -euo pipefail
root=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cat >"$scratch/planted.cpp" <<'END'
#include <string>
#include <vector>
int past_the_end() {
    int counts[4] = {1, 2, 3, 4};
    int sum = 0;
    for (int i = 0; i <= 4; ++i) {
        sum += counts[i];
    }
    return sum;
}
int never_freed(int length) {
    char* letters = new char[10];
    letters[0] = 'a';
    return length;
}
const char* of_a_temporary() {
    std::string text = "riool";
    return text.c_str();
}
int erased(std::vector<int>& numbers) {
    for (auto it = numbers.begin(); it != numbers.end(); ++it) {
        if (*it == 3) {
            numbers.erase(it);
        }
    }
    return 0;
}
RC_GTEST_PROP(Properties, Planted, ()) {
    int divisor = 0;
    RC_ASSERT(7 / divisor == 1);
}
END

failures=0
fail() {
    echo "cppcheck_test: $1" >&2
    failures=1
}

if "$root/tools/cppcheck.sh" "$scratch" >"$scratch/found" 2>&1; then
    fail "cppcheck.sh called planted faults clean"
fi
for check in arrayIndexOutOfBounds memleak returnDanglingLifetime invalidContainer zerodiv; do
    if ! grep -qF "[$check" "$scratch/found"; then
        fail "$check was not found"
    fi
done
if [ $failures != 0 ]; then
    cat "$scratch/found" >&2
fi

printf 'int one() { return 1; }\n' >"$scratch/planted.cpp"
if ! "$root/tools/cppcheck.sh" "$scratch" >&2; then
    fail "cppcheck.sh finds fault with a file without any"
fi
exit $failures
