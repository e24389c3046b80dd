#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/analysis/progress.h"
#include "engine/io/configuration.h"

namespace koppelkans::tools {

/// A source as `init` found it.
struct SurveyedSource {
    io::BronConfiguration bron;         ///< with the columns and soort that were recognised
    std::vector<std::string> comments;  ///< rows, CRS, what was not recognised
    bool is_in_space = false;           ///< its rows have a geometry, so it needs a CRS
    std::string fault;                  ///< why `run` would refuse it; empty: it is ready
};

struct SurveyedBuurten {
    io::BuurtenConfiguration buurten;
    std::vector<std::string> comments;
};

/// What a folder holds for a configuration.
struct FolderSurvey {
    std::vector<SurveyedBuurten> buurten;  ///< the first is the one to use
    std::vector<SurveyedSource> sources;
    std::vector<std::string> notes;  ///< what was passed over, a sentence each
};

/// Looks at the files of a folder as `run` would, for a koppelkans.toml to be written to `target`:
/// what that cannot name so that a run finds it is passed over. Throws domain::InputError for a
/// folder that is not there. Reads up to 1,000 rows a layer. `stop` is asked between the sources.
FolderSurvey survey(
    const std::string& folder, const std::string& target, const io::Configuration& run,
    const analysis::Stop& stop = [] {});

/// The survey as a koppelkans.toml to be written to `target`: paths relative to its folder,
/// sources that are not ready commented out, every setting with its default as a comment.
/// `soorten`: the codes to choose from.
std::string draft_of(const FolderSurvey& survey, const std::string& target,
                     const std::vector<std::string>& soorten);

}  // namespace koppelkans::tools
