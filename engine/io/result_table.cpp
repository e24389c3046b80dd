#include "engine/io/result_table.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "engine/domain/errors.h"
#include "engine/io/read_rights.h"
#include "engine/io/result_file_sqlite.h"
#include "engine/io/result_file_tables.h"

namespace koppelkans::io {

namespace {

using report::Cell;
using report::ColumnKind;

std::unique_ptr<SqliteConnection> opened(const std::string& path) {
    std::error_code error;
    check_rights(path);
    if (!std::filesystem::is_regular_file(path, error)) {
        throw domain::InputError(fmt::format("{}: there is no such file", path));
    }
    constexpr int patience_ms = 2000;
    return std::make_unique<SqliteConnection>(path, SqliteMode::read_only, patience_ms);
}

bool has(SqliteConnection& file, const std::string& path, domain::Layer layer) {
    SqliteQuery found(file,
                      fmt::format("SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') "
                                  "AND name = '{}'",
                                  domain::definition(layer).name),
                      path);
    return found.next();
}

ColumnKind kind_of(domain::FieldType type) {
    switch (type) {
        case domain::FieldType::integer:
            return ColumnKind::integer;
        case domain::FieldType::real:
            return ColumnKind::real;
        case domain::FieldType::date:
            return ColumnKind::date;
        case domain::FieldType::boolean:
            return ColumnKind::boolean;
        case domain::FieldType::text:
            break;
    }
    return ColumnKind::text;
}

std::string query_of(const domain::LayerDefinition& layer) {
    std::string columns;
    for (const domain::Field& field : layer.fields) {
        // With its table, as SQLite takes a lone "name" that it does not know for a text.
        columns +=
            fmt::format("{}\"{}\".\"{}\"", columns.empty() ? "" : ", ", layer.name, field.name);
    }
    // A view has no fid, and is not read (result_file_sqlite.h).
    return layer.kind == domain::LayerKind::table
               ? fmt::format("SELECT {} FROM \"{}\" ORDER BY {}", columns, layer.name,
                             domain::fid_column)
               : fmt::format("SELECT {} FROM ({}) AS \"{}\"", columns, totals_query(), layer.name);
}

/// The rows of one layer, with the connection they come from.
class Rows {
  public:
    Rows(std::unique_ptr<SqliteConnection> file, const domain::LayerDefinition& layer,
         const std::string& path)
        : file_(std::move(file)), query_(*file_, query_of(layer), path) {
        for (const domain::Field& field : layer.fields) {
            kinds_.push_back(kind_of(field.type));
        }
    }

    bool next(std::vector<Cell>& cells) {
        // SQLite would begin anew.
        is_done_ = is_done_ || !query_.next();
        if (is_done_) {
            return false;
        }
        cells.resize(kinds_.size());
        for (std::size_t i = 0; i < kinds_.size(); ++i) {
            cells[i] = cell(static_cast<int>(i), kinds_[i]);
        }
        return true;
    }

  private:
    Cell cell(int column, ColumnKind kind) const {
        if (query_.is_null(column)) {
            return {};
        }
        switch (kind) {
            case ColumnKind::integer:
                return query_.integer(column);
            case ColumnKind::real:
                return query_.real(column);
            case ColumnKind::boolean:
                return query_.integer(column) != 0;
            case ColumnKind::date:
                if (const auto day = time::day_of_iso(query_.text(column))) {
                    return *day;
                }
                break;
            case ColumnKind::text:
                break;
        }
        return query_.text(column);
    }

    std::unique_ptr<SqliteConnection> file_;
    SqliteQuery query_;
    std::vector<ColumnKind> kinds_;
    bool is_done_ = false;
};

}  // namespace

bool result_has(const std::string& path, domain::Layer layer) {
    return has(*opened(path), path, layer);
}

report::Table result_table(const std::string& path, domain::Layer layer,
                           const TableTitels& titels) {
    const domain::LayerDefinition& definition = domain::definition(layer);
    std::unique_ptr<SqliteConnection> file = opened(path);
    if (!has(*file, path, layer)) {
        throw domain::InputError(
            fmt::format("{}: it does not hold the layer {}", path, definition.name));
    }
    report::Table table{definition.name, titels.table, {}, {}};
    for (const domain::Field& field : definition.fields) {
        table.columns.push_back(
            {field.name, titels.column ? titels.column(field) : field.alias, kind_of(field.type)});
    }
    const auto rows = std::make_shared<Rows>(std::move(file), definition, path);
    table.next = [rows](std::vector<Cell>& cells) { return rows->next(cells); };
    return table;
}

}  // namespace koppelkans::io
