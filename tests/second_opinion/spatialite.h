#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/geometry/wkb.h"

struct sqlite3;
struct sqlite3_stmt;

namespace koppelkans::test {

/// A SQLite database in memory with SpatiaLite loaded. Every failure throws std::runtime_error with
/// SQLite's words and the statement.
class Spatialite {
  public:
    Spatialite();
    void run(const std::string& sql);
    /// A row of texts, numbers and geometry for an INSERT with question marks.
    struct Value {
        enum class Kind { text, number, wkb, null } kind = Kind::null;
        std::string text;
        double number = 0;
        static Value of(std::string text);
        static Value of(double number);
        static Value of(const geometry::Wkb& wkb);  ///< NULL where it has no bytes
    };
    void insert(const std::string& sql, const std::vector<Value>& values);
    /// Calls `on_row` with the statement at each row.
    void query(const std::string& sql, const std::function<void(sqlite3_stmt*)>& on_row);

  private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> database_;
};

/// A pair in a buurt, as SQL finds it.
struct SqlPair {
    std::string key;  ///< "buurt a b"
    double area_m2 = 0;
    double distance_m = 0;
};

/// Tables `buurt(code, ground)` and `opgave(id, soort, niveau, shape, werkafstand, gebied)`, where
/// `gebied` lists buurtcodes between bars (`|BU1|BU2|`), and the questions that are asked of them.
void create_tables(Spatialite& spatialite);

/// Every pair of opgaven of niveau plek and different soort that shares at least `min_m2` in a
/// buurt, ordered by buurt, a, b: straight from the shapes, with SpatiaLite's own buffer, union,
/// intersection, area and distance.
std::vector<SqlPair> pairs_by_sql(Spatialite& spatialite, double min_m2);

/// The same where at least one of the two takes a whole buurt; distance 0.
std::vector<SqlPair> gebied_pairs_by_sql(Spatialite& spatialite, double min_m2);

}  // namespace koppelkans::test
