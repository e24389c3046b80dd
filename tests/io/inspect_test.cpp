#include "engine/io/inspect.h"

#include <filesystem>

#include <cpl_vsi.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/source_fixture.h"
#include "tests/support/nobody.h"

namespace koppelkans::io {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class InspectTest : public SourceTest {
  protected:
    static LayerSpec layer(const std::string& name, std::vector<std::string> columns) {
        LayerSpec spec;
        spec.name = name;
        spec.columns = std::move(columns);
        std::vector<std::string> row(spec.columns.size(), "x");
        row.emplace_back("POLYGON ((0 0,9 0,9 9,0 0))");
        spec.rows = {row};
        return spec;
    }
    /// "naam=bron|laag" of each, without the folder.
    std::vector<std::string> sources(const std::string& where) {
        notes_.clear();
        std::vector<std::string> names;
        for (const BronConfiguration& bron : sources_of(where, run_, &notes_)) {
            names.push_back(bron.naam + "=" + std::filesystem::path(bron.bron).filename().string() +
                            "|" + bron.laag);
        }
        return names;
    }
    std::vector<std::string> notes_;
};

TEST_F(InspectTest, TellsWhatALayerIs) {
    LayerSpec spec = layer("rioolstrengen", {"id", "naam", "start", "diameter"});
    spec.geometry = "MULTIPOLYGON";
    spec.rows = {{"1", "a", "2027", "300", "MULTIPOLYGON (((0 0,9 0,9 9,0 0)))"}};
    write_dataset("GPKG", path("p.gpkg"), {spec});
    const Inspection found = inspect(path("p.gpkg"), run_);
    ASSERT_EQ(found.layers.size(), 1U);
    const InspectedLayer& one = found.layers[0];
    EXPECT_EQ(one.path, path("p.gpkg"));
    EXPECT_EQ(one.layer, "rioolstrengen");
    EXPECT_TRUE(one.only_layer);
    EXPECT_EQ(one.geometry, "Multi Polygon");
    EXPECT_TRUE(one.has_crs);
    EXPECT_EQ(one.rows, 1);
    EXPECT_EQ(one.fields.size(), 3U);
    EXPECT_EQ(one.soort, "rioolvervanging");
    EXPECT_EQ(one.soort_explained, "rioolvervanging, by the name of the layer");
    EXPECT_FALSE(one.looks_like_buurten);
    EXPECT_TRUE(one.looks_like_source());
    EXPECT_THAT(found.notes, IsEmpty());
}

TEST_F(InspectTest, ATableHasNoGeometryAndItsSoortMayBeInAColumn) {
    write("agenda.csv", "id;soort;eind\n1;groen;2027\n");
    const Inspection found = inspect(path("agenda.csv"), run_);
    ASSERT_EQ(found.layers.size(), 1U);
    EXPECT_EQ(found.layers[0].geometry, "");
    EXPECT_FALSE(found.layers[0].has_crs);
    EXPECT_EQ(found.layers[0].soort, "");
    EXPECT_EQ(found.layers[0].soort_explained, "by the column soort");
    EXPECT_EQ(found.layers[0].fields.back().veld, domain::Veld::soort);
}

TEST_F(InspectTest, KnowsBuurtenFromPlansWithABuurtcode) {
    write_dataset("GPKG", path("b.gpkg"), {layer("buurten", {"buurtcode", "buurtnaam", "water"})});
    EXPECT_TRUE(inspect(path("b.gpkg"), run_).layers.at(0).looks_like_buurten);
    write_dataset("GPKG", path("p.gpkg"),
                  {layer("groenplan", {"id", "buurtcode", "buurtnaam", "start", "eind"})});
    EXPECT_FALSE(inspect(path("p.gpkg"), run_).layers.at(0).looks_like_buurten);
    write("s.csv", "id;buurtcode;buurtnaam\n1;BU1;a\n");
    EXPECT_FALSE(inspect(path("s.csv"), run_).layers.at(0).looks_like_buurten);
}

TEST_F(InspectTest, AFolderGivesItsVectorFilesByName) {
    LayerSpec shape = layer("x", {"id", "start"});
    shape.geometry = "POLYGON";
    write_dataset("ESRI Shapefile", path("zuid_riool.shp"), {shape});
    write_dataset("OpenFileGDB", path("groen.gdb"), {shape});
    write_dataset("GPKG", path("buurten.gpkg"), {layer("buurten", {"buurtcode", "buurtnaam"})});
    write("agenda.csv", "id;soort\n1;groen\n");
    write("leesmij.txt", "hallo");
    write("instellingen.json", "{\"a\": 1}");
    std::filesystem::create_directories(path("oud"));
    write("oud/riool.csv", "id;start\n1;2027\n");

    EXPECT_THAT(sources(path(".")), ElementsAre("agenda=agenda.csv|", "groen=groen.gdb|",
                                                "zuid_riool=zuid_riool.shp|"));
    EXPECT_THAT(notes_,
                Contains(AllOf(HasSubstr("buurten.gpkg"), HasSubstr("looks like buurten"))));
    EXPECT_THAT(notes_, Contains(AllOf(HasSubstr("passed over"), HasSubstr("instellingen.json"))));
    EXPECT_EQ(notes_.size(), 2U);
}

TEST_F(InspectTest, PackedFilesAreReadUnlessTheyLieThereUnpacked) {
    write("groen.csv", "id;start\n1;2027\n");
    write("groen.csv.gz", "niet gelezen");
    {
        const std::string file = "/vsigzip/" + path("riool.csv.gz");
        VSILFILE* packed = VSIFOpenL(file.c_str(), "wb");
        ASSERT_NE(packed, nullptr);
        const std::string text = "id;start\n1;2027\n";
        VSIFWriteL(text.data(), 1, text.size(), packed);
        VSIFCloseL(packed);
    }
    for (const char* name : {"warmte", "water"}) {  // one archive of two files
        const std::string file =
            "/vsizip/" + path("netten.csv.zip") + "/" + std::string(name) + ".csv";
        VSILFILE* packed = VSIFOpenL(file.c_str(), "wb");
        ASSERT_NE(packed, nullptr);
        const std::string text = "id;start\n1;2027\n";
        VSIFWriteL(text.data(), 1, text.size(), packed);
        VSIFCloseL(packed);
    }
    EXPECT_THAT(sources(path(".")),
                ElementsAre("groen=groen.csv|", "netten_warmte=netten.csv.zip|warmte",
                            "netten_water=netten.csv.zip|water", "riool=riool.csv.gz|"));
    EXPECT_THAT(notes_, ElementsAre(AllOf(HasSubstr("groen.csv.gz: passed over"),
                                          HasSubstr("groen.csv is there as well"))));
}

TEST_F(InspectTest, FilesThatAreNotReadAreToldByTheirEnding) {
    LayerSpec shape = layer("x", {"id", "start"});
    shape.geometry = "POLYGON";
    write_dataset("ESRI Shapefile", path("riool.shp"), {shape});
    for (const char* quiet :
         {"README.txt", "leesmij", "koppelkans.toml", ".verborgen.zip", "riool.qml", "riool.sbn",
          "riool.shp.xml", "plan.pdf", "net.dat", "net.map", "net.id"}) {
        write(quiet, "x");
    }
    for (const char* told :
         {"a.zip", "b.zip", "c.zip", "los.dbf", "net.tab", "plan.xls", "plannen"}) {
        write(told, "x");
    }
    EXPECT_THAT(sources(path(".")), ElementsAre("riool=riool.shp|"));
    EXPECT_THAT(
        notes_,
        ElementsAre(HasSubstr("/plannen: passed over, files without an ending"),
                    HasSubstr("/los.dbf: passed over, files that end in .dbf"),
                    HasSubstr("/net.tab: passed over"), HasSubstr("/plan.xls: passed over"),
                    AllOf(HasSubstr("/a.zip and 2 more: passed over"), HasSubstr("unpack them"))));
}

TEST_F(InspectTest, ALinkThatLeadsNowhereHidesNoOtherFile) {
    for (const char* name : {"a.csv", "b.csv", "z.csv"}) {
        write(name, "id;start\n1;2027\n");
    }
    std::filesystem::create_symlink("m.csv", path("m.csv"));
    std::filesystem::create_symlink("nergens", path("n.csv"));
    EXPECT_THAT(sources(path(".")), ElementsAre("a=a.csv|", "b=b.csv|", "z=z.csv|"));
    EXPECT_THAT(notes_, ElementsAre(HasSubstr("m.csv"), HasSubstr("n.csv")));
}

TEST_F(InspectTest, NamesAreFitForAConfiguration) {
    for (const char* name : {"riool:oost", " riool\x1B ", "caf\xE9"}) {
        write(std::string(name) + ".csv", "id;start\n1;2027\n");
    }
    write(std::string(240, 'r') + ".csv", "id;start\n1;2027\n");
    std::vector<std::string> names;
    for (const BronConfiguration& bron : sources_of(path("."), run_, &notes_)) {
        names.push_back(bron.naam);
    }
    EXPECT_THAT(names,
                ElementsAre("riool\uFFFD", "caf\uFFFD", "riool_oost", std::string(190, 'r')));
}

TEST_F(InspectTest, AFileWithMoreLayersGivesTheirNamesBehindItsOwn) {
    write_dataset(
        "GPKG", path("plan.gpkg"),
        {layer("riool", {"id", "start"}), layer("groen", {"id", "start"}),
         layer("vlakken", {"kleur", "hoogte"}), layer("layer_styles", {"naam", "start"})});
    EXPECT_THAT(sources(path("plan.gpkg")),
                ElementsAre("plan_riool=plan.gpkg|riool", "plan_groen=plan.gpkg|groen"));
    EXPECT_THAT(notes_, ElementsAre(AllOf(HasSubstr("vlakken"), HasSubstr("passed over"))));
}

TEST_F(InspectTest, OneUsableLayerOfMoreKeepsTheFilesName) {
    write_dataset("GPKG", path("plan.gpkg"),
                  {layer("riool", {"id", "start"}), layer("vlakken", {"kleur"})});
    EXPECT_THAT(sources(path("plan.gpkg")), ElementsAre("plan=plan.gpkg|riool"));
}

TEST_F(InspectTest, AFileWithNothingRecognisedIsStillGivenSoThatTheFaultIsTold) {
    write_dataset("GPKG", path("plan.gpkg"), {layer("vlakken", {"kleur"})});
    EXPECT_THAT(sources(path("plan.gpkg")), ElementsAre("plan=plan.gpkg|"));
    EXPECT_THAT(sources(path(".")), IsEmpty());
    EXPECT_THAT(notes_, ElementsAre(HasSubstr("plan.gpkg, layer vlakken: passed over")));
}

TEST_F(InspectTest, NamesAreUnique) {
    write("plan.csv", "id;start\n1;2027\n");
    write("plan.tsv", "id\tstart\n1\t2027\n");
    EXPECT_THAT(sources(path(".")), ElementsAre("plan=plan.csv|", "plan_2=plan.tsv|"));
}

TEST_F(InspectTest, OurOwnResultIsPassedOver) {
    LayerSpec run = layer("run", {"version"});
    run.geometry = "NONE";
    run.rows = {{"0.1.0", ""}};
    write_dataset("GPKG", path("koppelkansen.gpkg"),
                  {layer("koppelkansen", {"koppelkans_id", "start_a"}), run});
    EXPECT_THAT(sources(path(".")), IsEmpty());
    EXPECT_THAT(notes_, ElementsAre(HasSubstr("it is a result of koppelkans itself")));
}

TEST_F(InspectTest, AFileNamedItselfThatCannotBeReadIsAnError) {
    EXPECT_THAT(input_error([&] { sources(path("niets.gpkg")); }), HasSubstr("does not exist"));
    EXPECT_THAT(input_error([&] { sources(write("stuk.gpkg", "geen database")); }),
                HasSubstr("cannot be opened"));
}

TEST_F(InspectTest, AFolderOrFileThatMayNotBeReadIsNoEmptyOne) {
    namespace fs = std::filesystem;
    fs::permissions(path(""), fs::perms(0755));
    fs::create_directory(path("map"));
    write("map/a.csv", "id;start\n1;2027\n");
    write("map/b.csv", "id;start\n1;2027\n");
    const auto fault = [this](const char* named) {
        const test::Nobody nobody;
        return input_error([&] { sources(path(named)); });
    };
    for (const unsigned mode : {0711U, 0744U, 0700U}) {
        fs::permissions(path("map"), fs::perms(mode));
        EXPECT_THAT(fault("map"),
                    HasSubstr("map: permission denied: this folder cannot be looked into"));
    }
    fs::permissions(path("map"), fs::perms(0755));
    fs::permissions(path("map/b.csv"), fs::perms(0600));
    for (const char* named : {"map", "map/b.csv"}) {
        EXPECT_THAT(fault(named), HasSubstr("map/b.csv: permission denied"));
    }
}

TEST_F(InspectTest, AFileThatIsReadWholeHasAsManyLayersAsAPartyMakes) {
    const auto kml = [this](const char* name, int folders) {
        std::string text = R"(<kml xmlns="http://www.opengis.net/kml/2.2"><Document>)";
        for (int i = 0; i < folders; ++i) {
            text += "<Folder><name>map " + std::to_string(i) +
                    "</name><Placemark><Point><coordinates>5.4,51.9</coordinates></Point>"
                    "</Placemark></Folder>";
        }
        write(name, text + "</Document></kml>");
    };
    kml("riool.kml", 500);
    kml("veel.kml", 501);
    EXPECT_EQ(sources(path("riool.kml")).size(), 500U);
    EXPECT_EQ(input_error([&] { sources(path("veel.kml")); }),
              path("veel.kml") +
                  ": it holds 501 layers, more than 500; name those that are plans "
                  "with laag = \"...\", each in a source of its own");
    EXPECT_EQ(sources(path("")).size(), 500U);
    EXPECT_THAT(notes_, Contains(HasSubstr("veel.kml: it holds 501 layers")));
}

TEST_F(InspectTest, WhatItGivesCanBeOpened) {
    write("riool.csv", "id;start;x;y\n1;2027;155000;463000\n");
    run_.crs_of_nameless = "EPSG:28992";
    const std::vector<BronConfiguration> found = sources_of(path("riool.csv"), run_);
    ASSERT_EQ(found.size(), 1U);
    Source source(found[0], run_, rd_);
    EXPECT_EQ(source.soort_explained(), "rioolvervanging, by the name of the file");
    EXPECT_EQ(all_rows(source).size(), 1U);
}

}  // namespace
}  // namespace koppelkans::io
