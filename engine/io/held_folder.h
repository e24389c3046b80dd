#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace koppelkans::io {

/// A folder that is held open: what is done in it is done there, whatever its path leads to a
/// moment later. Neither it nor a folder below it is reached through a link. Linux alone.
///
///     const HeldFolder folder("rapport");
///     const HeldPlace page = place_in(folder, "buurt/BU0001.html");
///     if (is_there(page)) { ... }
class HeldFolder {
  public:
    /// Not open where there is no such folder, or a link.
    explicit HeldFolder(const std::string& path);
    HeldFolder(HeldFolder&& other) noexcept;
    HeldFolder(const HeldFolder&) = delete;
    HeldFolder& operator=(const HeldFolder&) = delete;
    HeldFolder& operator=(HeldFolder&&) = delete;
    ~HeldFolder();

    bool is_open() const { return number_ >= 0; }
    int number() const { return number_; }
    /// A folder in this one; not open where there is none of that name, or a link.
    HeldFolder below(const std::string& name) const;

  private:
    explicit HeldFolder(int number) : number_(number) {}
    int number_;
};

/// A name in a folder.
struct HeldPlace {
    HeldFolder folder;
    std::string name;
};

/// The place of `path`, which has at most one folder, below `top`. Its folder is not open where it
/// cannot be reached; each of the functions below then fails.
HeldPlace place_in(const HeldFolder& top, const std::string& path);
/// The same, with the folder made where nothing has its name; errno says why it is not open.
HeldPlace place_made_in(const HeldFolder& top, const std::string& path);

/// A link that leads nowhere counts as well.
bool is_there(const HeldPlace& place);
/// Two names of one file.
bool is_same_file(const HeldPlace& one, const HeldPlace& other);
// Of an ordinary file; empty for anything else, which is not waited for as for a pipe.

std::optional<std::uintmax_t> size_at(const HeldPlace& place);
/// Cost: one pass over the file, in little memory.
std::string sha256_at(const HeldPlace& place);
std::string bytes_at(const HeldPlace& place);

/// True when done, else errno says why.
bool remove_at(const HeldPlace& place);
bool move_to(const HeldPlace& from, const HeldPlace& to);

}  // namespace koppelkans::io
