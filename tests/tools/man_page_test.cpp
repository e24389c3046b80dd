#include "tools/koppelkans/man_page.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tools/koppelkans/help.h"

namespace koppelkans::tools {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ManPages, OneForTheProgramAndOneForEachCommand) {
    std::set<std::string> files;
    for (const ManPage& page : man_pages(all_commands())) {
        files.insert(page.file);
    }
    // The names that tools/koppelkans/CMakeLists.txt installs.
    EXPECT_EQ(files, (std::set<std::string>{"koppelkans.1", "koppelkans-check.1",
                                            "koppelkans-init.1", "koppelkans-report.1",
                                            "koppelkans-run.1", "koppelkans-soorten.1"}));
}

TEST(ManPages, SayWhatTheHelpSays) {
    Command command;
    std::optional<std::string> value;
    command.text = {
        "toy", "a toy", {"FILE"}, {"It plays. It ends."}, {{"koppelkans toy x", "Plays."}}};
    command.positionals = {"FILE", "What to play.", nullptr};
    command.options = {{"--loud", "LEVEL", "How loud.", &value}};
    const std::vector<ManPage> pages = man_pages({command});
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_THAT(pages[0].text, HasSubstr(".Nd " + program_text().summary));
    EXPECT_THAT(pages[0].text, HasSubstr(".It Cm toy\na toy.\nSee\n.Xr koppelkans-toy 1 .\n"));
    EXPECT_EQ(pages[1].file, "koppelkans-toy.1");
    EXPECT_THAT(pages[1].text, HasSubstr(".Dt KOPPELKANS-TOY 1\n"));
    EXPECT_THAT(pages[1].text, HasSubstr("It plays.\nIt ends.\n"));
    EXPECT_THAT(pages[1].text, HasSubstr(".It \\-\\-loud LEVEL\nHow loud.\n"));
    EXPECT_THAT(pages[1].text, HasSubstr(".It FILE\nWhat to play.\n"));
    EXPECT_THAT(pages[1].text, HasSubstr(".Dl koppelkans toy x\n"));
    EXPECT_THAT(pages[1].text, HasSubstr(".Sh SEE ALSO\n.Xr koppelkans 1\n"));
}

TEST(ManPages, KeepRoffFromReadingTheTextAsItsOwn) {
    Command command;
    command.text = {"toy", "a toy", {""}, {"C:\\data. .toml is read. 'quoted' too"}, {{"x", "y"}}};
    const std::string page = man_pages({command})[1].text;
    EXPECT_THAT(page, HasSubstr("C:\\edata.\n"));
    EXPECT_THAT(page, HasSubstr("\\&.toml is read.\n"));
    EXPECT_THAT(page, HasSubstr("\\&'quoted' too\n"));
    EXPECT_THAT(page, Not(HasSubstr("\n.toml")));
}

TEST(ManPages, AreTheSameEveryTime) {
    const auto once = man_pages(all_commands());
    const auto again = man_pages(all_commands());
    ASSERT_EQ(once.size(), again.size());
    for (std::size_t i = 0; i < once.size(); ++i) {
        EXPECT_EQ(once[i].text, again[i].text);
    }
}

}  // namespace
}  // namespace koppelkans::tools
