#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/progress.h"
#include "engine/io/target.h"

namespace koppelkans::io {

/// A file of a report, as its manifest lists it.
struct ReportFile {
    std::string path;  ///< below the folder, with /
    std::uintmax_t bytes = 0;
    std::string sha256;
};

/// Keeps others from writing a report to the same folder while one is made.
class FolderLock {
  public:
    FolderLock() = default;
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    /// Throws domain::InputError, which names the folder as `shown`, where another has it.
    void take(const std::string& folder, const std::string& shown);

  private:
    int descriptor_ = -1;
};

/// The folder that a report is written to. Files are made in a hidden folder within it and take
/// their places when all are whole, each by a rename; last comes manifest.json, which lists every
/// file. Files of an earlier report that the new one no longer has go away. One that somebody
/// changed is not removed, and not replaced unless overwriting. Two reports at once in one folder
/// are refused. A report that was killed leaves its hidden folder; the next one removes it.
///
///     ReportFolder folder("rapport", Overwrite::no);
///     folder.write("buurt/BU0001.html", page);       // from any thread
///     ... make a file at folder.place("index.pdf") ...
///     folder.finish(...);     // without it the destructor leaves all as it was
class ReportFolder {
  public:
    /// Makes the folder where it is not there. Throws domain::InputError where that cannot be, and
    /// for a folder with files of which no manifest.json of a report tells, unless overwriting.
    ReportFolder(std::string folder, Overwrite overwrite);
    ~ReportFolder();
    ReportFolder(const ReportFolder&) = delete;
    ReportFolder& operator=(const ReportFolder&) = delete;

    /// Where to make a file that is to come to `path`, a relative one with at most one folder.
    std::string place(const std::string& path) const;
    /// Makes it there. Throws domain::InputError when the disk does not take it.
    void write(const std::string& path, std::string_view bytes) const;
    /// Takes away what was only needed on the way.
    void drop(const std::string& path) const;
    const std::string& temporary_folder() const { return temporary_; }

    /// What came of it.
    struct Finished {
        std::vector<ReportFile> files;
        std::int64_t removed = 0;  ///< files of the report that was there
    };
    using ManifestOf = std::function<std::string(const std::vector<ReportFile>&)>;
    /// Brings all to the disk and then to its place. `manifest_of`: the text of manifest.json for
    /// the files, which are in the order of their paths. `before_placing` is called between the two
    /// and may throw to stop; from there on only renames are left, a ms for a hundred files. Throws
    /// domain::InputError; before the first rename all is as it was. That a rename fails after the
    /// places were looked at takes a fault of the disk or somebody else in the folder; files that
    /// have their place by then stay.
    Finished finish(const ManifestOf& manifest_of, const analysis::Progress& progress,
                    const std::function<void()>& before_placing = {});

  private:
    std::vector<ReportFile> made_files(const analysis::Progress& progress) const;
    void bring_to_disk_below() const;
    void check_places(const std::vector<std::string>& paths) const;
    void place_all(const std::vector<std::string>& paths) const;
    void check_unchanged(const std::vector<std::string>& paths) const;
    std::int64_t remove_stale(const std::vector<ReportFile>& files) const;

    std::string folder_;
    std::string resolved_;
    std::string temporary_;
    Overwrite overwrite_;
    FolderLock lock_;
    bool made_folder_ = false;
    std::vector<ReportFile> old_;
};

/// A code of a gebied as the name of a file: letters, digits, - and _ stay; anything else is left
/// out, and a code that was changed gets some digits of its SHA-256, so that no two are one.
std::string file_name_of(std::string_view code);

}  // namespace koppelkans::io
