#pragma once

#include <optional>
#include <string>
#include <string_view>

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

/// A text of an Excel workbook with the letters that it means: such as XML cannot hold, and a
/// carriage return, stand in it as `_x000D_`.
std::string without_escapes(const std::string& own);

}  // namespace koppelkans::io
