#include "engine/io/dxf_check.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "engine/domain/text.h"
#include "engine/io/gdal_dataset.h"
#include "engine/io/vsi_file.h"

namespace koppelkans::io {

namespace {

constexpr std::size_t bytes_a_read = 1 << 20;
constexpr std::size_t longest_line = 4096;  ///< what stands behind it plays no part here
// GDAL takes some twenty seconds for a million elements of blocks in blocks. A drawing may well
// place a symbol of hundreds of lines a hundred thousand times.
constexpr double blocks_allowed = 1e6;
constexpr double times_allowed = 20;
constexpr double drawing_allowed = 1e9;

// Codes of DXF: the begin of an element, a name, and for a place its columns and rows.
constexpr int begin_code = 0;
constexpr int name_code = 2;
constexpr int columns_code = 70;
constexpr int rows_code = 71;

int number_of(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

void DxfBlocks::follow(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view part = text.substr(0, end);
        line_ += part.substr(0, longest_line - std::min(line_.size(), longest_line));
        if (end == std::string_view::npos) {
            return;
        }
        take_line(domain::trimmed(line_));
        line_.clear();
        text.remove_prefix(end + 1);
    }
}

void DxfBlocks::take_line(std::string_view line) {
    if (is_code_) {
        code_ = number_of(line);
    } else {
        take_pair(code_, line);
    }
    is_code_ = !is_code_;
}

void DxfBlocks::take_pair(int code, std::string_view value) {
    if (code == begin_code) {
        end_element();
        begin_element(value);
    } else if (code == name_code && kind_ == "SECTION") {
        section_ = value;
    } else if (code == name_code && kind_ == "BLOCK" && block_.empty()) {
        block_ = value;
    } else if (code == name_code && placed_.empty()) {
        placed_ = value;
    } else if (code == columns_code) {
        columns_ = std::max(1, number_of(value));
    } else if (code == rows_code) {
        rows_ = std::max(1, number_of(value));
    }
}

void DxfBlocks::begin_element(std::string_view kind) {
    kind_ = kind;
    placed_.clear();
    columns_ = 1;
    rows_ = 1;
    if (kind_ == "BLOCK" || kind_ == "ENDBLK") {
        block_.clear();
    }
}

void DxfBlocks::end_element() {
    const bool is_in_block = section_ == "BLOCKS" && !block_.empty();
    const bool is_none = kind_.empty() || kind_ == "SECTION" || kind_ == "ENDSEC";
    if (is_none || kind_ == "BLOCK" || (!is_in_block && section_ != "ENTITIES")) {
        return;
    }
    Block& where = is_in_block ? blocks_[block_] : drawing_;
    ++elements_;
    ++where.elements;
    if (kind_ == "INSERT") {
        where.places[placed_] += columns_ * rows_;
    } else if (kind_ == "DIMENSION") {  // drawn by a block of its own
        where.places[placed_] += 1;
    }
}

/// Without recursion: a file may place blocks in one another to any depth. A block that places
/// itself counts once; GDAL stops there.
void DxfBlocks::unfold(const std::string& name, Unfolded& known) const {
    std::vector<std::string> open = {name};
    std::set<std::string> begun;
    while (!open.empty()) {
        const std::string top = open.back();
        const auto block = blocks_.find(top);
        if (known.count(top) > 0 || block == blocks_.end()) {
            open.pop_back();
        } else if (begun.insert(top).second) {
            for (const auto& place : block->second.places) {
                if (begun.count(place.first) == 0) {
                    open.push_back(place.first);
                }
            }
        } else {
            known[top] = unfolded_of(block->second, known);
            open.pop_back();
        }
    }
}

double DxfBlocks::unfolded_of(const Block& block, const Unfolded& known) {
    double elements = block.elements;
    for (const auto& [placed, times] : block.places) {
        const auto found = known.find(placed);
        elements += found == known.end() ? 0 : times * found->second;
    }
    return elements;
}

DxfBlocks::Count DxfBlocks::unfolded() const {
    Unfolded known;
    Count count;
    for (const auto& block : blocks_) {
        unfold(block.first, known);
        count.blocks += known[block.first];
    }
    count.drawing = unfolded_of(drawing_, known);
    return count;
}

void check_dxf_blocks(const std::string& name, const domain::InputPlace& place) {
    const GdalErrors errors;  // what cannot be read here, the reading of rows will tell
    DxfBlocks blocks;
    const VsiFile file = open_vsi_file(name);
    std::vector<char> buffer(file ? bytes_a_read : 0);
    for (bool more = file != nullptr; more;) {
        const std::size_t size = VSIFReadL(buffer.data(), 1, buffer.size(), file.get());
        blocks.follow({buffer.data(), size});
        more = size == buffer.size();
    }
    const DxfBlocks::Count unfolded = blocks.unfolded();
    if (unfolded.blocks > std::max(blocks_allowed, times_allowed * blocks.elements()) ||
        unfolded.drawing > drawing_allowed) {
        throw domain::InputError(
            place, fmt::format("its blocks place one another so often that {} elements unfold to "
                               "{:.3g}; save the plans as lines and areas without blocks, or as "
                               "another format",
                               blocks.elements(), std::max(unfolded.blocks, unfolded.drawing)));
    }
}

}  // namespace koppelkans::io
