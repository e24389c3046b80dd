#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "engine/domain/errors.h"

namespace koppelkans::io {

/// Follows a DXF as pairs of a code and a value, and counts to how much its blocks unfold: a block
/// may place other blocks, and a place may be repeated in columns and rows, so that a few kilobytes
/// unfold to more than any machine holds. A drawing in binary form gives nothing to count.
///
///     DxfBlocks blocks;
///     blocks.follow(text);  // as often as there is more
///     blocks.unfolded();    // from what was followed so far
///
/// Memory: the names of the blocks and which places which.
class DxfBlocks {
  public:
    void follow(std::string_view text);
    /// Elements that stand in the file themselves.
    double elements() const { return elements_; }
    struct Count {
        double blocks = 0;   ///< elements of all blocks, each with what it places: GDAL opens these
        double drawing = 0;  ///< likewise of the drawing, which GDAL reads
    };
    Count unfolded() const;

  private:
    struct Block {
        double elements = 0;
        std::map<std::string, double> places;  ///< of other blocks, each how many times
    };
    using Unfolded = std::map<std::string, double>;

    void take_line(std::string_view line);
    void take_pair(int code, std::string_view value);
    void begin_element(std::string_view kind);
    void end_element();
    void unfold(const std::string& name, Unfolded& known) const;
    static double unfolded_of(const Block& block, const Unfolded& known);

    std::map<std::string, Block> blocks_;
    Block drawing_;
    double elements_ = 0;
    std::string line_;  ///< that is not at its end yet
    int code_ = 0;
    bool is_code_ = true;  ///< the line that comes
    std::string kind_;     ///< of the element
    std::string section_;
    std::string block_;
    std::string placed_;
    double columns_ = 1;
    double rows_ = 1;
};

/// Throws domain::InputError for a drawing whose blocks unfold to over a million elements and over
/// twenty times what stands in the file, or that itself unfolds to over a milliard: GDAL would not
/// come to an end. `name` is what GDAL can open. Cost: reads
/// the file.
void check_dxf_blocks(const std::string& name, const domain::InputPlace& place);

}  // namespace koppelkans::io
