#include "engine/io/shapefile_check.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <cpl_vsi.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::HasSubstr;

namespace fs = std::filesystem;

/// Shapefiles whose parts come from deliveries of different length.
class ShapefileCheckTest : public SourceTest {
  protected:
    void write_points(const std::string& name, int count) {
        LayerSpec layer;
        layer.geometry = "POINT";
        layer.columns = {"id"};
        for (int i = 0; i < count; ++i) {
            layer.rows.push_back({std::to_string(i), "POINT (155000 463000)"});
        }
        write_dataset("ESRI Shapefile", path(name), {layer});
    }
    /// The file `to` gets the part with this ending of `from`.
    void exchange(const char* from, const char* to, const char* ending) const {
        fs::copy_file(path(std::string(from) + ending), path(std::string(to) + ending),
                      fs::copy_options::overwrite_existing);
    }
    std::string refusal(const std::string& name) {
        return input_error([&] { Source(riool(path(name)), run_, rd_); });
    }
    std::size_t rows(const std::string& name) {
        Source source(riool(path(name)), run_, rd_);
        return all_rows(source).size();
    }
};

TEST_F(ShapefileCheckTest, RowsAndShapesThatDifferInNumberAreRefusedEitherWay) {
    write_points("kort.shp", 24);
    write_points("lang.shp", 34);
    exchange("kort", "lang", ".dbf");
    EXPECT_EQ(refusal("lang.shp"),
              path("lang.shp") +
                  ": its .shx counts 34 shapes and its .dbf 24 rows, so rows would be lost or get "
                  "the shape of another; these files do not belong together, so ask for all of "
                  "them again");
    write_points("lang.shp", 34);
    exchange("lang", "kort", ".dbf");
    EXPECT_THAT(refusal("kort.shp"), HasSubstr("counts 24 shapes and its .dbf 34 rows"));
    write_points("kort.shp", 24);
    exchange("kort", "lang", ".shx");
    EXPECT_THAT(refusal("lang.shp"), HasSubstr("counts 24 shapes and its .dbf 34 rows"));
}

TEST_F(ShapefileCheckTest, ShapesBehindTheIndexAreRefused) {
    write_points("kort.shp", 24);
    write_points("lang.shp", 34);
    exchange("kort", "lang", ".dbf");
    exchange("kort", "lang", ".shx");
    EXPECT_THAT(refusal("lang.shp"),
                HasSubstr("its .shp holds a shape 25 and its .shx counts 24 shapes, so rows would "
                          "be lost"));
}

TEST_F(ShapefileCheckTest, GroundThatNoShapeUsesIsLetThrough) {
    write_points("plan.shp", 3);
    // The last shape made empty in place, as editing does: what it was stands behind the index.
    std::fstream shx(path("plan.shx"), std::ios::in | std::ios::out | std::ios::binary);
    shx.seekp(100 + 2 * 8 + 4);
    shx.write("\0\0\0\2", 4);
    shx.close();
    EXPECT_EQ(rows("plan.shp"), 3U);
}

TEST_F(ShapefileCheckTest, AShapefileWithoutItsTableIsRefused) {
    write_points("plan.shp", 3);
    fs::remove(path("plan.dbf"));
    EXPECT_EQ(refusal("plan.shp"),
              path("plan.shp") +
                  ": the .dbf beside this .shp is missing; a shapefile is at least .shp, .shx and "
                  ".dbf, so ask for all of its files");
}

TEST_F(ShapefileCheckTest, EndingsInCapitalsAndATableAloneAreTaken) {
    write_points("plan.shp", 3);
    for (const char* ending : {"shp", "shx", "dbf", "prj"}) {
        std::string capitals(ending);
        std::transform(capitals.begin(), capitals.end(), capitals.begin(), ::toupper);
        fs::rename(path(std::string("plan.") + ending), path("plan." + capitals));
    }
    EXPECT_EQ(rows("plan.SHP"), 3U);
    fs::remove(path("plan.SHP"));
    EXPECT_EQ(rows("plan.DBF"), 3U);
}

TEST_F(ShapefileCheckTest, InAnArchiveItIsHeldAgainstTheSame) {
    write_points("kort.shp", 2);
    write_points("lang.shp", 3);
    const std::string zip = "/vsizip/" + path("plan.zip");
    for (const char* part : {"lang.shp", "lang.shx", "kort.dbf", "lang.prj"}) {
        std::ifstream file(path(part), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(file)), {});
        VSILFILE* out =
            VSIFOpenL((zip + "/plan" + fs::path(part).extension().string()).c_str(), "wb");
        ASSERT_NE(out, nullptr);
        VSIFWriteL(bytes.data(), 1, bytes.size(), out);
        VSIFCloseL(out);
    }
    EXPECT_THAT(input_error([&] { Source(riool(zip + "/plan.shp"), run_, rd_); }),
                HasSubstr("its .shx counts 3 shapes and its .dbf 2 rows"));
}

}  // namespace
}  // namespace koppelkans::io
