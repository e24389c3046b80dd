#pragma once

#include <string>

#include "engine/report/palette.h"
#include "engine/report/texts.h"

namespace koppelkans::io {

/// The texts of a report in a language, "nl" or "en", from data/report/<language>.toml, which is
/// compiled in. Throws domain::UsageError for a language that there is none of.
report::Texts report_texts(const std::string& language);

/// The colours of styles/palette.toml, compiled in.
report::Palette report_palette();

}  // namespace koppelkans::io
