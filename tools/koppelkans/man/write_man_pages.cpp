// Writes the man pages into the folder that is named; run by the build.

#include <cstdio>
#include <exception>
#include <fstream>
#include <string>

#include "tools/koppelkans/command.h"
#include "tools/koppelkans/man_page.h"

namespace {

int say(const std::string& message, int code) {
    const std::string line = "write_man_pages: " + message + "\n";
    static_cast<void>(std::fputs(line.c_str(), stderr));
    return code;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        if (count != 2) {
            return say("name the folder to write to", 2);
        }
        const std::string folder = arguments[1];
        for (const auto& page : koppelkans::tools::man_pages(koppelkans::tools::all_commands())) {
            std::ofstream file(folder + "/" + page.file);
            file << page.text;
            file.close();
            if (!file) {
                return say("cannot write " + page.file, 1);
            }
        }
    } catch (const std::exception& error) {
        return say(error.what(), 1);
    }
    return 0;
}
