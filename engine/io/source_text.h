#pragma once

#include <optional>
#include <string>
#include <string_view>

class OGRFeature;

namespace koppelkans::io {

/// Strict: no overlong forms, no surrogates, nothing past U+10FFFF.
bool is_utf8(std::string_view bytes);

/// Bytes of Windows' western European code page as UTF-8; the five bytes that mean nothing in it
/// become U+FFFD.
std::string from_cp1252(std::string_view bytes);

/// Makes the texts of a source valid UTF-8, whatever the source holds (SPEC §7).
class TextDecoder {
  public:
    /// `encoding`: what the bytes are, for iconv; none: UTF-8, and CP1252 where they are not.
    /// Throws domain::InputError for an encoding that nobody knows, and for UTF-16 and the like.
    explicit TextDecoder(std::optional<std::string> encoding = {});
    std::string decoded(const char* bytes);
    /// Some text was not in the encoding that it should have and was read as CP1252.
    bool guessed() const { return guessed_; }

  private:
    std::optional<std::string> encoding_;
    bool guessed_ = false;
};

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

/// A text of an Excel workbook, which writes letters that XML cannot hold, and a carriage return,
/// as
/// `_x000D_`, with the letters that they are.
std::string without_escapes(const std::string& own);

/// `2027-04-15`, alone or before a moment of that day (`T10:00`): what GDAL takes for no other day
/// when it makes a date of it.
bool is_whole_day(std::string_view text);

}  // namespace koppelkans::io
