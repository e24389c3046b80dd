#!/usr/bin/env bash
# check_format.sh: every C++ file that git knows or would add is laid out as .clang-format says.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
git ls-files -z --cached --others --exclude-standard '*.cpp' '*.h' |
    xargs -0 clang-format-14 --dry-run --Werror
echo "the layout is clean"
