#include "engine/io/sqlite_reals.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include "engine/io/sqlite_guard.h"

namespace koppelkans::io {

using domain::InputError;
using domain::InputPlace;

namespace {

bool is_text(sqlite3_stmt* row) {
    const int type = sqlite3_column_type(row, 0);
    return type == SQLITE_TEXT || type == SQLITE_BLOB;
}

}  // namespace

std::string sqlite_name(std::string_view name) {
    std::string text = "\"";
    for (const char c : name) {
        text += c == '"' ? "\"\"" : std::string(1, c);
    }
    return text + '"';
}

void SqliteFinalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

SqliteStatement prepared(sqlite3* connection, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(connection, sql.c_str(), -1, &statement, nullptr);
    return SqliteStatement(statement);
}

SqliteReals::SqliteReals(void* connection, std::string table, const std::string& key)
    : connection_(static_cast<sqlite3*>(connection)),
      table_(std::move(table)),
      key_(key.empty() ? "_rowid_" : sqlite_name(key)) {}

bool SqliteReals::is_table() const {
    const SqliteStatement kind =
        prepared(connection_,
                 "SELECT 1 FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?1)");
    sqlite3_bind_text(kind.get(), 1, table_.c_str(), -1, SQLITE_TRANSIENT);
    return sqlite3_step(kind.get()) == SQLITE_ROW;
}

SqliteStatement SqliteReals::look_up_of(const std::string& column, const InputPlace& place) const {
    const std::string from = fmt::format("FROM {} WHERE ", sqlite_name(table_));
    const SqliteStatement first =
        prepared(connection_, fmt::format("SELECT 1 {}typeof({}) IN ('text', 'blob') LIMIT 1", from,
                                          sqlite_name(column)));
    sqlite_gave_a_row();
    const int found = first == nullptr ? SQLITE_ERROR : sqlite3_step(first.get());
    sqlite_gave_a_row();
    if (found == SQLITE_DONE) {
        return nullptr;
    }
    SqliteStatement look_up =
        prepared(connection_, fmt::format("SELECT {} {}{} = ?1", sqlite_name(column), from, key_));
    if (found != SQLITE_ROW || look_up == nullptr || !is_table()) {
        throw InputError(
            place,
            fmt::format("its column {} of numbers {}, so values would be lost; "
                        "save it as a table in which that column is text",
                        column, found == SQLITE_ROW ? "holds texts" : "cannot be looked at"));
    }
    return look_up;
}

std::optional<std::string> SqliteReals::text(const std::string& column, std::int64_t row,
                                             const InputPlace& place) {
    if (connection_ == nullptr) {
        return std::nullopt;
    }
    auto known = look_ups_.find(column);
    if (known == look_ups_.end()) {
        known = look_ups_.emplace(column, look_up_of(column, place)).first;
    }
    sqlite3_stmt* look_up = known->second.get();
    if (look_up == nullptr) {
        return std::nullopt;
    }
    sqlite3_bind_int64(look_up, 1, row);
    if (sqlite3_step(look_up) != SQLITE_ROW) {
        throw InputError(place, fmt::format("what its column {} holds cannot be read: {}", column,
                                            sqlite3_errmsg(connection_)));
    }
    std::optional<std::string> text;
    if (is_text(look_up)) {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(look_up, 0));
        text = bytes == nullptr ? std::string() : std::string(bytes);
    }
    sqlite3_reset(look_up);
    return text;
}

}  // namespace koppelkans::io
