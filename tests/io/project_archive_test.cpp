#include "engine/io/project_archive.h"

#include <filesystem>
#include <functional>

#include <cpl_vsi.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "engine/domain/errors.h"
#include "engine/io/result_file.h"
#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

std::string refusal(const std::function<void()>& act) {
    try {
        act();
    } catch (const domain::InputError& error) {
        return error.what();
    }
    return "";
}

/// The member of an archive, read by GDAL, which goes by the name.
std::string unpacked(const std::string& zip) {
    VSILFILE* file = VSIFOpenL(("/vsizip/" + zip + "/Koppelkansen.qgs").c_str(), "rb");
    if (file == nullptr) {
        return "";
    }
    std::string text(1000000, '\0');
    text.resize(VSIFReadL(text.data(), 1, text.size(), file));
    VSIFCloseL(file);
    return text;
}

TEST(ProjectArchives, hold_the_project_and_are_the_same_each_time) {
    const TestFolder folder;
    const std::string text = "<qgis>" + std::string(100000, 'x') + "</qgis>";
    const std::string archive = io::project_archive(text);
    EXPECT_EQ(archive, io::project_archive(text));
    EXPECT_LT(archive.size(), 10000U) << "packed";
    write_bytes(folder.file("p.zip"), archive);
    EXPECT_EQ(unpacked(folder.file("p.zip")), text);
}

TEST(ProjectArchives, stand_in_a_geopackage_as_hexadecimal_text) {
    EXPECT_EQ(io::hexadecimal(std::string("PK\x03\x00\xff", 5)), "504b0300ff");
}

TEST(ProjectPaths, are_judged_before_the_work) {
    const TestFolder folder;
    EXPECT_EQ(refusal([&] { io::check_project_path(folder.file("p.qgz"), io::Overwrite::no); }),
              "");
    EXPECT_THROW(io::check_project_path(folder.file("p.qgs"), io::Overwrite::no),
                 domain::UsageError);
    EXPECT_THAT(
        refusal([&] { io::check_project_path(folder.file("no/p.qgz"), io::Overwrite::no); }),
        HasSubstr("there is no folder"));
    fs::create_directory(folder.file("f.qgz"));
    EXPECT_THAT(refusal([&] { io::check_project_path(folder.file("f.qgz"), io::Overwrite::yes); }),
                HasSubstr("it is a folder"));
    write_bytes(folder.file("old.qgz"), "old");
    EXPECT_THAT(refusal([&] { io::check_project_path(folder.file("old.qgz"), io::Overwrite::no); }),
                HasSubstr("--overwrite"));
    EXPECT_EQ(refusal([&] { io::check_project_path(folder.file("old.qgz"), io::Overwrite::yes); }),
              "");
}

TEST(ProjectPaths, name_their_data_from_the_folder_they_lie_in) {
    EXPECT_EQ(io::data_source_for("/a/b/p.qgz", "/a/b/x.gpkg"), "./x.gpkg");
    EXPECT_EQ(io::data_source_for("/a/b/p.qgz", "/a/c d/x.gpkg"), "../c d/x.gpkg");
    EXPECT_EQ(io::data_source_for("/a/p.qgz", "/a/b/x.gpkg"), "./b/x.gpkg");
    EXPECT_EQ(io::data_source_for("p.qgz", "x.gpkg"), "./x.gpkg");
}

TEST(Projects, are_written_beside_a_result_that_asks_for_one) {
    const TestFolder folder;
    const Scene scene;
    io::ResultContext context = scene.context();
    context.project = folder.file("p.qgz");
    io::ResultFile file(folder.file("uit komst.gpkg"), Scene::all_lagen(), context);
    scene.fill(file);
    EXPECT_FALSE(fs::exists(context.project)) << "not before the result is there";
    file.finish();
    EXPECT_THAT(folder.names(), ElementsAre("p.qgz", "uit komst.gpkg"));
    fs::copy_file(context.project, folder.file("p.zip"));
    EXPECT_THAT(unpacked(folder.file("p.zip")),
                HasSubstr("<datasource>./uit komst.gpkg|layername=koppelkansen</datasource>"));
}

TEST(Projects, that_cannot_be_written_are_told_and_leave_no_rest) {
    const TestFolder folder;
    fs::create_directory(folder.file("p.qgz"));
    EXPECT_THAT(refusal([&] { io::write_project(folder.file("p.qgz"), "PK"); }),
                HasSubstr("cannot write " + folder.file("p.qgz")));
    EXPECT_THAT(folder.names(), ElementsAre("p.qgz"));
}

}  // namespace

}  // namespace koppelkans::test
