#include "engine/io/report_csv.h"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <string_view>

#include <fmt/format.h>

#include "engine/domain/readable_text.h"
#include "engine/io/file_beside.h"
#include "engine/io/file_place.h"

namespace koppelkans::io {

namespace {

struct FileClose {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// Bytes to a file; every failure throws.
class CsvFile {
  public:
    CsvFile(const std::string& file, const std::string& path)
        : path_(path), file_(std::fopen(file.c_str(), "wbx")) {
        if (!file_) {
            fail_to_write(path_, reason_of(errno));
        }
    }

    void write(std::string_view bytes) {
        if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
            fail_to_write(path_, reason_of(errno));
        }
    }

    void close() {
        // What is still in the buffer may find the disk full.
        if (std::fclose(file_.release()) != 0) {
            fail_to_write(path_, reason_of(errno));
        }
    }

  private:
    const std::string& path_;
    std::unique_ptr<std::FILE, FileClose> file_;
};

bool needs_quotes(std::string_view text) {
    constexpr std::string_view blanks = " \t";
    constexpr std::string_view formula_starts = "=+-@\t";
    return text.empty() || text.find_first_of(",\"\r\n") != std::string_view::npos ||
           blanks.find(text.front()) != std::string_view::npos ||
           blanks.find(text.back()) != std::string_view::npos ||
           formula_starts.find(text.front()) != std::string_view::npos;
}

void add_text(std::string& line, std::string_view raw) {
    const std::string text = domain::readable(raw);
    if (!needs_quotes(text)) {
        line += text;
        return;
    }
    line += '"';
    for (const char c : text) {
        line += c;
        if (c == '"') {
            line += c;
        }
    }
    line += '"';
}

struct AddCell {
    std::string& line;

    void operator()(std::monostate) const {}
    void operator()(const std::string& text) const { add_text(line, text); }
    void operator()(std::int64_t number) const { line += fmt::format("{}", number); }
    void operator()(double number) const { line += fmt::format("{}", number); }
    void operator()(time::Day day) const { line += time::iso(day); }
    void operator()(bool is_so) const { line += is_so ? "true" : "false"; }
};

constexpr std::string_view line_end = "\r\n";

}  // namespace

void write_csv(const std::string& path, const report::Table& table, Bom bom) {
    FileBeside place(path, ".csv");
    CsvFile file(place.written_to(), path);
    std::string line = bom == Bom::with ? "\xEF\xBB\xBF" : "";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        line += i == 0 ? "" : ",";
        add_text(line, table.columns[i].name);
    }
    file.write(line.append(line_end));
    for (std::vector<report::Cell> cells; table.next(cells);) {
        line.clear();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            line += i == 0 ? "" : ",";
            std::visit(AddCell{line}, cells[i]);
        }
        file.write(line.append(line_end));
    }
    file.close();
    place.keep();
}

}  // namespace koppelkans::io
