#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/io/buurten_source.h"
#include "engine/io/inspect.h"
#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using domain::InputRow;
using domain::Veld;
using ::testing::HasSubstr;

/// Open data of others, beside the repository; skipped where it is not there.
class RealDataTest : public SourceTest {
  protected:
    void SetUp() override {
        SourceTest::SetUp();
        if (shared_data().empty()) {
            GTEST_SKIP() << "no open data in " << KOPPELKANS_SHARED_DATA;
        }
    }
    static std::string shared(const std::string& name) { return shared_data() + "/" + name; }
};

TEST_F(RealDataTest, TheWorksOfSchaerbeek) {
    BronConfiguration configuration = riool(shared("schaerbeek/schaerbeek_plannen.gpkg"));
    configuration.laag = "projecten_2026_04_alle";
    configuration.velden = {{Veld::id, "id_chantier"},
                            {Veld::start, "DateDebut"},
                            {Veld::eind, "DateFin"},
                            {Veld::trekker, "NomImpetrant"}};
    Source source(configuration, run_, rd_);
    EXPECT_EQ(source.crs(), "EPSG:31370");
    EXPECT_EQ(source.row_count(), 397);
    EXPECT_DOUBLE_EQ(source.nauwkeurigheid_m().value(), 0.45);
    const std::vector<InputRow> rows = all_rows(source);
    EXPECT_EQ(rows.size(), 397U);
    for (const InputRow& row : rows) {
        EXPECT_FALSE(row.geometry.empty()) << row.fid;
        EXPECT_EQ(row.geometry_fault, "");
    }
}

TEST_F(RealDataTest, TheNeighbourhoodsOfSchaerbeek) {
    run_.buurten.bron = shared("schaerbeek/schaerbeek_plannen.gpkg");
    run_.buurten.laag = "quartiers";
    const ReadBuurten found = read_buurten(run_, rd_);
    EXPECT_EQ(found.buurten.size(), 14U);
    EXPECT_THAT(found.warnings, ::testing::IsEmpty());
}

TEST_F(RealDataTest, TheBuurtenOfLeidenAndTheDoubleOnes) {
    run_.buurten.bron = shared("buurten/gemeente_leiden_buurten_cbs2016.gpkg");
    const ReadBuurten leiden = read_buurten(run_, rd_);
    EXPECT_EQ(leiden.buurten.size(), 54U);
    EXPECT_EQ(leiden.buurten.jaar(), 2016);
    EXPECT_THAT(leiden.buurten[0].gemeentecode, HasSubstr("GM"));

    run_.buurten.bron = shared("buurten/nl_buurten_cbs2016_dubbele_codes.gpkg");
    const ReadBuurten doubles = read_buurten(run_, rd_);
    EXPECT_EQ(doubles.buurten.size(), 76U);
    EXPECT_EQ(doubles.warnings.size(), 76U);
}

TEST_F(RealDataTest, TheBuurtenOfTheNetherlands) {
    run_.buurten.bron = shared("buurten/nl_buurten_cbs2016_heel_nl_simpl2m.gpkg");
    const ReadBuurten all = read_buurten(run_, rd_);
    EXPECT_GT(all.buurten.size(), 12000U);
    EXPECT_LE(all.buurten.size(), 12668U);
}

TEST_F(RealDataTest, CurvesOfTheBgtBecomeLines) {
    BronConfiguration configuration = riool(shared("otterlo_bgt/nl_otterlo_bgt_curve.gpkg"));
    configuration.laag = "bgt_wegdeel";
    configuration.filter = "terminationDate IS NULL";
    configuration.velden = {{Veld::id, "lokaalID"}};
    Source source(configuration, run_, rd_);
    const std::vector<InputRow> rows = all_rows(source);
    EXPECT_GT(rows.size(), 500U);
    for (const InputRow& row : rows) {
        EXPECT_EQ(geometry::dimension(row.geometry), geometry::Dimension::area) << row.fid;
    }
}

TEST_F(RealDataTest, TheSewersOfAlmereHaveTwoRowsWithoutGeometry) {
    BronConfiguration configuration = riool(shared("almere_riool/nl_almere_riool_sufrib.gpkg"));
    configuration.soort.reset();
    configuration.laag = "riool_leidingen";
    configuration.velden = {{Veld::id, "streng_id"}};
    Source source(configuration, run_, rd_);
    EXPECT_THAT(source.soort_explained(), HasSubstr("rioolvervanging, by the name of the layer"));
    std::size_t empty = 0;
    std::size_t rows = 0;
    for (const InputRow& row : all_rows(source)) {
        ++rows;
        empty += row.geometry.empty() ? 1 : 0;
    }
    EXPECT_EQ(rows, 982U);
    EXPECT_EQ(empty, 2U);
}

TEST_F(RealDataTest, BrokenAndHostileFilesEndInRowsOrInASentence) {
    run_.crs_of_nameless = "EPSG:28992";
    std::size_t files = 0;
    std::size_t rows = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(shared("nasty"))) {
        if (!entry.is_regular_file()) {
            continue;
        }
        ++files;
        const std::string file = entry.path().string();
        try {
            for (const InspectedLayer& layer : inspect(file, run_).layers) {
                BronConfiguration configuration = riool(file);
                configuration.laag = layer.layer;
                configuration.ballpark = Ballpark::allowed;
                Source source(configuration, run_, rd_);
                rows += all_rows(source).size();
            }
        } catch (const domain::InputError& error) {
            EXPECT_THAT(error.what(), HasSubstr(entry.path().filename().string()));
        }
    }
    EXPECT_GT(files, 50U);
    EXPECT_GT(rows, 100U);
}

TEST_F(RealDataTest, ABrokenFileCanBeBuurtenNeither) {
    for (const char* name : {"nasty/geojson/be_quartiers_gat_gelijk_aan_schil.geojson",
                             "nasty/geojson/ms_mixed_feature.json", "nasty/fgb/empty.fgb"}) {
        run_.buurten.bron = shared(name);
        try {
            const ReadBuurten found = read_buurten(run_, rd_);
            EXPECT_GT(found.buurten.size(), 0U) << name;
        } catch (const domain::InputError& error) {
            EXPECT_THAT(error.what(), HasSubstr("nasty")) << name;
        }
    }
}

}  // namespace
}  // namespace koppelkans::io
