#pragma once

#include <string>

namespace koppelkans::io {

/// Holds the SQLite databases that open on this thread, in whatever library, while one lives: a
/// GeoPackage or SpatiaLite from someone else is a program as well. `refusal` says why one must not
/// be read:
///
/// - it has a virtual table that is not made of tables of its own (VirtualText, VirtualShape,
///   VirtualOGR and the like read other files), or
/// - its schema names a function of SpatiaLite's that reads files or fetches XML schemas; these are
///   known by name, so a new one of a later version has to be added.
///
/// A connection is told besides to trust no function of the schema and to attach no other database.
/// GDAL opens some databases a second time without asking us, so that is no wall but a second door.
/// Lives on the stack; does not nest. Cost: one look at the list of its tables a database.
class SqliteGuard {
  public:
    SqliteGuard();
    ~SqliteGuard();
    SqliteGuard(const SqliteGuard&) = delete;
    SqliteGuard& operator=(const SqliteGuard&) = delete;

    /// Half a sentence about the database that was refused, or whose tables could not be looked at;
    /// empty: none was.
    const std::string& refusal() const { return refusal_.empty() ? unread_ : refusal_; }
    /// Internal to the call that SQLite makes: a fault in a database, which stays, and why the last
    /// one could not be looked at, since libraries try again in other ways.
    void refuse(std::string refusal) { refusal_ = std::move(refusal); }
    void set_unread(std::string reason) { unread_ = std::move(reason); }

  private:
    std::string refusal_;
    std::string unread_;
};

/// The module of `CREATE VIRTUAL TABLE name USING module(...)`, as SQLite's grammar reads it: with
/// comments and any kind of quotes. Empty for another statement, `?` for one that cannot be read.
///
///     module_of("create virtual table t using /* */ \"VirtualText\" ('x.csv')")   // VirtualText
std::string module_of(const std::string& statement);

}  // namespace koppelkans::io
