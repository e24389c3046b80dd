#!/usr/bin/env bash
# in_clean_root.sh: run by clean_root_test.sh within a Debian of nothing but apt, as root, with in /test
# the package and the golden output of voorbeeldstad.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

fail() {
    echo "in_clean_root.sh: $1" >&2
    exit 1
}
# said FILE...: shows what a program said that should not have
said() { fail "$(tail -n 50 "$@")"; }
# Only the packages of apt, or what follows would show nothing.
[ -z "$(find / -xdev -name 'libgdal*' -not -path '/proc/*')" ] || fail "GDAL is here already"

apt-get install -y --no-install-recommends /test/koppelkans.deb >/test/apt.log 2>&1 || said /test/apt.log
dpkg --listfiles koppelkans >/test/files
grep '^Need to get ' /test/apt.log
echo "installed with $(grep -c '^Unpacking ' /test/apt.log) packages in all: $(du -smx / | cut -f 1) MB"

# --- The program, by someone without rights -------------------------------------------------------

mkdir -m 1777 /test/own
user() { runuser -u nobody -- env -i LC_ALL=C.UTF-8 PATH=/usr/bin "$@"; }

[ "$(user koppelkans --version | head -n 1)" = "koppelkans $(dpkg-query -W -f '${Version}' koppelkans)" ] ||
    fail "$(user koppelkans --version)"
for page in koppelkans koppelkans-check koppelkans-init koppelkans-run koppelkans-soorten; do
    [[ $(zcat "/usr/share/man/man1/$page.1.gz") == *".Dt ${page^^} 1"* ]] || fail "no man page of $page"
done

cd /usr/share/doc/koppelkans/examples
code=0
user koppelkans run voorbeeldstad >/test/stdout.unwritable 2>/test/stderr.unwritable || code=$?
[ $code = 1 ] || fail "a result in the folder of the example, which nobody may write in, ended in $code"
user koppelkans run voorbeeldstad --output /test/own/result.gpkg >/test/stdout.seen 2>/test/stderr ||
    said /test/stdout.seen /test/stderr
[ ! -s /test/stderr ] || said /test/stderr
sed 's|^The result is .*|The result is /test/own/result.gpkg|' /test/stdout |
    diff -u --label "expected of voorbeeldstad" - --label "said of voorbeeldstad" /test/stdout.seen ||
    fail "voorbeeldstad gives something else than where it was built"
grep '^  koppelkansen ' /test/stdout.seen
[ "$(ls /test/own)" = result.gpkg ] || fail "the run left files: $(ls /test/own)"
mv /test/own/result.gpkg /test/result.gpkg
[ -z "$(dpkg --verify koppelkans)" ] || fail "files of the package changed: $(dpkg --verify koppelkans)"
[ -z "$(find voorbeeldstad -newer /test/files)" ] || fail "the run wrote in the folder of the example"

# --- Gone without a trace -------------------------------------------------------------------------

cd /
apt-get purge -y koppelkans >/test/apt.log 2>&1 || said /test/apt.log
while read -r path; do
    if [ -e "$path" ] && ! dpkg --search "$path" >/dev/null 2>&1; then
        fail "purged, it leaves $path"
    fi
done </test/files
left=$(find / -xdev -path /test -prune -o -iname '*koppelkans*' -print)
[ -z "$left" ] || fail "purged, it leaves $left"
echo "purged: nothing is left"
