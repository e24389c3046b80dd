#include "engine/io/ods_check.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>

#include "engine/domain/text.h"
#include "engine/io/gdal_errors.h"
#include "engine/io/vsi_file.h"
#include "engine/io/xml_tags.h"

namespace koppelkans::io {

namespace {

constexpr const char* save_it = "in a spreadsheet program and save it there";

/// How often a row or cell is repeated; 1 where it does not say, or in a way that GDAL refuses.
std::int64_t repeated(const XmlTag& tag, std::string_view attribute) {
    const std::string_view text = tag.attribute(attribute);
    std::int64_t times = 1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), times);
    return error == std::errc() && times > 0 ? times : 1;
}

/// "B3", of a column and row counted from 0.
std::string cell_name(std::int64_t column, std::int64_t row) {
    constexpr std::int64_t letters = 26;
    std::string name;
    for (++column; column > 0; column = (column - 1) / letters) {
        name.insert(name.begin(), static_cast<char>('A' + (column - 1) % letters));
    }
    return name + std::to_string(row + 1);
}

/// Follows the rows and cells of one sheet, by the names and nesting that GDAL goes by.
class SheetRows {
  public:
    explicit SheetRows(domain::InputPlace place) : place_(std::move(place)) {}

    void take(const XmlTag& tag) {
        depth_ -= tag.is_closing ? 1 : 0;
        if (tag.is_closing) {
            close();
        } else {
            open(tag);
        }
        depth_ += tag.is_closing ? 0 : 1;
    }
    void take_text(std::string_view text) {
        if (paragraph_ != none && !domain::trimmed(text).empty()) {
            (is_own_paragraph() ? has_own_text_ : has_other_text_) = true;
        }
    }
    OdsClaims claims() && { return std::move(claims_); }

  private:
    static constexpr int none = -1;  ///< a depth of what is not open

    bool is_own_paragraph() const { return paragraph_ == cell_ + 1; }

    void open(const XmlTag& tag) {
        if (table_ == none) {
            if (tag.name == "table:table" && tag.attribute("table:name") == place_.layer) {
                table_ = depth_;
                line_ = 0;
                row_number_ = 0;
                empty_lines_ = 0;
                cut_off_.clear();
            }
        } else if (row_ == none) {
            if (tag.name == "table:table-row") {
                begin_row(repeated(tag, "table:number-rows-repeated"));
            }
        } else if (cell_ == none) {
            begin_cell(tag);
        } else if (paragraph_ == none && tag.name == "text:p") {
            paragraph_ = depth_;
        } else if (tag.name == "text:line-break" || tag.name == "text:tab") {
            has_break_ = has_break_ || (paragraph_ != none && is_own_paragraph());
        }
    }

    void close() {
        if (paragraph_ == depth_) {
            paragraph_ = none;
        } else if (cell_ == depth_) {
            end_cell();
        } else if (row_ == depth_) {
            end_row();
        } else if (table_ == depth_) {
            table_ = none;
        }
    }

    void begin_row(std::int64_t times) {
        constexpr std::int64_t rows_of_a_sheet = 1048576;
        if (cut_off_.empty() && line_ + times + 2 >= rows_of_a_sheet) {
            cut_off_ = fmt::format("row {} is repeated {} times", row_number_ + 1, times);
        }
        row_ = depth_;
        times_ = times;
        column_ = 0;
        row_holds_ = false;
        is_shifted_ = false;
        untyped_.clear();
    }

    /// Rows that hold nothing count once another follows, but for the first two.
    void end_row() {
        row_ = none;
        row_number_ += times_;
        if (!row_holds_ && line_ >= 2) {
            empty_lines_ += times_;
            return;
        }
        line_ += times_ + empty_lines_;
        empty_lines_ = 0;
    }

