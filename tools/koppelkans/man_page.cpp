#include "tools/koppelkans/man_page.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "tools/koppelkans/help.h"

namespace koppelkans::tools {
namespace {

/// When the texts last changed; a man page without a date is refused by mandoc.
constexpr const char* text_date = "November 22, 2026";

/// roff reads a backslash anywhere, and a dot or quote at the start of a line, as its own.
std::string escaped(const std::string& text) {
    std::string safe;
    for (const char character : text) {
        if (character == '\\') {
            safe += "\\e";
        } else if (character == '-') {
            safe += "\\-";
        } else {
            safe += character;
        }
    }
    if (!safe.empty() && (safe.front() == '.' || safe.front() == '\'')) {
        safe.insert(0, "\\&");
    }
    return safe;
}

/// A paragraph, one sentence a line, as mdoc wants it.
std::string sentences(const std::string& text) {
    std::string lines;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = text.find(". ", start);
        const std::size_t length = end == std::string::npos ? end : end + 1 - start;
        lines += escaped(text.substr(start, length)) + "\n";
        start = end == std::string::npos ? text.size() : end + 2;
    }
    return lines;
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return text;
}

std::string header(const std::string& page, const std::string& summary) {
    return fmt::format(".Dd {}\n.Dt {} 1\n.Os\n.Sh NAME\n.Nm {}\n.Nd {}\n", text_date, upper(page),
                       page, escaped(summary));
}

std::string paragraphs(const std::vector<std::string>& texts) {
    std::string section = ".Sh DESCRIPTION\n";
    const char* separator = "";
    for (const std::string& text : texts) {
        section += separator + sentences(text);
        separator = ".Pp\n";
    }
    return section;
}

std::string entry(const std::string& name, const std::string& help) {
    return fmt::format(".It {}\n{}", escaped(name), sentences(help));
}

std::string examples(const std::vector<Example>& list) {
    std::string section = ".Sh EXAMPLES\n";
    const char* separator = "";
    for (const Example& example : list) {
        section += separator + sentences(example.explanation);
        section += fmt::format(".Pp\n.Dl {}\n", escaped(example.line));
        separator = ".Pp\n";
    }
    return section;
}

std::string exit_status() {
    std::string section = ".Sh EXIT STATUS\n.Bl -tag -width indent\n";
    for (const auto& [code, meaning] : program_text().exit_codes) {
        section += entry(code, meaning + ".");
    }
    return section + ".El\n";
}

std::string see_also(const std::vector<Command>& commands, const std::string& self) {
    std::vector<std::string> pages{"koppelkans"};
    for (const Command& command : commands) {
        pages.push_back("koppelkans-" + command.text.name);
    }
    pages.erase(std::remove(pages.begin(), pages.end(), self), pages.end());
    std::sort(pages.begin(), pages.end());
    std::string section = ".Sh SEE ALSO\n";
    for (const std::string& page : pages) {
        section += fmt::format(".Xr {} 1{}\n", page, page == pages.back() ? "" : " ,");
    }
    return section;
}

std::string option_list(const Command& command) {
    std::string section = ".Bl -tag -width indent\n";
    if (!command.positionals.name.empty()) {
        section += entry(command.positionals.name, command.positionals.help);
    }
    for (const Option& option : command.options) {
        section += entry(option.value.empty() ? option.names : option.names + " " + option.value,
                         option.help);
    }
    return section + entry("-h, --help", "Print the help.") + ".El\n";
}

std::string program_page(const std::vector<Command>& commands) {
    const ProgramText& text = program_text();
    std::string page = header("koppelkans", text.summary);
    page += ".Sh SYNOPSIS\n.Nm\n.Ar command ...\n.Nm\n.Fl \\-version\n";
    page += paragraphs(text.description);
    page += ".Pp\nThe commands are:\n.Bl -tag -width indent\n";
    for (const Command& command : commands) {
        page += fmt::format(".It Cm {}\n{}See\n.Xr koppelkans-{} 1 .\n", command.text.name,
                            sentences(command.text.summary + "."), command.text.name);
    }
    return page + ".El\n" + exit_status() + examples(text.examples) +
           see_also(commands, "koppelkans");
}

std::string command_page(const Command& command, const std::vector<Command>& commands) {
    const std::string name = "koppelkans-" + command.text.name;
    std::string page = header(name, command.text.summary) + ".Sh SYNOPSIS\n";
    const char* separator = "";
    for (const std::string& usage : command.text.usages) {
        page +=
            fmt::format("{}.Nm koppelkans {}\n{}\n", separator, command.text.name, escaped(usage));
        separator = ".Pp\n";
    }
    page +=
        paragraphs(command.text.description) + ".Pp\nThe arguments are:\n" + option_list(command);
    return page + exit_status() + examples(command.text.examples) + see_also(commands, name);
}

}  // namespace

std::vector<ManPage> man_pages(const std::vector<Command>& commands) {
    std::vector<ManPage> pages;
    pages.push_back({"koppelkans.1", program_page(commands)});
    for (const Command& command : commands) {
        pages.push_back(
            {fmt::format("koppelkans-{}.1", command.text.name), command_page(command, commands)});
    }
    return pages;
}

}  // namespace koppelkans::tools
