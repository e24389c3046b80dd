#pragma once

#include <string>
#include <vector>

namespace koppelkans::io {

// How the files of a report come to their places, all or none of them. Internal to report_folder.

/// A new report in a hidden folder, and where it goes. Folders are absolute, paths relative to
/// them.
struct ReportPlacing {
    std::string folder;
    std::string hidden;              ///< within the folder; holds the files of `paths`
    std::vector<std::string> paths;  ///< the manifest last
    std::vector<std::string> stale;  ///< of the report that was there: they go away
    std::string shown;               ///< the folder as the user typed it
};

/// What a file or folder of another name, hidden, is called while a report is made in that folder.
std::string hidden_folder_within(const std::string& folder);

/// Gives every file its place. Where the folder holds nothing but the report that was there, the
/// hidden folder takes its place in one step, so that nobody ever sees a part of it, also after a
/// kill or a power failure. That cannot be where there are files of others, where somebody works in
/// it (its own current folder), at the top of a disk, or where its owner, group or access list
/// would change: there each file takes its place by itself, the old one is kept until the manifest
/// has come last, and a failure puts all back.
///
/// Returns the hidden folder that is to be removed, with what was there before. Throws
/// domain::InputError, with all as it was; where even that failed, the hidden folder must stay for
/// the next report, and `must_keep_hidden` is set.
std::string place_report(const ReportPlacing& placing, bool& must_keep_hidden);

}  // namespace koppelkans::io
