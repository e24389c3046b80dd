#pragma once

#include <proj.h>

namespace koppelkans::geometry {

/// From here on this context opens files only where PROJ keeps its own (its search path: data of
/// the package, PROJ_DATA, the user's folder of grids), and writes none. A CRS from someone else
/// may name a grid by any path (`+nadgrids=/home/jan/brief.txt`), and PROJ would read it. Internal
/// to this room. Cost: some µs.
void keep_to_own_files(PJ_CONTEXT* context);

}  // namespace koppelkans::geometry
