// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "query/ast.h"
#include "tests/support/corpus.h"
#include "text/analyser.h"
#include "text/normalise.h"
#include "text/stemmer.h"
#include "text/suggest.h"

namespace morgue::test {

/// Finds articles by reading each of them, doing literally what query/ast.h says: what the index is held to.
/// For texts without CJK.
class ScanSearch {
 public:
  explicit ScanSearch(const Corpus& corpus) : corpus_(corpus) {}

  /// Ids, newest first.
  std::vector<ArticleId> search(const query::Node& node) {
    const Plan plan = make_plan(node);
    std::vector<ArticleId> ids;
    for (const auto& entry : corpus_.entries()) {
      if (matches(node, plan, entry)) ids.push_back(entry.article.id);
    }
    return ids;
  }

 private:
  using Token = Corpus::Token;
  using Tokens = Corpus::Tokens;
  using Entry = Corpus::Entry;

  /// Whether a token is one that is meant; worked out once for each word and language.
  struct Test {
    std::function<bool(const std::string& word, bool number, const std::string& language)> accept;
    bool exact = false;
    std::uint32_t offset = 0;
    std::vector<std::vector<std::int8_t>> known = {};
  };
  using Sequence = std::vector<Test>;
  struct Plan {
    std::vector<Sequence> alternatives;
    std::vector<Plan> of;
  };
  struct Found {
    std::uint32_t begin;
    std::uint32_t end;
  };
  using AllFound = std::vector<Found>;

  struct Wanted {
    std::string term;
    std::string exact;
    std::uint32_t position;
    text::TokenKind kind;
  };

  std::vector<Wanted> read(std::string_view text) {
    std::vector<Wanted> words;
    for (const auto& token : analyser_.analyse(text)) {
      words.push_back({std::string(token.term), std::string(token.exact), token.position, token.kind});
    }
    return words;
  }

  static bool is_value(query::FieldId field) { return query::spec(field).kind == query::FieldKind::Value; }

  template <typename Branch>
  std::vector<Plan> plans_of(const Branch& branch) {
    std::vector<Plan> plans;
    for (const auto& node : branch.of) plans.push_back(make_plan(node));
    return plans;
  }

  Plan make_plan(const query::Node& node) {
    return std::visit(
        [this](const auto& value) -> Plan {
          if constexpr (requires { value.of; }) {
            return {{}, plans_of(value)};
          } else if constexpr (requires { this->alternatives(value); }) {
            return {alternatives(value), {}};
          } else {
            return {};
          }
        },
        node.value);
  }

  std::vector<Sequence> alternatives(const query::Word& word) {
    std::vector<Sequence> out;
    if (!is_value(word.field) && query::spec(word.field).kind != query::FieldKind::Text) return out;
    const auto wanted = read(word.text);
    const bool stemmed = !is_value(word.field);
    for (const auto& candidate : wanted) {
      if (wanted.size() > 1 && candidate.kind != text::TokenKind::Compound) continue;
      const bool has_stem = stemmed && candidate.kind != text::TokenKind::Number;
      out.push_back(
          {Test{[this, candidate, has_stem](const std::string& held, bool number, const std::string& language) {
            if (held == candidate.term) return true;
            if (!has_stem || number) return false;
            const std::string stem(stemmer_.stem(candidate.term, language));
            return stem == stemmer_.stem(held, language);
          }}});
    }
    if (wanted.size() > 1) out.push_back(sequence(word.text, false));
    return out;
  }
  std::vector<Sequence> alternatives(const query::Phrase& phrase) { return {sequence(phrase.text, false)}; }
  std::vector<Sequence> alternatives(const query::Exact& exact) { return {sequence(exact.text, true)}; }
  std::vector<Sequence> alternatives(const query::Wildcard& wildcard) {
    const std::string pattern = text::fold_value(wildcard.text);
    return one([pattern](const std::string& word, bool, const std::string&) { return glob(pattern, word); });
  }
  std::vector<Sequence> alternatives(const query::Fuzzy& fuzzy) {
    const std::string wanted = text::fold_value(fuzzy.text);
    const auto most = static_cast<std::size_t>(fuzzy.distance);
    return one([wanted, most](const std::string& word, bool, const std::string&) {
      return text::edit_distance(wanted, word) <= most;
    });
  }

  template <typename Accept>
  static std::vector<Sequence> one(Accept&& accept) {
    return {{Test{std::forward<Accept>(accept)}}};
  }

  /// The parts of a compound and the compound are both held; wanted are parts only.
  Sequence sequence(std::string_view text, bool exact) {
    Sequence out;
    for (const auto& word : read(text)) {
      if (word.kind == text::TokenKind::Compound) continue;
      const std::string wanted = exact ? word.exact : word.term;
      out.push_back({[wanted](const std::string& held, bool, const std::string&) { return held == wanted; }, exact,
                     word.position});
    }
    return out;
  }

