#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/io/result_file.h"
#include "engine/io/result_file_layer.h"

namespace koppelkans::io {

// How each value of the domain becomes a row of its layer: the order of the calls in each function
// is the order of the fields in domain/layers.cpp. Internal to the result file.

/// A row of koppelkansen or of gebiedskansen, as the layer is.
void write_koppelkans(LayerWriter& layer, const ResultContext& context,
                      const domain::Koppelkans& found);
void write_combinatie(LayerWriter& layer, const ResultContext& context,
                      const domain::Combinatie& found);
void write_risico(LayerWriter& layer, const ResultContext& context, const domain::Risico& found);
void write_buurt(LayerWriter& layer, const domain::BuurtRegister& buurten, std::uint32_t buurt,
                 const domain::GebiedCounts& counts);
/// A row of wijken or gemeenten, as the layer is.
void write_gebied(LayerWriter& layer, std::optional<int> jaar,
                  const analysis::GebiedResult& gebied);
void write_opgave(LayerWriter& layer, const ResultContext& context, const domain::Opgave& opgave,
                  const analysis::OpgaveResult& result);
void write_werkgebied(LayerWriter& layer, const ResultContext& context,
                      const domain::Opgave& opgave, const geometry::Wkb& ground);
void write_problem(LayerWriter& layer, const ResultContext& context,
                   const domain::Problem& problem);
void write_bron(LayerWriter& layer, const BronRecord& bron);
void write_run(LayerWriter& layer, const RunRecord& run);

}  // namespace koppelkans::io
