// Runs over the open data of others in ../shared/data; skipped with a message where it is absent.
// The counts were taken from a run whose results were looked at; they change only with the rules.

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include "engine/io/job.h"

namespace koppelkans::test {
namespace {

namespace fs = std::filesystem;
using Counts = std::map<std::string, std::int64_t>;

const fs::path repository = KOPPELKANS_SOURCE_DIR;
const fs::path shared_data = repository / ".." / "shared" / "data";

/// The result of a configuration, open for reading.
class Result {
  public:
    explicit Result(const std::string& name)
        : path_(fs::path(testing::TempDir()) /
                ("real_" + name + "_" + std::to_string(getpid()) + ".gpkg")) {
        io::Configuration configuration =
            io::read_configuration((repository / "tests" / "real" / (name + ".toml")).string(), {});
        configuration.uitvoer = path_.string();
        configuration.uitvoer_named_in.reset();
        io::JobOptions options;
        options.overwrite = io::Overwrite::yes;
        analysis::Progress progress;
        summary = io::run(configuration, options, progress);
        sqlite3* database = nullptr;
        if (sqlite3_open_v2(path_.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) {
            throw std::runtime_error(sqlite3_errmsg(database));
        }
        database_.reset(database);
    }
    Result(const Result&) = delete;
    Result& operator=(const Result&) = delete;
    ~Result() {
        database_.reset();
        fs::remove(path_);
    }

    double number(const std::string& sql) const {
        sqlite3_stmt* raw = nullptr;
        if (sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) {
            throw std::runtime_error(sqlite3_errmsg(database_.get()));
        }
        const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(
            raw, &sqlite3_finalize);
        if (sqlite3_step(raw) != SQLITE_ROW) {
            throw std::runtime_error("no row: " + sql);
        }
        return sqlite3_column_double(raw, 0);
    }

    Counts layers() const {
        Counts counts;
        for (const io::LayerSummary& layer : summary.layers) {
            counts[layer.laag] = layer.rows;
        }
        return counts;
    }

    Counts reasons() const {
        Counts counts;
        for (const io::SourceSummary& source : summary.sources) {
            for (const auto& [reden, found] : source.afgekeurd) {
                counts[domain::to_text(reden)] += found.count;
            }
        }
        return counts;
    }

    io::Summary summary;

  private:
    fs::path path_;
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close(database); }
    };
    std::unique_ptr<sqlite3, Close> database_;
};

/// Every row read is in opgaven, in a group of it, or in afgekeurd; in the file as in the summary.
void expect_closed_account(const Result& result) {
    EXPECT_EQ(result.number("SELECT count(*) FROM bronnen "
                            "WHERE gelezen <> geanalyseerd + samengevoegd + afgekeurd"),
              0);
    EXPECT_EQ(result.number("SELECT sum(geanalyseerd) FROM bronnen"),
              result.number("SELECT count(*) FROM opgaven"));
    EXPECT_EQ(result.number("SELECT sum(afgekeurd) FROM bronnen"),
              result.number("SELECT count(*) FROM afgekeurd"));
    for (const io::SourceSummary& source : result.summary.sources) {
        EXPECT_EQ(
            source.account.gelezen,
            source.account.geanalyseerd + source.account.samengevoegd + source.account.afgekeurd)
            << source.naam;
    }
}

class Real : public testing::Test {
  protected:
    void SetUp() override {
        if (!fs::exists(shared_data)) {
            GTEST_SKIP() << "no real data here: " << shared_data.lexically_normal();
        }
    }
};

TEST_F(Real, SchaerbeekInItsOwnCrs) {
    const Result result("schaerbeek_2026_04");
    expect_closed_account(result);
    EXPECT_EQ(result.reasons(), (Counts{{"afgerond", 70}, {"soort_onbekend", 3}}));
    const Counts layers = result.layers();
    EXPECT_EQ(layers.at("koppelkansen"), 1718);
    EXPECT_EQ(layers.at("opgaven"), 324);
    EXPECT_EQ(layers.at("buurten"), 14);
    EXPECT_EQ(layers.at("combinaties"), 210);
    EXPECT_EQ(layers.at("risicos"), 424);
    EXPECT_EQ(result.summary.kansrijk, 108);
    EXPECT_EQ(result.summary.sources[0].nauwkeurigheid_m, 0.0) << "the same CRS";
    EXPECT_EQ(result.number("SELECT count(*) FROM opgaven WHERE tijd_onbekend"), 26);
    EXPECT_GT(result.number("SELECT count(*) FROM opgaven WHERE hersteld"), 250)
        << "nearly every geometry is invalid as delivered";
}

TEST_F(Real, SchaerbeekTransformedToRd) {
    const Result result("schaerbeek_2026_01");
    expect_closed_account(result);
    EXPECT_EQ(result.reasons(), (Counts{{"afgerond", 126}, {"soort_onbekend", 4}}));
    EXPECT_EQ(result.layers().at("koppelkansen"), 1805);
    EXPECT_EQ(result.layers().at("opgaven"), 312);
    EXPECT_EQ(result.summary.sources[0].nauwkeurigheid_m, 0.45);
}

TEST_F(Real, AlmereSewersByPipeAndByStreet) {
    const Result result("almere_riool");
    expect_closed_account(result);
    EXPECT_EQ(result.reasons(), (Counts{{"dubbel_id", 12}, {"geometrie_leeg", 4}}));
    EXPECT_EQ(result.layers().at("koppelkansen"), 1778);
    EXPECT_EQ(result.layers().at("opgaven"), 1132);
    EXPECT_EQ(result.layers().at("buurten"), 66);
    EXPECT_EQ(result.summary.sources[1].account.samengevoegd, 761);
}

TEST_F(Real, RijswijkHeatNetworkWithoutDates) {
    const Result result("rijswijk_warmtenet");
    expect_closed_account(result);
    EXPECT_TRUE(result.reasons().empty());
    EXPECT_EQ(result.layers().at("koppelkansen"), 616);
    EXPECT_EQ(result.number("SELECT count(*) FROM koppelkansen WHERE aanhaken IS NOT NULL"), 0);
    EXPECT_EQ(result.number("SELECT count(*) FROM koppelkansen WHERE tijd_zekerheid = 'zeker'"), 0);
}

TEST_F(Real, OtterloTrueCurves) {
    const Result result("otterlo_bgt");
    expect_closed_account(result);
    EXPECT_EQ(result.summary.sources[0].account.gelezen, 1978) << "after the filter";
    EXPECT_EQ(result.layers().at("koppelkansen"), 7341);
}

TEST_F(Real, RepeatedBuurtcodesAreUnited) {
    const Result result("dubbele_codes");
    expect_closed_account(result);
    EXPECT_EQ(result.layers().at("buurten"), 76) << "152 rows, each code twice";
    EXPECT_EQ(result.reasons(), (Counts{{"buiten_gebied", 14}}));
}

TEST_F(Real, TheBuurtenOfTheWholeCountry) {
    const Result result("heel_nederland");
    expect_closed_account(result);
    EXPECT_EQ(result.layers().at("buurten"), 12668);
    EXPECT_EQ(result.layers().at("gemeenten"), 390);
    EXPECT_GT(result.layers().at("koppelkansen"), 100);
    EXPECT_EQ(result.number("SELECT count(*) FROM buurten WHERE aantal_opgaven = 0 "
                            "AND aantal_koppelkansen > 0"),
              0);
}

}  // namespace
}  // namespace koppelkans::test
