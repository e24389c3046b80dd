#include "engine/geometry/spatial_index.h"

#include <cstdint>
#include <limits>
#include <random>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "engine/geometry/box.h"

namespace koppelkans::geometry {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double largest = std::numeric_limits<double>::max();

using Positions = std::vector<std::uint32_t>;

/// The twin: look at every box.
Positions brute(const std::vector<Box>& boxes, const Box& box) {
    Positions found;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i].empty() && !box.empty() && meet(boxes[i], box)) {
            found.push_back(static_cast<std::uint32_t>(i));
        }
    }
    return found;
}

/// Whole metres, so that borders touch often; now and then a point, a line, nothing or everything.
Box random_box(std::mt19937& random, int side) {
    const auto draw = [&random](int low, int high) {
        return std::uniform_int_distribution<int>(low, high)(random);
    };
    const double x = draw(0, side);
    const double y = draw(0, side);
    switch (draw(0, 40)) {
        case 0:
            return {};
        case 1:
            return {-infinity, -infinity, infinity, infinity};
        case 2:
            return {x, -infinity, x + 1, infinity};
        case 3:
            return {x, y, infinity, y};
        case 4:
            return {x, y, x, y};
        case 5:
            return {x, y, x + draw(0, side), y};
        case 6:
            return {nan, y, x, y};
        case 7:
            return {-largest, y, largest, y + 1};
        case 8:
            return {x + 1, y, x, y + 5};
        default:
            return {x, y, x + draw(0, side / 20 + 1), y + draw(0, side / 20 + 1)};
    }
}

std::vector<Box> random_boxes(std::mt19937& random, std::size_t n, int side) {
    std::vector<Box> boxes;
    boxes.reserve(n);
    while (boxes.size() < n) {
        boxes.push_back(random_box(random, side));
    }
    return boxes;
}

class BruteForce : public testing::TestWithParam<std::size_t> {};

TEST_P(BruteForce, finds_what_looking_at_every_box_finds) {
    const std::size_t n = GetParam();
    const int sets = n < 1000 ? 60 : 3;
    for (int seed = 0; seed < sets; ++seed) {
        std::mt19937 random(static_cast<std::uint32_t>(seed));
        const int side = seed % 2 == 0 ? 1000 : 30;
        const std::vector<Box> boxes = random_boxes(random, n, side);
        const SpatialIndex index(boxes);
        ASSERT_EQ(index.size(), n);
        for (int i = 0; i < 100; ++i) {
            const Box box = random_box(random, side);
            ASSERT_EQ(index.query(box), brute(boxes, box)) << "seed " << seed << " query " << i;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Sizes, BruteForce,
                         testing::Values(0, 1, 2, 15, 16, 17, 255, 256, 257, 4096, 4097, 10000));

TEST(SpatialIndex, identical_boxes_are_all_found_in_order) {
    const std::vector<Box> boxes(1000, Box{5, 5, 6, 6});
    Positions all(1000);
    for (std::uint32_t i = 0; i < 1000; ++i) {
        all[i] = i;
    }
    const SpatialIndex index(boxes);
    EXPECT_EQ(index.query({6, 6, 7, 7}), all);
    EXPECT_TRUE(index.query({6.5, 6, 7, 7}).empty());
}

TEST(SpatialIndex, only_empty_boxes_find_nothing) {
    const SpatialIndex index(std::vector<Box>(40));
    EXPECT_EQ(index.size(), 40u);
    EXPECT_TRUE(index.query({-infinity, -infinity, infinity, infinity}).empty());
}

TEST(SpatialIndex, empty_or_reversed_query_finds_nothing) {
    const SpatialIndex index({{0, 0, 10, 10}});
    EXPECT_TRUE(index.query({}).empty());
    EXPECT_TRUE(index.query({6, 0, 4, 10}).empty());
    EXPECT_TRUE(index.query({nan, 0, 4, 10}).empty());
}

TEST(SpatialIndex, the_vector_of_the_caller_is_emptied_first) {
    const SpatialIndex index({{0, 0, 1, 1}, {2, 2, 3, 3}});
    Positions found{7, 8, 9};
    index.query({2.5, 2.5, 2.5, 2.5}, found);
    EXPECT_EQ(found, Positions{1});
    index.query({9, 9, 9, 9}, found);
    EXPECT_TRUE(found.empty());
}

TEST(SpatialIndex, infinite_and_enormous_boxes_only) {
    const std::vector<Box> boxes{{-infinity, -infinity, infinity, infinity},
                                 {-largest, -largest, largest, largest},
                                 {-infinity, 0, -infinity, 0},
                                 {infinity, infinity, infinity, infinity},
                                 {-largest, -largest, -largest, -largest}};
    const SpatialIndex index(boxes);
    for (const Box& box : boxes) {
        EXPECT_EQ(index.query(box), brute(boxes, box));
    }
    EXPECT_EQ(index.query({0, 0, 0, 0}), (Positions{0, 1}));
}

TEST(SpatialIndex, threads_may_ask_at_once) {
    std::mt19937 random(3);
    const std::vector<Box> boxes = random_boxes(random, 5000, 1000);
    const std::vector<Box> questions = random_boxes(random, 400, 1000);
    const SpatialIndex index(boxes);
    std::vector<Positions> answers[2];
    const auto ask = [&index, &questions](std::vector<Positions>& into) {
        for (const Box& box : questions) {
            into.push_back(index.query(box));
        }
    };
    std::thread other(ask, std::ref(answers[1]));
    ask(answers[0]);
    other.join();
    EXPECT_EQ(answers[0], answers[1]);
    ASSERT_EQ(answers[0].size(), questions.size());
    EXPECT_EQ(answers[0][17], brute(boxes, questions[17]));
}

TEST(Box, borders_and_the_empty_box) {
    const Box unit{0, 0, 1, 1};
    EXPECT_TRUE(Box{}.empty());
    EXPECT_FALSE((Box{1, 1, 1, 1}).empty());
    EXPECT_FALSE(meet(Box{}, unit));
    EXPECT_FALSE(meet(Box{}, Box{}));
    EXPECT_TRUE(meet(unit, {1, 1, 2, 2}));
    EXPECT_FALSE(meet(unit, {1.001, 0, 2, 1}));
    EXPECT_EQ(united(Box{}, unit), unit);
    EXPECT_TRUE(contains(unit, {0, 0, 1, 0.5}));
    EXPECT_FALSE(contains(unit, {0, 0, 1.5, 0.5}));
    EXPECT_EQ(grown(unit, 2), (Box{-2, -2, 3, 3}));
    EXPECT_TRUE(grown(Box{}, 2).empty());
}

}  // namespace
}  // namespace koppelkans::geometry
