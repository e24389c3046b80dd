#pragma once

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <random>
#include <string>

#include "engine/geometry/geometry.h"
#include "engine/geometry/vertices.h"

namespace koppelkans::geometry {

inline constexpr double relative = 1e-9;

/// How many random cases: tests/nightly.sh asks for more.
inline int cases() {
    const char* wanted = std::getenv("KOPPELKANS_RANDOM_CASES");  // NOLINT(concurrency-mt-unsafe)
    return wanted == nullptr ? 3000 : static_cast<int>(std::strtol(wanted, nullptr, 10));
}

class RandomTown {
  public:
    explicit RandomTown(unsigned seed) : random_(seed) {}
    double between(double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random_);
    }
    int pick(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

    /// A line of 2 to 12 points that wanders through a square of some 200 m in RD.
    Vertices line() {
        const int points = 2 + pick(11);
        Vertices made{{155000 + between(0, 200), 463000 + between(0, 200)}};
        double heading = between(0, 6.3);
        for (int i = 1; i < points; ++i) {
            heading += between(-0.8, 0.8);
            const double step = between(5, 60);
            made.push_back({made.back().x + step * std::cos(heading),
                            made.back().y + step * std::sin(heading)});
        }
        return made;
    }
    /// A line that bends gently, as a street does.
    Vertices street() {
        const int points = 2 + pick(11);
        const double step = between(8, 60);
        const double bend = between(-0.25, 0.25);
        double heading = between(0, 6.3);
        Vertices made{{155000 + between(0, 200), 463000 + between(0, 200)}};
        for (int i = 1; i < points; ++i) {
            heading += bend + between(-0.05, 0.05);
            made.push_back({made.back().x + step * std::cos(heading),
                            made.back().y + step * std::sin(heading)});
        }
        return made;
    }
    /// A star, which is simple whatever its corners.
    Vertices star() {
        const int corners = 3 + pick(20);
        const Vertex middle{155000 + between(0, 200), 463000 + between(0, 200)};
        Vertices made;
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * std::acos(-1.0) * i / corners;
            const double reach = between(10, 120);
            made.push_back(
                {middle.x + reach * std::cos(angle), middle.y + reach * std::sin(angle)});
        }
        return made;
    }
    /// A star, or the werkgebied of a line; empty where that has a hole.
    std::optional<Vertices> ring() {
        if (pick(3) == 0) {
            return star();
        }
        return only_ring(to_wkb(buffered(from_wkb(wkb_of_line(line())), between(0.5, 8))));
    }
    static Wkb wkb_of_line(const Vertices& line) {
        std::string text = "LINESTRING (";
        for (const Vertex& vertex : line) {
            text += (text.back() == '(' ? "" : ",") + number(vertex.x) + " " + number(vertex.y);
        }
        return to_wkb(from_wkt(text + ")"));
    }

  private:
    static std::string number(double value) {
        char buffer[40];
        return {buffer,
                static_cast<std::size_t>(std::snprintf(buffer, sizeof buffer, "%.17g", value))};
    }
    std::mt19937 random_;
};

}  // namespace koppelkans::geometry
