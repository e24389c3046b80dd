#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/geometry/box.h"
#include "engine/geometry/wkb.h"

namespace koppelkans::domain {

/// A neighbourhood (SPEC §1). The polygon is valid and in the analysis CRS.
struct Buurt {
    std::string buurtcode;
    std::string buurtnaam;
    std::string wijkcode;      ///< empty: in no wijk
    std::string gemeentecode;  ///< empty: in no gemeente
    geometry::Wkb polygon;     ///< Polygon or MultiPolygon
    geometry::Box box;
    double area_m2 = 0;
};

/// What a code of an area can name.
enum class GebiedSoort { buurt, wijk, gemeente };

/// All buurten of a run, one a buurtcode, ordered by the bytes of their code, and the wijken and
/// gemeenten that they make up.
class BuurtRegister {
  public:
    /// Codes must be unique and not empty.
    BuurtRegister(std::vector<Buurt> buurten, std::optional<int> jaar);
    const std::vector<Buurt>& buurten() const { return buurten_; }
    const Buurt& operator[](std::size_t index) const { return buurten_[index]; }
    std::size_t size() const { return buurten_.size(); }
    /// Round all of them; empty without any.
    const geometry::Box& box() const { return box_; }
    /// Edition year of the buurten, where known.
    std::optional<int> jaar() const { return jaar_; }

    /// The buurten that a code stands for, ascending; empty when nothing has that code. Trimmed,
    /// any case; with the kind given, prefix (BU, WK, GM) and leading zeros may be missing. Without
    /// a kind buurten come first, then wijken, then gemeenten.
    const std::vector<std::uint32_t>& find(std::string_view code,
                                           std::optional<GebiedSoort> kind) const;
    /// Positions of the buurten of each wijk or gemeente, by code.
    const std::map<std::string, std::vector<std::uint32_t>>& members(GebiedSoort kind) const;

  private:
    std::vector<Buurt> buurten_;
    geometry::Box box_;
    std::optional<int> jaar_;
    /// exact code -> buurten, and the same with codes in upper case
    std::map<std::string, std::vector<std::uint32_t>> exact_[3];
    std::map<std::string, std::vector<std::uint32_t>> upper_[3];
};

}  // namespace koppelkans::domain
