#include "tools/koppelkans/summary_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/tools/toy_summary.h"

namespace koppelkans::tools {
namespace {

using nlohmann::json;

TEST(SummaryJson, HoldsEverythingOfARun) {
    const json read = json::parse(summary_json(toy_summary()));
    EXPECT_EQ(read["version"], io::version());
    EXPECT_EQ(read["peildatum"], "2026-11-21");
    EXPECT_EQ(read["horizon"], "P2Y");
    EXPECT_EQ(read["buurten"]["aantal"], 40);
    EXPECT_EQ(read["buurten"]["jaar"], 2025);
    EXPECT_EQ(read["uitvoer"], "uit/koppelkansen.gpkg");
    EXPECT_TRUE(read["project"].is_null());
    EXPECT_EQ(read["lagen"]["koppelkansen"], 123);
    EXPECT_EQ(read["aanhaken"], (json{{"kansrijk", 45}, {"krap", 60}, {"lopend", 18}}));
    ASSERT_EQ(read["bronnen"].size(), 2U);
}

TEST(SummaryJson, AccountsForEachSource) {
    const json riool = json::parse(summary_json(toy_summary()))["bronnen"][0];
    EXPECT_EQ(riool["bron"], "riool");
    EXPECT_EQ(riool["nauwkeurigheid_m"], 0.25);
    EXPECT_EQ(riool["gelezen"], 120);
    EXPECT_EQ(riool["geanalyseerd"], 14);
    EXPECT_EQ(riool["samengevoegd"], 100);
    EXPECT_EQ(riool["afgekeurd"], 6);
    EXPECT_EQ(riool["kolommen"][0],
              (json{{"veld", "id"}, {"kolom", "streng"}, {"volgens", "configuratie"}}));
    EXPECT_EQ(riool["redenen"][0]["reden"], "datum_ongeldig");
    EXPECT_EQ(riool["redenen"][0]["fout"], true);
    EXPECT_EQ(riool["redenen"][0]["eerste"][0]["fid"], 12);
    EXPECT_EQ(riool["redenen"][1]["reden"], "vervallen");
    EXPECT_EQ(riool["redenen"][1]["fout"], false);
}

TEST(SummaryJson, WhatIsUnknownIsNull) {
    const json read = json::parse(summary_json(toy_summary()));
    EXPECT_TRUE(read["bronnen"][1]["crs"].is_null());
    EXPECT_TRUE(read["bronnen"][1]["nauwkeurigheid_m"].is_null());
    io::Summary check = toy_summary();
    check.uitvoer.clear();
    check.layers.clear();
    check.buurten.jaar.reset();
    const json checked = json::parse(summary_json(check));
    EXPECT_TRUE(checked["uitvoer"].is_null());
    EXPECT_TRUE(checked["buurten"]["jaar"].is_null());
    EXPECT_FALSE(checked.contains("aanhaken"));
    EXPECT_TRUE(checked["lagen"].empty());
}

TEST(SummaryJson, TimingsOnlyWhereAskedFor) {
    io::Summary summary = toy_summary();
    summary.timings = {{"sources", 1.5, 2.75, 120}, {"analysis", 4, 7.5, 300}};
    summary.step_times.add(analysis::Step::combine, 3.25);
    EXPECT_FALSE(json::parse(summary_json(summary)).contains("tijden"));
    const json times = json::parse(summary_json(summary, {}, Timings::shown))["tijden"];
    ASSERT_EQ(times["fasen"].size(), 2U);
    EXPECT_EQ(times["fasen"][0],
              (json{{"fase", "sources"}, {"wand_s", 1.5}, {"cpu_s", 2.75}, {"piek_mib", 120}}));
    EXPECT_EQ(times["analyse_cpu_s"]["combine"], 3.25);
    EXPECT_EQ(times["analyse_cpu_s"]["risk"], 0);
}

TEST(SummaryJson, BrokenUtf8IsReplaced) {
    io::Summary summary = toy_summary();
    summary.sources[0].warnings = {"caf\xe9"};
    const json read = json::parse(summary_json(summary));
    EXPECT_EQ(read["bronnen"][0]["waarschuwingen"][0], "caf\xef\xbf\xbd");
}

}  // namespace
}  // namespace koppelkans::tools
