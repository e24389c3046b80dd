#include "engine/publish/layer_texts.h"

#include <fmt/format.h>

namespace koppelkans::publish {

namespace {

using domain::Layer;

/// `[% ... %]` in HTML.
std::string shown(std::string_view expression) {
    return fmt::format("[% {} %]", html_safe(expression));
}

std::string bold(std::string_view expression) {
    return "<b>" + shown(expression) + "</b>";
}

std::string day(std::string_view column) {
    return fmt::format("coalesce(format_date(\"{}\", 'dd-MM-yyyy'), 'open')", column);
}

std::string period(std::string_view start, std::string_view eind) {
    return fmt::format("{} || ' t/m ' || {}", day(start), day(eind));
}

/// 1.076 m²; nothing where there is no value.
std::string square_metres(std::string_view column) {
    return fmt::format("[% coalesce(format_number(\"{}\", 0, 'nl'), '?') %] m²", column);
}

std::string readable(std::string_view column) {
    return fmt::format("replace(\"{}\", '_', ' ')", column);
}

std::string name_in_pair(char which) {
    return fmt::format("coalesce(\"naam_{0}\", \"opgave_{0}\")", which);
}

std::string half_of_pair(char which) {
    const std::string start = fmt::format("start_{}", which);
    const std::string eind = fmt::format("eind_{}", which);
    return fmt::format("{}: {}, {}<br>", shown(readable(fmt::format("soort_{}", which))),
                       shown(name_in_pair(which)), shown(period(start, eind)));
}

std::string pair_tip() {
    return bold("coalesce(\"aanhaken\", 'datum onbekend')") + " in " + shown("\"buurtnaam\"") +
           "<br>" + half_of_pair('a') + half_of_pair('b') + square_metres("oppervlakte_m2") +
           " samen, in tijd " + shown("\"tijd_zekerheid\"");
}

std::vector<FormGroup> pair_form(Layer layer) {
    std::vector<FormGroup> form = {{"Opgave A",
                                    {"opgave_a", "naam_a", "soort_a", "domein_a", "trekker_a",
                                     "start_a", "eind_a", "aandeel_a", "lengte_a_m"},
                                    true},
                                   {"Opgave B",
                                    {"opgave_b", "naam_b", "soort_b", "domein_b", "trekker_b",
                                     "start_b", "eind_b", "aandeel_b", "lengte_b_m"}},
                                   {"Kans",
                                    {"aanhaken", "eerste_start", "tijd_zekerheid", "verband",
                                     "tussentijd_min", "tussentijd_max", "type", "al_samen"}},
                                   {"Samen op de grond",
                                    {"buurtnaam", "buurtcode", "oppervlakte_m2", "gedeeld_m3",
                                     "afstand_m", "eerst", "volgorde_strijdig", "koppelkans_id"}}};
    if (layer == Layer::gebiedskansen) {
        form.back().fields = {"buurtnaam", "buurtcode",         "oppervlakte_m2",
                              "eerst",     "volgorde_strijdig", "koppelkans_id"};
    }
    return form;
}

LayerTexts pair_texts(Layer layer) {
    return {name_in_pair('a') + " || ' + ' || " + name_in_pair('b'), pair_tip(), pair_form(layer)};
}

/// An id as its form shows it: by the name of the opgave.
std::string named(std::string_view column) {
    return fmt::format("represent_value(\"{}\")", column);
}

LayerTexts combinatie_texts() {
    return {"\"aantal_soorten\" || ' soorten: ' || replace(\"soorten\", ';', ', ')",
            bold("\"aantal_soorten\" || ' soorten, ' || \"aantal_opgaven\" || ' opgaven'") +
                " in " + shown("\"buurtnaam\"") + "<br>" +
                shown("replace(replace(\"soorten\", ';', ', '), '_', ' ')") + "<br>" +
                shown(period("eerste_start", "laatste_eind")) + ", " +
                square_metres("oppervlakte_m2"),
            {{"Combinatie",
              {"combinatie_id", "buurtcode", "buurtnaam", "aantal_opgaven", "aantal_soorten",
               "opgaven", "soorten"}},
             {"Tijd en grond", {"eerste_start", "laatste_eind", "aanhaken", "oppervlakte_m2"}}}};
}

LayerTexts risico_texts() {
    return {
        named("eerst") + " || ' → ' || " + named("daarna"),
        bold("'Opnieuw open: ' || \"zekerheid\"") + " in " + shown("\"buurtnaam\"") + "<br>Eerst " +
            shown(named("eerst")) + ", klaar " + shown(day("eind_eerst")) + "<br>Daarna " +
            shown(named("daarna")) + ", vanaf " + shown(day("start_daarna")) +
            "<br>Graafrust tot " + shown(day("graafrust_tot")) + ", " +
            square_metres("oppervlakte_m2"),
        {{"Risico",
          {"risico_id", "buurtcode", "buurtnaam", "soort_risico", "zekerheid", "ernst",
           "oppervlakte_m2", "koppelkans_id"}},
         {"Eerst en daarna", {"eerst", "eind_eerst", "graafrust_tot", "daarna", "start_daarna"}}}};
}

/// Buurt, wijk or gemeente: `name` is the expression of its name, `who` the fields that say which.
LayerTexts gebied_texts(const std::string& name, std::vector<const char*> who) {
    return {name,
            bold(name) +
                "<br>[% \"aantal_koppelkansen\" %] koppelkansen ([% \"aantal_kansrijk\" %] "
                "kansrijk), [% \"aantal_combinaties\" %] combinaties, [% "
                "\"aantal_risicos\" %] risico's<br>[% \"aantal_opgaven\" %] opgaven, " +
                square_metres("koppel_m2") + " onder koppelkansen<br>" +
                shown("replace(\"domeinen\", ';', ', ')"),
            {{"Gebied", std::move(who)},
             {"Wat er samenkomt",
              {"aantal_opgaven", "aantal_koppelkansen", "aantal_kansrijk", "aantal_gebiedskansen",
               "aantal_combinaties", "aantal_risicos", "koppel_m2"}},
             {"Drukte", {"max_gelijktijdig", "drukste_dag", "domeinen"}}}};
}

LayerTexts opgave_texts() {
    const std::string name = "coalesce(\"naam\", \"opgave_id\")";
    return {name,
            bold(name) + "<br>" + shown(readable("soort")) + ", " + shown("\"fase\"") + ", " +
                shown(period("start", "eind")) + "<br>" +
                shown("coalesce(\"trekker\", 'trekker onbekend')") +
                "<br>[% \"aantal_koppelkansen\" %] koppelkansen",
            {{"Opgave",
              {"opgave_id", "bron", "id", "naam", "soort", "domein", "type", "trekker", "fase",
               "status", "rol"}},
             {"Tijd",
              {"start", "eind", "start_tekst", "eind_tekst", "tijd_onbekend", "eind_onbekend",
               "aanhaken"}},
             {"Grond", {"niveau", "werkafstand_m", "werkgebied_m2", "lengte_m", "hersteld"}},
             {"Afweging", {"aantal_koppelkansen", "kansen", "risicos", "doelstelling", "budget"}}}};
}

LayerTexts table_texts(Layer layer) {
    if (layer == Layer::bronnen) {
        return {"\"bron\"",
                bold("\"bron\"") +
                    "<br>[% \"geanalyseerd\" %] van [% \"gelezen\" %] rijen "
                    "geanalyseerd, [% \"afgekeurd\" %] afgekeurd",
                {{"Bron", {"bron", "pad", "laag", "crs", "nauwkeurigheid_m"}},
                 {"Rijen", {"gelezen", "geanalyseerd", "samengevoegd", "afgekeurd"}}}};
    }
    if (layer == Layer::koppelkansen_totaal) {
        const std::string pair = named("opgave_a") + " || ' + ' || " + named("opgave_b");
        return {
            pair,
            bold(pair) + "<br>" + square_metres("oppervlakte_m2") +
                " in [% \"buurten\" %] buurt(en)",
            {{"Paar",
              {"opgave_a", "opgave_b", "buurten", "oppervlakte_m2", "aandeel_a", "aandeel_b"}}}};
    }
    return {"'Run van ' || format_date(\"peildatum\", 'dd-MM-yyyy')",
            bold("'koppelkans ' || \"version\"") + "<br>Peildatum " + shown(day("peildatum")),
            {{"Run", {"version", "peildatum", "horizon", "aanloop", "buurten_jaar"}},
             {"Invoer", {"configuration", "inputs"}},
             {"Programmatuur", {"gdal", "geos", "proj", "sqlite"}}}};
}

}  // namespace

std::string html_safe(std::string_view expression) {
    return fmt::format("replace(to_string({}), map('&', '&amp;', '<', '&lt;'))", expression);
}

LayerTexts layer_texts(Layer layer) {
    switch (layer) {
        case Layer::koppelkansen:
        case Layer::gebiedskansen:
            return pair_texts(layer);
        case Layer::combinaties:
            return combinatie_texts();
        case Layer::risicos:
            return risico_texts();
        case Layer::buurten:
            return gebied_texts("coalesce(\"buurtnaam\", \"buurtcode\")",
                                {"buurtcode", "buurtnaam", "wijkcode", "gemeentecode", "jaar"});
        case Layer::wijken:
            return gebied_texts("\"wijkcode\"", {"wijkcode", "gemeentecode", "jaar"});
        case Layer::gemeenten:
            return gebied_texts("\"gemeentecode\"", {"gemeentecode", "jaar"});
        case Layer::opgaven:
            return opgave_texts();
        case Layer::werkgebieden:
            return {named("opgave_id"),
                    bold(named("opgave_id")) + "<br>" + shown(readable("soort")) + ", " +
                        shown(period("start", "eind")),
                    {{"Werkgebied", {"opgave_id", "soort", "start", "eind"}}}};
        case Layer::afgekeurd:
            return {"\"reden\" || ': ' || coalesce(\"id\", 'rij ' || \"bron_fid\")",
                    bold(readable("reden")) + "<br>" + shown("\"bron\"") +
                        ", rij [% \"bron_fid\" "
                        "%]<br>" +
                        shown("coalesce(\"detail\", '')"),
                    {{"Afgekeurd", {"bron", "bron_fid", "id", "reden", "detail"}}}};
        case Layer::bronnen:
        case Layer::koppelkansen_totaal:
        case Layer::run:
            break;
    }
    return table_texts(layer);
}

}  // namespace koppelkans::publish
