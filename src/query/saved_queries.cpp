// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/saved_queries.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "core/error.h"
#include "text/suggest.h"

namespace morgue::query {
namespace {

/// Deeper than anybody builds by hand; each level parses inside the one before.
constexpr std::size_t kMostInARow = 10;

class SavedReader {
 public:
  SavedReader(std::function<SavedTexts()> load, Day today, std::string defining)
      : load_(std::move(load)), today_(today) {
    if (!defining.empty()) asked_.push_back(std::move(defining));
    own_ = asked_.size();
  }

  std::variant<Node, Problem> read(std::string_view given) {
    if (asked_.size() == own_) inner_.reset();
    const std::string name(given);
    if (const auto first = std::ranges::find(asked_, name); first != asked_.end()) return circle(first, name);
    if (asked_.size() >= kMostInARow) {
      return report("more than " + std::to_string(kMostInARow) + " saved searches that ask for each other",
                    "put what the innermost say into one query");
    }
    if (!texts_) texts_ = load_();
    const auto found = texts_->find(name);
    if (found == texts_->end()) return unknown(name);
    asked_.push_back(name);
    auto result = parsed(found->second);
    asked_.pop_back();
    return result;
  }

 private:
  std::variant<Node, Problem> parsed(const std::string& text) {
    try {
      return parse(text, {today_, [this](std::string_view name) { return read(name); }});
    } catch (const Error& error) {
      // What went wrong further in is said as it is; the queries on the way there are none the wiser.
      if (inner_) return *inner_;
      const std::string first_line = error.message().substr(0, error.message().find('\n'));
      return report("the saved search " + shown(asked_.back()) + " cannot be read: " + first_line, error.hint());
    }
  }

  Problem report(std::string message, std::string hint) {
    inner_ = Problem{{}, std::move(message), std::move(hint)};
    return *inner_;
  }

  Problem circle(std::vector<std::string>::const_iterator first, const std::string& name) {
    std::string chain;
    for (auto each = first; each != asked_.cend(); ++each) chain += *each + " -> ";
    return report("saved searches that ask for each other: " + chain + name, "one of them must do without the next");
  }

  Problem unknown(const std::string& name) {
    std::vector<std::string_view> names;
    for (const auto& [known, text] : *texts_) names.push_back(known);
    constexpr std::size_t kMaxName = 64;  // beyond it nothing is near
    const std::string near = name.size() > kMaxName ? std::string() : text::nearest(name, names);
    const bool inside = asked_.size() > own_;
    return report("there is no saved search " + shown(name) +
                      (inside ? ", which the saved search " + shown(asked_.back()) + " asks for" : std::string()),
                  near.empty() ? "see morgue saved list" : "did you mean saved:" + near + "?");
  }

  std::function<SavedTexts()> load_;
  Day today_;
  std::optional<SavedTexts> texts_;
  std::vector<std::string> asked_;  ///< being read at the moment, each asked for by the one before
  std::size_t own_ = 0;             ///< of these, the one that is defined
  std::optional<Problem> inner_;    ///< what went wrong, at the innermost
};

}  // namespace

SavedLookup saved_lookup(std::function<SavedTexts()> load, Day today, std::string defining) {
  const auto reader = std::make_shared<SavedReader>(std::move(load), today, std::move(defining));
  return [reader](std::string_view name) { return reader->read(name); };
}

std::vector<std::string> saved_names(std::string_view query) {
  std::vector<std::string> names;
  const auto note = [&names](std::string_view name) -> std::variant<Node, Problem> {
    if (std::ranges::find(names, name) == names.end()) names.emplace_back(name);
    return Node{Word{FieldId::Text, "word"}, {}};  // may stand wherever a saved search may
  };
  parse(query, {Day{1970, 1, 1}, note});
  return names;
}

}  // namespace morgue::query
