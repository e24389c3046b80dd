#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "tests/fuzz/dice.h"

namespace koppelkans::fuzz {

struct Blob {
    std::string bytes;
};

/// A value as SQLite may hold it in any column, whatever type that was declared with.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;

/// What a column is about, so that most of its cells mean something.
enum class About { id, text, day, duration, status, distance, gebied, soort };

struct Column {
    std::string name;
    std::string declared;  ///< SQLite's word for its type; may be none
    About about = About::text;
};

/// Columns by names that are recognised, in any case, each once, some missing; `rij` comes first
/// and is never empty.
std::vector<Column> hostile_columns(Dice& dice);
/// A cell of the column in the row: repeated ids, every form of date, formulas, bytes that are no
/// UTF-8, long texts, numbers where texts belong and the other way round.
Cell hostile_cell(Dice& dice, const Column& column, std::size_t row);
/// As a file of text has it: a number in its shortest form, bytes as they are; NULL is empty.
std::string text_of_cell(const Cell& cell);

}  // namespace koppelkans::fuzz
