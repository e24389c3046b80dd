#include "engine/io/result_file_tables.h"

#include <set>

#include <fmt/format.h>

#include "engine/domain/text.h"
#include "engine/io/project_file.h"
#include "engine/publish/metadata.h"
#include "engine/publish/project.h"
#include "engine/publish/style.h"

namespace koppelkans::io {

namespace {

using domain::sql_text;

constexpr const char* schema_definition = "http://www.geopackage.org/spec121/#extension_schema";
constexpr const char* metadata_definition = "http://www.geopackage.org/spec121/#extension_metadata";

std::string sql_text_or_null(const char* text) {
    return text == nullptr ? "NULL" : sql_text(text);
}

void register_attributes(GpkgDataset& dataset, const std::string& table, const std::string& title,
                         const std::string& description, const std::string& timestamp) {
    dataset.run(fmt::format(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, "
        "srs_id) VALUES ({}, 'attributes', {}, {}, {}, 0)",
        sql_text(table), sql_text(title), sql_text(description), sql_text(timestamp)));
}

void register_extension(GpkgDataset& dataset, const char* table, const char* extension,
                        const char* definition) {
    dataset.run(fmt::format("INSERT INTO gpkg_extensions VALUES ({}, NULL, {}, {}, 'read-write')",
                            sql_text(table), sql_text(extension), sql_text(definition)));
}

/// As the GeoPackage standard gives them.
void create_schema_tables(GpkgDataset& dataset) {
    dataset.run(
        "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, "
        "name TEXT, title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT, "
        "CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), "
        "CONSTRAINT gdc_tn UNIQUE (table_name, name))");
    dataset.run(
        "CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, "
        "constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, "
        "max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, "
        "CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))");
    // GDAL makes this table only when it has an extension of its own to name.
    dataset.run(
        "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, "
        "extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, "
        "CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))");
    for (const char* table : {"gpkg_data_columns", "gpkg_data_column_constraints"}) {
        register_extension(dataset, table, "gpkg_schema", schema_definition);
    }
}

std::string column_rows(const domain::LayerDefinition& layer) {
    std::string rows;
    for (const domain::Field& field : layer.fields) {
        const char* mime_type =
            layer.layer == domain::Layer::run && std::string_view(field.name) == "inputs"
                ? "application/json"
                : nullptr;
        rows += fmt::format("{}({}, {}, NULL, {}, {}, {}, {})", rows.empty() ? "" : ", ",
                            sql_text(layer.name), sql_text(field.name), sql_text(field.alias),
                            sql_text(field.description), sql_text_or_null(mime_type),
                            sql_text_or_null(field.words == nullptr ? nullptr : field.words->name));
    }
    return rows;
}

std::string word_rows(const domain::Enumeration& enumeration) {
    std::string rows;
    for (const domain::ListedWord& word : enumeration.words) {
        rows +=
            fmt::format("{}({}, 'enum', {}, {})", rows.empty() ? "" : ", ",
                        sql_text(enumeration.name), sql_text(word.value), sql_text(word.meaning));
    }
    return rows;
}

}  // namespace

std::string totals_query() {
    // A sum has no declared type, and OGR would read it as text. The columns of a compound take
    // their types from its first part, which lends them from columns and gives no row. The view's
    // own fid, which the standard asks for, is that of the pair's first row.
    return "SELECT fid, opgave_a, opgave_b, tussentijd_min AS buurten, oppervlakte_m2, aandeel_a, "
           "aandeel_b FROM koppelkansen WHERE 0 "
           "UNION ALL "
           "SELECT min(fid), opgave_a, opgave_b, count(*), sum(oppervlakte_m2), sum(aandeel_a), "
           "sum(aandeel_b) FROM koppelkansen GROUP BY opgave_a, opgave_b "
           "ORDER BY opgave_a, opgave_b";
}

void create_totals_view(GpkgDataset& dataset, const std::string& timestamp) {
    const domain::LayerDefinition& view = definition(domain::Layer::koppelkansen_totaal);
    dataset.run(fmt::format("CREATE VIEW {} AS {}", view.name, totals_query()));
    register_attributes(dataset, view.name, view.title, view.description, timestamp);
}

void write_data_columns(GpkgDataset& dataset, const std::vector<domain::Layer>& layers) {
    create_schema_tables(dataset);
    std::set<const domain::Enumeration*> used;
    for (const domain::Layer layer : layers) {
        const domain::LayerDefinition& described = definition(layer);
        dataset.run("INSERT INTO gpkg_data_columns VALUES " + column_rows(described));
        for (const domain::Field& field : described.fields) {
            used.insert(field.words);
        }
    }
    for (const domain::Enumeration* enumeration : domain::enumerations()) {
        if (used.contains(enumeration)) {
            dataset.run(
                "INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, "
                "value, description) VALUES " +
                word_rows(*enumeration));
        }
    }
}

void write_metadata(GpkgDataset& dataset, const publish::ResultFacts& facts) {
    dataset.run(
        "CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, "
        "md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL, "
        "mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')");
    dataset.run(
        "CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, "
        "column_name TEXT, row_id_value INTEGER, "
        "timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), "
        "md_file_id INTEGER NOT NULL, md_parent_id INTEGER, "
        "CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), "
        "CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))");
    for (const char* table : {"gpkg_metadata", "gpkg_metadata_reference"}) {
        register_extension(dataset, table, "gpkg_metadata", metadata_definition);
    }
    const auto add = [&dataset](int id, const char* standard, const std::string& text) {
        dataset.run(
            fmt::format("INSERT INTO gpkg_metadata VALUES ({}, 'dataset', {}, 'text/xml', {})", id,
                        sql_text(standard), sql_text(text)));
    };
    const std::string when = sql_text(facts.timestamp);
    add(1, publish::provenance_standard, publish::provenance_iso(facts));
    dataset.run(fmt::format(
        "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, {}, 1, NULL)",
        when));
    int id = 1;
    for (const domain::Layer layer : facts.layers) {
        add(++id, publish::qgis_standard, publish::layer_metadata_qgis(layer, facts));
        dataset.run(fmt::format(
            "INSERT INTO gpkg_metadata_reference VALUES ('table', {}, NULL, NULL, {}, {}, 1)",
            sql_text(domain::definition(layer).name), when, id));
    }
}

void write_styles(GpkgDataset& dataset, const publish::ResultFacts& facts) {
    dataset.run(
        "CREATE TABLE \"layer_styles\" (\"id\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
        "\"f_table_catalog\" TEXT(256), \"f_table_schema\" TEXT(256), \"f_table_name\" TEXT(256), "
        "\"f_geometry_column\" TEXT(256), \"styleName\" TEXT(30), \"styleQML\" TEXT, "
        "\"styleSLD\" TEXT, \"useAsDefault\" BOOLEAN, \"description\" TEXT, \"owner\" TEXT(30), "
        "\"ui\" TEXT(30), "
        "\"update_time\" DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))");
    register_attributes(dataset, "layer_styles", "layer_styles", "QGIS-stijlen", facts.timestamp);
    for (const domain::Layer layer : facts.layers) {
        const domain::LayerDefinition& styled = definition(layer);
        // QGIS finds a style only by empty texts, not NULL, and by the exact geometry column.
        const bool has_geometry = styled.geometry != domain::LayerGeometry::none;
        dataset.run(fmt::format(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
            "f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, "
            "update_time) VALUES ('', '', {}, {}, 'standaard', {}, {}, 1, '', '', {})",
            sql_text(styled.name), sql_text(has_geometry ? domain::geometry_column : ""),
            sql_text(publish::style_qml(layer, facts)), sql_text(publish::style_sld(layer, facts)),
            sql_text(facts.timestamp)));
    }
}

void write_project_table(GpkgDataset& dataset, const std::string& archive,
                         const std::string& timestamp) {
    dataset.run("CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)");
    const std::string metadata =
        fmt::format("{{\"last_modified_time\": \"{}\", \"last_modified_user\": \"koppelkans\"}}",
                    timestamp.substr(0, 19));
    dataset.run(fmt::format("INSERT INTO qgis_projects VALUES ({}, {}, '{}')",
                            sql_text(publish::project_name), sql_text(metadata),
                            hexadecimal(archive)));
}

}  // namespace koppelkans::io
