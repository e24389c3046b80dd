#include "engine/io/sqlite_zeros.h"

#include <cstddef>
#include <cstring>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include "engine/io/sqlite_guard.h"
#include "engine/io/sqlite_reals.h"

namespace koppelkans::io {

namespace {

bool holds_zero(sqlite3_stmt* row, int column) {
    if (sqlite3_column_type(row, column) != SQLITE_TEXT) {
        return false;
    }
    const unsigned char* const text = sqlite3_column_text(row, column);
    const auto bytes = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
    return text != nullptr && std::memchr(text, 0, bytes) != nullptr;
}

}  // namespace

std::set<std::string> columns_with_zeros(void* connection, const std::string& table,
                                         const std::vector<std::string>& columns) {
    std::vector<std::string> names;
    for (const std::string& column : columns) {
        names.push_back(sqlite_name(column));
    }
    std::set<std::string> found;
    const SqliteStatement rows =
        connection == nullptr || columns.empty()
            ? nullptr
            : prepared(
                  static_cast<sqlite3*>(connection),
                  fmt::format("SELECT {} FROM {}", fmt::join(names, ", "), sqlite_name(table)));
    if (rows == nullptr) {
        return found;
    }
    sqlite_gave_a_row();
    while (sqlite3_step(rows.get()) == SQLITE_ROW) {
        sqlite_gave_a_row();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (holds_zero(rows.get(), static_cast<int>(i))) {
                found.insert(columns[i]);
            }
        }
    }
    return found;
}

bool holds_bytes(void* connection, const std::string& table, const std::string& column) {
    if (connection == nullptr) {
        return false;
    }
    const SqliteStatement value =
        prepared(static_cast<sqlite3*>(connection),
                 fmt::format("SELECT typeof({0}) = 'blob' FROM {1} WHERE {0} IS NOT NULL LIMIT 1",
                             sqlite_name(column), sqlite_name(table)));
    sqlite_gave_a_row();
    return value != nullptr && sqlite3_step(value.get()) == SQLITE_ROW &&
           sqlite3_column_int(value.get(), 0) != 0;
}

}  // namespace koppelkans::io
