#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace koppelkans::tools {

/// How the program ends; also what the shell sees.
enum class ExitCode {
    done = 0,
    failed = 1,       ///< the input or the machine did not allow it
    wrong_usage = 2,  ///< what was typed cannot be carried out
    interrupted = 130,
    terminated = 143,
};

/// What a command hands back; it prints nothing itself.
struct Outcome {
    ExitCode code = ExitCode::done;
    std::string text;     ///< for stdout, with its line ends
    std::string message;  ///< for stderr, without the program's name and line end; may be empty
    /// What is written and whole, also where `text` cannot be shown; empty: nothing is.
    std::string written{};
};

/// Where the value of an option goes: a flag, a value, or a value that may be given more than once.
using Target = std::variant<bool*, std::optional<std::string>*, std::vector<std::string>*>;

/// An option as it is typed and as it is explained.
struct Option {
    std::string names;  ///< "--output" or "-h,--help"
    std::string value;  ///< what stands for the value in the help, "FILE"; empty for a flag
    std::string help;   ///< one or more sentences
    Target target;
};

/// The arguments without a dash; there may be any number of them, the command judges how many.
struct Positionals {
    std::string name;  ///< "CONFIG"; empty: the command takes none
    std::string help;
    std::vector<std::string>* target = nullptr;
};

/// A line to type and what it does.
struct Example {
    std::string line;
    std::string explanation;
};

/// What help and man page say of a command beside its options.
struct CommandText {
    std::string name;                      ///< "run"
    std::string summary;                   ///< half a sentence, without a full stop
    std::vector<std::string> usages;       ///< what follows the name: "CONFIG [options]"
    std::vector<std::string> description;  ///< paragraphs
    std::vector<Example> examples;
};

/// A subcommand: how it is typed, explained and run. Making one opens and reads nothing; `run`
/// looks at what the command line put into the targets. Throws domain::UsageError or
/// domain::InputError.
struct Command {
    CommandText text;
    Positionals positionals;
    std::vector<Option> options;
    std::function<Outcome()> run;
};

Command run_command();
Command check_command();
Command init_command();
Command report_command();
Command soorten_command();

/// Every subcommand, in the order of the help. Build, help and man pages go by this one list.
std::vector<Command> all_commands();

}  // namespace koppelkans::tools
