#pragma once

#include <string>
#include <vector>

namespace koppelkans::io {

/// What one phase of a job took.
struct Timing {
    std::string phase;
    double wall_s = 0;
    double cpu_s = 0;     ///< of all threads
    double peak_mib = 0;  ///< the most memory that the process held so far
};

/// Measures the phases of a job one after the other. Cost: two calls of the system a phase.
///
///     Stopwatch watch;
///     read(); watch.finish("sources");
///     analyse(); watch.finish("analysis");
class Stopwatch {
  public:
    /// Starts the first phase.
    Stopwatch();
    /// Ends the phase that is running, under this name, and starts the next.
    void finish(std::string phase);
    const std::vector<Timing>& timings() const { return timings_; }

  private:
    struct Moment {
        double wall_s = 0;
        double cpu_s = 0;
    };
    static Moment now();

    Moment began_;
    std::vector<Timing> timings_;
};

}  // namespace koppelkans::io
