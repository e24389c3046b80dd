#include "engine/io/source_filter.h"

#include <algorithm>
#include <stdexcept>

#include <ogr_feature.h>
#include <ogr_swq.h>
#include <ogrsf_frmts.h>

#include "engine/io/gdal_dataset.h"
#include "engine/io/like_pattern.h"

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

bool is_like(const swq_expr_node& node) {
    return node.eNodeType == SNT_OPERATION &&
           (node.nOperation == SWQ_LIKE || node.nOperation == SWQ_ILIKE);
}

/// OGR's fetcher of a column that is no geometry, for a part of a filter that it evaluates.
swq_expr_node* fetch(swq_expr_node* column, void* row) {
    const auto& feature = *static_cast<OGRFeature*>(row);
    const int field = column->field_index;
    std::unique_ptr<swq_expr_node> value;
    switch (column->field_type) {
        case SWQ_INTEGER:
        case SWQ_BOOLEAN:
            value = std::make_unique<swq_expr_node>(feature.GetFieldAsInteger(field));
            break;
        case SWQ_INTEGER64:
            value = std::make_unique<swq_expr_node>(feature.GetFieldAsInteger64(field));
            break;
        case SWQ_FLOAT:
            value = std::make_unique<swq_expr_node>(feature.GetFieldAsDouble(field));
            break;
        default:
            value = std::make_unique<swq_expr_node>(feature.GetFieldAsString(field));
    }
    value->is_null = feature.IsFieldSetAndNotNull(field) ? FALSE : TRUE;
    return value.release();
}

/// A LIKE that is judged here, in bounded time, and stands in OGR's tree as a constant.
class Like {
  public:
    explicit Like(swq_expr_node& node) : node_(&node) {}

    /// Takes the node out of its parent; `answer` of the constant that stands there from now on.
    void leave(swq_expr_node*& place) {
        owned_.reset(node_);
        place = new swq_expr_node(0);  // owned by the tree, which frees its nodes itself
        place->field_type = SWQ_BOOLEAN;
        answer_ = place;
    }
    /// As OGR 3.6: a text or pattern that the row lacks does not fit.
    bool fits(OGRFeature& feature) const {
        const std::unique_ptr<swq_expr_node> text(part(0, feature));
        const std::unique_ptr<swq_expr_node> pattern(part(1, feature));
        const std::unique_ptr<swq_expr_node> escape(node_->nSubExprCount > 2 ? part(2, feature)
                                                                             : nullptr);
        if (!has_text(text) || !has_text(pattern) ||
            (node_->nSubExprCount > 2 && !has_text(escape))) {
            return false;
        }
        return fits_like(text->string_value, pattern->string_value,
                         {escape ? escape->string_value[0] : '\0', node_->nOperation == SWQ_ILIKE});
    }
    void answer(OGRFeature& feature) const { answer_->int_value = fits(feature) ? 1 : 0; }

  private:
    swq_expr_node* part(int i, OGRFeature& feature) const {
        return node_->papoSubExpr[i]->Evaluate(fetch, &feature);
    }
    static bool has_text(const std::unique_ptr<swq_expr_node>& value) {
        return value && value->is_null == FALSE && value->string_value != nullptr;
    }

    swq_expr_node* node_;
    std::unique_ptr<swq_expr_node> owned_;
    swq_expr_node* answer_ = nullptr;
};

/// Throws std::invalid_argument for what a LIKE cannot be judged on here.
void check_operands(const swq_expr_node& like) {
    for (int i = 0; i < like.nSubExprCount; ++i) {
        const swq_expr_node& part = *like.papoSubExpr[i];
        if (is_like(part) || part.field_type == SWQ_GEOMETRY) {
            throw std::invalid_argument("LIKE compares texts, no geometries and no other LIKE.");
        }
        check_operands(part);
    }
}

/// `%` where what it divides by may be below 0: the least of all whole numbers % -1 ends the
/// process in OGR, which reckons with constants when it compiles, and with columns in each row.
bool is_unsafe_modulus(const swq_expr_node& node) {
    if (node.eNodeType != SNT_OPERATION || node.nOperation != SWQ_MODULUS ||
        node.nSubExprCount != 2) {
        return false;
    }
    const swq_expr_node& by = *node.papoSubExpr[1];
    const bool is_above_0 = by.field_type == SWQ_FLOAT ? by.float_value > 0 : by.int_value > 0;
    return by.eNodeType != SNT_CONSTANT || !is_above_0;
}

/// Parses it alone, as OGR does that only for a whole SELECT: nothing is reckoned with. What cannot
/// be parsed, OGR tells when it compiles it. Throws std::invalid_argument.
void check_modulus(const std::string& where) {
    if (where.find('%') == std::string::npos) {
        return;
    }
    const GdalErrors errors;
    swq_select select;
    if (select.preparse(("SELECT * FROM t WHERE " + where).c_str()) != CE_None) {
        throw std::invalid_argument(errors.text());
    }
    std::vector<const swq_expr_node*> open{select.where_expr};
    while (!open.empty()) {  // a filter may be as deep as it is long
        const swq_expr_node* const node = open.back();
        open.pop_back();
        if (node == nullptr || node->eNodeType != SNT_OPERATION) {
            continue;
        }
        if (is_unsafe_modulus(*node)) {
            throw std::invalid_argument("% takes a number above 0 behind it.");
        }
        open.insert(open.end(), node->papoSubExpr, node->papoSubExpr + node->nSubExprCount);
    }
}

}  // namespace

/// A part of the filter that is true, false or unknown for a row.
struct SourceFilter::Term {
    OGRFeatureQuery query;
    std::vector<std::string> dates;  ///< columns of dates in it; none where it asks for NULL itself
    Join join = Join::leaf;
    std::vector<std::unique_ptr<Term>> parts;
    std::vector<Like> likes;  ///< in the tree of `query`, the root excepted
    std::optional<Like> root_like;

    /// OGR would judge a LIKE by trying every place for every `%`, which need not end.
    void take_likes(swq_expr_node& node) {
        if (is_like(node)) {
            check_operands(node);
            root_like.emplace(node);
            return;
        }
        for (int i = 0; i < node.nSubExprCount; ++i) {
            swq_expr_node*& part = node.papoSubExpr[i];
            if (is_like(*part)) {
                check_operands(*part);
                likes.emplace_back(*part).leave(part);
            } else {
                take_likes(*part);
            }
        }
    }
    bool passes(OGRFeature& feature) {
        if (root_like) {
            return root_like->fits(feature);
        }
        for (const Like& like : likes) {
            like.answer(feature);
        }
        return query.Evaluate(&feature) != 0;
    }
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
    term->take_likes(root);
    return term;
}

SourceFilter::SourceFilter(OGRLayer& layer, const std::string& where) {
    check_modulus(where);
    whole_ = term_of(layer, where);
}

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
    const bool passes = term.passes(feature);
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
