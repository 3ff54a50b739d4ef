// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/concordance.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "archive/context.h"
#include "archive/highlights.h"
#include "core/error.h"
#include "text/analyser.h"

namespace morgue::archive {
namespace {

using Sort = ConcordanceOptions::Sort;

// Some 300 MB with their contexts.
constexpr std::size_t kMaxSorted = 500'000;
// Lines that look alike on a narrow page are sorted by what follows, too.
constexpr std::size_t kSortedColumns = 80;

Highlights highlights_or_error(const query::Node& query) {
  Highlights highlights = highlights_of(query);
  if (highlights.headline.empty() && highlights.body.empty()) {
    throw Error(ErrorCode::Query, "the query has no words to show in context",
                "kwic shows words and phrases of headline, summary and body; for the articles use morgue search");
  }
  return highlights;
}

/// Makes what lines are sorted by: the folded words of a context in the order they are compared.
class KeyMaker {
 public:
  explicit KeyMaker(Sort sort) : sort_(sort) {}

  std::string key(const Occurrence& occurrence) {
    std::vector<std::string_view> words;
    for (const auto& token : analyser_.analyse(sort_ == Sort::Left ? occurrence.left : occurrence.right)) {
      if (token.kind != text::TokenKind::Compound) words.push_back(token.term);
    }
    if (sort_ == Sort::Left) std::reverse(words.begin(), words.end());
    std::string key;
    for (const auto word : words) key.append(word).push_back('\0');
    return key;
  }

 private:
  Sort sort_;
  text::Analyser analyser_;
};

/// Holds lines until all are there. With a limit, never many more than that.
class Sorter {
 public:
  explicit Sorter(const ConcordanceOptions& options) : options_(options), keys_(options.sort) {}

  void add(Occurrence occurrence) {
    std::string key = keys_.key(occurrence);
    occurrence.left = context_before(occurrence.left, occurrence.left.size(), options_.width);
    occurrence.right = context_behind(occurrence.right, 0, options_.width);
    lines_.push_back({std::move(key), std::move(occurrence)});
    if (lines_.size() < kMaxSorted) return;
    sort();
    if (lines_.size() == kMaxSorted) {
      throw Error(ErrorCode::Query, "more than " + std::to_string(kMaxSorted) + " occurrences cannot be sorted",
                  "narrow the query, say how many you want with -n, or leave them sorted by date");
    }
  }

  /// The lines wanted, in order.
  template <typename Use>
  void finish(Use&& use) {
    sort();
    for (const Line& line : lines_) {
      if (!use(line.occurrence)) return;
    }
  }

 private:
  struct Line {
    std::string key;
    Occurrence occurrence;
  };

  void sort() {
    std::ranges::stable_sort(lines_, {}, &Line::key);
    if (options_.limit > 0 && lines_.size() > options_.limit) {
      lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(options_.limit), lines_.end());
    }
  }

  const ConcordanceOptions& options_;
  KeyMaker keys_;
  std::vector<Line> lines_;
};

}  // namespace

Concordance::Concordance(const query::Node& query, std::size_t width)
    : headline_({}), summary_({}), body_({}), width_(width) {
  const Highlights highlights = highlights_or_error(query);
  headline_ = text::Highlighter(highlights.headline);
  summary_ = text::Highlighter(highlights.summary);
  body_ = text::Highlighter(highlights.body);
}

std::vector<Occurrence> Concordance::occurrences_in(const StoredArticle& article) {
  std::vector<Occurrence> found;
  const auto look = [&](text::Highlighter& highlighter, std::string_view text) {
    for (const auto& mark : highlighter.occurrences(text, article.language)) {
      found.push_back(
          {article.id, article.published, article.source, article.headline, context_before(text, mark.begin, width_),
           one_line(text.substr(mark.begin, mark.end - mark.begin)), context_behind(text, mark.end, width_)});
    }
  };
  look(headline_, article.headline);
  look(summary_, article.summary);
  look(body_, article.body);
  return found;
}

ConcordanceCounts for_each_occurrence(Reader& reader, const query::Node& query, const ConcordanceOptions& options,
                                      const std::function<bool(const Occurrence&)>& use) {
  const bool by_date = options.sort == Sort::Date;
  Concordance concordance(query, by_date ? options.width : std::max(options.width, kSortedColumns));
  Sorter sorter(options);
  ConcordanceCounts counts;
  const auto use_one = [&](const Occurrence& occurrence) {
    ++counts.occurrences;
    const bool more = options.limit == 0 || static_cast<std::size_t>(counts.occurrences) < options.limit;
    return use(occurrence) && more;
  };
  reader.for_each(query, [&](const StoredArticle& article) {
    ++counts.articles;
    for (auto& occurrence : concordance.occurrences_in(article)) {
      if (!by_date) {
        sorter.add(std::move(occurrence));
      } else if (!use_one(occurrence)) {
        return false;
      }
    }
    return true;
  });
  if (!by_date) sorter.finish(use_one);
  return counts;
}

}  // namespace morgue::archive
