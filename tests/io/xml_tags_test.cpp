#include "engine/io/xml_tags.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace koppelkans::io {
namespace {

/// "<a k>text</a>": tags with the value of their attribute k, and texts, as they are followed in
/// pieces of so many letters.
std::string followed(std::string_view xml, std::size_t letters) {
    std::string said;
    XmlTags tags(
        [&said](const XmlTag& tag) {
            said += std::string("<") + (tag.is_closing ? "/" : "") + std::string(tag.name);
            const std::string_view key = tag.attribute("k");
            said += (key.empty() ? "" : " ") + std::string(key) + (tag.is_whole ? "/>" : ">");
        },
        [&said](std::string_view text) { said += text; });
    for (; !xml.empty(); xml.remove_prefix(std::min(letters, xml.size()))) {
        tags.follow(xml.substr(0, letters));
    }
    return said;
}

struct Text {
    const char* xml;
    const char* expected;
};

class XmlTagsTest : public ::testing::TestWithParam<Text> {};

TEST_P(XmlTagsTest, FollowsInPiecesOfAnySize) {
    for (std::size_t letters = 1; letters < 40; ++letters) {
        EXPECT_EQ(followed(GetParam().xml, letters), GetParam().expected) << letters;
    }
}

INSTANTIATE_TEST_SUITE_P(All, XmlTagsTest,
                         ::testing::Values(Text{"<a k=\"1\">een<b/></a>", "<a 1>een<b/></a>"},
                                           Text{"<a j='>' k='x>\"y' />", "<a x>\"y/>"},
                                           Text{"<a\n k = '1'\t></a >", "<a 1></a>"},
                                           Text{"<?xml version='1.0'?><a/>", "<a/>"},
                                           Text{"<?p <b>' ?><a/>", "<a/>"},
                                           Text{"<!-- <b> ' --><a/><!----><c/>", "<a/><c/>"},
                                           Text{"<!DOCTYPE a SYSTEM '>'><a/>", "<a/>"},
                                           Text{"<a><![CDATA[<b>]]]>x</a>", "<a><b>]x</a>"},
                                           Text{"<a>1 &lt; 2</a>", "<a>1 &lt; 2</a>"},
                                           Text{"<a kk='2' k='1'/>", "<a 1/>"},
                                           Text{"<a k/>", "<a/>"}, Text{"<a k='/>", ""},
                                           Text{"text", "text"}, Text{"", ""}));

TEST(XmlTagsMemoryTest, KeepsTheBeginOfALongTagAlone) {
    const std::string text(1 << 20, 'x');
    EXPECT_EQ(followed("<a k='1' l='" + text + "'/><b>", 1000), "<a 1><b>");
    EXPECT_EQ(followed("<!--" + text + "--><![CDATA[" + text + "]]><b>", 1000), text + "<b>");
}

}  // namespace
}  // namespace koppelkans::io
