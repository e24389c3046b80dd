#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/geometry/box.h"
#include "engine/geometry/wkb.h"

namespace koppelkans::geometry {

/// A horizontal coordinate reference system, by a code (`EPSG:28992`), WKT 1 or 2 (ESRI's too) or
/// whatever PROJ reads; heights are left out, so `EPSG:7415` (RD and NAP) is `EPSG:28992`. Axis
/// order is x, y as GIS files have it, whatever the definition says. A plain value, free to share.
/// Cost: a few ms, some tens where PROJ must look for the code that belongs to a WKT.
///
///     const Crs rd("EPSG:28992");
///     const Crs source(wkt_of_layer);          // code() is "EPSG:28992" where PROJ recognises it
class Crs {
  public:
    /// Blanks around it do not matter. A name counts only when it is exact ("Amersfoort / RD New").
    /// Throws GeometryError when PROJ does not know it, or when it is no horizontal system.
    explicit Crs(std::string definition);
    /// `EPSG:28992` where the definition has a code or PROJ identifies it with a confidence of 90 %
    /// or more (EPSG before other authorities), else the name.
    const std::string& code() const { return code_; }
    const std::string& name() const { return name_; }
    /// As given, less the blanks around it.
    const std::string& definition() const { return definition_; }
    /// WKT2:2019 of the horizontal system, as PROJ writes it.
    const std::string& wkt() const { return wkt_; }
    /// What PROJ makes its best operations from: the code where PROJ's database has it, else the
    /// WKT.
    const std::string& reference() const { return reference_; }
    /// Both axes in metres exactly, as SPEC §2 asks of the analysis CRS.
    bool is_projected_in_metres() const { return is_projected_in_metres_; }
    bool is_geographic() const { return is_geographic_; }

  private:
    std::string definition_;
    std::string code_;
    std::string name_;
    std::string wkt_;
    std::string reference_;
    bool is_projected_in_metres_ = false;
    bool is_geographic_ = false;
};

/// Changes coordinates from one CRS to another by one PROJ operation: the best at hand whose grids
/// are installed, in PROJ's own order of preference, a ballpark one only where there is no other;
/// no network (SPEC §2). One object serves one thread at a time; any number of threads may `clone`
/// one object at once, and a clone gives the same numbers to the last bit. Cost: tens of ms to
/// make, under one to clone, some µs a point to apply.
///
///     const Transformation to_rd(Crs("EPSG:4258"), Crs("EPSG:28992"), bounds(layer));
///     if (to_rd.is_ballpark() || !to_rd.apply(wkb)) ...
class Transformation {
  public:
    /// `area_of_use`: box of the data in source coordinates, for PROJ to choose by; may be empty or
    /// nonsense (then PROJ goes by the areas of the two systems).
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
    /// As PROJ states it for the operation used: 0 for the same CRS, empty where it states none
    /// (also where both lie on one datum and only the projection differs).
    std::optional<double> accuracy_m() const;
    /// The name of the operation, for messages and the log.
    const std::string& description() const;
    /// In place; false when a point is not finite or PROJ refuses it (the geometry is then half
    /// changed: drop it), for identity too. A ring stays closed: equal points stay equal.
    bool apply(Wkb& geometry) const;

  private:
    struct Operation;
    explicit Transformation(std::unique_ptr<Operation> operation);

    std::unique_ptr<Operation> operation_;
};

/// "9.1.1"
std::string proj_version();

}  // namespace koppelkans::geometry
