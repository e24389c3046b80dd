#include "engine/domain/layers.h"

#include <algorithm>
#include <cassert>
#include <initializer_list>

namespace koppelkans::domain {

namespace {

using Fields = std::vector<Field>;

constexpr FieldType text = FieldType::text;
constexpr FieldType integer = FieldType::integer;
constexpr FieldType real = FieldType::real;
constexpr FieldType date = FieldType::date;
constexpr FieldType boolean = FieldType::boolean;

const Enumeration zekerheid_words{
    "tijd_zekerheid",
    {{"zeker", "Zeker: op elke dag die de datums kunnen betekenen"},
     {"mogelijk", "Mogelijk: op een deel van de dagen die de datums kunnen betekenen"}}};

const Enumeration verband_words{
    "verband",
    {{"gelijktijdig", "Gelijktijdig: de tijdlijnen overlappen zeker"},
     {"mogelijk_gelijktijdig", "Mogelijk gelijktijdig: de tijdlijnen kunnen overlappen"},
     {"na_elkaar", "Na elkaar: er ligt tijd tussen"}}};

const Enumeration aanhaken_words{
    "aanhaken",
    {{"kansrijk", "Kansrijk: de eerste start ligt na de aanloop"},
     {"krap", "Krap: de eerste start ligt binnen de aanloop"},
     {"lopend", "Lopend: het eerste werk is begonnen of de start is open"}}};

const Enumeration pair_type_words{
    "type_kans",
    {{"fysiek", "Fysiek: twee fysieke opgaven"},
     {"sociaal-fysiek", "Sociaal-fysiek: een sociale en een fysieke opgave"},
     {"sociaal", "Sociaal: twee sociale opgaven"}}};

const Enumeration opgave_type_words{"type_opgave",
                                    {{"fysiek", "Fysieke opgave"}, {"sociaal", "Sociale opgave"}}};

const Enumeration risico_words{
    "soort_risico", {{"opnieuw_open", "Opnieuw open: graven binnen de graafrust van eerder werk"}}};

const Enumeration fase_words{"fase",
                             {{"onbekend", "Onbekend"},
                              {"idee", "Idee"},
                              {"verkenning", "Verkenning"},
                              {"ontwerp", "Ontwerp"},
                              {"voorbereiding", "Voorbereiding"},
                              {"uitvoering", "Uitvoering"},
                              {"gereed", "Gereed"},
                              {"aangehouden", "Aangehouden"},
                              {"vervallen", "Vervallen"}}};

const Enumeration rol_words{"rol",
                            {{"plan", "Plan: doet overal in mee"},
                             {"rust", "Rust: afgerond werk waarvan de graafrust nog loopt"}}};

const Enumeration niveau_words{
    "niveau",
    {{"plek", "Plek: ligt op een eigen plek"}, {"gebied", "Gebied: hoort bij een heel gebied"}}};

const Enumeration reden_words{
    "reden",
    {{"id_ontbreekt", "Er is geen id"},
     {"dubbel_id", "Een eerdere rij heeft hetzelfde id"},
     {"soort_onbekend", "De soort staat in geen catalogus"},
     {"datum_ongeldig", "Een datum of duur is niet te lezen"},
     {"eind_voor_start", "Het eind ligt voor de start"},
     {"geometrie_leeg", "Er is geen geometrie en geen gebiedscode"},
     {"coordinaten_ongeldig", "Een coördinaat is onbruikbaar"},
     {"geometrie_onherstelbaar", "De geometrie is niet te herstellen"},
     {"gebiedscode_onbekend", "Geen buurt, wijk of gemeente heeft deze code"},
     {"werkafstand_ongeldig", "De werkafstand is geen getal van 0 tot 10.000 m"},
     {"werkgebied_leeg", "Een punt of lijn heeft werkafstand 0"},
     {"vervallen", "De opgave is vervallen"},
     {"afgerond", "De opgave is afgerond"},
     {"buiten_venster", "De opgave ligt buiten het venster van de run"},
     {"buiten_gebied", "Het werkgebied ligt in geen enkele buurt"}}};

Fields joined(std::initializer_list<Fields> lists) {
    Fields all;
    for (const Fields& list : lists) {
        all.insert(all.end(), list.begin(), list.end());
    }
    return all;
}

const Fields buurt_fields{{"buurtcode", text, "Buurtcode", "Code van de buurt"},
                          {"buurtnaam", text, "Buurt", "Naam van de buurt"}};

const Fields pair_fields{
    {"opgave_a", text, "Opgave A", "Id van de eerste opgave van het paar"},
    {"opgave_b", text, "Opgave B", "Id van de tweede opgave van het paar"},
    {"naam_a", text, "Naam A", "Naam van opgave A"},
    {"naam_b", text, "Naam B", "Naam van opgave B"},
    {"soort_a", text, "Soort A", "Soort van opgave A"},
    {"soort_b", text, "Soort B", "Soort van opgave B"},
    {"domein_a", text, "Domein A", "Domein van opgave A"},
    {"domein_b", text, "Domein B", "Domein van opgave B"},
    {"trekker_a", text, "Trekker A", "Wie opgave A trekt"},
    {"trekker_b", text, "Trekker B", "Wie opgave B trekt"},
    {"start_a", date, "Start A", "Vroegste start van opgave A; leeg: open of onbekend"},
    {"eind_a", date, "Eind A", "Laatste eind van opgave A; leeg: open of onbekend"},
    {"start_b", date, "Start B", "Vroegste start van opgave B; leeg: open of onbekend"},
    {"eind_b", date, "Eind B", "Laatste eind van opgave B; leeg: open of onbekend"},
    {"tussentijd_min", integer, "Tussentijd minstens (dagen)",
     "Minste aantal dagen tussen het eind van de een en de start van de ander"},
    {"tussentijd_max", integer, "Tussentijd hoogstens (dagen)",
     "Grootste aantal dagen tussen het eind van de een en de start van de ander; leeg: onbegrensd"},
    {"tijd_zekerheid", text, "Zekerheid in tijd", "Liggen de tijdlijnen zeker binnen de horizon?",
     &zekerheid_words},
    {"verband", text, "Verband in tijd", "Gelijktijdig of na elkaar", &verband_words},
    {"eerste_start", date, "Eerste start", "Vroegste start van de twee opgaven; leeg: open"},
    {"aanhaken", text, "Aanhaken", "Ruimte om nog aan te haken; leeg: geen datum bekend",
     &aanhaken_words},
    {"oppervlakte_m2", real, "Oppervlakte (m²)", "Gedeelde grond binnen de buurt"},
    {"aandeel_a", real, "Aandeel A", "Deel van het hele werkgebied van A, van 0 tot 1"},
    {"aandeel_b", real, "Aandeel B", "Deel van het hele werkgebied van B, van 0 tot 1"},
    {"gedeeld_m3", real, "Gedeeld graafwerk (m³)",
     "Oppervlakte maal de kleinste diepte, waar beide opgaven graven"},
    {"lengte_a_m", real, "Lengte A (m)",
     "Meters van lijn A in het werkgebied van B en in de buurt; leeg: geen lijn"},
    {"lengte_b_m", real, "Lengte B (m)",
     "Meters van lijn B in het werkgebied van A en in de buurt; leeg: geen lijn"},
    {"afstand_m", real, "Afstand (m)", "Afstand tussen de twee geometrieën"},
    {"eerst", text, "Eerst",
     "Id van de opgave die volgens de bouwvolgorde eerst gaat; leeg: gelijk"},
    {"volgorde_strijdig", boolean, "Volgorde strijdig",
     "De opgave die eerst gaat begint zeker nadat de ander zeker klaar is"},
    {"type", text, "Type", "Fysiek, sociaal-fysiek of sociaal", &pair_type_words},
    {"al_samen", boolean, "Al samen", "Beide opgaven noemen hetzelfde project"}};

Fields koppelkans_fields() {
    return joined({{{"koppelkans_id", text, "Koppelkans", "Vast id van dit paar in deze buurt"}},
                   buurt_fields,
                   pair_fields});
}

/// Ground shared with a whole area says nothing about digging together or about a distance.
Fields gebiedskans_fields() {
    Fields fields = koppelkans_fields();
    std::erase_if(fields, [](const Field& field) {
        const std::string_view name = field.name;
        return name == "gedeeld_m3" || name == "afstand_m";
    });
    return fields;
}

Fields combinatie_fields() {
    return joined(
        {{{"combinatie_id", text, "Combinatie", "Vast id van deze opgaven in deze buurt"}},
         buurt_fields,
         {{"aantal_opgaven", integer, "Aantal opgaven", "Zoveel opgaven komen hier samen"},
          {"aantal_soorten", integer, "Aantal soorten", "Zoveel soorten komen hier samen"},
          {"opgaven", text, "Opgaven", "Id's van de opgaven, met ; ertussen"},
          {"soorten", text, "Soorten", "Soorten van de opgaven, met ; ertussen"},
          {"eerste_start", date, "Eerste start", "Vroegste start van de opgaven; leeg: open"},
          {"laatste_eind", date, "Laatste eind", "Laatste eind van de opgaven; leeg: open"},
          {"aanhaken", text, "Aanhaken", "Ruimte om nog aan te haken; leeg: geen datum bekend",
           &aanhaken_words},
          {"oppervlakte_m2", real, "Oppervlakte (m²)", "Gedeelde grond binnen de buurt"}}});
}

Fields risico_fields() {
    return joined(
        {{{"risico_id", text, "Risico", "Vast id van dit geordende paar in deze buurt"}},
         buurt_fields,
         {{"soort_risico", text, "Soort risico", "Wat er mis kan gaan", &risico_words},
          {"eerst", text, "Eerst", "Id van de opgave die eerst klaar is"},
          {"daarna", text, "Daarna", "Id van de opgave die daarna graaft"},
          {"eind_eerst", date, "Eind van eerst", "Laatste eind van de eerste opgave"},
          {"start_daarna", date, "Start van daarna",
           "Vroegste start van de tweede opgave; leeg: open"},
          {"graafrust_tot", date, "Graafrust tot", "Tot deze dag hoort de grond dicht te blijven"},
          {"zekerheid", text, "Zekerheid", "Valt het graven zeker binnen de graafrust?",
           &zekerheid_words},
          {"oppervlakte_m2", real, "Oppervlakte (m²)", "Grond die opnieuw open gaat"},
          {"ernst", real, "Ernst (m²)", "Oppervlakte maal het deel van de graafrust dat nog loopt"},
          {"koppelkans_id", text, "Koppelkans", "De koppelkans die dit risico wegneemt"}}});
}

const Field wijkcode_field{"wijkcode", text, "Wijkcode", "Code van de wijk"};
const Field gemeentecode_field{"gemeentecode", text, "Gemeentecode", "Code van de gemeente"};
const Field jaar_field{"jaar", integer, "Jaar", "Jaargang van de buurten"};

const Fields count_fields{
    {"aantal_opgaven", integer, "Aantal opgaven", "Opgaven die hier grond nemen"},
    {"aantal_koppelkansen", integer, "Aantal koppelkansen", "Paren op een plek"},
    {"aantal_gebiedskansen", integer, "Aantal gebiedskansen", "Paren met een heel gebied"},
    {"aantal_kansrijk", integer, "Aantal kansrijk",
     "Koppelkansen waarvoor nog ruim de tijd is om aan te haken"},
    {"aantal_combinaties", integer, "Aantal combinaties", "Plekken met drie of meer soorten"},
    {"aantal_risicos", integer, "Aantal risico's", "Plekken waar grond opnieuw open zou gaan"},
    {"koppel_m2", real, "Koppeloppervlakte (m²)",
     "Grond onder koppelkansen, elke vierkante meter één keer"},
    {"max_gelijktijdig", integer, "Meeste tegelijk",
     "Meeste opgaven op één dag, vanaf de peildatum"},
    {"drukste_dag", date, "Drukste dag", "Eerste dag met de meeste opgaven tegelijk"},
    {"domeinen", text, "Domeinen", "Domeinen van de opgaven, met ; ertussen"}};

Fields opgave_fields() {
    return {
        {"opgave_id", text, "Opgave", "Naam van de bron, dubbele punt, id"},
        {"bron", text, "Bron", "Naam van de bron"},
        {"id", text, "Id", "Id in de bron"},
        {"naam", text, "Naam", "Naam van de opgave"},
        {"soort", text, "Soort", "Soort van de opgave"},
        {"domein", text, "Domein", "Domein van de soort"},
        {"type", text, "Type", "Fysiek of sociaal", &opgave_type_words},
        {"trekker", text, "Trekker", "Wie de opgave trekt"},
        {"fase", text, "Fase", "Hoe vast het plan is", &fase_words},
        {"status", text, "Status", "Het woord van de bron voor de fase"},
        {"rol", text, "Rol", "Plan, of afgerond werk met graafrust", &rol_words},
        {"start", date, "Start", "Vroegste start; leeg: open of onbekend"},
        {"eind", date, "Eind", "Laatste eind; leeg: open of onbekend"},
        {"start_tekst", text, "Start in de bron", "De start zoals de bron hem geeft"},
        {"eind_tekst", text, "Eind in de bron", "Het eind zoals de bron het geeft"},
        {"tijd_onbekend", boolean, "Tijd onbekend", "Er is geen start en geen eind bekend"},
        {"eind_onbekend", boolean, "Eind onbekend", "Er is geen eind bekend"},
        {"aanhaken", text, "Aanhaken", "Ruimte om nog aan te haken", &aanhaken_words},
        {"werkafstand_m", real, "Werkafstand (m)", "Grond rond de geometrie die het werk neemt"},
        {"werkgebied_m2", real, "Werkgebied (m²)", "Oppervlakte van het werkgebied"},
        {"lengte_m", real, "Lengte (m)", "Lengte van een lijn; leeg: geen lijn"},
        {"niveau", text, "Niveau", "Een plek of een heel gebied", &niveau_words},
        {"hersteld", boolean, "Hersteld", "De geometrie was ongeldig en is hersteld"},
        {"aantal_koppelkansen", integer, "Aantal koppelkansen", "Koppelkansen van deze opgave"},
        {"kansen", text, "Kansen", "Kansen die de bron noemt"},
        {"risicos", text, "Risico's", "Risico's die de bron noemt"},
        {"doelstelling", text, "Doelstelling", "Doelstelling die de bron noemt"},
        {"budget", text, "Budget", "Budget dat de bron noemt"}};
}

Fields bron_fields() {
    return {{"bron", text, "Bron", "Naam van de bron"},
            {"pad", text, "Pad", "Bestand of verbinding, zonder wachtwoord"},
            {"laag", text, "Laag", "Laag in de bron"},
            {"crs", text, "CRS", "Coördinatenstelsel van de bron; leeg: geen geometrie"},
            {"nauwkeurigheid_m", real, "Nauwkeurigheid (m)",
             "Nauwkeurigheid van de omzetting volgens PROJ; leeg: niet bekend"},
            {"gelezen", integer, "Gelezen", "Rijen gelezen, na het filter"},
            {"geanalyseerd", integer, "Geanalyseerd", "Rijen die een opgave werden"},
            {"samengevoegd", integer, "Samengevoegd", "Rijen die bij een groep gevoegd zijn"},
            {"afgekeurd", integer, "Afgekeurd", "Rijen die afvielen; zie de laag afgekeurd"}};
}

Fields totaal_fields() {
    return {{"opgave_a", text, "Opgave A", "Id van de eerste opgave van het paar"},
            {"opgave_b", text, "Opgave B", "Id van de tweede opgave van het paar"},
            {"buurten", integer, "Buurten", "Aantal buurten waar het paar elkaar treft"},
            {"oppervlakte_m2", real, "Oppervlakte (m²)", "Gedeelde grond in al die buurten"},
            {"aandeel_a", real, "Aandeel A", "Deel van het hele werkgebied van A, van 0 tot 1"},
            {"aandeel_b", real, "Aandeel B", "Deel van het hele werkgebied van B, van 0 tot 1"}};
}

Fields run_fields() {
    return {{"version", text, "Versie", "Versie van koppelkans"},
            {"peildatum", date, "Peildatum", "De dag vanaf welke naar de plannen gekeken is"},
            {"horizon", text, "Horizon", "Hoe ver opgaven in tijd uiteen mogen liggen"},
            {"aanloop", text, "Aanloop", "Hoe lang voor de start aanhaken nog ruim kan"},
            {"configuration", text, "Configuratie", "De hele configuratie, zonder wachtwoorden"},
            {"inputs", text, "Invoer", "SHA-256 van elk invoerbestand, als JSON"},
            {"gdal", text, "GDAL", "Versie van GDAL"},
            {"geos", text, "GEOS", "Versie van GEOS"},
            {"proj", text, "PROJ", "Versie van PROJ"},
            {"sqlite", text, "SQLite", "Versie van SQLite"},
            {"buurten_jaar", integer, "Jaar van de buurten", "Jaargang van de buurten"}};
}

std::vector<LayerDefinition> chance_layers() {
    constexpr LayerKind table = LayerKind::table;
    constexpr LayerGeometry area = LayerGeometry::multipolygon;
    return {
        {Layer::koppelkansen, "koppelkansen", table, area, "Koppelkansen",
         "Twee opgaven van verschillende soort die elkaar in een buurt treffen, op de plek en "
         "in de tijd: één rij per paar per buurt.",
         koppelkans_fields()},
        {Layer::gebiedskansen, "gebiedskansen", table, area, "Gebiedskansen",
         "Als koppelkansen, waar minstens één van de twee bij een heel gebied hoort.",
         gebiedskans_fields()},
        {Layer::combinaties, "combinaties", table, area, "Combinaties",
         "Drie of meer soorten op dezelfde grond binnen de horizon.", combinatie_fields()},
        {Layer::risicos, "risicos", table, area, "Risico's",
         "Grond die opnieuw open zou gaan binnen de graafrust van eerder werk.", risico_fields()},
        {Layer::buurten, "buurten", table, area, "Buurten", "De buurten met wat er samenkomt.",
         joined({buurt_fields, {wijkcode_field, gemeentecode_field, jaar_field}, count_fields})},
        {Layer::wijken, "wijken", table, area, "Wijken",
         "De wijken met wat er samenkomt; een paar in twee buurten telt één keer.",
         joined({{wijkcode_field, gemeentecode_field, jaar_field}, count_fields})},
        {Layer::gemeenten, "gemeenten", table, area, "Gemeenten",
         "De gemeenten met wat er samenkomt; een paar in twee buurten telt één keer.",
         joined({{gemeentecode_field, jaar_field}, count_fields})}};
}

std::vector<LayerDefinition> input_layers() {
    constexpr LayerKind table = LayerKind::table;
    return {{Layer::opgaven, "opgaven", table, LayerGeometry::any, "Opgaven",
             "De opgaven die geanalyseerd zijn.", opgave_fields()},
            {Layer::werkgebieden,
             "werkgebieden",
             table,
             LayerGeometry::multipolygon,
             "Werkgebieden",
             "De grond die elke opgave neemt.",
             {{"opgave_id", text, "Opgave", "Id van de opgave"},
              {"soort", text, "Soort", "Soort van de opgave"},
              {"start", date, "Start", "Vroegste start; leeg: open of onbekend"},
              {"eind", date, "Eind", "Laatste eind; leeg: open of onbekend"}}},
            {Layer::afgekeurd,
             "afgekeurd",
             table,
             LayerGeometry::any,
             "Afgekeurd",
             "De rijen die afvielen, met de reden.",
             {{"bron", text, "Bron", "Naam van de bron"},
              {"bron_fid", integer, "Rij", "Nummer van de rij in de bron"},
              {"id", text, "Id", "Id in de bron"},
              {"reden", text, "Reden", "Waarom de rij afviel", &reden_words},
              {"detail", text, "Detail", "Wat er precies aan de hand is"}}},
            {Layer::bronnen, "bronnen", table, LayerGeometry::none, "Bronnen",
             "De bronnen, met wat er van elke rij geworden is.", bron_fields()},
            {Layer::koppelkansen_totaal, "koppelkansen_totaal", LayerKind::view,
             LayerGeometry::none, "Koppelkansen per paar",
             "De koppelkansen van elk paar bij elkaar, over alle buurten.", totaal_fields()},
            {Layer::run, "run", table, LayerGeometry::none, "Run", "Hoe dit bestand gemaakt is.",
             run_fields()}};
}

std::vector<LayerDefinition> all_layers() {
    std::vector<LayerDefinition> all = chance_layers();
    const std::vector<LayerDefinition> more = input_layers();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::vector<const Enumeration*> used_enumerations() {
    std::vector<const Enumeration*> used;
    for (const LayerDefinition& layer : layer_definitions()) {
        for (const Field& field : layer.fields) {
            if (field.words != nullptr &&
                std::find(used.begin(), used.end(), field.words) == used.end()) {
                used.push_back(field.words);
            }
        }
    }
    return used;
}

}  // namespace

const std::vector<LayerDefinition>& layer_definitions() {
    static const std::vector<LayerDefinition> all = all_layers();
    return all;
}

const LayerDefinition& definition(Layer layer) {
    const LayerDefinition& found = layer_definitions().at(static_cast<std::size_t>(layer));
    assert(found.layer == layer);
    return found;
}

std::optional<Layer> layer_named(std::string_view name) {
    for (const LayerDefinition& layer : layer_definitions()) {
        if (layer.name == name) {
            return layer.layer;
        }
    }
    return std::nullopt;
}

const std::vector<const Enumeration*>& enumerations() {
    static const std::vector<const Enumeration*> used = used_enumerations();
    return used;
}

}  // namespace koppelkans::domain
