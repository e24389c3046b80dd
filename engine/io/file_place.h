#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

namespace koppelkans::io {

// How a file gets to its place whole: written beside it under a hidden name, and renamed. What the
// GeoPackage and the project beside it have in common. Paths that are `resolved` are absolute;
// `path` is what the user typed, for messages. Internal to the writers.

/// What a run writes: the option that names it, and how its temporary files end.
struct OutputKind {
    const char* option;
    std::string_view suffix;
};
inline constexpr OutputKind result_output{"--output", ".gpkg"};
inline constexpr OutputKind project_output{"--project", ".qgz"};

/// Throws domain::InputError "cannot write <path>: <reason>", with what to do where the disk is
/// full.
[[noreturn]] void fail_to_write(const std::string& path, const std::string& reason);

/// A link that leads nowhere counts as well. Unlike std::filesystem's it never throws.
bool exists(const std::string& path);
/// What the system says of an errno.
std::string reason_of(int error);

/// The file that a path means: links followed, the folder made absolute. `option`: by which another
/// one can be named. Throws domain::InputError where there is no such folder, and for a file that
/// is a link out of its folder: who sends a folder may have put it there, and nobody sees it.
std::string resolved(const std::string& path, const char* option);
/// Both canonical; a folder lies within itself.
bool is_within(const std::filesystem::path& path, const std::filesystem::path& folder);

/// What SQLite lays beside a file.
inline constexpr std::array<const char*, 3> journal_suffixes{"-wal", "-shm", "-journal"};
void remove_siblings(const std::string& path);
void remove_with_siblings(const std::string& path);

/// `.name.tmp-<process>-<random><suffix>` in the folder of the target, not there yet.
std::string temporary_name(const std::string& resolved, std::string_view suffix);
/// Those of the same target whose process is gone and that nobody holds a lock on.
void remove_stale_temporaries(const std::string& resolved, std::string_view suffix);
/// All of them: for who knows that nobody else is writing that target. The number of a killed
/// process may be that of another one by now, in a container even our own.
void remove_temporaries(const std::string& resolved, std::string_view suffix);
/// `.name.lock` in the folder of the target.
std::string lock_name(const std::string& resolved);

/// The number of a process as text; what is none counts as one that runs.
bool is_alive(std::string_view process);

/// The only sure way to learn whether a folder takes a file is to make one in it. Throws
/// domain::InputError.
void check_folder_takes_files(const std::string& resolved, const std::string& path,
                              std::string_view suffix);
/// Writes a file that is not there yet. Throws domain::InputError, for one that is, too.
void write_new_file(const std::string& file, std::string_view bytes, const std::string& path);
/// Waits until a file or folder is on the disk. Throws domain::InputError.
void bring_to_disk(const std::string& file, const std::string& path);
/// The folder of a file that has just taken its place: it is there, but until then a power failure
/// could take it back. Throws domain::InputError that says so.
void settle_folder_of(const std::string& resolved, const std::string& path);
/// Renames only onto nothing, where the file system can promise that; as rename(2).
int rename_onto_nothing(const std::string& from, const std::string& to);

}  // namespace koppelkans::io
