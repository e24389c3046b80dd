#include "engine/io/buurten_source.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ogr_feature.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"
#include "engine/geometry/geometry.h"
#include "engine/io/buurten_overlap.h"
#include "engine/io/field_names.h"
#include "engine/io/layer_choice.h"
#include "engine/io/source_crs.h"
#include "engine/io/source_layer.h"

namespace koppelkans::io {

using domain::Buurt;
using domain::InputError;
using domain::Veld;
using geometry::Geometry;
using geometry::GeometryError;
using geometry::Wkb;

namespace {

constexpr double limit_m = 1e8;  // SPEC §7, coordinaten_ongeldig
constexpr std::size_t rows_named = 10;
constexpr int first_year = 1990;
constexpr int last_year = 2099;

struct BuurtColumns {
    int buurtcode = no_column;
    int buurtnaam = no_column;
    int wijkcode = no_column;
    int gemeentecode = no_column;
};

/// The rows of one buurtcode, in the order read.
struct Rows {
    Buurt buurt;
    std::vector<Wkb> polygons;
    /// By veld, what a later row has otherwise: "wijkcode WK1, not WK9".
    std::map<std::string, std::string> differ;
};

int buurten_score(const LayerSketch& sketch, const BuurtenConfiguration& configuration) {
    const auto named = configuration.velden.find("buurtcode");
    const bool has_code =
        named == configuration.velden.end()
            ? recognised_column(sketch.columns, usual_names_of_buurtcode()) != sketch.columns.size()
            : std::any_of(sketch.columns.begin(), sketch.columns.end(),
                          [&named](const std::string& column) {
                              return domain::folded(column) == domain::folded(named->second);
                          });
    if (!has_code || !sketch.has_geometry) {
        return 0;
    }
    return domain::folded(sketch.name).find("buurt") == std::string::npos ? 1 : 2;
}

/// The first of four digits between 1990 and 2099 that no digit adjoins.
std::optional<int> year_in(const std::string& name) {
    const auto is_digit = [&name](std::size_t i) {
        return i < name.size() && name[i] >= '0' && name[i] <= '9';
    };
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (i > 0 && is_digit(i - 1)) {
            continue;
        }
        std::size_t end = i;
        while (is_digit(end)) {
            ++end;
        }
        if (end - i == 4) {
            const int year = std::stoi(name.substr(i, 4));
            if (year >= first_year && year <= last_year) {
                return year;
            }
        }
    }
    return std::nullopt;
}

/// Picks the columns and says so, one sentence each.
class ColumnPicker {
  public:
    ColumnPicker(const SourceLayer& layer, const BuurtenConfiguration& configuration)
        : layer_(layer), configuration_(configuration) {}

    int pick(const std::string& veld, const std::vector<Names>& names) {
        const auto named = configuration_.velden.find(veld);
        if (named != configuration_.velden.end()) {
            return taken(veld, layer_.column_named(named->second, "velden." + veld), "configured");
        }
        for (const Names& usual : names) {
            const std::size_t column = recognised_column(layer_.columns(), usual, taken_);
            if (column != layer_.columns().size()) {
                return taken(veld, static_cast<int>(column), "recognised");
            }
        }
        return no_column;
    }

    std::vector<std::string> sentences;

  private:
    int taken(const std::string& veld, int column, const char* how) {
        if (column >= 0) {
            taken_.insert(static_cast<std::size_t>(column));
            layer_.check_texts(column);
        }
        sentences.push_back(
            fmt::format("{} is the column {} ({})", veld, layer_.column_name(column), how));
        return column;
    }

