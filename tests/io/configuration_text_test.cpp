#include "engine/io/configuration_text.h"

#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace koppelkans::io {
namespace {

using Kind = TomlPartKind;

std::vector<std::pair<Kind, std::string>> parts_of(const std::string& text) {
    std::vector<std::pair<Kind, std::string>> parts;
    for (const TomlPart& part : toml_parts(text)) {
        parts.emplace_back(part.kind, part.text);
    }
    return parts;
}

TEST(TomlParts, TellStringsAndCommentsFromTheRest) {
    const std::vector<std::pair<Kind, std::string>> expected = {
        {Kind::bare, "a = "},   {Kind::basic_text, R"("x\"#'y")"},
        {Kind::bare, " "},      {Kind::comment, "# \"z"},
        {Kind::bare, "\nb = "}, {Kind::literal_text, R"('\')"},
        {Kind::bare, "\n"},
    };
    EXPECT_EQ(parts_of("a = \"x\\\"#'y\" # \"z\nb = '\\'\n"), expected);
}

TEST(TomlParts, KnowStringsOfMoreLines) {
    const std::vector<std::pair<Kind, std::string>> expected = {
        {Kind::basic_text, "\"\"\"a\n\"b\" \\\"\"\" c\"\"\"\"\""},
        {Kind::bare, "="},
        {Kind::literal_text, "'''x\n'' y'''"},
    };
    EXPECT_EQ(parts_of("\"\"\"a\n\"b\" \\\"\"\" c\"\"\"\"\"='''x\n'' y'''"), expected);
}

TEST(TomlParts, EndAStringThatIsNotClosedWithItsLine) {
    const std::vector<std::pair<Kind, std::string>> expected = {
        {Kind::basic_text, "\"abc"}, {Kind::bare, "\nd"}, {Kind::literal_text, "'''e\nf"}};
    EXPECT_EQ(parts_of("\"abc\nd'''e\nf"), expected);
    EXPECT_EQ(parts_of("\"\\").size(), 1U);
    EXPECT_TRUE(parts_of("").empty());
}

TEST(TomlParts, TogetherAreTheText) {
    std::mt19937 random(7);
    const std::string signs = "\"'#\\\na.=";
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::size_t i = random() % 40; i > 0; --i) {
            text += signs[random() % signs.size()];
        }
        std::string together;
        for (const TomlPart& part : toml_parts(text)) {
            ASSERT_FALSE(part.text.empty());
            together += part.text;
        }
        EXPECT_EQ(together, text);
    }
}

TEST(FindDeepKey, CountsThePartsOfOneKey) {
    const std::string sixteen = "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p";
    EXPECT_FALSE(find_deep_key(sixteen + " = 1").has_value());
    EXPECT_FALSE(find_deep_key("[" + sixteen + "]\n" + sixteen + " = 1.5").has_value());
    EXPECT_FALSE(find_deep_key("a = '" + sixteen + "." + sixteen + "'").has_value());
    EXPECT_FALSE(
        find_deep_key("a = [1.0,1.0,1.0,1.0,1.0,1.0,1.0,1.0,1.0,1.0,1.0,1.0,1.0,1.0,1.0,1.0,1.0]")
            .has_value());
    const auto deep = find_deep_key("# é\n[" + sixteen + ".q]");
    ASSERT_TRUE(deep.has_value());
    EXPECT_EQ(deep->line, 2U);
    EXPECT_EQ(deep->column, 33U);
    EXPECT_TRUE(find_deep_key("a = { " + sixteen + ".\"q\" = 1 }").has_value());
}

TEST(MaskedToml, ChangesNothingWithoutSecrets) {
    const std::string text = "# a\nb = \"\\u00e9\" \nc = '''\nd'''\n";
    EXPECT_EQ(masked_toml(text), text);
}

TEST(MaskedToml, HidesSecretsInEveryKindOfString) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"a = \"PG:password=x user=y\"", "a = \"PG:password=*** user=y\""},
        {"a = 'PG:password=x user=y'", "a = \"PG:password=*** user=y\""},
        {"a = \"PG:password=\\\"x y\\\" user=z\"", "a = \"PG:password=*** user=z\""},
        {"a = \"PG:pass\\u0077ord=\\u00e9\\U0001F600 user=\\\"\\\\\"",
         "a = \"PG:password=*** user=\\\"\\\\\""},
        {"a = \"\"\"\nPG:password=x \\\n   user=é\tq\"\"\"",
         "a = \"PG:password=*** user=é\\u0009q\""},
        {"a = '''\r\nPG:password=x\nuser=y'''", "a = \"PG:password=***\\u000Auser=y\""},
        {"# was PG:password=x user=y\na = 1", "# was PG:password=*** user=y\na = 1"},
        {"a = 'https://u:p@h/x' # b", "a = \"https://u:***@h/x\" # b"},
    };
    for (const auto& [text, expected] : cases) {
        EXPECT_EQ(masked_toml(text), expected);
        // What comes out can be read again, and holds no more to hide.
        EXPECT_NO_THROW(parse_toml(masked_toml(text), "k.toml"));
        EXPECT_EQ(masked_toml(masked_toml(text)), masked_toml(text));
    }
}

TEST(ParseToml, KeepsTheOrderAndThePlacesOfTheFile) {
    const TomlValue file =
        parse_toml("# é\nb = 'é'\na = [1, 2.5, true]\n[c.d]\ne = 07:00:00\n", "k.toml");
    ASSERT_EQ(file.entries.size(), 3U);
    EXPECT_EQ(file.entries[0].key, "b");
    EXPECT_EQ(file.entries[0].place.line, 2U);
    EXPECT_EQ(file.entries[0].value.place.column, 5U);
    EXPECT_EQ(file.entries[0].value.text, "é");
    const TomlValue& list = file.entries[1].value;
    ASSERT_EQ(list.items.size(), 3U);
    EXPECT_EQ(list.items[0].integer, 1);
    EXPECT_EQ(list.items[0].real, 1.0);
    EXPECT_EQ(list.items[1].real, 2.5);
    EXPECT_EQ(list.items[1].place.column, 9U);
    EXPECT_TRUE(list.items[2].boolean);
    const TomlEntry& nested = file.entries[2].value.entries.at(0);
    EXPECT_EQ(nested.key, "d");
    EXPECT_EQ(nested.place.column, 4U);
    EXPECT_EQ(nested.value.entries.at(0).value.kind, TomlKind::time);
}

TEST(ParseToml, WritesDatesAndMomentsAsIso8601) {
    const TomlValue file = parse_toml(
        "a = 2027-04-05\nb = 2027-04-05 06:07:08.5\nc = 2027-04-05T06:07:08Z\n"
        "d = 2027-04-05T06:07:08-01:30\n",
        "k.toml");
    EXPECT_EQ(file.entries[0].value.kind, TomlKind::date);
    EXPECT_EQ(file.entries[0].value.text, "2027-04-05");
    EXPECT_EQ(file.entries[0].value.integer, 20270405);
    EXPECT_EQ(file.entries[1].value.kind, TomlKind::moment);
    EXPECT_EQ(file.entries[1].value.text, "2027-04-05T06:07:08");
    EXPECT_EQ(file.entries[2].value.text, "2027-04-05T06:07:08+00:00");
    EXPECT_EQ(file.entries[3].value.text, "2027-04-05T06:07:08-01:30");
}

}  // namespace
}  // namespace koppelkans::io
