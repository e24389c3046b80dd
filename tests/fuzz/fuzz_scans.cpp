// Files as they are looked at before GDAL reads them, and LIKE. The first byte says in pieces of
// how many bytes the rest comes; its first line is a pattern, its second what is held against it.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/io/csv_quotes.h"
#include "engine/io/dxf_check.h"
#include "engine/io/dxf_elements.h"
#include "engine/io/geojson_check.h"
#include "engine/io/like_pattern.h"
#include "tests/fuzz/target.h"

namespace koppelkans {
namespace {

using fuzz::expect;

template <typename Follower>
Follower followed(std::string_view text, std::size_t piece) {
    Follower follower;
    while (!text.empty()) {
        follower.follow(text.substr(0, piece));
        text.remove_prefix(std::min(piece, text.size()));
    }
    return follower;
}

struct Elements {
    void follow(std::string_view text) {
        pairs.follow(text, [this](const io::DxfPair& pair) { elements.take(pair); });
    }
    io::DxfPairs pairs;
    io::DxfElements elements;
};

void follow_drawing(std::string_view text, std::size_t piece) {
    const auto whole = followed<io::DxfBlocks>(text, text.size());
    const auto pieces = followed<io::DxfBlocks>(text, piece);
    const auto of_whole = whole.unfolded();
    const auto of_pieces = pieces.unfolded();
    expect(whole.fault() == pieces.fault() && whole.elements() == pieces.elements() &&
               of_whole.blocks == of_pieces.blocks && of_whole.drawing == of_pieces.drawing &&
               of_whole.spilled == of_pieces.spilled,
           "a drawing is the same in pieces");
    expect(of_whole.spilled >= of_whole.blocks && of_whole.drawing >= 0,
           "what spills only adds to it");
    const auto elements = followed<Elements>(text, text.size()).elements;
    const auto elements_in_pieces = followed<Elements>(text, piece).elements;
    expect(elements.fault() == elements_in_pieces.fault() &&
               elements.warnings() == elements_in_pieces.warnings(),
           "elements are the same in pieces");
}

void follow_table(std::string_view text, std::size_t piece) {
    auto whole = followed<io::CsvQuotes>(text, text.size());
    auto pieces = followed<io::CsvQuotes>(text, piece);
    expect(whole.line() == pieces.line(), "a table has the same lines in pieces");
    expect(whole.wide_rows() == pieces.wide_rows() && whole.wide_line() == pieces.wide_line(),
           "a table has the same wide rows in pieces");
    const auto fault = whole.finish();
    expect(fault == pieces.finish(), "a table has the same fault in pieces");
    expect(!fault || text.find('"') != std::string_view::npos, "without a quote there is no fault");
}

void follow_features(std::string_view text, std::size_t piece) {
    const auto whole = followed<io::FeatureCount>(text, text.size());
    const auto pieces = followed<io::FeatureCount>(text, piece);
    expect(whole.count() == pieces.count() && whole.roots() == pieces.roots(),
           "features are the same in pieces");
    expect(whole.count() >= -1 && whole.count() <= static_cast<std::int64_t>(text.size()),
           "no more features than bytes");
    auto lines = followed<io::FeatureLines>(text, text.size());
    auto lines_in_pieces = followed<io::FeatureLines>(text, piece);
    lines.finish();
    lines_in_pieces.finish();
    expect(lines.count() == lines_in_pieces.count() &&
               lines.broken_line() == lines_in_pieces.broken_line() &&
               lines.most_members() == lines_in_pieces.most_members(),
           "lines are the same in pieces");
}

/// By trying every place, as the rules say it; a row a byte of the text, a column one of the
/// pattern.
bool fits_by_table(std::string_view text, std::string_view pattern) {
    std::vector<bool> fits(pattern.size() + 1, false);
    for (std::size_t at = 0; at <= text.size(); ++at) {
        std::vector<bool> next(pattern.size() + 1, false);
        next[0] = at == 0;
        for (std::size_t p = 1; p <= pattern.size(); ++p) {
            const char sign = pattern[p - 1];
            const bool takes_one = at > 0 && fits[p - 1] && (sign == '_' || sign == text[at - 1]);
            next[p] = sign == '%' ? next[p - 1] || (at > 0 && fits[p]) : takes_one;
        }
        fits = next;
    }
    return fits.back();
}

void compare(std::string_view text) {
    const std::vector<std::string> lines = fuzz::pieces_of(text, '\n');
    const std::string& pattern = lines.front();
    const std::string& held = lines.size() > 1 ? lines[1] : pattern;
    expect(io::fits_like(held, pattern, {}) == fits_by_table(held, pattern),
           "LIKE answers by its rules");
    expect(io::fits_like(held, "%", {}), "a % takes all");
    expect(!io::fits_like(held, pattern, {}) || io::fits_like(held, pattern, {'\0', true}),
           "what fits also fits in any case");
}

}  // namespace
}  // namespace koppelkans

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    constexpr std::size_t longest_piece = 16;
    const std::size_t piece = 1 + data[0] % longest_piece;
    const std::string_view text = koppelkans::fuzz::text_of(data + 1, size - 1);
    koppelkans::follow_drawing(text, piece);
    koppelkans::follow_table(text, piece);
    koppelkans::follow_features(text, piece);
    koppelkans::compare(text);
    return 0;
}
