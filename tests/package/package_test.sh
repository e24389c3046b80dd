#!/usr/bin/env bash
# package_test.sh BUILD REPO [short]: packs the build tree and looks at the Debian package: what is in it, whose
# it is and with what permissions, its control fields, what lintian says, and that the same tree at the
# same SOURCE_DATE_EPOCH gives the same bytes. In short it packs once and leaves lintian out.
set -euo pipefail

build=$(realpath "$1")
repo=$(realpath "$2")
short=${3:-}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
    echo "package_test.sh: $1" >&2
    exit 1
}
# equal WHAT EXPECTED SEEN: both are texts
equal() {
    diff -u --label "$1, expected" <(printf '%s\n' "$2") --label "$1" <(printf '%s\n' "$3") || fail "$1 differs"
}

# --- The same bytes, whatever the umask -----------------------------------------------------------

export SOURCE_DATE_EPOCH=1795000000
umask 077
for time in first second; do
    [ "$time$short" != secondshort ] || continue
    cpack -G DEB --config "$build/CPackConfig.cmake" -B "$scratch/$time" >"$scratch/$time.log" 2>&1 ||
        fail "cpack ended in $?: $(cat "$scratch/$time.log")"
done
version=$("$build/tools/koppelkans/koppelkans" --version | sed -n '1s/koppelkans //p')
architecture=$(dpkg --print-architecture)
deb=$scratch/first/koppelkans_${version}_$architecture.deb
[ -f "$deb" ] || fail "cpack made no $(basename "$deb") but: $(ls "$scratch/first")"
[ -n "$short" ] || cmp "$deb" "$scratch/second/$(basename "$deb")" || fail "packed twice, it differs"

# --- Control fields -------------------------------------------------------------------------------

field() { dpkg-deb --field "$deb" "$1"; }
equal Package koppelkans "$(field Package)"
equal Version "$version" "$(field Version)"
equal Architecture "$architecture" "$(field Architecture)"
equal Section science "$(field Section)"
equal Priority optional "$(field Priority)"
equal Recommends "weasyprint, fonts-dejavu-core" "$(field Recommends)"
equal Suggests qgis "$(field Suggests)"
equal Homepage "$(sed -n 's/^url: *"\(.*\)"/\1/p' "$repo/publiccode.yml")" "$(field Homepage)"
[[ $(field Maintainer) == *" <"*@*">" ]] || fail "the maintainer has no address: $(field Maintainer)"
[ "$(field Description | wc -l)" -gt 5 ] || fail "the description is short: $(field Description)"
depends=$(field Depends)
for library in libc6 libfmt9 libgdal32 libgeos-c1v5 libproj25 libsqlite3-0 libstdc++6; do
    [[ ", $depends" == *", $library ("* ]] || fail "it does not depend on $library: $depends"
done
[[ $depends != *-dev* ]] || fail "it depends on what only a build needs: $depends"

# --- Contents -------------------------------------------------------------------------------------

mkdir "$scratch/root"
dpkg-deb --extract "$deb" "$scratch/root"
dpkg-deb --control "$deb" "$scratch/control"
cd "$scratch/root"
md5sum --check --quiet --strict "$scratch/control/md5sums" || fail "md5sums differ"

plugin=$build/tools/qgis/koppelkans # packed where lrelease is, so where tests run
expected() {
    echo usr/bin/koppelkans
    printf 'usr/share/doc/koppelkans/%s\n' changelog.gz copyright koppelkans.spdx.json
    printf 'usr/share/koppelkans/%s\n' fasen.toml soorten.toml
    printf 'usr/share/man/man1/koppelkans%s.1.gz\n' "" -check -init -report -run -soorten
    cd "$repo"
    git ls-files styles | sed 's|^|usr/share/koppelkans/|'
    git ls-files data/voorbeeldstad | sed -e '/\.gitignore$/d' -e 's|^data|usr/share/doc/koppelkans/examples|'
    cd "$plugin"
    find . -type f -not -name LICENSE -not -path '*/__pycache__/*' \
        -printf 'usr/share/qgis/python/plugins/koppelkans/%P\n'
    # by name, since an empty folder has no files to compare
    printf 'usr/share/qgis/python/plugins/koppelkans/%s\n' metadata.txt i18n/koppelkans_nl.qm
}
equal "the list of files" "$(expected | LC_ALL=C sort -u)" "$(find . -type f -printf '%P\n' | LC_ALL=C sort)"
equal "what is neither file nor folder" "" "$(find . -not -type f -not -type d)"
diff -r "$repo/styles" usr/share/koppelkans/styles
cmp "$repo/data/soorten.toml" usr/share/koppelkans/soorten.toml
cmp "$repo/data/fasen.toml" usr/share/koppelkans/fasen.toml
[[ $(readelf --wide --sections usr/bin/koppelkans) != *" .symtab "* ]] || fail "the program is not stripped"
zcat usr/share/doc/koppelkans/changelog.gz >"$scratch/changelog"
equal "the version in the changelog" "$version" \
    "$(dpkg-parsechangelog -l "$scratch/changelog" --show-field Version)"
copyright=usr/share/doc/koppelkans/copyright
grep -q '^Copyright: 2[0-9]* .' $copyright || fail "it says not whose it is: $(head $copyright)"
equal "the words of the licence" "$(tr -s '[:space:]' '\n' <"$repo/LICENSE")" \
    "$(sed -e '0,/^License: EUPL-1.2$/d' -e '0,/^License: EUPL-1.2$/d' -e 's/^ \.$//' $copyright |
        tr -s '[:space:]' '\n' | sed '1{/^$/d}')"

wrong=$(dpkg-deb --fsys-tarfile "$deb" | tar --list --verbose --numeric-owner | awk '{
    wanted = /^d/ ? "drwxr-xr-x" : $6 == "./usr/bin/koppelkans" ? "-rwxr-xr-x" : "-rw-r--r--"
    if ($1 != wanted || $2 != "0/0") print
}')
equal "wrong owners or permissions" "" "$wrong"

# --- lintian --------------------------------------------------------------------------------------

if [ -n "$short" ]; then
    echo "$(basename "$deb"): $(stat --format=%s "$deb") bytes; packed again, and looked at by lintian, in the night"
    exit
fi
if ! command -v lintian >/dev/null; then
    echo "package_test.sh: not looked at by lintian, which is missing (tools/install_dependencies.sh test)"
    exit
fi
as_root=()
[ "$(id -u)" != 0 ] || as_root=(--allow-root)
umask 022 # of lintian's own files, some of which it leaves behind
TMPDIR=$scratch lintian "${as_root[@]}" --fail-on error,warning "$deb" || fail "lintian finds faults"
echo "$(basename "$deb"): $(stat --format=%s "$deb") bytes, lintian finds no error and no warning"
