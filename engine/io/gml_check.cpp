#include "engine/io/gml_check.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>

#include <cpl_conv.h>
#include <cpl_minixml.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include "engine/domain/plain_number.h"
#include "engine/domain/text.h"
#include "engine/io/gdal_dataset.h"
#include "engine/io/source_text.h"
#include "engine/io/vsi_file.h"
#include "engine/io/xml_tags.h"

namespace koppelkans::io {

namespace fs = std::filesystem;

namespace {

/// No schema that programs write beside a GML is larger; for one element after the other GDAL looks
/// through all of them.
constexpr std::size_t largest_schema = 2 << 20;

/// The file with this ending that GDAL reads with a GML, as GDAL names it; empty where it is not
/// there.
std::string beside(const std::string& name, const char* ending) {
    std::string other = CPLResetExtension(name.c_str(), ending);
    VSIStatBufL state;
    return VSIStatExL(other.c_str(), &state, VSI_STAT_EXISTS_FLAG) == 0 ? other : std::string();
}

std::string file_name(const std::string& name) {
    return fs::path(name).filename().string();
}

/// As much of it as one byte more than a schema may have.
std::string begin_of(const std::string& name) {
    const VsiFile file = open_vsi_file(name);
    std::string text(largest_schema + 1, '\0');
    text.resize(file ? VSIFReadL(text.data(), 1, text.size(), file.get()) : 0);
    return text;
}

/// The first file that GDAL would take into a schema: it follows each `include`, whatever its
/// namespace, to any path and address; an `import` it does not.
std::string included_file(const std::string& schema) {
    const std::unique_ptr<CPLXMLNode, decltype(&CPLDestroyXMLNode)> tree(
        CPLParseXMLString(schema.c_str()), CPLDestroyXMLNode);
    CPLStripXMLNamespace(tree.get(), nullptr, TRUE);
    const CPLXMLNode* const root = CPLGetXMLNode(tree.get(), "=schema");
    for (const CPLXMLNode* node = root == nullptr ? nullptr : root->psChild; node != nullptr;
         node = node->psNext) {
        const std::string_view place =
            node->eType == CXT_Element && domain::folded(node->pszValue) == "include"
                ? CPLGetXMLValue(node, "schemaLocation", "")
                : "";
        if (!place.empty()) {
            return std::string(place);
        }
    }
    return {};
}

/// A number of which a real one is written with other digits, as an id with zeros before it or more
/// than 15 digits.
bool is_written_anew(std::string_view text) {
    if (!domain::plain_number<double>(text) || text.find_first_of("eE") != text.npos) {
        return false;
    }
    const std::size_t point = text.find('.');
    if (point != text.npos && text.find_first_not_of('0', point + 1) == text.npos) {
        text = text.substr(0, point);
    }
    return number_text(fmt::format("{}", *domain::plain_number<double>(text))) != text;
}

/// Follows the texts of some elements, whatever their prefix.
class NumberTags {
  public:
    explicit NumberTags(const std::set<std::string>& columns) : columns_(columns) {}

    void take(const XmlTag& tag) {
        end_text();
        std::string name(tag.local_name());
        const bool opens = !tag.is_closing && columns_.count(name) > 0;
        open_ = opens ? std::move(name) : std::string();
        text_.clear();
    }
    void take_text(std::string_view text) {
        constexpr std::size_t kept_letters = 60;
        if (!open_.empty()) {
            text_ += text.substr(0, kept_letters - std::min(kept_letters, text_.size()));
        }
    }
    const GmlNumbers& found() const { return found_; }

  private:
    void end_text() {
        const std::string_view text = domain::trimmed(text_);
        if (open_.empty() || text.empty()) {
            return;
        }
        if (is_written_anew(text)) {
            found_.changed.emplace(domain::folded(open_),
                                   fmt::format("it holds \"{}\", and the schema or .gfs beside it "
                                               "says that it holds real numbers, in which other "
                                               "digits are written; take that file away, or say "
                                               "in it that they are texts",
                                               text));
        } else if (!domain::plain_number<double>(text)) {
            found_.lost.emplace(
                domain::folded(open_),
                fmt::format("it holds \"{}\", and the schema or .gfs beside it says that "
                            "it holds real numbers; write a point for the comma, or take "
                            "that file away",
                            TextDecoder().decoded(std::string(text).c_str())));
        }
    }

    const std::set<std::string>& columns_;
    std::string open_;  ///< the element that was opened last, where it is one of the columns
    std::string text_;
    GmlNumbers found_;
};

}  // namespace

void refuse_resolved_gml(const std::string& name, const domain::InputPlace& place) {
    const std::string resolved = beside(name, "resolved.gml");
    if (!resolved.empty()) {
        throw domain::InputError(
            place, fmt::format("{} lies beside it and would be read in its place; name that one, "
                               "or take it away",
                               file_name(resolved)));
    }
}

std::string told_of_gfs(const std::string& name) {
    const std::string gfs = beside(name, "gfs");
    return gfs.empty() || !beside(name, "xsd").empty()
               ? std::string()
               : fmt::format(
                     "{} lies beside it and says which layers and columns it has; rows of "
                     "a layer that it does not name are left out: take it away unless it "
                     "is there on purpose",
                     file_name(gfs));
}

void check_schema(const std::string& name, const domain::InputPlace& place) {
    const GdalErrors errors;  // what is no XML GDAL tells itself
    const std::string xsd = beside(name, "xsd");
    if (xsd.empty()) {
        return;
    }
    const std::string schema = begin_of(xsd);
    constexpr const char* advice =
        "take it away, as without it the columns are found in the GML itself";
    if (schema.size() > largest_schema) {
        throw domain::InputError(place, fmt::format("{} beside it is larger than {} MB; {}",
                                                    file_name(xsd), largest_schema >> 20, advice));
    }
    const std::string included = included_file(schema);
    if (!included.empty()) {
        throw domain::InputError(
            place, fmt::format("{} beside it includes {}, which nobody named and which would be "
                               "read as well; {}, or put all of it into one file",
                               file_name(xsd), included, advice));
    }
}

GmlNumbers lost_numbers_in_gml(const std::string& name, const std::set<std::string>& columns) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    NumberTags numbers(columns);
    XmlTags tags([&numbers](const XmlTag& tag) { numbers.take(tag); },
                 [&numbers](std::string_view text) { numbers.take_text(text); });
    for (VsiParts parts(name); parts.next();) {
        tags.follow(parts.part());
    }
    return numbers.found();
}

}  // namespace koppelkans::io
