#pragma once

#include <string>

#include "engine/io/job.h"

namespace koppelkans::fuzz {

/// Each ends the program where something is not so, as `expect` does.

/// gelezen = geanalyseerd + samengevoegd + afgekeurd, and afgekeurd is the sum of its redenen.
void expect_account(const io::SourceSummary& source);

/// A result that ran with the layers opgaven and afgekeurd: SQLite finds it whole, each layer has
/// the rows that the summary counts, each opgave and each row left out is there, texts are
/// UTF-8, geometries are well-formed and, but for those of rows left out, valid.
void expect_result(const std::string& path, const io::Summary& summary);

/// A check takes and leaves out the same rows as a run.
void expect_same(const io::Summary& check, const io::Summary& run);

}  // namespace koppelkans::fuzz
