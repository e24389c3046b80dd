# The walls of the house: who may include what. Run by ctest:
#   cmake -DSOURCE_DIR=... -P tests/structure_test.cmake
# Link lines keep a room from calling what it may not; headers lie open in /usr/include, so these are
# looked for by name.

cmake_minimum_required(VERSION 3.25)
set(failures "")

# Everything under the folders of ROOMS that includes a header matching PATTERN, apart from the files `except`.
set(except "")
function(forbid pattern reason)
    foreach(room ${ARGN})
        file(GLOB_RECURSE files ${SOURCE_DIR}/${room}/*.h ${SOURCE_DIR}/${room}/*.cpp)
        if(NOT files)
            message(FATAL_ERROR "no files in ${room}: this test looks at nothing")
        endif()
        foreach(file ${files})
            file(RELATIVE_PATH name ${SOURCE_DIR} ${file})
            if(name IN_LIST except)
                continue()
            endif()
            file(STRINGS ${file} includes REGEX "^[ \t]*#[ \t]*include")
            foreach(line ${includes})
                if(line MATCHES "${pattern}")
                    list(APPEND failures "${name}: ${line} (${reason})")
                endif()
            endforeach()
        endforeach()
    endforeach()
    set(failures "${failures}" PARENT_SCOPE)
endfunction()

set(above_io tools)
forbid("geos_c\\.h|<geos|proj\\.h" "GEOS and PROJ belong to engine/geometry"
    engine/time engine/domain engine/analysis engine/publish engine/report engine/io
    ${above_io})
forbid("[<\"](gdal|ogr|cpl_)|sqlite3\\.h|<expat|toml\\+\\+|toml\\.hpp" "GDAL, SQLite, expat and toml++ belong to engine/io"
    engine/geometry engine/time engine/domain engine/analysis engine/publish engine/report
    ${above_io})
forbid("xlsxwriter|[<\"]unzip\\.h" "workbooks belong to engine/io"
    engine/geometry engine/time engine/domain engine/analysis engine/publish engine/report
    ${above_io})
forbid("pugixml" "XML for map viewers belongs to engine/publish"
    engine/geometry engine/time engine/domain engine/analysis engine/report engine/io ${above_io})
forbid("ctemplate/" "the templates of pages belong to engine/report"
    engine/geometry engine/time engine/domain engine/analysis engine/publish engine/io ${above_io})
# One file apart, so that a sanitizer is told of every thread by exchanging it.
set(except engine/analysis/parallel_tbb.cpp)
forbid("tbb/|oneapi/" "oneTBB belongs to engine/analysis/parallel_tbb" engine ${above_io} tests)
set(except engine/analysis/parallel_std.cpp engine/io/child_process.cpp)  # which only sleeps
forbid("<(thread|future|latch|barrier|execution|omp\\.h)" "threads of the engine belong to engine/analysis/parallel" engine)
set(except "")
forbid("CLI/" "the command line belongs to tools"
    engine)
# Nothing points back: geometry, time < domain < analysis, publish, report < io < tools.
forbid("\"(engine/(time|domain|analysis|publish|report|io)|tools)/" "geometry stands at the bottom" engine/geometry)
forbid("\"(engine/(geometry|domain|analysis|publish|report|io)|tools)/" "time stands at the bottom" engine/time)
forbid("\"(engine/(analysis|publish|report|io)|tools)/" "domain stands below analysis" engine/domain)
forbid("\"(engine/(publish|report|io)|tools)/" "analysis stands below io" engine/analysis)
forbid("\"(engine/(analysis|report|io)|tools)/" "publish knows values alone" engine/publish)
forbid("\"(engine/(analysis|publish|io)|tools)/" "report knows values alone" engine/report)
forbid("\"(tools|tests)/" "the engine knows no tools and no tests" engine)

# Two types of one name in one namespace are one to the linker, which then takes either's functions.
foreach(room engine/geometry engine/time engine/domain engine/analysis engine/publish engine/report
    engine/io tools/koppelkans)
    file(GLOB headers ${SOURCE_DIR}/${room}/*.h)
    set(known "")
    foreach(header IN LISTS headers)
        file(STRINGS ${header} types REGEX "^(class|struct|enum class) [A-Za-z]+[^;]*{$")
        foreach(type IN LISTS types)
            string(REGEX REPLACE "^(class|struct|enum class) ([A-Za-z]+).*" "\\2" type "${type}")
            list(FIND known ${type} place)
            if(NOT place EQUAL -1)
                list(APPEND failures "${room}: ${type} is defined twice")
            endif()
            list(APPEND known ${type})
        endforeach()
    endforeach()
endforeach()

if(failures)
    list(JOIN failures "\n  " text)
    message(FATAL_ERROR "wrong includes or names:\n  ${text}")
endif()
