# Turns styles/*.qml into a source file, so that the program needs no file of its own at run time.
# Called at build time:
#   cmake -DFOLDER=styles "-DLAYERS=opgaven;run" -DOUTPUT=... -P style_embed.cmake
set(entries "")
foreach(layer ${LAYERS})
    file(READ "${FOLDER}/${layer}.qml" qml)
    # The delimiter of the raw string literal must not occur in the text.
    string(FIND "${qml}" ")koppelkans\"" delimiter)
    if(NOT delimiter EQUAL -1)
        message(FATAL_ERROR "${layer}.qml holds the delimiter of the literal that it becomes")
    endif()
    string(APPEND entries "        {\"${layer}\", R\"koppelkans(${qml})koppelkans\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made by engine/io/style_embed.cmake from styles/*.qml.
#include \"engine/io/style_embedded.h\"

namespace koppelkans::io {

const std::vector<EmbeddedStyle>& embedded_styles() {
    static const std::vector<EmbeddedStyle> styles{
${entries}    };
    return styles;
}

}  // namespace koppelkans::io
")
