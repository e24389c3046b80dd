#include "tools/koppelkans/program.h"

int main(int count, char** arguments) {
    return static_cast<int>(koppelkans::tools::run_program({arguments + 1, arguments + count}));
}
