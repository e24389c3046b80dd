#include "engine/io/result_file_sqlite.h"

#include <memory>

#include <sqlite3.h>

namespace koppelkans::io {

namespace {

struct StatementDelete {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, StatementDelete>;

}  // namespace

SqliteConnection::SqliteConnection(const std::string& path, SqliteMode mode, int patience_ms) {
    const int flags = mode == SqliteMode::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    open_ = sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr) == SQLITE_OK;
    if (open_) {
        sqlite3_busy_timeout(handle_, patience_ms);
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

}  // namespace koppelkans::io
