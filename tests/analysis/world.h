#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/analysis/analyse.h"
#include "engine/analysis/gather.h"
#include "engine/analysis/rules.h"
#include "engine/domain/bron.h"
#include "engine/domain/input_row.h"

namespace koppelkans::test {

/// A day that is sure to exist: `day("2027-04-15")`.
time::Day day(const std::string& iso);

/// A row in the making: `row("1", map.area("a")).with(Veld::start, "2027")`.
struct Row {
    domain::InputRow input;
    Row& with(domain::Veld veld, std::string text) &;
    Row&& with(domain::Veld veld, std::string text) &&;
};
Row row(const std::string& id, geometry::Wkb geometry = {});

/// Everything that an analysis found, with positions turned into ids. Opgaven have their werkgebied
/// drawn, which in a real run they have not.
struct Outcome {
    analysis::Plans plans;
    analysis::Totals totals;
    std::vector<analysis::BuurtResult> buurten;
    /// Ids of the opgaven whose werkgebied was kept before that.
    std::vector<std::string> kept;

    domain::Opgave opgave(const std::string& opgave_id) const;
    /// The reden of an input row: "" when it was taken in.
    std::string reden(const std::string& id) const;
    domain::Problem problem(const std::string& id) const;
    /// Every koppelkans as "buurt a b", in the order found.
    std::vector<std::string> koppelkansen(const std::vector<domain::Buurt>& buurten) const;
    std::vector<std::string> gebiedskansen(const std::vector<domain::Buurt>& buurten) const;
    /// The only koppelkans; fails by throwing std::runtime_error when there is not exactly one.
    domain::Koppelkans only_koppelkans() const;
    domain::Koppelkans only_gebiedskans() const;
};

/// A small municipality in which tests draw their case. Soorten: riool (bouwvolgorde 2, digs 2.5 m,
/// werkafstand 3), warmte (3, digs 1.2 m, werkafstand 2), weg (8, digs 0.5 m, werkafstand 0,
/// graafrust five years), groen (9, does not dig, werkafstand 1), spelen (sociaal), zorg (sociaal).
/// The peildatum is 2026-11-22. Status words: gereed, vervallen.
struct World {
    World();
    /// A source whose soort is its name; made on first use, in that order.
    domain::Bron& bron(const std::string& naam);
    World& add(const std::string& bron_naam, Row row);
    World& buurt(const std::string& code, geometry::Wkb polygon, const std::string& wijk = "",
                 const std::string& gemeente = "");
    Outcome run(int jobs = 1) const;

    domain::Settings settings;
    domain::SoortCatalogus soorten;
    domain::FaseCatalogus fasen;
    std::vector<domain::Buurt> buurten;

  private:
    struct Listed {
        domain::Bron bron;
        std::vector<domain::InputRow> rows;
    };
    std::vector<Listed> sources_;
};

/// gelezen = geanalyseerd + samengevoegd + afgekeurd for every source, and as many opgaven and
/// problems as that says.
bool account_is_closed(const Outcome& outcome);

}  // namespace koppelkans::test
