#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/report/dossier.h"
#include "engine/report/page.h"
#include "engine/report/palette.h"
#include "engine/report/result_data.h"
#include "engine/report/texts.h"

namespace koppelkans::test {

time::Day day(int year, int month, int of_month);

/// Two wijken of one gemeente with three buurten in a row, 100 m each: Noord (BU00010001) and Zuid
/// (BU00010002) in WK000101, Haven (BU00010003) in WK000102. The peildatum is 21 November 2026,
/// horizon and aanloop are two years.
///
///     Noord   riool:1 with warmte:1 and with groen:1, both kansrijk; with bomen:1, which no one
///             dates; sociaal:1 holds for all of it
///     Zuid    riool:1 with warmte:1 again
///     Haven   kabel:1 with weg:1, krap and in the wrong order, which is a risico too; kabel:1
///             with sloop:1, lopend and one project; oud:1, which is done, with weg:1 a risico
report::ResultData scene();

/// Which opgaven take ground in which buurt of the scene, by buurtcode.
std::map<std::string, std::set<std::string>> scene_places();

/// Positions of an opgave and of a buurt; throws std::out_of_range where there is none.
report::OpgaveRow& opgave_in(report::ResultData& data, const std::string& opgave_id);
report::BuurtRow& buurt_in(report::ResultData& data, const std::string& buurtcode);

/// Ground of 100 by 100 m with its lower left corner at (x, y).
geometry::Wkb ground_at(double x, double y, double side = 100);

/// The pages and dossiers of some data, which it keeps, in a language.
class Report {
  public:
    explicit Report(report::ResultData data = scene(), const std::string& language = "nl");
    Report(const Report&) = delete;
    Report& operator=(const Report&) = delete;

    report::Gebied gebied(report::GebiedKind kind, const std::string& code) const;
    report::Dossier dossier(report::GebiedKind kind, const std::string& code) const;
    report::Dossier buurt(const std::string& code) const;
    /// With ground for everything that is drawn.
    report::GebiedGround ground(const report::Dossier& dossier) const;
    std::string page(report::GebiedKind kind, const std::string& code) const;
    std::string buurt_page(const std::string& code) const;
    /// With a link to the page of each buurt: "buurt/<buurtcode>.html".
    std::string overview() const;
    report::PageContext context() const;

    const report::ResultData& data() const { return data_; }
    const report::ResultIndex& index() const { return index_; }
    const report::Texts& texts() const { return texts_; }
    const report::RunRow& run() const { return data_.run; }
    /// Who lies where; to be changed before a dossier is asked for.
    std::map<std::string, std::set<std::string>> places = scene_places();
    std::string bestand = "koppelkansen.gpkg";
    std::string werkmap = "../koppelkansen.xlsx";

  private:
    report::ResultData data_;
    report::ResultIndex index_;
    report::Texts texts_;
    report::Palette palette_;
};

}  // namespace koppelkans::test
