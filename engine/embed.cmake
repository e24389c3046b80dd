# Turns text files into a source file that defines embedded_files() of a room, so that the program needs
# no file of its own at run time. Called at build time, by koppelkans_embed():
#   cmake "-DFILES=a.toml;b.toml" -DROOM=io -DOUTPUT=... [-DINDENT=drop] -P embed.cmake
# INDENT=drop leaves out the blanks before each line, which in XML are for people.
set(entries "")
foreach(file ${FILES})
    get_filename_component(name "${file}" NAME)
    file(READ "${file}" text)
    # The delimiter of the raw string literal must not occur in the text.
    string(FIND "${text}" ")koppelkans\"" delimiter)
    if(NOT delimiter EQUAL -1)
        message(FATAL_ERROR "${name} holds the delimiter of the literal that it becomes")
    endif()
    if(INDENT STREQUAL drop)
        string(REGEX REPLACE "\n +" "\n" text "${text}")
    endif()
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
file(WRITE "${OUTPUT}" "// Made by engine/embed.cmake.
#include \"engine/${ROOM}/embedded.h\"

namespace koppelkans::${ROOM} {

const std::vector<domain::EmbeddedFile>& embedded_files() {
    static const std::vector<domain::EmbeddedFile> files{
${entries}    };
    return files;
}

}  // namespace koppelkans::${ROOM}
")
