#pragma once

#include <string>
#include <vector>

#include "engine/analysis/progress.h"
#include "engine/geometry/projection.h"
#include "engine/io/buurten_source.h"
#include "engine/io/configuration.h"
#include "engine/io/result_file.h"
#include "engine/io/source.h"
#include "engine/io/stopwatch.h"

namespace koppelkans::io {

/// Everything that is opened before the work of a job starts. Internal to the job.
struct Inputs {
    geometry::Crs crs;
    std::vector<Source> sources;
    ReadBuurten buurten;
};

/// Opens the sources, reads the buurten. Throws domain::InputError that says where the
/// configuration names what cannot be opened, and for an analysis CRS that is not projected in
/// metres.
Inputs open_inputs(const Configuration& configuration, analysis::Progress& progress,
                   Stopwatch& watch);

/// The buurten first, then the sources in their order; a file of several layers is read once.
std::vector<InputHash> hash_inputs(const Inputs& inputs, const analysis::Progress& progress);

/// Throws domain::InputError where `target` is a file that the configuration names as a source or
/// as its buurten. Opens nothing: for before a look at the target, which settles a journal there.
void refuse_to_touch_an_input(const std::string& target, const Configuration& configuration);

/// Throws domain::InputError where `target` is one of the files that were opened, those beside a
/// file that was named (.dbf, .prj) among them.
void refuse_to_overwrite_an_input(const std::string& target, const Inputs& inputs);

}  // namespace koppelkans::io
