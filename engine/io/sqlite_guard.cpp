#include "engine/io/sqlite_guard.h"

#include <algorithm>
#include <array>
#include <memory>
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

struct StatementDelete {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

std::string text_at(sqlite3_stmt* row, int column) {
    const auto* text = sqlite3_column_text(row, column);
    return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

void look_at_tables(sqlite3* database, SqliteGuard& guard) {
    sqlite3_stmt* prepared = nullptr;
    int code =
        sqlite3_prepare_v2(database, "SELECT name, sql FROM sqlite_master", -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, StatementDelete> statement(prepared);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(prepared);
        if (code != SQLITE_ROW) {
            break;
        }
        const std::string sql = domain::folded(text_at(prepared, 1));
        for (const char* function : {"xb_create", "xb_load", "blobfromfile", "load_extension"}) {
            // A function has no other spelling; libraries open a database again, unwatched.
            if (sql.find(function) != std::string::npos) {
                guard.refuse(
                    fmt::format("it cannot be trusted: {} calls {}, which reads files or "
                                "the web; save what it shows as a table",
                                text_at(prepared, 0), function));
            }
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

/// SpatiaLite calls its own functions harmless, those too that load an XML schema from the web.
int judge_call(void* /*user_data*/, int action, const char* /*none*/, const char* function,
               const char* /*database*/, const char* /*view*/) {
    if (action != SQLITE_FUNCTION || function == nullptr) {
        return SQLITE_OK;
    }
    const std::string name = domain::folded(function);
    const auto has = [&name](const char* part) { return name.find(part) != std::string::npos; };
    const bool reaches_out = name.starts_with("xb_") || name.starts_with("ogr_") || has("file") ||
                             has("import") || has("export") || has("load");
    return reaches_out ? SQLITE_DENY : SQLITE_OK;
}

/// SQLite calls this for each connection that opens in the process.
int hold(sqlite3* database, char** /*message*/, const void* /*calls*/) {
    SqliteGuard* guard = guard_of_thread;
    if (guard == nullptr) {
        return SQLITE_OK;
    }
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_set_authorizer(database, judge_call, nullptr);
    sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
    look_at_tables(database, *guard);
    return SQLITE_OK;
}

}  // namespace

SqliteGuard::SqliteGuard() {
    // Each time: some library lets SQLite forget it. What it knows already it does not add.
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&hold));
    guard_of_thread = this;
}

SqliteGuard::~SqliteGuard() {
    guard_of_thread = nullptr;
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
