#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "engine/time/day.h"

namespace koppelkans::time {

/// A named zone of the IANA data base of the machine, to say which day a moment is (SPEC §3: a
/// date-time with a zone is the day it is in Europe/Amsterdam, option `tijdzone`).
/// Copies share the zone; reading from several threads is safe.
class TimeZone {
  public:
    /// Throws std::invalid_argument with the name when the machine does not know it.
    explicit TimeZone(const std::string& name = "Europe/Amsterdam");
    const std::string& name() const { return name_; }
    /// The local day of a moment given in seconds since 1970-01-01T00:00:00Z. A moment outside the
    /// years 1 to 9999 gives the open end on that side. The data base lists changes of the clock
    /// until 2037: a later year has the rules of the latest listed year with the same calendar.
    Day day_of(std::int64_t utc_seconds) const;

  private:
    struct Rules;
    std::string name_;
    std::shared_ptr<const Rules> rules_;
};

}  // namespace koppelkans::time
