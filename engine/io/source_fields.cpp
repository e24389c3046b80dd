#include "engine/io/source_fields.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "engine/domain/text.h"
#include "engine/io/field_names.h"

namespace koppelkans::io {

using domain::Veld;

namespace {

void put(SourceFields& fields, const SourceLayer& layer, Veld veld, int column, MatchedBy by) {
    fields.column[static_cast<std::size_t>(veld)] = column;
    fields.matches.push_back({veld, layer.column_name(column), by});
}

void put_configured(SourceFields& fields, const SourceLayer& layer,
                    const BronConfiguration& configuration) {
    const auto named = [&](Veld veld, const std::string& column, const std::string& key) {
        put(fields, layer, veld, layer.column_named(column, key), MatchedBy::configuration);
    };
    for (const auto& [veld, column] : configuration.velden) {
        named(veld, column, std::string("velden.") + domain::to_text(veld));
    }
    if (configuration.groepeer) {
        named(Veld::groep, *configuration.groepeer, "groepeer");
    }
    if (configuration.soort_veld) {
        named(Veld::soort, *configuration.soort_veld, "soort_veld");
    }
}

/// A key that somebody named (`id` of a database table) is an id like any column; the names that
/// programs give by themselves are row numbers.
bool tells_something(const std::string& fid_name) {
    const std::string key = name_key(fid_name);
    const Names& names = usual_names(Veld::id);
    return key != "fid" && key != "ogcfid" &&
           std::find(names.begin(), names.end(), key) != names.end();
}

void put_recognised(SourceFields& fields, SourceLayer& layer) {
    std::set<std::size_t> taken;
    std::set<Veld> known;
    for (const Veld veld : domain::alle_velden()) {
        if (fields.has(veld)) {
            known.insert(veld);
            if (fields.of(veld) >= 0) {
                taken.insert(static_cast<std::size_t>(fields.of(veld)));
            }
        }
    }
    // An attribute named x says nothing beside a geometry; beside an empty geometry column it does.
    if (layer.has_geometry() && !layer.extent().empty()) {
        known.insert({Veld::x, Veld::y, Veld::wkt});
    } else if (fields.has(Veld::x) || fields.has(Veld::y)) {
        known.insert(Veld::wkt);
    }
    std::vector<std::string> columns = layer.columns();
    if (tells_something(layer.column_name(fid_column))) {
        columns.push_back(layer.column_name(fid_column));
    }
    for (const auto& [veld, column] : recognised_fields(columns, taken, known)) {
        const bool is_fid = column == layer.columns().size();
        if (veld == Veld::wkt && !is_fid && layer.is_binary(static_cast<int>(column))) {
            layer.warn(fmt::format(
                "its column {} holds bytes and no WKT; a table or view with a geometry has to be "
                "registered in its GeoPackage (gpkg_contents and gpkg_geometry_columns)",
                layer.columns()[column]));
            continue;
        }
        put(fields, layer, veld, is_fid ? fid_column : static_cast<int>(column),
            MatchedBy::usual_name);
    }
}

GeometryFrom geometry_from(const SourceFields& fields, const SourceLayer& layer) {
    if (fields.has(Veld::x) != fields.has(Veld::y)) {
        throw domain::InputError(layer.place(), "velden.x and velden.y go together: name both");
    }
    if (fields.has(Veld::wkt)) {
        return GeometryFrom::wkt;
    }
    if (fields.has(Veld::x)) {
        return GeometryFrom::xy;
    }
    return layer.has_geometry() ? GeometryFrom::layer : GeometryFrom::nothing;
}

}  // namespace

SourceFields choose_fields(SourceLayer& layer, const BronConfiguration& configuration) {
    SourceFields fields;
    put_configured(fields, layer, configuration);
    put_recognised(fields, layer);
    std::sort(fields.matches.begin(), fields.matches.end(),
              [](const FieldMatch& one, const FieldMatch& other) { return one.veld < other.veld; });
    fields.geometry = geometry_from(fields, layer);
    return fields;
}

int source_score(const LayerSketch& sketch, const BronConfiguration& configuration) {
    std::set<std::string> wanted;
    for (const auto& entry : configuration.velden) {
        wanted.insert(domain::folded(entry.second));
    }
    if (configuration.soort_veld) {
        wanted.insert(domain::folded(*configuration.soort_veld));
    }
    if (configuration.groepeer) {
        wanted.insert(domain::folded(*configuration.groepeer));
    }
    const auto named = std::count_if(
        sketch.columns.begin(), sketch.columns.end(),
        [&wanted](const std::string& column) { return wanted.count(domain::folded(column)) > 0; });
    // A view of a layer shows its geometry as a column that looks like WKT: among equals a geometry
    // is worth more.
    const auto recognised = recognised_fields(sketch.columns);
    const bool has_wkt = recognised.count(Veld::wkt) > 0;
    const std::ptrdiff_t columns =
        named + static_cast<std::ptrdiff_t>(recognised.size()) - (has_wkt ? 1 : 0);
    const int place = sketch.has_geometry ? 2 : (has_wkt ? 1 : 0);
    return columns == 0 && !has_wkt ? 0 : static_cast<int>(3 * columns) + place;
}

}  // namespace koppelkans::io
