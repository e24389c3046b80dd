#include <memory>
#include <random>
#include <string>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "engine/io/result_file_index.h"

namespace koppelkans::io {
namespace {

struct Close {
    void operator()(sqlite3* connection) const { sqlite3_close(connection); }
};
using Connection = std::unique_ptr<sqlite3, Close>;

class Tree {
  public:
    Tree() {
        sqlite3* opened = nullptr;
        sqlite3_open(":memory:", &opened);
        connection_.reset(opened);
        run("CREATE VIRTUAL TABLE rtree_plans_geom USING rtree(id, minx, maxx, miny, maxy)");
    }
    void run(const std::string& sql) {
        ASSERT_EQ(sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr),
                  SQLITE_OK)
            << sqlite3_errmsg(connection_.get());
    }
    bool fill(const std::vector<geometry::Box>& boxes) {
        return fill_spatial_index(connection_.get(), "plans", boxes);
    }
    std::string text(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(connection_.get(), sql.c_str(), -1, &statement, nullptr);
        std::string found;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            found += (found.empty() ? "" : " ");
            found += reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        }
        sqlite3_finalize(statement);
        return found;
    }
    /// What SQLite itself says of the tree: "ok" when it is sound.
    std::string check() { return text("SELECT rtreecheck('rtree_plans_geom')"); }
    std::string found_in(const geometry::Box& box) {
        return text("SELECT id FROM rtree_plans_geom WHERE maxx >= " + std::to_string(box.min_x) +
                    " AND minx <= " + std::to_string(box.max_x) +
                    " AND maxy >= " + std::to_string(box.min_y) +
                    " AND miny <= " + std::to_string(box.max_y) + " ORDER BY id");
    }

  private:
    Connection connection_;
};

/// Boxes of a few metres in RD, some of them empty.
std::vector<geometry::Box> random_boxes(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(0, 5000);
    std::uniform_real_distribution<double> side(0, 90);
    std::vector<geometry::Box> boxes;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = 155000 + place(random);
        const double y = 463000 + place(random);
        boxes.push_back(i % 7 == 3 ? geometry::Box{}
                                   : geometry::Box{x, y, x + side(random), y + side(random)});
    }
    return boxes;
}

class FilledTree : public testing::TestWithParam<std::size_t> {};
// A node has 51 cells: none, one node, one too many, two levels, three levels.
INSTANTIATE_TEST_SUITE_P(Sizes, FilledTree, testing::Values(0, 1, 51, 59, 60, 61, 2000, 4000));

TEST_P(FilledTree, IsSoundAndFindsWhatThereIs) {
    const std::vector<geometry::Box> boxes = random_boxes(GetParam(), 5);
    Tree tree;
    ASSERT_TRUE(tree.fill(boxes));
    EXPECT_EQ(tree.check(), "ok");
    std::size_t found_some = 0;
    for (const geometry::Box& window : random_boxes(60, 6)) {
        if (window.empty()) {
            continue;
        }
        const geometry::Box wide = geometry::grown(window, 100);
        std::string expected;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            if (!boxes[i].empty() && geometry::meet(boxes[i], wide)) {
                expected += (expected.empty() ? "" : " ") + std::to_string(i + 1);
            }
        }
        EXPECT_EQ(tree.found_in(wide), expected);
        found_some += expected.empty() ? 0 : 1;
    }
    EXPECT_TRUE(GetParam() < 1000 || found_some > 10);
}

TEST_P(FilledTree, TakesChangesAfterwards) {
    const std::vector<geometry::Box> boxes = random_boxes(GetParam(), 7);
    Tree tree;
    ASSERT_TRUE(tree.fill(boxes));
    for (int i = 0; i < 200; ++i) {
        const std::string at = std::to_string(100000 + i * 10);
        tree.run("INSERT INTO rtree_plans_geom VALUES (" + std::to_string(100000 + i) + ", " + at +
                 ", " + at + ", 1, 2)");
    }
    tree.run("DELETE FROM rtree_plans_geom WHERE id BETWEEN 10 AND 500");
    EXPECT_EQ(tree.check(), "ok");
    EXPECT_EQ(tree.found_in({100100, 0, 100115, 3}), "100010 100011");
}

TEST(FillSpatialIndex, SaysWhenThereIsNoTree) {
    Tree tree;
    tree.run("DROP TABLE rtree_plans_geom");
    EXPECT_FALSE(tree.fill({{0, 0, 1, 1}}));
}

}  // namespace
}  // namespace koppelkans::io
