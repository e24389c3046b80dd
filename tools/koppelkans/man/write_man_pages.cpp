// Writes the man pages into the folder that is named; run by the build.

#include <cstdio>
#include <exception>
#include <fstream>
#include <string>

#include "tools/koppelkans/command.h"
#include "tools/koppelkans/man_page.h"

int main(int count, char** arguments) {
    try {
        if (count != 2) {
            std::fputs("usage: write_man_pages FOLDER\n", stderr);
            return 2;
        }
        for (const auto& page : koppelkans::tools::man_pages(koppelkans::tools::all_commands())) {
            std::ofstream file(std::string(arguments[1]) + "/" + page.file);
            file << page.text;
            file.close();
            if (!file) {
                std::fprintf(stderr, "write_man_pages: cannot write %s\n", page.file.c_str());
                return 1;
            }
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "write_man_pages: %s\n", error.what());
        return 1;
    }
    return 0;
}
