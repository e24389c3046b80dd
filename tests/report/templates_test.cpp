#include "engine/report/templates.h"

#include <stdexcept>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/report/embedded.h"
#include "tests/report/html_reader.h"
#include "tests/report/report_scene.h"

namespace koppelkans::test {

namespace {

using testing::UnorderedElementsAre;

TEST(Templates, are_all_packed) {
    std::vector<std::string> names;
    for (const domain::EmbeddedFile& file : report::embedded_files()) {
        names.emplace_back(file.name);
    }
    EXPECT_THAT(names,
                UnorderedElementsAre("cijfers.tpl", "gebied.tpl", "kaart.tpl", "kansen.tpl",
                                     "overzicht.tpl", "stijl.css", "teken.tpl", "tijdlijn.tpl"));
}

TEST(Templates, ask_for_escaping_each) {
    for (const domain::EmbeddedFile& file : report::embedded_files()) {
        const std::string text = domain::text_of(report::embedded_files(), file.name);
        if (file.name.ends_with(".tpl")) {
            EXPECT_TRUE(text.starts_with("{{%AUTOESCAPE context=\"HTML\"}}")) << file.name;
            EXPECT_EQ(text.find(":none"), std::string::npos) << file.name;
        }
    }
}

TEST(Templates, load_nothing_from_elsewhere) {
    for (const domain::EmbeddedFile& file : report::embedded_files()) {
        const std::string text = domain::text_of(report::embedded_files(), file.name);
        for (const char* word :
             {"http:", "https:", "//", "<script", "<link", "@import", "url(http", "src="}) {
            EXPECT_EQ(text.find(word), std::string::npos) << word << " in " << file.name;
        }
    }
}

TEST(Templates, are_expanded_by_many_threads_alike) {
    const Report report;
    const std::string one = report.buurt_page("BU00010001");
    std::vector<std::string> pages(8);
    std::vector<std::thread> threads;
    for (std::string& page : pages) {
        threads.emplace_back([&] { page = report.buurt_page("BU00010001"); });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_THAT(pages, testing::Each(one));
}

TEST(Shown, is_readable_and_short) {
    EXPECT_EQ(report::shown("Riool"), "Riool");
    EXPECT_EQ(report::shown("caf\xE9"), "caf\uFFFD");
    EXPECT_EQ(report::shown(std::string("a\0b", 3)), "a\uFFFDb");
    EXPECT_EQ(report::shown(std::string(160, 'x')), std::string(160, 'x'));
    EXPECT_EQ(report::shown(std::string(161, 'x')), std::string(159, 'x') + "…");
}

TEST(InSentence, leaves_out_what_would_turn_the_rest_round) {
    EXPECT_EQ(report::in_sentence("a\u202Eb\u2066c"), "abc");
    EXPECT_EQ(report::in_sentence("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"), "");
    EXPECT_EQ(report::in_sentence("\u2030 \u2026 \u2065 🌳 é ࠀ"),
              "\u2068\u2030 \u2026 \u2065 🌳 é ࠀ\u2069")
        << "Samaritan runs from right to left";
    EXPECT_EQ(report::in_sentence("\u2030 \u2026 🌳 é ऀ"), "\u2030 \u2026 🌳 é ऀ");
}

TEST(InSentence, isolates_a_name_that_runs_from_right_to_left) {
    EXPECT_EQ(report::in_sentence("מים וביוב"), "\u2068מים וביוב\u2069");
    EXPECT_EQ(report::in_sentence("Riool الشارع"), "\u2068Riool الشارع\u2069");
    EXPECT_EQ(report::in_sentence("Straße"), "Straße");
    EXPECT_EQ(report::in_sentence(report::in_sentence("מים")), "\u2068מים\u2069")
        << "once is enough";
    EXPECT_EQ(report::in_sentence(std::string(200, 'x')), std::string(159, 'x') + "…");
}

}  // namespace

}  // namespace koppelkans::test
