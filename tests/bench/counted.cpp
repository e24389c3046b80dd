// counted KERNEL: runs one inner loop on a scene that is always the same, so that its instructions
// can be counted; count_instructions.sh does that. The loop is in a function of its own,
// `counted_KERNEL`, which the counter is told to look at: what comes before it is not counted.

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>

#include <unistd.h>

#include "engine/analysis/combine.h"
#include "engine/analysis/outline.h"
#include "engine/analysis/overlap.h"
#include "engine/analysis/place.h"
#include "engine/geometry/spatial_index.h"
#include "engine/io/result_file.h"
#include "engine/time/date_reader.h"
#include "tests/bench/kernel_scenes.h"

using namespace koppelkans;

namespace {

/// Kept so that no loop can be left out.
std::size_t result = 0;

/// A town of 120 plans, gathered, and its only buurt.
struct Town {
    test::World world = test::town(120);
    test::Outcome outcome = world.run();
    domain::BuurtRegister buurten{world.buurten, 2026};
    analysis::Rules rules{world.settings, world.soorten, world.fasen, buurten};
    analysis::Places places{outcome.plans.opgaven, buurten.size()};
    analysis::Scene scene{0, buurten, outcome.plans.opgaven, places, [] {}};
};

}  // namespace

extern "C" {

__attribute__((noinline)) void counted_dates(const time::TimeZone& zone) {
    for (int i = 0; i < 1000; ++i) {
        for (const char* text :
             {"2027-04-15", "begin april 2027", "15 april t/m 3 mei 2027", "zodra het kan"}) {
            result += static_cast<std::size_t>(time::read_date(text, zone).kind);
        }
    }
}

__attribute__((noinline)) void counted_werkgebied(const std::vector<domain::Opgave>& opgaven) {
    for (int i = 0; i < 5; ++i) {
        for (const domain::Opgave& opgave : opgaven) {
            result += analysis::own_ground(opgave).size();
        }
    }
}

__attribute__((noinline)) void counted_overlap(const Town& town) {
    result += analysis::meetings(town.scene, town.rules, [] {}).size();
}

__attribute__((noinline)) void counted_index(const std::vector<geometry::Box>& boxes) {
    const geometry::SpatialIndex index(boxes);
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < boxes.size(); i += 5) {
        index.query(boxes[i], found);
        result += found.size();
    }
}

__attribute__((noinline)) void counted_combinaties(const Town& town,
                                                   const std::vector<analysis::Meeting>& met) {
    result += analysis::combine(town.scene, met, town.rules, [] {}).size();
}

__attribute__((noinline)) void counted_write(io::ResultFile& file,
                                             const analysis::BuurtResult& found) {
    for (int i = 0; i < 10; ++i) {
        file.add(found);
        result += found.koppelkansen.size();
    }
}
}

namespace {

void dates() {
    counted_dates(time::TimeZone());
}

void werkgebied() {
    Town town;
    for (domain::Opgave& opgave : town.outcome.plans.opgaven) {
        opgave.werkgebied = {};  // as it is in a run
    }
    counted_werkgebied(town.outcome.plans.opgaven);
}

void overlap() {
    counted_overlap(Town());
}

void index() {
    counted_index(test::boxes_of(10'000));
}

void combinaties() {
    const Town town;
    counted_combinaties(town, analysis::meetings(town.scene, town.rules, [] {}));
}

void write() {
    const Town town;
    const std::string path = (std::filesystem::temp_directory_path() /
                              ("koppelkans-counted-" + std::to_string(::getpid()) + ".gpkg"))
                                 .string();
    io::ResultFile file(path, {"koppelkansen"},
                        {&town.outcome.plans.opgaven,
                         &town.buurten,
                         &town.world.soorten,
                         {"riool"},
                         "EPSG:28992",
                         town.world.settings,
                         ""});
    counted_write(file, town.outcome.buurten[0]);
}

}  // namespace

int main(int count, char** arguments) {
    const std::map<std::string, void (*)()> kernels = {
        {"dates", dates}, {"werkgebied", werkgebied},   {"overlap", overlap},
        {"index", index}, {"combinaties", combinaties}, {"write", write}};
    const auto kernel = kernels.find(count == 2 ? arguments[1] : "");
    if (kernel == kernels.end()) {
        std::fputs("usage: counted dates|werkgebied|overlap|index|combinaties|write\n", stderr);
        return 2;
    }
    kernel->second();
    return result == 0 ? 1 : 0;
}
