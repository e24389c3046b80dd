#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/io/xml_tags.h"

namespace koppelkans::io {

// The parts of an Excel workbook, for what is looked at before GDAL's word is taken.

/// The archive that a workbook is, whatever its ending; parts are behind a slash.
std::string archive_of(const std::string& name);

/// Follows an XML file to its end; one that cannot be opened has no tags.
void follow_xml(const std::string& file, const XmlTags::OnTag& on_tag,
                const XmlTags::OnText& on_text = {});

struct Sheet {
    std::string file;  ///< in the archive, as GDAL opens it
    bool is_hidden = false;
};

/// What xl/workbook.xml says; GDAL knows its elements with any prefix.
struct SheetList {
    bool counts_from_1904 = false;
    std::map<std::string, std::vector<Sheet>> sheets;  ///< by name
};

SheetList sheets_in(const std::string& archive);

}  // namespace koppelkans::io
