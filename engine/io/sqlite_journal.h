#pragma once

#include <string>

#include "engine/io/result_file_sqlite.h"

namespace koppelkans::io {

/// Why SQLite must not open this database for reading or writing, with what lies beside it; half a
/// sentence, with what to do, or empty where it may. Whoever opens a database plays back the
/// journal of a program that was stopped while it wrote, and a journal may come from someone else:
///
/// - one that is a link, a pipe or a folder leads elsewhere, or never ends;
/// - one that names another journal, as after a change of several databases at once, makes SQLite
///   remove the file of that name, wherever it lies;
/// - one with anything to play back keeps from reading, which SQLite tells as a fault of the file.
///
/// Links to the database are followed, as SQLite does. Cost: three calls of the system, and for a
/// journal that is not empty two small reads.
std::string fault_of_journals(const std::string& database, SqliteMode mode);

/// True for a database that has fewer pages than its head says, as one that was cut off while it
/// was copied. Where a write-ahead log lies beside it, the head says nothing of the file alone, and
/// this is false. Cost: one small read.
bool is_cut_off(const std::string& database);

}  // namespace koppelkans::io
