#include "engine/io/result_file_sqlite.h"

#include <memory>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "engine/domain/errors.h"

namespace koppelkans::io {

namespace {

struct StatementDelete {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, StatementDelete>;

/// What is read may come from someone else. A result has tables only: a view, which is a program,
/// may take for ever. `view`: the view or trigger that asks.
int allow_tables(void* /*unused*/, int action, const char* /*unused*/, const char* /*unused*/,
                 const char* /*unused*/, const char* view) {
    return action == SQLITE_RECURSIVE || view != nullptr ? SQLITE_DENY : SQLITE_OK;
}

}  // namespace

SqliteConnection::SqliteConnection(const std::string& path, SqliteMode mode, int patience_ms) {
    const int flags = mode == SqliteMode::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    open_ = sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr) == SQLITE_OK;
    if (open_) {
        sqlite3_busy_timeout(handle_, patience_ms);
        if (mode == SqliteMode::read_only) {
            sqlite3_set_authorizer(handle_, allow_tables, nullptr);
        }
    }
}

SqliteConnection::~SqliteConnection() {
    sqlite3_close(handle_);
}

bool SqliteConnection::run(const std::string& sql) {
    return open_ && sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

std::optional<std::string> SqliteConnection::first_value(const std::string& sql) {
    sqlite3_stmt* prepared = nullptr;
    if (!open_ || sqlite3_prepare_v2(handle_, sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK) {
        return std::nullopt;
    }
    const Statement statement(prepared);
    if (sqlite3_step(prepared) != SQLITE_ROW) {
        return std::nullopt;
    }
    const auto* value = sqlite3_column_text(prepared, 0);
    if (value == nullptr) {
        return std::nullopt;
    }
    return std::string(reinterpret_cast<const char*>(value),
                       static_cast<std::size_t>(sqlite3_column_bytes(prepared, 0)));
}

bool SqliteConnection::is_busy() const {
    const int code = sqlite3_errcode(handle_);
    return code == SQLITE_BUSY || code == SQLITE_LOCKED;
}

std::string SqliteConnection::message() const {
    return handle_ == nullptr ? "out of memory" : sqlite3_errmsg(handle_);
}

SqliteStatement::SqliteStatement(sqlite3* connection, const std::string& sql) {
    sqlite3_prepare_v2(connection, sql.c_str(), static_cast<int>(sql.size()), &statement_, nullptr);
}

SqliteStatement::~SqliteStatement() {
    sqlite3_finalize(statement_);
}

void SqliteStatement::bind(int at, std::int64_t value) {
    sqlite3_bind_int64(statement_, at, value);
}

void SqliteStatement::bind(int at, double value) {
    sqlite3_bind_double(statement_, at, value);
}

void SqliteStatement::bind_text(int at, std::string_view text) {
    sqlite3_bind_text(statement_, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void SqliteStatement::bind_own_text(int at, std::string_view text) {
    sqlite3_bind_text(statement_, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void SqliteStatement::bind_bytes(int at, std::string_view bytes) {
    sqlite3_bind_blob64(statement_, at, bytes.data(), bytes.size(), SQLITE_STATIC);
}

void SqliteStatement::bind_null(int at) {
    sqlite3_bind_null(statement_, at);
}

bool SqliteStatement::step() {
    if (statement_ == nullptr) {
        return false;
    }
    const int code = sqlite3_step(statement_);
    sqlite3_reset(statement_);
    return code == SQLITE_DONE || code == SQLITE_ROW;
}

SqliteQuery::SqliteQuery(SqliteConnection& connection, const std::string& sql,
                         std::string shown_path)
    : connection_(connection), shown_path_(std::move(shown_path)) {
    if (!connection.is_open() || sqlite3_prepare_v2(connection.handle(), sql.c_str(), -1,
                                                    &statement_, nullptr) != SQLITE_OK) {
        fail();
    }
}

SqliteQuery::~SqliteQuery() {
    sqlite3_finalize(statement_);
}

void SqliteQuery::fail() const {
    if (sqlite3_errcode(connection_.handle()) == SQLITE_AUTH) {
        throw domain::InputError(
            fmt::format("cannot read {}: it has a view where a result has a table", shown_path_));
    }
    throw domain::InputError(fmt::format("cannot read {}: {}", shown_path_, connection_.message()));
}

bool SqliteQuery::next() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        fail();
    }
    return code == SQLITE_ROW;
}

bool SqliteQuery::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t SqliteQuery::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

double SqliteQuery::real(int column) const {
    return sqlite3_column_double(statement_, column);
}

std::string SqliteQuery::text(int column) const {
    const auto* value = sqlite3_column_text(statement_, column);
    return value == nullptr
               ? std::string()
               : std::string(reinterpret_cast<const char*>(value),
                             static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

std::string_view SqliteQuery::bytes(int column) const {
    const auto* value = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return value == nullptr
               ? std::string_view()
               : std::string_view(
                     value, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

}  // namespace koppelkans::io
