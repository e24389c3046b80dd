#!/usr/bin/env bash
# postgis.sh prepare SERVER         makes a private PostGIS server in the folder SERVER
# postgis.sh run SERVER DATA OUT    starts it, loads the plans, runs postgis.sql, exports to OUT, stops it
# The server listens on a socket in its folder alone, and runs as the user postgres where this is root.
# Nothing it writes has to outlive it, so it never waits for the disk.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
programs=/usr/lib/postgresql/15/bin
step=$1
server=$2

as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        exec setpriv --reuid=postgres --regid=postgres --init-groups "$@"
    fi
    exec "$@"
}

settings() {
    cat <<END
listen_addresses = ''
unix_socket_directories = '$server'
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = 8GB
autovacuum = off
shared_buffers = 1GB
work_mem = 256MB
maintenance_work_mem = 512MB
jit = off
max_parallel_workers = 2
max_parallel_workers_per_gather = 2
END
}

start() {
    (cd / && as_postgres "$programs/postgres" -D "$server/data") >>"$server/log" 2>&1 &
    postmaster=$!
    trap 'kill -QUIT "$postmaster"' EXIT
    until psql -q -h "$server" -U postgres -d template1 -c '' 2>/dev/null; do
        kill -0 "$postmaster"
        sleep 0.05
    done
}

stop() {
    trap - EXIT
    kill -"$1" "$postmaster"
    wait "$postmaster" || true
}

prepare() {
    rm -rf "$server"
    mkdir -p "$server"
    if [ "$(id -u)" = 0 ]; then chown postgres "$server"; fi
    (cd / && as_postgres "$programs/initdb" -U postgres -A trust -E UTF8 --locale=C -D "$server/data" >/dev/null)
    settings >>"$server/data/postgresql.conf"
    start
    psql -q -h "$server" -U postgres -d template1 -c 'CREATE DATABASE bench'
    psql -q -h "$server" -U postgres -d bench -c 'CREATE EXTENSION postgis'
    stop INT
}

run() {
    local data=$1 out=$2
    local database="PG:host=$server user=postgres dbname=bench"
    start
    printf '%s\n' buurten riool warmte herinrichting wegen kabels groen | xargs -P 2 -I{} \
        ogr2ogr -f PostgreSQL "$database" "$data/{}.gpkg" {} \
        -lco GEOMETRY_NAME=geom -lco SPATIAL_INDEX=NONE -lco UNLOGGED=YES
    psql -q -h "$server" -U postgres -d bench -v ON_ERROR_STOP=1 -f "$here/postgis.sql"
    rm -f "$out"
    ogr2ogr -f GPKG "$out" "$database" koppelkansen -nlt MULTIPOLYGON
    stop QUIT
}

case $step in
prepare) prepare ;;
run) run "$3" "$4" ;;
esac
