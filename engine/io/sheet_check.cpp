#include "engine/io/sheet_check.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <cpl_string.h>
#include <cpl_vsi.h>

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

}  // namespace koppelkans::io
