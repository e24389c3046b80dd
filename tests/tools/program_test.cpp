#include "tools/koppelkans/program.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/io/job.h"
#include "tests/support/nobody.h"
#include "tests/tools/scratch_folder.h"

namespace koppelkans::tools {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::StartsWith;

TEST(Program, VersionNamesTheLibraries) {
    const std::string number = "[0-9]+\\.[0-9]+\\.[0-9]+[^\n]*\n";
    EXPECT_THAT(version_text(), MatchesRegex("koppelkans " + number + "GDAL " + number + "GEOS " +
                                             number + "PROJ " + number + "SQLite " + number));
    EXPECT_THAT(version_text(), StartsWith("koppelkans " + io::version() + "\n"));
    EXPECT_EQ(outcome_of({"--version"}).text, version_text());
}

TEST(Program, HelpIsNoFault) {
    const Outcome help = outcome_of({"run", "-h"});
    EXPECT_EQ(help.code, ExitCode::done);
    EXPECT_THAT(help.text, StartsWith("koppelkans run - "));
    EXPECT_EQ(help.message, "");
    EXPECT_THAT(outcome_of({"-h"}).text, StartsWith("koppelkans - "));
}

TEST(Program, AWrongCommandLineEndsWithTwo) {
    for (const std::vector<std::string>& line : {std::vector<std::string>{},
                                                 {"rn"},
                                                 {"run"},
                                                 {"init"},
                                                 {"init", "a", "b"},
                                                 {"check", "--x"}}) {
        const Outcome outcome = outcome_of(line);
        EXPECT_EQ(outcome.code, ExitCode::wrong_usage) << outcome.message;
        EXPECT_NE(outcome.message, "");
        EXPECT_EQ(outcome.text, "");
    }
}

TEST(Program, InputThatDoesNotAllowItEndsWithOne) {
    for (const std::vector<std::string>& line : {std::vector<std::string>{"run", "nergens.toml"},
                                                 {"init", "nergens"},
                                                 {"check", "nergens"}}) {
        const Outcome outcome = outcome_of(line);
        EXPECT_EQ(outcome.code, ExitCode::failed);
        EXPECT_THAT(outcome.message, HasSubstr("nergens"));
    }
}

TEST(Program, InitSaysWhereItMayNotLook) {
    const ScratchFolder folder;
    std::filesystem::create_directory(folder / "map");
    const test::Nobody nobody;
    for (const std::string& named : {folder.path(), folder / "map"}) {
        const Outcome outcome = outcome_of({"init", named});
        EXPECT_EQ(outcome.code, ExitCode::failed);
        EXPECT_THAT(outcome.message, HasSubstr(named + ": permission denied"));
    }
}

TEST(Program, SoortenListsTheCatalogueOfAConfigurationToo) {
    const ScratchFolder folder;
    folder.write("buurten.gpkg", "");
    folder.write("k.toml",
                 "[buurten]\nbron = \"buurten.gpkg\"\n"
                 "[[bronnen]]\nnaam = \"a\"\nbron = \"buurten.gpkg\"\nsoort = \"duiventil\"\n"
                 "[soorten.duiventil]\nnaam = \"Duiventil\"\ndomein = \"groen\"\n"
                 "aard = \"fysiek\"\nwerkafstand = 2.5\n");
    const Outcome shipped = outcome_of({"soorten"});
    EXPECT_EQ(shipped.code, ExitCode::done);
    EXPECT_THAT(shipped.text, HasSubstr("\nrioolvervanging "));
    EXPECT_THAT(shipped.text, Not(HasSubstr("duiventil")));
    const Outcome own = outcome_of({"soorten", folder / "k.toml"});
    EXPECT_THAT(own.text, HasSubstr("\nduiventil ")) << own.message;
}

TEST(Program, InitDoesNotReplaceAFileUnlessAsked) {
    const ScratchFolder folder;
    folder.write("koppelkans.toml", "[buurten] # mine");
    EXPECT_EQ(outcome_of({"init", folder.path()}).code, ExitCode::failed);
    EXPECT_EQ(folder.read("koppelkans.toml"), "[buurten] # mine");
    const Outcome replaced = outcome_of({"init", folder.path(), "--overwrite"});
    EXPECT_EQ(replaced.code, ExitCode::done) << replaced.message;
    EXPECT_THAT(folder.read("koppelkans.toml"), StartsWith("# Made by koppelkans init."));
    EXPECT_THAT(replaced.text,
                EndsWith("Next: koppelkans check " + (folder / "koppelkans.toml") + "\n"));
}

TEST(Program, InitIntoAFolderThatIsNotThereSaysSo) {
    const ScratchFolder folder;
    const Outcome outcome = outcome_of({"init", folder.path(), "--output", folder / "no/k.toml"});
    EXPECT_EQ(outcome.code, ExitCode::failed);
    EXPECT_THAT(outcome.message, HasSubstr("no/k.toml: there is no folder"));
}

TEST(Program, InitReplacesNoSource) {
    const ScratchFolder folder;
    folder.write("groen.csv", "id,start\n1,2027\n");
    const Outcome outcome =
        outcome_of({"init", folder.path(), "--overwrite", "--output", folder / "groen.csv"});
    EXPECT_EQ(outcome.code, ExitCode::failed);
    EXPECT_THAT(outcome.message, HasSubstr("groen.csv: the file there is no configuration"));
    EXPECT_EQ(folder.read("groen.csv"), "id,start\n1,2027\n");
}

TEST(Program, InitKeepsToItsMemory) {
    const ScratchFolder folder;
    const Outcome outcome = outcome_of({"init", folder.path(), "--max-memory", "1M"});
    EXPECT_EQ(outcome.code, ExitCode::failed);
    EXPECT_THAT(outcome.message, HasSubstr("1M of --max-memory"));
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace koppelkans::tools
