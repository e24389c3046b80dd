#include "tests/second_opinion/spatialite.h"

#include <stdexcept>

#include <sqlite3.h>

namespace koppelkans::test {

namespace {

[[noreturn]] void fail(sqlite3* database, const std::string& sql) {
    throw std::runtime_error(std::string(sqlite3_errmsg(database)) + " in: " + sql);
}

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

Statement prepared(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
        fail(database, sql);
    }
    return Statement(statement);
}

void bind(sqlite3_stmt* statement, int position, const Spatialite::Value& value) {
    switch (value.kind) {
        case Spatialite::Value::Kind::text:
            sqlite3_bind_text(statement, position, value.text.data(),
                              static_cast<int>(value.text.size()), SQLITE_TRANSIENT);
            break;
        case Spatialite::Value::Kind::number:
            sqlite3_bind_double(statement, position, value.number);
            break;
        case Spatialite::Value::Kind::wkb:
            sqlite3_bind_blob(statement, position, value.text.data(),
                              static_cast<int>(value.text.size()), SQLITE_TRANSIENT);
            break;
        case Spatialite::Value::Kind::null:
            sqlite3_bind_null(statement, position);
            break;
    }
}

std::vector<SqlPair> collected(Spatialite& spatialite, const std::string& sql) {
    std::vector<SqlPair> pairs;
    spatialite.query(sql, [&](sqlite3_stmt* row) {
        pairs.push_back({reinterpret_cast<const char*>(sqlite3_column_text(row, 0)),
                         sqlite3_column_double(row, 1), sqlite3_column_double(row, 2)});
    });
    return pairs;
}

}  // namespace

void Spatialite::Close::operator()(sqlite3* database) const {
    sqlite3_close(database);
}

Spatialite::Value Spatialite::Value::of(std::string text) {
    return {Kind::text, std::move(text), 0};
}
Spatialite::Value Spatialite::Value::of(double number) {
    return {Kind::number, {}, number};
}
Spatialite::Value Spatialite::Value::of(const geometry::Wkb& wkb) {
    return {wkb.empty() ? Kind::null : Kind::wkb, wkb.bytes, 0};
}

Spatialite::Spatialite() {
    sqlite3* database = nullptr;
    if (sqlite3_open(":memory:", &database) != SQLITE_OK) {
        fail(database, "open");
    }
    database_.reset(database);
    sqlite3_enable_load_extension(database, 1);
    if (sqlite3_load_extension(database, "mod_spatialite", nullptr, nullptr) != SQLITE_OK) {
        fail(database, "load mod_spatialite");
    }
}

void Spatialite::run(const std::string& sql) {
    if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail(database_.get(), sql);
    }
}

void Spatialite::insert(const std::string& sql, const std::vector<Value>& values) {
    const Statement statement = prepared(database_.get(), sql);
    for (std::size_t i = 0; i < values.size(); ++i) {
        bind(statement.get(), static_cast<int>(i) + 1, values[i]);
    }
    if (sqlite3_step(statement.get()) != SQLITE_DONE) {
        fail(database_.get(), sql);
    }
}

void Spatialite::query(const std::string& sql, const std::function<void(sqlite3_stmt*)>& on_row) {
    const Statement statement = prepared(database_.get(), sql);
    int step = sqlite3_step(statement.get());
    for (; step == SQLITE_ROW; step = sqlite3_step(statement.get())) {
        on_row(statement.get());
    }
    if (step != SQLITE_DONE) {
        fail(database_.get(), sql);
    }
}

void create_tables(Spatialite& spatialite) {
    spatialite.run("CREATE TABLE buurt (code TEXT, ground BLOB)");
    spatialite.run(
        "CREATE TABLE opgave (id TEXT, soort TEXT, niveau TEXT, shape BLOB, werkafstand REAL, "
        "gebied TEXT, ground BLOB)");
}

std::vector<SqlPair> pairs_by_sql(Spatialite& spatialite, double min_m2) {
    spatialite.run(
        "UPDATE opgave SET ground = CASE WHEN werkafstand > 0 "
        "THEN ST_Buffer(ST_UnaryUnion(shape), werkafstand, 8) ELSE ST_UnaryUnion(shape) END "
        "WHERE shape IS NOT NULL");
    // Text compares by its bytes in SQLite, as the contract orders ids.
    return collected(
        spatialite,
        "SELECT u.code || ' ' || a.id || ' ' || b.id, "
        "ST_Area(ST_Intersection(ST_Intersection(a.ground, b.ground), u.ground)) AS m2, "
        "ST_Distance(a.shape, b.shape) FROM buurt u, opgave a, opgave b "
        "WHERE a.niveau = 'plek' AND b.niveau = 'plek' AND a.id < b.id "
        "AND a.soort <> b.soort AND MbrIntersects(a.ground, b.ground) "
        "AND MbrIntersects(a.ground, u.ground) AND m2 > 0 AND m2 >= " +
            std::to_string(min_m2) + " ORDER BY u.code, a.id, b.id");
}

std::vector<SqlPair> gebied_pairs_by_sql(Spatialite& spatialite, double min_m2) {
    return collected(
        spatialite,
        "WITH lies AS (SELECT u.code AS code, o.id AS id, o.soort AS soort, o.niveau AS niveau, "
        "CASE o.niveau WHEN 'gebied' THEN u.ground ELSE ST_Intersection(o.ground, u.ground) END "
        "AS ground FROM buurt u, opgave o WHERE CASE o.niveau WHEN 'gebied' "
        "THEN instr(o.gebied, '|' || u.code || '|') > 0 ELSE MbrIntersects(o.ground, u.ground) "
        "END) "
        "SELECT a.code || ' ' || a.id || ' ' || b.id, "
        "ST_Area(ST_Intersection(a.ground, b.ground)) AS m2, 0.0 FROM lies a, lies b "
        "WHERE a.code = b.code AND a.id < b.id AND a.soort <> b.soort "
        "AND (a.niveau = 'gebied' OR b.niveau = 'gebied') AND m2 > 0 AND m2 >= " +
            std::to_string(min_m2) + " ORDER BY a.code, a.id, b.id");
}

}  // namespace koppelkans::test
