#pragma once

#include <cstdint>
#include <ctime>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/report/table.h"

namespace koppelkans::io {

/// A line of the cover: "Peildatum", 2026-11-21.
struct WorkbookFact {
    std::string label;
    report::Cell value;
};

struct RankedBuurt {
    std::string naam;
    std::string link;  ///< as WorkbookContent::link_of_buurt gives it; empty: none
    std::int64_t koppelkansen = 0;
    std::int64_t kansrijk = 0;
};

/// A table of buurten with a chart beside it, which shows the first fifteen. Without rows there is
/// neither.
struct WorkbookRanking {
    std::string titel;
    std::string buurt_kop;  ///< the heads of the three columns; the latter two are the legend too
    std::string koppelkansen_kop;
    std::string kansrijk_kop;
    std::string chart_titel;
    std::string buurt_as;   ///< what the axis of the buurten is called
    std::string aantal_as;  ///< and that of the numbers
    std::vector<RankedBuurt> rows;
};

/// What the cover says of what a workbook could not show as it was: texts for fmt, in which {0} is
/// the number, and for rows {1} the name of their sheet. Said where the number is not 0; an empty
/// one never. A text that fmt cannot read is a fault of ours: fmt::format_error.
struct WorkbookSentences {
    std::string shortened_texts;
    std::string repaired_texts;
    std::string left_out_rows;
};

/// The first sheet.
struct WorkbookCover {
    std::string blad;  ///< its name
    std::string titel;
    std::vector<WorkbookFact> facts;
    std::vector<std::string> notes;  ///< sentences
    WorkbookSentences sentences;     ///< follow the notes
    std::optional<WorkbookRanking> ranking;
};

struct WorkbookContent {
    std::string titel;  ///< of the document, as its properties show it
    std::string author;
    std::time_t created = 0;  ///< the same time gives the same bytes
    WorkbookCover cover;
    std::vector<report::Table> tables;  ///< a sheet each, called by their titel
    /// The path of the page of a buurt, seen from the workbook: "buurt/BU02890101.html"; empty: no
    /// link. Asked for the buurtcode of a row, for its cells buurtcode and buurtnaam. No function:
    /// no links.
    std::function<std::string(const std::string& buurtcode)> link_of_buurt;
};

/// What could not be shown as it was, all tables together.
struct WorkbookCounts {
    std::int64_t shortened_texts = 0;  ///< longer than the 32,767 units that a cell holds
    std::int64_t repaired_texts = 0;   ///< with bytes or characters that nobody can read
    std::int64_t left_out_rows = 0;    ///< beyond the 1,048,576 that a sheet holds
};

/// Writes a workbook for Excel and LibreOffice (XLSX): a cover, then a sheet a table with a bold
/// head that stays in view beside the first column, a filter, real days, numbers and booleans. A
/// text is always a text, never a formula, number or link. NULL is an empty cell. A day that Excel
/// does not know (before 1900-03-01) is an ISO text, and so is an integer beyond 2^53.
/// A sheet has at most 65,530 links; what comes behind them, and a link of more than 2,079 bytes,
/// is plain text.
///
/// The file is there whole or not at all. Throws domain::InputError "cannot write <path>: ...",
/// also where the disk is full; the library then may say on stderr what it saw. Cost: some 2 µs a
/// cell; the memory of one row a sheet and 2 kB a link. Until the end all rows wait in files
/// without a name in the folder of the target, which take some eight times the room of the
/// workbook.
WorkbookCounts write_workbook(const std::string& path, const WorkbookContent& content);

}  // namespace koppelkans::io
