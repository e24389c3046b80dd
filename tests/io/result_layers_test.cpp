#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ResultLayers, only_those_asked_for_are_there_and_run_and_bronnen_always) {
    const TestFolder folder;
    const std::string path = folder.file("few.gpkg");
    Scene().write(path, {"koppelkansen"});
    EXPECT_THAT(rows_of(path, "SELECT table_name FROM gpkg_contents ORDER BY rowid"),
                ElementsAre("koppelkansen", "bronnen", "run", "layer_styles"));
    EXPECT_THAT(rows_of(path, "SELECT f_table_name FROM layer_styles"),
                ElementsAre("koppelkansen", "bronnen", "run"));
    EXPECT_THAT(
        rows_of(path, "SELECT table_name FROM gpkg_data_columns GROUP BY 1 ORDER BY min(rowid)"),
        ElementsAre("koppelkansen", "bronnen", "run"));
    EXPECT_THAT(rows_of(path,
                        "SELECT constraint_name FROM gpkg_data_column_constraints GROUP BY 1 ORDER "
                        "BY min(rowid)"),
                ElementsAre("tijd_zekerheid", "verband", "aanhaken", "type_kans"));
}

TEST(ResultLayers, none_asked_for_gives_the_account_alone) {
    const TestFolder folder;
    const std::string path = folder.file("none.gpkg");
    Scene().write(path, {});
    EXPECT_THAT(rows_of(path, "SELECT table_name FROM gpkg_contents ORDER BY rowid"),
                ElementsAre("bronnen", "run", "layer_styles"));
    EXPECT_THAT(rows_of(path, "SELECT count(*) FROM gpkg_extensions"), ElementsAre("4"));
}

TEST(ResultLayers, a_view_comes_only_with_what_it_views) {
    const TestFolder folder;
    const std::string path = folder.file("view.gpkg");
    Scene().write(path, {"koppelkansen_totaal"});
    EXPECT_THAT(rows_of(path, "SELECT name FROM sqlite_master WHERE type = 'view'"), IsEmpty());
}

TEST(ResultLayers, an_empty_layer_is_there_with_its_index_and_a_count_of_0) {
    const TestFolder folder;
    const std::string path = folder.file("empty.gpkg");
    const Scene scene;
    {
        io::ResultFile file(path, Scene::all_lagen(), scene.context());
        file.add_run(scene.run, {});
        file.finish();
    }
    EXPECT_THAT(rows_of(path, "SELECT count(*) FROM gpkg_ogr_contents WHERE feature_count = 0"),
                ElementsAre("11"));
    EXPECT_THAT(rows_of(path, "SELECT count(*) FROM rtree_koppelkansen_geom"), ElementsAre("0"));
    EXPECT_THAT(rows_of(path, "SELECT count(*) FROM koppelkansen_totaal"), ElementsAre("0"));
    EXPECT_THAT(rows_of(path, "PRAGMA integrity_check"), ElementsAre("ok"));
}

TEST(ResultLayers, another_name_is_our_own_mistake) {
    const TestFolder folder;
    const Scene scene;
    EXPECT_THROW(io::ResultFile(folder.file("x.gpkg"), {"koppelkans"}, scene.context()),
                 std::invalid_argument);
    EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(ResultLayers, another_crs_is_that_of_the_layers) {
    const TestFolder folder;
    const std::string path = folder.file("lambert.gpkg");
    const Scene scene;
    io::ResultContext context = scene.context();
    context.crs = "EPSG:31370";
    io::ResultFile file(path, {"buurten"}, context);
    scene.fill(file);
    file.finish();
    EXPECT_THAT(rows_of(path, "SELECT srs_id FROM gpkg_geometry_columns"), ElementsAre("31370"));
    EXPECT_THAT(rows_of(path, "SELECT max_x, max_y FROM gpkg_contents WHERE table_name='buurten'"),
                ElementsAre("400.0 | 100.0"));
}

}  // namespace

}  // namespace koppelkans::test
