// Random geometries: the functions over bytes against a counted tree and against GEOS.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"
#include "engine/geometry/wkb.h"
#include "tests/geometry/random_shape.h"

namespace koppelkans::geometry::test {
namespace {

constexpr int rounds = 3000;

Wkb wkb_of(const Shape& shape) {
    return to_wkb(from_wkt(shape.wkt()));
}

/// What `reduced` must give, by the tree.
Shape reduced_twin(const Shape& shape) {
    std::vector<Shape> kept;
    for (const Shape& single : shape.held_singles()) {
        if (static_cast<int>(single.kind) == static_cast<int>(shape.dimension())) {
            kept.push_back(single);
        }
    }
    const bool collection = shape.kind == Shape::Kind::collection;
    if (kept.size() == 1 && (collection || shape.is_single())) {
        return kept.front();
    }
    Shape multi{static_cast<Shape::Kind>(static_cast<int>(shape.dimension()) + 3), {}, {}};
    multi.parts = kept;
    return multi;
}

TEST(WkbRandom, measures_equal_those_of_the_tree_and_of_geos) {
    std::mt19937 random(20261121);
    for (int i = 0; i < rounds; ++i) {
        const Shape shape = random_shape(random);
        SCOPED_TRACE(shape.wkt());
        const Wkb wkb = wkb_of(shape);
        ASSERT_EQ(checked(wkb.bytes), wkb);
        ASSERT_EQ(count_points(wkb), shape.points());
        ASSERT_EQ(dimension(wkb), shape.dimension());
        ASSERT_EQ(bounds(wkb), shape.bounds());
        ASSERT_EQ(bounds(wkb), bounds(from_wkt(shape.wkt())));
        ASSERT_TRUE(all_within(wkb, 1060));
    }
}

TEST(WkbRandom, text_is_the_text_that_geos_read) {
    std::mt19937 random(7);
    for (int i = 0; i < rounds; ++i) {
        const Shape shape = random_shape(random);
        ASSERT_EQ(to_wkt(from_wkt(shape.wkt())), shape.wkt());
    }
}

TEST(WkbRandom, reduced_keeps_the_highest_dimension) {
    std::mt19937 random(11);
    for (int i = 0; i < rounds; ++i) {
        const Shape shape = random_shape(random);
        SCOPED_TRACE(shape.wkt());
        const Wkb small = reduced(wkb_of(shape));
        ASSERT_EQ(small.empty(), shape.points() == 0);
        if (!small.empty()) {
            ASSERT_EQ(to_wkt(small), reduced_twin(shape).wkt());
            ASSERT_EQ(reduced(small), small);
        }
    }
}

TEST(WkbRandom, moved_there_and_back_is_the_same) {
    std::mt19937 random(13);
    for (int i = 0; i < rounds; ++i) {
        const Shape shape = random_shape(random);
        const Wkb before = wkb_of(shape);
        Wkb moved = before;
        std::size_t passed = 0;
        const auto move_by = [&passed](double by) {
            return [&passed, by](double* xy, std::size_t n) {
                passed += n;
                std::for_each(xy, xy + 2 * n, [by](double& value) { value += by; });
            };
        };
        change_points(moved, move_by(5000));
        ASSERT_EQ(passed, shape.points());
        if (!before.empty()) {
            ASSERT_EQ(bounds(moved).min_x, shape.bounds().min_x + 5000);
            ASSERT_EQ(bounds(moved).max_y, shape.bounds().max_y + 5000);
        }
        change_points(moved, move_by(-5000));
        ASSERT_EQ(moved, before) << shape.wkt();
    }
}

TEST(WkbRandom, collected_holds_all_parts_in_order) {
    std::mt19937 random(17);
    for (int i = 0; i < rounds; ++i) {
        const Shape whole = random_shape(random);
        std::vector<Wkb> singles;
        Shape multi{static_cast<Shape::Kind>(static_cast<int>(whole.dimension()) + 3), {}, {}};
        for (const Shape& single : whole.held_singles()) {
            if (static_cast<int>(single.kind) == static_cast<int>(whole.dimension())) {
                singles.push_back(wkb_of(single));
                multi.parts.push_back(single);
            }
        }
        const Wkb together = collected(singles.data(), singles.size());
        ASSERT_EQ(together.empty(), singles.empty());
        if (!together.empty()) {
            ASSERT_EQ(to_wkt(together), multi.wkt());
            ASSERT_EQ(collected(&together, 1), together);
        }
    }
}

TEST(WkbRandom, every_cut_is_refused_and_no_change_of_a_byte_is_read_past) {
    std::mt19937 random(19);
    int refused = 0;
    for (int i = 0; i < 300; ++i) {
        const std::string bytes = wkb_of(random_shape(random)).bytes;
        for (std::size_t length = 1; length < bytes.size(); ++length) {
            ASSERT_THROW(checked(bytes.substr(0, length)), GeometryError);
        }
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            std::string changed = bytes;
            changed[at] = static_cast<char>(random());
            try {
                const Wkb wkb = checked(changed);
                EXPECT_LE(count_points(wkb) * 16, changed.size());
                EXPECT_FALSE(to_wkt(wkb).empty());
            } catch (const GeometryError&) {
                ++refused;
            }
        }
    }
    EXPECT_GT(refused, 1000);
}

}  // namespace
}  // namespace koppelkans::geometry::test
