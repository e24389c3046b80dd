#include "engine/io/job_inputs.h"

#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "engine/domain/errors.h"
#include "engine/io/input_hash.h"
#include "engine/io/shared_datasets.h"

namespace koppelkans::io {

namespace {

geometry::Crs analysis_crs(const Configuration& configuration) {
    try {
        geometry::Crs crs(configuration.crs);
        if (!crs.is_projected_in_metres()) {
            throw domain::InputError(fmt::format(
                "the analysis CRS {} ({}) is not a projected CRS in metres; areas and distances "
                "need one, such as EPSG:28992",
                configuration.crs, crs.name()));
        }
        return crs;
    } catch (const geometry::GeometryError& error) {
        throw domain::InputError(fmt::format("the analysis CRS: {}", error.what()));
    }
}

void refuse_if_among(const std::string& target, const std::vector<std::string>& files) {
    for (const std::string& file : files) {
        std::error_code none;  // a database is no file
        if (std::filesystem::equivalent(file, target, none)) {
            throw domain::InputError({target, "", {}},
                                     "is an input of this run; choose another output");
        }
    }
}

/// What `open` makes; when it cannot, the message says as well where the configuration names it.
template <typename Open>
auto opened(const std::string& named_at, const Open& open) {
    try {
        return open();
    } catch (const domain::InputError& error) {
        if (named_at.empty()) {
            throw;
        }
        throw domain::InputError(fmt::format("{}: {}", named_at, error.what()));
    }
}

}  // namespace

Inputs open_inputs(const Configuration& configuration, analysis::Progress& progress,
                   Stopwatch& watch) {
    geometry::Crs crs = analysis_crs(configuration);
    std::vector<Source> sources;
    SharedDatasets datasets;
    for (const BronConfiguration& bron : configuration.bronnen) {
        progress.stop_if_cancelled();
        sources.push_back(
            opened(bron.named_at, [&] { return Source(bron, configuration, crs, &datasets); }));
    }
    watch.finish("opening");
    progress.begin(analysis::Phase::buurten, -1);
    ReadBuurten buurten =
        opened(configuration.buurten.named_at, [&] { return read_buurten(configuration, crs); });
    progress.end();
    watch.finish("buurten");
    return {std::move(crs), std::move(sources), std::move(buurten)};
}

std::vector<InputHash> hash_inputs(const Inputs& inputs, const analysis::Progress& progress) {
    std::vector<InputHash> hashes;
    // Several layers of one file are several sources; the file is read once.
    std::map<std::vector<std::string>, std::optional<std::string>> known;
    const auto add = [&](const std::string& name, const std::string& pad,
                         const std::vector<std::string>& files) {
        const auto found = known.find(files);
        hashes.push_back({name,
                          found != known.end()
                              ? found->second
                              : known.emplace(files, hash_of_files(files, progress)).first->second,
                          pad});
    };
    add("buurten", inputs.buurten.pad, inputs.buurten.files);
    for (const Source& source : inputs.sources) {
        add(source.naam(), source.pad(), source.files());
    }
    return hashes;
}

void refuse_to_touch_an_input(const std::string& target, const Configuration& configuration) {
    refuse_if_among(target, {configuration.buurten.bron});
    for (const BronConfiguration& bron : configuration.bronnen) {
        refuse_if_among(target, {bron.bron});
    }
}

void refuse_to_overwrite_an_input(const std::string& target, const Inputs& inputs) {
    refuse_if_among(target, inputs.buurten.files);
    for (const Source& source : inputs.sources) {
        refuse_if_among(target, source.files());
    }
}

}  // namespace koppelkans::io
