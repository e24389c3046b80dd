#include "tools/koppelkans/help.h"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace koppelkans::tools {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::size_t longest_line(const std::string& text) {
    std::istringstream lines(text);
    std::string line;
    std::size_t longest = 0;
    while (std::getline(lines, line)) {
        longest = std::max(longest, line.size());
    }
    return longest;
}

TEST(Wrapped, BreaksAtBlanks) {
    EXPECT_THAT(wrapped("one two  three", 7), ElementsAre("one two", "three"));
    EXPECT_THAT(wrapped("one two  three", 6), ElementsAre("one", "two", "three"));
    EXPECT_TRUE(wrapped("   ", 6).empty());
}

TEST(Wrapped, GivesALongWordALineOfItsOwn) {
    EXPECT_THAT(wrapped("a rioolvervanging b", 5), ElementsAre("a", "rioolvervanging", "b"));
}

TEST(Wrapped, CountsCharactersNotBytes) {
    EXPECT_THAT(wrapped("\u00e9\u00e9\u00e9 \u00e9\u00e9", 6),
                ElementsAre("\u00e9\u00e9\u00e9 \u00e9\u00e9"));
}

TEST(Help, OfTheProgramNamesEveryCommand) {
    const std::string help = program_help(all_commands());
    for (const Command& command : all_commands()) {
        EXPECT_THAT(help, HasSubstr("\n  " + command.text.name + " ")) << command.text.name;
    }
    EXPECT_THAT(help, HasSubstr("Exit codes:"));
    EXPECT_LE(longest_line(help), 80U);
}

TEST(Help, OfEachCommandExplainsEveryOptionAndHasAnExample) {
    for (const Command& command : all_commands()) {
        const std::string help = command_help(command);
        EXPECT_THAT(help, HasSubstr("Usage: koppelkans " + command.text.name));
        for (const Option& option : command.options) {
            EXPECT_THAT(help, HasSubstr("\n  " + option.names)) << command.text.name;
            EXPECT_FALSE(option.help.empty()) << option.names;
        }
        ASSERT_FALSE(command.text.examples.empty()) << command.text.name;
        EXPECT_THAT(help, HasSubstr("  koppelkans " + command.text.name));
        EXPECT_FALSE(command.text.description.empty()) << command.text.name;
        EXPECT_LE(longest_line(help), 96U) << command.text.name;
    }
}

TEST(Help, PutsTheExplanationOfALongOptionBelowIt) {
    Command command;
    command.text = {"toy", "a toy", {"FILE"}, {"It plays."}, {{"koppelkans toy x", "Plays."}}};
    std::optional<std::string> value;
    command.options = {{"--a-very-long-option-name", "VALUE", "Explained.", &value}};
    EXPECT_EQ(command_help(command),
              "koppelkans toy - a toy\n"
              "\n"
              "Usage: koppelkans toy FILE\n"
              "\n"
              "It plays.\n"
              "\n"
              "Options:\n"
              "  --a-very-long-option-name VALUE\n"
              "                        Explained.\n"
              "  -h, --help            Print this.\n"
              "\n"
              "Example:\n"
              "  koppelkans toy x\n"
              "      Plays.\n");
}

}  // namespace
}  // namespace koppelkans::tools
