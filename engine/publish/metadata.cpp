#include "engine/publish/metadata.h"

#include <fmt/format.h>

#include "engine/publish/xml.h"

namespace koppelkans::publish {

namespace {

std::string statement(const ResultFacts& facts) {
    return fmt::format(
        "Gemaakt door koppelkans {} ({}) met peildatum {}, horizon {} en aanloop {}{}.",
        facts.version, facts.software, time::iso(facts.peildatum), time::iso(facts.horizon),
        time::iso(facts.aanloop),
        facts.buurten_jaar ? fmt::format(", op de buurten van {}", *facts.buurten_jaar) : "");
}

std::string described(const InputFact& input) {
    return fmt::format(
        "{}: {}{}", input.bron, input.pad,
        input.sha256.empty() ? " (database)" : fmt::format(" (SHA-256 {})", input.sha256));
}

/// `<gmd:name><gco:CharacterString>text</...>`
void add_text(pugi::xml_node parent, const char* name, std::string_view text) {
    element(element(parent, name), "gco:CharacterString", text);
}

void add_code(pugi::xml_node parent, const char* name, const char* list, const char* value) {
    const pugi::xml_node code = element(element(parent, name), list);
    set(code, "codeList",
        fmt::format("http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#{}",
                    std::string_view(list).substr(4)));
    set(code, "codeListValue", value);
    code.text().set(value);
}

void add_date(pugi::xml_node parent, const ResultFacts& facts) {
    const pugi::xml_node date = element(element(parent, "gmd:date"), "gmd:CI_Date");
    element(element(date, "gmd:date"), "gco:DateTime", facts.timestamp);
    add_code(date, "gmd:dateType", "gmd:CI_DateTypeCode", "creation");
}

void add_identification(pugi::xml_node root, const ResultFacts& facts) {
    const pugi::xml_node data =
        element(element(root, "gmd:identificationInfo"), "gmd:MD_DataIdentification");
    const pugi::xml_node citation = element(element(data, "gmd:citation"), "gmd:CI_Citation");
    add_text(citation, "gmd:title", "Koppelkansen");
    add_date(citation, facts);
    add_text(data, "gmd:abstract",
             "Waar plannen van verschillende soort elkaar treffen, per buurt, op de plek en in de "
             "tijd: koppelkansen, combinaties en risico's, met de opgaven waaruit zij volgen.");
    add_code(data, "gmd:spatialRepresentationType", "gmd:MD_SpatialRepresentationTypeCode",
             "vector");
    add_text(data, "gmd:language", "dut");
    element(element(data, "gmd:topicCategory"), "gmd:MD_TopicCategoryCode", "planningCadastre");
}

void add_lineage(pugi::xml_node root, const ResultFacts& facts) {
    const pugi::xml_node quality =
        element(element(root, "gmd:dataQualityInfo"), "gmd:DQ_DataQuality");
    const pugi::xml_node scope = element(element(quality, "gmd:scope"), "gmd:DQ_Scope");
    add_code(scope, "gmd:level", "gmd:MD_ScopeCode", "dataset");
    const pugi::xml_node lineage = element(element(quality, "gmd:lineage"), "gmd:LI_Lineage");
    add_text(lineage, "gmd:statement", statement(facts));
    const pugi::xml_node step = element(element(lineage, "gmd:processStep"), "gmd:LI_ProcessStep");
    add_text(step, "gmd:description", "koppelkans run; de hele configuratie staat in de tabel run");
    element(element(step, "gmd:dateTime"), "gco:DateTime", facts.timestamp);
    for (const InputFact& input : facts.inputs) {
        const pugi::xml_node source = element(element(lineage, "gmd:source"), "gmd:LI_Source");
        add_text(source, "gmd:description", described(input));
    }
}

}  // namespace

std::string provenance_iso(const ResultFacts& facts) {
    pugi::xml_document document;
    const pugi::xml_node root = document.append_child("gmd:MD_Metadata");
    set(root, "xmlns:gmd", provenance_standard);
    set(root, "xmlns:gco", "http://www.isotc211.org/2005/gco");
    add_text(root, "gmd:language", "dut");
    add_code(root, "gmd:characterSet", "gmd:MD_CharacterSetCode", "utf8");
    add_code(root, "gmd:hierarchyLevel", "gmd:MD_ScopeCode", "dataset");
    const pugi::xml_node contact = element(element(root, "gmd:contact"), "gmd:CI_ResponsibleParty");
    add_text(contact, "gmd:organisationName", "De gemeente die deze run deed");
    add_code(contact, "gmd:role", "gmd:CI_RoleCode", "pointOfContact");
    element(element(root, "gmd:dateStamp"), "gco:DateTime", facts.timestamp);
    const pugi::xml_node system =
        element(element(root, "gmd:referenceSystemInfo"), "gmd:MD_ReferenceSystem");
    const pugi::xml_node identifier =
        element(element(system, "gmd:referenceSystemIdentifier"), "gmd:RS_Identifier");
    const bool has_code = facts.crs_code.find(':') != std::string::npos;
    add_text(identifier, "gmd:code", has_code ? facts.crs_code : facts.crs_wkt);
    add_identification(root, facts);
    add_lineage(root, facts);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text_of(document);
}

std::string layer_metadata_qgis(domain::Layer layer, const ResultFacts& facts) {
    const domain::LayerDefinition& definition = domain::definition(layer);
    pugi::xml_document document;
    document.append_child(pugi::node_doctype)
        .set_value("qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'");
    const pugi::xml_node root = document.append_child("qgis");
    set(root, "version", qgis_version);
    element(root, "identifier", definition.name);
    element(root, "type", "dataset");
    element(root, "language", "nl");
    element(root, "title", definition.title);
    element(root, "abstract", definition.description);
    if (definition.geometry != domain::LayerGeometry::none) {
        const pugi::xml_node crs = element(root, "crs");
        const pugi::xml_node system = element(crs, "spatialrefsys");
        element(system, "wkt", facts.crs_wkt);
        if (facts.crs_code.find(':') != std::string::npos) {
            element(system, "authid", facts.crs_code);
        }
    }
    element(root, "history", statement(facts));
    for (const InputFact& input : facts.inputs) {
        element(root, "history", described(input));
    }
    return text_of(document);
}

}  // namespace koppelkans::publish
