// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/explain.h"

#include <algorithm>
#include <string>
#include <vector>

#include "index/schema.h"

namespace morgue::index {
namespace {

constexpr std::size_t kFormsShown = 20;

using Path = std::vector<std::size_t>;  ///< which child of which child ...

std::vector<query::Node>* children(query::Node& node) {
  if (auto* all = std::get_if<query::And>(&node.value)) return &all->of;
  if (auto* any = std::get_if<query::Or>(&node.value)) return &any->of;
  if (auto* none = std::get_if<query::Not>(&node.value)) return &none->of;
  return nullptr;
}

/// Whether anything is left.
bool remove(query::Node& node, const Path& path, std::size_t depth) {
  std::vector<query::Node>& of = *children(node);
  const auto at = of.begin() + static_cast<std::ptrdiff_t>(path[depth]);
  if (depth + 1 == path.size() || !remove(*at, path, depth + 1)) of.erase(at);
  if (of.size() == 1 && !std::holds_alternative<query::Not>(node.value)) {
    query::Node only = std::move(of.front());
    node = std::move(only);
  } else if (of.empty()) {
    return false;
  }
  return true;
}

class Explainer {
 public:
  Explainer(const SegmentSet& set, const query::Node& query) : set_(set), query_(query), compiler_(set.compiler()) {}

  Explanation run() { return explain(query_); }

 private:
  std::int64_t count(const query::Node& node) { return set_.count(compiler_.compile(node).query); }

  Explanation explain(const query::Node& node) {
    Explanation out;
    out.clause = query::print(node);
    out.articles = count(node);
    if (!path_.empty()) {
      query::Node rest = query_;
      out.without = count(remove(rest, path_, 0) ? rest : query::Node{query::All{}, {}});
    }
    add_forms(node, out);
    query::Node copy = node;
    if (const auto* of = children(copy)) {
      for (std::size_t i = 0; i < of->size(); ++i) {
        path_.push_back(i);
        out.of.push_back(explain((*of)[i]));
        path_.pop_back();
      }
    } else if (auto* near = std::get_if<query::Near>(&copy.value)) {
      for (const auto& operand : near->of) out.of.push_back(operand_of_near(operand));
    }
    return out;
  }

  /// What stands near something cannot be left out by itself.
  Explanation operand_of_near(const query::Node& node) {
    Explanation out;
    out.clause = query::print(node);
    out.articles = count(node);
    add_forms(node, out);
    if (const auto* near = std::get_if<query::Near>(&node.value)) {
      for (const auto& operand : near->of) out.of.push_back(operand_of_near(operand));
    } else if (const auto* any = std::get_if<query::Or>(&node.value)) {
      for (const auto& operand : any->of) out.of.push_back(operand_of_near(operand));
    }
    return out;
  }

  void add_forms(const query::Node& node, Explanation& out) {
    if (const auto* word = std::get_if<query::Word>(&node.value)) {
      const auto kind = query::spec(word->field).kind;
      if (kind != query::FieldKind::Text && kind != query::FieldKind::Value) return;
    }
    const auto [prefix, forms] = compiler_.words().forms(node);
    for (const auto& form : forms) {
      const std::string term = make_term(prefix, form.word);
      const auto articles = set_.count(Xapian::Query(term));
      if (articles > 0) out.forms.push_back({form.word, articles});
    }
    std::stable_sort(out.forms.begin(), out.forms.end(),
                     [](const auto& a, const auto& b) { return a.articles > b.articles; });
    out.all_forms = out.forms.size();
    if (out.forms.size() > kFormsShown) out.forms.resize(kFormsShown);
  }

  const SegmentSet& set_;
  const query::Node& query_;
  QueryCompiler compiler_;
  Path path_;
};

}  // namespace

Explanation explain(const SegmentSet& set, const query::Node& query) {
  return Explainer(set, query).run();
}

}  // namespace morgue::index
