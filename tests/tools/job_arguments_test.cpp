#include "tools/koppelkans/job_arguments.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "engine/domain/errors.h"
#include "tests/support/nobody.h"
#include "tests/tools/scratch_folder.h"
#include "tests/tools/toy_summary.h"

namespace koppelkans::tools {
namespace {

namespace files = std::filesystem;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

time::Day any_day() {
    return *time::Day::from_ymd(2026, 11, 21);
}

/// A folder with a small configuration, gone at the end of the test.
class JobArgumentsTest : public testing::Test {
  protected:
    JobArgumentsTest() {
        for (const char* file : {"buurten.gpkg", "riool.gpkg"}) {
            folder_.write(file, "not looked into");
        }
        folder_.write("koppelkans.toml",
                      "peildatum = 2026-01-31\nhorizon = \"P1Y\"\nuitvoer = \"uit.gpkg\"\n"
                      "[buurten]\nbron = \"buurten.gpkg\"\n"
                      "[[bronnen]]\nnaam = \"riool\"\nbron = \"riool.gpkg\"\nsoort = "
                      "\"rioolvervanging\"\n");
        arguments_.positionals = {folder_ / "koppelkans.toml"};
    }

    std::string usage_fault() const {
        try {
            understood(arguments_, any_day());
        } catch (const domain::UsageError& error) {
            return error.what();
        }
        return "accepted";
    }
    std::string input_fault() const {
        try {
            understood(arguments_, any_day());
        } catch (const domain::InputError& error) {
            return error.what();
        }
        return "accepted";
    }

