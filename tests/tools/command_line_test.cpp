#include "tools/koppelkans/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/domain/errors.h"

namespace koppelkans::tools {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Typed {
    std::vector<std::string> plans;
    std::vector<std::string> lagen;
    std::optional<std::string> output;
    bool overwrite = false;
};

std::vector<Command> toy_commands(Typed& typed) {
    Command run;
    run.text.name = "run";
    run.positionals = {"PLAN", "Files.", &typed.plans};
    run.options = {{"--lagen", "LAYERS", "Layers.", &typed.lagen},
                   {"-o,--output", "FILE", "Target.", &typed.output},
                   {"--overwrite", "", "Replace.", &typed.overwrite}};
    Command soorten;
    soorten.text.name = "soorten";
    return {run, soorten};
}

std::string refusal(const std::vector<std::string>& arguments) {
    Typed typed;
    const std::vector<Command> commands = toy_commands(typed);
    try {
        parse_command_line(arguments, commands);
    } catch (const domain::UsageError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(CommandLine, PutsValuesWhereTheOptionsWantThem) {
    Typed typed;
    const std::vector<Command> commands = toy_commands(typed);
    const ParsedLine line = parse_command_line(
        {"run", "a.gpkg", "--output", "k.gpkg", "b.shp", "--overwrite"}, commands);
    EXPECT_EQ(line.wish, Wish::run);
    ASSERT_NE(line.command, nullptr);
    EXPECT_EQ(line.command->text.name, "run");
    EXPECT_THAT(typed.plans, ElementsAre("a.gpkg", "b.shp"));
    EXPECT_EQ(typed.output, "k.gpkg");
    EXPECT_TRUE(typed.overwrite);
}

TEST(CommandLine, ReadsValuesBehindAnEqualsSignAndShortNames) {
    Typed typed;
    const std::vector<Command> commands = toy_commands(typed);
    parse_command_line({"run", "--lagen=koppelkansen,opgaven", "-o", "k.gpkg"}, commands);
    EXPECT_THAT(typed.lagen, ElementsAre("koppelkansen,opgaven"));
    EXPECT_EQ(typed.output, "k.gpkg");
}

TEST(CommandLine, AnOptionTakesOneValueAndLeavesTheNextArgument) {
    Typed typed;
    const std::vector<Command> commands = toy_commands(typed);
    parse_command_line({"run", "--lagen", "koppelkansen", "a.gpkg", "--lagen", "opgaven"},
                       commands);
    EXPECT_THAT(typed.lagen, ElementsAre("koppelkansen", "opgaven"));
    EXPECT_THAT(typed.plans, ElementsAre("a.gpkg"));
}

TEST(CommandLine, BehindTwoDashesEverythingIsAnArgument) {
    Typed typed;
    const std::vector<Command> commands = toy_commands(typed);
    EXPECT_EQ(parse_command_line({"run", "--", "--help", "-x"}, commands).wish, Wish::run);
    EXPECT_THAT(typed.plans, ElementsAre("--help", "-x"));
}

TEST(CommandLine, AnArgumentMayBeNamedLikeACommand) {
    Typed typed;
    const std::vector<Command> commands = toy_commands(typed);
    EXPECT_EQ(parse_command_line({"run", "run", "soorten"}, commands).wish, Wish::run);
    EXPECT_THAT(typed.plans, ElementsAre("run", "soorten"));
}

TEST(CommandLine, HelpWinsOverFaultsInTheRestOfTheLine) {
    Typed typed;
    const std::vector<Command> commands = toy_commands(typed);
    const ParsedLine of_run = parse_command_line({"run", "--nonsense", "-h"}, commands);
    EXPECT_EQ(of_run.wish, Wish::help);
    EXPECT_EQ(of_run.command, &commands[0]);
    const ParsedLine of_all = parse_command_line({"--help"}, commands);
    EXPECT_EQ(of_all.wish, Wish::help);
    EXPECT_EQ(of_all.command, nullptr);
}

TEST(CommandLine, ReadsVersion) {
    Typed typed;
    const std::vector<Command> commands = toy_commands(typed);
    EXPECT_EQ(parse_command_line({"--version"}, commands).wish, Wish::version);
}

TEST(CommandLine, ProposesTheNearestOption) {
    EXPECT_EQ(refusal({"run", "--outptu", "k.gpkg"}),
              "run has no option --outptu; did you mean --output?");
    EXPECT_EQ(refusal({"run", "--overwrit=yes"}),
              "run has no option --overwrit; did you mean --overwrite?");
}

TEST(CommandLine, SendsToTheHelpWhereNoOptionIsNear) {
    EXPECT_EQ(refusal({"run", "--zzz"}), "run has no option --zzz; see koppelkans run -h");
    EXPECT_EQ(refusal({"soorten", "extra"}),
              "soorten takes no argument \"extra\"; see koppelkans soorten -h");
    EXPECT_EQ(refusal({"--wersion"}),
              "there is no option --wersion before a command; did you mean --version?");
    EXPECT_EQ(refusal({"--zzz"}), "there is no option --zzz before a command; see koppelkans -h");
}

TEST(CommandLine, ProposesTheNearestCommand) {
    EXPECT_EQ(refusal({"rum"}), "there is no command \"rum\"; did you mean run?");
    EXPECT_EQ(refusal({"zzzzzz", "-h"}),
              "there is no command \"zzzzzz\"; the commands are run, soorten");
    EXPECT_EQ(refusal({}), "name a command: run, soorten; koppelkans -h explains them");
}

TEST(CommandLine, SaysWhatIsWrongWithAValue) {
    EXPECT_EQ(refusal({"run", "--output"}), "--output needs a value");
    EXPECT_EQ(refusal({"run", "--output", "a", "--output", "b"}),
              "--output takes one value and can be given once");
}

TEST(CommandLine, AFlagTakesNoValue) {
    EXPECT_THAT(refusal({"run", "--overwrite=maybe"}), HasSubstr("--overwrite"));
}

}  // namespace
}  // namespace koppelkans::tools
