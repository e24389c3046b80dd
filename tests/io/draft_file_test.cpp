#include "engine/io/draft_file.h"

#include <filesystem>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "engine/domain/errors.h"
#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

namespace fs = std::filesystem;
using io::DraftNotices;
using io::Overwrite;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

std::string judged(const std::string& path, Overwrite overwrite) {
    return refusal([&] { io::check_draft(path, overwrite); });
}

TEST(CheckDraft, takes_a_new_name_and_replaces_a_configuration_when_asked) {
    const TestFolder folder;
    EXPECT_EQ(judged(folder.file("new"), Overwrite::no), "");
    write_bytes(folder.file("k.toml"), "peildatum = \n[buurten]\nmine, with a fault");
    write_bytes(folder.file("hand.toml"), "buurten.bron = 'b.gpkg'\n");
    write_bytes(folder.file("made"), "# Made by koppelkans init. Read it");
    write_bytes(folder.file("empty"), "");
    for (const char* name : {"k.toml", "hand.toml", "made", "empty"}) {
        EXPECT_EQ(judged(folder.file(name), Overwrite::yes), "") << name;
        EXPECT_THAT(judged(folder.file(name), Overwrite::no),
                    EndsWith(" is there already; --overwrite replaces it, --output names another"));
    }
}

TEST(CheckDraft, replaces_nothing_else) {
    const TestFolder folder;
    write_bytes(folder.file("groen.csv"), "id,start\n");
    write_bytes(folder.file("short"), "#");
    write_bytes(folder.file("script.toml"), "#!/bin/sh\nrm -rf /tmp/x\n");
    write_bytes(folder.file("pyproject.toml"), "[project]\nname = 'x'\n");
    fs::create_symlink("groen.csv", folder.file("link.toml"));
    for (const char* name : {"groen.csv", "short", "link.toml", "script.toml", "pyproject.toml"}) {
        EXPECT_EQ(judged(folder.file(name), Overwrite::yes),
                  "cannot write " + folder.file(name) +
                      ": the file there is no configuration (.toml), and only a configuration is "
                      "replaced; name another --output");
    }
    ASSERT_EQ(::mkfifo(folder.file("pipe.toml").c_str(), 0600), 0);
    EXPECT_THAT(judged(folder.file("pipe.toml"), Overwrite::yes),
                HasSubstr("it is not an ordinary file"));
    EXPECT_THAT(judged(folder.path(), Overwrite::yes), HasSubstr("it is a folder"));
    EXPECT_THAT(judged(folder.file("no/k.toml"), Overwrite::yes), HasSubstr("there is no folder"));
}

TEST(WriteDraft, goes_through_no_link_and_over_no_file_beside_it) {
    const TestFolder folder;
    write_bytes(folder.file("precious"), "years of work");
    fs::create_symlink("precious", folder.file("k.toml.new"));
    io::write_draft(folder.file("k.toml"), "text", Overwrite::no);
    EXPECT_EQ(bytes_of(folder.file("k.toml")), "text");
    EXPECT_EQ(bytes_of(folder.file("precious")), "years of work");
    EXPECT_TRUE(fs::is_symlink(folder.file("k.toml.new")));
}

TEST(WriteDraft, keeps_the_rights_of_what_it_replaces) {
    const TestFolder folder;
    write_bytes(folder.file("k.toml"), "[buurten]\n");
    fs::permissions(folder.file("k.toml"), fs::perms(0600));
    io::write_draft(folder.file("k.toml"), "new", Overwrite::yes);
    EXPECT_EQ(bytes_of(folder.file("k.toml")), "new");
    EXPECT_EQ(fs::status(folder.file("k.toml")).permissions(), fs::perms(0600));
}

TEST(WriteDraft, leaves_all_as_it_was_when_it_is_stopped) {
    const TestFolder folder;
    write_bytes(folder.file("k.toml"), "old");
    DraftNotices notices;
    std::string told;
    notices.on_temporary_file = [&](const std::string& path) { told = path; };
    notices.before_placing = [&] {
        EXPECT_EQ(bytes_of(told), "new");
        throw domain::Cancelled();
    };
    EXPECT_THROW(io::write_draft(folder.file("k.toml"), "new", Overwrite::yes, notices),
                 domain::Cancelled);
    EXPECT_THAT(fs::path(told).filename().string(), StartsWith(".k.toml.tmp-"));
    EXPECT_EQ(bytes_of(folder.file("k.toml")), "old");
    EXPECT_THAT(folder.names(), ElementsAre("k.toml"));
}

TEST(WriteDraft, does_not_replace_what_came_in_the_meantime) {
    const TestFolder folder;
    DraftNotices notices;
    notices.before_placing = [&] { write_bytes(folder.file("k.toml"), "of somebody"); };
    EXPECT_THAT(
        refusal([&] { io::write_draft(folder.file("k.toml"), "new", Overwrite::no, notices); }),
        HasSubstr("is there already"));
    EXPECT_EQ(bytes_of(folder.file("k.toml")), "of somebody");
    EXPECT_THAT(folder.names(), ElementsAre("k.toml"));
}

}  // namespace

}  // namespace koppelkans::test
