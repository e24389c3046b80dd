// Each thread has its own context: the same work on two threads gives the bytes of one.
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"
#include "engine/geometry/projection.h"

namespace koppelkans::geometry {
namespace {

std::vector<Wkb> random_lines(std::size_t n) {
    std::mt19937 random(42);
    std::uniform_int_distribution<int> step(-400, 400);
    std::vector<Wkb> lines;
    while (lines.size() < n) {
        std::string wkt = "LINESTRING (155000 463000";
        for (int i = 0; i < 6; ++i) {
            wkt += ", " + std::to_string(155000 + step(random)) + "." +
                   std::to_string(step(random) + 400) + " " + std::to_string(463000 + step(random));
        }
        lines.push_back(to_wkb(from_wkt(wkt + ")")));
    }
    return lines;
}

/// Buffers, overlaps with the next one, unites, measures; and fails now and then.
std::vector<std::string> worked(const std::vector<Wkb>& lines) {
    std::vector<std::string> results;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Geometry a = buffered(from_wkb(lines[i]), 7.5);
        const Geometry b = buffered(from_wkb(lines[(i + 1) % lines.size()]), 3);
        const Prepared prepared(a.clone());
        results.push_back(to_wkb(only_areas(intersection(a, b))).bytes);
        results.push_back(to_wkb(difference(a, b)).bytes);
        std::vector<Geometry> both;
        both.push_back(a.clone());
        both.push_back(b.clone());
        results.push_back(to_wkb(united(std::move(both))).bytes);
        results.push_back(std::to_string(prepared.distance_m(b)) +
                          (prepared.intersects(b) ? "yes" : "no"));
        try {
            from_wkt("fault " + std::to_string(i));
        } catch (const GeometryError& error) {
            results.emplace_back(error.what());
        }
    }
    return results;
}

TEST(Threads, overlay_gives_the_same_bytes_on_two_threads_as_on_one) {
    const std::vector<Wkb> lines = random_lines(150);
    const std::vector<std::string> alone = worked(lines);
    std::vector<std::string> first;
    std::vector<std::string> second;
    std::thread one([&first, &lines] { first = worked(lines); });
    std::thread two([&second, &lines] { second = worked(lines); });
    one.join();
    two.join();
    EXPECT_EQ(first, alone);
    EXPECT_EQ(second, alone);
    EXPECT_EQ(alone.size(), 5 * lines.size());
}

TEST(Threads, errors_stay_with_their_thread) {
    std::string other_words;
    std::thread other([&other_words] {
        try {
            from_wkt("POLYGON ((0 0, 1 0, 1 1, 0 1))");
        } catch (const GeometryError& error) {
            other_words = error.what();
        }
    });
    other.join();
    EXPECT_NE(other_words.find("closed"), std::string::npos);
    try {
        const Geometry none(nullptr);
        FAIL() << "null must throw, not " << none.get();
    } catch (const GeometryError& error) {
        EXPECT_STREQ(error.what(), "GEOS cannot make a geometry: no reason given");
    }
}

TEST(Threads, clones_of_a_transformation_give_the_same_bytes) {
    const Transformation to_degrees(Crs("EPSG:28992"), Crs("EPSG:4258"));
    const std::vector<Wkb> lines = random_lines(200);
    const auto moved = [&lines](const Transformation& transformation) {
        std::vector<Wkb> results = lines;
        for (Wkb& line : results) {
            EXPECT_TRUE(transformation.apply(line));
        }
        return results;
    };
    std::vector<Wkb> first;
    std::vector<Wkb> second;
    // Both threads clone one object at once.
    std::thread one([&] { first = moved(to_degrees.clone()); });
    std::thread two([&] { second = moved(to_degrees.clone()); });
    one.join();
    two.join();
    EXPECT_EQ(first, second);
    EXPECT_EQ(first, moved(to_degrees));
    EXPECT_NE(first, lines);
}

}  // namespace
}  // namespace koppelkans::geometry
