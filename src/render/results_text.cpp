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
constexpr std::size_t kGap = 2;           // between the column of ids and the text
constexpr std::size_t kNarrowest = 20;    // text is not wrapped closer than this, however small the window
constexpr std::size_t kAuthorsShown = 3;  // `show` has them all
constexpr std::size_t kTopicsShown = 6;

/// One page of results: ids in a column on the left, everything else hanging to the right of it.
class Page {
 public:
  Page(const Results& results, const TextStyle& style) : painter_(style) {
    for (const ResultHit& hit : results.hits) {
      id_columns_ = std::max(id_columns_, std::to_string(hit.article.id).size());
    }
    const std::size_t indent = id_columns_ + kGap;
    text_columns_ = std::max(style.width > indent ? style.width - indent : 0, kNarrowest);
  }

  void add(const ResultHit& hit) {
    if (!out_.empty()) out_ += '\n';
    add_headline(hit);
    add_facts(hit.article);
    if (!hit.snippet) return;
    for (const Snippet& line : wrap(painter_.prepare(*hit.snippet), text_columns_)) {
      add_line(painter_.paint(line, Look::Plain, Look::Bold));
    }
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void add_line(const std::string& painted) {
    out_.append(id_columns_ + kGap, ' ');
    out_ += painted;
    out_ += '\n';
  }

  void add_headline(const ResultHit& hit) {
    const std::string id = std::to_string(hit.article.id);
    out_.append(id_columns_ - id.size(), ' ');
    out_ += painter_.paint(id, Look::Dim);
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

  /// `2025-06-24 · outlet · authors · section · [topics]`, the date in plain type for the eye that runs down the page.
  void add_facts(const StoredArticle& article) {
    const std::string date = article.published ? human_date(*article.published) : "undated";
    std::string line = date;
    add_part(line, kDot, sanitise_line(article.source));
    add_part(line, kDot, sanitise_line(join(article.authors, ", ", kAuthorsShown)));
    // A dump's one label is section and topic; once is enough on the page.
    const bool same = article.topics.size() == 1 && article.topics.front() == article.section;
    if (!same) add_part(line, kDot, sanitise_line(article.section));
    if (!article.topics.empty()) {
      add_part(line, kDot, "[" + sanitise_line(join(article.topics, ", ", kTopicsShown)) + "]");
    }
    for (const Snippet& part : wrap(Snippet{line, {{0, date.size()}}}, text_columns_)) {
      add_line(painter_.paint(part, Look::Dim, Look::Plain));
    }
  }

  Painter painter_;
  std::size_t id_columns_ = 1;
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
