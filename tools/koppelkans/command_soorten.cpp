#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "engine/io/configuration.h"
#include "tools/koppelkans/command.h"
#include "tools/koppelkans/job_arguments.h"

namespace koppelkans::tools {
namespace {

CommandText soorten_text() {
    return {
        "soorten",
        "list the kinds of opgave that the program knows",
        {"[CONFIG]"},
        {"Prints for each soort its code (the word for a configuration), its werkafstand in "
         "metres, its place in the order of works (1 deep to 9 surface), how long its new surface "
         "should stay closed, whether it digs, its domein and its naam. With a configuration, what "
         "that adds or changes is in it."},
        {{"koppelkans soorten", "Lists what can be written behind soort = in a configuration."}}};
}

std::string line(const domain::Soort& soort, std::size_t code_width, std::size_t domein_width) {
    return fmt::format("{:<{}}  {:>11}  {:>4}  {:>9}  {:<5}  {:<{}}  {}\n", soort.code, code_width,
                       fmt::format("{:g}", soort.werkafstand_m),
                       soort.bouwvolgorde ? std::to_string(*soort.bouwvolgorde) : "-",
                       soort.graafrust.is_zero() ? "-" : time::iso(soort.graafrust),
                       soort.graaft ? "yes" : "no", soort.domein, domein_width, soort.naam);
}

std::string listing(const domain::SoortCatalogus& soorten) {
    std::size_t code_width = 5;
    std::size_t domein_width = 6;
    for (std::size_t i = 0; i < soorten.size(); ++i) {
        const domain::Soort& soort = soorten[static_cast<domain::SoortIndex>(i)];
        code_width = std::max(code_width, soort.code.size());
        domein_width = std::max(domein_width, soort.domein.size());
    }
    std::string table = fmt::format("{:<{}}  werkafstand  bouw  graafrust  digs   {:<{}}  naam\n",
                                    "soort", code_width, "domein", domein_width);
    for (std::size_t i = 0; i < soorten.size(); ++i) {
        table += line(soorten[static_cast<domain::SoortIndex>(i)], code_width, domein_width);
    }
    return table;
}

}  // namespace

Command soorten_command() {
    const auto arguments = std::make_shared<JobArguments>();
    Command command;
    command.text = soorten_text();
    command.positionals = {"CONFIG", "A configuration that adds to the catalogue, or its folder.",
                           &arguments->positionals};
    command.run = [arguments] {
        const io::Configuration configuration = arguments->positionals.empty()
                                                    ? io::default_configuration(today())
                                                    : understood(*arguments, today()).configuration;
        return Outcome{ExitCode::done, listing(configuration.soorten), ""};
    };
    return command;
}

}  // namespace koppelkans::tools
