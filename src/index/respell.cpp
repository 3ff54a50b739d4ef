// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/respell.h"

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "index/schema.h"
#include "text/analyser.h"

namespace morgue::index {
namespace {

template <typename T>
concept Written = std::is_same_v<T, query::Word> || std::is_same_v<T, query::Phrase> || std::is_same_v<T, query::Exact>;
template <typename T>
concept Branch = requires(T& node) {
  node.of;
};

class Respeller {
 public:
  explicit Respeller(const SegmentSet& set) : set_(set), compiler_(set.compiler()) {}

  void visit(query::Node& node) {
    std::visit([this](auto& value) { change(value); }, node.value);
  }
  [[nodiscard]] bool changed() const { return changed_; }

 private:
  template <Branch T>
  void change(T& branch) {
    if constexpr (!std::is_same_v<T, query::Not>) {  // what must not occur may well occur nowhere
      for (auto& node : branch.of) visit(node);
    }
  }

  template <Written T>
  void change(T& leaf) {
    const auto kind = query::spec(leaf.field).kind;
    if (kind != query::FieldKind::Text && kind != query::FieldKind::Value) return;
    const Scope scope = scope_of(leaf.field);
    if (std::is_same_v<T, query::Word> && occurs(leaf)) return;
    std::string text;
    std::size_t from = 0;
    bool any = false;
    for (const auto& token : analyser_.analyse(leaf.text)) {
      if (token.kind != text::TokenKind::Word) continue;
      const std::string word(token.term);
      if (compiler_.words().vocabulary().frequency(make_term(scope.prefix, word)) > 0) continue;
      const std::string better = compiler_.words().vocabulary().nearest(scope.prefix, word);
      if (better.empty()) continue;
      text.append(leaf.text, from, token.begin - from).append(better);
      from = token.end;
      any = true;
    }
    if (!any) return;
    leaf.text = text.append(leaf.text, from);
    changed_ = true;
  }

  template <typename T>
  void change(T& /*other*/) {}

  template <Written T>
  bool occurs(const T& leaf) {
    return set_.count(compiler_.compile({leaf, {}}).query) > 0;
  }

  const SegmentSet& set_;
  QueryCompiler compiler_;
  text::Analyser analyser_;
  bool changed_ = false;
};

}  // namespace

std::optional<query::Node> respell(const SegmentSet& set, const query::Node& query) {
  query::Node better = query;
  Respeller respeller(set);
  respeller.visit(better);
  if (!respeller.changed() || set.count(set.compile(better).query) == 0) return std::nullopt;
  return better;
}

}  // namespace morgue::index
