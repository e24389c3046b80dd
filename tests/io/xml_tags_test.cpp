#include "engine/io/xml_tags.h"

#include <stdexcept>

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
            said += (key.empty() ? "" : " ") + std::string(key) + ">";
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

INSTANTIATE_TEST_SUITE_P(
    All, XmlTagsTest,
    ::testing::Values(
        Text{"<a k=\"1\">een<b/></a>", "<a 1>een<b></b></a>"},
        Text{"<a j='>' k='x>\"y' />", "<a x>\"y></a>"},
        Text{"<x:a\n k = '1'\t></x:a >", "<x:a 1></x:a>"},
        Text{"<?xml version='1.0'?><a/>", "<a></a>"}, Text{"<?p <b>' ?><a/>", "<a></a>"},
        Text{"<!-- <b> ' --><a><!----><c/></a>", "<a><c></c></a>"},
        Text{"<!DOCTYPE a SYSTEM '>'><a/>", "<a></a>"},
        Text{"<a><![CDATA[<b>]]]>x</a>", "<a><b>]x</a>"},
        Text{"<a k='&amp;'>1 &lt; 2&#233;</a>", "<a &>1 < 2\u00e9</a>"},
        Text{"<?xml version='1.0' encoding='windows-1252'?><a>\xe9</a>", "<a>\u00e9</a>"},
        Text{"<a kk='2' k='1'/>", "<a 1></a>"},
        // Up to the first fault.
        Text{"<a>x<b>y</a><c/>", "<a>x<b>y"}, Text{"<a k/><b/>", ""}, Text{"<a k='/>", ""},
        Text{"<a>&e;</a>", "<a>"}, Text{"text", ""}, Text{"", ""}));

TEST(XmlTagsThrowTest, WhatACallbackThrowsComesOut) {
    int called = 0;
    XmlTags tags(
        [&called](const XmlTag& /*tag*/) {
            ++called;
            throw std::runtime_error("genoeg");
        },
        [](std::string_view /*text*/) {});
    EXPECT_THROW(tags.follow("<a/><b/>"), std::runtime_error);
    tags.follow("<c/>");
    EXPECT_EQ(called, 1);
}

TEST(XmlTagsBombTest, AnEntityThatUnfoldsWithoutEndIsCutOff) {
    std::string bomb = "<!DOCTYPE a [<!ENTITY e0 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'>";
    for (int i = 1; i < 30; ++i) {
        const std::string last = "&e" + std::to_string(i - 1) + ";";
        bomb += "<!ENTITY e" + std::to_string(i) + " '" + last + last + last + last + "'>";
    }
    std::size_t letters = 0;
    XmlTags tags([](const XmlTag& /*tag*/) {},
                 [&letters](std::string_view text) { letters += text.size(); });
    tags.follow(bomb + "]><a>&e29;</a>");
    EXPECT_LT(letters, std::size_t{100} << 20);
}

}  // namespace
}  // namespace koppelkans::io
