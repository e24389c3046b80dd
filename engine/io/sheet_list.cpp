#include "engine/io/sheet_list.h"

#include "engine/domain/text.h"
#include "engine/io/vsi_file.h"

namespace koppelkans::io {

std::string archive_of(const std::string& name) {
    return "/vsizip/{" + name + "}";
}

void follow_xml(const std::string& file, const XmlTags::OnTag& on_tag,
                const XmlTags::OnText& on_text) {
    XmlTags tags(
        on_tag, on_text ? on_text : [](std::string_view /*text*/) {});
    for (VsiParts parts(file); parts.next();) {
        tags.follow(parts.part());
    }
}

SheetList sheets_in(const std::string& archive) {
    std::map<std::string, std::string, std::less<>> targets;
    follow_xml(archive + "/xl/_rels/workbook.xml.rels", [&targets](const XmlTag& tag) {
        if (!tag.is_closing && tag.local_name() == "Relationship") {
            targets[std::string(tag.attribute("Id"))] = tag.attribute("Target");
        }
    });
    SheetList list;
    follow_xml(archive + "/xl/workbook.xml", [&](const XmlTag& tag) {
        if (tag.is_closing) {
            return;
        }
        if (tag.local_name() == "workbookPr") {
            const std::string_view value = domain::trimmed(tag.attribute("date1904"));
            list.counts_from_1904 = value == "1" || domain::folded(value) == "true";
        } else if (tag.local_name() == "sheet") {
            const auto target = targets.find(tag.attribute("r:id"));
            if (target != targets.end()) {
                const std::string& file = target->second;
                const std::string_view state = tag.attribute("state");
                list.sheets[std::string(tag.attribute("name"))].push_back(
                    {archive + (file.starts_with('/') ? "" : "/xl/") + file,
                     state == "hidden" || state == "veryHidden"});
            }
        }
    });
    return list;
}

}  // namespace koppelkans::io
