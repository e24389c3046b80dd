#pragma once

namespace koppelkans::tools {

/// What a process needs before anything else, whoever started it:
///   - a closed pipe, or a file that may not grow (ulimit -f), must not end it in the middle of a
///     job, as its temporary file would stay: writing fails instead;
///   - stdin, stdout and stderr that were closed become streams of nothing, which no one can read
///     or write: else the next file to be opened took that number, and messages went into it;
///   - as many files may be open as the system allows at all: every source stays open.
void prepare_process();

/// Throws domain::InputError where the system allows too few open files for the libraries, which
/// would give another cause (PROJ: an unknown CRS, GDAL: an unknown format).
void check_open_files();

}  // namespace koppelkans::tools
