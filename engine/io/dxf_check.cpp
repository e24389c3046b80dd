#include "engine/io/dxf_check.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/io/dxf_elements.h"
#include "engine/io/gdal_dataset.h"
#include "engine/io/vsi_file.h"

namespace koppelkans::io {

namespace {

constexpr int deepest = 129;      ///< blocks in blocks that GDAL follows
constexpr double endless = 1e18;  ///< as far as is counted
// GDAL takes some twenty seconds for a million elements of blocks in blocks. A drawing may well
// place a symbol of hundreds of lines a hundred thousand times.
constexpr double blocks_allowed = 1e6;
constexpr double times_allowed = 20;
constexpr double drawing_allowed = 1e7;
constexpr double drawing_times_allowed = 1000;
constexpr double spilled_allowed = 1e8;  ///< generous, since in nearly all files nothing spills

// Codes of DXF: the begin of an element, a name, for a place its columns and rows, and for a block
// the handle of its record.
constexpr int begin_code = 0;
constexpr int name_code = 2;
constexpr int columns_code = 70;
constexpr int rows_code = 71;
constexpr int record_code = 330;
constexpr int sources_code = 97;  ///< of a HATCH: how many pairs follow
// Of a leader: its style and a line of it; by the next it names a block, also in what it overrides
// of its style (1005, but GDAL takes 1040 and 1070 as well).
constexpr int style_code = 3;
constexpr int leader_line_code = 304;
constexpr int arrow_code = 341;
constexpr std::array block_codes = {arrow_code, 342, 1005, 1040, 1070};

/// Holds elements, and is none itself.
bool is_frame(const std::string& kind) {
    static constexpr std::array<std::string_view, 7> frames = {
        "", "SECTION", "ENDSEC", "TABLE", "ENDTAB", "BLOCK", "ENDBLK"};
    return std::find(frames.begin(), frames.end(), kind) != frames.end();
}

bool is_leader(const std::string& kind) {
    return kind == "LEADER" || kind == "MLEADER" || kind == "MULTILEADER";
}

/// GDAL reads these by what they should hold, and takes the begin of the next element for that
/// where they break off: at the end of a block, it misses that end.
bool may_spill(const std::string& kind) {
    return kind == "HATCH" || kind == "MLINE" || kind == "DIMENSION" || is_leader(kind);
}

struct Place {
    std::size_t where;
    std::size_t placed;
    double times;
};

/// To what each unfolds that has so many elements of its own. Level after level rather than by
/// recursion, since a file may place blocks in one another to any depth and in rounds. GDAL stops
/// at a block that is open already; here it counts again.
std::vector<double> wholes(const std::vector<double>& own, const std::vector<Place>& places) {
    std::vector<double> whole;
    std::vector<double> next = own;
    for (int depth = 0; depth < deepest && next != whole; ++depth) {
        whole = std::exchange(next, own);
        for (const Place& place : places) {
            const double more = place.times * whole[place.placed];
            next[place.where] = std::min(next[place.where] + more, endless);
        }
    }
    return next;
}

}  // namespace

void DxfBlocks::follow(std::string_view text) {
    pairs_.follow(text, [this](const DxfPair& pair) { take(pair); });
}

void DxfBlocks::take(const DxfPair& pair) {
    if (pair.is_too_long && is_among_blocks()) {
        note_fault("a line is far too long");
    }
    take_pair(pair.code, pair.value);
}

void DxfBlocks::take_pair(int code, const std::string& value) {
    if (code == begin_code) {
        if (is_among_blocks() && element_.sources > 0) {
            note_fault("a HATCH breaks off");
        }
        end_element();
        begin_element(value);
        return;
    }
    element_.sources -= 1;
    if (element_.kind == "HATCH" && code == sources_code) {
        element_.sources = std::max<double>(element_.sources, dxf_number(value));
    } else if (code == name_code) {
        element_.name = value;
    } else if (element_.kind == "INSERT" && code == columns_code) {
        element_.columns = std::max(1, dxf_number(value));
    } else if (element_.kind == "INSERT" && code == rows_code) {
        element_.rows = std::max(1, dxf_number(value));
    } else if ((element_.kind == "BLOCK" && code == record_code) ||
               (element_.kind == "DIMSTYLE" && code == arrow_code)) {
        element_.handle = value;
    } else if (is_leader(element_.kind)) {
        take_leader_pair(code, value);
    }
}

void DxfBlocks::take_leader_pair(int code, const std::string& value) {
    const auto style = code == style_code ? styles_.find(value) : styles_.end();
    if (style != styles_.end()) {
        take_leader_pair(arrow_code, style->second);
    } else if (code == leader_line_code) {
        ++element_.lines;
    } else if (std::find(block_codes.begin(), block_codes.end(), code) != block_codes.end()) {
        if (const auto name = names_.find(value); name != names_.end()) {
            element_.led.insert(name->second);
        }
    }
}

void DxfBlocks::begin_element(const std::string& kind) {
    const bool spills = may_spill(element_.kind);
    Element begun;
    begun.kind = dxf_capitals(kind);
    if (begun.kind == "ATTRIB") {  // stands with each of the places of its INSERT
        begun.columns = element_.columns;
        begun.rows = element_.rows;
    }
    element_ = std::move(begun);
    const bool is_section = element_.kind == "ENDSEC";
    const bool is_end = is_section || element_.kind == "ENDBLK";
    const bool is_block = element_.kind == "BLOCK";
    Block* const owner = block_ == nullptr ? spilling_ : block_;
    if (owner != nullptr && is_polyline_ && (is_end || is_block)) {
        note_fault("a POLYLINE has no SEQEND");
    } else if ((block_ != nullptr && (is_block || is_section)) ||
               (owner != nullptr && is_section && spills)) {
        note_fault("a BLOCK has no ENDBLK");
    }
    is_polyline_ = element_.kind == "POLYLINE" || (is_polyline_ && element_.kind != "SEQEND");
    if (is_end) {
        spilling_ = spills ? owner : nullptr;
        block_ = nullptr;
    }
}

void DxfBlocks::end_element() {
    if (element_.kind == "BLOCK") {
        end_block_header();
    } else if (element_.kind == "DIMSTYLE") {
        styles_[element_.name] = element_.handle;
    }
    if (is_frame(element_.kind)) {
        return;
    }
    Block& spilled = spilling_ == nullptr ? drawing_ : *spilling_;
    Block& where = block_ == nullptr ? spilled : *block_;
    const double times = element_.columns * element_.rows;
    ++elements_;
    where.elements += times;
    // A DIMENSION is drawn by a block of its own.
    if (element_.kind == "INSERT" || element_.kind == "DIMENSION") {
        place(where, element_.name, times);
    }
    for (const std::string& name : element_.led) {
        place(where, name, 1 + element_.lines);
    }
}

void DxfBlocks::end_block_header() {
    block_ = &blocks_[element_.name];
    if (spilling_ != nullptr && spilling_ != block_) {
        spilling_->spills_into = block_;
    }
    spilling_ = nullptr;
    if (!element_.handle.empty()) {
        names_[element_.handle] = element_.name;
    }
}

/// The drawing comes behind the blocks, so that it places none but those known. A block may also
/// place those that come later; where it places itself, GDAL leaves that out.
void DxfBlocks::place(Block& where, const std::string& name, double times) const {
    const auto block = blocks_.find(name);
    const bool is_known = block != blocks_.end();
    if (&where == &drawing_ ? is_known : !is_known || &block->second != &where) {
        where.places[name] += times;
    }
}

void DxfBlocks::note_fault(const char* what) {
    if (fault_.empty()) {
        fault_ = what;
    }
}

DxfBlocks::Count DxfBlocks::unfolded() const {
    std::map<std::string, std::size_t> numbers;
    std::map<const Block*, std::size_t> numbers_of_blocks;
    std::vector<double> own;
    for (const auto& [name, block] : blocks_) {
        numbers[name] = own.size();
        numbers_of_blocks[&block] = own.size();
        own.push_back(block.elements);
    }
    numbers_of_blocks[&drawing_] = own.size();
    own.push_back(drawing_.elements);
    std::vector<Place> places;
    std::vector<Place> spills;
    for (const auto& [block, number] : numbers_of_blocks) {
        for (const auto& [name, times] : block->places) {
            if (const auto found = numbers.find(name); found != numbers.end()) {
                places.push_back({number, found->second, times});
            }
        }
        if (block->spills_into != nullptr) {
            spills.push_back({number, numbers_of_blocks.at(block->spills_into), 1});
        }
    }
    const std::vector<double> whole = wholes(own, places);
    places.insert(places.end(), spills.begin(), spills.end());
    const std::vector<double> spilled = spills.empty() ? whole : wholes(own, places);
    return {std::accumulate(whole.begin(), whole.end() - 1, 0.0), whole.back(),
            std::accumulate(spilled.begin(), spilled.end(), 0.0)};
}

namespace {

void check_blocks(const DxfBlocks& blocks, const domain::InputPlace& place) {
    if (!blocks.fault().empty()) {
        throw domain::InputError(
            place,
            fmt::format("this drawing is damaged: {}, so that what stands behind it would be "
                        "lost; save it again from the program it comes from",
                        blocks.fault()));
    }
    const DxfBlocks::Count unfolded = blocks.unfolded();
    const double elements = blocks.elements();
    if (unfolded.blocks > std::max(blocks_allowed, times_allowed * elements) ||
        unfolded.drawing > std::max(drawing_allowed, drawing_times_allowed * elements) ||
        unfolded.spilled > std::max(spilled_allowed, drawing_times_allowed * elements)) {
        throw domain::InputError(
            place,
            fmt::format("its blocks place one another so often that {} elements unfold to "
                        "{:.3g}; save the plans as lines and areas without blocks, or as "
                        "another format",
                        elements, std::max({unfolded.blocks, unfolded.drawing, unfolded.spilled})));
    }
}

}  // namespace

std::vector<std::string> check_dxf(const std::string& name, const domain::InputPlace& place) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    DxfPairs pairs;
    DxfBlocks blocks;
    DxfElements elements;
    for (VsiParts parts(name); parts.next();) {
        pairs.follow(parts.part(), [&blocks, &elements](const DxfPair& pair) {
            blocks.take(pair);
            elements.take(pair);
        });
    }
    check_blocks(blocks, place);
    elements.finish();
    if (!elements.fault().empty()) {
        throw domain::InputError(
            place, fmt::format("its line {}, which would be read as another; write numbers with a "
                               "point and nothing else, or save it again from the program it "
                               "comes from",
                               elements.fault()));
    }
    return elements.warnings();
}

}  // namespace koppelkans::io
