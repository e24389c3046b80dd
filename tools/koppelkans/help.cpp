#include "tools/koppelkans/help.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

namespace koppelkans::tools {
namespace {

constexpr std::size_t page_width = 80;
constexpr std::size_t option_column = 24;

std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

void add_paragraph(std::string& page, const std::string& text, std::size_t indent) {
    for (const std::string& line : wrapped(text, page_width - indent)) {
        page += std::string(indent, ' ') + line + "\n";
    }
}

/// A name at the left and its explanation beside it, or below it where the name is long.
void add_entry(std::string& page, const std::string& name, const std::string& help) {
    std::string line = "  " + name;
    if (characters(line) + 2 > option_column) {
        page += line + "\n";
        line.clear();
    }
    for (const std::string& part : wrapped(help, page_width - option_column)) {
        line.append(option_column - characters(line), ' ').append(part).append("\n");
        page += line;
        line.clear();
    }
}

void add_examples(std::string& page, const std::vector<Example>& examples) {
    page += examples.size() == 1 ? "\nExample:\n" : "\nExamples:\n";
    const char* separator = "";
    for (const Example& example : examples) {
        page += separator;
        page += "  " + example.line + "\n";
        add_paragraph(page, example.explanation, 6);
        separator = "\n";
    }
}

}  // namespace

const ProgramText& program_text() {
    static const ProgramText text{
        "find the places where planned works can go together",
        {"Reads the plans of a municipality and of others who dig, build and help there, from any "
         "GIS "
         "file, and finds per neighbourhood (buurt) which of them meet in space and time: the "
         "koppelkansen. The result is one GeoPackage that opens in QGIS, with an account of every "
         "row "
         "that was read.",
         "Messages go to stderr; only what was asked for goes to stdout."},
        {{"0", "done; rows with faults are counted and kept in the layer afgekeurd"},
         {"1", "the input or the machine did not allow it, or --strict and there were faults"},
         {"2", "the command line cannot be carried out as typed"},
         {"130, 143", "stopped by Ctrl-C or by SIGTERM; the old result is as it was"}},
        {{"koppelkans init plannen",
          "Looks at the files in the folder plannen and writes plannen/koppelkans.toml."},
         {"koppelkans run plannen/koppelkans.toml", "Finds the koppelkansen."}}};
    return text;
}

std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
    std::vector<std::string> lines;
    std::istringstream words(text);
    std::string word;
    std::string line;
    while (words >> word) {
        if (!line.empty() && characters(line) + 1 + characters(word) > width) {
            lines.push_back(line);
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
    }
    if (!line.empty()) {
        lines.push_back(line);
    }
    return lines;
}

std::string program_help(const std::vector<Command>& commands) {
    const ProgramText& text = program_text();
    std::string page = fmt::format("koppelkans - {}\n\n", text.summary);
    page += "Usage: koppelkans COMMAND ...\n       koppelkans COMMAND -h\n\n";
    for (const std::string& paragraph : text.description) {
        add_paragraph(page, paragraph, 0);
        page += "\n";
    }
    page += "Commands:\n";
    for (const Command& command : commands) {
        add_entry(page, command.text.name, command.text.summary);
    }
    page += "\nOptions:\n";
    add_entry(page, "-h, --help", "Explain the program, or the command before it.");
    add_entry(page, "--version", "Print the version, and those of GDAL, GEOS, PROJ and SQLite.");
    page += "\nExit codes:\n";
    for (const auto& [code, meaning] : text.exit_codes) {
        add_entry(page, code, meaning);
    }
    add_examples(page, text.examples);
    return page;
}

std::string command_help(const Command& command) {
    std::string page =
        fmt::format("koppelkans {} - {}\n\n", command.text.name, command.text.summary);
    const char* label = "Usage: ";
    for (const std::string& usage : command.text.usages) {
        const std::string start = fmt::format("{}koppelkans {} ", label, command.text.name);
        std::string indent = start;
        for (const std::string& line : wrapped(usage, page_width - start.size())) {
            page += indent + line + "\n";
            indent = std::string(start.size(), ' ');
        }
        label = "       ";
    }
    page += "\n";
    for (const std::string& paragraph : command.text.description) {
        add_paragraph(page, paragraph, 0);
        page += "\n";
    }
    if (!command.positionals.name.empty()) {
        page += "Arguments:\n";
        add_entry(page, command.positionals.name, command.positionals.help);
        page += "\n";
    }
    page += "Options:\n";
    for (const Option& option : command.options) {
        add_entry(page, option.value.empty() ? option.names : option.names + " " + option.value,
                  option.help);
    }
    add_entry(page, "-h, --help", "Print this.");
    add_examples(page, command.text.examples);
    return page;
}

}  // namespace koppelkans::tools