  static bool glob(std::string_view pattern, std::string_view word) {
    if (pattern.empty()) return word.empty();
    if (pattern[0] == '*') return glob(pattern.substr(1), word) || (!word.empty() && glob(pattern, word.substr(1)));
    if (word.empty()) return false;
    if (pattern[0] != '?') return pattern[0] == word[0] && glob(pattern.substr(1), word.substr(1));
    std::size_t length = 1;
    while (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xC0U) == 0x80U) ++length;
    return glob(pattern.substr(1), word.substr(length));
  }

  bool accepts(const Test& constant, const Token& token, std::size_t language) {
    auto& test = const_cast<Test&>(constant);  // what it knows is not what it is
    const bool number = token.kind == text::TokenKind::Number;
    const std::uint32_t word = test.exact ? token.exact : token.term;
    if (test.known.empty()) test.known.resize(corpus_.languages().size());
    auto& known = test.known[language];
    if (known.empty()) known.assign(2 * corpus_.size(), -1);
    std::int8_t& answer = known[2 * word + (number ? 1 : 0)];
    if (answer < 0) answer = test.accept(corpus_.string(word), number, corpus_.languages()[language]) ? 1 : 0;
    return answer == 1;
  }

  AllFound find(const query::Node& node, const Plan& plan, const Tokens& tokens, std::size_t language) {
    AllFound found;
    for (const auto& sequence : plan.alternatives) {
      for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!accepts(sequence[0], tokens[i], language)) continue;
        bool all = true;
        for (std::size_t k = 1; all && k < sequence.size(); ++k) {
          const std::uint32_t position = tokens[i].position + sequence[k].offset;
          bool here = false;
          for (std::size_t j = i; j < tokens.size() && tokens[j].position <= position && !here; ++j) {
            here = tokens[j].position == position && accepts(sequence[k], tokens[j], language);
          }
          all = here;
        }
        if (all) found.push_back({tokens[i].position, tokens[i].position + sequence.back().offset});
      }
    }
    if (const auto* any = std::get_if<query::Or>(&node.value)) {
      for (std::size_t i = 0; i < any->of.size(); ++i) {
        for (const auto& each : find(any->of[i], plan.of[i], tokens, language)) found.push_back(each);
      }
    } else if (const auto* near = std::get_if<query::Near>(&node.value)) {
      const auto gap = [near](const Found& a, const Found& b) {
        return b.begin > a.end && b.begin - a.end <= near->distance;
      };
      const auto first = find(near->of[0], plan.of[0], tokens, language);
      if (first.empty()) return found;
      const auto second = find(near->of[1], plan.of[1], tokens, language);
      for (const auto& a : first) {
        for (const auto& b : second) {
          if (gap(a, b) || (!near->ordered && gap(b, a))) {
            found.push_back({std::min(a.begin, b.begin), std::max(a.end, b.end)});
          }
        }
      }
    }
    return found;
  }

  static query::FieldId field_of(const query::Node& node) {
    return std::visit(
        [](const auto& value) {
          if constexpr (requires { value.of; }) {
            return field_of(value.of.at(0));
          } else if constexpr (requires { value.field; }) {
            return value.field;
          } else {
            return query::FieldId::Text;
          }
        },
        node.value);
  }

  bool found_in(const query::Node& node, const Plan& plan, const Entry& entry) {
    const auto in = [&](const Tokens& tokens) { return !find(node, plan, tokens, entry.language).empty(); };
    switch (field_of(node)) {
      case query::FieldId::Text:
        return in(entry.headline) || in(entry.summary) || in(entry.body);
      case query::FieldId::Headline:
        return in(entry.headline);
      case query::FieldId::Body:
        return in(entry.body);
      case query::FieldId::Lead:
        return in(entry.lead);
      default: {
        const auto values = entry.values.find(field_of(node));
        return values != entry.values.end() && std::any_of(values->second.begin(), values->second.end(), in);
      }
    }
  }

  bool matches(const query::Node& node, const Plan& plan, const Entry& entry) {
    return std::visit([&](const auto& value) { return match(value, node, plan, entry); }, node.value);
  }

  /// Of fields that are compared as a whole.
  static const std::vector<std::string>* labels(query::FieldId field, const StoredArticle& article) {
    if (field == query::FieldId::Collection) return &article.collections;
    return field == query::FieldId::Tagged ? &article.user_tags : nullptr;
  }
  static bool has_label(const std::vector<std::string>& labels, const std::string& name) {
    return std::ranges::any_of(
        labels, [&](const std::string& label) { return text::fold_value(label) == text::fold_value(name); });
  }

  bool match(const query::All&, const query::Node&, const Plan&, const Entry&) { return true; }
  bool match(const query::Word& word, const query::Node& node, const Plan& plan, const Entry& entry) {
    if (word.field == query::FieldId::Language) return entry.article.language == word.text;
    if (const auto* all = labels(word.field, entry.article)) return has_label(*all, word.text);
    return found_in(node, plan, entry);
  }
  bool match(const query::Phrase&, const query::Node& node, const Plan& plan, const Entry& entry) {
    return found_in(node, plan, entry);
  }
  bool match(const query::Exact& exact, const query::Node& node, const Plan& plan, const Entry& entry) {
    if (exact.field == query::FieldId::Language) return entry.article.language == exact.text;
    if (const auto* all = labels(exact.field, entry.article)) return has_label(*all, exact.text);
    if (!is_value(exact.field)) return found_in(node, plan, entry);
    const auto same = [&](const std::string& value) {
      return !value.empty() && text::fold_value(value) == text::fold_value(exact.text);
    };
    if (exact.field == query::FieldId::Section) return same(entry.article.section);
    const auto* values = Corpus::list(exact.field, entry.article);
    return std::any_of(values->begin(), values->end(), same);
  }
  bool match(const query::Wildcard&, const query::Node& node, const Plan& plan, const Entry& entry) {
    return found_in(node, plan, entry);
  }
  bool match(const query::Fuzzy&, const query::Node& node, const Plan& plan, const Entry& entry) {
    return found_in(node, plan, entry);
  }
  bool match(const query::Near&, const query::Node& node, const Plan& plan, const Entry& entry) {
    return found_in(node, plan, entry);
  }
  bool match(const query::NumberRange& range, const query::Node&, const Plan&, const Entry& entry) {
    const auto words = entry.article.words;
    return (!range.from || words >= *range.from) && (!range.to || words <= *range.to);
  }
  bool match(const query::Is& is, const query::Node&, const Plan&, const Entry& entry) {
    if (is.state == query::State::Revised) return entry.article.revision > 1;
    return entry.article.cluster && *entry.article.cluster != entry.article.id;
  }
  bool match(const query::Has& has, const query::Node&, const Plan&, const Entry& entry) {
    const StoredArticle& article = entry.article;
    switch (has.field) {
      case query::FieldId::Date:
        return article.published.has_value();
      case query::FieldId::Updated:
        return article.updated.has_value();
      case query::FieldId::Language:
        return !article.language.empty();
      case query::FieldId::Collection:
      case query::FieldId::Tagged:
        return !labels(has.field, article)->empty();
      case query::FieldId::Note:
        return !article.user_note.empty();
      case query::FieldId::Headline:
        return !article.headline.empty();
      case query::FieldId::Summary:
        return !article.summary.empty();
      case query::FieldId::Body:
        return !article.body.empty();
      default:
        return !Corpus::list(has.field, article)->empty();
    }
  }
  bool match(const query::DateRange& range, const query::Node&, const Plan&, const Entry& entry) {
    const auto& date = range.field == query::FieldId::Updated ? entry.article.updated : entry.article.published;
    if (!date) return false;
    Day first = date->day;
    Day last = first;
    if (date->precision == Precision::Year) {
      first = {first.year, 1, 1};
      last = {first.year, 12, 31};
    } else if (date->precision == Precision::Month) {
      first = {first.year, first.month, 1};
      last = {first.year, first.month, Day::days_in_month(first.year, first.month)};
    }
    return (!range.from || first >= *range.from) && (!range.to || last <= *range.to);
  }
  bool match(const query::Undated&, const query::Node&, const Plan&, const Entry& entry) {
    return !entry.article.published;
  }
  bool match(const query::Changed& changed, const query::Node&, const Plan&, const Entry& entry) {
    const auto& parts = entry.article.changed;
    return std::find(parts.begin(), parts.end(), changed.part) != parts.end();
  }
  bool match(const query::IdIs& id, const query::Node&, const Plan&, const Entry& entry) {
    if (id.field == query::FieldId::Id) return entry.article.id == id.id;
    ArticleId family = id.id;
    for (const auto& each : corpus_.entries()) {
      if (each.article.id == id.id) family = each.article.cluster.value_or(id.id);
    }
    return entry.article.id == family || entry.article.cluster == family;
  }
  bool match(const query::And& all, const query::Node&, const Plan& plan, const Entry& entry) {
    for (std::size_t i = 0; i < all.of.size(); ++i) {
      if (!matches(all.of[i], plan.of[i], entry)) return false;
    }
    return true;
  }
  bool match(const query::Or& any, const query::Node&, const Plan& plan, const Entry& entry) {
    for (std::size_t i = 0; i < any.of.size(); ++i) {
      if (matches(any.of[i], plan.of[i], entry)) return true;
    }
    return false;
  }
  bool match(const query::Not& none, const query::Node&, const Plan& plan, const Entry& entry) {
    return !matches(none.of[0], plan.of[0], entry);
  }

  const Corpus& corpus_;
  text::Analyser analyser_;
  text::Stemmer stemmer_;
};

}  // namespace morgue::test
