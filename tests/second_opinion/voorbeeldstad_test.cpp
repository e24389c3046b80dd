// voorbeeldstad through the whole program, with time set so wide that only the ground decides; then
// the shapes that the result holds, worked out again by SpatiaLite.

#include <filesystem>
#include <map>
#include <string>

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include "engine/io/job.h"
#include "tests/second_opinion/spatialite.h"

namespace koppelkans::test {
namespace {

constexpr double relative = 1e-6;

class Voorbeeldstad : public testing::Test {
  protected:
    void SetUp() override {
        // Tests of one binary run beside one another.
        path_ = std::filesystem::path(testing::TempDir()) /
                ("second_opinion_" + std::to_string(getpid()) + ".gpkg");
        io::Configuration configuration =
            io::read_configuration(KOPPELKANS_SOURCE_DIR "/data/voorbeeldstad/koppelkans.toml", {});
        configuration.settings.horizon.horizon = {12 * 200, 0};
        configuration.settings.onbekende_tijd = domain::OnbekendeTijd::meenemen;
        configuration.uitvoer = path_.string();
        configuration.uitvoer_named_in.reset();
        io::JobOptions options;
        options.overwrite = io::Overwrite::yes;
        analysis::Progress progress;
        io::run(configuration, options, progress);
        read_result();
    }
    void TearDown() override { std::filesystem::remove(path_); }

    /// GeoPackage's own geometry form is read by SpatiaLite itself.
    void read_result() {
        spatialite_.run("ATTACH '" + path_.string() + "' AS result");
        create_tables(spatialite_);
        spatialite_.run(
            "INSERT INTO buurt SELECT buurtcode, GeomFromGPB(geom) FROM result.buurten");
        spatialite_.run(
            "INSERT INTO opgave SELECT opgave_id, soort, niveau, GeomFromGPB(geom), werkafstand_m, "
            "'', NULL FROM result.opgaven WHERE rol = 'plan'");
    }

    std::map<std::string, SqlPair> engine_rows() {
        std::map<std::string, SqlPair> rows;
        spatialite_.query(
            "SELECT buurtcode || ' ' || opgave_a || ' ' || opgave_b, oppervlakte_m2, afstand_m "
            "FROM result.koppelkansen",
            [&](sqlite3_stmt* row) {
                const std::string key = reinterpret_cast<const char*>(sqlite3_column_text(row, 0));
                rows[key] = {key, sqlite3_column_double(row, 1), sqlite3_column_double(row, 2)};
            });
        return rows;
    }

    std::filesystem::path path_;
    Spatialite spatialite_;
};

TEST_F(Voorbeeldstad, SpatialiteFindsTheSamePairsAreasAndDistances) {
    const std::map<std::string, SqlPair> engine = engine_rows();
    const std::vector<SqlPair> sql = pairs_by_sql(spatialite_, 1.0);
    ASSERT_GT(sql.size(), 50U);
    EXPECT_EQ(engine.size(), sql.size());
    for (const SqlPair& pair : sql) {
        const auto found = engine.find(pair.key);
        ASSERT_NE(found, engine.end()) << pair.key;
        EXPECT_NEAR(found->second.area_m2, pair.area_m2, relative * pair.area_m2) << pair.key;
        EXPECT_NEAR(found->second.distance_m, pair.distance_m, relative * pair.distance_m)
            << pair.key;
    }
}

TEST_F(Voorbeeldstad, SpatialiteMeasuresTheSameWerkgebieden) {
    pairs_by_sql(spatialite_, 1.0);
    std::size_t compared = 0;
    spatialite_.query(
        "SELECT r.opgave_id, r.werkgebied_m2, ST_Area(o.ground) FROM result.opgaven r "
        "JOIN opgave o ON o.id = r.opgave_id WHERE o.niveau = 'plek'",
        [&](sqlite3_stmt* row) {
            const double sql = sqlite3_column_double(row, 2);
            EXPECT_NEAR(sqlite3_column_double(row, 1), sql, relative * sql)
                << sqlite3_column_text(row, 0);
            ++compared;
        });
    EXPECT_GT(compared, 60U);
}

}  // namespace
}  // namespace koppelkans::test
