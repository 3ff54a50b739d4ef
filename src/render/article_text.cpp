// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "render/article.h"
#include "render/painter.h"
#include "render/sanitise.h"
#include "render/text_parts.h"
#include "render/wrap.h"

namespace morgue::render {
namespace {

constexpr std::size_t kWidest = 80;  // longer lines are hard to read
constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kLabelColumns = 15;

/// An article as a page: headline, a table of what is known about it, the text.
class Sheet {
 public:
  explicit Sheet(const TextStyle& style) : painter_(style), columns_(std::clamp(style.width, kNarrowest, kWidest)) {}

  void headline(const StoredArticle& article) {
    for (const std::string& line : wrap(sanitise_line(article.headline), columns_)) {
      out_ += painter_.link(painter_.paint(line, Look::Heading), article.url, "headline") + "\n";
    }
  }

  void blank() {
    if (!out_.empty()) out_ += '\n';
  }

  /// `Label          value`, the value wrapped and hanging; nothing when it is unknown.
  void fact(std::string_view label, const std::string& value) {
    const std::size_t room = columns_ > kLabelColumns + kNarrowest ? columns_ - kLabelColumns : kNarrowest;
    std::string margin = painter_.paint(label, Look::Dim) + std::string(kLabelColumns - label.size(), ' ');
    for (const std::string& line : wrap(sanitise_line(value), room)) {
      out_ += margin + line + "\n";
      margin.assign(kLabelColumns, ' ');
    }
  }

  /// A fact to be copied whole, an address or a path: never wrapped.
  void whole_fact(std::string_view label, const std::string& value) {
    if (value.empty()) return;
    out_ +=
        painter_.paint(label, Look::Dim) + std::string(kLabelColumns - label.size(), ' ') + sanitise_line(value) + "\n";
  }

  void fact(std::string_view label, const std::vector<std::string>& values, std::string_view separator) {
    fact(label, join(values, separator));
  }

  /// Paragraphs keep their line breaks: tables and verse come that way.
  void prose(const std::string& text) {
    const std::string safe = sanitise(text);
    for (std::size_t begin = 0; begin < safe.size();) {
      const std::size_t end = std::min(safe.find('\n', begin), safe.size());
      const auto lines = wrap(std::string_view(safe).substr(begin, end - begin), columns_);
      if (lines.empty()) out_ += '\n';
      for (const std::string& line : lines) out_ += line + "\n";
      begin = end + 1;
    }
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  Painter painter_;
  std::size_t columns_;
  std::string out_;
};

std::string published(const StoredArticle& article) {
  if (!article.published) return "undated";
  std::string out = human_date(*article.published);
  // A date the dump states needs no comment; one that was worked out should not pass for one.
  if (article.published_origin != DateOrigin::Declared && article.published_origin != DateOrigin::None) {
    out.append(" (").append(to_string(article.published_origin)).append(")");
  }
  return out;
}

std::string identity(const StoredArticle& article) {
  std::string out = std::to_string(article.id);
  if (article.revision > 1) out += ", revision " + std::to_string(article.revision);
  if (article.cluster) out += ", cluster " + std::to_string(*article.cluster);
  return out;
}

std::string origin(const StoredArticle& article) {
  if (article.record == 0) return article.dump;
  return article.dump + ", record " + std::to_string(article.record);
}

}  // namespace

std::string article_text(const StoredArticle& article, const TextStyle& style) {
  Sheet sheet(style);
  sheet.headline(article);
  sheet.blank();
  sheet.fact("Authors", article.authors, ", ");
  sheet.fact("Published", published(article));
  sheet.fact("Updated", article.updated ? human_date(*article.updated) : "");
  sheet.fact("Embargo", article.embargo ? "until " + human_date(*article.embargo) : "");
  if (article.status != ItemStatus::Usable) {
    sheet.fact("Status", std::string(to_string(article.status)) + " by its publisher");
  }
  sheet.fact("Source", article.source);
  sheet.fact("Section", article.section);
  sheet.fact("Topics", article.topics, ", ");
  sheet.fact("Places", article.places, ", ");
  sheet.fact("People", article.people, "; ");  // `Smith, John` is one person
  sheet.fact("Organizations", article.organizations, "; ");
  sheet.fact("Dateline", article.dateline);
  sheet.fact("Language", article.language);
  sheet.fact("Words", std::to_string(article.words));
  sheet.whole_fact("URL", article.url);
  sheet.whole_fact("Key", article.key == article.url ? "" : article.key);
  if (article.id > 0) sheet.fact("Id", identity(article));
  sheet.whole_fact("Dump", origin(article));
  if (!article.summary.empty()) {
    sheet.blank();
    sheet.prose(article.summary);
  }
  if (!article.body.empty()) {
    sheet.blank();
    sheet.prose(article.body);
  }
  return sheet.take();
}

}  // namespace morgue::render
