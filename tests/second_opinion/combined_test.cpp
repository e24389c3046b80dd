// The areas of combinaties and koppel_m2, worked out by SpatiaLite from the shapes. In a timeless
// town all that cover a spot meet there, so the ground of a combinatie is what its opgaven share
// less what any other covers.

#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "tests/second_opinion/timeless_world.h"

namespace koppelkans::test {
namespace {

constexpr unsigned scenes = 100;
constexpr double relative = 1e-6;
/// Slivers of up to a micrometre wide are left out of combinaties (engine/analysis/pieces.cpp).
constexpr double sliver_m = 1e-6;

struct Measured {
    double area_m2 = 0;
    double border_m = 0;
};

Measured measured(Spatialite& spatialite, const std::string& shape) {
    Measured found;
    spatialite.query(fmt::format("SELECT ST_Area(g), ST_Perimeter(g) FROM (SELECT {} AS g)", shape),
                     [&](sqlite3_stmt* row) {
                         found = {sqlite3_column_double(row, 0), sqlite3_column_double(row, 1)};
                     });
    return found;
}

/// The ground of each opgave of niveau plek in each buurt.
void lay_out(Spatialite& spatialite) {
    pairs_by_sql(spatialite, 1.0);  // makes the werkgebieden
    spatialite.run(
        "CREATE TABLE lies AS SELECT u.code AS code, o.id AS id, o.soort AS soort, "
        "ST_Intersection(o.ground, u.ground) AS ground FROM buurt u, opgave o "
        "WHERE o.niveau = 'plek' AND MbrIntersects(o.ground, u.ground)");
    spatialite.run("DELETE FROM lies WHERE ground IS NULL OR NOT ST_Area(ground) > 0");
}

std::string ground_of(const std::string& code, const std::string& id) {
    return fmt::format("(SELECT ground FROM lies WHERE code = '{}' AND id = '{}')", code, id);
}

std::string shared_by(const std::string& code, const std::vector<std::string>& ids) {
    std::string shape = ground_of(code, ids.front());
    for (std::size_t i = 1; i < ids.size(); ++i) {
        shape = fmt::format("ST_Intersection({}, {})", shape, ground_of(code, ids[i]));
    }
    return shape;
}

/// What these opgaven share and no other covers.
Measured exactly(Spatialite& spatialite, const std::string& code,
                 const std::vector<std::string>& ids) {
    const std::string others =
        fmt::format("(SELECT ST_Union(ground) FROM lies WHERE code = '{}' AND id NOT IN ('{}'))",
                    code, fmt::join(ids, "', '"));
    const std::string shared = shared_by(code, ids);
    return measured(spatialite, fmt::format("CASE WHEN {1} IS NULL THEN {0} ELSE "
                                            "ST_Difference({0}, {1}) END",
                                            shared, others));
}

/// All ground of a buurt that three soorten or more cover.
Measured covered_by_three(Spatialite& spatialite, const std::string& code) {
    return measured(
        spatialite,
        fmt::format(
            "(SELECT ST_Union(ST_Intersection(ST_Intersection(a.ground, b.ground), "
            "c.ground)) FROM lies a, lies b, lies c WHERE a.code = '{0}' AND b.code = '{0}' "
            "AND c.code = '{0}' AND a.soort < b.soort AND b.soort < c.soort "
            "AND MbrIntersects(a.ground, b.ground) AND MbrIntersects(b.ground, c.ground))",
            code));
}

/// All ground of a buurt where two of different soort meet on at least a square metre.
Measured koppel_ground(Spatialite& spatialite, const std::string& code) {
    return measured(
        spatialite,
        fmt::format("(SELECT ST_Union(g) FROM (SELECT ST_Intersection(a.ground, b.ground) AS g "
                    "FROM lies a, lies b WHERE a.code = '{0}' AND b.code = '{0}' AND a.id < b.id "
                    "AND a.soort <> b.soort AND ST_Area(g) >= 1.0))",
                    code));
}

/// How many combinaties and buurten with koppelkansen were compared.
struct Compared {
    std::size_t combinaties = 0;
    std::size_t buurten = 0;
};

void expect_near(double engine, const Measured& sql, const std::string& what) {
    EXPECT_NEAR(engine, sql.area_m2, relative * sql.area_m2 + sliver_m * sql.border_m / 2) << what;
}

void compare_combinaties(Spatialite& spatialite, const World& world, const Outcome& outcome,
                         const analysis::BuurtResult& found, Compared& compared) {
    const std::string& code = world.buurten[found.buurt].buurtcode;
    double all_m2 = 0;
    for (const domain::Combinatie& combinatie : found.combinaties) {
        std::vector<std::string> ids;
        for (const domain::OpgaveIndex opgave : combinatie.opgaven) {
            ids.push_back(outcome.plans.opgaven[opgave].opgave_id);
        }
        expect_near(combinatie.oppervlakte_m2, exactly(spatialite, code, ids),
                    fmt::format("{} {}", code, fmt::join(ids, " ")));
        all_m2 += combinatie.oppervlakte_m2;
        ++compared.combinaties;
    }
    // Every piece belongs to one combinatie, so together they are all such ground: none is missed.
    expect_near(all_m2, covered_by_three(spatialite, code), code + ", all combinaties");
}

TEST(SecondOpinion, SpatialiteMeasuresTheSameCombinaties) {
    Compared compared;
    for (unsigned seed = 1; seed <= scenes && !HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        World world = timeless_world(seed);
        world.settings.min_oppervlakte_m2 = 0;
        const Outcome outcome = world.run();
        Spatialite spatialite;
        fill(spatialite, world, outcome);
        lay_out(spatialite);
        for (const analysis::BuurtResult& found : outcome.buurten) {
            compare_combinaties(spatialite, world, outcome, found, compared);
        }
    }
    EXPECT_GT(compared.combinaties, 300U) << "scenes without combinaties show nothing";
}

TEST(SecondOpinion, SpatialiteMeasuresTheSameGroundOfKoppelkansen) {
    Compared compared;
    for (unsigned seed = 1; seed <= scenes && !HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        const World world = timeless_world(seed);
        const Outcome outcome = world.run();
        Spatialite spatialite;
        fill(spatialite, world, outcome);
        lay_out(spatialite);
        for (const analysis::BuurtResult& found : outcome.buurten) {
            const std::string& code = world.buurten[found.buurt].buurtcode;
            expect_near(found.counts.koppel_m2, koppel_ground(spatialite, code),
                        code + ", koppel_m2");
            compared.buurten += found.koppelkansen.empty() ? 0 : 1;
        }
    }
    EXPECT_GT(compared.buurten, 300U);
}

}  // namespace
}  // namespace koppelkans::test
