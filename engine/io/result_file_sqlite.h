#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace koppelkans::io {

enum class SqliteMode { read_only, read_write };

/// A connection to an SQLite file that is there already; closed by the destructor. Nothing throws:
/// what a failure means differs from caller to caller, who asks `is_busy` and `message` after it.
/// One that only reads may come from someone else, and gives rows of tables alone, not of views.
/// Internal to the result file.
class SqliteConnection {
  public:
    /// Waits up to `patience_ms` for the locks of others.
    SqliteConnection(const std::string& path, SqliteMode mode, int patience_ms);
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;
    ~SqliteConnection();

    bool is_open() const { return open_; }
    /// True when all went well.
    bool run(const std::string& sql);
    /// First column of the first row, as text; empty without a row, for NULL and for a failure.
    std::optional<std::string> first_value(const std::string& sql);
    /// The last call failed since another connection holds the file.
    bool is_busy() const;
    /// SQLite's words for the last failure.
    std::string message() const;
    sqlite3* handle() { return handle_; }

  private:
    sqlite3* handle_ = nullptr;
    bool open_ = false;
};

/// A prepared statement on a connection that must outlive it: values are bound in their order, from
/// 1, then `step`. Nothing throws, as above. What is bound as text or bytes must live until `step`.
class SqliteStatement {
  public:
    /// On a fault of the statement every step fails.
    SqliteStatement(sqlite3* connection, const std::string& sql);
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;
    ~SqliteStatement();

    void bind(int at, std::int64_t value);
    void bind(int at, double value);
    void bind_text(int at, std::string_view text);
    /// Copies the text.
    void bind_own_text(int at, std::string_view text);
    void bind_bytes(int at, std::string_view bytes);
    void bind_null(int at);
    /// Runs it for what was bound and makes it ready for the next; true when all went well. Values
    /// stay bound.
    bool step();

  private:
    sqlite3_stmt* statement_ = nullptr;
};

/// The rows of a query, one after the other:
///
///     for (SqliteQuery rows(connection, "SELECT a, b FROM t"); rows.next();) { rows.text(0) ... }
///
/// Throws domain::InputError with SQLite's words and `shown_path` where the file does not let
/// itself be read. Values are of the row that `next` came to; what is NULL is empty or 0.
class SqliteQuery {
  public:
    SqliteQuery(SqliteConnection& connection, const std::string& sql, std::string shown_path);
    SqliteQuery(const SqliteQuery&) = delete;
    SqliteQuery& operator=(const SqliteQuery&) = delete;
    ~SqliteQuery();

    bool next();
    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    /// Until the next call of `next`.
    std::string_view bytes(int column) const;

  private:
    [[noreturn]] void fail() const;

    SqliteConnection& connection_;
    std::string shown_path_;
    sqlite3_stmt* statement_ = nullptr;
};

}  // namespace koppelkans::io
