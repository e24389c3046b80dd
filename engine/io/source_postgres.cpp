#include "engine/io/source_postgres.h"

#include <ogrsf_frmts.h>

#include "engine/io/gdal_dataset.h"

namespace koppelkans::io {

namespace {

/// `Value '1 year 6 mons' of field plannen.warmte.duur parsed incompletely to integer 1.`
constexpr std::string_view cut_off = " parsed incompletely to integer ";

std::string quoted(const std::string& name) {
    std::string text = "\"";
    for (const char c : name) {
        text.append(c == '"' ? 2 : 1, c);
    }
    return text + '"';
}

std::string whole_text(std::string_view warning, const std::string& column) {
    constexpr std::string_view before = "Value '";
    const std::size_t end = warning.find("' of field ");
    if (warning.rfind(before, 0) != 0 || end == std::string_view::npos ||
        warning.find("." + column + std::string(cut_off), end) == std::string_view::npos) {
        return {};
    }
    return std::string(warning.substr(before.size(), end - before.size()));
}

}  // namespace

std::int64_t order_by_key(OGRLayer& layer) {
    const GdalErrors errors;
    const std::string key = layer.GetFIDColumn();
    if (key.empty()) {
        return -1;
    }
    const std::int64_t rows = layer.GetFeatureCount(TRUE);
    // The driver puts a filter behind WHERE as it is.
    const bool is_ordered =
        layer.SetAttributeFilter(("TRUE ORDER BY " + quoted(key)).c_str()) == OGRERR_NONE;
    return is_ordered && !errors.failed() ? rows : -1;
}

bool is_cut_off(std::string_view warning) {
    return warning.find(cut_off) != std::string_view::npos;
}

std::string cut_off_text(const std::vector<std::string>& warnings, const std::string& column) {
    for (const std::string& warning : warnings) {
        std::string whole = whole_text(warning, column);
        if (!whole.empty()) {
            return whole;
        }
    }
    return {};
}

}  // namespace koppelkans::io
