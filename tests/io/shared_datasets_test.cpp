#include "engine/io/shared_datasets.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::ElementsAre;

class SharedDatasetsTest : public SourceTest {
  protected:
    /// A KML of folders, each with two places.
    std::string kml(int folders) const {
        std::string text = R"(<kml xmlns="http://www.opengis.net/kml/2.2"><Document>)";
        for (int i = 0; i < folders; ++i) {
            text += fmt::format("<Folder><name>map {}</name>", i);
            for (const char* name : {"a", "b"}) {
                text += fmt::format(
                    "<Placemark><name>{}{}</name><Point><coordinates>5.4,51.9</coordinates>"
                    "</Point></Placemark>",
                    name, i);
            }
            text += "</Folder>";
        }
        return write("plan.kml", text + "</Document></kml>");
    }
    /// The same in the layers of a format that GDAL writes.
    std::string written(const char* driver, const std::string& name, int layers) {
        std::vector<LayerSpec> all;
        for (int i = 0; i < layers; ++i) {
            LayerSpec layer;
            layer.name = fmt::format("map {}", i);
            layer.columns = {"Name", "x", "y"};
            for (const char* id : {"a", "b"}) {
                layer.rows.push_back({id + std::to_string(i), "155000", "463000", ""});
            }
            all.push_back(layer);
        }
        write_dataset(driver, path(name), all);
        return path(name);
    }
    static BronConfiguration layer_of(const std::string& file, int layer) {
        BronConfiguration bron = riool(file);
        bron.laag = fmt::format("map {}", layer);
        bron.velden[domain::Veld::id] = "Name";
        bron.crs = "EPSG:28992";
        return bron;
    }
    static std::vector<std::string> ids(Source& source) {
        std::vector<std::string> texts;
        for (const domain::InputRow& row : all_rows(source)) {
            texts.push_back(row.text(domain::Veld::id));
        }
        return texts;
    }
};

TEST_F(SharedDatasetsTest, AFileThatIsReadWholeIsOpenedOnceForAllOfItsLayers) {
    for (const std::string& file :
         {kml(3), written("XLSX", "plan.xlsx", 3), written("ODS", "plan.ods", 3)}) {
        std::vector<Source> sources;
        {
            SharedDatasets datasets;
            for (const int layer : {0, 1, 2}) {
                sources.emplace_back(layer_of(file, layer), run_, rd_, &datasets);
            }
            EXPECT_EQ(&*datasets.open(file, {}, Network::refused),
                      &*datasets.open(file, {}, Network::refused))
                << file;
        }
        EXPECT_THAT(ids(sources[0]), ElementsAre("a0", "b0")) << file;
        EXPECT_THAT(ids(sources[1]), ElementsAre("a1", "b1")) << file;
        EXPECT_THAT(ids(sources[2]), ElementsAre("a2", "b2")) << file;
    }
}

TEST_F(SharedDatasetsTest, SourcesOfOneLayerEachReadItFromItsBegin) {
    for (const std::string& file : {kml(2), written("XLSX", "plan.xlsx", 2)}) {
        SharedDatasets datasets;
        BronConfiguration filtered = layer_of(file, 1);
        filtered.filter = "Name = 'b1'";
        Source one(layer_of(file, 1), run_, rd_, &datasets);
        Source other(filtered, run_, rd_, &datasets);
        Source third(layer_of(file, 1), run_, rd_, &datasets);
        EXPECT_THAT(ids(one), ElementsAre("a1", "b1")) << file;
        EXPECT_THAT(ids(other), ElementsAre("b1")) << file;
        EXPECT_THAT(ids(third), ElementsAre("a1", "b1")) << file;
    }
}

TEST_F(SharedDatasetsTest, LayersOfAGmlAreReadOneAfterTheOther) {
    std::string text = R"(<x:FC xmlns:x="http://x" xmlns:gml="http://www.opengis.net/gml">)";
    for (int i = 0; i < 6; ++i) {
        text += fmt::format(
            "<gml:featureMember><x:plan{0}><x:id>{1}</x:id><x:geom><gml:Point "
            "srsName=\"EPSG:28992\"><gml:pos>155000 463000</gml:pos></gml:Point></x:geom>"
            "</x:plan{0}></gml:featureMember>",
            i % 2, i);
    }
    BronConfiguration bron = riool(write("plan.gml", text + "</x:FC>"));
    SharedDatasets datasets;
    bron.laag = "plan0";
    Source even(bron, run_, rd_, &datasets);
    Source even_again(bron, run_, rd_, &datasets);
    bron.laag = "plan1";
    Source odd(bron, run_, rd_, &datasets);
    EXPECT_THAT(ids(even), ElementsAre("0", "2", "4"));
    EXPECT_THAT(ids(even_again), ElementsAre("0", "2", "4"));
    EXPECT_THAT(ids(odd), ElementsAre("1", "3", "5"));
}

TEST_F(SharedDatasetsTest, OtherFormatsAreOpenedForEachSource) {
    const std::string file = written("GPKG", "plan.gpkg", 2);
    SharedDatasets datasets;
    const GdalDataset one = datasets.open(file, {}, Network::refused);
    const GdalDataset other = datasets.open(file, {}, Network::refused);
    EXPECT_NE(&*one, &*other);
}

/// Columns of numbers are read as text (own_text.h), but a filter of each source compares numbers.
TEST_F(SharedDatasetsTest, TwoSourcesOfOneLayerSeeTheSameColumns) {
    LayerSpec layer;
    layer.name = "map 0";
    layer.geometry = "POINT";
    layer.columns = {"Name:int", "naam"};
    layer.rows = {{"77", "een", "POINT (155000 463000)"}, {"8", "twee", "POINT (155000 463000)"}};
    write_dataset("GML", path("p.gml"), {layer});
    SharedDatasets datasets;
    std::vector<Source> sources;
    for (const char* filter : {"Name > 8", "Name < 77"}) {
        BronConfiguration bron = layer_of(path("p.gml"), 0);
        bron.laag.clear();
        bron.filter = filter;
        sources.emplace_back(bron, run_, rd_, &datasets);
    }
    EXPECT_THAT(ids(sources[0]), ElementsAre("77"));
    EXPECT_THAT(ids(sources[1]), ElementsAre("8"));
}

}  // namespace
}  // namespace koppelkans::io
