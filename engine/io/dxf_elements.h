#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/io/dxf_pairs.h"

namespace koppelkans::io {

/// Follows the elements of a DXF, as cut by DxfPairs, and finds what GDAL reads as something else
/// without a word: numbers that are none, kinds of elements that it leaves out, and elements that a
/// drawing program does not show.
///
///     DxfElements elements;
///     pairs.follow(text, [&](const DxfPair& pair) { elements.take(pair); });
///     elements.finish();
///     elements.fault();     // empty for nothing
///     elements.warnings();  // for the user
///
/// Memory: the names of layers that are off or frozen, and of some kinds.
class DxfElements {
  public:
    void take(const DxfPair& pair);
    /// To be called behind the last pair.
    void finish();
    /// The first text that stands for a coordinate or another real number and is none: GDAL reads
    /// `155000,75` as 155000 and `x` as 0. As a sentence behind "its line"; empty for none.
    const std::string& fault() const { return fault_; }
    /// Which elements are left out, or are read though they are not shown.
    std::vector<std::string> warnings() const;

  private:
    /// As far as it is read.
    struct Element {
        std::string kind;  ///< in capitals
        std::string name;  ///< of the section, or of a layer in the table of layers
        std::string layer;
        bool has_numbers = false;  ///< that GDAL reads
        int flags = 0;             ///< of a layer
        int colour = 0;            ///< of a layer: negative where it is off
        bool has_lines = false;    ///< of an MLINE
        bool is_invisible = false;
        bool is_in_paper_space = false;
    };

    bool is_drawn() const { return section_ == "ENTITIES" || section_ == "BLOCKS"; }
    void end_element();
    void note_lost(const std::string& kind);
    void note_hidden();
    void check_number(const DxfPair& pair);

    Element element_;
    std::string section_;
    std::set<std::string> hidden_layers_;
    std::map<std::string, std::int64_t> lost_;  ///< how many elements, by their kind
    std::int64_t in_paper_space_ = 0;
    std::int64_t on_hidden_layers_ = 0;
    std::int64_t invisible_ = 0;
    std::string fault_;
};

}  // namespace koppelkans::io
