#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "engine/domain/errors.h"

namespace koppelkans::io {

/// Follows a DXF as pairs of a code and a value, cut and spelled as GDAL's reader takes them, and
/// counts to how much its blocks unfold: a block may place other blocks, and a place may be
/// repeated in columns and rows, so that a few kilobytes unfold to more than any machine holds.
/// Counts rather too much than too little. A drawing in binary form gives nothing to count.
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
        double spilled = 0;  ///< both, if each block that may spill into the next one does
    };
    /// To the depth at which GDAL stops. Cost: that depth times the places in blocks, at most.
    Count unfolded() const;
    /// What makes GDAL lose its place between blocks, so that no count holds; empty for nothing.
    const std::string& fault() const { return fault_; }

  private:
    struct Block {
        double elements = 0;
        std::map<std::string, double> places;  ///< of other blocks, each how many times
        const Block* spills_into = nullptr;    ///< where GDAL may miss its end: the block behind it
    };

    void take_line(const std::string& line);
    void take_pair(int code, const std::string& value);
    void take_leader_pair(int code, const std::string& value);
    void begin_element(const std::string& kind);
    void end_element();
    void end_block_header();
    void place(Block& where, const std::string& name, double times) const;
    /// In a block, or behind one whose end GDAL may have missed.
    bool is_among_blocks() const { return block_ != nullptr || spilling_ != nullptr; }
    void note_fault(const char* what);

    std::map<std::string, Block> blocks_;
    std::map<std::string, std::string> names_;   ///< of blocks, by the handle of their record
    std::map<std::string, std::string> styles_;  ///< of leaders: the handle of their arrow
    Block drawing_;
    double elements_ = 0;
    std::string fault_;
    std::string line_;        ///< that is not at its end yet
    std::size_t size_ = 0;    ///< of that line, in bytes
    char line_end_ = 0;       ///< by which the last line ended, where nothing stood behind it yet
    std::string code_;        ///< the line of the code, where the next line is its value
    bool is_code_ = true;     ///< the line that comes
    bool is_blank_ = false;   ///< blank pairs came, which have the next number for a code
    std::string kind_;        ///< of the element, in capitals
    Block* block_ = nullptr;  ///< that is open
    Block* spilling_ = nullptr;  ///< that was, and whose end GDAL may have missed
    double sources_ = 0;         ///< of a HATCH: pairs to come that GDAL takes, whatever they are
    bool is_polyline_ = false;   ///< vertices come, until a SEQEND
    std::string name_;           ///< of the block or style, or of the block placed
    std::string handle_;         ///< of the record of the block, or of the arrow of the style
    std::set<std::string> led_;  ///< blocks that a leader places
    double lines_ = 0;           ///< of a leader, each with an arrow
    double columns_ = 1;
    double rows_ = 1;
};

/// Throws domain::InputError for a drawing whose blocks unfold to over a million elements and over
/// twenty times what stands in the file, or that itself unfolds to over ten million and over a
/// thousand times: GDAL would not come to an end. Likewise where it may come to more than a hundred
/// million because GDAL misses the ends of blocks, and where an end is not there at all. `name` is
/// what GDAL can open. Cost: reads the file.
void check_dxf_blocks(const std::string& name, const domain::InputPlace& place);

}  // namespace koppelkans::io