    const SourceLayer& layer_;
    const BuurtenConfiguration& configuration_;
    std::set<std::size_t> taken_;
};

BuurtColumns pick_columns(const SourceLayer& layer, const BuurtenConfiguration& configuration,
                          std::vector<std::string>& sentences) {
    ColumnPicker picker(layer, configuration);
    BuurtColumns columns;
    // wijkcode and gemeentecode before the loose names, or an `id` could be taken from them
    columns.wijkcode = picker.pick("wijkcode", {usual_names(Veld::wijkcode)});
    columns.gemeentecode = picker.pick("gemeentecode", {usual_names(Veld::gemeentecode)});
    columns.buurtcode =
        picker.pick("buurtcode", {usual_names_of_buurtcode(), loose_names_of_buurtcode()});
    columns.buurtnaam =
        picker.pick("buurtnaam", {usual_names_of_buurtnaam(), loose_names_of_buurtnaam()});
    sentences = std::move(picker.sentences);
    if (columns.buurtcode == no_column) {
        throw InputError(
            layer.place(),
            fmt::format("no column was recognised as the code of a buurt; name it with "
                        "velden = {{ buurtcode = \"...\" }} under [buurten]; its "
                        "columns: {}",
                        fmt::join(layer.columns(), ", ")));
    }
    return columns;
}

LayerCrs buurten_crs(SourceLayer& layer, const Configuration& run,
                     const geometry::Crs& analysis_crs) {
    if (!layer.has_geometry()) {
        throw InputError(layer.place(), "it has no geometry, and buurten are polygons");
    }
    CrsQuestion question;
    question.place = layer.place();
    question.own = layer.crs();
    question.configured = run.buurten.crs;
    question.of_nameless = run.crs_of_nameless;
    question.ballpark = run.buurten.ballpark;
    question.extent = layer.extent();
    const std::string* said = layer.said_of_crs();
    const std::string told = said == nullptr ? std::string() : settle_geojson(*said, question);
    if (!told.empty()) {
        layer.warn(told);
    }
    return crs_of(question, analysis_crs);
}

struct UsablePolygon {
    Wkb polygon;
    bool is_repaired = false;
};

/// The polygon of a row in the analysis CRS, valid; GeometryError with the reason where it has
/// none.
UsablePolygon usable_polygon(const domain::InputRow& row,
                             const geometry::Transformation& transformation) {
    if (!row.geometry_fault.empty()) {
        throw GeometryError(row.geometry_fault);
    }
    Wkb polygon = geometry::reduced(row.geometry);
    if (geometry::dimension(polygon) != geometry::Dimension::area) {
        throw GeometryError(polygon.empty() ? "it has no geometry" : "its geometry is no polygon");
    }
    if (!transformation.apply(polygon) || !geometry::all_within(polygon, limit_m)) {
        throw GeometryError("its coordinates cannot be used");
    }
    const Geometry shape = geometry::from_wkb(polygon);
    if (shape.is_valid()) {
        return {std::move(polygon), false};
    }
    const Geometry repaired = geometry::only_areas(geometry::made_valid(shape));
    if (repaired.is_empty()) {
        throw GeometryError("its polygon is broken beyond repair");
    }
    return {geometry::to_wkb(repaired), true};
}

Buurt united_buurt(Rows rows) {
    Buurt buurt = std::move(rows.buurt);
    if (rows.polygons.size() == 1) {
        buurt.polygon = std::move(rows.polygons.front());
    } else {
        std::vector<Geometry> parts;
        for (const Wkb& polygon : rows.polygons) {
            parts.push_back(geometry::from_wkb(polygon));
        }
        buurt.polygon = geometry::to_wkb(geometry::only_areas(geometry::united(std::move(parts))));
    }
    buurt.box = geometry::bounds(buurt.polygon);
    buurt.area_m2 = geometry::area_m2(geometry::from_wkb(buurt.polygon));
    return buurt;
}

/// The first value that is more than blanks: a code without those around it, a name as it is. A
/// later row that has another is told of, the first such.
void fill(std::string& kept, const std::string& value, const char* veld, Rows& rows) {
    const std::string_view found = domain::trimmed(value);
    if (kept.empty() && !found.empty()) {
        kept = value;
    } else if (!found.empty() && found != domain::trimmed(kept)) {
        rows.differ.emplace(veld, fmt::format("{} {}, not {}", veld, kept, found));
    }
}

/// Rows that were left out, the first few by number, then how many more; and those repaired.
class OddRows {
  public:
    void repaired(std::int64_t fid, const std::string& code) {
        if (repaired_++ == 0) {
            first_repaired_ = fmt::format("row {} (buurtcode {})", fid, code);
        }
    }
    void left_out(std::int64_t fid, const std::string& reason) {
        if (++count_ <= rows_named) {
            sentences_.push_back(fmt::format("row {} was left out: {}", fid, reason));
        }
    }
    void tell(std::vector<std::string>& warnings, std::size_t most) const {
        const std::size_t told = std::min(sentences_.size(), most);
        warnings.insert(warnings.end(), sentences_.begin(),
                        sentences_.begin() + static_cast<std::ptrdiff_t>(told));
        if (count_ > told) {
            warnings.push_back(fmt::format("{} more rows were left out", count_ - told));
        }
        if (repaired_ > 0) {
            warnings.push_back(fmt::format(
                "{} of its polygons {} not valid, as one that crosses itself, and {} repaired, "
                "which may move {}: the first is that of {}",
                repaired_, repaired_ == 1 ? "is" : "are", repaired_ == 1 ? "was" : "were",
                repaired_ == 1 ? "its border" : "their borders", first_repaired_));
        }
    }

