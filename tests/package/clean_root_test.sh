#!/usr/bin/env bash
# clean_root_test.sh BUILD REPO [qgis]: packs the build tree, and installs the Debian package by apt in a Debian
# that has nothing but apt: a temporary root, made by mmdebstrap and gone afterwards. There
# in_clean_root.sh does the job of voorbeeldstad, with `qgis` also by the plugin in a QGIS from apt, and
# purges the package again.
# Exit 0: all well; 77: not root, nothing may be mounted, or a tool is missing; else: not well.
# Fetches some 100 MB from the Debian archive each time, with QGIS some 500 MB.
set -euo pipefail

skip() {
    echo "clean_root_test.sh: skipped, $1"
    exit 77
}
[ "$(id -u)" = 0 ] || skip "only root makes a root"
for tool in mmdebstrap sqlite3; do
    command -v $tool >/dev/null || skip "$tool is missing; run tools/install_dependencies.sh test"
done
unshare --mount true 2>/dev/null || skip "this machine lets root mount nothing"

build=$(realpath "$1")
repo=$(realpath "$2")
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chmod a+rx "$scratch" # apt fetches as a user without rights
cd "$scratch"
# failed LOG: ends with what was said last
failed() {
    tail -n 60 "$1" >&2
    exit 1
}
cpack -G DEB --config "$build/CPackConfig.cmake" -B "$scratch" >cpack.log 2>&1 || failed cpack.log
mv koppelkans_*.deb koppelkans.deb
cp "$here/in_clean_root.sh" "$repo/tests/golden/voorbeeldstad/stdout" .

# The Debian for which it was built. The root is known to mmdebstrap alone, and to its hooks as $1.
# shellcheck disable=SC1091,SC2016
TMPDIR=$scratch mmdebstrap --mode=root --variant=apt --format=null \
    --aptopt='Acquire::Retries "3"' \
    --customize-hook='mkdir "$1/test"' \
    --customize-hook='copy-in koppelkans.deb in_clean_root.sh stdout /test' \
    --customize-hook="chroot \"\$1\" bash /test/in_clean_root.sh ${3:-}" \
    --customize-hook='download /test/result.gpkg result.gpkg' \
    "$(. /etc/os-release && echo "$VERSION_CODENAME")" /dev/null 2>mmdebstrap.log || failed mmdebstrap.log
sed -n 's/^in_clean_root.sh: //p' mmdebstrap.log # hooks speak on stderr

found=$(sqlite3 result.gpkg "SELECT count(*) FROM koppelkansen")
echo "koppelkansen in the result: $found"
[ "$found" = 91 ]
