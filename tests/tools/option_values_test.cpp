#include "tools/koppelkans/option_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/domain/errors.h"
#include "engine/io/configuration.h"

namespace koppelkans::tools {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(OptionValues, ReadListsWithCommasAndOfRepeatedOptions) {
    EXPECT_THAT(read_list({}), IsEmpty());
    EXPECT_THAT(read_list({"html"}), ElementsAre("html"));
    EXPECT_THAT(read_list({"html, pdf", "xlsx"}), ElementsAre("html", "pdf", "xlsx"));
    EXPECT_THAT(read_list({"a,,b"}), ElementsAre("a", "", "b"))
        << "its reader refuses an empty one";
}

TEST(OptionValues, ReadNumbersOfThreads) {
    EXPECT_EQ(read_jobs(std::nullopt), 0);
    EXPECT_EQ(read_jobs("2"), 2);
    EXPECT_EQ(read_jobs("1024"), 1024);
    for (const char* wrong : {"", "-1", "1025", "2x", " 2", "99999999999"}) {
        EXPECT_THROW(read_jobs(wrong), domain::UsageError) << wrong;
    }
}

TEST(OptionValues, ReadNumbersOfVertices) {
    EXPECT_EQ(read_max_vertices(std::nullopt), io::default_max_vertices);
    EXPECT_EQ(read_max_vertices("1"), 1U);
    EXPECT_EQ(read_max_vertices("20000000"), 20'000'000U);
    for (const char* wrong : {"", "0", "-1", "1e6", "1.000", " 2", "99999999999999999999"}) {
        EXPECT_THROW(read_max_vertices(wrong), domain::UsageError) << wrong;
    }
}

TEST(OptionValues, ReadWhenProgressIsShown) {
    EXPECT_EQ(read_progress(std::nullopt, false), ProgressMode::automatic);
    EXPECT_EQ(read_progress("always", false), ProgressMode::always);
    EXPECT_EQ(read_progress("always", true), ProgressMode::never) << "quiet overrules";
    EXPECT_THROW(read_progress("sometimes", false), domain::UsageError);
    EXPECT_THROW(read_progress("sometimes", true), domain::UsageError)
        << "a slip is told, also where nothing would be shown";
}

TEST(OptionValues, TakeACrsThatProjKnows) {
    EXPECT_NO_THROW(check_crs(std::nullopt));
    EXPECT_NO_THROW(check_crs("EPSG:28992"));
    EXPECT_NO_THROW(check_crs("Amersfoort / RD New"));
    for (const char* wrong : {"", "EPSG:99999999", "RD"}) {
        EXPECT_THROW(check_crs(wrong), domain::UsageError) << wrong;
    }
}

}  // namespace
}  // namespace koppelkans::tools
