#include "engine/io/sqlite_guard.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <sqlite3.h>

#include "engine/domain/text.h"

namespace koppelkans::io {

namespace {

// NOLINTNEXTLINE: SQLite calls back without a word of whom it works for.
thread_local SqliteGuard* guard_of_thread = nullptr;

/// Made of tables of the same database: the indexes of SQLite and SpatiaLite.
constexpr std::array<std::string_view, 11> own_modules = {
    "rtree",     "rtree_i32",           "geopoly",           "fts3",       "fts4",       "fts5",
    "fts5vocab", "virtualspatialindex", "virtualelementary", "virtualknn", "virtualknn2"};

bool is_name_sign(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || c == '_' || c == '$' || (c >= '0' && c <= '9') ||
           (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Reads SQL word by word (sqlite.org/lang_keywords.html, lang_comment.html).
class SqlWords {
  public:
    explicit SqlWords(std::string_view sql) : sql_(sql) {}

    /// A name without its quotes, or one other sign; empty at the end.
    std::string next() {
        skip_blanks();
        if (at_ >= sql_.size()) {
            return {};
        }
        const char first = sql_[at_];
        if (first == '"' || first == '\'' || first == '`' || first == '[') {
            return quoted(first == '[' ? ']' : first);
        }
        std::size_t end = at_ + 1;
        while (is_name_sign(first) && end < sql_.size() && is_name_sign(sql_[end])) {
            ++end;
        }
        std::string word(sql_.substr(at_, end - at_));
        at_ = end;
        return word;
    }

  private:
    void skip_blanks() {
        for (;;) {
            at_ = std::min(sql_.find_first_not_of(" \t\r\n\f\v", at_), sql_.size());
            const std::string_view rest = sql_.substr(at_);
            if (rest.starts_with("--")) {
                at_ = std::min(sql_.find('\n', at_), sql_.size());
            } else if (rest.starts_with("/*")) {
                const std::size_t end = sql_.find("*/", at_ + 2);
                at_ = end == std::string_view::npos ? sql_.size() : end + 2;
            } else {
                return;
            }
        }
    }

    std::string quoted(char quote) {
        std::string name;
        for (++at_; at_ < sql_.size(); ++at_) {
            if (sql_[at_] == quote) {
                const bool is_doubled =
                    quote != ']' && at_ + 1 < sql_.size() && sql_[at_ + 1] == quote;
                if (!is_doubled) {
                    ++at_;
                    return name;
                }
                ++at_;
            }
            name += sql_[at_];
        }
        return name;
    }

    std::string_view sql_;
    std::size_t at_ = 0;
};

/// What views reckon with besides the functions of SQLite and those of ST_..., in SpatiaLite and
/// GDAL.
constexpr auto geometry_functions = std::to_array<std::string_view>({"area",
                                                                     "asbinary",
                                                                     "asewkb",
                                                                     "asewkt",
                                                                     "asgeojson",
                                                                     "astext",
                                                                     "aswkb",
                                                                     "aswkt",
                                                                     "boundary",
                                                                     "buffer",
                                                                     "buildcirclembr",
                                                                     "buildmbr",
                                                                     "centroid",
                                                                     "checkspatialmetadata",
                                                                     "collect",
                                                                     "contains",
                                                                     "convexhull",
                                                                     "crosses",
                                                                     "difference",
                                                                     "dimension",
                                                                     "disjoint",
                                                                     "distance",
                                                                     "endpoint",
                                                                     "envelope",
                                                                     "equals",
                                                                     "exteriorring",
                                                                     "geometryconstraints",
                                                                     "geometryfromtext",
                                                                     "geometryn",
                                                                     "geometrytype",
                                                                     "geomfromewkb",
                                                                     "geomfromewkt",
                                                                     "geomfromgeojson",
                                                                     "geomfromtext",
                                                                     "geomfromwkb",
                                                                     "geos_version",
                                                                     "glength",
                                                                     "gunion",
                                                                     "hstore_get_value",
                                                                     "interiorringn",
                                                                     "intersection",
                                                                     "intersects",
                                                                     "isclosed",
                                                                     "isempty",
                                                                     "isring",
                                                                     "issimple",
                                                                     "isvalid",
                                                                     "linefromtext",
                                                                     "linestringfromtext",
                                                                     "m",
                                                                     "makeline",
                                                                     "makepoint",
                                                                     "makepointz",
                                                                     "makepolygon",
                                                                     "mbrcontains",
                                                                     "mbrintersects",
                                                                     "mbrmaxx",
                                                                     "mbrmaxy",
                                                                     "mbrminx",
                                                                     "mbrminy",
                                                                     "mbrwithin",
                                                                     "numgeometries",
                                                                     "numinteriorring",
                                                                     "numpoints",
                                                                     "overlaps",
                                                                     "perimeter",
                                                                     "pointfromtext",
                                                                     "pointn",
                                                                     "pointonsurface",
                                                                     "polygonfromtext",
                                                                     "polyfromtext",
                                                                     "point",
                                                                     "proj4_version",
                                                                     "setsrid",
                                                                     "simplify",
                                                                     "simplifypreservetopology",
                                                                     "snap",
                                                                     "spatialite_version",
                                                                     "srid",
                                                                     "startpoint",
                                                                     "symdifference",
                                                                     "touches",
                                                                     "within",
                                                                     "x",
                                                                     "y",
                                                                     "regexp",
                                                                     "z"});

/// A function that reads files or the web, runs SQL, or leads PROJ, by its name in lower case.
bool reaches_out(std::string_view name) {
    // A transformation may be told of a grid anywhere on the disk.
    static constexpr std::array<std::string_view, 10> beginnings = {
        "xb_",        "ogr_",      "proj_set",     "sqlproc_", "storedproc_",
        "storedvar_", "transform", "st_transform", "eval",     "gdal_"};
    static constexpr std::array<std::string_view, 4> parts = {"file", "import", "export", "load"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [name](std::string_view one) { return name.starts_with(one); }) ||
           std::any_of(parts.begin(), parts.end(), [name](std::string_view one) {
               return name.find(one) != std::string_view::npos;
           });
}

/// The first function of a statement that reaches out; empty for none. What stands before a bracket
/// may also be a type or a keyword, which do not.
std::string function_out(const std::string& statement) {
    SqlWords words(statement);
    std::string before;
    for (std::string word = words.next(); !word.empty(); word = words.next()) {
        if (word == "(" && reaches_out(domain::folded(before))) {
            return before;
        }
        before = std::move(word);
    }
    return {};
}

struct StatementDelete {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

std::string text_at(sqlite3_stmt* row, int column) {
    const auto* text = sqlite3_column_text(row, column);
    return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

void look_at_tables(sqlite3* database, SqliteGuard& guard) {
    sqlite3_stmt* prepared = nullptr;
    int code = sqlite3_prepare_v2(database, "SELECT name, sql, type FROM sqlite_master", -1,
                                  &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, StatementDelete> statement(prepared);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(prepared);
        if (code != SQLITE_ROW) {
            break;
        }
        // A table or an index has names of its own before a bracket.
        const bool is_view = text_at(prepared, 2) == "view";
        const std::string function = is_view ? function_out(text_at(prepared, 1)) : std::string();
        if (!function.empty()) {
            guard.refuse(
                fmt::format("it cannot be trusted: {} calls {}, by which files or the web may be "
                            "read; save what it shows as a table",
                            text_at(prepared, 0), function));
        }
        const std::string module = module_of(text_at(prepared, 1));
        if (!module.empty() && std::find(own_modules.begin(), own_modules.end(),
                                         domain::folded(module)) == own_modules.end()) {
            guard.refuse(fmt::format(
                "its table {} is a window on something else ({}), which may be any file; save "
                "what it shows as a table, or take that table out",
                text_at(prepared, 0), module));
        }
    }
    guard.set_unread(code == SQLITE_DONE ? std::string()
                                         : fmt::format("its tables cannot be listed ({})",
                                                       sqlite3_errmsg(database)));
}

/// Of a connection to which nobody has added any yet.
std::set<std::string> read_functions_of_sqlite() {
    std::set<std::string> names;
    sqlite3* database = nullptr;
    if (sqlite3_open(":memory:", &database) == SQLITE_OK) {
        const auto note = [](void* all, int /*columns*/, char** values, char** /*names*/) {
            static_cast<std::set<std::string>*>(all)->insert(domain::folded(values[0]));
            return 0;
        };
        sqlite3_exec(database, "SELECT name FROM pragma_function_list WHERE builtin", note, &names,
                     nullptr);
    }
    sqlite3_close(database);
    return names;
}

/// Those of SQLite itself. Asked for the first time before a guard lives: it opens a connection.
const std::set<std::string>& functions_of_sqlite() {
    static const std::set<std::string> names = read_functions_of_sqlite();
    return names;
}

/// SpatiaLite calls its own functions harmless, those too that load an XML schema from the web.
int judge_call(void* /*user_data*/, int action, const char* /*none*/, const char* function,
               const char* /*database*/, const char* /*view*/) {
    return action == SQLITE_FUNCTION && function != nullptr && reaches_out(domain::folded(function))
               ? SQLITE_DENY
               : SQLITE_OK;
}

/// The same, of a source: there only what is known to be harmless.
int judge_call_of_source(void* user_data, int action, const char* none, const char* function,
                         const char* database, const char* view) {
    if (action != SQLITE_FUNCTION || function == nullptr) {
        return SQLITE_OK;
    }
    const std::string name = domain::folded(function);
    const bool is_known = functions_of_sqlite().contains(name) || name.starts_with("st_") ||
                          std::find(geometry_functions.begin(), geometry_functions.end(), name) !=
                              geometry_functions.end();
    return is_known ? judge_call(user_data, action, none, function, database, view) : SQLITE_DENY;
}

constexpr int instructions_a_step = 10'000'000;
std::atomic<int> patience = 3000;
// NOLINTNEXTLINE: of the query that runs on this thread.
thread_local int steps_without_a_row = 0;

/// SQLite asks this every step; not 0 ends the query.
int is_out_of_patience(void* /*user_data*/) {
    return ++steps_without_a_row > patience ? 1 : 0;
}

void restrain(sqlite3* database) {
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_set_authorizer(database, judge_call, nullptr);
    sqlite_gave_a_row();
    sqlite3_progress_handler(database, instructions_a_step, is_out_of_patience, nullptr);
    sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
}

/// SQLite calls this for each connection that opens in the process.
int hold(sqlite3* database, char** /*message*/, const void* /*calls*/) {
    SqliteGuard* guard = guard_of_thread;
    if (guard == nullptr) {
        return SQLITE_OK;
    }
    restrain(database);
    look_at_tables(database, *guard);
    return SQLITE_OK;
}

}  // namespace

SqliteGuard::SqliteGuard() {
    functions_of_sqlite();
    // Each time: some library lets SQLite forget it. What it knows already it does not add.
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&hold));
    guard_of_thread = this;
}

SqliteGuard::~SqliteGuard() {
    guard_of_thread = nullptr;
}

void SqliteGuard::restrain_connection(void* connection) {
    if (connection != nullptr) {
        restrain(static_cast<sqlite3*>(connection));
        sqlite3_set_authorizer(static_cast<sqlite3*>(connection), judge_call_of_source, nullptr);
    }
}

void sqlite_gave_a_row() {
    steps_without_a_row = 0;
}

int set_sqlite_patience(int steps) {
    return patience.exchange(steps);
}

std::string module_of(const std::string& statement) {
    SqlWords words(statement);
    if (domain::folded(words.next()) != "create" || domain::folded(words.next()) != "virtual") {
        return {};
    }
    std::string unreadable = "?";
    if (domain::folded(words.next()) != "table") {
        return unreadable;
    }
    std::string name = words.next();
    std::string behind = words.next();
    // A table named `if` is followed by anything but NOT.
    if (domain::folded(name) == "if" && domain::folded(behind) == "not") {
        words.next();
        name = words.next();
        behind = words.next();
    }
    if (behind == ".") {
        words.next();
        behind = words.next();
    }
    const std::string module = domain::folded(behind) == "using" ? words.next() : std::string();
    return module.empty() ? unreadable : module;
}

}  // namespace koppelkans::io
