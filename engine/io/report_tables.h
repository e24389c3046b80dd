#pragma once

#include <map>
#include <string>

#include "engine/analysis/progress.h"
#include "engine/io/report_folder.h"
#include "engine/io/report_job.h"
#include "engine/io/report_workbook.h"
#include "engine/report/result_data.h"
#include "engine/report/texts.h"

namespace koppelkans::io {

inline constexpr const char* workbook_name = "koppelkansen.xlsx";

/// Writes koppelkansen.xlsx and csv/<layer>.csv, as far as the formats ask for them. `pages`: the
/// page of each buurt from the folder of the report, for links; none where there are no pages.
WorkbookCounts write_tables(const ReportOptions& options, const report::ResultData& data,
                            const report::Texts& texts,
                            const std::map<std::string, std::string>& pages, ReportFolder& folder,
                            analysis::Progress& progress);

}  // namespace koppelkans::io
