#pragma once

#include "engine/io/job.h"

namespace koppelkans::tools {

/// The summary of a run over two sources, with rows left out by fault and by rule.
inline io::Summary toy_summary() {
    io::Summary summary;
    summary.peildatum = *time::Day::from_ymd(2026, 11, 21);
    summary.horizon = {24, 0};
    summary.buurten = {"buurten.gpkg", "buurten", 40, 2025, {"buurtcode from bu_code"}, {}};
    io::SourceSummary riool;
    riool.naam = "riool";
    riool.pad = "riool.gpkg";
    riool.laag = "strengen";
    riool.crs = "EPSG:4258";
    riool.nauwkeurigheid_m = 0.25;
    riool.fields = {{domain::Veld::id, "streng", io::MatchedBy::configuration},
                    {domain::Veld::start, "start", io::MatchedBy::usual_name}};
    riool.soort_explained = "rioolvervanging, by the name of the file";
    riool.account = {120, 14, 100, 6};
    riool.afgekeurd[domain::Reden::datum_ongeldig] = {
        2, {{12, "R-12", "\"kwartaal 5 2027\""}, {14, "R-14", "\"46000\""}}};
    riool.afgekeurd[domain::Reden::vervallen] = {4, {{5, "R-5", ""}}};
    io::SourceSummary sociaal;
    sociaal.naam = "sociaal";
    sociaal.pad = "sociaal.csv";
    sociaal.soort_explained = "by the column thema";
    sociaal.account = {9, 9, 0, 0};
    summary.sources = {riool, sociaal};
    summary.layers = {{"koppelkansen", 123}, {"afgekeurd", 6}};
    summary.uitvoer = "uit/koppelkansen.gpkg";
    summary.kansrijk = 45;
    summary.krap = 60;
    summary.lopend = 18;
    return summary;
}

}  // namespace koppelkans::tools
