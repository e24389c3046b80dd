#include "tools/koppelkans/configuration_draft.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/domain/errors.h"
#include "engine/domain/readable_text.h"
#include "engine/domain/veld.h"
#include "engine/io/inspect.h"

namespace koppelkans::tools {
namespace {

void add_text(std::string& block, const char* key, const std::string& value) {
    block += fmt::format("{} = {}\n", key, toml_text(value));
}

void add_text(std::string& block, const char* key, const std::optional<std::string>& value) {
    if (value) {
        add_text(block, key, *value);
    }
}

void add_ballpark(std::string& block, io::Ballpark ballpark) {
    if (ballpark == io::Ballpark::allowed) {
        block += "crs_onzeker = true\n";
    }
}

/// `velden = { id = "streng", naam = "naam" }`; nothing where there is nothing to say.
template <class Pairs, class KeyText>
void add_table(std::string& block, const char* key, const Pairs& pairs, KeyText key_text) {
    std::string inside;
    for (const auto& [name, value] : pairs) {
        inside +=
            fmt::format("{}{} = {}", inside.empty() ? "" : ", ", key_text(name), toml_text(value));
    }
    if (!inside.empty()) {
        block += fmt::format("{} = {{ {} }}\n", key, inside);
    }
}

void refuse_empty_folder(const std::string& plan, const std::vector<std::string>& notes) {
    std::error_code ignored;
    if (std::filesystem::is_directory(plan, ignored)) {
        throw domain::InputError(fmt::format("there is no source of plans in {}{}{}", plan,
                                             notes.empty() ? "" : ": ", fmt::join(notes, "; ")));
    }
}

bool is_same_file(const std::string& one, const std::string& other) {
    std::error_code unknown;  // a database is no file
    return std::filesystem::equivalent(one, other, unknown) && !unknown;
}

}  // namespace

std::string toml_text(const std::string& text) {
    std::string quoted = "\"";
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if (byte == '"' || byte == '\\') {
            quoted += '\\';
            quoted += byte;
        } else if (value < 0x20 || value == 0x7F) {
            quoted += fmt::format("\\u{:04X}", static_cast<unsigned>(value));
        } else {
            quoted += byte;
        }
    }
    return quoted + "\"";
}

std::string buurten_block(const io::BuurtenConfiguration& buurten) {
    std::string block = "[buurten]\n";
    add_text(block, "bron", io::masked(buurten.bron));
    if (!buurten.laag.empty()) {
        add_text(block, "laag", buurten.laag);
    }
    if (buurten.jaar) {
        block += fmt::format("jaar = {}\n", *buurten.jaar);
    }
    add_text(block, "crs", buurten.crs);
    add_ballpark(block, buurten.ballpark);
    add_text(block, "encoding", buurten.encoding);
    add_table(block, "velden", buurten.velden, [](const std::string& name) { return name; });
    return block;
}

std::string bron_block(const io::BronConfiguration& bron) {
    std::string block = "[[bronnen]]\n";
    add_text(block, "naam", bron.naam);
    add_text(block, "bron", io::masked(bron.bron));
    if (!bron.laag.empty()) {
        add_text(block, "laag", bron.laag);
    }
    add_text(block, "soort", bron.soort);
    add_text(block, "soort_veld", bron.soort_veld);
    add_table(block, "soort_waarden", bron.soort_waarden, toml_text);
    if (bron.werkafstand_m) {
        const std::string number = fmt::format("{}", *bron.werkafstand_m);
        block += fmt::format("werkafstand = {}\n", number);
    }
    add_text(block, "groepeer", bron.groepeer);
    add_text(block, "filter", bron.filter);
    add_text(block, "crs", bron.crs);
    add_ballpark(block, bron.ballpark);
    add_text(block, "encoding", bron.encoding);
    add_table(block, "velden", bron.velden,
              [](domain::Veld veld) { return domain::to_text(veld); });
    return block;
}

std::string commented_out(const std::string& block) {
    std::string text;
    std::size_t start = 0;
    while (start < block.size()) {
        const std::size_t end = std::min(block.find('\n', start), block.size());
        text += "# " + block.substr(start, end - start) + "\n";
        start = end + 1;
    }
    return text;
}

std::string comment_lines(const Comments& comments) {
    std::string text;
    for (const std::string& comment : comments) {
        std::string line = comment;
        // A comment in TOML ends with its line, is UTF-8 and holds no control characters.
        std::replace_if(
            line.begin(), line.end(),
            [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }, ' ');
        text += line.empty() ? "#\n" : "# " + domain::readable(line) + "\n";
    }
    return text;
}

std::string configuration_text(const io::Configuration& run) {
    std::string text = buurten_block(run.buurten);
    for (const io::BronConfiguration& bron : run.bronnen) {
        text += "\n" + bron_block(bron);
    }
    return text;
}

PlanSources sources_of_plans(const std::vector<std::string>& plans, const io::Configuration& run) {
    PlanSources found;
    std::set<std::string> names;
    for (const std::string& plan : plans) {
        std::vector<std::string> notes;
        std::vector<io::BronConfiguration> sources = io::sources_of(plan, run, &notes);
        if (sources.empty()) {
            refuse_empty_folder(plan, notes);
        }
        found.notes.insert(found.notes.end(), notes.begin(), notes.end());
        for (io::BronConfiguration& bron : sources) {
            if (is_same_file(bron.bron, run.buurten.bron)) {
                found.notes.push_back(bron.bron + ": passed over, it holds the neighbourhoods");
                continue;
            }
            const std::string naam = bron.naam;
            for (int number = 2; !names.insert(bron.naam).second; ++number) {
                bron.naam = fmt::format("{}-{}", naam, number);
            }
            found.bronnen.push_back(std::move(bron));
        }
    }
    return found;
}

}  // namespace koppelkans::tools
