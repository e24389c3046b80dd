#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace koppelkans::domain {

/// The layers of the result in the order of SPEC §7, which is also the order in the file.
enum class Layer {
    koppelkansen,
    gebiedskansen,
    combinaties,
    risicos,
    buurten,
    wijken,
    gemeenten,
    opgaven,
    werkgebieden,
    afgekeurd,
    bronnen,
    koppelkansen_totaal,
    run,
};
inline constexpr std::size_t layer_count = 13;

/// How a column is declared: TEXT, INTEGER (64 bits), REAL, DATE, BOOLEAN.
enum class FieldType { text, integer, real, date, boolean };

/// What a layer's column `geom` holds, always in the analysis CRS: nothing (there is no such
/// column), MULTIPOLYGON, or GEOMETRY of any type. NULL is allowed in both.
enum class LayerGeometry { none, multipolygon, any };

/// A table that rows are written to, or a view on another layer.
enum class LayerKind { table, view };

/// A word that a column can hold, with what it means in Dutch.
struct ListedWord {
    const char* value;
    const char* meaning;
};

/// All words of a column; `name` is that of the constraint in the GeoPackage.
struct Enumeration {
    const char* name;
    std::vector<ListedWord> words;
};

struct Field {
    const char* name;
    FieldType type;
    const char* alias;  ///< Dutch, what a form shows instead of the name; the unit in brackets
    const char* description;             ///< Dutch, one sentence
    const Enumeration* words = nullptr;  ///< null: any value
};

struct LayerDefinition {
    Layer layer;
    const char* name;
    LayerKind kind;
    LayerGeometry geometry;
    const char* title;        ///< Dutch
    const char* description;  ///< Dutch
    std::vector<Field> fields;
};

inline constexpr const char* fid_column = "fid";
inline constexpr const char* geometry_column = "geom";

/// The one table of all layers and their fields (SPEC §7). What creates the tables, describes the
/// columns (gpkg_data_columns) and checks the styles reads it from here.
///
///     for (const Field& field : definition(Layer::risicos).fields) ... field.alias ...
const std::vector<LayerDefinition>& layer_definitions();
const LayerDefinition& definition(Layer layer);
/// By the name in the file; empty for a name that no layer has.
std::optional<Layer> layer_named(std::string_view name);

/// Every list of words that some field uses, each once.
const std::vector<const Enumeration*>& enumerations();

}  // namespace koppelkans::domain
