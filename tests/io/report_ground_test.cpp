#include "engine/io/report_ground.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/geometry/geometry.h"
#include "tests/io/result_scene.h"

namespace koppelkans::test {

namespace {

using report::GebiedKind;
using testing::ElementsAre;
using testing::IsEmpty;

/// The scene as a result: BU0001 from x = 0, BU0002 from 100, BU0003 from 300, each 100 m wide.
class GroundOfReport : public testing::Test {
  protected:
    GroundOfReport() : path_(folder_.file("x.gpkg")) {
        Scene().write(path_);
        data_ = io::read_result(path_);
        ground_ = std::make_unique<io::ReportGround>(path_, data_);
    }

    std::vector<std::string> opgaven_in(const report::Gebied& gebied) const {
        std::vector<std::string> ids;
        for (const std::size_t at : ground_->rows_in(gebied).opgaven) {
            ids.push_back(data_.opgaven[at].opgave_id);
        }
        return ids;
    }
    report::Gebied buurt(std::size_t at) const {
        return report::gebieden_of(data_, GebiedKind::buurt).at(at);
    }

    const TestFolder folder_;
    const std::string path_;
    report::ResultData data_;
    std::unique_ptr<io::ReportGround> ground_;
};

TEST_F(GroundOfReport, knows_which_plans_take_ground_in_a_buurt) {
    EXPECT_THAT(opgaven_in(buurt(0)), testing::IsSupersetOf({"groen:1", "riool:7"}));
    EXPECT_THAT(opgaven_in(buurt(0)), testing::Not(testing::Contains("riool:8")))
        << "a work whose ground rests is no plan";
    EXPECT_THAT(opgaven_in(buurt(1)), testing::Contains("riool:7"));
    EXPECT_THAT(opgaven_in(buurt(1)), testing::Not(testing::Contains("groen:1")));
    EXPECT_THAT(opgaven_in(buurt(2)), IsEmpty());
}

TEST_F(GroundOfReport, names_a_plan_in_two_buurten_of_a_wijk_once) {
    const std::vector<std::string> ids =
        opgaven_in(report::gebieden_of(data_, GebiedKind::wijk).back());
    EXPECT_EQ(std::count(ids.begin(), ids.end(), "riool:7"), 1);
}

TEST_F(GroundOfReport, gives_what_a_map_draws) {
    const report::ResultIndex index(data_);
    const io::GebiedRows rows = ground_->rows_in(buurt(0));
    const report::Dossier dossier =
        report::dossier_of(index, buurt(0), rows.opgaven, rows.afgekeurd);
    const report::GebiedGround drawn = ground_->ground_of(dossier);
    ASSERT_EQ(drawn.buurten.size(), 1U);
    EXPECT_DOUBLE_EQ(geometry::area_m2(geometry::from_wkb(drawn.buurten[0])), 10000);
    ASSERT_EQ(drawn.neighbours.size(), 1U) << "BU0003 lies too far off";
    EXPECT_EQ(drawn.neighbours[0].naam, "D'n Höek");
    EXPECT_EQ(drawn.werkgebieden.size(), report::drawn_opgaven(dossier).size());
    ASSERT_EQ(drawn.koppelkansen.size(), dossier.koppelkansen.size());
    EXPECT_DOUBLE_EQ(geometry::area_m2(geometry::from_wkb(drawn.koppelkansen[0])), 36);
}

TEST_F(GroundOfReport, joins_the_ground_of_a_koppelkans_in_two_buurten) {
    const report::ResultIndex index(data_);
    const report::Gebied wijk = report::gebieden_of(data_, GebiedKind::wijk).back();
    ASSERT_THAT(wijk.buurten, ElementsAre(0U, 1U));
    const report::Dossier dossier = report::dossier_of(index, wijk, {}, {});
    const report::GebiedGround drawn = ground_->ground_of(dossier);
    ASSERT_EQ(drawn.koppelkansen.size(), 1U);
    EXPECT_EQ(geometry::polygons_of(drawn.koppelkansen[0]).size(), 2U);
}

TEST_F(GroundOfReport, goes_by_the_least_ground_of_the_run) {
    // riool:7 takes 600 m2 of BU0001 and 300 m2 of BU0002.
    data_.run.configuration = "min_oppervlakte = 301.0\n";
    io::ReportGround strict(path_, data_);
    EXPECT_EQ(strict.rows_in(buurt(1)).opgaven.size(),
              ground_->rows_in(buurt(1)).opgaven.size() - 1);
    data_.run.configuration = "min_oppervlakte = 300\n";
    io::ReportGround just(path_, data_);
    EXPECT_EQ(just.rows_in(buurt(1)).opgaven, ground_->rows_in(buurt(1)).opgaven);
    data_.run.configuration = "= nothing";
    EXPECT_NE(refusal([&] { io::ReportGround(path_, data_); }), "");
}

TEST_F(GroundOfReport, holds_every_buurt_in_order) {
    const std::vector<geometry::Wkb> buurten = ground_->all_buurten();
    ASSERT_EQ(buurten.size(), 3U);
    EXPECT_DOUBLE_EQ(geometry::bounds(buurten[2]).min_x, 300);
}

}  // namespace

}  // namespace koppelkans::test
