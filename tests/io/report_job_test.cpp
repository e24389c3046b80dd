#include "engine/io/report_job.h"

#include <cstdlib>
#include <filesystem>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "engine/domain/errors.h"
#include "engine/domain/ids.h"
#include "engine/io/report_words.h"
#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

namespace fs = std::filesystem;
using io::ReportOptions;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::UnorderedElementsAre;

/// What a report is to be made at, for the same bytes.
class FixedMoment {
  public:
    FixedMoment() {
        // NOLINTNEXTLINE(concurrency-mt-unsafe): no other thread runs at these moments
        ::setenv("SOURCE_DATE_EPOCH", "1800000000", 1);
    }
    ~FixedMoment() { ::unsetenv("SOURCE_DATE_EPOCH"); }  // NOLINT(concurrency-mt-unsafe)
    FixedMoment(const FixedMoment&) = delete;
    FixedMoment& operator=(const FixedMoment&) = delete;
};

class ReportJob : public testing::Test {
  protected:
    ReportJob() {
        Scene().write(folder_.file("x.gpkg"));
        options_.result = folder_.file("x.gpkg");
        options_.folder = folder_.file("rapport");
        options_.formats.pdf = false;  // tests/reports print; here it would take a second each
    }

    io::ReportSummary write() {
        analysis::Progress progress;
        return io::write_report(options_, progress);
    }
    std::string file(const std::string& name) const {
        return bytes_of(options_.folder + "/" + name);
    }
    std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const auto& entry : fs::recursive_directory_iterator(options_.folder)) {
            if (entry.is_regular_file()) {
                found.push_back(entry.path().lexically_relative(options_.folder).string());
            }
        }
        return found;
    }

    const TestFolder folder_;
    ReportOptions options_;
};

TEST_F(ReportJob, writes_pages_workbook_tables_and_a_manifest) {
    const io::ReportSummary summary = write();
    EXPECT_THAT(names(),
                UnorderedElementsAre("index.html", "buurt/BU0001.html", "buurt/BU0002.html",
                                     "buurt/BU0003.html", "koppelkansen.xlsx",
                                     "csv/koppelkansen.csv", "csv/gebiedskansen.csv",
                                     "csv/combinaties.csv", "csv/risicos.csv", "csv/buurten.csv",
                                     "csv/opgaven.csv", "csv/afgekeurd.csv", "manifest.json"));
    EXPECT_EQ(summary.pages, 4);
    EXPECT_EQ(summary.files, 12);
    EXPECT_EQ(summary.pdf_files, 0);
    const auto manifest = nlohmann::json::parse(file("manifest.json"));
    ASSERT_EQ(manifest["files"].size(), 12U);
    for (const auto& entry : manifest["files"]) {
        const std::string bytes = file(entry["path"]);
        EXPECT_EQ(entry["sha256"], domain::sha256_hex(bytes));
        EXPECT_EQ(entry["bytes"], bytes.size());
    }
    EXPECT_EQ(manifest["result"]["sha256"], domain::sha256_hex(bytes_of(options_.result)));
    EXPECT_EQ(manifest["per"], "buurt");
}

TEST_F(ReportJob, does_not_write_over_its_own_result) {
    fs::create_directory(options_.folder);
    options_.overwrite = io::Overwrite::yes;
    options_.result = options_.folder + "/index.html";
    fs::copy_file(folder_.file("x.gpkg"), options_.result);
    EXPECT_THAT(refusal([&] { write(); }),
                testing::HasSubstr("a report in " + options_.folder + " may have a file of this"));
    EXPECT_EQ(bytes_of(options_.result), bytes_of(folder_.file("x.gpkg")));
    fs::rename(options_.result, options_.folder + "/x.gpkg");
    options_.result = options_.folder + "/x.gpkg";
    EXPECT_EQ(refusal([&] { write(); }), "");
}

TEST_F(ReportJob, leads_from_the_overview_to_the_pages_and_back) {
    write();
    EXPECT_THAT(file("index.html"), HasSubstr("href=\"buurt/BU0001.html\""));
    EXPECT_THAT(file("index.html"), HasSubstr("href=\"koppelkansen.xlsx\""));
    EXPECT_THAT(file("buurt/BU0001.html"), HasSubstr("href=\"../index.html\""));
}

TEST_F(ReportJob, says_on_a_page_what_the_result_holds) {
    write();
    const std::string page = file("buurt/BU0001.html");
    EXPECT_THAT(page, HasSubstr("<h1><bdi>Oost</bdi></h1>"));
    EXPECT_THAT(page, HasSubstr("Bomen &quot;Laan&quot;"));
    EXPECT_THAT(page, HasSubstr("120 m²"));
    EXPECT_THAT(page, HasSubstr("hoort eerst te gaan maar staat later gepland"));
    EXPECT_THAT(file("buurt/BU0003.html"), HasSubstr("In BU0003 zijn geen opgaven bekend."));
}

TEST_F(ReportJob, writes_only_the_formats_that_are_asked_for) {
    options_.formats = {false, false, false, true};
    write();
    EXPECT_THAT(names(),
                testing::Each(testing::AnyOf(testing::StartsWith("csv/"), "manifest.json")));
    EXPECT_THAT(file("csv/koppelkansen.csv"), testing::StartsWith("koppelkans_id,buurtcode,"));
    options_.csv_bom = io::Bom::with;
    write();
    EXPECT_THAT(file("csv/koppelkansen.csv"), testing::StartsWith("\xEF\xBB\xBFkoppelkans_id"));
    options_.formats.csv = false;
    EXPECT_THROW(write(), domain::UsageError);
}

