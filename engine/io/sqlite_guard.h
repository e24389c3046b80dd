#pragma once

#include <string>

namespace koppelkans::io {

/// Holds the SQLite databases that open on this thread, in whatever library, while one lives: a
/// GeoPackage or SpatiaLite from someone else is a program as well. `refusal` says why one must not
/// be read:
///
/// - it has a virtual table that is not made of tables of its own (VirtualText, VirtualShape,
///   VirtualOGR and the like read other files), or
/// - a view of it calls a function that reads files, fetches XML schemas or runs SQL from a table;
///   these are known by name. A trigger is not looked at: nothing is written.
///
/// A connection is told besides to trust no function of the schema, to call none of those, to
/// attach no other database, and to give up on a query that gives no row for minutes, as one over
/// an endless list does. Some library opens a database again unseen, so the connection that rows
/// are read by is told once more, and there to call none but the functions of SQLite itself and
/// those that reckon with geometry. Lives on the stack; does not nest. Cost: one look at the list
/// of its tables a database.
class SqliteGuard {
  public:
    SqliteGuard();
    ~SqliteGuard();
    SqliteGuard(const SqliteGuard&) = delete;
    SqliteGuard& operator=(const SqliteGuard&) = delete;

    /// Half a sentence about the database that was refused, or whose tables could not be looked at;
    /// empty: none was.
    const std::string& refusal() const { return refusal_.empty() ? unread_ : refusal_; }
    /// Tells a connection of SQLite (a `sqlite3*`; none: nothing) what it may do.
    static void restrain_connection(void* connection);

    /// Internal to the call that SQLite makes: a fault in a database, which stays, and why the last
    /// one could not be looked at, since libraries try again in other ways.
    void refuse(std::string refusal) { refusal_ = std::move(refusal); }
    void set_unread(std::string reason) { unread_ = std::move(reason); }

  private:
    std::string refusal_;
    std::string unread_;
};

/// A query on this thread gave a row: from here on it may take its time again. Cost: none to speak
/// of.
void sqlite_gave_a_row();
/// How long a query may give no row, in steps of ten million instructions of SQLite, of which it
/// does some ten a second; for tests. Returns what it was: 3,000.
int set_sqlite_patience(int steps);

/// The module of `CREATE VIRTUAL TABLE name USING module(...)`, as SQLite's grammar reads it: with
/// comments and any kind of quotes. Empty for another statement, `?` for one that cannot be read.
///
///     module_of("create virtual table t using /* */ \"VirtualText\" ('x.csv')")   // VirtualText
std::string module_of(const std::string& statement);

}  // namespace koppelkans::io
