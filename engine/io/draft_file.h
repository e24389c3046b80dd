#pragma once

#include <functional>
#include <string>

#include "engine/io/target.h"

namespace koppelkans::io {

// Where `init` writes its configuration.

/// Checks before any work that a configuration can be written there: its folder is there, and what
/// would be overwritten is a configuration, that is, an ordinary file that was made by `init`, is
/// empty, or is named .toml and names buurten or bronnen. So no source is lost to a slip of the
/// pen. Throws domain::InputError with what to do.
void check_draft(const std::string& path, Overwrite overwrite);

/// How the first line of a configuration begins that `init` made.
inline constexpr const char* draft_mark = "# Made by koppelkans init.";

/// What the caller wants to know on the way.
struct DraftNotices {
    /// Told the hidden file beside the target, before it is there.
    std::function<void(const std::string&)> on_temporary_file;
    /// Told when all is written; may throw to stop. From then on the process must
    /// not be ended by force.
    std::function<void()> before_placing;
};

/// Writes it beside its place and moves it there when it is whole and on the disk. Throws
/// domain::InputError; what was there is then as it was.
void write_draft(const std::string& path, const std::string& text, Overwrite overwrite,
                 const DraftNotices& notices = {});

}  // namespace koppelkans::io