    ScratchFolder folder_;
    JobArguments arguments_;
};

TEST_F(JobArgumentsTest, OnlyTheCommandLineLetsTheNetworkIn) {
    EXPECT_EQ(understood(arguments_, any_day()).configuration.network, io::Network::refused);
    arguments_.allow_network = true;
    EXPECT_EQ(understood(arguments_, any_day()).configuration.network, io::Network::allowed);
    // Also where the sources were typed.
    arguments_ = {};
    arguments_.buurten = folder_ / "buurten.gpkg";
    arguments_.positionals = {"/vsicurl/http://127.0.0.1:1/riool.csv"};
    EXPECT_THAT(input_fault(), HasSubstr("add --allow-network"));
}

TEST_F(JobArgumentsTest, LimitsAreReadBeforeAnythingIsOpened) {
    EXPECT_EQ(understood(arguments_, any_day()).configuration.max_vertices, 5'000'000U);
    arguments_.max_vertices = "12";
    arguments_.max_memory = "2G";
    const JobPlan plan = understood(arguments_, any_day());
    EXPECT_EQ(plan.configuration.max_vertices, 12U);
    EXPECT_EQ(plan.memory.bytes, std::uint64_t{2} << 30U);
    arguments_.max_memory = "2";
    EXPECT_THAT(usage_fault(), HasSubstr("--max-memory \"2\" is no amount of memory"));
}

TEST_F(JobArgumentsTest, TheResultOfAFileStaysInItsFolder) {
    EXPECT_EQ(understood(arguments_, any_day()).configuration.uitvoer_named_in, folder_.path());
    arguments_.output = "elders.gpkg";
    EXPECT_EQ(understood(arguments_, any_day()).configuration.uitvoer_named_in, std::nullopt);
}

TEST_F(JobArgumentsTest, TheFileSpeaksWhereTheCommandLineDoesNot) {
    const JobPlan plan = understood(arguments_, any_day());
    EXPECT_EQ(time::iso(plan.configuration.settings.peildatum), "2026-01-31");
    EXPECT_EQ(time::iso(plan.configuration.settings.horizon.horizon), "P1Y");
    EXPECT_EQ(files::path(plan.configuration.uitvoer).filename(), "uit.gpkg");
    EXPECT_EQ(plan.options.overwrite, io::Overwrite::no);
    EXPECT_EQ(plan.options.jobs, 0);
    EXPECT_EQ(plan.progress, ProgressMode::automatic);
    EXPECT_EQ(plan.faults, Faults::counted);
    EXPECT_EQ(plan.report, Report::text);
}

TEST_F(JobArgumentsTest, TheCommandLineComesBeforeTheFile) {
    arguments_.peildatum = "1 maart 2027";
    arguments_.horizon = "18 maanden";
    arguments_.output = "k.gpkg";
    arguments_.lagen = {"koppelkansen, opgaven", "afgekeurd"};
    arguments_.jobs = "2";
    arguments_.overwrite = true;
    arguments_.strict = true;
    arguments_.progress = "always";
    arguments_.crs = "EPSG:28992";
    const JobPlan plan = understood(arguments_, any_day());
    EXPECT_EQ(time::iso(plan.configuration.settings.peildatum), "2027-03-01");
    EXPECT_EQ(plan.configuration.settings.horizon.horizon, (time::Period{18, 0}));
    EXPECT_EQ(plan.configuration.uitvoer, "k.gpkg");
    EXPECT_THAT(plan.configuration.lagen, ElementsAre("koppelkansen", "opgaven", "afgekeurd"));
    EXPECT_EQ(plan.configuration.crs_of_nameless, "EPSG:28992");
    EXPECT_EQ(plan.options.jobs, 2);
    EXPECT_EQ(plan.options.overwrite, io::Overwrite::yes);
    EXPECT_EQ(plan.faults, Faults::failure);
    EXPECT_EQ(plan.progress, ProgressMode::always);
}

TEST_F(JobArgumentsTest, ACrsThatIsNoneIsRefusedAlsoWhereNoFileNeedsIt) {
    arguments_.crs = "EPSG:99999999";
    EXPECT_THROW(understood(arguments_, any_day()), domain::UsageError);
}

TEST_F(JobArgumentsTest, TheResultKeepsWhatTheCommandLineChanged) {
    arguments_.horizon = "3 jaar";
    EXPECT_THAT(understood(arguments_, any_day()).configuration.text,
                EndsWith("\n# command line: --horizon P3Y\n"));
}

TEST_F(JobArgumentsTest, AFolderStandsForTheConfigurationInIt) {
    arguments_.positionals = {folder_.path()};
    EXPECT_EQ(understood(arguments_, any_day()).configuration.bronnen.size(), 1U);
    files::remove(folder_ / "koppelkans.toml");
    EXPECT_THAT(input_fault(), HasSubstr("has no koppelkans.toml; koppelkans init"));
    ASSERT_EQ(::mkfifo((folder_ / "koppelkans.toml").c_str(), 0600), 0);
    EXPECT_THAT(input_fault(), HasSubstr("koppelkans.toml: this is not an ordinary file"));
}

TEST_F(JobArgumentsTest, APipeIsNotWaitedFor) {
    ASSERT_EQ(::mkfifo((folder_ / "pijp.toml").c_str(), 0600), 0);
    arguments_.positionals = {folder_ / "pijp.toml"};
    EXPECT_THAT(input_fault(), HasSubstr("pijp.toml: this is not an ordinary file"));
}

TEST_F(JobArgumentsTest, WhatMayNotBeReadIsSaidToBeSo) {
    const test::Nobody nobody;
    for (const std::string& named : {folder_.path(), folder_ / "koppelkans.toml"}) {
        arguments_.positionals = {named};
        EXPECT_THAT(input_fault(), HasSubstr("koppelkans.toml: permission denied"));
    }
}

TEST_F(JobArgumentsTest, AFolderWithoutAnySourceIsNotLeftOut) {
    folder_.write("groen.csv", "id;start\n1;2027\n");
    files::create_directory(folder_ / "leeg");
    files::create_directory(folder_ / "stuk");
    folder_.write("stuk/riool.gpkg", "no database");
    arguments_.buurten = folder_ / "buurten.gpkg";
    for (const char* map : {"leeg", "stuk"}) {
        arguments_.positionals = {folder_ / "groen.csv", folder_ / map};
        EXPECT_THAT(input_fault(), HasSubstr("there is no source of plans in " + (folder_ / map)));
    }
    EXPECT_THAT(input_fault(), HasSubstr("stuk/riool.gpkg: cannot be opened"));
}

TEST_F(JobArgumentsTest, OnlyAConfigurationIsRead) {
    arguments_.positionals = {folder_ / "riool.gpkg"};
    EXPECT_THAT(usage_fault(), HasSubstr("riool.gpkg is not named like a configuration (.toml)"));
    arguments_.positionals = {"a.toml", "b.toml"};
    EXPECT_THAT(usage_fault(), HasSubstr("one configuration at a time, but there are 2 arguments"));
    arguments_.positionals.clear();
    EXPECT_THAT(usage_fault(),
                HasSubstr("name a configuration (koppelkans.toml), or --buurten FILE"));
}

TEST_F(JobArgumentsTest, BuurtenGoWithPlans) {
    arguments_.buurten = "buurten.gpkg";
    EXPECT_THAT(usage_fault(), HasSubstr("koppelkans.toml is a configuration"));
    arguments_.positionals.clear();
    EXPECT_EQ(usage_fault(), "--buurten needs the files or folders with plans behind it");
}

TEST_F(JobArgumentsTest, ThePeildatumIsOneDay) {
    for (const char* text : {"15-04-2027", "20270415", "15 april 2027"}) {
        arguments_.peildatum = text;
        EXPECT_EQ(time::iso(understood(arguments_, any_day()).configuration.settings.peildatum),
                  "2027-04-15");
    }
    for (const char* text :
         {"april 2027", "2027", "na 2030", "ntb", "nonsense", "", "2027-02-30"}) {
        arguments_.peildatum = text;
        EXPECT_THAT(usage_fault(), HasSubstr("is no single day; write it as 2027-04-15")) << text;
    }
}

TEST_F(JobArgumentsTest, TheHorizonIsAPeriod) {
    arguments_.horizon = "two";
    EXPECT_EQ(usage_fault(),
              "--horizon \"two\" is no period; write it as P2Y, \"2 jaar\" or \"24 maanden\"");
}

TEST_F(JobArgumentsTest, LayersAreThoseOfTheResult) {
    arguments_.lagen = {"koppelkanzen"};
    EXPECT_EQ(usage_fault(),
              "--lagen: unknown layer \"koppelkanzen\"; did you mean \"koppelkansen\"?");
    arguments_.lagen = {"koppelkansen,"};
    EXPECT_THAT(usage_fault(), HasSubstr("unknown layer \"\"; known: koppelkansen, "));
    arguments_.lagen = {"koppelkansen_totaal"};
    EXPECT_THAT(usage_fault(), HasSubstr("is a view of koppelkansen"));
}

TEST_F(JobArgumentsTest, JobsAreANumberOfThreads) {
    for (const char* text : {"-1", "two", "1025", "2x", "", "99999999999999999999"}) {
        arguments_.jobs = text;
        EXPECT_THAT(usage_fault(), HasSubstr("is no number of threads")) << text;
    }
}

TEST_F(JobArgumentsTest, ProgressIsOneOfThreeWords) {
    arguments_.progress = "sometimes";
    EXPECT_EQ(usage_fault(), "--progress \"sometimes\": it is auto, always or never");
}

TEST_F(JobArgumentsTest, QuietPrintsNothingButWhatJsonAsksFor) {
    arguments_.quiet = true;
    arguments_.progress = "always";
    const JobPlan quiet = understood(arguments_, any_day());
    EXPECT_EQ(quiet.report, Report::none);
    EXPECT_EQ(quiet.progress, ProgressMode::never);
    EXPECT_EQ(job_outcome(quiet, toy_summary()).text, "");
    arguments_.json = true;
    EXPECT_EQ(understood(arguments_, any_day()).report, Report::json);
}

TEST(JobOutcome, StrictFailsOnFaultsOnly) {
    JobPlan plan;
    plan.faults = Faults::failure;
    const Outcome with_faults = job_outcome(plan, toy_summary());
    EXPECT_EQ(with_faults.code, ExitCode::failed);
    EXPECT_EQ(with_faults.message, "2 rows have faults (--strict)");
    EXPECT_THAT(with_faults.text, HasSubstr("datum_ongeldig"));
    io::Summary by_rule = toy_summary();
    by_rule.sources[0].afgekeurd.erase(domain::Reden::datum_ongeldig);
    EXPECT_EQ(job_outcome(plan, by_rule).code, ExitCode::done);
    EXPECT_EQ(job_outcome(plan, by_rule).message, "");
}

TEST(JobOutcome, SaysWhatToDoWhereGebiedskansenAreMillions) {
    io::Summary summary = toy_summary();
    summary.layers = {{"koppelkansen", 2'000'000}, {"gebiedskansen", 1'000'000}};
    JobPlan plan;
    EXPECT_THAT(job_outcome(plan, summary).text, Not(HasSubstr("gebiedskansen has")));
    summary.layers[1].rows = 4'500'000;
    EXPECT_THAT(job_outcome(plan, summary).text,
                HasSubstr("warning     gebiedskansen has 4500000 rows"));
    plan.report = Report::json;
    EXPECT_THAT(job_outcome(plan, summary).text, HasSubstr("gebiedskansen has 4500000 rows"));
}

TEST(JobOutcome, WithoutStrictFaultsAreCounted) {
    EXPECT_EQ(job_outcome(JobPlan(), toy_summary()).code, ExitCode::done);
}

io::Summary say_where(const io::Configuration& configuration, const io::JobOptions& options,
                      analysis::Progress& progress) {
    progress.begin(analysis::Phase::buurten, 1);
    options.on_temporary_file("beside.gpkg");
    options.on_temporary_file("");
    progress.end();
    io::Summary summary = toy_summary();
    summary.uitvoer = configuration.uitvoer;
    return summary;
}

TEST(CarryOut, HandsTheConfigurationToTheJob) {
    JobPlan plan;
    plan.progress = ProgressMode::never;
    plan.configuration.uitvoer = "here.gpkg";
    EXPECT_EQ(carry_out(say_where, plan).uitvoer, "here.gpkg");
}

TEST(Today, IsADayOfThisCentury) {
    EXPECT_GT(today(), *time::Day::from_ymd(2024, 1, 1));
    EXPECT_LT(today(), *time::Day::from_ymd(2100, 1, 1));
}

}  // namespace
}  // namespace koppelkans::tools
