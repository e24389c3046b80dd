#include "engine/io/open_files.h"

#include <fstream>
#include <memory>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

/// So many open files for this process, as long as it lasts.
class OpenFiles {
  public:
    explicit OpenFiles(rlim_t most) {
        getrlimit(RLIMIT_NOFILE, &usual_);
        rlimit few = usual_;
        few.rlim_cur = most;
        setrlimit(RLIMIT_NOFILE, &few);
    }
    ~OpenFiles() { setrlimit(RLIMIT_NOFILE, &usual_); }
    OpenFiles(const OpenFiles&) = delete;
    OpenFiles& operator=(const OpenFiles&) = delete;

  private:
    rlimit usual_{};
};

class OpenFilesTest : public SourceTest {
  protected:
    void SetUp() override {
        SourceTest::SetUp();
        run_.crs_of_nameless = "EPSG:28992";
    }
};

TEST_F(OpenFilesTest, ManySourcesAreRefusedBeforeOneOfThemLosesAFile) {
    std::vector<std::string> paths;
    for (int i = 0; i < 40; ++i) {
        paths.push_back(write(fmt::format("bron{}.csv", i), "id,naam,WKT\n1,a,POINT (1 2)\n"));
    }
    constexpr rlim_t allowed = 48;
    const OpenFiles few(allowed);
    std::vector<std::unique_ptr<Source>> sources;
    const std::string said = input_error([&] {
        for (const std::string& path : paths) {
            sources.push_back(std::make_unique<Source>(riool(path), run_, rd_));
        }
    });
    EXPECT_THAT(said, AllOf(HasSubstr(fmt::format("bron{}.csv", sources.size())),
                            HasSubstr("cannot be opened: the system allows 48 open files, and the "
                                      "sources before this one take nearly all; allow more")));
    ASSERT_GE(sources.size(), 3U);
    // What was open keeps its rows, and what closes makes room.
    EXPECT_EQ(all_rows(*sources.front()).size(), 1U);
    sources.clear();
    Source last(riool(paths.back()), run_, rd_);
    EXPECT_EQ(all_rows(last).size(), 1U);
}

TEST_F(OpenFilesTest, NoFileStaysOpen) {
    const auto next = [] {
        std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen("/dev/null", "r"),
                                                             std::fclose);
        return fileno(file.get());
    };
    const int before = next();
    EXPECT_NO_THROW(check_open_files({"bron.csv", {}, {}}));
    EXPECT_EQ(next(), before);
    const OpenFiles few(static_cast<rlim_t>(before) + 5);
    EXPECT_THAT(input_error([] {
                    check_open_files({"bron.csv", {}, {}});
                }),
                HasSubstr("bron.csv: cannot be opened: the system allows"));
    EXPECT_EQ(next(), before);
}

}  // namespace
}  // namespace koppelkans::io
