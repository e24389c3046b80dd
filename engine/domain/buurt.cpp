#include "engine/domain/buurt.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "engine/domain/text.h"

namespace koppelkans::domain {

namespace {
struct Form {
    const char* prefix;
    std::size_t digits;
};
constexpr std::array<Form, 3> forms = {{{"BU", 8}, {"WK", 6}, {"GM", 4}}};
const std::vector<std::uint32_t> nothing;

const std::vector<std::uint32_t>* looked_up(
    const std::map<std::string, std::vector<std::uint32_t>>& codes, const std::string& code) {
    const auto found = codes.find(code);
    return found == codes.end() ? nullptr : &found->second;
}

/// The code with the prefix and the leading zeros of its kind, where it lacks them.
std::string completed(std::string code, GebiedSoort kind) {
    const Form& form = forms[static_cast<std::size_t>(kind)];
    if (code.rfind(form.prefix, 0) == 0) {
        code.erase(0, 2);
    }
    if (code.size() < form.digits) {
        code.insert(0, form.digits - code.size(), '0');
    }
    return form.prefix + code;
}
}  // namespace

BuurtRegister::BuurtRegister(std::vector<Buurt> buurten, std::optional<int> jaar)
    : buurten_(std::move(buurten)), jaar_(jaar) {
    std::sort(buurten_.begin(), buurten_.end(),
              [](const Buurt& a, const Buurt& b) { return a.buurtcode < b.buurtcode; });
    for (std::uint32_t i = 0; i < buurten_.size(); ++i) {
        box_ = geometry::united(box_, buurten_[i].box);
        const std::array<const std::string*, 3> codes = {
            &buurten_[i].buurtcode, &buurten_[i].wijkcode, &buurten_[i].gemeentecode};
        for (std::size_t kind = 0; kind < codes.size(); ++kind) {
            if (!codes[kind]->empty()) {
                exact_[kind][*codes[kind]].push_back(i);
                upper_[kind][upper_code(*codes[kind])].push_back(i);
            }
        }
    }
    if (exact_[0].size() != buurten_.size()) {
        throw std::invalid_argument("buurtcodes must be unique and not empty");
    }
}

const std::vector<std::uint32_t>& BuurtRegister::find(std::string_view code,
                                                      std::optional<GebiedSoort> kind) const {
    const std::string exact(trimmed(code));
    const std::string upper = upper_code(code);
    for (std::size_t k = 0; k < 3; ++k) {
        if (kind && static_cast<std::size_t>(*kind) != k) {
            continue;
        }
        // Exact case first: codes such as A00a and A00A may both exist.
        const auto* found = looked_up(exact_[k], exact);
        if (found == nullptr) {
            found = looked_up(upper_[k], upper);
        }
        if (found == nullptr && kind && !upper.empty()) {
            found = looked_up(upper_[k], completed(upper, *kind));
        }
        if (found != nullptr) {
            return *found;
        }
    }
    return nothing;
}

const std::map<std::string, std::vector<std::uint32_t>>& BuurtRegister::members(
    GebiedSoort kind) const {
    return exact_[static_cast<std::size_t>(kind)];
}

}  // namespace koppelkans::domain
