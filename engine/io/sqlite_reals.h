#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/domain/errors.h"

struct sqlite3;
struct sqlite3_stmt;

namespace koppelkans::io {

/// A name as it stands in a statement: in quotes, with those in it twice.
std::string sqlite_name(std::string_view name);

struct SqliteFinalize {
    void operator()(sqlite3_stmt* statement) const;
};

using SqliteStatement = std::unique_ptr<sqlite3_stmt, SqliteFinalize>;
/// Null where SQLite does not take it.
SqliteStatement prepared(sqlite3* connection, const std::string& sql);

/// The texts in columns that a table of SQLite declares as real numbers. SQLite keeps any value in
/// any column, and GDAL takes of `2,5` the 2 and of `voorjaar 2027` nothing, without a word. (For
/// whole numbers and dates there is own_text.h; a real number has fewer digits as a text.)
///
/// Must be gone before the connection is closed. Cost: looks once through a column that is asked
/// for; where that has a text, a look-up a row.
class SqliteReals {
  public:
    SqliteReals() = default;  ///< of no database: it has no texts
    /// `connection`: a `sqlite3*`, or none. `key`: the column of GDAL's fid,
    /// empty where it is the rowid.
    SqliteReals(void* connection, std::string table, const std::string& key);

    /// The text in the row; empty where it holds a number or nothing. Throws domain::InputError
    /// where the rows cannot be told apart, as in a view.
    std::optional<std::string> text(const std::string& column, std::int64_t row,
                                    const domain::InputPlace& place);

  private:
    bool is_table() const;
    /// Null where the column holds no text.
    SqliteStatement look_up_of(const std::string& column, const domain::InputPlace& place) const;

    sqlite3* connection_ = nullptr;
    std::string table_;
    std::string key_;
    std::map<std::string, SqliteStatement> look_ups_;
};

}  // namespace koppelkans::io
