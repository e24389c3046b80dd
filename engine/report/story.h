#pragma once

#include <string>
#include <vector>

#include "engine/report/dossier.h"
#include "engine/report/texts.h"

namespace koppelkans::report {

/// What a gebied is called in a sentence and as a title.
std::string name_of(const Gebied& gebied, const Texts& texts);

/// Its name beside that of another: where both have the same, as where a street is the name of all
/// that is done there, with its soort behind it, or with its id where that is the same as well.
std::string name_beside(const OpgaveRow& opgave, const OpgaveRow& other, const Texts& texts);

/// What stands out in a gebied, in one to three sentences written from its numbers.
std::vector<std::string> story_of(const Dossier& dossier, const RunRow& run, const Texts& texts);

/// Which kans is best, by how much and until when. Of kansen that are one project already nothing
/// is left to be done: the caller leaves them out.
std::string best_sentence(const Kans& best, const RunRow& run, const Texts& texts);

/// What to do about a kans, and by when: one to three sentences. `has_risico`: a risico of the same
/// two opgaven would be gone.
std::vector<std::string> advice_of(const Kans& kans, bool has_risico, const RunRow& run,
                                   const Texts& texts);

/// Who is to be called: the trekkers of both, each once; "de trekker van X" where one is not known,
/// "de trekkers" where none is.
std::string who(const Kans& kans, const Texts& texts);
/// Who is to be asked for a date: the trekker of the one that has none, or of both.
std::string who_knows_when(const Kans& kans, const Texts& texts);

/// From the peildatum to a day in whole months, or in days where that is less than one:
/// "1 jaar en 4 maanden". A day that lies before the peildatum is 0 days away.
std::string room_until(time::Day day, time::Day peildatum, const Texts& texts);

/// By when: the day, "meteen", or what is missing.
std::string act_by(const KansRow& kans, const RunRow& run, const Texts& texts);

}  // namespace koppelkans::report
