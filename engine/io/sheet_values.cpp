#include "engine/io/sheet_values.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "engine/domain/plain_number.h"
#include "engine/domain/text.h"
#include "engine/io/gdal_errors.h"
#include "engine/io/sheet_cells.h"
#include "engine/io/sheet_list.h"
#include "engine/io/sheet_numbers.h"

namespace koppelkans::io {

namespace {

/// What GDAL takes a number for by the format of its cell.
enum class Shown { number, number_as_day, day, time, moment };

/// A letter for a part of a day or time stands outside texts, colours and escapes.
bool is_format_of_days(std::string_view code) {
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char letter = code[i];
        if (letter == '"' || letter == '[') {
            i = std::min(code.find(letter == '"' ? '"' : ']', i + 1), code.size());
        } else if (letter == '\\' || letter == '_' || letter == '*') {
            ++i;
        } else if (std::string_view("ymdhsYMDHS").find(letter) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

/// As GDAL looks at a format: for two letters anywhere in it.
Shown shown_by(std::string_view code) {
    const auto has = [code](const char* letters) {
        return code.find(letters) != std::string_view::npos;
    };
    const bool has_day = has("DD") || has("dd") || has("YY") || has("yy");
    const bool has_time = has("HH") || has("hh");
    if (!has_day && !has_time) {
        return Shown::number;
    }
    if (!is_format_of_days(code)) {
        return Shown::number_as_day;
    }
    return !has_time ? Shown::day : has_day ? Shown::moment : Shown::time;
}

/// Of the formats that every workbook has.
Shown shown_by_number(int format) {
    if (format >= 14 && format <= 17) {
        return Shown::day;
    }
    if (format >= 18 && format <= 21) {
        return Shown::time;
    }
    return format == 22 ? Shown::moment : Shown::number;
}

/// Of each style that a cell may have.
std::vector<Shown> styles_in(const std::string& archive) {
    constexpr int first_of_own = 164;
    std::map<int, Shown> own;
    std::vector<Shown> styles;
    bool is_in_styles = false;
    follow_xml(archive + "/xl/styles.xml", [&](const XmlTag& tag) {
        const int format =
            domain::plain_number<int>(domain::trimmed(tag.attribute("numFmtId"))).value_or(-1);
        if (tag.name == "cellXfs") {
            is_in_styles = !tag.is_closing;
        } else if (tag.is_closing) {
            return;
        } else if (tag.name == "numFmt") {
            own[format] = shown_by(tag.attribute("formatCode"));
        } else if (tag.name == "xf" && is_in_styles) {
            const auto found = own.find(format);
            styles.push_back(format < first_of_own ? shown_by_number(format)
                             : found != own.end()  ? found->second
                                                   : Shown::number);
        }
    });
    return styles;
}

/// Of each text of the workbook whether it says how it is pronounced.
std::vector<bool> texts_in(const std::string& archive) {
    std::vector<bool> texts;
    follow_xml(archive + "/xl/sharedStrings.xml", [&texts](const XmlTag& tag) {
        if (!tag.is_closing && tag.name == "si") {
            texts.push_back(false);
        } else if (!tag.is_closing && tag.name == "rPh" && !texts.empty()) {
            texts.back() = true;
        }
    });
    return texts;
}

/// Follows the cells of a sheet and their places as GDAL finds them.
class SheetValues {
  public:
    SheetValues(domain::InputPlace place, const std::string& archive)
        : place_(std::move(place)), styles_(styles_in(archive)), texts_(texts_in(archive)) {}

    void take(const XmlTag& tag) {
        if (tag.name == "row") {
            tag.is_closing ? end_row() : begin_row(tag);
        } else if (tag.name == "c") {
            tag.is_closing ? end_cell() : begin_cell(tag);
        } else if (tag.name == "v") {
            is_in_value_ = !tag.is_closing;
        }
    }
    void take_text(std::string_view text) {
        constexpr std::size_t longest = 64;  // of a number
        if (is_in_value_ && value_.size() < longest) {
            value_ += text.substr(0, longest);
        }
    }
    std::map<std::size_t, std::string> lost() && { return std::move(lost_); }

  private:
    void begin_row(const XmlTag& tag) {
        constexpr std::int64_t most_rows = 1'048'576;
        if (++rows_ > most_rows) {
            throw domain::InputError(
                place_, fmt::format("this sheet has more rows than the {} that Excel knows; give "
                                    "it as CSV or GeoPackage",
                                    most_rows));
        }
        line_ = std::max(
            line_,
            domain::plain_number<std::int64_t>(domain::trimmed(tag.attribute("r"))).value_or(1) -
                1);
        next_column_ = 0;
    }

    void end_row() { ++line_; }

    void begin_cell(const XmlTag& tag) {
        constexpr std::size_t longest_name = 12;
        name_ = tag.attribute("r").substr(0, longest_name);
        type_ = tag.attribute("t").substr(0, longest_name);
        const auto style = domain::plain_number<std::size_t>(domain::trimmed(tag.attribute("s")));
        shown_ = style && *style < styles_.size() ? styles_[*style] : Shown::number;
        value_.clear();
        column_ = next_column_;
        put_in_place();
        next_column_ = column_ + 1;
    }

    /// GDAL goes on to the column that a cell names, and never back.
    void put_in_place() {
        constexpr std::size_t most_columns = 2000;
        constexpr std::size_t letters = 26;
        std::size_t named = 0;
        for (std::size_t i = 0; i < name_.size() && name_[i] >= 'A' && name_[i] <= 'Z'; ++i) {
            named = named * letters + static_cast<std::size_t>(name_[i] - 'A') + 1;
        }
        if (named > most_columns || named == 0) {
            return;
        }
        if (named <= column_) {
            throw domain::InputError(
                place_, fmt::format("{} is not in its order within its row, and values would come "
                                    "into other columns; open the workbook in a spreadsheet "
                                    "program and save it there",
                                    cell()));
        }
        column_ = named - 1;
    }

    void end_cell() {
        if (line_ > 0) {  // a header is no part of its column
            follow_number();
        }
        if (type_ == "s") {
            check_text();
        } else if (type_.empty() || type_ == "n") {
            check_number();
        } else if (is_day() && type_ != "b" && type_ != "inlineStr" && !value_.empty() &&
                   !domain::plain_number<double>(domain::trimmed(value_))) {
            lose(
                fmt::format("{} is formatted as a day and holds \"{}\", which would become "
                            "another day; take it out, or format the column as text",
                            cell(), value_));
        }
    }

    void follow_number() {
        const std::string_view value = domain::trimmed(value_);
        const bool is_number = type_ != "s" && domain::plain_number<double>(value).has_value();
        std::string lost;
        if (is_number && !is_day() && type_ != "b") {
            lost = numbers_.take_number(column_, cell(), value);
        } else if (type_ == "inlineStr" || (!value.empty() && type_ != "b")) {
            lost = numbers_.take_text(column_);
        }
        if (!lost.empty()) {
            lose(lost);
        }
    }

    void check_text() {
        const auto number = domain::plain_number<std::size_t>(domain::trimmed(value_));
        if (domain::trimmed(value_).empty()) {
            lose(cell() +
                 " names no text, and the first of all would be read there; open the workbook in a "
                 "spreadsheet program and save it there");
        } else if (!number || *number >= texts_.size()) {
            throw domain::InputError(
                place_, fmt::format("this workbook is damaged: {} has text number {}, and there "
                                    "are {}; ask for it again",
                                    cell(), value_, texts_.size()));
        } else if (texts_[*number]) {
            lose(cell() +
                 " says how its text is pronounced, which would become part of it; save the sheet "
                 "as CSV and name that");
        }
    }

    void check_number() {
        const auto number = domain::plain_number<double>(domain::trimmed(value_));
        if (!number) {
            return;
        }
        if (shown_ == Shown::number_as_day) {
            lose(
                fmt::format("{} holds {} with a format of which a text would be taken for the "
                            "letters of a day; give the column another format",
                            cell(), value_));
        } else if (shown_ == Shown::time && std::abs(*number) >= 1) {
            lose(cell() +
                 " holds a day that is shown as a time, and the day would be lost; give the "
                 "column a format of days");
        }
    }

    bool is_day() const { return shown_ != Shown::number; }
    std::string cell() const { return "cell " + (name_.empty() ? std::string("?") : name_); }

    void lose(const std::string& why) {
        if (line_ == 0) {
            throw domain::InputError(place_, "of its header " + why);
        }
        lost_.emplace(column_, why);
    }

    domain::InputPlace place_;
    std::vector<Shown> styles_;
    std::vector<bool> texts_;
    std::map<std::size_t, std::string> lost_;
    SheetNumbers numbers_;
    std::int64_t rows_ = 0;
    std::int64_t line_ = 0;
    std::size_t next_column_ = 0;
    std::size_t column_ = 0;
    std::string name_;
    std::string type_;
    Shown shown_ = Shown::number;
    bool is_in_value_ = false;
    std::string value_;
};

}  // namespace

SheetClaims claims_of_sheet(const std::string& name, const domain::InputPlace& place) {
    const GdalErrors errors;  // what cannot be read here, GDAL has told
    const std::string archive = archive_of(name);
    const SheetList list = sheets_in(archive);
    if (list.counts_from_1904) {
        throw domain::InputError(
            place,
            "this workbook counts its days from 1904, and they would be read four years too early; "
            "save the sheet as CSV in a spreadsheet program and name that");
    }
    SheetClaims claims;
    const auto sheet = list.sheets.find(place.layer);
    if (sheet == list.sheets.end()) {
        return claims;
    }
    for (const Sheet& one : sheet->second) {
        CellCheck cells(place);
        SheetValues values(place, archive);
        follow_xml(
            one.file,
            [&](const XmlTag& tag) {
                cells.take(tag);
                values.take(tag);
            },
            [&](std::string_view text) {
                cells.take_text(text);
                values.take_text(text);
            });
        claims.lost.merge(std::move(values).lost());
        if (one.is_hidden) {
            claims.warnings.emplace_back(
                "this sheet is hidden in its workbook and is read all the same; name the sheet "
                "that "
                "is meant with laag, or take it out");
        }
    }
    return claims;
}

}  // namespace koppelkans::io
