#include "engine/analysis/zones.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace koppelkans::analysis {
namespace {

const Stop never = [] {};

TEST(Zones, TwoSoortenMakeNone) {
    EXPECT_TRUE(zones({}, {}, never).empty());
    EXPECT_TRUE(zones({{0, 1, {0, 0, 9, 9}}, {1, 2, {0, 0, 9, 9}}}, {1, 2, 1}, never).empty());
}

TEST(Zones, ThreeSoortenMeetWhereTheirSharedGroundMeets) {
    const std::vector<Zone> found =
        zones({{0, 1, {0, 0, 40, 40}}, {0, 2, {20, 0, 60, 40}}, {1, 2, {20, 20, 60, 60}}},
              {1, 2, 3}, never);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].box, (geometry::Box{19, 19, 41, 41})) << "and a metre round it";
    EXPECT_EQ(found[0].numbers, (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST(Zones, ThreePairsThatMeetNowhereTogetherMakeNone) {
    EXPECT_TRUE(zones({{0, 1, {0, 0, 10, 10}}, {0, 2, {50, 0, 60, 10}}, {1, 2, {0, 50, 10, 60}}},
                      {1, 2, 3}, never)
                    .empty());
}

TEST(Zones, TheSameThreeMayMeetInTwoPlaces) {
    // Along one street 0, 1 and 2; at the other end 0, 3 and 4.
    const std::vector<Zone> found = zones({{0, 1, {0, 0, 10, 10}},
                                           {0, 2, {0, 0, 10, 10}},
                                           {1, 2, {0, 0, 10, 10}},
                                           {0, 3, {90, 0, 99, 10}},
                                           {0, 4, {90, 0, 99, 10}},
                                           {3, 4, {90, 0, 99, 10}}},
                                          {1, 2, 3, 2, 3}, never);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].numbers, (std::vector<std::uint32_t>{0, 1, 2}));
    EXPECT_EQ(found[1].numbers, (std::vector<std::uint32_t>{0, 3, 4}));
}

/// Squares of random size and soort: whatever three of them share lies in one zone that names them,
/// and zones lie apart.
TEST(Zones, HoldEveryMeetingOfThree) {
    std::mt19937 random(3);
    int meetings = 0;
    for (int scene = 0; scene < 200; ++scene) {
        std::vector<geometry::Box> squares;
        std::vector<domain::SoortIndex> soorten;
        for (int i = 0; i < 25; ++i) {
            const double x = static_cast<double>(random() % 200);
            const double y = static_cast<double>(random() % 200);
            const double side = 5 + static_cast<double>(random() % 60);
            squares.push_back({x, y, x + side, y + side});
            soorten.push_back(static_cast<domain::SoortIndex>(random() % 4));
        }
        const auto common = [](const geometry::Box& a, const geometry::Box& b) {
            return geometry::Box{std::max(a.min_x, b.min_x), std::max(a.min_y, b.min_y),
                                 std::min(a.max_x, b.max_x), std::min(a.max_y, b.max_y)};
        };
        std::vector<Edge> edges;
        for (std::uint32_t a = 0; a < squares.size(); ++a) {
            for (std::uint32_t b = a + 1; b < squares.size(); ++b) {
                const geometry::Box shared = common(squares[a], squares[b]);
                if (soorten[a] != soorten[b] && !shared.empty()) {
                    edges.push_back({a, b, shared});
                }
            }
        }
        const std::vector<Zone> found = zones(edges, soorten, never);
        for (std::size_t i = 0; i < found.size(); ++i) {
            for (std::size_t j = i + 1; j < found.size(); ++j) {
                ASSERT_FALSE(geometry::meet(found[i].box, found[j].box)) << "scene " << scene;
            }
        }
        for (const Edge& edge : edges) {
            for (std::uint32_t c = edge.b + 1; c < squares.size(); ++c) {
                const geometry::Box three = common(edge.box, squares[c]);
                if (three.empty() || soorten[c] == soorten[edge.a] ||
                    soorten[c] == soorten[edge.b]) {
                    continue;
                }
                ++meetings;
                const auto holds = [&](const Zone& zone) {
                    return geometry::contains(zone.box, three) &&
                           std::binary_search(zone.numbers.begin(), zone.numbers.end(), c) &&
                           std::binary_search(zone.numbers.begin(), zone.numbers.end(), edge.a) &&
                           std::binary_search(zone.numbers.begin(), zone.numbers.end(), edge.b);
                };
                ASSERT_EQ(std::count_if(found.begin(), found.end(), holds), 1) << "scene " << scene;
            }
        }
    }
    EXPECT_GT(meetings, 1000);
}

}  // namespace
}  // namespace koppelkans::analysis
