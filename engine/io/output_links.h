#pragma once

#include <string>

namespace koppelkans::io {

/// Throws domain::InputError where a link leads a result elsewhere than its configuration, which
/// lies in `folder` (empty: the working directory), says: it may name any folder openly, by `..` or
/// in full, but not hide one behind a link that was sent along. A link in `path` is followed where
///
/// - it is in the path of the configuration's own folder as well;
/// - it leads to a place within the folder that it lies in, or stays within that of the
///   configuration;
/// - it is the system's, as /var/run is: of root, in a folder where nobody else writes. For root
///   itself, whose links may be anything, directly below /var.
///
/// Nothing is written below /proc, where a folder is that of whoever asks. Also throws what
/// `resolved` does.
void refuse_to_leave(const std::string& folder, const std::string& path, const char* option);

}  // namespace koppelkans::io
