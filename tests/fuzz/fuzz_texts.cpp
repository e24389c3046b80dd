// Texts of a result: names made readable, lines of values, geometries and codes as a file has them.

#include <algorithm>
#include <cstdint>

#include "engine/domain/errors.h"
#include "engine/domain/readable_text.h"
#include "engine/domain/text.h"
#include "engine/io/configuration.h"
#include "engine/io/report_folder.h"
#include "engine/io/result_reader.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace koppelkans {
namespace {

using fuzz::expect;
using fuzz::is_utf8;

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::size_t characters_of(std::string_view text) {
    return text.size() -
           static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues));
}

/// A short one is as it was; a long one is its start, up to a whole character, and an ellipsis.
void expect_cut(const std::string& text, const std::string& cut) {
    constexpr std::string_view ellipsis = "\xE2\x80\xA6";
    if (cut == text) {
        return;
    }
    expect(cut.ends_with(ellipsis), "what was cut ends in an ellipsis");
    const std::size_t kept = cut.size() - ellipsis.size();
    expect(cut.compare(0, kept, text, 0, kept) == 0, "what is kept is the start");
    expect(kept < text.size() && !continues(text[kept]), "no character is cut");
}

void shorten(const std::string& text) {
    for (const std::size_t most :
         {std::size_t{1}, std::size_t{2}, std::size_t{7}, text.size() + 1}) {
        const std::string cut = domain::shortened(text, most);
        expect(characters_of(cut) <= most, "it stays within so many characters");
        expect((cut == text) == (characters_of(text) <= most), "only a long text is cut");
        expect_cut(text, cut);
        const std::string units = domain::shortened_to_utf16(text, most);
        expect(domain::utf16_units(units) <= most, "it stays within so many units");
        expect((units == text) == (domain::utf16_units(text) <= most), "only a long one is cut");
        expect_cut(text, units);
    }
}

void read_text(std::string_view text) {
    const std::string readable = domain::readable(text);
    expect(domain::readable(readable) == readable, "what is readable stays as it is");
    expect(readable.find('\r') == std::string::npos && readable.find('\0') == std::string::npos,
           "no control characters are left");
    expect(is_utf8(readable), "what is readable is UTF-8");
    shorten(readable);
    const std::string masked = io::masked(std::string(text));
    expect(io::masked(masked) == masked, "masking twice changes nothing");
    const std::string folded = domain::folded(text);
    expect(domain::folded(folded) == folded, "folding twice changes nothing");
    domain::read_number(text);
    domain::nearest(text.substr(0, 100), {"horizon", "peildatum"});
}

void read_values(std::string_view text) {
    const std::vector<std::string> values = fuzz::pieces_of(text, '\0');
    // A line of one empty value is that of none.
    expect(domain::csv_values(domain::csv_line(values)) ==
               (text.empty() ? std::vector<std::string>{} : values),
           "values come back from their line");
    domain::csv_values(text);
}

void read_geometry(std::string_view bytes) {
    try {
        const geometry::Wkb wkb = io::wkb_of_geopackage(bytes);
        expect(geometry::checked(wkb.bytes) == wkb, "a geometry is well-formed");
    } catch (const domain::InputError&) {
        // No geometry of a GeoPackage.
    } catch (const geometry::GeometryError&) {
        // One whose WKB is none.
    }
}

void name_files(std::string_view text) {
    std::vector<std::string> codes = fuzz::pieces_of(text, '\n');
    for (const std::string& code : codes) {
        const std::string name = io::file_name_of(code);
        expect(!name.empty() && name.size() <= 80, "a name has a length that any disk takes");
        expect(std::all_of(name.begin(), name.end(),
                           [](char c) {
                               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                      (c >= '0' && c <= '9') || c == '-' || c == '_';
                           }),
               "a name is of plain letters");
        expect(name == code || io::file_name_of(name) != name, "no two codes have one name");
    }
}

}  // namespace
}  // namespace koppelkans

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = koppelkans::fuzz::text_of(data, size);
    koppelkans::read_text(text);
    koppelkans::read_values(text);
    koppelkans::read_geometry(text);
    koppelkans::name_files(text);
    return 0;
}
