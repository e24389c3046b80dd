# Turns styles/*.qml and *.sld into a source file, so that the program needs no file of its own at run
# time. Called at build time:
#   cmake "-DFILES=styles/opgaven.qml;styles/opgaven.sld" -DOUTPUT=... -P embed.cmake
set(entries "")
foreach(file ${FILES})
    get_filename_component(name "${file}" NAME)
    file(READ "${file}" text)
    # The delimiter of the raw string literal must not occur in the text.
    string(FIND "${text}" ")koppelkans\"" delimiter)
    if(NOT delimiter EQUAL -1)
        message(FATAL_ERROR "${name} holds the delimiter of the literal that it becomes")
    endif()
    # Indentation is for people; without it the literals stay short.
    string(REGEX REPLACE "\n +" "\n" text "${text}")
    string(APPEND entries "        {\"${name}\", R\"koppelkans(${text})koppelkans\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made by engine/publish/embed.cmake from styles/.
#include \"engine/publish/embedded.h\"

namespace koppelkans::publish {

const std::vector<EmbeddedStyle>& embedded_styles() {
    static const std::vector<EmbeddedStyle> styles{
${entries}    };
    return styles;
}

}  // namespace koppelkans::publish
")
