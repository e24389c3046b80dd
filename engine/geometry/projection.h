#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/geometry/box.h"
#include "engine/geometry/wkb.h"

namespace koppelkans::geometry {

/// A coordinate reference system, by a code (`EPSG:28992`) or WKT. Axis order is x, y as GIS files
/// have it, whatever the definition says.
class Crs {
  public:
    /// Throws GeometryError when PROJ does not know it.
    explicit Crs(std::string definition);
    /// `EPSG:28992` where an authority is known (identified with full confidence), else the name.
    const std::string& code() const { return code_; }
    const std::string& name() const { return name_; }
    const std::string& definition() const { return definition_; }
    /// WKT2:2019 as PROJ writes it.
    const std::string& wkt() const { return wkt_; }
    bool is_projected_in_metres() const { return is_projected_in_metres_; }
    bool is_geographic() const { return is_geographic_; }

  private:
    std::string definition_;
    std::string code_;
    std::string name_;
    std::string wkt_;
    bool is_projected_in_metres_ = false;
    bool is_geographic_ = false;
};

/// Changes coordinates from one CRS to another by one PROJ operation: the best at hand whose grids
/// are installed. Not shareable between threads: each thread makes its own by `clone`.
class Transformation {
  public:
    /// `area_of_use`: box of the data in source coordinates, for PROJ to choose by; may be empty.
    /// Throws GeometryError when there is no operation at all.
    Transformation(const Crs& from, const Crs& to, const Box& area_of_use = {});
    Transformation(Transformation&&) noexcept;
    Transformation& operator=(Transformation&&) noexcept;
    ~Transformation();

    Transformation clone() const;
    /// Both systems are the same: nothing is changed, accuracy 0.
    bool is_identity() const;
    /// PROJ knows no datum shift between the two and would guess (SPEC §2: never used silently).
    bool is_ballpark() const;
    /// As PROJ states it for the operation used: 0 for the same CRS, empty where it states none.
    std::optional<double> accuracy_m() const;
    /// The name of the operation, for messages and the log.
    const std::string& description() const;
    /// In place; false when PROJ refuses a point (the geometry is then half changed: drop it).
    bool apply(Wkb& geometry) const;

  private:
    struct Operation;
    std::unique_ptr<Operation> operation_;
};

/// "9.1.1"
std::string proj_version();

}  // namespace koppelkans::geometry