TEST_F(ReportJob, makes_pages_per_wijk_and_only_of_what_is_named) {
    options_.per = report::GebiedKind::wijk;
    options_.formats = {true, false, false, false};
    write();
    EXPECT_THAT(names(), UnorderedElementsAre("index.html", "wijk/WK01.html",
                                              "wijk/zonder-code.html", "manifest.json"));
    EXPECT_THAT(file("wijk/zonder-code.html"), HasSubstr("Buurten zonder wijk"));
    options_.per = report::GebiedKind::buurt;
    options_.only = {"wk01"};
    write();
    EXPECT_THAT(names(), UnorderedElementsAre("index.html", "buurt/BU0001.html",
                                              "buurt/BU0002.html", "manifest.json"))
        << "and the pages of wijken are gone";
    EXPECT_THAT(file("index.html"), Not(HasSubstr("href=\"buurt/BU0003.html\"")));
    options_.only = {"BU0009"};
    EXPECT_THROW(write(), domain::UsageError);
    EXPECT_EQ(names().size(), 4U) << "the report is as it was";
}

TEST_F(ReportJob, speaks_english_when_asked) {
    options_.language = "en";
    write();
    EXPECT_THAT(file("index.html"), HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(file("index.html"), HasSubstr("Overview of koppelkansen"));
    EXPECT_THAT(file("buurt/BU0001.html"), HasSubstr("What stands out"));
    options_.language = "de";
    EXPECT_THROW(write(), domain::UsageError);
}

TEST_F(ReportJob, leaves_out_what_the_result_lacks) {
    Scene().write(options_.result, {"koppelkansen", "buurten", "opgaven"});
    write();
    const std::string page = file("buurt/BU0001.html");
    EXPECT_THAT(page, Not(HasSubstr("Waar de straat twee keer open dreigt te gaan")));
    EXPECT_THAT(page, HasSubstr("De laag risicos staat niet in het resultaat"));
    EXPECT_THAT(names(), Not(testing::Contains("csv/risicos.csv")));
}

TEST_F(ReportJob, gives_the_same_bytes_on_any_number_of_threads) {
    const FixedMoment moment;
    std::map<std::string, std::string> first;
    options_.jobs = 1;
    write();
    for (const std::string& name : names()) {
        first[name] = fingerprint(options_.folder + "/" + name);
    }
    for (const int jobs : {1, 3}) {
        options_.folder = folder_.file("again" + std::to_string(jobs));
        options_.jobs = jobs;
        write();
        for (const auto& [name, hash] : first) {
            EXPECT_EQ(fingerprint(options_.folder + "/" + name), hash) << name;
        }
    }
    EXPECT_THAT(file("index.html"), HasSubstr("15 januari 2027")) << "the day it was made";
}

TEST_F(ReportJob, stops_when_asked_and_leaves_nothing) {
    analysis::Progress progress;
    std::string hidden;
    options_.on_temporary_folder = [&](const std::string& path) {
        hidden = hidden.empty() ? path : hidden;
        progress.cancel();
    };
    EXPECT_THROW(io::write_report(options_, progress), domain::Cancelled);
    EXPECT_NE(hidden, "");
    EXPECT_FALSE(fs::exists(hidden));
    EXPECT_FALSE(fs::exists(options_.folder));
}

TEST_F(ReportJob, tells_of_its_hidden_folder_while_it_is_there) {
    std::vector<std::string> told;
    options_.on_temporary_folder = [&](const std::string& path) {
        told.push_back(path);
        EXPECT_EQ(fs::is_directory(path), !path.empty());
    };
    write();
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[1], "");
    EXPECT_FALSE(fs::exists(told[0]));
}

TEST_F(ReportJob, refuses_a_result_that_changes_meanwhile) {
    options_.on_temporary_folder = [this](const std::string& path) {
        if (!path.empty()) {
            Scene().write(folder_.file("y.gpkg"));
            fs::rename(folder_.file("y.gpkg"), options_.result);
        }
    };
    EXPECT_THAT(refusal([&] { write(); }), HasSubstr("written anew while its report was made"));
    EXPECT_FALSE(fs::exists(options_.folder));
}

TEST_F(ReportJob, names_the_file_that_could_not_be_written_by_its_place) {
    options_.formats = {false, false, true, false};
    options_.on_temporary_folder = [](const std::string& path) {
        if (!path.empty()) {
            fs::create_directory(path + "/koppelkansen.xlsx");  // in the way
        }
    };
    EXPECT_THAT(refusal([&] { write(); }), testing::AllOf(HasSubstr("rapport/koppelkansen.xlsx"),
                                                          Not(HasSubstr(".koppelkans-report"))));
}

TEST_F(ReportJob, refuses_what_is_no_result) {
    write_bytes(options_.result, "text");
    EXPECT_THAT(refusal([&] { write(); }), HasSubstr("no result of koppelkans"));
    EXPECT_FALSE(fs::exists(options_.folder));
}

TEST(ReportWords, come_from_the_files_of_the_repository) {
    EXPECT_EQ(io::report_texts("nl")("kaart.titel"), "Kaart");
    EXPECT_EQ(io::report_texts("en").counted("opgaven", 2), "2 opgaven");
    EXPECT_THROW(io::report_texts("../nl"), domain::UsageError);
    const report::Palette palette = io::report_palette();
    EXPECT_EQ(palette.of("warmtenet"), "#D62F1F");
    EXPECT_EQ(palette.of("unknown"), "#808080");
    EXPECT_THAT(palette.ramp, ElementsAre("#E3EEF9", "#BAD6EB", "#89BEDC", "#539ECD", "#2B7BBA"));
    EXPECT_EQ(palette.spare.size(), 6U);
}

}  // namespace

}  // namespace koppelkans::test
