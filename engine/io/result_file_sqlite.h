#pragma once

#include <optional>
#include <string>

struct sqlite3;

namespace koppelkans::io {

enum class SqliteMode { read_only, read_write };

/// A connection to an SQLite file that is there already; closed by the destructor. Nothing throws:
/// what a failure means differs from caller to caller, who asks `is_busy` and `message` after it.
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

  private:
    sqlite3* handle_ = nullptr;
    bool open_ = false;
};

}  // namespace koppelkans::io