  private:
    std::size_t count_ = 0;
    std::vector<std::string> sentences_;
    std::size_t repaired_ = 0;
    std::string first_repaired_;
};

std::map<std::string, Rows> read_rows(SourceLayer& layer, const BuurtColumns& columns,
                                      const geometry::Transformation& transformation,
                                      OddRows& odd) {
    std::map<std::string, Rows> by_code;
    while (const Feature feature = layer.next()) {
        const std::int64_t fid = feature->GetFID();
        const std::string code(domain::trimmed(layer.text(*feature, columns.buurtcode)));
        if (code.empty()) {
            odd.left_out(fid, "it has no buurtcode");
            continue;
        }
        domain::InputRow row;
        layer.take_geometry(*feature, row);
        try {
            UsablePolygon usable = usable_polygon(row, transformation);
            if (usable.is_repaired) {
                odd.repaired(fid, code);
            }
            Rows& rows = by_code[code];
            rows.polygons.push_back(std::move(usable.polygon));
            rows.buurt.buurtcode = code;
            const auto code_in = [&](int column) {
                return std::string(domain::trimmed(layer.text(*feature, column)));
            };
            fill(rows.buurt.buurtnaam, layer.text(*feature, columns.buurtnaam), "buurtnaam", rows);
            fill(rows.buurt.wijkcode, code_in(columns.wijkcode), "wijkcode", rows);
            fill(rows.buurt.gemeentecode, code_in(columns.gemeentecode), "gemeentecode", rows);
        } catch (const GeometryError& fault) {
            odd.left_out(fid, fault.what());
        }
    }
    return by_code;
}

std::string told_of_rows(const std::string& code, const Rows& rows) {
    std::string text =
        fmt::format("buurtcode {} has {} rows, which were united", code, rows.polygons.size());
    const char* separator = "; they differ, and the first counts: ";
    for (const auto& [veld, difference] : rows.differ) {
        text += separator + difference;
        separator = "; ";
    }
    return text;
}

std::optional<int> jaar_of(const SourceLayer& layer, const BuurtenConfiguration& configuration) {
    if (configuration.jaar) {
        return configuration.jaar;
    }
    const std::optional<int> in_file = year_in(layer.dataset().stem());
    return in_file ? in_file : year_in(layer.name());
}

}  // namespace

ReadBuurten read_buurten(const Configuration& run, const geometry::Crs& analysis_crs) {
    const BuurtenConfiguration& configuration = run.buurten;
    SourceLayer layer = open_layer({configuration.bron, configuration.laag, configuration.encoding,
                                    run.network, run.max_vertices},
                                   [&configuration](const LayerSketch& sketch) {
                                       return buurten_score(sketch, configuration);
                                   });
    std::vector<std::string> sentences;
    const BuurtColumns columns = pick_columns(layer, configuration, sentences);
    const LayerCrs crs = buurten_crs(layer, run, analysis_crs);
    OddRows odd;
    std::map<std::string, Rows> by_code = read_rows(layer, columns, crs.transformation, odd);
    std::vector<std::string> warnings = layer.warnings();
    odd.tell(warnings, by_code.empty() ? 1 : rows_named);
    if (by_code.empty()) {
        throw InputError(layer.place(),
                         fmt::format("it holds no buurt that can be used{}{}",
                                     warnings.empty() ? "" : ": ", fmt::join(warnings, "; ")));
    }
    std::vector<Buurt> buurten;
    for (auto& [code, rows] : by_code) {
        if (rows.polygons.size() > 1) {
            warnings.push_back(told_of_rows(code, rows));
        }
        buurten.push_back(united_buurt(std::move(rows)));
    }
    domain::BuurtRegister all(std::move(buurten), jaar_of(layer, configuration));
    const std::string overlap = told_of_overlap(all);
    warnings.insert(warnings.end(), overlap.empty() ? 0U : 1U, overlap);
    return {std::move(all),          layer.dataset().pad(), layer.name(),
            layer.dataset().files(), std::move(sentences),  std::move(warnings)};
}

}  // namespace koppelkans::io
