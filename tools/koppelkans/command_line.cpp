#include "tools/koppelkans/command_line.h"

#include <algorithm>
#include <memory>
#include <type_traits>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"

namespace koppelkans::tools {
namespace {

struct Flags {
    bool help = false;
    bool version = false;
};

std::vector<std::string> names_of(const std::vector<Command>& commands) {
    std::vector<std::string> names;
    names.reserve(commands.size());
    for (const Command& command : commands) {
        names.push_back(command.text.name);
    }
    return names;
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
    const std::string nearest = domain::nearest(word, known);
    return nearest.empty() ? std::string() : fmt::format("; did you mean {}?", nearest);
}

void declare(CLI::App& app, const Option& option) {
    std::visit(
        [&](auto* target) {
            using Value = std::remove_pointer_t<decltype(target)>;
            if constexpr (std::is_same_v<Value, bool>) {
                app.add_flag(option.names, *target);
            } else {
                CLI::Option* const added = app.add_option(option.names, *target);
                added->expected(1);
                if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
                    added->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
                    added->allow_extra_args(false);  // else it eats the arguments behind it
                }
            }
        },
        option.target);
}

void declare_command(CLI::App& app, const Command& command, Flags& flags) {
    CLI::App& sub = *app.add_subcommand(command.text.name);
    sub.set_help_flag();
    sub.allow_extras();
    sub.add_flag("-h,--help", flags.help);
    for (const Option& option : command.options) {
        declare(sub, option);
    }
    if (command.positionals.target != nullptr) {
        sub.add_option(command.positionals.name, *command.positionals.target);
    }
}

bool is_option(const std::string& word) {
    return word.size() > 1 && word.front() == '-';
}

std::vector<std::string> long_names(const Command& command) {
    std::vector<std::string> names{"--help"};
    for (const Option& option : command.options) {
        names.push_back(option.names.substr(option.names.rfind(',') + 1));
    }
    return names;
}

/// A word that no option and no positional of the command took.
[[noreturn]] void refuse(const std::string& word, const Command& command) {
    if (!is_option(word)) {
        throw domain::UsageError(fmt::format("{} takes no argument \"{}\"; see koppelkans {} -h",
                                             command.text.name, word, command.text.name));
    }
    const std::string name = word.substr(0, word.find('='));
    const std::string hint = did_you_mean(name, long_names(command));
    throw domain::UsageError(fmt::format(
        "{} has no option {}{}", command.text.name, name,
        hint.empty() ? fmt::format("; see koppelkans {} -h", command.text.name) : hint));
}

/// The first word is neither a command nor an option of the program.
[[noreturn]] void refuse(const std::string& word, const std::vector<Command>& commands) {
    if (is_option(word)) {
        const std::string hint = did_you_mean(word, {"--help", "--version"});
        throw domain::UsageError(fmt::format("there is no option {} before a command{}", word,
                                             hint.empty() ? "; see koppelkans -h" : hint));
    }
    const std::string hint = did_you_mean(word, names_of(commands));
    throw domain::UsageError(fmt::format(
        "there is no command \"{}\"{}", word,
        hint.empty() ? fmt::format("; the commands are {}", fmt::join(names_of(commands), ", "))
                     : hint));
}

/// CLI11 says "--horizon: 1 required TEXT missing"; the options are ours, so the sentence is too.
std::string explained(const CLI::ParseError& error) {
    std::string text = error.what();
    const std::string option = text.substr(0, text.find_first_of(": "));
    if (error.get_name() == "ArgumentMismatch" && is_option(option)) {
        return text.find("required") != std::string::npos &&
                       text.find("missing") != std::string::npos
                   ? fmt::format("{} needs a value", option)
                   : fmt::format("{} takes one value and can be given once", option);
    }
    return text;
}

const Command* command_named(const std::string& name, const std::vector<Command>& commands) {
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command& command) {
        return command.text.name == name;
    });
    return found == commands.end() ? nullptr : &*found;
}

/// `-h` is looked for by hand, so that it helps even where the rest of the line is wrong.
bool asks_help(const std::vector<std::string>& arguments) {
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    return std::any_of(arguments.begin(), end,
                       [](const std::string& word) { return word == "-h" || word == "--help"; });
}

void parse(CLI::App& app, std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
        app.parse(arguments);
    } catch (const CLI::ParseError& error) {
        throw domain::UsageError(explained(error));
    }
}

}  // namespace

ParsedLine parse_command_line(const std::vector<std::string>& arguments,
                              const std::vector<Command>& commands) {
    if (arguments.empty()) {
        throw domain::UsageError(fmt::format("name a command: {}; koppelkans -h explains them",
                                             fmt::join(names_of(commands), ", ")));
    }
    const Command* const named = command_named(arguments.front(), commands);
    if (asks_help(arguments) && (named != nullptr || is_option(arguments.front()))) {
        return {Wish::help, named};
    }
    CLI::App app;
    Flags flags;
    app.set_help_flag();
    app.allow_extras();
    app.add_flag("--version", flags.version);
    if (named != nullptr) {
        declare_command(app, *named, flags);
    }
    parse(app, arguments);
    if (flags.version) {
        return {Wish::version, nullptr};
    }
    if (named == nullptr) {
        refuse(arguments.front(), commands);
    }
    std::vector<std::string> left = app.remaining(true);
    left.erase(std::remove(left.begin(), left.end(), "--"), left.end());
    if (!left.empty()) {
        const auto option = std::find_if(left.begin(), left.end(), is_option);
        refuse(option == left.end() ? left.front() : *option, *named);
    }
    return {Wish::run, named};
}

}  // namespace koppelkans::tools
