#include "engine/io/project_file.h"

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

/// What is said to writing a project to that file of a folder, beside the result x.gpkg in it.
std::string judged(const TestFolder& folder, const std::string& name,
                   io::Overwrite overwrite = io::Overwrite::yes) {
    return refusal(
        [&] { io::check_project_path(folder.file(name), folder.file("x.gpkg"), overwrite); });
}

TEST(ProjectPaths, are_judged_before_the_work) {
    const TestFolder folder;
    EXPECT_EQ(judged(folder, "p.qgz", io::Overwrite::no), "");
    EXPECT_THAT(judged(folder, "no/p.qgz"), HasSubstr("there is no folder"));
    fs::create_directory(folder.file("f.qgz"));
    EXPECT_THAT(judged(folder, "f.qgz"), HasSubstr("it is a folder"));
    EXPECT_THAT(judged(folder, std::string(300, 'n') + ".qgz"), HasSubstr("File name too long"));
    EXPECT_THAT(folder.names(), ElementsAre("f.qgz")) << "nothing is left of the probe";
}

TEST(ProjectPaths, that_cannot_be_meant_are_a_matter_of_use) {
    const TestFolder folder;
    EXPECT_THROW(judged(folder, "p.qgs"), domain::UsageError);
    EXPECT_THROW(io::check_project_path(folder.file("same.qgz"), folder.file("./same.qgz"),
                                        io::Overwrite::yes),
                 domain::UsageError)
        << "the result would be replaced by its project";
}

TEST(ProjectPaths, take_the_place_of_a_project_of_ours_alone) {
    const TestFolder folder;
    write_bytes(folder.file("ours.qgz"), io::project_archive("<qgis/>"));
    write_bytes(folder.file("empty.qgz"), "");
    write_bytes(folder.file("other.qgz"), "PK\x03\x04 somebody else's, and long enough to be one");
    write_bytes(folder.file("text.qgz"), "text");
    EXPECT_THAT(judged(folder, "ours.qgz", io::Overwrite::no), HasSubstr("--overwrite"));
    EXPECT_EQ(judged(folder, "ours.qgz"), "");
    EXPECT_EQ(judged(folder, "empty.qgz"), "");
    EXPECT_THAT(judged(folder, "other.qgz"), HasSubstr("no project that koppelkans wrote"));
    EXPECT_THAT(judged(folder, "text.qgz"), HasSubstr("no project that koppelkans wrote"));
}

TEST(ProjectPaths, name_their_data_from_the_folder_they_lie_in) {
    const TestFolder folder;
    fs::create_directories(folder.file("a/b"));
    fs::create_directories(folder.file("a/c d"));
    fs::create_directory_symlink(folder.file("a/b"), folder.file("link"));
    const auto source = [&folder](const std::string& project, const std::string& geopackage) {
        return io::data_source_for(folder.file(project), folder.file(geopackage));
    };
    EXPECT_EQ(source("a/b/p.qgz", "a/b/x.gpkg"), "./x.gpkg");
    EXPECT_EQ(source("a/b/p.qgz", "a/c d/x.gpkg"), "../c d/x.gpkg");
    EXPECT_EQ(source("a/p.qgz", "a/b/x.gpkg"), "./b/x.gpkg");
    EXPECT_EQ(source("link/p.qgz", "a/b/x.gpkg"), "./x.gpkg") << "a link is followed";
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

TEST(Projects, follow_a_link) {
    const TestFolder folder;
    fs::create_directory(folder.file("d"));
    fs::create_symlink(folder.file("d/real.qgz"), folder.file("p.qgz"));
    io::ProjectFile project(folder.file("p.qgz"));
    project.write("PK");
    project.replace();
    EXPECT_EQ(bytes_of(folder.file("d/real.qgz")), "PK");
    EXPECT_TRUE(fs::is_symlink(folder.file("p.qgz")));
}

TEST(Projects, that_are_given_up_leave_nothing) {
    const TestFolder folder;
    {
        io::ProjectFile project(folder.file("p.qgz"));
        project.write("PK");
        EXPECT_EQ(folder.names().size(), 1U);
    }
    EXPECT_THAT(folder.names(), testing::IsEmpty());
}

TEST(Projects, that_cannot_be_moved_to_their_place_say_that_the_result_is_there) {
    const TestFolder folder;
    io::ProjectFile project(folder.file("p.qgz"));
    project.write("PK");
    fs::create_directory(folder.file("p.qgz"));
    EXPECT_THAT(refusal([&] { project.replace(); }), HasSubstr("the result itself is written"));
}

TEST(Projects, that_the_disk_does_not_take_leave_the_old_result) {
    const TestFolder folder;
    const Scene scene;
    io::ResultContext context = scene.context();
    context.project = folder.file("gone/p.qgz");
    scene.write(folder.file("x.gpkg"));
    const std::string before = fingerprint(folder.file("x.gpkg"));
    EXPECT_THAT(refusal([&] {
                    io::ResultFile file(folder.file("x.gpkg"), {}, context);
                    scene.fill(file);
                    file.finish();
                }),
                HasSubstr("there is no folder"));
    EXPECT_EQ(fingerprint(folder.file("x.gpkg")), before);
    EXPECT_THAT(folder.names(), ElementsAre("x.gpkg"));
}

}  // namespace

}  // namespace koppelkans::test
