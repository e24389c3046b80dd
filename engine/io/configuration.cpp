#include "engine/io/configuration.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "engine/domain/errors.h"
#include "engine/io/catalogue.h"
#include "engine/io/configuration_parts.h"
#include "engine/io/configuration_text.h"

namespace koppelkans::io {

namespace {
constexpr std::size_t most_bytes = 10'000'000;
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

bool has(const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

std::string read_text(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        throw domain::InputError(
            fmt::format("{}: is a folder; name the configuration file in it", path));
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw domain::InputError(fmt::format("{}: {}", path,
                                             std::filesystem::exists(path, ignored)
                                                 ? "cannot be opened; may it be read?"
                                                 : "there is no such file"));
    }
    std::string text(most_bytes + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad()) {
        throw domain::InputError(fmt::format("{}: cannot be read", path));
    }
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

/// What can be said of a text before it is parsed; gives it without its byte order mark.
std::string_view plain_text(std::string_view text, const std::string& path) {
    if (text.size() > most_bytes) {
        throw domain::InputError(
            fmt::format("{}: is larger than 10 MB, which no configuration is", path));
    }
    if (text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF") {
        throw domain::InputError(fmt::format("{}: is in UTF-16; save it as UTF-8", path));
    }
    if (text.substr(0, utf8_mark.size()) == utf8_mark) {
        text.remove_prefix(utf8_mark.size());
    }
    return text;
}

const TomlValue& bronnen_list(const Section& top) {
    const TomlValue* bronnen = top.find("bronnen");
    if (bronnen != nullptr && bronnen->kind == TomlKind::table) {
        top.fail("bronnen",
                 "[bronnen] must have two brackets on either side, [[bronnen]], once for "
                 "each source");
    }
    bronnen = top.list("bronnen");
    if (bronnen == nullptr || bronnen->items.empty()) {
        throw domain::InputError(fmt::format(
            "{}: there are no sources; add a section [[bronnen]] with naam and bron for each file "
            "of plans",
            top.path()));
    }
    return *bronnen;
}

const TomlValue& buurten_table(const Section& top) {
    const TomlValue* buurten = top.table("buurten");
    if (buurten == nullptr) {
        throw domain::InputError(fmt::format(
            "{}: there are no buurten; add a section [buurten] with bron = \"...\", a file of "
            "polygons with their code",
            top.path()));
    }
    return *buurten;
}

void read_lagen(const Section& top, Configuration& run) {
    const auto wanted = top.texts("lagen");
    if (!wanted) {
        return;
    }
    try {
        run.lagen = chosen_lagen(*wanted);
    } catch (const domain::InputError& error) {
        top.fail("lagen", error.what());
    }
}

void read_sections(const Section& top, Configuration& run) {
    read_settings(top, run.settings);
    run.crs = top.text("crs").value_or(run.crs);
    const std::string uitvoer = top.text("uitvoer").value_or(run.uitvoer);
    run.uitvoer = resolved_output(top.path(), uitvoer);
    run.uitvoer_named_in = std::filesystem::path(top.path()).parent_path().string();
    read_lagen(top, run);
    if (const TomlValue* soorten = top.table("soorten")) {
        read_soorten(top.path(), *soorten, CatalogueOrigin::configuration, run.soorten);
    }
    if (const TomlValue* fasen = top.table("fasen")) {
        read_fasen(top.path(), *fasen, run.fasen);
    }
    const Ballpark ballpark =
        top.yes_no("crs_onzeker").value_or(false) ? Ballpark::allowed : Ballpark::refused;
    run.buurten = read_buurten_section(top.path(), buurten_table(top), ballpark);
    run.bronnen = read_bronnen_sections(top.path(), bronnen_list(top), ballpark, run.soorten);
}
}  // namespace

const std::vector<std::string>& alle_lagen() {
    static const std::vector<std::string> lagen = {
        "koppelkansen", "gebiedskansen", "combinaties",        "risicos",
        "buurten",      "wijken",        "gemeenten",          "opgaven",
        "werkgebieden", "afgekeurd",     "koppelkansen_totaal"};
    return lagen;
}

std::vector<std::string> chosen_lagen(const std::vector<std::string>& wanted) {
    if (wanted.empty()) {
        throw domain::InputError("lagen names no layer; leave it out for all of them");
    }
    for (const std::string& laag : wanted) {
        // run and bronnen are always written; whoever names them asks for nothing wrong.
        if (!has(alle_lagen(), laag) && laag != "run" && laag != "bronnen") {
            throw domain::InputError(
                fmt::format("unknown layer {}{}", in_quotes(laag), meant(laag, alle_lagen())));
        }
    }
    if (has(wanted, "koppelkansen_totaal") && !has(wanted, "koppelkansen")) {
        throw domain::InputError(
            "the layer koppelkansen_totaal is a view of koppelkansen; name that one too");
    }
    std::vector<std::string> chosen;
    for (const std::string& laag : alle_lagen()) {
        if (has(wanted, laag)) {
            chosen.push_back(laag);
        }
    }
    return chosen;
}

Configuration default_configuration(time::Day today) {
    static const domain::SoortCatalogus soorten = shipped_soorten();
    static const domain::FaseCatalogus fasen = shipped_fasen();
    Configuration run;
    run.settings.peildatum = today;
    run.lagen = alle_lagen();
    run.soorten = soorten;
    run.fasen = fasen;
    return run;
}

Configuration parse_configuration(const std::string& text, const std::string& path,
                                  time::Day today) {
    const std::string_view plain = plain_text(text, path);
    const TomlValue file = parse_toml(plain, path);
    Configuration run = default_configuration(today);
    read_sections(Section(path, file, top_keys()), run);
    run.text = masked_toml(plain);
    return run;
}

Configuration read_configuration(const std::string& path, time::Day today) {
    return parse_configuration(read_text(path), path, today);
}

}  // namespace koppelkans::io
