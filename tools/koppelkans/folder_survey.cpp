#include "tools/koppelkans/folder_survey.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"
#include "engine/geometry/projection.h"
#include "engine/io/draft_file.h"
#include "engine/io/inspect.h"
#include "engine/io/shared_datasets.h"
#include "engine/io/source.h"
#include "engine/io/source_text.h"
#include "tools/koppelkans/configuration_draft.h"
#include "tools/koppelkans/help.h"

namespace koppelkans::tools {
namespace {

using domain::Veld;

constexpr std::size_t comment_width = 96;

constexpr const char* settings_block =
    "# The settings with their defaults; take away the # to change one.\n"
    "# peildatum = 2027-01-01            # the day of the run\n"
    "# horizon = \"P2Y\"                   # how far two opgaven may lie apart in time\n"
    "# aanloop = \"P2Y\"                   # how long before the start there is room to join\n"
    "# min_oppervlakte = 1.0             # m2 of overlap\n"
    "# uitvoer = \"koppelkansen.gpkg\"\n";

/// What a source had better have, for the user to name where it was not recognised.
constexpr Veld expected_velden[] = {Veld::id,   Veld::naam,   Veld::start,
                                    Veld::eind, Veld::status, Veld::trekker};

bool has(const std::vector<io::FieldMatch>& fields, Veld veld) {
    return std::any_of(fields.begin(), fields.end(),
                       [veld](const io::FieldMatch& field) { return field.veld == veld; });
}

std::string not_recognised(const std::vector<io::FieldMatch>& fields) {
    std::vector<std::string> missing;
    for (const Veld veld : expected_velden) {
        if (!has(fields, veld)) {
            missing.emplace_back(domain::to_text(veld));
        }
    }
    return missing.empty()
               ? std::string()
               : fmt::format("Not recognised: {}; name the columns in velden, if it has them.",
                             fmt::join(missing, ", "));
}

std::string rows_text(std::int64_t rows) {
    return rows < 0 ? "rows not counted" : fmt::format("{} {}", rows, rows == 1 ? "row" : "rows");
}

/// The layer that a source was made from; null where there is none.
const io::InspectedLayer* layer_of(const io::Inspection& inspection,
                                   const io::BronConfiguration& bron) {
    for (const io::InspectedLayer& layer : inspection.layers) {
        if (layer.path == bron.bron && (bron.laag.empty() || layer.layer == bron.laag)) {
            return &layer;
        }
    }
    return nullptr;
}

/// A column whose name a configuration does not take is recognised again by the run.
bool can_be_written(const std::string& column) {
    return !domain::trimmed(column).empty() &&
           std::none_of(column.begin(), column.end(), [](char byte) {
               const auto value = static_cast<unsigned char>(byte);
               return (value < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') ||
                      value == 0x7F;
           });
}

/// What was recognised becomes what is written, so that the user sees and can change it.
void write_down(const std::vector<io::FieldMatch>& fields, io::BronConfiguration& bron) {
    for (const io::FieldMatch& field : fields) {
        if (!can_be_written(field.column)) {
            continue;
        }
        if (field.veld == Veld::soort) {
            bron.soort_veld = field.column;
        } else if (field.veld != Veld::groep) {
            bron.velden[field.veld] = field.column;
        }
    }
}

/// The message without the file and layer that the reader looks at already.
std::string without_place(const std::string& message, const io::InspectedLayer& layer) {
    for (const std::string& place : {fmt::format("{}, layer {}: ", layer.path, layer.layer),
                                     fmt::format("{}: ", layer.path)}) {
        if (message.compare(0, place.size(), place) == 0) {
            return message.substr(place.size());
        }
    }
    return message;
}

/// Opens the source as `run` would, to see what it makes of it.
void open_as_run_would(SurveyedSource& source, const io::Configuration& run,
                       const geometry::Crs& analysis_crs, io::SharedDatasets& datasets) {
    try {
        const io::Source opened(source.bron, run, analysis_crs, &datasets);
        source.comments.push_back(
            fmt::format("Layer {}, {}, {}.", opened.laag(), rows_text(opened.row_count()),
                        opened.crs().empty() ? "no geometry" : "in " + opened.crs()));
        source.is_in_space = !opened.crs().empty();
        source.comments.push_back(fmt::format("Soort: {}.", opened.soort_explained()));
        for (const std::string& warning : opened.warnings()) {
            source.comments.push_back("Note: " + warning);
        }
    } catch (const domain::InputError& error) {
        source.fault = error.what();
    }
}

SurveyedSource surveyed(const io::BronConfiguration& bron, const io::InspectedLayer& layer,
                        const io::Configuration& run, const geometry::Crs& analysis_crs,
                        io::SharedDatasets& datasets) {
    SurveyedSource source;
    source.bron = bron;
    if (layer.soort_explained.empty()) {
        source.fault = "neither a column nor a name tells its soort; write it behind soort =";
    } else {
        open_as_run_would(source, run, analysis_crs, datasets);
        source.fault = without_place(source.fault, layer);
    }
    if (!source.fault.empty()) {
        source.comments.push_back(fmt::format("Layer {}, {}.", layer.layer, rows_text(layer.rows)));
    }
    write_down(layer.fields, source.bron);
    if (!layer.has_crs && source.is_in_space) {
        source.bron.crs = run.crs_of_nameless;
    }
    if (!layer.soort.empty()) {
        source.bron.soort_veld.reset();
        source.bron.soort = layer.soort;
    }
    const std::string missing = not_recognised(layer.fields);
    if (!missing.empty()) {
        source.comments.push_back(missing);
    }
    return source;
}

SurveyedBuurten surveyed_buurten(const io::InspectedLayer& layer) {
    SurveyedBuurten found;
    found.buurten.bron = layer.path;
    if (!layer.only_layer) {
        found.buurten.laag = layer.layer;
    }
    found.comments.push_back(fmt::format("Layer {}, {}.", layer.layer, rows_text(layer.rows)));
    return found;
}

/// With its file as `target` names it, where it can.
template <class Named>
Named as_written(Named named, const std::string& target) {
    named.bron = io::written_path(target, named.bron).value_or(named.bron);
    return named;
}

/// A configuration that names this and nothing else.
std::string only(const io::BronConfiguration& bron) {
    return "[buurten]\nbron = \"buurten.gpkg\"\n" + bron_block(bron);
}
std::string only(const io::BuurtenConfiguration& buurten) {
    return buurten_block(buurten) + "[[bronnen]]\nnaam = \"bron\"\nbron = \"bron.gpkg\"\n";
}

/// Does a configuration that names it read as it was meant?
template <class Named>
bool can_be_written(const Named& named, const std::string& target, time::Day today) {
    if (!io::written_path(target, named.bron)) {
        return false;
    }
    try {
        io::parse_configuration(only(as_written(named, target)), target, today);
        return true;
    } catch (const domain::InputError&) {
        return false;
    }
}

std::string told_of_name(const std::string& path, const std::string& layer) {
    return fmt::format(
        "{}, layer {}: passed over, its name {} cannot stand in a configuration; rename it",
        io::masked(path), io::masked(layer),
        io::is_utf8(path) ? "holds signs that" : "is no UTF-8, which");
}

std::string wrapped_comments(const Comments& texts) {
    Comments lines;
    for (const std::string& text : texts) {
        const std::vector<std::string> parts = wrapped(text, comment_width);
        lines.insert(lines.end(), parts.begin(), parts.end());
    }
    return comment_lines(lines);
}

std::string buurten_part(const FolderSurvey& survey, const std::string& target) {
    if (survey.buurten.empty()) {
        return "# No neighbourhoods were found. Put the name of their file here.\n"
               "[buurten]\nbron = \"buurten.gpkg\"\n";
    }
    std::string text;
    for (const SurveyedBuurten& found : survey.buurten) {
        const std::string block = buurten_block(as_written(found.buurten, target));
        const bool is_first = &found == &survey.buurten.front();
        text += is_first ? "" : "\n# These look like neighbourhoods too.\n";
        text += wrapped_comments(found.comments) + (is_first ? block : commented_out(block));
        text +=
            is_first ? "# jaar = 2026                       # their edition, for the result\n" : "";
    }
    return text;
}

}  // namespace

FolderSurvey survey(const std::string& folder, const std::string& target,
                    const io::Configuration& run, const analysis::Stop& stop) {
    const time::Day today = run.settings.peildatum;
    const geometry::Crs analysis_crs(run.crs);
    const io::Inspection inspection = io::inspect(folder, run);
    stop();
    FolderSurvey survey;
    for (const io::InspectedLayer& layer : inspection.layers) {
        if (layer.looks_like_buurten) {
            SurveyedBuurten found = surveyed_buurten(layer);
            if (can_be_written(found.buurten, target, today)) {
                survey.buurten.push_back(std::move(found));
            } else {
                survey.notes.push_back(told_of_name(layer.path, layer.layer));
            }
        }
    }
    io::SharedDatasets datasets;
    std::string opened;  // the sources of one file stand together, and one file is open at a time
    for (const io::BronConfiguration& bron : io::sources_of(folder, run, &survey.notes)) {
        stop();
        if (bron.bron != opened) {
            datasets = {};
            opened = bron.bron;
        }
        const io::InspectedLayer* const layer = layer_of(inspection, bron);
        if (layer == nullptr) {
            continue;
        }
        SurveyedSource source = surveyed(bron, *layer, run, analysis_crs, datasets);
        if (can_be_written(source.bron, target, today)) {
            survey.sources.push_back(std::move(source));
        } else {
            survey.notes.push_back(told_of_name(layer->path, layer->layer));
        }
    }
    return survey;
}

std::string draft_of(const FolderSurvey& survey, const std::string& target,
                     const std::vector<std::string>& soorten) {
    std::string text =
        std::string(io::draft_mark) + " Read it, change what is wrong, and run it with:\n";
    text += comment_lines({"    koppelkans run " + target}) + "\n";
    text += settings_block;
    text += "\n" + buurten_part(survey, target);
    bool lists_soorten = false;
    for (const SurveyedSource& source : survey.sources) {
        io::BronConfiguration bron = as_written(source.bron, target);
        text += "\n" + wrapped_comments(source.comments);
        if (source.fault.empty()) {
            text += bron_block(bron);
            continue;
        }
        text += wrapped_comments({"Not ready: " + source.fault, "Mend it and take away the #."});
        if (!bron.soort && !bron.soort_veld) {
            lists_soorten = true;
            bron.soort = "";
        }
        text += commented_out(bron_block(bron));
    }
    if (lists_soorten) {
        text += "\n" + wrapped_comments({fmt::format("The soorten to choose from: {}.",
                                                     fmt::join(soorten, ", "))});
    }
    if (!survey.notes.empty()) {
        text += "\n# Not used:\n" + wrapped_comments(survey.notes);
    }
    return text;
}

}  // namespace koppelkans::tools
