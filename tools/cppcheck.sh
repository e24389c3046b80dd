#!/usr/bin/env bash
# cppcheck.sh [FOLDER...]: cppcheck over the C++ of engine, tools and tests, or of FOLDERs; 1 when it finds
# something. It knows no types of libraries but what its own tables say, and so finds little that clang-tidy does not,
# but it follows values further and takes seconds. An exception stands beside the line it is for, with its reason.
# Its style checks are left out: two hundred loops that might be an algorithm, locals named as a function elsewhere.
set -euo pipefail
here=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD

folders=(engine tools tests)
if [ $# -gt 0 ]; then
    cd "$here"
    folders=("$@")
fi

#   missingIncludeSystem: the headers of libraries are not read
#   CastIntegerToAddressAtReturn: takes an element of an array of texts for a number; compilers refuse real ones
cppcheck --quiet --error-exitcode=1 -j "$(nproc)" --std=c++20 --language=c++ \
    --enable=warning,performance,portability --inline-suppr \
    --suppress=missingIncludeSystem --suppress=CastIntegerToAddressAtReturn \
    --library=posix,googletest,sqlite3 --library="$root/tools/cppcheck.cfg" \
    --template='{file}:{line}: {severity}: {message} [{id}]' -I "$root" "${folders[@]}"
