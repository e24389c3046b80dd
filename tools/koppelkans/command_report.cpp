#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/domain/errors.h"
#include "engine/domain/text.h"
#include "engine/io/report_job.h"
#include "tools/koppelkans/command.h"
#include "tools/koppelkans/memory_watch.h"
#include "tools/koppelkans/option_values.h"

namespace koppelkans::tools {
namespace {

struct ReportArguments {
    std::vector<std::string> positionals;
    std::optional<std::string> output;
    std::optional<std::string> per;
    std::vector<std::string> only;
    std::vector<std::string> format;
    std::optional<std::string> language;
    std::optional<std::string> jobs;
    std::optional<std::string> max_memory;
    std::optional<std::string> progress;
    bool bom = false;
    bool overwrite = false;
    bool quiet = false;
};

CommandText report_text() {
    return {
        "report",
        "make pages, a workbook and tables of a result",
        {"RESULT -o DIR [options]"},
        {"Writes what people take to the table: a page for each buurt with a map, a timeline, the "
         "koppelkansen in order of promise and what to do before which day, and an overview of the "
         "whole, as HTML that needs no network and as PDF; a workbook (XLSX) and tables (CSV) of "
         "all rows; and manifest.json with the SHA-256 of each file.",
         "PDF is printed by WeasyPrint (Debian: apt install weasyprint). A report that lies in the "
         "folder already is renewed: files that the new one does not have go away. One that "
         "somebody changed is neither removed nor, without --overwrite, replaced."},
        {{"koppelkans report koppelkansen.gpkg -o rapport",
          "Writes all of it to the folder rapport; open rapport/index.html."},
         {"koppelkans report kansen.gpkg -o wijk --per wijk --only WK028902 --format pdf",
          "Writes the page of one wijk, and the overview, as PDF alone."}}};
}

std::vector<Option> options(ReportArguments& arguments) {
    return {
        {"-o,--output", "DIR", "The folder to write to; made where it is not there.",
         &arguments.output},
        {"--per", "GEBIED", "A page for each buurt, wijk or gemeente. Default: buurt.",
         &arguments.per},
        {"--only", "CODE",
         "Pages only for these: codes of buurten, wijken or gemeenten, with commas or blanks "
         "between. Overview and tables stay those of the whole result.",
         &arguments.only},
        {"--format", "LIST",
         "What to write, with commas between: html, pdf, xlsx, csv. Default: all four, of which "
         "PDF "
         "needs WeasyPrint.",
         &arguments.format},
        {"--lang", "LANGUAGE", "nl or en. Default: nl.", &arguments.language},
        {"--bom", "", "Begin each CSV with a byte order mark, by which Excel knows UTF-8.",
         &arguments.bom},
        {"--overwrite", "",
         "Write among files that are no report, and over pages that somebody changed.",
         &arguments.overwrite},
        {"--jobs", "N", "How many threads work. Default: every core.", &arguments.jobs},
        {"--max-memory", "SIZE",
         "End with a message when more memory is needed, such as 500M or 4G; the printers of PDF, "
         "programs of their own, are not counted. Default: nine tenths of what the machine or its "
         "container has.",
         &arguments.max_memory},
        {"--quiet", "", "Print nothing but errors.", &arguments.quiet},
        {"--progress", "WHEN",
         "auto (a bar where stderr is a terminal), always (elsewhere a line a phase) or never. "
         "Default: auto.",
         &arguments.progress},
    };
}

report::GebiedKind read_per(const std::optional<std::string>& typed) {
    const std::string word = typed.value_or("buurt");
    if (word == "buurt") {
        return report::GebiedKind::buurt;
    }
    if (word == "wijk") {
        return report::GebiedKind::wijk;
    }
    if (word == "gemeente") {
        return report::GebiedKind::gemeente;
    }
    throw domain::UsageError(fmt::format("--per \"{}\": it is buurt, wijk or gemeente", word));
}

io::ReportFormats read_formats(const std::vector<std::string>& typed) {
    io::ReportFormats formats;
    if (typed.empty()) {
        return formats;
    }
    formats = {false, false, false, false};
    const std::array<std::pair<const char*, bool*>, 4> known{{{"html", &formats.html},
                                                              {"pdf", &formats.pdf},
                                                              {"xlsx", &formats.xlsx},
                                                              {"csv", &formats.csv}}};
    for (const std::string& name : read_list(typed)) {
        const auto found = std::find_if(known.begin(), known.end(), [&name](const auto& format) {
            return format.first == domain::folded(name);
        });
        if (found == known.end()) {
            throw domain::UsageError(
                fmt::format("--format \"{}\": it is html, pdf, xlsx or csv", name));
        }
        *found->second = true;
    }
    return formats;
}

/// The result among the arguments; with --only, codes may follow without a comma.
std::string take_result(std::vector<std::string> positionals, std::vector<std::string>& codes) {
    if (positionals.empty()) {
        throw domain::UsageError(
            "name the result of a run: koppelkans report koppelkansen.gpkg -o DIR");
    }
    const auto result = std::find_if(
        positionals.begin(), positionals.end(),
        [](const std::string& word) { return std::filesystem::path(word).extension() == ".gpkg"; });
    const std::size_t at =
        result == positionals.end() ? 0 : static_cast<std::size_t>(result - positionals.begin());
    std::string path = positionals[at];
    positionals.erase(positionals.begin() + static_cast<std::ptrdiff_t>(at));
    if (codes.empty() && !positionals.empty()) {
        throw domain::UsageError(fmt::format("one result at a time, but there are {} arguments",
                                             positionals.size() + 1));
    }
    codes.insert(codes.end(), positionals.begin(), positionals.end());
    return path;
}

/// Codes with commas or blanks between; no code has a blank in it.
std::vector<std::string> read_codes(const std::vector<std::string>& typed) {
    std::vector<std::string> codes;
    for (const std::string& part : read_list(typed)) {
        std::istringstream words(part);
        for (std::string code; words >> code;) {
            codes.push_back(code);
        }
    }
    if (codes.empty() && !typed.empty()) {
        throw domain::UsageError("--only names no code; a code is such as BU02890101 or WK028901");
    }
    return codes;
}

io::ReportOptions understood(const ReportArguments& arguments) {
    io::ReportOptions options;
    options.only = read_codes(arguments.only);
    options.result = take_result(arguments.positionals, options.only);
    if (!arguments.output) {
        throw domain::UsageError("name the folder to write to: -o DIR");
    }
    options.folder = *arguments.output;
    options.per = read_per(arguments.per);
    options.formats = read_formats(arguments.format);
    options.language = arguments.language.value_or("nl");
    options.csv_bom = arguments.bom ? io::Bom::with : io::Bom::none;
    options.overwrite = arguments.overwrite ? io::Overwrite::yes : io::Overwrite::no;
    options.jobs = read_jobs(arguments.jobs);
    return options;
}

std::string counted(std::int64_t count, const char* one, const char* more) {
    return fmt::format("{} {}", count, count == 1 ? one : more);
}

std::string summary_of(const io::ReportOptions& options, const io::ReportSummary& summary) {
    std::vector<std::string> parts;
    if (options.formats.html) {
        parts.push_back(counted(summary.pages, "HTML page", "HTML pages"));
    }
    if (options.formats.pdf) {
        parts.push_back(fmt::format("{} of {}", counted(summary.pdf_files, "PDF", "PDFs"),
                                    counted(summary.pdf_pages, "sheet", "sheets")));
    }
    if (options.formats.xlsx) {
        parts.emplace_back("a workbook");
    }
    if (options.formats.csv) {
        parts.emplace_back("tables as CSV");
    }
    constexpr double bytes_a_mb = 1e6;
    std::string text =
        fmt::format("Wrote {}: {} ({} and manifest.json, {:.1f} MB) in {:.1f} s.\n", summary.folder,
                    fmt::join(parts, ", "), counted(summary.files, "file", "files"),
                    static_cast<double>(summary.bytes) / bytes_a_mb, summary.seconds);
    if (summary.removed > 0) {
        text += fmt::format("Took away {} of the report that was there.\n",
                            counted(summary.removed, "file", "files"));
    }
    if (!summary.left.empty()) {
        text += fmt::format(
            "Left {} of the report that was there, which somebody changed since then: {}{}.\n",
            counted(static_cast<std::int64_t>(summary.left.size()), "file", "files"),
            (std::filesystem::path(summary.folder) / summary.left.front()).string(),
            summary.left.size() == 1 ? "" : " first");
    }
    if (summary.shortened_texts > 0) {
        text += fmt::format("{} cut in the workbook: a cell holds 32,767 characters.\n",
                            counted(summary.shortened_texts, "text was", "texts were"));
    }
    if (summary.repaired_texts > 0) {
        text += fmt::format("{} characters that nobody can read; they became U+FFFD.\n",
                            counted(summary.repaired_texts, "text held", "texts held"));
    }
    if (summary.left_out_rows > 0) {
        text += fmt::format("{} not fit in the workbook{}.\n",
                            counted(summary.left_out_rows, "row did", "rows did"),
                            options.formats.csv ? "; the CSV has them" : "");
    }
    if (options.formats.html || options.formats.pdf) {
        text += fmt::format("Open {}\n", (std::filesystem::path(summary.folder) /
                                          (options.formats.html ? "index.html" : "index.pdf"))
                                             .string());
    }
    return text;
}

Outcome carry_out(const ReportArguments& arguments) {
    io::ReportOptions options = understood(arguments);
    const ProgressMode mode = read_progress(arguments.progress, arguments.quiet);
    const MemoryLimit memory = memory_limit(arguments.max_memory);
    ProgressBar progress(style_on_stderr(mode), stderr_surface());
    return watched(memory, progress, [&](StopSignal& stop) -> Outcome {
        options.on_temporary_folder = [&stop](const std::string& path) {
            stop.add_temporary_file(path);
        };
        options.on_placing = [&stop] { stop.let_finish(); };
        const io::ReportSummary summary = io::write_report(options, progress);
        return {ExitCode::done, arguments.quiet ? "" : summary_of(options, summary), "",
                summary.folder};
    });
}

}  // namespace

Command report_command() {
    const auto arguments = std::make_shared<ReportArguments>();
    Command command;
    command.text = report_text();
    command.positionals = {"RESULT", "A GeoPackage that koppelkans run wrote.",
                           &arguments->positionals};
    command.options = options(*arguments);
    command.run = [arguments] { return carry_out(*arguments); };
    return command;
}

}  // namespace koppelkans::tools
