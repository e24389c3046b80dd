#include "tools/koppelkans/program.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <string_view>

#include <fmt/format.h>

#include "engine/domain/errors.h"
#include "engine/domain/readable_text.h"
#include "engine/geometry/geometry.h"
#include "engine/geometry/projection.h"
#include "engine/io/job.h"
#include "engine/io/result_file.h"
#include "tools/koppelkans/command_line.h"
#include "tools/koppelkans/help.h"
#include "tools/koppelkans/memory_limit.h"
#include "tools/koppelkans/startup.h"
#include "tools/koppelkans/stop_signal.h"

namespace koppelkans::tools {
namespace {

/// Of malloc and new, and where no thread can be started.
constexpr std::array<std::string_view, 4> memory_words{
    "Cannot allocate memory", "Resource temporarily unavailable", "bad_alloc", "out of memory"};

/// Libraries hand on what was said to them, in an exception of their own.
bool tells_of_memory(std::string_view what) {
    return std::any_of(memory_words.begin(), memory_words.end(), [what](std::string_view words) {
        return what.find(words) != std::string_view::npos;
    });
}

Outcome carried_out(const std::vector<std::string>& arguments) {
    const std::vector<Command> commands = all_commands();
    const ParsedLine line = parse_command_line(arguments, commands);
    switch (line.wish) {
        case Wish::version:
            return {ExitCode::done, version_text(), ""};
        case Wish::help:
            return {ExitCode::done,
                    line.command == nullptr ? program_help(commands) : command_help(*line.command),
                    ""};
        case Wish::run:
            break;
    }
    check_open_files();
    return line.command->run();
}

/// The message of an exception may have several lines; each gets the program's name. Names of files
/// and columns in it are those of others, and are no commands to a terminal.
void print_message(const std::string& raw) {
    const std::string message = domain::readable(raw);
    std::size_t start = 0;
    while (start < message.size()) {
        const std::size_t end = std::min(message.find('\n', start), message.size());
        const std::string line = "koppelkans: " + message.substr(start, end - start) + "\n";
        static_cast<void>(std::fwrite(line.data(), 1, line.size(), stderr));
        start = end + 1;
    }
}

/// Empty when the text is out, or when nobody reads any more; else why it could not be written, and
/// that what was worked for is not lost.
std::string print(const Outcome& outcome) {
    const std::string text = domain::readable(outcome.text);
    errno = 0;
    const bool whole = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if ((whole && std::fflush(stdout) == 0) || errno == EPIPE) {
        return {};
    }
    return fmt::format("cannot write to the standard output: {}{}",
                       std::generic_category().message(errno),
                       outcome.written.empty()
                           ? ""
                           : fmt::format("; {} is written and whole, only its summary could not "
                                         "be shown",
                                         outcome.written));
}

}  // namespace

std::string version_text() {
    return fmt::format("koppelkans {}\nGDAL {}\nGEOS {}\nPROJ {}\nSQLite {}\n", io::version(),
                       io::gdal_version(), geometry::geos_version(), geometry::proj_version(),
                       io::sqlite_version());
}

Outcome outcome_of(const std::vector<std::string>& arguments) {
    try {
        return carried_out(arguments);
    } catch (const domain::UsageError& error) {
        return {ExitCode::wrong_usage, "", error.what()};
    } catch (const domain::InputError& error) {
        return {ExitCode::failed, "", error.what()};
    } catch (const Stopped& stopped) {
        return {stopped.code(), "", stopped.what()};
    } catch (const std::bad_alloc&) {
        return {ExitCode::failed, "", no_memory_sentence()};
    } catch (const std::exception& error) {
        return {ExitCode::failed, "",
                tells_of_memory(error.what())
                    ? no_memory_sentence()
                    : fmt::format("something went wrong that should not: {}", error.what())};
    }
}

ExitCode run_program(const std::vector<std::string>& arguments) {
    prepare_process();
    end_well_without_memory();
    // Libraries that make a context of PROJ for themselves ask the environment.
    static_cast<void>(::setenv("PROJ_NETWORK", "OFF", 1));  // NOLINT: no other thread runs yet
    const Outcome outcome = outcome_of(arguments);
    const std::string fault = print(outcome);
    print_message(outcome.message);
    print_message(fault);
    return fault.empty() || outcome.code != ExitCode::done ? outcome.code : ExitCode::failed;
}

}  // namespace koppelkans::tools
