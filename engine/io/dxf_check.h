#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/errors.h"
#include "engine/io/dxf_pairs.h"

namespace koppelkans::io {

/// Follows a DXF and counts to how much its blocks unfold: a block may place other blocks, and a
/// place may be repeated in columns and rows, so that a few kilobytes unfold to more than any
/// machine holds. Counts rather too much than too little. A drawing in binary form gives nothing to
/// count.
///
///     DxfBlocks blocks;
///     blocks.follow(text);  // as often as there is more
///     blocks.unfolded();    // from what was followed so far
///
/// Memory: the names of the blocks and which places which.
class DxfBlocks {
  public:
    void follow(std::string_view text);
    /// The same of one pair more, where others cut the text.
    void take(const DxfPair& pair);
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

    /// As far as it is read.
    struct Element {
        std::string kind;           ///< in capitals
        std::string name;           ///< of the block or style, or of the block placed
        std::string handle;         ///< of the record of the block, or of the arrow of the style
        std::set<std::string> led;  ///< blocks that a leader places
        double lines = 0;           ///< of a leader, each with an arrow
        double columns = 1;         ///< of an INSERT
        double rows = 1;
        double sources = 0;  ///< of a HATCH: pairs to come that GDAL takes, whatever they are
    };

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
    DxfPairs pairs_;
    Element element_;
    Block* block_ = nullptr;     ///< that is open
    Block* spilling_ = nullptr;  ///< that was, and whose end GDAL may have missed
    bool is_polyline_ = false;   ///< vertices come, until a SEQEND
};

/// Throws domain::InputError for a drawing whose blocks unfold to over a million elements and over
/// twenty times what stands in the file, or that itself unfolds to over ten million and over a
/// thousand times: GDAL would not come to an end. Likewise where it may come to more than a hundred
/// million because GDAL misses the ends of blocks, where an end is not there at all, and where a
/// number is none (dxf_elements.h). Gives what the user should know of the elements. `name` is what
/// GDAL can open. Cost: reads the file.
std::vector<std::string> check_dxf(const std::string& name, const domain::InputPlace& place);

}  // namespace koppelkans::io
