#!/usr/bin/env bash
# install_dependencies.sh [demo|test|nightly]: installs what is missing on Debian 12 to build and run
# the program (demo), to test it as well (test, the default), or to run tests/nightly.sh. Does nothing,
# and asks for no rights, when all is there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

build=(
    build-essential
    cmake
    ninja-build
    pkg-config
    libcli11-dev
    libctemplate-dev
    libexpat1-dev
    libfmt-dev
    libgdal-dev
    libgeos-dev
    libhowardhinnant-date-dev
    libmimalloc-dev
    libminizip-dev
    libproj-dev
    libpugixml-dev
    libsqlite3-dev
    libssl-dev
    libtbb-dev
    libtomlplusplus-dev
    libxlsxwriter-dev
    nlohmann-json3-dev
    tzdata
    zlib1g-dev
)
test=(
    chromium
    clang-14
    clang-format-14
    clang-tidy-14
    cppcheck
    dpkg-dev
    file
    fonts-dejavu-core
    gdal-bin
    git
    libbenchmark-dev
    libclang-14-dev
    libclang-rt-14-dev
    libgmock-dev
    libgtest-dev
    librapidcheck-dev
    libsqlite3-mod-spatialite
    lintian
    lld-14
    llvm-14-dev
    mandoc
    mmdebstrap
    poppler-utils
    python3-clang-14
    python3-gdal
    python3-qgis
    qgis
    qgis-providers
    qgis-server-bin
    qgis-server-wfs
    qgis-server-wfs3
    qgis-server-wms
    qpdf
    qttools5-dev-tools
    sqlite3
    tidy
    valgrind
    weasyprint
)
nightly=(
    libreoffice-calc-nogui
    postgresql-15
    postgresql-15-postgis-3
    valgrind
)

case ${1:-test} in
demo) wanted=("${build[@]}") ;;
test) wanted=("${build[@]}" "${test[@]}") ;;
nightly) wanted=("${build[@]}" "${test[@]}" "${nightly[@]}") ;;
*)
    echo "usage: install_dependencies.sh [demo|test|nightly]" >&2
    exit 2
    ;;
esac

# Another nodejs than Debian's brings an npm of its own, with which Debian's would conflict.
if [ "${1:-test}" != demo ] && ! command -v npm >/dev/null; then
    wanted+=(nodejs npm)
fi

missing=()
for package in "${wanted[@]}"; do
    status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    if [ "$status" != installed ]; then
        missing+=("$package")
    fi
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing ${missing[*]}"
    as_root=()
    if [ "$(id -u)" != 0 ]; then
        as_root=(sudo)
    fi
    export DEBIAN_FRONTEND=noninteractive
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# What Debian does not have: axe-core and playwright-core, 16 MB, by the checksums of package-lock.json.
modules=tests/reports
if [ "${1:-test}" != demo ] &&
    [ ! "$modules/node_modules/.package-lock.json" -nt "$modules/package-lock.json" ]; then
    echo "Installing $modules/node_modules"
    npm ci --prefix "$modules" --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
fi
