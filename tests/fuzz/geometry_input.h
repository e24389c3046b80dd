#pragma once

#include <cmath>
#include <cstring>
#include <optional>
#include <utility>

#include "engine/geometry/full_rings.h"
#include "engine/geometry/geometry.h"
#include "engine/geometry/wkb.h"
#include "tests/fuzz/target.h"

namespace koppelkans::fuzz {

/// Two geometries and a werkafstand: what fuzz_geometry.cpp is fed.
struct GeometryInput {
    geometry::Wkb one;
    geometry::Wkb other;
    double distance_m = 1;
};

/// Whatever bits the coordinates have, they become those of a grid of a quarter metre: so edges
/// coincide and points meet all the time, which random doubles never do.
inline void put_on_grid(geometry::Wkb& wkb) {
    geometry::change_points(wkb, [](double* xy, std::size_t n) {
        for (std::size_t i = 0; i < 2 * n; ++i) {
            std::uint64_t bits = 0;
            std::memcpy(&bits, xy + i, sizeof bits);
            xy[i] = static_cast<double>((bits * 0x9E3779B97F4A7C15U) >> 58U) / 4;
        }
    });
}

/// Turned and moved to where coordinates are large: what coincided does so but for rounding.
inline void move_to_rd(geometry::Wkb& wkb) {
    geometry::change_points(wkb, [](double* xy, std::size_t n) {
        for (std::size_t i = 0; i < n; ++i) {
            const double x = xy[2 * i];
            const double y = xy[2 * i + 1];
            xy[2 * i] = 155000.1 + 0.8 * x - 0.6 * y;
            xy[2 * i + 1] = 463000.3 + 0.6 * x + 0.8 * y;
        }
    });
}

/// A byte of what is done to the coordinates, a werkafstand in quarter metres, the length of the
/// first WKB in two bytes, and both. Empty for text, which begins with another byte.
inline std::optional<GeometryInput> stored_input(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t head = 4;
    if (size < head || data[0] >= ' ') {
        return std::nullopt;
    }
    const std::string_view bytes = text_of(data, size).substr(head);
    const std::size_t length = (data[2] + 256U * data[3]) % (bytes.size() + 1);
    return GeometryInput{geometry::checked(std::string(bytes.substr(0, length))),
                         geometry::checked(std::string(bytes.substr(length))), data[1] / 4.0};
}

/// Text is two lines of WKT.
inline GeometryInput geometry_input(const std::uint8_t* data, std::size_t size) {
    std::optional<GeometryInput> input = stored_input(data, size);
    if (!input) {
        std::vector<std::string> lines = pieces_of(text_of(data, size), '\n');
        lines.resize(2);
        return {to_wkb(geometry::from_wkt(lines[0])), to_wkb(geometry::from_wkt(lines[1]))};
    }
    for (geometry::Wkb* wkb : {&input->one, &input->other}) {
        if ((data[0] & 1U) != 0) {
            put_on_grid(*wkb);
        }
        if ((data[0] & 2U) != 0) {
            move_to_rd(*wkb);
        }
    }
    return std::move(*input);
}

/// As a row of a source is taken in: reduced, refused beyond 100,000 km, repaired where invalid.
/// No bytes: nothing is left.
inline geometry::Wkb taken_in(const geometry::Wkb& read) {
    geometry::Wkb wkb = geometry::reduced(read);
    if (wkb.empty() || !geometry::all_within(wkb, 1e8)) {
        return {};
    }
    wkb = geometry::with_full_rings(wkb);
    const geometry::Geometry whole = geometry::from_wkb(wkb);
    if (whole.is_valid()) {
        return wkb;
    }
    wkb = geometry::reduced(to_wkb(geometry::made_valid(whole)));
    expect(wkb.empty() || geometry::from_wkb(wkb).is_valid(), "what is repaired is valid");
    return wkb;
}

}  // namespace koppelkans::fuzz
