// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/reading_export.h"

#include <algorithm>
#include <utility>

#include "archive/highlights.h"
#include "query/parser.h"
#include "render/reading_list.h"
#include "text/snippet.h"

namespace morgue::cli {
namespace {

constexpr std::size_t kPassageColumns = 400;  // some five lines on paper

class ReadingExport : public render::ExportWriter {
 public:
  ReadingExport(const std::string& format, const query::Node& query, bool body)
      : ReadingExport(render::reading_list(format), query::print(query), archive::highlights_of(query), body) {}

  std::string begin() override { return list_->begin(query_); }

  std::string add(const StoredArticle& article) override {
    const std::string& text = article.body.empty() ? article.summary : article.body;
    render::ReadingItem item{article, in_headline_.mark_all(article.headline, article.language), {}, body_};
    item.text =
        body_ ? in_text_.mark_all(text, article.language) : in_text_.snippet(text, article.language, kPassageColumns);
    return list_->add(item);
  }

  std::string end() override { return list_->end(); }

 private:
  ReadingExport(std::unique_ptr<render::ReadingList> list, std::string query, const archive::Highlights& marks,
                bool body)
      : list_(std::move(list)),
        query_(std::move(query)),
        in_headline_(marks.headline),
        in_text_(marks.body),
        body_(body) {}

  std::unique_ptr<render::ReadingList> list_;
  std::string query_;
  text::Highlighter in_headline_;
  text::Highlighter in_text_;
  bool body_;
};

}  // namespace

bool is_reading_format(const std::string& format) {
  const auto& formats = render::reading_list_formats();
  return std::ranges::find(formats, format) != formats.end();
}

std::unique_ptr<render::ExportWriter> reading_export(const std::string& format, const query::Node& query, bool body) {
  return std::make_unique<ReadingExport>(format, query, body);
}

}  // namespace morgue::cli
