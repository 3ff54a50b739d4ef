// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/extract.h"

#include <utility>

#include "extract/fields.h"
#include "extract/mapping.h"
#include "extract/page.h"
#include "text/analyser.h"
#include "text/language.h"
#include "text/normalise.h"

namespace morgue::extract {

struct Extractor::State {
  explicit State(const Options& options) : source(text::clean_line(options.source)), finder(options.mappings) {}

  /// What every article gets, whatever it was made from.
  void finish(Article& article, const Record& record) {
    if (!source.empty()) article.source = source;
    if (article.language.empty()) article.language = text::detect_language(article.headline + "\n" + article.body);
    article.words = analyser.count_words(article.body);
    article.dump = record.where.dump;
    article.record = record.where.record;
  }

  std::string source;
  FieldFinder finder;
  text::Analyser analyser;
};

Extractor::Extractor(const Options& options) : state_(std::make_unique<State>(options)) {}
Extractor::~Extractor() = default;

std::variant<Article, Reject> Extractor::extract(const Record& record) {
  auto result = record.kind == Record::Kind::Page ? extract_page(record) : extract_fields(record, state_->finder);
  if (auto* article = std::get_if<Article>(&result)) state_->finish(*article, record);
  return result;
}

}  // namespace morgue::extract
