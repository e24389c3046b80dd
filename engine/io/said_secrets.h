#pragma once

#include <string>

namespace koppelkans::io {

/// What a library said when it could not open `bron`, without the secrets of that: `pad` is `bron`
/// masked. A library repeats what it could not take apart, which often is the rest of a password
/// with a sign that should have been encoded. So where that is plainly so, or it repeats any word
/// of four letters or more that `pad` hides, a sentence of ours stands in its place. Internal to
/// the sources. Cost: the product of both lengths at worst.
///
///     without_secrets("invalid port \"heim\"", "postgresql://jan:ge/heim@h/db",
///                     "postgresql://jan:***@h/db")    // a sign in the name or password must be
///                     ...
std::string without_secrets(std::string said, const std::string& bron, const std::string& pad);

}  // namespace koppelkans::io
