#pragma once

#include <filesystem>
#include <string>

namespace koppelkans::io {

// What a report that was killed leaves behind, and how the report that was there comes back.
// Internal to report_folder and report_placing.

/// How the name of a hidden folder begins, within the folder of the report.
inline constexpr const char* hidden_prefix = ".koppelkans-report-";
/// Within a hidden folder: the files whose places were taken. A name that no report writes.
inline constexpr const char* kept_folder = ".kept";

/// Whether a name within the folder is that of such a hidden one.
bool is_hidden_of_report(const std::string& name);
/// How the names of hidden folders begin that are beside it: `.rapport.koppelkans-report-`.
std::string prefix_beside(const std::filesystem::path& folder);

/// Puts back what was kept, and removes what came where nothing was, as the manifest of the new
/// report tells: it is the last to go, and without it `hidden` holds half a report no more. Only
/// what a report writes is touched, never through a link, and a file that somebody put in its place
/// since then stays. Returns the path of the first file with which that fails, and why; empty when
/// all is done. It can be tried again. Nothing is done where the report is whole, or none of its
/// files had its place.
std::string put_back(const std::string& folder, const std::string& hidden);

/// Whether another report can be under way in the same folder.
enum class Others { may_run, are_dead };

// Hidden folders count where they are of the user, or of whom the folder is of: anyone else could
// have laid there what to put back. Where others may run, that of a process that does is left
// alone.

/// Whether files are there of which no report tells, now or once what was left is put back. Changes
/// nothing.
bool holds_files_of_others(const std::string& folder, Others others);
/// What killed reports left within the folder and beside it: first puts back the old report where
/// one was killed halfway, then removes their hidden folders. Throws domain::InputError where not
/// all can be put back: a new report would be taken for the one that was killed.
void clear_killed_reports(const std::string& folder, Others others);

}  // namespace koppelkans::io
