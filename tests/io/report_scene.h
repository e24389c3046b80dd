#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/report/table.h"

namespace koppelkans::test {

using Row = std::vector<report::Cell>;

/// A table of rows at hand.
report::Table table(std::string name, std::vector<report::Column> columns, std::vector<Row> rows);

/// A table of `count` rows that `row` makes when they are asked for.
report::Table long_table(std::string name, std::vector<report::Column> columns, std::int64_t count,
                         const std::function<Row(std::int64_t)>& row);

/// A cell that holds a text; a literal alone would become a bool.
report::Cell text(std::string value);

/// Texts that have broken other programs, as a source may hold them: markup, quotes, formulas,
/// right to left, emoji, line ends, controls, NUL, bytes that are no UTF-8.
std::vector<std::string> hostile_texts();

/// What a writer is refused with in a process that may write no file of more than `most_bytes`;
/// empty where it is not.
std::string refusal_with_files_up_to(std::uint64_t most_bytes, const std::function<void()>& write);

}  // namespace koppelkans::test
