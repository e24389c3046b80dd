#!/usr/bin/env bash
# postgis_test.sh KOPPELKANS REPO: PostGIS as a source, on a server of its own that is gone afterwards.
# Loads the buurten and the plans of REPO/data/voorbeeldstad into tables by ogr2ogr, runs the program
# on the tables and on the files, and holds the two results against each other. Then: wrong
# connections, the password, Ctrl-C.
# Exit 0: equal; 1: not; 77: a package is missing (tools/install_dependencies.sh nightly).
set -euo pipefail
set -m # jobs get signals as from a terminal; without it bash starts them with SIGINT ignored

program=$(realpath "$1")
repo=$(realpath "$2")
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
files=$repo/data/voorbeeldstad

skip() {
    echo "postgis_test.sh: skipped, $1 is missing; run tools/install_dependencies.sh nightly"
    exit 77
}
bin=$(find /usr/lib/postgresql -path '*/bin/initdb' -printf '%h\n' 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || skip "PostgreSQL"
version=$(basename "$(dirname "$bin")")
[ -e "/usr/share/postgresql/$version/extension/postgis.control" ] || skip "PostGIS for PostgreSQL $version"
for tool in psql ogr2ogr sqlite3 strings; do
    command -v $tool >/dev/null || skip "$tool"
done
/usr/bin/python3 -c 'from osgeo import ogr' 2>/dev/null || skip "python3-gdal"

scratch=$(mktemp -d)
server=$(mktemp -d)
as_owner=()
if [ "$(id -u)" = 0 ]; then # the server refuses to run as root
    chown postgres "$server"
    as_owner=(runuser -u postgres --)
fi
clean_up() {
    "${as_owner[@]}" "$bin/pg_ctl" stop -w -m immediate -D "$server/data" >/dev/null 2>&1 || true
    rm -rf "$scratch" "$server"
}
trap clean_up EXIT
cd "$scratch"

fail() {
    echo "postgis_test.sh: $1" >&2
    exit 1
}

# --- The server: a socket, no port; every connection needs its password --------------------------

# Whatever the user has set for servers of his own plays no part.
unset PGHOST PGPORT PGDATABASE PGUSER PGPASSFILE PGSERVICE PGTZ PGOPTIONS
export PGPASSWORD=bouwmeester # of the owner, for psql and ogr2ogr
printf '%s\n' "$PGPASSWORD" >"$server/owner_password"
chmod a+r "$server/owner_password"
cd "$server" # where user postgres may be
"${as_owner[@]}" "$bin/initdb" -D "$server/data" --username=bouwer --pwfile="$server/owner_password" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$scratch/initdb.log"
"${as_owner[@]}" "$bin/pg_ctl" start -w -D "$server/data" -l "$server/log" -o \
    "-c listen_addresses='' -c unix_socket_directories='$server' -c fsync=off -c timezone=UTC" >/dev/null
cd "$scratch"

sql() { psql -X -q -At -v ON_ERROR_STOP=1 -h "$server" -U bouwer -d "${database:-stad}" "$@"; }
database=postgres sql -c 'CREATE DATABASE stad'
# The reader may read and nothing else. The password has what a connection must quote.
sql <<'SQL'
CREATE EXTENSION postgis;
CREATE SCHEMA plannen;
CREATE SCHEMA gebieden;
CREATE ROLE lezer LOGIN PASSWORD 'kluis sleutel;9&x';
ALTER ROLE lezer SET default_transaction_read_only = on;
SQL
password='kluis sleutel;9&x'
reader="PG:host=$server dbname=stad user=lezer password='$password'"

# --- The tables ------------------------------------------------------------------------------------

# load FILE TABLE [OPTION...]: as ogr2ogr makes it; fid as in the file, so that bron_fid can be compared
load() {
    local file=$1 table=$2
    shift 2
    ogr2ogr -f PostgreSQL "PG:host=$server dbname=stad user=bouwer" "$file" -nln "$table" -preserve_fid \
        "$@"
}
load "$files/buurten.gpkg" gebieden.buurten buurten -lco GEOMETRY_NAME=omtrek
load "$files/rioolvervanging.gpkg" plannen.strengen strengen
load "$files/herinrichting.shp" plannen.herinrichting -oo ENCODING=CP1252 -nlt PROMOTE_TO_MULTI \
    -lco GEOMETRY_NAME=geom
load "$files/wegonderhoud.gpkg" plannen.wegonderhoud                                # 3D
load "$files/bouwprojecten.gpkg" plannen.bouwprojecten -t_srs EPSG:4326 -lco SPATIAL_INDEX=NONE
load "$files/kabels_leidingen.fgb" plannen.kabels
load "$files/warmtenet_trace.geojson" plannen.warmtenet_trace                       # EPSG:4326, any type
load "$files/warmtenet_gebieden.geojson" plannen.warmtenet_gebieden -lco GEOM_TYPE=geography
load "$files/klimaatadaptatie.gpkg" plannen.klimaat -lco GEOMETRY_NAME=maatregelvlak # DATE
load "$files/woningrenovatie.gpkg" 'plannen.Woning complexen' complexen -lco LAUNDER=NO
load "$files/groen.csv" plannen.groen -oo KEEP_GEOM_COLUMNS=NO -a_srs EPSG:28992
iconv -f CP1252 -t UTF-8 "$files/speelplekken.csv" >speelplekken.csv
load speelplekken.csv plannen.speelplekken                                          # x and y as text
load "$files/sociale_opgaven.csv" plannen.sociaal
load "$files/wijkagenda.xlsx" plannen.wijkagenda
sql -c 'GRANT USAGE ON SCHEMA plannen, gebieden TO lezer;
        GRANT SELECT ON ALL TABLES IN SCHEMA plannen, gebieden TO lezer'

# --- The same configuration, of tables instead of files --------------------------------------------

# A line `bron = "FILE"` becomes the connection and the table; the encoding is the server's matter, and
# groen has a geometry where its file has WKT.
sed -e '/^laag = /d' -e '/^encoding = /d' -e 's/, wkt = "wkt"//' "$files/koppelkans.toml" >koppelkans.toml
while read -r file table; do
    grep -q "^bron = \"$file\"" koppelkans.toml || fail "data/voorbeeldstad/koppelkans.toml has no $file"
    sed -i "s|^bron = \"$file\".*|bron = \"${reader//&/\\&}\"\nlaag = \"$table\"|" koppelkans.toml
done <<'TABLES'
buurten.gpkg gebieden.buurten
rioolvervanging.gpkg plannen.strengen
herinrichting.shp plannen.herinrichting
wegonderhoud.gpkg plannen.wegonderhoud
groen.csv plannen.groen
speelplekken.csv plannen.speelplekken
bouwprojecten.gpkg plannen.bouwprojecten
warmtenet_trace.geojson plannen.warmtenet_trace
warmtenet_gebieden.geojson plannen.warmtenet_gebieden
kabels_leidingen.fgb plannen.kabels
klimaatadaptatie.gpkg plannen.klimaat
woningrenovatie.gpkg plannen.Woning complexen
sociale_opgaven.csv plannen.sociaal
wijkagenda.xlsx plannen.wijkagenda
TABLES
[ "$(grep -c '^bron = "PG:' koppelkans.toml)" = "$(grep -c '^bron = ' koppelkans.toml)" ] ||
    fail "a file of data/voorbeeldstad is in no table: $(grep '^bron = "[^P]' koppelkans.toml)"

# Runs the program; its exit code goes to `code`, what it says to said/NAME.out and .err.
mkdir said
started() {
    local name=$1
    shift
    code=0
    "$program" "$@" >"said/$name.out" 2>"said/$name.err" || code=$?
}
succeeds() {
    started "$@"
    [ $code = 0 ] || fail "$* ended in $code: $(cat "said/$1.err")"
}

# --- Files against tables --------------------------------------------------------------------------

succeeds check_files check "$files/koppelkans.toml" --json
succeeds check_tables check koppelkans.toml --allow-network --json
succeeds run_files run "$files/koppelkans.toml" --output files.gpkg
succeeds run_tables run koppelkans.toml --allow-network --output tables.gpkg
/usr/bin/python3 "$here/compare_results.py" files.gpkg tables.gpkg said/check_files.out \
    said/check_tables.out bouw || fail "the tables give another result than the files"

# A client in another time zone is given other texts, of the same moments.
PGTZ=Asia/Tokyo succeeds run_tokyo run koppelkans.toml --allow-network --output tokyo.gpkg
days="SELECT opgave_id, start, eind FROM opgaven"
[ "$(sqlite3 tokyo.gpkg "$days")" = "$(sqlite3 files.gpkg "$days")" ] || fail "the time zone moves days"
[ "$(sqlite3 tokyo.gpkg "SELECT count(*) FROM opgaven WHERE start_tekst LIKE '%+09:00'")" = 3 ] ||
    fail "the client was in no other time zone"
echo "the same days to a client in Asia/Tokyo"

# --- What cannot be read ---------------------------------------------------------------------------

# one_source CONNECTION TABLE: a configuration of this source alone
one_source() {
    cat >one.toml <<CONFIGURATION
uitvoer = "one.gpkg"
[buurten]
bron = "$files/buurten.gpkg"
[[bronnen]]
naam = "een"
bron = "$1"
laag = "$2"
soort = "rioolvervanging"
CONFIGURATION
}
# refused NAME SENTENCE CONNECTION TABLE: exit 1, one line with the sentence, no result
refused() {
    one_source "$3" "$4"
    started "$1" run one.toml --allow-network
    [ $code = 1 ] || fail "$1 ended in $code: $(cat "said/$1.err")"
    [ "$(wc -l <"said/$1.err")" = 1 ] || fail "$1: not one line: $(cat "said/$1.err")"
    grep -qF "$2" "said/$1.err" || fail "$1: not \"$2\" but: $(cat "said/$1.err")"
    [ ! -e one.gpkg ] || fail "$1 left a result"
}
sql <<'SQL'
CREATE TABLE plannen.gesloten AS SELECT * FROM plannen.strengen;
CREATE VIEW plannen.halverwege AS
    SELECT g AS id, 2027 / (900 - g) AS jaar, ST_SetSRID(ST_Point(172000 + g, 442000), 28992) AS geom
    FROM generate_series(1, 1000) g;
GRANT SELECT ON plannen.halverwege TO lezer;
SQL
# A configuration from someone else connects to nothing: the server of the account hears of no one.
one_source "$reader" plannen.strengen
started not_allowed run one.toml
[ $code = 1 ] && grep -qF 'add --allow-network' said/not_allowed.err || fail "a database without --allow-network: $code"
refused wrong_password 'password authentication failed for user "lezer"' "${reader/kluis/kluizen}" plannen.strengen
refused wrong_database 'database "stadt" does not exist' "${reader/dbname=stad/dbname=stadt}" plannen.strengen
refused wrong_user 'password authentication failed for user "lezen"' "${reader/user=lezer/user=lezen}" plannen.strengen
refused no_server 'Is the server running' "${reader/host=/host=$scratch}" plannen.strengen
refused wrong_table 'it has no layer plannen.strengn, is plannen.strengen meant?' "$reader" plannen.strengn
refused closed_table 'permission denied for table gesloten' "$reader" plannen.gesloten
refused error_in_row_900 'division by zero' "$reader" plannen.halverwege
address="postgresql://lezer:kluis%20sleutel%3B9%26x@/stad?host=$server"
one_source "$address" plannen.strengen
succeeds address run one.toml --allow-network
rm one.gpkg
refused wrong_address 'password authentication failed' "${address/kluis/kluizen}" plannen.strengen
echo "refused in one sentence: wrong password, database, user, server, table; no right; an error in row 900"

# --- What only a database has ----------------------------------------------------------------------

# An interval is a duur, infinity is never, and rows come in the order of the key, whatever the order in
# which they lie: of two rows with one id the first by the key owns it.
sql <<'SQL'
CREATE TABLE plannen.tijden (gid int PRIMARY KEY, id text, start date, eind date, duur interval, geom geometry(Point, 28992));
INSERT INTO plannen.tijden
    SELECT gid, id, start::date, eind::date, duur::interval, ST_SetSRID(ST_Point(172000 + gid, 442000), 28992)
    FROM (VALUES (4, 'twee', '2029-01-01', NULL, NULL), (3, 'twee', '2027-01-01', NULL, '1 year 2 days'),
        (1, 'nooit', '2027-03-01', 'infinity', NULL), (2, 'duur', '2027-01-01', NULL, '18 months')) AS t(gid, id, start, eind, duur);
GRANT SELECT ON plannen.tijden TO lezer;
SQL
one_source "$reader" plannen.tijden
succeeds only_here run one.toml --allow-network --peildatum 2026-11-22
[ "$(sqlite3 one.gpkg "SELECT id, start, eind FROM opgaven ORDER BY id" | paste -sd ' ')" = \
    "duur|2027-01-01|2028-06-30 nooit|2027-03-01| twee|2027-01-01|2028-01-02" ] ||
    fail "intervals and infinity: $(sqlite3 one.gpkg 'SELECT id, start, eind FROM opgaven ORDER BY id')"
[ "$(sqlite3 one.gpkg "SELECT bron_fid, id, reden FROM afgekeurd")" = "4|twee|dubbel_id" ] ||
    fail "the order of the rows: $(sqlite3 one.gpkg 'SELECT * FROM afgekeurd')"
rm one.gpkg
echo "intervals, infinity, and rows in the order of their key"

# --- Ctrl-C ----------------------------------------------------------------------------------------

# A thousand lines that cross a thousand others: enough to be stopped in the middle.
sql <<'SQL'
CREATE TABLE plannen.kruisend AS
    SELECT g AS id, CASE WHEN g % 2 = 0 THEN 'rioolvervanging' ELSE 'warmtenet' END AS soort, 2027 AS start,
        ST_SetSRID(CASE WHEN g % 2 = 0 THEN ST_MakeLine(ST_Point(170000 + g, 440000), ST_Point(170000 + g, 446000))
            ELSE ST_MakeLine(ST_Point(170000, 440000 + g), ST_Point(176000, 440000 + g)) END, 28992) AS geom
    FROM generate_series(1, 6000) g;
GRANT SELECT ON plannen.kruisend TO lezer;
SQL
one_source "$reader" plannen.kruisend
sed -i 's/^soort = .*/soort_veld = "soort"/' one.toml
cp files.gpkg one.gpkg
old_result=$(cksum <one.gpkg)

# eventually COMMAND...: asks again until it is so
eventually() {
    for _ in $(seq 600); do
        if "$@"; then
            return
        fi
        sleep 0.05
    done
    fail "not within half a minute: $*"
}
reader_waits() {
    [ "$(sql -c "SELECT count(*) FROM pg_stat_activity WHERE usename = 'lezer' AND wait_event_type = 'Lock'")" != 0 ]
}
table_is_locked() {
    [ "$(sql -c "SELECT count(*) FROM pg_locks WHERE relation = 'plannen.kruisend'::regclass
                 AND mode = 'AccessExclusiveLock' AND granted")" != 0 ]
}
temporary_file_exists() { [ -n "$(find . -maxdepth 1 -type f -newer before)" ]; }

# stopped WHERE WHEN...: starts the run, presses Ctrl-C as soon as WHEN, and looks at what is left
stopped() {
    local where=$1 run code=0 began took here_now
    shift
    touch before
    here_now=$(ls -A)
    "$program" run one.toml --allow-network --overwrite --progress never >"said/stopped.out" 2>"said/stopped.err" &
    run=$!
    eventually "$@"
    began=$(date +%s%N)
    kill -INT $run
    wait $run || code=$?
    took=$((($(date +%s%N) - began) / 1000000))
    [ $code = 130 ] || fail "Ctrl-C $where ended in $code: $(cat said/stopped.err)"
    [ "$(cat said/stopped.err)" = "koppelkans: stopped; nothing was written" ] ||
        fail "Ctrl-C $where: $(cat said/stopped.err)"
    [ $took -lt 1500 ] || fail "Ctrl-C $where took $took ms; a second is allowed, and half for the machine"
    [ "$(ls -A)" = "$here_now" ] || fail "Ctrl-C $where left files: $(ls -A)"
    [ "$(cksum <one.gpkg)" = "$old_result" ] || fail "Ctrl-C $where changed the old result"
    echo "Ctrl-C $where: gone after $took ms, nothing left behind"
}
stopped "in the analysis" temporary_file_exists

# A table that another session holds, so that the server does not answer.
psql -X -q -h "$server" -U bouwer -d stad >/dev/null 2>&1 <<'SQL' &
BEGIN;
LOCK TABLE plannen.kruisend IN ACCESS EXCLUSIVE MODE;
SELECT pg_sleep(600);
SQL
holder=$!
eventually table_is_locked
stopped "while the server does not answer" reader_waits
sql -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()" >/dev/null
wait $holder || true

# --- The password ----------------------------------------------------------------------------------

# Each of its words, as it is and as an address writes it; in the bytes and, where a text is spread over
# pages, as SQL.
sqlite3 tables.gpkg .dump >tables.sql
[ "$(grep -c 'password=\*\*\*' tables.sql)" -ge 13 ] || fail "the result does not tell its connections"
for word in kluis kluizen sleutel; do
    grep -qF "$word" one.toml koppelkans.toml || [ $word = kluizen ] || fail "the password is not in use"
    for result in ./*.gpkg; do
        ! strings "$result" | grep -F "$word" || fail "the password stands in $result"
        ! sqlite3 "$result" .dump | grep -F "$word" || fail "the password stands in $result"
    done
    ! grep -rF "$word" said || fail "the password was said"
done
echo "the password stands in no result and was never said"
