#include "engine/analysis/gather.h"

#include <random>

#include <gtest/gtest.h>

#include "tests/analysis/world.h"
#include "tests/support/ascii_map.h"

namespace koppelkans::test {
namespace {

using domain::Veld;

const AsciiMap field("aab\nuuu", 10);

class Gathering : public testing::Test {
  protected:
    Gathering() { world.buurt("U", field.area("abu")); }
    World world;
};

TEST_F(Gathering, TheFirstRowOwnsItsIdEvenWhenItIsLeftOut) {
    world.add("riool", row("1", field.area("a")).with(Veld::start, "kaas"));
    world.add("riool", row(" 1", field.area("a")));
    world.add("warmte", row("1", field.area("a")));
    const Outcome outcome = world.run();
    ASSERT_EQ(outcome.plans.problems.size(), 2U);
    EXPECT_EQ(outcome.plans.problems[0].reden, domain::Reden::datum_ongeldig);
    EXPECT_EQ(outcome.plans.problems[1].reden, domain::Reden::dubbel_id);
    EXPECT_EQ(outcome.plans.problems[1].bron_fid, 2);
    EXPECT_EQ(outcome.opgave("warmte:1").id, "1") << "another source may use it";
    EXPECT_TRUE(account_is_closed(outcome));
}

TEST_F(Gathering, ARepeatedIdComesBeforeAllOtherFaults) {
    world.add("riool", row("1", field.area("a")));
    world.add("riool", row("1").with(Veld::start, "kaas"));
    EXPECT_EQ(world.run().reden("1"), "dubbel_id");
}

TEST_F(Gathering, OpgavenAreOrderedByTheBytesOfTheirId) {
    for (const char* id : {"b", "a", "B", "é", "10", "9"}) {
        world.add("riool", row(id, field.area("a")));
    }
    std::vector<std::string> ids;
    for (const domain::Opgave& opgave : world.run().plans.opgaven) {
        ids.push_back(opgave.id);
    }
    EXPECT_EQ(ids, (std::vector<std::string>{"10", "9", "B", "a", "b", "é"}));
}

TEST_F(Gathering, TheOrderIsThatOfTheIdsWhateverThatOfTheRows) {
    std::mt19937 random(4);
    for (const std::size_t rows : {1U, 2U, 3U, 50U, 333U}) {
        World town;
        town.buurt("U", field.area("abu"));
        for (const char* bron : {"weg", "riool", "groen"}) {
            for (std::size_t i = 0; i < rows; ++i) {
                // In order, but for one in ten.
                const std::size_t number = random() % 10 == 0 ? random() % 100000 : 100000 + i;
                town.add(bron,
                         row(std::to_string(number) + "-" + std::to_string(i), field.area("a"))
                             .with(Veld::naam, std::to_string(number)));
            }
        }
        const std::vector<domain::Opgave> opgaven = town.run().plans.opgaven;
        ASSERT_EQ(opgaven.size(), 3 * rows);
        for (std::size_t i = 0; i < opgaven.size(); ++i) {
            ASSERT_TRUE(i == 0 || opgaven[i - 1].opgave_id < opgaven[i].opgave_id);
            const std::string naam(opgaven[i].texts.of(Veld::naam));
            ASSERT_EQ(opgaven[i].id.substr(0, naam.size()), naam) << "each in one piece";
        }
    }
}

TEST_F(Gathering, TwoThousandRowsAreTakenInTheSameOnAnyNumberOfThreads) {
    for (int i = 0; i < 2000; ++i) {
        Row one = row(std::to_string(i % 1500), field.area(i % 3 == 0 ? "a" : "ab"));
        if (i % 7 == 0) {
            one.with(Veld::start, "kaas");
        }
        world.add("riool", std::move(one));
    }
    const Outcome alone = world.run(1);
    const Outcome many = world.run(4);
    ASSERT_EQ(alone.plans.problems.size(), many.plans.problems.size());
    for (std::size_t i = 0; i < alone.plans.problems.size(); ++i) {
        EXPECT_EQ(alone.plans.problems[i].bron_fid, many.plans.problems[i].bron_fid);
        EXPECT_EQ(alone.plans.problems[i].reden, many.plans.problems[i].reden);
    }
    ASSERT_EQ(alone.plans.opgaven.size(), many.plans.opgaven.size());
    for (std::size_t i = 0; i < alone.plans.opgaven.size(); ++i) {
        EXPECT_EQ(alone.plans.opgaven[i].rows[0].fid, many.plans.opgaven[i].rows[0].fid);
    }
    EXPECT_TRUE(account_is_closed(alone));
    EXPECT_TRUE(account_is_closed(many));
}

TEST_F(Gathering, AFailureWhileReadingReachesTheCaller) {
    const domain::BuurtRegister buurten(world.buurten, {});
    const analysis::Rules rules{world.settings, world.soorten, world.fasen, buurten};
    const analysis::Progress progress;
    analysis::Gather gather(rules, 2, progress);
    domain::Bron bron;
    bron.naam = "riool";
    EXPECT_THROW(gather.add_source(bron, nullptr,
                                   [](domain::InputRow&) -> bool {
                                       throw domain::InputError("the disk is gone");
                                   }),
                 domain::InputError);
}

TEST_F(Gathering, StopsWhenTheUserStopsIt) {
    const domain::BuurtRegister buurten(world.buurten, {});
    const analysis::Rules rules{world.settings, world.soorten, world.fasen, buurten};
    analysis::Progress progress;
    progress.cancel();
    analysis::Gather gather(rules, 1, progress);
    domain::Bron bron;
    bron.naam = "riool";
    EXPECT_THROW(gather.add_source(bron, nullptr, [](domain::InputRow&) { return true; }),
                 domain::Cancelled);
}

TEST_F(Gathering, WhatIsLeftOutShowsTheGroundOfEachRow) {
    world.add("riool", row("1", field.area("a")).with(Veld::status, "vervallen"));
    world.bron("warmte").groepeer = domain::Groepeer::ja;
    for (const char* letters : {"a", "b"}) {
        world.add(
            "warmte",
            row("", field.area(letters)).with(Veld::groep, "g").with(Veld::status, "vervallen"));
    }
    const Outcome outcome = world.run();
    ASSERT_EQ(outcome.plans.problems.size(), 3U);
    EXPECT_EQ(outcome.plans.problems[0].geometry.bytes, field.area("a").bytes);
    EXPECT_EQ(outcome.plans.problems[1].geometry.bytes, field.area("a").bytes);
    EXPECT_EQ(outcome.plans.problems[2].geometry.bytes, field.area("b").bytes);
}

TEST(SortProblems, KeepsTheOrderOfThoseOfOneRow) {
    std::vector<domain::Problem> problems(3);
    problems[0].id = "first";
    problems[1].id = "second";
    problems[2].id = "third";
    analysis::sort_problems(problems, {"as"});
    EXPECT_EQ(problems[0].id, "first");
    EXPECT_EQ(problems[1].id, "second");
    EXPECT_EQ(problems[2].id, "third");
}

TEST(SortProblems, GoesByTheNameOfTheSourceThenByRow) {
    std::vector<domain::Problem> problems(3);
    problems[0].bron = 0;
    problems[0].bron_fid = 5;
    problems[1].bron = 1;
    problems[1].bron_fid = 9;
    problems[2].bron = 0;
    problems[2].bron_fid = 4;
    analysis::sort_problems(problems, {"zand", "as"});
    EXPECT_EQ(problems[0].bron_fid, 9);
    EXPECT_EQ(problems[1].bron_fid, 4);
    EXPECT_EQ(problems[2].bron_fid, 5);
}

}  // namespace
}  // namespace koppelkans::test
