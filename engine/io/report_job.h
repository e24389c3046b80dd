#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/analysis/progress.h"
#include "engine/io/report_csv.h"
#include "engine/io/target.h"
#include "engine/report/gebied.h"

namespace koppelkans::io {

/// What a report is written as (`--format`).
struct ReportFormats {
    bool html = true;
    bool pdf = true;
    bool xlsx = true;
    bool csv = true;
};

struct ReportOptions {
    std::string result;  ///< a GeoPackage of `koppelkans run`
    std::string folder;  ///< where the report goes
    report::GebiedKind per = report::GebiedKind::buurt;
    std::vector<std::string> only;  ///< codes of buurten, wijken or gemeenten; none: all
    ReportFormats formats;
    std::string language = "nl";
    Bom csv_bom = Bom::none;
    Overwrite overwrite = Overwrite::no;
    int jobs = 0;  ///< threads, 0: every core
    /// Told the hidden folder in which the files are made, and an empty text when it is gone.
    std::function<void(const std::string&)> on_temporary_folder;
    /// Told when all files are made and begin to take their places: from then on the process must
    /// not be ended by force, or a part of them would be new and a part old.
    std::function<void()> on_placing;
};

/// What came of it.
struct ReportSummary {
    std::string folder;
    std::int64_t pages = 0;  ///< HTML pages, the overview among them
    std::int64_t pdf_files = 0;
    std::int64_t pdf_pages = 0;  ///< sheets of paper
    std::int64_t files = 0;      ///< without manifest.json
    std::uintmax_t bytes = 0;
    std::int64_t removed = 0;          ///< files of the report that was there
    std::vector<std::string> left;     ///< of that report too, but changed by somebody since then
    std::int64_t shortened_texts = 0;  ///< in the workbook
    std::int64_t repaired_texts = 0;
    std::int64_t left_out_rows = 0;
    double seconds = 0;
};

/// Writes a report: a page a gebied and an overview as HTML and PDF, a workbook, a CSV a layer, and
/// manifest.json with the SHA-256 of each. The same result and options give the same bytes when
/// SOURCE_DATE_EPOCH is set. Throws domain::InputError (no result, no WeasyPrint, a disk that is
/// full), domain::UsageError (an unknown code, nothing to write), domain::Cancelled; the folder is
/// then as it was (but see ReportFolder::finish).
ReportSummary write_report(const ReportOptions& options, analysis::Progress& progress);

}  // namespace koppelkans::io
