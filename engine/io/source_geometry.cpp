#include "engine/io/source_geometry.h"

#include <cmath>
#include <vector>

#include <fmt/format.h>
#include <ogr_geometry.h>

#include "engine/domain/text.h"
#include "engine/io/gdal_dataset.h"

namespace koppelkans::io {

using geometry::GeometryError;
using geometry::Wkb;

namespace {

constexpr double chord_degrees = 4.0;
/// How much of a text a message repeats.
constexpr std::size_t shown_letters = 60;

bool is_surface_of_faces(const OGRGeometry& geometry) {
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    return type == wkbTIN || type == wkbPolyhedralSurface || type == wkbTriangle;
}

std::unique_ptr<OGRGeometry> as_multi_polygon(const OGRGeometry& faces) {
    auto multi = std::make_unique<OGRMultiPolygon>();
    const auto add = [&multi](const OGRPolygon& face) {
        OGRPolygon polygon;
        for (const OGRLinearRing* ring : face) {
            polygon.addRingDirectly(ring->clone());
        }
        multi->addGeometry(&polygon);
    };
    if (wkbFlatten(faces.getGeometryType()) == wkbTriangle) {
        add(*faces.toPolygon());
    } else {
        for (const OGRPolygon* face : *faces.toPolyhedralSurface()) {
            add(*face);
        }
    }
    return multi;
}

/// A ring by itself, as a KML may have it, is of a type that WKB does not know.
std::unique_ptr<OGRGeometry> as_line(const OGRLinearRing& ring) {
    auto line = std::make_unique<OGRLineString>();
    line->addSubLineString(&ring);
    if (ring.get_IsClosed() == 0) {
        line->addSubLineString(&ring, 0, 0);
    }
    return line;
}

/// Faces become polygons and rings lines, wherever they are in a collection.
std::unique_ptr<OGRGeometry> in_types_of_wkb(std::unique_ptr<OGRGeometry> geometry) {
    if (is_surface_of_faces(*geometry)) {
        return as_multi_polygon(*geometry);
    }
    if (const auto* ring = dynamic_cast<const OGRLinearRing*>(geometry.get())) {
        return as_line(*ring);
    }
    if (wkbFlatten(geometry->getGeometryType()) != wkbGeometryCollection) {
        return geometry;
    }
    auto collection = std::make_unique<OGRGeometryCollection>();
    for (const OGRGeometry* part : *geometry->toGeometryCollection()) {
        collection->addGeometryDirectly(
            in_types_of_wkb(std::unique_ptr<OGRGeometry>(part->clone())).release());
    }
    return collection;
}

/// Counts without making a point of each vertex, as OGR's own visitor does.
class VertexCount : public OGRDefaultConstGeometryVisitor {
  public:
    using OGRDefaultConstGeometryVisitor::visit;
    void visit(const OGRPoint* /*point*/) override { ++count_; }
    void visit(const OGRLineString* line) override {
        count_ += static_cast<std::size_t>(line->getNumPoints());
    }
    void visit(const OGRLinearRing* ring) override {
        count_ += static_cast<std::size_t>(ring->getNumPoints());
    }
    std::size_t count() const { return count_; }

  private:
    std::size_t count_ = 0;
};

void check_size(const OGRGeometry& geometry, std::size_t max_vertices) {
    constexpr std::size_t least_bytes_a_vertex = 16;
    if (geometry.WkbSize() / least_bytes_a_vertex <= max_vertices) {
        return;  // as for nearly all; asked for anyway
    }
    const std::size_t vertices = vertices_of(geometry);
    if (vertices > max_vertices) {
        throw GeometryError(fmt::format(
            "it has {} vertices, and --max-vertices allows {}; simplify it or cut it up, or allow "
            "more",
            vertices, max_vertices));
    }
}

std::string shown(std::string_view text) {
    if (text.size() <= shown_letters) {
        return std::string(text);
    }
    std::size_t end = shown_letters;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) {
        --end;  // not inside a letter
    }
    return std::string(text.substr(0, end)) + "...";
}

/// Takes `SRID=28992;` off the front of a WKT; gives what stands there as a number, empty for none.
std::string taken_srid(std::string& wkt) {
    constexpr std::string_view start = "srid=";
    if (domain::folded(wkt.substr(0, start.size())) != start) {
        return {};
    }
    const std::size_t end = wkt.find(';');
    std::string srid(domain::trimmed(std::string_view(wkt).substr(0, end).substr(start.size())));
    wkt.erase(0, end == std::string::npos ? wkt.size() : end + 1);
    return srid;
}

bool is_of_another_crs(const std::string& srid, std::string_view crs) {
    constexpr std::string_view authority = "EPSG:";
    return !srid.empty() && srid != "0" && crs.starts_with(authority) &&
           crs.substr(authority.size()) != srid;
}

}  // namespace

