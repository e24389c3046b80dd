#!/usr/bin/env bash
# in_clean_root.sh [qgis]: run by clean_root_test.sh within a Debian of nothing but apt, as root, with in /test
# the package and the golden output of voorbeeldstad.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

tell() { echo "in_clean_root.sh: $*"; }
fail() {
    tell "$1"
    exit 1
}
# said FILE...: shows what a program said that should not have
said() { fail "$(tail -n 50 "$@")"; }

# Only the packages of apt, or what follows would show nothing.
[ -z "$(find / -xdev -name 'libgdal*' -not -path '/proc/*')" ] || fail "GDAL is here already"

apt-get install -y --no-install-recommends /test/koppelkans.deb >/test/apt.log 2>&1 || said /test/apt.log
dpkg --listfiles koppelkans >/test/files
tell "$(grep '^Need to get ' /test/apt.log), for $(grep -c '^Unpacking ' /test/apt.log) packages;" \
    "the root is $(du -smx / | cut -f 1) MB"

# --- The program, by someone without rights -------------------------------------------------------

mkdir -m 1777 /test/own
user() { runuser -u nobody -- env -i LC_ALL=C.UTF-8 PATH=/usr/bin "$@"; }

[ "$(user koppelkans --version | head -n 1)" = "koppelkans $(dpkg-query -W -f '${Version}' koppelkans)" ] ||
    fail "$(user koppelkans --version)"
for page in koppelkans koppelkans-check koppelkans-init koppelkans-report koppelkans-run koppelkans-soorten; do
    [[ $(zcat "/usr/share/man/man1/$page.1.gz") == *".Dt ${page^^} 1"* ]] || fail "no man page of $page"
done

cd /usr/share/doc/koppelkans/examples
code=0
user koppelkans run voorbeeldstad >/test/stdout.unwritable 2>/test/stderr.unwritable || code=$?
[ $code = 1 ] || fail "a result in the folder of the example, which nobody may write in, ended in $code"
grep -q 'voorbeeldstad/koppelkansen.gpkg' /test/stderr.unwritable || said /test/stderr.unwritable
user koppelkans run voorbeeldstad --output /test/own/result.gpkg >/test/stdout.seen 2>/test/stderr ||
    said /test/stdout.seen /test/stderr
[ ! -s /test/stderr ] || said /test/stderr
sed 's|^The result is .*|The result is /test/own/result.gpkg|' /test/stdout |
    diff -u --label "expected of voorbeeldstad" - --label "said of voorbeeldstad" /test/stdout.seen ||
    fail "voorbeeldstad gives something else than where it was built"
tell "voorbeeldstad as nobody: $(grep '^  koppelkansen ' /test/stdout.seen)"
[ "$(ls /test/own)" = result.gpkg ] || fail "the run left files: $(ls /test/own)"

# --- A report of it -------------------------------------------------------------------------------

# Without WeasyPrint, which apt was told to leave out.
code=0
user koppelkans report /test/own/result.gpkg -o /test/own/rapport >/test/stdout.seen 2>/test/stderr || code=$?
[ $code = 1 ] || fail "a report in PDF without WeasyPrint ended in $code"
grep -q 'apt install weasyprint' /test/stderr || said /test/stderr
[ "$(ls /test/own)" = result.gpkg ] || fail "that report left files: $(ls /test/own)"
user koppelkans report /test/own/result.gpkg -o /test/own/rapport --format html,xlsx,csv \
    >/test/stdout.seen 2>/test/stderr || said /test/stdout.seen /test/stderr
[ ! -s /test/stderr ] || said /test/stderr
tell "report as nobody: $(head -n 1 /test/stdout.seen)"
if [ "${1:-}" = qgis ]; then
    apt-get install -y --no-install-recommends weasyprint fonts-dejavu-core >/test/apt.log 2>&1 || said /test/apt.log
    user koppelkans report /test/own/result.gpkg -o /test/own/rapport --format pdf >/test/stdout.seen \
        2>/test/stderr || said /test/stdout.seen /test/stderr
    tell "report in PDF as nobody: $(head -n 1 /test/stdout.seen)"
fi
rm -r /test/own/rapport
mv /test/own/result.gpkg /test/result.gpkg
[ -z "$(dpkg --verify koppelkans)" ] || fail "files of the package changed: $(dpkg --verify koppelkans)"
[ -z "$(find voorbeeldstad -newer /test/files)" ] || fail "the run wrote in the folder of the example"

# --- The same by the plugin, in the QGIS of Debian ------------------------------------------------

if [ "${1:-}" = qgis ]; then
    grep -q /plugins/koppelkans/metadata.txt /test/files || fail "the package has no plugin"
    apt-get install -y --no-install-recommends qgis >/test/apt.log 2>&1 || said /test/apt.log
    tell "QGIS: $(grep '^Need to get ' /test/apt.log)"
    # Debian's script qgis_process hands the program an option that it does not know.
    process() { user HOME=/test/own QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/test/own qgis_process.bin "$@"; }
    process plugins enable koppelkans >/test/qgis.out 2>&1 || said /test/qgis.out
    process --json run koppelkans:bepalen --CONFIGURATION="$PWD/voorbeeldstad/koppelkans.toml" \
        --OUTPUT=/test/own/qgis.gpkg >/test/qgis.out 2>/test/stderr || said /test/stderr /test/qgis.out
    grep -q '"AANTAL_KOPPELKANSEN": 91,' /test/qgis.out || said /test/stderr /test/qgis.out
    [ -s /test/own/qgis.gpkg ] || fail "the plugin wrote no result"
    tell "voorbeeldstad by the plugin: $(grep AANTAL_KOPPELKANSEN /test/qgis.out)"
fi

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
tell "purged: nothing is left"
