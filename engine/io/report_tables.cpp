#include "engine/io/report_tables.h"

#include <array>
#include <chrono>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "engine/io/job.h"
#include "engine/io/result_file_gdal.h"
#include "engine/io/result_table.h"
#include "engine/report/overview.h"

namespace koppelkans::io {

namespace {

using domain::Layer;

constexpr std::array<Layer, 7> table_layers{
    Layer::koppelkansen, Layer::gebiedskansen, Layer::combinaties, Layer::risicos,
    Layer::buurten,      Layer::opgaven,       Layer::afgekeurd};

/// In Dutch the titles are those that QGIS shows; another language brings its own.
TableTitels titels_of(Layer layer, const report::Texts& texts) {
    const std::string name = domain::definition(layer).name;
    return {texts(fmt::format("blad.{}", name)), [&texts](const domain::Field& field) {
                const auto at = texts.catalogue().find(fmt::format("kolom.{}", field.name));
                return at == texts.catalogue().end() ? std::string(field.alias) : at->second;
            }};
}

/// A table that stops where the user wants it to.
report::Table open_table(const ReportOptions& options, Layer layer, const report::Texts& texts,
                         analysis::Progress& progress) {
    report::Table table = result_table(options.result, layer, titels_of(layer, texts));
    table.next = [next = std::move(table.next), &progress](std::vector<report::Cell>& cells) {
        progress.stop_if_cancelled();
        progress.advance(1);
        return next(cells);
    };
    return table;
}

WorkbookRanking ranking_of(const report::ResultData& data, const report::Texts& texts,
                           const std::map<std::string, std::string>& pages) {
    WorkbookRanking ranking;
    ranking.titel = texts("overzicht.ranglijst");
    ranking.buurt_kop = texts("overzicht.buurt");
    ranking.koppelkansen_kop = texts("cijfers.koppelkansen");
    ranking.kansrijk_kop = texts("cijfers.kansrijk");
    ranking.chart_titel = texts("werkmap.grafiek");
    ranking.buurt_as = texts("werkmap.as_buurt");
    ranking.aantal_as = texts("werkmap.as_aantal");
    for (const std::size_t at : report::ranking_of(data)) {
        const report::BuurtRow& buurt = data.buurten[at];
        if (ranking.rows.size() == report::most_ranked || buurt.aantal_koppelkansen == 0) {
            break;
        }
        const auto page = pages.find(buurt.buurtcode);
        ranking.rows.push_back({buurt.titel(), page == pages.end() ? "" : page->second,
                                buurt.aantal_koppelkansen, buurt.aantal_kansrijk});
    }
    return ranking;
}

WorkbookCover cover_of(const ReportOptions& options, const report::ResultData& data,
                       const report::Texts& texts,
                       const std::map<std::string, std::string>& pages) {
    WorkbookCover cover;
    cover.blad = texts("werkmap.overzicht");
    cover.titel = texts("werkmap.titel");
    cover.facts = {
        {texts("werkmap.peildatum"), data.run.peildatum},
        {texts("werkmap.horizon"), texts.period(data.run.horizon)},
        {texts("werkmap.aanloop"), texts.period(data.run.aanloop)},
        {texts("werkmap.bestand"), std::filesystem::path(options.result).filename().string()},
        {texts("werkmap.versie"), std::string(version())}};
    const report::Filling number{{"n", "{0}"}};
    cover.sentences = {texts.filled("werkmap.afgekapt", number),
                       texts.filled("werkmap.hersteld", number),
                       texts.filled("werkmap.rijen_weg", {{"n", "{0}"}, {"blad", "{1}"}})};
    cover.ranking = ranking_of(data, texts, pages);
    return cover;
}

WorkbookCounts write_xlsx(const ReportOptions& options, const report::ResultData& data,
                          const report::Texts& texts,
                          const std::map<std::string, std::string>& pages, ReportFolder& folder,
                          analysis::Progress& progress) {
    WorkbookContent content;
    content.titel = texts("werkmap.titel");
    content.author = fmt::format("koppelkans {}", version());
    content.created =
        static_cast<std::time_t>(std::chrono::floor<std::chrono::seconds>(result_moment()).count());
    content.cover = cover_of(options, data, texts, pages);
    for (const Layer layer : table_layers) {
        if (result_has(options.result, layer)) {
            content.tables.push_back(open_table(options, layer, texts, progress));
        }
    }
    content.link_of_buurt = [&pages](const std::string& buurtcode) {
        const auto page = pages.find(buurtcode);
        return page == pages.end() ? std::string() : page->second;
    };
    return write_workbook(folder.place(workbook_name), content);
}

}  // namespace

WorkbookCounts write_tables(const ReportOptions& options, const report::ResultData& data,
                            const report::Texts& texts,
                            const std::map<std::string, std::string>& pages, ReportFolder& folder,
                            analysis::Progress& progress) {
    WorkbookCounts counts;
    if (options.formats.xlsx) {
        const bool has_pages = options.formats.html || options.formats.pdf;
        counts =
            write_xlsx(options, data, texts,
                       has_pages ? pages : std::map<std::string, std::string>(), folder, progress);
    }
    for (const Layer layer : table_layers) {
        if (options.formats.csv && result_has(options.result, layer)) {
            write_csv(folder.place(fmt::format("csv/{}.csv", domain::definition(layer).name)),
                      open_table(options, layer, texts, progress), options.csv_bom);
        }
    }
    return counts;
}

}  // namespace koppelkans::io