std::size_t vertices_of(const OGRGeometry& geometry) {
    VertexCount vertices;
    geometry.accept(&vertices);
    return vertices.count();
}

Wkb taken_over(std::unique_ptr<OGRGeometry> geometry, std::size_t max_vertices) {
    if (geometry == nullptr || geometry->IsEmpty() != 0) {
        return {};
    }
    GdalErrors errors;
    if (geometry->hasCurveGeometry() != 0) {
        geometry.reset(geometry->getLinearGeometry(chord_degrees));
        if (geometry == nullptr) {
            throw GeometryError("its curves cannot be made into lines: " + errors.text());
        }
    }
    geometry = in_types_of_wkb(std::move(geometry));
    check_size(*geometry, max_vertices);
    geometry->flattenTo2D();
    geometry->closeRings();
    std::vector<unsigned char> bytes(geometry->WkbSize());
    if (geometry->exportToWkb(wkbNDR, bytes.data(), wkbVariantIso) != OGRERR_NONE) {
        throw GeometryError("it cannot be written as WKB: " + errors.text());
    }
    return geometry::checked(std::string(bytes.begin(), bytes.end()));
}

void set_from_wkt(domain::InputRow& row, std::string_view text, std::size_t max_vertices,
                  std::string_view crs) {
    std::string wkt(domain::trimmed(text));
    if (wkt.empty()) {
        return;
    }
    const std::string srid = taken_srid(wkt);
    if (is_of_another_crs(srid, crs)) {
        row.coordinate_fault = fmt::format(
            "its WKT says SRID={} and the source is read as {}; bring all rows into one CRS, and "
            "name that with crs = \"EPSG:...\"",
            shown(srid), crs);
        return;
    }
    const GdalErrors errors;
    OGRGeometry* raw = nullptr;
    const char* rest = wkt.c_str();
    const OGRErr error = OGRGeometryFactory::createFromWkt(&rest, nullptr, &raw);
    std::unique_ptr<OGRGeometry> geometry(raw);
    if (error != OGRERR_NONE || geometry == nullptr || !domain::trimmed(rest).empty()) {
        row.coordinate_fault = fmt::format("no WKT: {}", shown(domain::trimmed(text)));
        return;
    }
    try {
        row.geometry = taken_over(std::move(geometry), max_vertices);
    } catch (const GeometryError& fault) {
        row.geometry_fault = fault.what();
    }
}

void set_from_xy(domain::InputRow& row, std::string_view x, std::string_view y) {
    x = domain::trimmed(x);
    y = domain::trimmed(y);
    if (x.empty() && y.empty()) {
        return;
    }
    const std::optional<double> x_number = domain::read_number(x);
    const std::optional<double> y_number = domain::read_number(y);
    if (x.empty() || y.empty()) {
        row.coordinate_fault = fmt::format("{} is empty", x.empty() ? "x" : "y");
    } else if (!x_number || !y_number) {
        row.coordinate_fault =
            fmt::format("{} is no number: {}", x_number ? "y" : "x", shown(x_number ? y : x));
    } else {
        row.geometry = taken_over(std::make_unique<OGRPoint>(*x_number, *y_number), 1);
    }
}

}  // namespace koppelkans::io
