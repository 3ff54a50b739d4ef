// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/extract.h"

#include <utility>

#include "extract/fields.h"
#include "extract/mapping.h"
#include "extract/own_export.h"
#include "extract/page.h"
#include "extract/profile_news.h"
#include "text/language.h"
#include "text/normalise.h"
#include "webpage/page.h"

namespace morgue::extract {

struct Extractor::State {
  explicit State(const Options& options)
      : source(text::clean_line(options.source)),
        last_day(options.last_day),
        mapped(!options.mappings.empty()),
        finder(options.mappings) {}

  /// What every article gets, whatever it was made from.
  void finish(Article& article, const Record& record) {
    if (!source.empty()) article.source = source;
    // Named values may declare it, so they have been asked already.
    if (article.language.empty() && record.kind != Record::Kind::Fields) {
      article.language = text::detect_language(article.headline + "\n" + article.body);
    }
    fingerprinter.read(article.headline, article.body);
    article.words = fingerprinter.words();
    drop_if_later(article.published, "published");
    if (!article.published) article.published_origin = DateOrigin::None;
    drop_if_later(article.updated, "updated");
    article.dump = record.where.dump;
    article.record = record.where.record;
  }

  void drop_if_later(std::optional<Timestamp>& date, std::string_view name) {
    if (!date || date->day <= last_day) return;
    remarks.push_back(std::string(name) + ": " + date->to_string() + " has not come yet; stored without a date");
    date.reset();
  }

  std::string source;
  Day last_day;
  bool mapped;
  std::vector<std::string> remarks;
  FieldFinder finder;
  text::Fingerprinter fingerprinter;
};

Extractor::Extractor(const Options& options) : state_(std::make_unique<State>(options)) {}
Extractor::~Extractor() = default;

Extracted Extractor::extract(const Record& given) {
  state_->remarks.clear();
  if (!state_->mapped && is_own_export(given)) {
    Article article = own_article(given);
    state_->finish(article, given);
    return article;
  }
  auto item = news_item(given, state_->mapped);
  if (item && std::holds_alternative<PassedOver>(*item)) return std::get<PassedOver>(std::move(*item));
  const Record& record = item ? std::get<Record>(*item) : given;
  auto result = record.kind == Record::Kind::Html   ? webpage::extract_html(record, state_->remarks)
                : record.kind == Record::Kind::Page ? extract_page(record)
                                                    : extract_fields(record, state_->finder, state_->remarks);
  if (auto* reject = std::get_if<Reject>(&result)) return std::move(*reject);
  auto& article = std::get<Article>(result);
  state_->finish(article, record);
  return std::move(article);
}

const std::vector<std::string>& Extractor::remarks() const {
  return state_->remarks;
}

text::Sketch Extractor::sketch() const {
  return state_->fingerprinter.sketch();
}

}  // namespace morgue::extract
