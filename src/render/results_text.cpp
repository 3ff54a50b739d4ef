// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "render/painter.h"
#include "render/results.h"
#include "render/sanitise.h"
#include "render/text_parts.h"
#include "render/wrap.h"

namespace morgue::render {
namespace {

constexpr std::string_view kDot = " · ";
constexpr std::size_t kGap = 2;           // between the column of ranks and the text
constexpr std::size_t kNarrowest = 20;    // text is not wrapped closer than this, however small the window
constexpr std::size_t kAuthorsShown = 3;  // `show` has them all
constexpr std::size_t kTopicsShown = 6;

/// Whether two labels differ in the case of ASCII letters at most.
bool same_label(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

/// One page of results: ranks in a column on the left, everything else hanging to the right of it.
class Page {
 public:
  Page(const Results& results, const TextStyle& style) : painter_(style), rank_(results.offset) {
    rank_columns_ = std::to_string(rank_ + static_cast<std::int64_t>(results.hits.size())).size();
    const std::size_t indent = rank_columns_ + kGap;
    text_columns_ = std::clamp(style.width > indent ? style.width - indent : 0, kNarrowest, kWidestText);
  }

  void add(const ResultHit& hit) {
    if (!out_.empty()) out_ += '\n';
    add_headline(hit);
    add_facts(hit.article);
    if (hit.snippet) {
      for (const Snippet& line : wrap(painter_.prepare(*hit.snippet), text_columns_)) {
        add_line(painter_.paint(line, Look::Plain, Look::Bold));
      }
    }
    if (hit.more > 0) add_line(painter_.paint("and " + grouped(hit.more) + " more like this", Look::Dim));
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void add_line(const std::string& painted) {
    out_.append(rank_columns_ + kGap, ' ');
    out_ += painted;
    out_ += '\n';
  }

  void add_headline(const ResultHit& hit) {
    const std::string id = std::to_string(hit.article.id);
    const std::string rank = std::to_string(++rank_);
    out_.append(rank_columns_ - rank.size(), ' ');
    out_ += painter_.paint(rank, Look::Dim);
    out_.append(kGap, ' ');
    auto lines = wrap(painter_.prepare(hit.headline), text_columns_);
    const bool unknown = lines.empty();
    if (unknown) lines.push_back({"(no headline)", {}});
    bool first = true;
    for (const Snippet& line : lines) {
      const std::string painted = painter_.paint(line, unknown ? Look::Dim : Look::Heading, Look::HeadingHit);
      const std::string linked = painter_.link(painted, hit.article.url, id);
      if (first) {
        out_ += linked + "\n";
      } else {
        add_line(linked);
      }
      first = false;
    }
  }

  /// `2025-06-24 · outlet · authors · section · [topics] · id:12`: the date for the eye that runs down the page and the
  /// id for the hand that types it stand out.
  void add_facts(const StoredArticle& article) {
    const std::string date = article.published ? wall_clock(*article.published) : "undated";
    std::string line = date;
    add_part(line, kDot, sanitise_line(article.source));
    add_part(line, kDot, sanitise_line(join(article.authors, ", ", kAuthorsShown)));
    // Many a dump has one label for both; once is enough on the page.
    const bool is_topic = std::ranges::any_of(
        article.topics, [&](const std::string& topic) { return same_label(topic, article.section); });
    if (!is_topic) add_part(line, kDot, sanitise_line(article.section));
    if (!article.topics.empty()) {
      add_part(line, kDot, "[" + sanitise_line(join(article.topics, ", ", kTopicsShown)) + "]");
    }
    const std::string id = "id:" + std::to_string(article.id);
    add_part(line, kDot, id);
    const Snippet facts{line, {{0, date.size()}, {line.size() - id.size(), line.size()}}};
    for (const Snippet& part : wrap(facts, text_columns_)) {
      add_line(painter_.paint(part, Look::Dim, Look::Plain));
    }
  }

  Painter painter_;
  std::int64_t rank_;
  std::size_t rank_columns_ = 1;
  std::size_t text_columns_ = 0;
  std::string out_;
};

}  // namespace

std::string results_text(const Results& results, const TextStyle& style) {
  Page page(results, style);
  for (const ResultHit& hit : results.hits) page.add(hit);
  return page.take();
}

}  // namespace morgue::render
