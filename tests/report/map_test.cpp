#include "engine/report/map.h"

#include <cmath>
#include <random>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"

namespace koppelkans::test {

namespace {

using report::Map;
using report::MapInput;
using report::MapLabel;
using report::MapShapeKind;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

geometry::Wkb square(double x, double y, double side) {
    return geometry::to_wkb(geometry::from_wkt(fmt::format(
        "POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))", x, y, x + side, y + side)));
}

const geometry::Box town{1000, 2000, 1400, 2400};

MapInput input(MapShapeKind kind, const geometry::Wkb& geometry, const std::string& label = "") {
    return {kind, "groep", label, geometry};
}

TEST(Maps, show_the_whole_view_north_up) {
    const Map map = report::map_of(town, {input(MapShapeKind::outline, square(1000, 2000, 400))});
    ASSERT_EQ(map.shapes.size(), 1U);
    // The view is square: it stands in the middle of a paper that is wider than it is high.
    EXPECT_DOUBLE_EQ(map.width, 680);
    EXPECT_DOUBLE_EQ(map.height, 460);
    const double scale = map.height / (400 * 1.12);
    const double left = 340 - 200 * scale;
    const double bottom = 230 + 200 * scale;
    EXPECT_THAT(map.shapes[0].path, StartsWith(fmt::format("M{:.1f} {:.1f}", left, bottom)))
        << "south-west is down left";
}

TEST(Maps, draw_in_the_order_of_kinds) {
    const geometry::Wkb ground = square(1100, 2100, 50);
    const Map map = report::map_of(
        town, {input(MapShapeKind::koppelkans, ground), input(MapShapeKind::outline, ground),
               input(MapShapeKind::werkgebied, ground), input(MapShapeKind::neighbour, ground)});
    std::vector<MapShapeKind> kinds;
    for (const report::MapShape& shape : map.shapes) {
        kinds.push_back(shape.kind);
    }
    EXPECT_THAT(kinds, ElementsAre(MapShapeKind::neighbour, MapShapeKind::werkgebied,
                                   MapShapeKind::outline, MapShapeKind::koppelkans));
}

TEST(Maps, put_what_is_given_first_on_top_of_its_kind) {
    const Map map =
        report::map_of(town, {{MapShapeKind::koppelkans, "best", "", square(1100, 2100, 50)},
                              {MapShapeKind::koppelkans, "next", "", square(1100, 2100, 50)}});
    ASSERT_EQ(map.shapes.size(), 2U);
    EXPECT_EQ(map.shapes[0].group, "next");
    EXPECT_EQ(map.shapes[1].group, "best") << "drawn last";
}

TEST(Maps, leave_out_what_lies_outside_and_what_is_nowhere) {
    const Map map = report::map_of(town, {input(MapShapeKind::neighbour, square(9000, 9000, 10)),
                                          input(MapShapeKind::koppelkans, {})});
    EXPECT_THAT(map.shapes, IsEmpty());
}

TEST(Maps, draw_points_that_nobody_can_tell_apart_as_one) {
    std::string ring;
    for (int i = 0; i <= 10000; ++i) {
        const double angle = 2 * M_PI * (i % 10000) / 10000;
        ring += fmt::format("{}{} {}", i == 0 ? "" : ", ", 1200 + 150 * std::cos(angle),
                            2200 + 150 * std::sin(angle));
    }
    const geometry::Wkb round = geometry::to_wkb(geometry::from_wkt("POLYGON ((" + ring + "))"));
    const Map map = report::map_of(town, {input(MapShapeKind::werkgebied, round)});
    const auto points = std::count(map.shapes[0].path.begin(), map.shapes[0].path.end(), 'L');
    EXPECT_GT(points, 500);
    EXPECT_LT(points, 4100);
}

TEST(Maps, have_a_scale_bar_that_people_can_use) {
    for (const double size : {30.0, 400.0, 1234.0, 50000.0}) {
        const Map map = report::map_of({0, 0, size, size / 2}, {});
        const double digits =
            map.scale_bar.metres / std::pow(10, std::floor(std::log10(map.scale_bar.metres)));
        EXPECT_THAT(std::lround(digits), testing::AnyOf(1, 2, 5)) << size;
        EXPECT_GT(map.scale_bar.length, 680.0 / 4 / 2.6) << size;
        EXPECT_LE(map.scale_bar.length, 680.0 / 4) << size;
    }
}

bool collide(const MapLabel& a, const MapLabel& b) {
    const double reach = 6.2 * static_cast<double>(a.text.size() + b.text.size()) / 2;
    return std::abs(a.x - b.x) < reach && std::abs(a.y - b.y) < 11;
}

TEST(Maps, place_labels_so_that_none_lies_over_another) {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> at(0, 380);
    std::vector<MapInput> inputs;
    for (int i = 0; i < 60; ++i) {
        inputs.push_back(input(MapShapeKind::koppelkans,
                               square(1000 + at(random), 2000 + at(random), 20),
                               std::to_string(i)));
    }
    const Map map = report::map_of(town, inputs);
    EXPECT_EQ(map.labels.size() + map.labels_left_out, 60U);
    EXPECT_GT(map.labels.size(), 50U);
    for (std::size_t i = 0; i < map.labels.size(); ++i) {
        EXPECT_TRUE(map.labels[i].x > 0 && map.labels[i].x < map.width);
        EXPECT_TRUE(map.labels[i].y > 0 && map.labels[i].y < map.height);
        for (std::size_t j = 0; j < i; ++j) {
            EXPECT_FALSE(collide(map.labels[i], map.labels[j]))
                << map.labels[i].text << " and " << map.labels[j].text;
        }
    }
}

TEST(Maps, lead_from_a_label_that_was_moved_to_its_place) {
    const geometry::Wkb ground = square(1200, 2200, 20);
    const Map map = report::map_of(town, {input(MapShapeKind::koppelkans, ground, "1"),
                                          input(MapShapeKind::koppelkans, ground, "2")});
    ASSERT_EQ(map.labels.size(), 2U);
    EXPECT_FALSE(map.labels[0].is_moved);
    EXPECT_TRUE(map.labels[1].is_moved);
    EXPECT_DOUBLE_EQ(map.labels[1].from_x, map.labels[0].x);
    EXPECT_NE(map.labels[1].x, map.labels[0].x);
}

TEST(Maps, name_a_neighbour_on_the_part_that_is_shown) {
    // Its middle lies two kilometres to the east.
    const Map map =
        report::map_of(town, {input(MapShapeKind::neighbour, square(1390, 2000, 4000), "Oost"),
                              input(MapShapeKind::neighbour, square(9000, 9000, 10), "Ver")});
    ASSERT_EQ(map.labels.size(), 1U);
    EXPECT_EQ(map.labels[0].text, "Oost");
    EXPECT_EQ(map.labels_left_out, 0U) << "what is not shown has no label to leave out";
}

TEST(Maps, do_not_move_the_name_of_a_neighbour_to_another) {
    const Map map =
        report::map_of(town, {input(MapShapeKind::neighbour, square(1200, 2200, 20), "Oost"),
                              input(MapShapeKind::neighbour, square(1200, 2205, 20), "West")});
    ASSERT_EQ(map.labels.size(), 1U);
    EXPECT_EQ(map.labels[0].text, "Oost");
    EXPECT_EQ(map.labels_left_out, 0U);
}

TEST(Maps, keep_labels_off_the_north_arrow_and_the_scale_bar) {
    std::vector<MapInput> inputs;
    for (int i = 0; i < 20; ++i) {
        for (int j = 0; j < 20; ++j) {
            inputs.push_back(
                input(MapShapeKind::koppelkans, square(1000 + 20 * i, 2000 + 20 * j, 2), "x"));
        }
    }
    const Map map = report::map_of({1000, 2000, 1640, 2400}, inputs);
    ASSERT_GT(map.labels.size(), 100U);
    for (const MapLabel& label : map.labels) {
        EXPECT_FALSE(label.x > map.width - 34 && label.y < 48) << label.x << " " << label.y;
        EXPECT_FALSE(label.x < map.scale_bar.length + 30 && label.y > map.height - 44)
            << label.x << " " << label.y;
    }
}

TEST(Maps, count_labels_without_room) {
    const std::vector<MapInput> inputs(
        100, input(MapShapeKind::koppelkans, square(1200, 2200, 20), "een lang opschrift"));
    const Map map = report::map_of(town, inputs);
    EXPECT_EQ(map.labels.size() + map.labels_left_out, 100U);
    EXPECT_GT(map.labels_left_out, 70U);
}

TEST(Maps, of_a_dot_and_of_a_strip_are_maps) {
    for (const geometry::Box& view : {geometry::Box{5, 5, 5, 5}, geometry::Box{0, 0, 10000, 1},
                                      geometry::Box{0, 0, 1, 10000}}) {
        const Map map = report::map_of(view, {});
        EXPECT_GE(map.height, 260);
        EXPECT_LE(map.height, 460);
        EXPECT_TRUE(std::isfinite(map.scale_bar.length));
    }
}

}  // namespace

}  // namespace koppelkans::test
