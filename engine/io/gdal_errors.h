#pragma once

#include <string>
#include <vector>

namespace koppelkans::io {

/// Collects what GDAL says on this thread for as long as it lives, so that nothing is printed and
/// no error state is missed: OGR gives null for an error as for the end. Lives on the stack; nests.
///
///     GdalErrors errors;
///     OGRFeature* feature = layer->GetNextFeature();
///     if (feature == nullptr && errors.failed()) throw domain::InputError(place, errors.text());
class GdalErrors {
  public:
    GdalErrors();
    ~GdalErrors();
    GdalErrors(const GdalErrors&) = delete;
    GdalErrors& operator=(const GdalErrors&) = delete;

    /// Anything worse than a warning was said since the start or the last `clear`.
    bool failed() const;
    /// What was said that is worse than a warning, each sentence once; never empty after a failure.
    std::string text() const;
    /// What was said without being a failure, such as a value that is no date in a column of dates,
    /// which OGR then gives as no value.
    const std::vector<std::string>& warnings() const { return said_.warnings; }
    void clear();

    struct Said {
        std::vector<std::string> failures;
        std::vector<std::string> warnings;
    };

  private:
    Said said_;
};

/// Lets GDAL print nothing, also by threads of its own, which have no collector.
void silence_gdal();

}  // namespace koppelkans::io
