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
    # Indentation is for people.
    string(REGEX REPLACE "\n +" "\n" text "${text}")
    # Compilers need not take literals of more than 65,536 bytes; parts end with a line.
    set(parts "")
    string(LENGTH "${text}" rest)
    while(rest GREATER 0)
        string(SUBSTRING "${text}" 0 30000 part)
        if(rest GREATER 30000)
            string(FIND "${part}" "\n" end REVERSE)
            if(end EQUAL -1)
                message(FATAL_ERROR "${name} has a line of more than 30,000 bytes (a picture in it?); break it up")
            endif()
            math(EXPR end "${end} + 1")
            string(SUBSTRING "${part}" 0 ${end} part)
        endif()
        string(APPEND parts "            R\"koppelkans(${part})koppelkans\",\n")
        string(LENGTH "${part}" taken)
        string(SUBSTRING "${text}" ${taken} -1 text)
        math(EXPR rest "${rest} - ${taken}")
    endwhile()
    string(APPEND entries "        {\"${name}\",\n         {\n${parts}         }},\n")
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