    void begin_cell(const XmlTag& tag) {
        const std::int64_t times = repeated(tag, "table:number-columns-repeated");
        if (tag.name == "table:covered-table-cell") {
            is_shifted_ = is_shifted_ || times > 1;
            column_ += times;
        }
        if (tag.name != "table:table-cell") {
            return;
        }
        cell_ = depth_;
        cell_times_ = times;
        const auto has = [&tag](const char* name) { return !tag.attribute(name).empty(); };
        is_typed_ = has("office:value-type") || has("table:formula");
        has_value_ = has("office:value") || has("office:date-value") || has("office:time-value");
        has_string_value_ = has("office:string-value");
        has_own_text_ = false;
        has_other_text_ = false;
        has_break_ = false;
        if (is_typed_) {
            check_typed();
        }
    }

    /// Of a cell that holds something.
    void check_typed() {
        row_holds_ = true;
        if (!cut_off_.empty()) {
            throw domain::InputError(
                place_,
                fmt::format("{}, and row {} and all behind it would be lost; take the repeated "
                            "rows out {}",
                            cut_off_, row_number_ + 1, save_it));
        }
        if (is_shifted_) {
            throw domain::InputError(
                place_, fmt::format("cell {} stands behind merged cells, and would come into "
                                    "another column; undo the merging of cells {}",
                                    here(), save_it));
        }
        for (const std::int64_t column : untyped_) {
            lose(column, "the comment of cell " + cell_name(column, row_number_) +
                             " would become its value; take comments out of the sheet");
        }
        untyped_.clear();
    }

    void end_cell() {
        cell_ = none;
        if (has_other_text_ && !has_value_) {
            if (is_typed_) {
                lose(column_,
                     "the comment of cell " + here() +
                         " would become part of its value; take comments out of the sheet");
            } else {
                untyped_.push_back(column_);  // passed over where nothing follows in the row
            }
        } else if (is_typed_ && has_string_value_ && !has_value_ && !has_own_text_) {
            lose(column_, "cell " + here() +
                              " has its text in office:string-value alone; open and save the file "
                              "in a spreadsheet program");
        }
        if (has_break_ && !has_value_ && claims_.warnings.empty()) {
            claims_.warnings.push_back(
                "cells such as " + here() +
                " hold a line break or tab, which is left out of what is read");
        }
        column_ += cell_times_;
    }

    void lose(std::int64_t column, const std::string& why) {
        if (line_ == 0) {
            throw domain::InputError(place_, "of its header " + why);
        }
        claims_.lost.emplace(static_cast<std::size_t>(column), why);
    }

    std::string here() const { return cell_name(column_, row_number_); }

    domain::InputPlace place_;
    OdsClaims claims_;
    int depth_ = 0;
    int table_ = none;
    int row_ = none;
    int cell_ = none;
    int paragraph_ = none;
    std::int64_t line_ = 0;        ///< as GDAL counts it
    std::int64_t row_number_ = 0;  ///< as a program shows it, less one
    std::int64_t empty_lines_ = 0;
    std::string cut_off_;  ///< why nothing is read from here on
    std::int64_t times_ = 1;
    std::int64_t column_ = 0;
    bool row_holds_ = false;
    bool is_shifted_ = false;
    std::vector<std::int64_t> untyped_;  ///< columns of empty cells of this row that have a comment
    std::int64_t cell_times_ = 1;
    bool is_typed_ = false;
    bool has_value_ = false;  ///< as an attribute, so that no text is looked at
    bool has_string_value_ = false;
    bool has_own_text_ = false;
    bool has_other_text_ = false;  ///< of a comment or a shape
    bool has_break_ = false;
};

}  // namespace

OdsClaims claims_of_ods(const std::string& name, const domain::InputPlace& place) {
    const GdalErrors errors;  // what cannot be read here, GDAL has told
    SheetRows rows(place);
    XmlTags tags([&rows](const XmlTag& tag) { rows.take(tag); },
                 [&rows](std::string_view text) { rows.take_text(text); });
    for (VsiParts parts("/vsizip/{" + name + "}/content.xml"); parts.next();) {
        tags.follow(parts.part());
    }
    return std::move(rows).claims();
}

}  // namespace koppelkans::io
