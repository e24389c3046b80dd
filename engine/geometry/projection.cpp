#include "engine/geometry/projection.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <proj.h>
// Only for proj_crs_demote_to_2D, which has no public twin.
#include <proj_experimental.h>

#include "engine/geometry/proj_files.h"

namespace koppelkans::geometry {
namespace {

constexpr int confident = 90;  // of 100: PROJ has found the same system under another name at most

struct ProjDelete {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
    void operator()(PJ* object) const { proj_destroy(object); }
    void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
    void operator()(int* list) const { proj_int_list_destroy(list); }
    void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const {
        proj_operation_factory_context_destroy(factory);
    }
};
using Object = std::unique_ptr<PJ, ProjDelete>;
using ObjectList = std::unique_ptr<PJ_OBJ_LIST, ProjDelete>;

/// PROJ's context is not safe to share, so whoever works has one. It stays silent and off-line.
class Context {
  public:
    Context() : handle_(proj_context_create()) {
        proj_context_set_enable_network(get(), 0);
        keep_to_own_files(get());
        proj_log_func(get(), nullptr, [](void*, int, const char*) {});
    }
    PJ_CONTEXT* get() const { return handle_.get(); }

    std::string error() const {
        const int number = proj_context_errno(get());
        const char* words = number == 0 ? nullptr : proj_context_errno_string(get(), number);
        return words == nullptr ? "no reason given" : words;
    }

