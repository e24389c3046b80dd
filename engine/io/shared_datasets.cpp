#include "engine/io/shared_datasets.h"

namespace koppelkans::io {

GdalDataset SharedDatasets::open(const std::string& bron,
                                 const std::optional<std::string>& encoding, Network network) {
    const auto known = open_.find({bron, encoding});
    if (known != open_.end()) {
        return known->second.shared();
    }
    GdalDataset dataset(bron, encoding, network);
    if (dataset.is_xml()) {
        open_.emplace(std::pair(bron, encoding), dataset.shared());
    }
    return dataset;
}

}  // namespace koppelkans::io
