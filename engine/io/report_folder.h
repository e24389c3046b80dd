#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/progress.h"
#include "engine/io/report_manifest.h"
#include "engine/io/report_recovery.h"
#include "engine/io/target.h"

namespace koppelkans::io {

/// Keeps others from writing a report to the same folder while one is made.
class FolderLock {
  public:
    FolderLock() = default;
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    /// Throws domain::InputError, which names the folder as `shown`, where another has it. False
    /// where the file system knows no locks: there, nobody can be kept out.
    bool take(const std::string& folder, const std::string& shown);

  private:
    int descriptor_ = -1;
};

/// The folder that a report is written to. Files are made in a hidden folder within it and take
/// their places when all are whole, with manifest.json, which lists every file (see
/// report_placing.h). Files of an earlier report that the new one no longer has go away. One that
/// somebody changed is not removed, and not replaced unless overwriting. Two reports at once in one
/// folder are refused. A report that was killed leaves its hidden folder; the next one removes it.
///
///     ReportFolder folder("rapport", Overwrite::no);
///     folder.write("buurt/BU0001.html", page);       // from any thread
///     ... make a file at folder.place("index.pdf") ...
///     folder.finish(...);     // without it the destructor leaves all as it was
class ReportFolder {
  public:
    /// Makes the folder where it is not there. Throws domain::InputError where that cannot be, and
    /// for a folder with files of which no manifest.json of a report tells, unless overwriting, and
    /// where what a killed report left cannot be put back.
    ReportFolder(std::string folder, Overwrite overwrite);
    ~ReportFolder();
    ReportFolder(const ReportFolder&) = delete;
    ReportFolder& operator=(const ReportFolder&) = delete;

    /// Where to make a file that is to come to `path`, a relative one with at most one folder.
    std::string place(const std::string& path);
    /// Makes it there. Throws domain::InputError when the disk does not take it.
    void write(const std::string& path, std::string_view bytes);
    /// Takes away what was only needed on the way.
    void drop(const std::string& path);
    const std::string& temporary_folder() const { return temporary_; }

    /// What came of it.
    struct Finished {
        std::vector<ReportFile> files;
        std::int64_t removed = 0;  ///< files of the report that was there
        /// Of that report as well, but changed by somebody since then: they are there still.
        std::vector<std::string> left;
    };
    using ManifestOf = std::function<std::string(const std::vector<ReportFile>&)>;
    /// Brings all to the disk and then to its place. `manifest_of`: the text of manifest.json for
    /// the files, which are in the order of their paths. `before_placing` is called between the two
    /// and may throw to stop; from there on only renames are left, a ms for a hundred files. Throws
    /// domain::InputError; all is then as it was, unless the message says that the report is
    /// written.
    Finished finish(const ManifestOf& manifest_of, const analysis::Progress& progress,
                    const std::function<void()>& before_placing = {});

  private:
    std::vector<ReportFile> made_files(const analysis::Progress& progress) const;
    void bring_to_disk_below() const;
    void refuse_files_of_others(Others others) const;
    void check_places(const std::vector<std::string>& paths) const;
    void check_unchanged(const std::vector<std::string>& paths) const;
    void remove_folders_made() const;
    /// Files of the report that was there, which the new one does not have.
    struct Stale {
        std::vector<std::string> unchanged;
        std::vector<std::string> changed;
    };
    Stale stale_files() const;

    std::string folder_;
    std::string resolved_;
    std::string temporary_;
    Overwrite overwrite_;
    FolderLock lock_;
    std::vector<std::string> made_folders_;  ///< by this run, the lowest first
    bool must_keep_hidden_ = false;
    ListedFiles old_;
    std::mutex mutex_;
    std::set<std::string> made_;  ///< under mutex_: the paths whose places were given
};

/// A code of a gebied as the name of a file: letters, digits, - and _ stay; anything else is left
/// out, and a code that was changed gets some digits of its SHA-256, so that no two are one.
std::string file_name_of(std::string_view code);

}  // namespace koppelkans::io