  private:
    std::unique_ptr<PJ_CONTEXT, ProjDelete> handle_;
};

std::string text(const char* words) {
    return words == nullptr ? "" : words;
}

std::string trimmed(std::string definition) {
    constexpr const char* blanks = " \t\r\n\f\v";
    definition.erase(definition.find_last_not_of(blanks) + 1);
    definition.erase(0, definition.find_first_not_of(blanks));
    return definition;
}

bool equal_but_case(const std::string& a, const std::string& b) {
    const auto same = [](unsigned char x, unsigned char y) {
        return std::tolower(x) == std::tolower(y);
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

/// For a message: WKT is too long to repeat.
std::string shortened(const std::string& definition) {
    constexpr std::size_t longest = 60;
    return definition.size() <= longest ? definition : definition.substr(0, longest) + "...";
}

/// PROJ takes any text for a name and settles for one that looks like it.
bool is_guessed(const std::string& definition, const PJ* crs) {
    const bool is_name = definition.find_first_of(":[{+=") == std::string::npos;
    return is_name && !equal_but_case(definition, text(proj_get_name(crs)));
}

Object created(const Context& context, const std::string& definition) {
    Object crs(definition.empty() ? nullptr : proj_create(context.get(), definition.c_str()));
    if (!crs || !proj_is_crs(crs.get()) || is_guessed(definition, crs.get())) {
        throw GeometryError(fmt::format("PROJ does not know the CRS '{}'", shortened(definition)));
    }
    return crs;
}

/// The horizontal part, in two dimensions.
Object horizontal(const Context& context, Object crs) {
    while (proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS) {
        crs.reset(proj_crs_get_sub_crs(context.get(), crs.get(), 0));
    }
    if (crs && proj_get_type(crs.get()) != PJ_TYPE_BOUND_CRS) {
        Object flat(proj_crs_demote_to_2D(context.get(), nullptr, crs.get()));
        if (flat) {
            return flat;
        }
    }
    return crs;
}

/// A bound CRS is a system with its own way to WGS 84 (TOWGS84): this is the system itself.
Object base_of(const Context& context, const PJ* crs) {
    if (proj_get_type(crs) == PJ_TYPE_BOUND_CRS) {
        return horizontal(context, Object(proj_get_source_crs(context.get(), crs)));
    }
    return Object(proj_clone(context.get(), crs));
}

std::string code_in_definition(const PJ* crs) {
    const std::string authority = text(proj_get_id_auth_name(crs, 0));
    const std::string code = text(proj_get_id_code(crs, 0));
    return authority.empty() || code.empty() ? "" : authority + ":" + code;
}

/// The code that PROJ's database has for it; `authority` null looks at all.
std::string identified(const Context& context, const PJ* crs, const char* authority) {
    int* confidences = nullptr;
    const ObjectList list(proj_identify(context.get(), crs, authority, nullptr, &confidences));
    const std::unique_ptr<int, ProjDelete> owned_confidences(confidences);
    if (!list || proj_list_get_count(list.get()) == 0 || confidences[0] < confident) {
        return {};
    }
    const Object best(proj_list_get(context.get(), list.get(), 0));
    return best ? code_in_definition(best.get()) : "";
}

std::string code_of(const Context& context, const PJ* crs) {
    std::string code = code_in_definition(crs);
    if (code.empty()) {
        code = identified(context, crs, "EPSG");
    }
    return code.empty() ? identified(context, crs, nullptr) : code;
}

bool is_metres(const Context& context, const PJ* system, int axis) {
    double to_metres = 0;
    return proj_cs_get_axis_info(context.get(), system, axis, nullptr, nullptr, nullptr, &to_metres,
                                 nullptr, nullptr, nullptr) != 0 &&
           to_metres == 1.0;
}

bool is_in_metres(const Context& context, const PJ* crs) {
    const Object system(proj_crs_get_coordinate_system(context.get(), crs));
    return system && is_metres(context, system.get(), 0) && is_metres(context, system.get(), 1);
}

bool is_horizontal(PJ_TYPE type) {
    return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_PROJECTED_CRS ||
           type == PJ_TYPE_ENGINEERING_CRS || type == PJ_TYPE_OTHER_CRS;
}

/// x before y, so that definitions that differ in the order of axes only are the same.
Object in_gis_order(const Context& context, const PJ* crs) {
    Object ordered(proj_normalize_for_visualization(context.get(), crs));
    return ordered ? std::move(ordered) : Object(proj_clone(context.get(), crs));
}

bool is_same(const Context& context, const Crs& from, const Crs& to) {
    if (from.reference() == to.reference()) {
        return true;
    }
    const Object a = in_gis_order(context, created(context, from.reference()).get());
    const Object b = in_gis_order(context, created(context, to.reference()).get());
    return proj_is_equivalent_to_with_ctx(context.get(), a.get(), b.get(),
                                          PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
}

bool is_finite(const Box& box) {
    return std::isfinite(box.min_x) && std::isfinite(box.min_y) && std::isfinite(box.max_x) &&
           std::isfinite(box.max_y);
}

/// The box in degrees of WGS 84, or the empty box where that makes no sense.
Box in_degrees(const Context& context, const PJ* from, const Box& area) {
    if (area.empty() || !is_finite(area)) {
        return {};
    }
    const Object degrees = created(context, "EPSG:4326");
    const Object way(
        proj_create_crs_to_crs_from_pj(context.get(), from, degrees.get(), nullptr, nullptr));
    const Object ordered(way ? proj_normalize_for_visualization(context.get(), way.get())
                             : nullptr);
    Box box;
    constexpr int points_a_side = 21;
    if (!ordered || proj_trans_bounds(context.get(), ordered.get(), PJ_FWD, area.min_x, area.min_y,
                                      area.max_x, area.max_y, &box.min_x, &box.min_y, &box.max_x,
                                      &box.max_y, points_a_side) == 0) {
        return {};
    }
    return contains(Box{-180, -90, 180, 90}, box) ? box : Box{};
}

/// One operation that can run here, as text: that is what every thread makes its own from.
struct Choice {
    std::string pipeline;
    std::string description;
    std::optional<double> accuracy_m;
    bool is_ballpark = false;
};

std::optional<Choice> usable(const Context& context, const PJ* operation) {
    if (proj_coordoperation_is_instantiable(context.get(), operation) == 0) {
        return std::nullopt;
    }
    const Object ordered(proj_normalize_for_visualization(context.get(), operation));
    Choice choice;
    choice.pipeline =
        ordered ? text(proj_as_proj_string(context.get(), ordered.get(), PJ_PROJ_5, nullptr)) : "";
    if (choice.pipeline.empty()) {
        return std::nullopt;
    }
    choice.description = text(proj_get_name(operation));
    choice.is_ballpark =
        proj_coordoperation_has_ballpark_transformation(context.get(), operation) != 0;
    const double accuracy_m = proj_coordoperation_get_accuracy(context.get(), operation);
    if (accuracy_m >= 0) {
        choice.accuracy_m = accuracy_m;
    }
    return choice;
}

/// PROJ's first that can run and is not ballpark, else its first that can run.
std::optional<Choice> best(const Context& context, const PJ* from, const PJ* to,
                           const Box& degrees) {
    const std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, ProjDelete> factory(
        proj_create_operation_factory_context(context.get(), nullptr));
    // One stray point must not rule out the operations that hold for all others.
    proj_operation_factory_context_set_spatial_criterion(
        context.get(), factory.get(), PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    if (!degrees.empty()) {
        proj_operation_factory_context_set_area_of_interest(context.get(), factory.get(),
                                                            degrees.min_x, degrees.min_y,
                                                            degrees.max_x, degrees.max_y);
    }
    const ObjectList list(proj_create_operations(context.get(), from, to, factory.get()));
    std::optional<Choice> ballpark;
    const int n = list ? proj_list_get_count(list.get()) : 0;
    for (int i = 0; i < n; ++i) {
        const Object operation(proj_list_get(context.get(), list.get(), i));
        std::optional<Choice> choice = usable(context, operation.get());
        if (choice && !choice->is_ballpark) {
            return choice;
        }
        if (choice && !ballpark) {
            ballpark = std::move(choice);
        }
    }
    return ballpark;
}

Choice chosen(const Context& context, const Crs& from, const Crs& to, const Box& area) {
    const Object source = created(context, from.reference());
    const Object target = created(context, to.reference());
    const Box degrees = in_degrees(context, source.get(), area);
    std::optional<Choice> choice = best(context, source.get(), target.get(), degrees);
    if (!degrees.empty() && (!choice || choice->is_ballpark)) {
        // Data that lies wholly outside its own system says nothing about the systems.
        std::optional<Choice> anywhere = best(context, source.get(), target.get(), {});
        if (anywhere && (!choice || !anywhere->is_ballpark)) {
            choice = std::move(anywhere);
        }
    }
    if (!choice) {
        throw GeometryError(fmt::format("PROJ has no operation from {} to {} ({})", from.code(),
                                        to.code(), context.error()));
    }
    return *choice;
}

bool all_finite(const double* values, std::size_t n) {
    return std::all_of(values, values + n, [](double value) { return std::isfinite(value); });
}

}  // namespace

Crs::Crs(std::string definition) : definition_(trimmed(std::move(definition))) {
    const Context context;
    const Object crs = horizontal(context, created(context, definition_));
    const Object base = crs ? base_of(context, crs.get()) : nullptr;
    if (!base || !is_horizontal(proj_get_type(base.get()))) {
        throw GeometryError(
            fmt::format("the CRS '{}' is not a horizontal one", shortened(definition_)));
    }
    const PJ_TYPE type = proj_get_type(base.get());
    name_ = text(proj_get_name(base.get()));
    const std::string authority_code = code_of(context, base.get());
    code_ = authority_code.empty() ? name_ : authority_code;
    is_geographic_ = type == PJ_TYPE_GEOGRAPHIC_2D_CRS;
    is_projected_in_metres_ = type == PJ_TYPE_PROJECTED_CRS && is_in_metres(context, base.get());
    const Object known(authority_code.empty() ? nullptr
                                              : proj_create(context.get(), authority_code.c_str()));
    const PJ* written = known ? known.get() : crs.get();
    wkt_ = text(proj_as_wkt(context.get(), written, PJ_WKT2_2019, nullptr));
    reference_ = known ? authority_code : wkt_;
    if (wkt_.empty()) {
        throw GeometryError(fmt::format("PROJ cannot write the CRS '{}'", shortened(definition_)));
    }
}

struct Transformation::Operation {
    Choice choice;
    bool is_identity = false;
    Context context;
    Object pipeline;  ///< none for identity; ends before its context

    void start() {
        if (is_identity) {
            return;
        }
        pipeline.reset(proj_create(context.get(), choice.pipeline.c_str()));
        if (!pipeline) {
            throw GeometryError(
                fmt::format("PROJ cannot run '{}' ({})", choice.description, context.error()));
        }
    }
};

Transformation::Transformation(const Crs& from, const Crs& to, const Box& area_of_use)
    : operation_(std::make_unique<Operation>()) {
    Operation& operation = *operation_;
    operation.is_identity = is_same(operation.context, from, to);
    if (operation.is_identity) {
        operation.choice.description = "same CRS";
        operation.choice.accuracy_m = 0.0;
    } else {
        operation.choice = chosen(operation.context, from, to, area_of_use);
    }
    operation.start();
}

Transformation::Transformation(std::unique_ptr<Operation> operation)
    : operation_(std::move(operation)) {}
Transformation::Transformation(Transformation&&) noexcept = default;
Transformation& Transformation::operator=(Transformation&&) noexcept = default;
Transformation::~Transformation() = default;

Transformation Transformation::clone() const {
    auto copy = std::make_unique<Operation>();
    copy->choice = operation_->choice;
    copy->is_identity = operation_->is_identity;
    copy->start();
    return Transformation(std::move(copy));
}

bool Transformation::is_identity() const {
    return operation_->is_identity;
}

bool Transformation::is_ballpark() const {
    return operation_->choice.is_ballpark;
}

std::optional<double> Transformation::accuracy_m() const {
    return operation_->choice.accuracy_m;
}

const std::string& Transformation::description() const {
    return operation_->choice.description;
}

bool Transformation::apply(Wkb& geometry) const {
    bool accepted = true;
    PJ* pipeline = operation_->pipeline.get();
    change_points(geometry, [&accepted, pipeline](double* xy, std::size_t n) {
        accepted = accepted && all_finite(xy, 2 * n);
        if (!accepted || pipeline == nullptr) {
            return;
        }
        constexpr std::size_t stride = 2 * sizeof(double);
        proj_errno_reset(pipeline);
        proj_trans_generic(pipeline, PJ_FWD, xy, stride, n, xy + 1, stride, n, nullptr, 0, 0,
                           nullptr, 0, 0);
        accepted = proj_errno(pipeline) == 0 && all_finite(xy, 2 * n);
    });
    return accepted;
}

std::string proj_version() {
    const PJ_INFO info = proj_info();
    return fmt::format("{}.{}.{}", info.major, info.minor, info.patch);
}

}  // namespace koppelkans::geometry
