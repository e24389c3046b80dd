#include "engine/domain/readable_text.h"

#include <gtest/gtest.h>

namespace koppelkans::domain {
namespace {

constexpr const char* mark = "\xEF\xBF\xBD";

std::string marks(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += mark;
    }
    return text;
}

TEST(Readable, KeepsWhatAnyoneCanRead) {
    for (const char* text : {"", "Riool & <script>", "één\ttwee\ndrie", "שלום 🌳", "\xC2\xA0"}) {
        EXPECT_EQ(readable(text), text);
    }
}

TEST(Readable, MarksBytesThatAreNoUtf8) {
    EXPECT_EQ(readable("caf\xE9!"), "caf" + marks(1) + "!");
    EXPECT_EQ(readable("\xC0\xAF"), marks(2)) << "overlong";
    EXPECT_EQ(readable("\xE0\x80\x80"), marks(3)) << "overlong";
    EXPECT_EQ(readable("\xF4\x90\x80\x80"), marks(4)) << "beyond U+10FFFF";
    EXPECT_EQ(readable("a\xE2\x82"), "a" + marks(2)) << "cut off";
    EXPECT_EQ(readable("\xFF\xFE"), marks(2));
}

TEST(Readable, MarksControlsSurrogatesAndNoncharacters) {
    EXPECT_EQ(readable(std::string("a\0b", 3)), "a" + marks(1) + "b");
    EXPECT_EQ(readable("\x1B[31m"), marks(1) + "[31m");
    EXPECT_EQ(readable("\x7F\xC2\x85"), marks(2));
    EXPECT_EQ(readable("\xED\xA0\x80"), marks(1)) << "U+D800";
    EXPECT_EQ(readable("\xEF\xBF\xBF"), marks(1)) << "U+FFFF";
}

TEST(Readable, EndsLinesInOneWay) {
    EXPECT_EQ(readable("a\r\nb\rc\r"), "a\nb\nc\n");
}

TEST(Shortened, CountsCharactersAndEndsInAnEllipsis) {
    EXPECT_EQ(shortened("éénéén", 6), "éénéén");
    EXPECT_EQ(shortened("éénéén!", 6), "éénéé…");
    EXPECT_EQ(shortened("🌳🌳🌳", 2), "🌳…");
    EXPECT_EQ(shortened("ab", 1), "…");
    EXPECT_EQ(shortened("", 1), "");
}

TEST(Utf16, CountsTwoUnitsForWhatLiesBeyondTheFirstPlane) {
    EXPECT_EQ(utf16_units("aé€"), 3U);
    EXPECT_EQ(utf16_units("🌳a"), 3U);
    EXPECT_EQ(shortened_to_utf16("🌳🌳a", 5), "🌳🌳a");
    EXPECT_EQ(shortened_to_utf16("🌳🌳a", 4), "🌳…") << "half a tree is none";
}

}  // namespace
}  // namespace koppelkans::domain
