#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "engine/domain/errors.h"
#include "engine/io/xml_tags.h"

namespace koppelkans::io {

/// Follows the cells of a sheet of Excel. Throws domain::InputError, with the cell, at the first
/// that GDAL would not give as a spreadsheet program shows it: a formula without the value that it
/// gave, a text within the cell of which GDAL gives the first part; and for rows with a prefix
/// (`<x:row>`), of which it gives none. As GDAL does it takes the first text of a cell that is not
/// empty, and knows elements without a prefix alone.
class CellCheck {
  public:
    explicit CellCheck(domain::InputPlace place) : place_(std::move(place)) {}

    void take(const XmlTag& tag);
    void take_text(std::string_view text);

  private:
    void begin(const XmlTag& tag);
    void take_in_cell(const XmlTag& tag);
    void end();

    domain::InputPlace place_;
    std::string name_;
    bool is_text_formula_ = false;  ///< whose value may be an empty text
    bool is_inline_text_ = false;
    bool is_in_cell_ = false;
    bool is_in_reading_ = false;  ///< how a text is pronounced, which is no part of it
    bool is_in_part_ = false;
    bool has_part_ = false;  ///< the part that is open is not empty
    bool has_formula_ = false;
    int parts_ = 0;
};

}  // namespace koppelkans::io
