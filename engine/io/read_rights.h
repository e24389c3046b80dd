#pragma once

#include <string>

#include "engine/domain/errors.h"

namespace koppelkans::io {

/// Throws domain::InputError for a file or folder that is there, or may be there, and that this
/// user may not read: to a file that cannot be reached every other question answers that it does
/// not exist. Of a folder the right to list it and to enter it are asked. What is not there at all
/// passes. Opens nothing. Cost: one or two system calls.
void check_rights(const std::string& path, const domain::InputPlace& place);

/// The same for a path that is named as it stands.
void check_rights(const std::string& path);

}  // namespace koppelkans::io
