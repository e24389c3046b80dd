#include "engine/io/source_filter.h"

#include <algorithm>
#include <stdexcept>

#include <ogr_feature.h>
#include <ogr_swq.h>
#include <ogrsf_frmts.h>

#include "engine/io/gdal_dataset.h"

namespace koppelkans::io {

namespace {

/// What a term does with its parts; `leaf`: it is a predicate of its own.
enum class Join { leaf, all, any, none };

Join join_of(const swq_expr_node& node) {
    if (node.eNodeType != SNT_OPERATION) {
        return Join::leaf;
    }
    switch (node.nOperation) {
        case SWQ_AND:
            return Join::all;
        case SWQ_OR:
            return Join::any;
        case SWQ_NOT:
            return Join::none;
        default:
            return Join::leaf;
    }
}

bool is_date(OGRFieldType type) {
    return type == OFTDate || type == OFTDateTime || type == OFTTime;
}

std::string text_of(swq_expr_node& node) {
    char* text = node.Unparse(nullptr, '"');
    std::string copy = text;
    CPLFree(text);
    return copy;
}

/// The unknown of SQL: an AND is false as soon as a part is, an OR true, whatever the rest.
std::optional<bool> joined(Join join, const std::vector<std::optional<bool>>& parts) {
    if (join == Join::none) {
        return parts.front() ? std::optional(!*parts.front()) : std::nullopt;
    }
    const bool decides = join == Join::any;
    bool all_known = true;
    for (const std::optional<bool>& part : parts) {
        if (part == decides) {
            return decides;
        }
        all_known = all_known && part.has_value();
    }
    return all_known ? std::optional(!decides) : std::nullopt;
}

}  // namespace

/// A part of the filter that is true, false or unknown for a row.
struct SourceFilter::Term {
    OGRFeatureQuery query;
    std::vector<std::string> dates;  ///< columns of dates in it; none where it asks for NULL itself
    Join join = Join::leaf;
    std::vector<std::unique_ptr<Term>> parts;

    bool lacks_a_date(const OGRFeature& feature) const {
        return std::any_of(dates.begin(), dates.end(), [&feature](const std::string& date) {
            const int field = feature.GetFieldIndex(date.c_str());
            return field >= 0 && !feature.IsFieldSetAndNotNull(field);
        });
    }
};

std::unique_ptr<SourceFilter::Term> SourceFilter::term_of(OGRLayer& layer,
                                                          const std::string& where) {
    GdalErrors errors;
    auto term = std::make_unique<Term>();
    if (term->query.Compile(&layer, where.c_str(), TRUE, nullptr) != OGRERR_NONE ||
        errors.failed()) {
        throw std::invalid_argument(errors.text());
    }
    auto& root = *static_cast<swq_expr_node*>(term->query.GetSWQExpr());
    term->join = join_of(root);
    const CPLStringList used(term->query.GetUsedFields());
    OGRFeatureDefn& definition = *layer.GetLayerDefn();
    const bool asks_for_null = root.eNodeType == SNT_OPERATION && root.nOperation == SWQ_ISNULL;
    for (int i = 0; i < used.Count() && !asks_for_null; ++i) {
        const int field = definition.GetFieldIndex(used[i]);
        if (field >= 0 && is_date(definition.GetFieldDefn(field)->GetType())) {
            term->dates.emplace_back(used[i]);
        }
    }
    if (term->dates.empty()) {
        term->join = Join::leaf;  // OGR judges it as it is
    }
    for (int i = 0; i < root.nSubExprCount && term->join != Join::leaf; ++i) {
        term->parts.push_back(term_of(layer, text_of(*root.papoSubExpr[i])));
    }
    return term;
}

SourceFilter::SourceFilter(OGRLayer& layer, const std::string& where)
    : whole_(term_of(layer, where)) {}

SourceFilter::SourceFilter(SourceFilter&&) noexcept = default;
SourceFilter& SourceFilter::operator=(SourceFilter&&) noexcept = default;
SourceFilter::~SourceFilter() = default;

std::optional<bool> SourceFilter::judged(Term& term, OGRFeature& feature) {
    if (term.lacks_a_date(feature)) {
        if (term.join == Join::leaf) {
            return std::nullopt;
        }
        std::vector<std::optional<bool>> parts;
        for (const std::unique_ptr<Term>& part : term.parts) {
            parts.push_back(judged(*part, feature));
        }
        return joined(term.join, parts);
    }
    const GdalErrors errors;
    const bool passes = term.query.Evaluate(&feature) != 0;
    if (errors.failed()) {
        throw std::runtime_error(errors.text());
    }
    return passes;
}

bool SourceFilter::passes(OGRFeature& feature) {
    const std::optional<bool> answer = judged(*whole_, feature);
    undated_ += answer.has_value() ? 0 : 1;
    return answer.value_or(false);
}

}  // namespace koppelkans::io
