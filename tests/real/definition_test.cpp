// The engine held against the definitions, by brute force, on voorbeeldstad and on the open data of
// others in ../shared/data (skipped with a message where that is absent).

#include "tests/analysis/definition.h"

#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "engine/analysis/analyse.h"
#include "engine/analysis/gather.h"
#include "engine/analysis/outline.h"
#include "engine/geometry/vertices.h"
#include "engine/io/buurten_source.h"
#include "engine/io/source.h"

namespace koppelkans::test {
namespace {

namespace fs = std::filesystem;

const fs::path repository = KOPPELKANS_SOURCE_DIR;

/// A configuration read, gathered and analysed, as a run does it.
class Analysed {
  public:
    explicit Analysed(const fs::path& file)
        : configuration(io::read_configuration(file.string(), *time::Day::from_ymd(2026, 11, 22))),
          crs_(configuration.crs),
          buurten(io::read_buurten(configuration, crs_).buurten) {
        const analysis::Rules rules{configuration.settings, configuration.soorten,
                                    configuration.fasen, buurten};
        analysis::Progress progress;
        analysis::Gather gather(rules, 2, progress);
        for (const io::BronConfiguration& bron : configuration.bronnen) {
            io::Source source(bron, configuration, crs_);
            gather.add_source(source.bron(), source.transformation(),
                              [&source](domain::InputRow& row) { return source.next(row); });
        }
        opgaven = gather.finish().opgaven;
        analysis::analyse(opgaven, rules, {}, 2, progress, [this](analysis::BuurtResult found) {
            results.push_back(std::move(found));
        });
        for (domain::Opgave& opgave : opgaven) {
            opgave.werkgebied = geometry::multi_polygon_of(analysis::own_ground(opgave));
        }
    }

    const domain::Settings& settings() const { return configuration.settings; }

    io::Configuration configuration;

  private:
    geometry::Crs crs_;

  public:
    domain::BuurtRegister buurten;
    std::vector<domain::Opgave> opgaven;
    std::vector<analysis::BuurtResult> results;
};

/// All pairs of all buurten. Areas that were buffered, cut and overlaid by GEOS in another order
/// differ by rounding: a few square millimetres in a hectare.
std::size_t expect_all_pairs(const Analysed& run, const std::string& name) {
    const std::vector<DefinedRow> found = rows_by_engine(run.opgaven, run.buurten, run.results);
    expect_same_rows(rows_by_definition(run.opgaven, run.buurten, run.settings()), found, 1e-6,
                     name);
    return found.size();
}

/// The ground of every combinatie, as the definition has it.
std::size_t expect_ground_of_combinaties(const Analysed& run) {
    std::size_t compared = 0;
    for (const analysis::BuurtResult& result : run.results) {
        for (const domain::Combinatie& found : result.combinaties) {
            const double wanted = combinatie_m2(found.opgaven, run.opgaven,
                                                run.buurten[result.buurt], run.settings());
            EXPECT_NEAR(found.oppervlakte_m2, wanted, 1e-6 * wanted + 1e-5) << found.combinatie_id;
            ++compared;
        }
    }
    return compared;
}

std::map<Subset, std::vector<geometry::Vertices>> rings_by_subset(
    const analysis::BuurtResult& result) {
    std::map<Subset, std::vector<geometry::Vertices>> rings;
    for (const domain::Combinatie& found : result.combinaties) {
        rings[found.opgaven] = geometry::all_rings(found.geometry);
    }
    return rings;
}

/// At random points of shared ground: whatever covers the point and can meet there is a combinatie
/// that has the point, unless it is too small to be a row.
std::size_t expect_combinaties_at_random_points(const Analysed& run, int points_a_pair) {
    std::vector<std::vector<geometry::Vertices>> grounds;
    for (const domain::Opgave& opgave : run.opgaven) {
        grounds.push_back(geometry::all_rings(opgave.werkgebied));
    }
    std::mt19937 random(1);
    std::size_t met = 0;
    for (const analysis::BuurtResult& result : run.results) {
        const auto rows = rings_by_subset(result);
        const auto buurt = geometry::all_rings(run.buurten[result.buurt].polygon);
        std::vector<domain::Koppelkans> pairs;
        for (int i = 0; i < points_a_pair; ++i) {
            pairs.insert(pairs.end(), result.koppelkansen.begin(), result.koppelkansen.end());
        }
        for (const domain::Koppelkans& pair : pairs) {
            const geometry::Box box = geometry::bounds(pair.geometry);
            const geometry::Vertex point{
                std::uniform_real_distribution<double>(box.min_x, box.max_x)(random),
                std::uniform_real_distribution<double>(box.min_y, box.max_y)(random)};
            Subset cover;
            for (domain::OpgaveIndex i = 0; i < run.opgaven.size(); ++i) {
                const domain::Opgave& opgave = run.opgaven[i];
                if (opgave.niveau == domain::Niveau::plek && opgave.rol == domain::Rol::plan &&
                    (!opgave.tijdlijn.tijd_onbekend ||
                     run.settings().onbekende_tijd == domain::OnbekendeTijd::meenemen) &&
                    geometry::is_inside(point, grounds[i])) {
                    cover.push_back(i);
                }
            }
            if (!geometry::is_inside(point, buurt) || cover.size() > 16) {
                continue;
            }
            for (const Subset& subset : maximal_subsets(cover, run.opgaven, run.settings())) {
                const auto row = rows.find(subset);
                if (row == rows.end()) {
                    EXPECT_LT(combinatie_m2(subset, run.opgaven, run.buurten[result.buurt],
                                            run.settings()),
                              run.settings().min_oppervlakte_m2)
                        << pair.koppelkans_id;
                } else {
                    EXPECT_TRUE(geometry::is_inside(point, row->second)) << pair.koppelkans_id;
                    ++met;
                }
            }
        }
    }
    return met;
}

TEST(Definition, OfVoorbeeldstad) {
    const Analysed run(repository / "data" / "voorbeeldstad" / "koppelkans.toml");
    EXPECT_GT(expect_all_pairs(run, "voorbeeldstad"), 50U);
    EXPECT_GT(expect_ground_of_combinaties(run), 20U);
    EXPECT_GT(expect_combinaties_at_random_points(run, 10), 100U);
}

class DefinitionOfRealData : public testing::Test {
  protected:
    void SetUp() override {
        const fs::path data = repository / ".." / "shared" / "data";
        if (!fs::exists(data)) {
            GTEST_SKIP() << "no real data here: " << data.lexically_normal();
        }
    }
    static fs::path configuration(const std::string& name) {
        return repository / "tests" / "real" / (name + ".toml");
    }
};

TEST_F(DefinitionOfRealData, Schaerbeek) {
    const Analysed run(configuration("schaerbeek_2026_04"));
    EXPECT_EQ(expect_all_pairs(run, "schaerbeek"), 1718U);
    EXPECT_GT(expect_ground_of_combinaties(run), 100U);
    EXPECT_GT(expect_combinaties_at_random_points(run, 1), 100U);
}

TEST_F(DefinitionOfRealData, TheBuurtenOfTheWholeCountry) {
    const Analysed run(configuration("heel_nederland"));
    EXPECT_GT(expect_all_pairs(run, "heel_nederland"), 100U);
}

}  // namespace
}  // namespace koppelkans::test
