#pragma once

#include <string>
#include <string_view>

#include "engine/io/text_decoder.h"

class OGRFeature;

namespace koppelkans::io {

/// A field as the rules want it: a date as `2027-04-15`, a moment as `2027-04-15T23:30:00+02:00`
/// (without the offset where the source tells none), a number in digits without an exponent, lists
/// as their values with ", " in between; empty where the row has no value.
std::string field_text(const OGRFeature& feature, int field, TextDecoder& decoder);

// The same of what stands as text in a column of numbers or dates (own_text.h). A text that is
// none stays as it is.

/// `0012` as `12`, `1.50000` as `1.5`; all digits of a whole number, however large.
std::string number_text(const std::string& own);
/// `2027/04/15` as `2027-04-15`, `2027-04-15T23:30:00.000Z` as `2027-04-15T23:30:00+00:00`. The
/// year has four digits, the month two.
std::string moment_text(const std::string& own);
/// `20270415` of a .dbf as `2027-04-15`; only zeros and blanks are no day.
std::string day_of_dbf(const std::string& own);
/// A Julian day with decimals (sqlite.org/lang_datefunc.html) as the moment that it is: `2461511.5`
/// as `2027-04-16T00:00:00`.
std::string julian_text(const std::string& own);

/// A moment of a FileGDB, which keeps no zone. GDAL takes it for UTC, as files from ArcGIS Online
/// are, and a day without a clock is the same in both. The last minute of a day, though, is written
/// as the end of that day: `2027-12-31T23:59:59+00:00` as `2027-12-31T23:59:59`.
std::string moment_of_filegdb(const std::string& moment);

/// `2027-04-15`, alone or before a moment of that day (`T10:00`): what GDAL takes for no other day
/// when it makes a date of it.
bool is_whole_day(std::string_view text);

}  // namespace koppelkans::io
