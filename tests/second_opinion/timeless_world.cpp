#include "tests/second_opinion/timeless_world.h"

namespace koppelkans::test {

using Value = Spatialite::Value;

World timeless_world(unsigned seed) {
    World world = random_world(seed);
    world.settings.horizon.horizon = {12 * 200, 0};
    world.settings.onbekende_tijd = domain::OnbekendeTijd::meenemen;
    world.settings.koppel = domain::Koppel::verschillende_soort;
    world.settings.min_oppervlakte_m2 = 1.0;
    return world;
}

void fill(Spatialite& spatialite, const World& world, const Outcome& outcome) {
    create_tables(spatialite);
    for (const domain::Buurt& buurt : world.buurten) {
        spatialite.insert("INSERT INTO buurt VALUES (?, GeomFromWKB(?, 28992))",
                          {Value::of(buurt.buurtcode), Value::of(buurt.polygon)});
    }
    for (const domain::Opgave& opgave : outcome.plans.opgaven) {
        std::string gebied = "|";
        for (const std::uint32_t buurt : opgave.gebied) {
            gebied += world.buurten[buurt].buurtcode + "|";
        }
        spatialite.insert(
            "INSERT INTO opgave VALUES (?, ?, ?, GeomFromWKB(?, 28992), ?, ?, NULL)",
            {Value::of(opgave.opgave_id), Value::of(world.soorten[opgave.soort].code),
             Value::of(std::string(opgave.niveau == domain::Niveau::plek ? "plek" : "gebied")),
             Value::of(opgave.geometry), Value::of(opgave.werkafstand_m), Value::of(gebied)});
    }
}

}  // namespace koppelkans::test
