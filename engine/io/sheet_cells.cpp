#include "engine/io/sheet_cells.h"

#include <cstddef>

#include <fmt/format.h>

namespace koppelkans::io {

namespace {

std::string shown_name(std::string_view name) {
    constexpr std::size_t longest = 40;
    return std::string(name.size() > longest ? name.substr(name.size() - longest) : name);
}

}  // namespace

void CellCheck::take(const XmlTag& tag) {
    if (tag.name.ends_with(":row")) {
        throw domain::InputError(
            place_, fmt::format("its rows are written with a prefix ({}), of which GDAL reads "
                                "none; open the workbook in a spreadsheet program and save it "
                                "there",
                                shown_name(tag.name)));
    }
    if (tag.name == "c") {
        tag.is_closing ? end() : begin(tag);
    } else if (is_in_cell_) {
        take_in_cell(tag);
    }
}

void CellCheck::take_text(std::string_view text) {
    has_part_ = has_part_ || (is_in_part_ && !text.empty());
}

void CellCheck::begin(const XmlTag& tag) {
    constexpr std::size_t longest_name = 12;
    name_ = tag.attribute("r").substr(0, longest_name);
    is_text_formula_ = tag.attribute("t") == "str";
    is_inline_text_ = tag.attribute("t") == "inlineStr";
    is_in_cell_ = true;
    is_in_reading_ = false;
    is_in_part_ = false;
    has_part_ = false;
    has_formula_ = false;
    parts_ = 0;
}

void CellCheck::take_in_cell(const XmlTag& tag) {
    const bool opens = !tag.is_closing;
    if (tag.name == "rPh") {
        is_in_reading_ = opens;
    } else if (tag.name == "f") {
        has_formula_ = true;
    } else if ((tag.name == "v" || tag.name == "t") && !is_in_reading_) {
        parts_ += has_part_ ? 1 : 0;
        has_part_ = false;
        is_in_part_ = opens;
    }
}

void CellCheck::end() {
    is_in_cell_ = false;
    const std::string cell = "cell " + (name_.empty() ? std::string("?") : name_);
    if (has_formula_ && parts_ == 0 && !is_text_formula_) {
        throw domain::InputError(
            place_, cell +
                        " holds a formula without the value that it gave, which would be "
                        "lost; open the workbook in a spreadsheet program and save it there");
    }
    if (is_inline_text_ && parts_ > 1) {
        throw domain::InputError(
            place_, cell +
                        " holds a text of several parts, of which GDAL reads the first "
                        "alone; open the workbook in a spreadsheet program and save it "
                        "there");
    }
}

}  // namespace koppelkans::io
