#include "tests/analysis/random_world.h"

#include <random>
#include <string>

#include "engine/geometry/geometry.h"

namespace koppelkans::test {

using domain::Veld;

namespace {

/// A random shape of 5 to 60 m somewhere in a town of 150 by 150 m.
geometry::Wkb random_shape(std::mt19937& random) {
    std::uniform_real_distribution<double> place(-10, 150);
    std::uniform_real_distribution<double> size(5, 60);
    const double x = place(random);
    const double y = place(random);
    const double w = size(random);
    const double h = size(random);
    const auto text = [](double value) { return std::to_string(value); };
    switch (random() % 4) {
        case 0:
            return geometry::to_wkb(geometry::from_wkt("LINESTRING (" + text(x) + " " + text(y) +
                                                       "," + text(x + w) + " " + text(y + h) + "," +
                                                       text(x + 2 * w) + " " + text(y) + ")"));
        case 1:
            return geometry::to_wkb(geometry::from_wkt("POINT (" + text(x) + " " + text(y) + ")"));
        case 2:  // on whole metres, so that borders coincide
            return geometry::to_wkb(geometry::buffered(
                geometry::from_wkt("POINT (" + std::to_string(static_cast<int>(x)) + " " +
                                   std::to_string(static_cast<int>(y)) + ")"),
                20));
        default:
            return geometry::to_wkb(geometry::from_wkt(
                "POLYGON ((" + text(x) + " " + text(y) + "," + text(x + w) + " " + text(y) + "," +
                text(x + w) + " " + text(y + h) + "," + text(x) + " " + text(y + h / 2) + "," +
                text(x) + " " + text(y) + "))"));
    }
}

}  // namespace

World random_world(unsigned seed) {
    std::mt19937 random(seed);
    World world;
    world.settings.min_oppervlakte_m2 = seed % 2 == 0 ? 1.0 : 0.0;
    world.settings.koppel =
        seed % 3 == 0 ? domain::Koppel::verschillende_opgave : domain::Koppel::verschillende_soort;
    if (seed % 5 == 0) {
        world.settings.onbekende_tijd = domain::OnbekendeTijd::meenemen;
    }
    for (int i = 0; i < 9; ++i) {
        const double x = 50.0 * (i % 3);
        const double y = 50.0 * (i / 3);
        const std::string ring = std::to_string(x) + " " + std::to_string(y);
        world.buurt(
            "B" + std::to_string(i),
            geometry::to_wkb(geometry::from_wkt(
                "POLYGON ((" + ring + "," + std::to_string(x + 50) + " " + std::to_string(y) + "," +
                std::to_string(x + 50) + " " + std::to_string(y + 50) + "," + std::to_string(x) +
                " " + std::to_string(y + 50) + "," + ring + "))")));
    }
    const char* const soorten[] = {"riool", "warmte", "weg", "groen", "spelen"};
    const char* const starts[] = {"2026",     "2027-06-01", "Q1 2028", "najaar 2029", "2031",
                                  "onbekend", "2027-2029",  "na 2030", "doorlopend",  "2033"};
    for (int i = 0; i < 18; ++i) {
        const std::string soort = soorten[random() % 5];
        Row one =
            row(std::to_string(i), random_shape(random)).with(Veld::start, starts[random() % 10]);
        if (random() % 8 == 0) {
            one.input.geometry = {};
            one.with(Veld::buurtcode, "B" + std::to_string(random() % 9));
        }
        if (soort == "weg" || random() % 2 == 0) {
            one.with(Veld::werkafstand, "4,5");
        }
        world.add(soort, std::move(one));
    }
    return world;
}

}  // namespace koppelkans::test
