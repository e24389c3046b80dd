# Turns data/soorten.toml and data/fasen.toml into a source file, so that the program needs no file
# of its own at run time. Called at build time:
#   cmake -DSOORTEN=... -DFASEN=... -DOUTPUT=... -P embed.cmake
foreach(name SOORTEN FASEN)
    file(READ "${${name}}" text)
    # The delimiter of the raw string literal must not occur in the text.
    string(FIND "${text}" ")koppelkans\"" delimiter)
    if(NOT delimiter EQUAL -1)
        message(FATAL_ERROR "${${name}} holds the delimiter of the literal that it becomes")
    endif()
    set(${name}_TEXT "${text}")
endforeach()
file(WRITE "${OUTPUT}" "// Made by engine/io/embed.cmake from data/*.toml.
#include \"engine/io/embedded_data.h\"

namespace koppelkans::io {

std::string_view embedded_soorten() {
    return R\"koppelkans(${SOORTEN_TEXT})koppelkans\";
}

std::string_view embedded_fasen() {
    return R\"koppelkans(${FASEN_TEXT})koppelkans\";
}

}  // namespace koppelkans::io
")
