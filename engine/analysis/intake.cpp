#include "engine/analysis/intake.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "engine/analysis/outline.h"
#include "engine/domain/text.h"
#include "engine/geometry/crowding.h"
#include "engine/geometry/full_rings.h"
#include "engine/geometry/geometry.h"

namespace koppelkans::analysis {

namespace {

using domain::Reden;
using domain::Veld;

constexpr double max_coordinate_m = 1e8;
constexpr double max_werkafstand_m = 10'000;

/// A fault on the way; take_in turns it into a Problem.
struct Fault {
    Reden reden;
    std::string detail;
};

/// The row's geometry in the analysis CRS, before any repair.
struct AsRead {
    geometry::Wkb wkb;  ///< no bytes: none, or none that can be shown
    std::optional<Fault> fault;
};

AsRead read_geometry(const domain::InputRow& row, const BronContext& context) {
    if (!row.coordinate_fault.empty()) {
        return {{}, Fault{Reden::coordinaten_ongeldig, row.coordinate_fault}};
    }
    if (!row.geometry_fault.empty()) {
        return {{}, Fault{Reden::geometrie_onherstelbaar, row.geometry_fault}};
    }
    if (row.geometry.empty()) {
        return {};
    }
    geometry::Wkb wkb = geometry::reduced(row.geometry);
    if (wkb.empty()) {
        return {};
    }
    if (!geometry::all_within(wkb, std::numeric_limits<double>::max())) {
        return {{}, Fault{Reden::coordinaten_ongeldig, "a coordinate is not a finite number"}};
    }
    if (context.transformation != nullptr && !context.transformation->apply(wkb)) {
        return {{},
                Fault{Reden::coordinaten_ongeldig,
                      "a coordinate lies where " + context.transformation->description() +
                          " has no answer; is the CRS of the source right?"}};
    }
    if (!geometry::all_within(wkb, max_coordinate_m)) {
        return {{},
                Fault{Reden::coordinaten_ongeldig,
                      "a coordinate lies beyond 100,000 km; is the CRS of the source right?"}};
    }
    return {std::move(wkb), std::nullopt};
}

std::optional<Fault> read_soort(const domain::InputRow& row, const BronContext& context,
                                const Rules& rules, domain::Opgave& opgave) {
    if (context.bron.soort) {
        opgave.soort = *context.bron.soort;
        return std::nullopt;
    }
    const std::string& word = row.text(Veld::soort);
    const auto mapped = context.bron.soort_waarden.find(domain::folded(word));
    const auto found = mapped != context.bron.soort_waarden.end() ? std::optional(mapped->second)
                                                                  : rules.soorten.find(word);
    if (found) {
        opgave.soort = *found;
        return std::nullopt;
    }
    const std::string_view shown = domain::trimmed(word);
    return Fault{Reden::soort_onbekend, shown.empty()
                                            ? "the row names no soort"
                                            : fmt::format("\"{}\" is in no catalogue", shown)};
}

std::optional<Fault> read_tijdlijn(const domain::InputRow& row, const Rules& rules,
                                   domain::Opgave& opgave) {
    const time::TijdlijnTexts texts{row.text(Veld::start), row.text(Veld::eind),
                                    row.text(Veld::duur)};
    auto result = time::build_tijdlijn(texts, rules.settings.peildatum, rules.settings.tijdzone);
    if (auto* fault = std::get_if<time::TijdlijnFault>(&result)) {
        return Fault{fault->kind == time::TijdlijnFault::Kind::datum_ongeldig
                         ? Reden::datum_ongeldig
                         : Reden::eind_voor_start,
                     std::move(fault->detail)};
    }
    opgave.tijdlijn = std::get<time::Tijdlijn>(result);
    return std::nullopt;
}

struct GebiedColumn {
    Veld veld;
    std::optional<domain::GebiedSoort> kind;
};
/// The first filled one counts, without fallback (SPEC §2).
constexpr std::array<GebiedColumn, 4> gebied_columns = {{
    {Veld::gebiedscode, std::nullopt},
    {Veld::buurtcode, domain::GebiedSoort::buurt},
    {Veld::wijkcode, domain::GebiedSoort::wijk},
    {Veld::gemeentecode, domain::GebiedSoort::gemeente},
}};

const GebiedColumn* filled_gebied_column(const domain::InputRow& row) {
    for (const GebiedColumn& column : gebied_columns) {
        if (!domain::trimmed(row.text(column.veld)).empty()) {
            return &column;
        }
    }
    return nullptr;
}

std::optional<Fault> take_gebied(const domain::InputRow& row, const GebiedColumn& column,
                                 const Rules& rules, domain::Opgave& opgave) {
    const std::string& code = row.text(column.veld);
    opgave.gebied = rules.buurten.find(code, column.kind);
    if (opgave.gebied.empty()) {
        return Fault{Reden::gebiedscode_onbekend,
                     fmt::format("no buurt of this run has {} \"{}\"", domain::to_text(column.veld),
                                 domain::trimmed(code))};
    }
    opgave.niveau = domain::Niveau::gebied;
    return std::nullopt;
}

/// A line of points that are not all the same is valid without asking GEOS.
bool is_plainly_valid(const geometry::Wkb& wkb) {
    const auto line = geometry::only_line(wkb);
    return line && std::any_of(line->begin(), line->end(), [&line](const geometry::Vertex& point) {
               return point != line->front();
           });
}

/// Metres of a line; empty for anything else.
std::optional<double> length_of(const geometry::Wkb& wkb) {
    if (const auto line = geometry::only_line(wkb)) {
        return geometry::length_m(*line);
    }
    return geometry::dimension(wkb) == geometry::Dimension::line
               ? std::optional(geometry::length_m(geometry::from_wkb(wkb)))
               : std::nullopt;
}

/// Repairs what was read where it is invalid. The as-read form is kept where it differs.
std::optional<Fault> take_plek(geometry::Wkb as_read, domain::Opgave& opgave) {
    if (is_plainly_valid(as_read)) {
        opgave.geometry = std::move(as_read);
        return std::nullopt;
    }
    const geometry::Dimension wanted = geometry::dimension(as_read);
    try {
        geometry::Wkb whole = geometry::with_full_rings(as_read);
        const geometry::Geometry read = geometry::from_wkb(whole);
        if (read.is_valid()) {
            opgave.geometry = std::move(whole);
            return std::nullopt;
        }
        opgave.geometry = geometry::reduced(geometry::to_wkb(geometry::made_valid(read)));
    } catch (const geometry::GeometryError& error) {
        return Fault{Reden::geometrie_onherstelbaar, error.what()};
    }
    opgave.hersteld = true;
    opgave.rows.front().as_read = std::move(as_read);
    if (opgave.geometry.empty() || geometry::dimension(opgave.geometry) != wanted) {
        return Fault{Reden::geometrie_onherstelbaar, "nothing is left when it is repaired"};
    }
    return std::nullopt;
}

/// werkafstand comes from, first found: a column of the source, the source, the soort; polygons do
/// not look at the soort and default to 0 (SPEC §2).
std::optional<Fault> read_werkafstand(const domain::InputRow& row, const BronContext& context,
                                      const Rules& rules, domain::Opgave& opgave) {
    const std::string_view text = domain::trimmed(row.text(Veld::werkafstand));
    if (!text.empty()) {
        const std::optional<double> number = domain::read_number(text);
        if (!number || *number < 0 || *number > max_werkafstand_m) {
            return Fault{Reden::werkafstand_ongeldig,
                         fmt::format("\"{}\" is no number from 0 to 10000 (m)", text)};
        }
        opgave.werkafstand_m = *number;
    } else if (context.bron.werkafstand_m) {
        opgave.werkafstand_m = *context.bron.werkafstand_m;
    } else if (geometry::dimension(opgave.geometry) != geometry::Dimension::area) {
        opgave.werkafstand_m = rules.soorten[opgave.soort].werkafstand_m;
    }
    if (opgave.niveau == domain::Niveau::gebied) {
        opgave.werkafstand_m = 0;  // a whole gebied is taken as it is, without a margin
    }
    return std::nullopt;
}

/// Lines that cross so often that no ground can be drawn round them. Throws GeometryError.
void refuse_what_is_not_drawn(const geometry::Wkb& wkb) {
    constexpr std::size_t least_bytes =
        6400;  // of 400 vertices: n segments have n * n / 2 crossings at most
    if (wkb.bytes.size() > least_bytes && geometry::dimension(wkb) == geometry::Dimension::line) {
        geometry::refuse_endless_crossings(geometry::from_wkb(wkb));
    }
}

/// The werkgebied is drawn here only where that may show a fault, or where it is kept: rows of a
/// group each have a werkafstand of their own, and some rows are not to be drawn twice. What lies
/// outside all buurten is not drawn at all.
std::optional<Fault> take_werkgebied(const domain::Bron& bron, const domain::BuurtRegister& buurten,
                                     domain::Opgave& opgave) {
    opgave.box = geometry::grown(geometry::bounds(opgave.geometry), opgave.werkafstand_m);
    try {
        opgave.lengte_m = length_of(opgave.geometry);
        refuse_what_is_not_drawn(opgave.geometry);
        const bool is_kept = bron.groepeer == domain::Groepeer::ja ||
                             (geometry::meet(opgave.box, buurten.box()) &&
                              geometry::takes_long_to_draw(opgave.geometry, opgave.werkafstand_m));
        if (!is_kept && plainly_takes_ground(opgave)) {
            return std::nullopt;
        }
        const std::vector<geometry::Area> ground = own_ground(opgave);
        if (ground.empty()) {
            return Fault{Reden::werkgebied_leeg,
                         "a line or point needs a werkafstand above 0 to take any ground"};
        }
        if (is_kept) {
            opgave.werkgebied = geometry::multi_polygon_of(ground);
        }
    } catch (const geometry::GeometryError& error) {
        return Fault{Reden::geometrie_onherstelbaar, error.what()};
    }
    return std::nullopt;
}

std::optional<Fault> take_ground(const domain::InputRow& row, AsRead as_read,
                                 const BronContext& context, const Rules& rules,
                                 domain::Opgave& opgave) {
    if (as_read.fault) {
        return std::move(as_read.fault);
    }
    const GebiedColumn* gebied = filled_gebied_column(row);
    if (as_read.wkb.empty() && gebied == nullptr) {
        return Fault{Reden::geometrie_leeg, "neither a geometry nor the code of a gebied"};
    }
    auto fault = as_read.wkb.empty() ? take_gebied(row, *gebied, rules, opgave)
                                     : take_plek(std::move(as_read.wkb), opgave);
    if (!fault) {
        fault = read_werkafstand(row, context, rules, opgave);
    }
    if (!fault && opgave.niveau == domain::Niveau::plek) {
        fault = take_werkgebied(context.bron, rules.buurten, opgave);
    }
    return fault;
}

void read_texts(const domain::InputRow& row, domain::OpgaveTexts& texts) {
    // The source's own words, blanks included; only blanks are no text at all.
    for (const Veld veld : domain::OpgaveTexts::kept) {
        const std::string& words = row.text(veld);
        if (!domain::trimmed(words).empty()) {
            texts.set(veld, words);
        }
    }
}

domain::Problem problem_of(const domain::InputRow& row, const BronContext& context, Fault fault,
                           geometry::Wkb as_read) {
    return {context.index,
            row.fid,
            std::string(row_id(row, context.bron)),
            fault.reden,
            std::move(fault.detail),
            std::move(as_read)};
}

}  // namespace

std::string_view row_id(const domain::InputRow& row, const domain::Bron& bron) {
    return domain::trimmed(
        row.text(bron.groepeer == domain::Groepeer::ja ? Veld::groep : Veld::id));
}

domain::Problem left_out(const domain::InputRow& row, const BronContext& context, Reden reden,
                         std::string detail) {
    return problem_of(row, context, {reden, std::move(detail)}, read_geometry(row, context).wkb);
}

std::variant<domain::Opgave, domain::Problem> take_in(const domain::InputRow& row,
                                                      const BronContext& context,
                                                      const Rules& rules) {
    const std::string_view id = row_id(row, context.bron);
    if (id.empty()) {
        return left_out(row, context, Reden::id_ontbreekt, "the row has no id");
    }
    domain::Opgave opgave;
    opgave.id = id;
    opgave.opgave_id = context.bron.naam + ":" + opgave.id;
    opgave.bron = context.index;
    opgave.rows.push_back({row.fid, {}});
    AsRead as_read = read_geometry(row, context);
    auto fault = read_soort(row, context, rules, opgave);
    if (!fault) {
        fault = read_tijdlijn(row, rules, opgave);
    }
    if (!fault) {
        fault = take_ground(row, as_read, context, rules, opgave);
    }
    if (fault) {
        return problem_of(row, context, std::move(*fault), std::move(as_read.wkb));
    }
    read_texts(row, opgave.texts);
    opgave.fase = rules.fasen.fase_of(opgave.texts.of(Veld::status));
    return opgave;
}

}  // namespace koppelkans::analysis
