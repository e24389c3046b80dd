#include "engine/io/fgb_check.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"

namespace koppelkans::io {
namespace {

using ::testing::HasSubstr;

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// FlatGeobuf files whose header does not say the truth.
class FgbCheckTest : public SourceTest {
  protected:
    /// The bytes of a file of points, each with a text of so many letters.
    std::string points(int count, const char* index, std::size_t letters = 10) {
        LayerSpec layer;
        layer.geometry = "POINT";
        layer.columns = {"id", "naam"};
        layer.options = {std::string("SPATIAL_INDEX=") + index};
        for (int i = 0; i < count; ++i) {
            layer.rows.push_back(
                {std::to_string(i), std::string(letters, 'x'), "POINT (155000 463000)"});
        }
        const std::string file = path("bron.fgb");
        std::filesystem::remove(file);
        write_dataset("FlatGeobuf", file, {layer});
        return bytes_of(file);
    }
    /// The same with another count in the header.
    static std::string counting(std::string bytes, char from, char to) {
        const std::size_t at = bytes.find(from + std::string(7, '\0'), 12);
        EXPECT_NE(at, std::string::npos);
        bytes[at] = to;
        return bytes;
    }
    std::size_t rows(const std::string& bytes) {
        Source source(riool(write("plan.fgb", bytes)), run_, rd_);
        return all_rows(source).size();
    }
    std::string refusal(const std::string& bytes) {
        return input_error([&] { rows(bytes); });
    }
};

TEST_F(FgbCheckTest, AFileThatSaysTheTruthIsRead) {
    for (const int count : {1, 15, 16, 17, 300}) {
        for (const char* index : {"YES", "NO"}) {
            EXPECT_EQ(rows(points(count, index)), static_cast<std::size_t>(count)) << index;
        }
    }
    EXPECT_EQ(rows(points(7, "YES", 100000)), 7U);
    EXPECT_EQ(rows(points(7, "NO", 100000)), 7U);
}

TEST_F(FgbCheckTest, FewerCountedThanThereAreIsRefused) {
    const std::string six = points(6, "NO");
    EXPECT_EQ(refusal(counting(six, 6, 3)),
              path("plan.fgb") +
                  ", layer plannen: its header counts 3 features and more stand behind these, so "
                  "rows would be lost; ask for the file again, or for the same in another format");
    const std::string indexed = points(6, "YES");
    EXPECT_THAT(refusal(indexed + indexed.substr(indexed.size() - 20)),
                HasSubstr("counts 6 features and more stand behind these"));
}

TEST_F(FgbCheckTest, AFileCutOffBetweenFeaturesIsRefused) {
    EXPECT_THAT(refusal(counting(points(6, "NO"), 6, 9)),
                HasSubstr("its header counts 9 features and it holds 6, so rows would be lost"));
}

TEST_F(FgbCheckTest, ACountOf0IsNone) {
    EXPECT_EQ(rows(counting(points(6, "NO"), 6, 0)), 6U);
}

TEST_F(FgbCheckTest, SaysNothingOfWhatIsNoFlatGeobuf) {
    const std::string whole = points(6, "NO");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        write("half.fgb", whole.substr(0, size));
        std::string said;
        try {
            check_fgb(path("half.fgb"), {path("half.fgb"), {}, {}});
        } catch (const domain::InputError& error) {
            said = error.what();
        }
        // Cut off between two features, or before the first.
        EXPECT_THAT(said, ::testing::AnyOf("", HasSubstr("counts 6 features and it holds")))
            << size;
    }
    check_fgb(path("nergens.fgb"), {path("nergens.fgb"), {}, {}});
    std::string broken = whole;
    for (std::size_t at = 8; at < 80; ++at) {
        broken[at] = '\xFF';
        write("half.fgb", broken);
        try {
            check_fgb(path("half.fgb"), {path("half.fgb"), {}, {}});
        } catch (const domain::InputError&) {
            continue;
        }
    }
}

}  // namespace
}  // namespace koppelkans::io
