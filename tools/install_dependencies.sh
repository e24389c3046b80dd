#!/usr/bin/env bash
# install_dependencies.sh [demo|test|nightly]: installs what is missing on Debian 12 to build and run
# the program (demo), to test it as well (test, the default), or to run tests/nightly.sh. Does nothing,
# and asks for no rights, when all is there.
set -euo pipefail

build=(
    build-essential
    cmake
    ninja-build
    pkg-config
    libcli11-dev
    libctemplate-dev
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
)
test=(
    clang-14
    clang-format-14
    clang-tidy-14
    dpkg-dev
    file
    fonts-dejavu-core
    gdal-bin
    git
    libbenchmark-dev
    libclang-rt-14-dev
    libgmock-dev
    libgtest-dev
    librapidcheck-dev
    libsqlite3-mod-spatialite
    lintian
    mandoc
    mmdebstrap
    poppler-utils
    python3-gdal
    python3-qgis
    qgis
    qgis-providers
    qgis-server-bin
    qpdf
    qttools5-dev-tools
    sqlite3
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

missing=()
for package in "${wanted[@]}"; do
    status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    if [ "$status" != installed ]; then
        missing+=("$package")
    fi
done
if [ ${#missing[@]} -eq 0 ]; then
    exit 0
fi

echo "Installing ${missing[*]}"
as_root=()
if [ "$(id -u)" != 0 ]; then
    as_root=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
