#include "engine/io/sheet_check.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include "engine/io/gdal_errors.h"
#include "engine/io/sheet_list.h"
#include "engine/io/vsi_file.h"

namespace koppelkans::io {

namespace {

/// One of the words stands in the file; they are short, so a piece keeps the end of the one before.
template <std::size_t N>
bool holds(const std::string& name, const std::array<std::string_view, N>& words) {
    constexpr std::size_t kept = 16;
    std::string text;
    for (VsiParts parts(name); parts.next();) {
        text.erase(0, text.size() - std::min(text.size(), kept));
        text += parts.part();
        if (std::any_of(words.begin(), words.end(), [&text](std::string_view word) {
                return text.find(word) != std::string::npos;
            })) {
            return true;
        }
    }
    return false;
}

std::string shown_name(std::string_view name) {
    constexpr std::size_t longest = 40;
    return std::string(name.size() > longest ? name.substr(name.size() - longest) : name);
}

/// Follows the cells of a sheet up to the first that GDAL would not give as it is. As GDAL does it
/// takes the first text of a cell that is not empty, and knows elements without a prefix alone.
class CellCheck {
  public:
    explicit CellCheck(domain::InputPlace place) : place_(std::move(place)) {}

    void take(const XmlTag& tag) {
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
    void take_text(std::string_view text) {
        has_part_ = has_part_ || (is_in_part_ && !text.empty());
    }

  private:
    void begin(const XmlTag& tag) {
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

    void take_in_cell(const XmlTag& tag) {
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

    void end() {
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

}  // namespace

void check_shared_texts(const std::string& name, const domain::InputPlace& place) {
    constexpr std::array<std::string_view, 2> begin_of_text = {"<si>", "<si "};
    constexpr std::array<std::string_view, 2> cell_of_text = {" t=\"s\"", " t='s'"};
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    const std::string archive = archive_of(name);
    if (holds(archive + "/xl/sharedStrings.xml", begin_of_text)) {
        return;
    }
    const std::string folder = archive + "/xl/worksheets/";
    const CPLStringList sheets(VSIReadDir(folder.c_str()));
    for (int i = 0; i < sheets.Count(); ++i) {
        if (holds(folder + sheets[i], cell_of_text)) {
            throw domain::InputError(
                place,
                "this workbook is damaged: its cells take their texts from xl/sharedStrings.xml, "
                "which is missing, empty or written with prefixes; ask for it again, or open and "
                "save "
                "it in a spreadsheet program");
        }
    }
}

void check_sheet(const std::string& name, const domain::InputPlace& place) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    const SheetList workbook = sheets_in(archive_of(name));
    if (workbook.counts_from_1904) {
        throw domain::InputError(
            place,
            "this workbook counts its days from 1904, and they would be read four years too early; "
            "save the sheet as CSV in a spreadsheet program and name that");
    }
    const auto sheet = workbook.sheets.find(place.layer);
    if (sheet == workbook.sheets.end()) {
        return;
    }
    for (const Sheet& one : sheet->second) {
        CellCheck cells(place);
        follow_xml(
            one.file, [&cells](const XmlTag& tag) { cells.take(tag); },
            [&cells](std::string_view text) { cells.take_text(text); });
    }
}

}  // namespace koppelkans::io
