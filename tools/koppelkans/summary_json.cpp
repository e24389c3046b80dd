#include "tools/koppelkans/summary_json.h"

#include <nlohmann/json.hpp>

namespace koppelkans::tools {
namespace {

using Json = nlohmann::ordered_json;

template <class Value>
Json or_null(const std::optional<Value>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json columns(const std::vector<io::FieldMatch>& fields) {
    Json list = Json::array();
    for (const io::FieldMatch& field : fields) {
        list.push_back(
            {{"veld", domain::to_text(field.veld)},
             {"kolom", field.column},
             {"volgens",
              field.by == io::MatchedBy::configuration ? "configuratie" : "gebruikelijke naam"}});
    }
    return list;
}

Json left_out(const std::map<domain::Reden, io::RedenSummary>& afgekeurd) {
    Json list = Json::array();
    for (const auto& [reden, found] : afgekeurd) {
        Json rows = Json::array();
        for (const io::LeftOut& row : found.first) {
            rows.push_back({{"fid", row.fid}, {"id", row.id}, {"detail", row.detail}});
        }
        list.push_back({{"reden", domain::to_text(reden)},
                        {"fout", domain::is_fault(reden)},
                        {"aantal", found.count},
                        {"eerste", std::move(rows)}});
    }
    return list;
}

Json source_json(const io::SourceSummary& source) {
    return {{"bron", source.naam},
            {"pad", source.pad},
            {"laag", source.laag},
            {"crs", or_null(source.crs)},
            {"nauwkeurigheid_m", or_null(source.nauwkeurigheid_m)},
            {"soort", source.soort_explained},
            {"kolommen", columns(source.fields)},
            {"gelezen", source.account.gelezen},
            {"geanalyseerd", source.account.geanalyseerd},
            {"samengevoegd", source.account.samengevoegd},
            {"afgekeurd", source.account.afgekeurd},
            {"redenen", left_out(source.afgekeurd)},
            {"waarschuwingen", source.warnings}};
}

Json timings_json(const io::Summary& summary) {
    Json phases = Json::array();
    for (const io::Timing& timing : summary.timings) {
        phases.push_back({{"fase", timing.phase},
                          {"wand_s", timing.wall_s},
                          {"cpu_s", timing.cpu_s},
                          {"piek_mib", timing.peak_mib}});
    }
    Json steps = Json::object();
    for (std::size_t i = 0; i < analysis::step_count; ++i) {
        const auto step = static_cast<analysis::Step>(i);
        steps[analysis::to_text(step)] = summary.step_times.of(step);
    }
    return {{"fasen", std::move(phases)}, {"analyse_cpu_s", std::move(steps)}};
}

}  // namespace

std::string summary_json(const io::Summary& summary, const std::vector<std::string>& notes,
                         Timings timings) {
    const io::BuurtenSummary& buurten = summary.buurten;
    Json json = {{"version", io::version()},
                 {"peildatum", time::iso(summary.peildatum)},
                 {"horizon", time::iso(summary.horizon)},
                 {"buurten",
                  {{"pad", buurten.pad},
                   {"laag", buurten.laag},
                   {"aantal", buurten.count},
                   {"jaar", or_null(buurten.jaar)},
                   {"kolommen", buurten.columns},
                   {"waarschuwingen", buurten.warnings}}},
                 {"opmerkingen", notes},
                 {"bronnen", Json::array()},
                 {"lagen", Json::object()},
                 {"uitvoer", or_null(summary.uitvoer)},
                 {"project", or_null(summary.project)}};
    for (const io::SourceSummary& source : summary.sources) {
        json["bronnen"].push_back(source_json(source));
    }
    for (const io::LayerSummary& layer : summary.layers) {
        json["lagen"][layer.laag] = layer.rows;
    }
    if (const std::string many = told_of_gebiedskansen(summary); !many.empty()) {
        json["opmerkingen"].push_back(many);
    }
    if (!summary.uitvoer.empty()) {
        json["aanhaken"] = {
            {"kansrijk", summary.kansrijk}, {"krap", summary.krap}, {"lopend", summary.lopend}};
    }
    if (timings == Timings::shown) {
        json["tijden"] = timings_json(summary);
    }
    // Texts of sources may hold broken UTF-8: it is replaced, never a reason to fail.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace koppelkans::tools
