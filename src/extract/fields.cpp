// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/fields.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/author_list.h"
#include "extract/dateline.h"
#include "extract/declared_date.h"
#include "extract/html_strip.h"
#include "extract/markdown_strip.h"
#include "extract/value_list.h"
#include "extract/web_address.h"
#include "extract/yearless_date.h"
#include "text/date_parse.h"
#include "text/language.h"
#include "text/normalise.h"
#include "text/utf8.h"
#include "webpage/url_date.h"

namespace morgue::extract {
namespace {

using Values = std::vector<const Field*>;

/// A text that is Markdown because its format is, whether it shows it or not.
constexpr std::string_view kMarkdown = "body.markdown";

/// One record being read.
class FieldReader {
 public:
  FieldReader(const Record& record, const FieldFinder& finder) : fields_(record), finder_(finder) {}

  [[nodiscard]] std::vector<Values> find(std::string_view name) const { return finder_.find(fields_, name); }
  [[nodiscard]] bool is_mapped(std::string_view name) const { return finder_.is_mapped(name); }

  /// The first value that leaves any text, as one line.
  [[nodiscard]] std::string line(std::string_view name) const {
    for (const Values& values : find(name)) {
      std::string line = clean_line(values.front()->value);
      if (!line.empty()) return line;
    }
    return {};
  }

  /// The first value that leaves any text, as paragraphs; a list gives a paragraph an element.
  [[nodiscard]] std::string paragraphs(std::string_view name, std::string_view headline) const {
    for (const Values& values : find(name)) {
      std::string joined;
      for (const Field* field : values) {
        if (field->kind != Field::Kind::Text) continue;
        if (!joined.empty()) joined += "\n\n";
        // Markup that one paragraph talks about must not have a say in where the others end.
        joined += values.size() > 1 && looks_like_html(field->value) ? strip_html(field->value) : field->value;
      }
      const bool markdown = values.front()->path == kMarkdown;
      std::string body = clean_paragraphs(std::move(joined), headline, markdown, values.size() == 1);
      if (!body.empty()) return body;
    }
    return {};
  }

  [[nodiscard]] std::vector<std::string> names(std::string_view name, bool at_commas) const {
    for (const Values& values : find(name)) {
      // Numbers and nothing else: keys of a table that is not in the dump.
      if (std::ranges::all_of(values, [](const Field* f) { return f->kind == Field::Kind::Number; })) continue;
      auto list = name_list(values, at_commas);
      if (!list.empty()) return list;
    }
    return {};
  }

  /// Every list there is: a dump may name companies and exchanges apart.
  [[nodiscard]] std::vector<std::string> all_names(std::string_view name) const {
    Values all;
    for (const Values& values : find(name)) all.insert(all.end(), values.begin(), values.end());
    return all.empty() ? std::vector<std::string>{} : name_list(all, false);
  }

  /// The first value under a path that is no article field's.
  [[nodiscard]] std::string text_at(std::string_view path) const {
    const Values values = fields_.values(path);
    return values.empty() ? std::string{} : values.front()->value;
  }

  static std::string clean_line(std::string_view value) {
    return text::clean_line(looks_like_html(value) ? strip_html(value) : std::string(value));
  }

 private:
  static std::string clean_paragraphs(std::string value, std::string_view headline, bool markdown, bool html) {
    if (markdown || looks_like_markdown(value)) value = strip_markdown(value, headline);
    if (html && looks_like_html(value)) value = strip_html(value);
    return text::clean_body(value);
  }

  FieldSet fields_;
  const FieldFinder& finder_;
};

/// The canonical address before others; one that leads to the front page only if there is no better.
std::string find_url(const FieldReader& reader) {
  std::string front_page;
  for (const Values& values : reader.find("url")) {
    std::string address = normal_address(values.front()->value);
    if (address.empty()) continue;
    if (!is_front_page(address)) return address;
    if (front_page.empty()) front_page = std::move(address);
  }
  return front_page;
}

/// The outlet as the record names it; an address stands for its host.
std::string find_source(const FieldReader& reader, const std::string& url) {
  for (const Values& values : reader.find("source")) {
    if (values.front()->kind != Field::Kind::Text) continue;
    const std::string name = FieldReader::clean_line(values.front()->value);
    const bool address = name.find("//") != std::string::npos || name.starts_with("www.");
    const std::string host = address ? host_of(normal_address(name)) : std::string{};
    if (is_archive_host(host)) break;  // who keeps the copy is not who wrote it
    if (!host.empty()) return host;
    if (!name.empty() && !address) return name;
  }
  const std::string host = host_of(url);
  return is_archive_host(host) ? std::string{} : host;
}

std::string find_key(const FieldReader& reader, const std::string& url) {
  std::string key = reader.line("key");
  return key.empty() ? url : key;
}

std::vector<std::string> find_authors(const FieldReader& reader) {
  for (const Values& values : reader.find("authors")) {
    auto authors = author_list(values);
    if (!authors.empty()) return authors;
  }
  return {};
}

/// Only Americans, and those who do not say, write the month first in 03/04/2017.
bool writes_day_first(std::string_view declared, std::string_view language) {
  if (language.empty()) return false;
  if (language != "en") return true;
  const std::string folded = text::fold_value(declared);
  return folded.size() > 2 && folded.find("us") == std::string::npos && folded.starts_with("en") &&
         (folded[2] == '-' || folded[2] == '_');
}

std::optional<Timestamp> find_date(const FieldReader& reader, std::string_view name, bool day_first,
                                   std::vector<std::string>& remarks) {
  const auto places = reader.find(name);
  auto date = declared_date(places, day_first);
  if (!date && !places.empty()) {
    constexpr std::size_t kShown = 60;
    const Field& field = *places.front().front();
    remarks.push_back(std::string(name) + ": \"" +
                      std::string(text::truncate_utf8(text::clean_line(field.value), kShown)) + "\" (" + field.path +
                      ") is no date; stored without one");
  }
  return date;
}

/// The date of publication, completed from other dates of the record where its year is missing.
void find_published(Article& article, const FieldReader& reader, bool day_first, std::vector<std::string>& remarks) {
  std::vector<std::string> problems;
  article.published = find_date(reader, "published", day_first, problems);
  if (article.published) article.published_origin = DateOrigin::Declared;
  const auto in_file_name = text::parse_date(reader.text_at("filename.date"));
  if (!article.published || article.published->precision == Precision::Year) {
    const std::optional<Timestamp> evidence[] = {
        article.published, webpage::date_in_address(article.url, [](const Timestamp&) { return true; }), in_file_name,
        article.updated};
    const auto places = reader.find("published");
    if (const auto completed = complete_date(places, evidence)) {
      const Field& field = *places.front().front();
      remarks.push_back("published: \"" + text::clean_line(field.value) + "\" (" + field.path +
                        ") has no year; stored as " + completed->to_string() + " by other dates of the record");
      article.published = completed;
      article.published_origin = DateOrigin::Inferred;
      return;
    }
  }
  if (!article.published && in_file_name) {
    article.published = in_file_name;
    article.published_origin = DateOrigin::Filename;
  }
  remarks.insert(remarks.end(), problems.begin(), problems.end());
}

/// Publishers who use the status at all mean it: any of these words takes an item out of circulation.
ItemStatus find_status(const FieldReader& reader) {
  const std::string status = text::fold_value(reader.line("pubstatus"));
  if (status == "withheld") return ItemStatus::Withheld;
  constexpr std::array<std::string_view, 6> kCanceled = {"canceled", "cancelled",   "withdrawn",
                                                         "killed",   "deactivated", "retracted"};
  const bool canceled = std::find(kCanceled.begin(), kCanceled.end(), status) != kCanceled.end();
  return canceled ? ItemStatus::Canceled : ItemStatus::Usable;
}

Reject no_text(const Record& record) {
  constexpr std::size_t kExcerpt = 200;
  constexpr std::size_t kNamedFields = 12;
  std::string names;
  std::string excerpt;
  std::set<std::string_view> named;
  for (const Field& field : record.fields) {
    if (excerpt.size() < kExcerpt) excerpt += (excerpt.empty() ? "" : "; ") + field.path + ": " + field.value;
    if (!named.insert(field.path).second) continue;
    if (named.size() <= kNamedFields) names += (names.empty() ? "" : ", ") + field.path;
  }
  if (named.size() > kNamedFields) names += ", ...";
  std::string reason = "no headline, body or summary: ";
  reason += names.empty() ? "the record has no values" : "its values are under " + names;
  return {record.where, std::move(reason),
          std::string(text::truncate_utf8(text::repair_utf8(excerpt.substr(0, kExcerpt)), kExcerpt))};
}

}  // namespace

std::variant<Article, Reject> extract_fields(const Record& record, const FieldFinder& finder,
                                             std::vector<std::string>& remarks) {
  const FieldReader reader(record, finder);
  Article article;
  article.headline = reader.line("headline");
  article.body = reader.paragraphs("body", article.headline);
  article.summary = reader.paragraphs("summary", {});
  if (article.summary == article.body) article.summary.clear();

  const std::string declared_language = reader.line("language");
  article.language = text::canonical_language(declared_language);
  if (article.language.empty()) article.language = text::detect_language(article.headline + "\n" + article.body);

  const bool day_first = writes_day_first(declared_language, article.language);
  article.url = find_url(reader);
  article.updated = find_date(reader, "updated", day_first, remarks);
  find_published(article, reader, day_first, remarks);
  article.embargo = find_date(reader, "embargo", day_first, remarks);
  article.status = find_status(reader);

  // A document that the dump numbers and dates is part of the collection even when its text is lost; without text and
  // date there is nothing to find it by.
  const bool has_text = !article.headline.empty() || !article.body.empty() || !article.summary.empty();
  if (!has_text && (!article.published || reader.line("key").empty())) return no_text(record);

  article.source = find_source(reader, article.url);
  article.key = find_key(reader, article.url);
  article.authors = find_authors(reader);
  article.section = reader.line("section");
  article.topics = reader.names("topics", true);
  // The only label of a dump must be found by topic, whatever the dump calls it.
  if (article.topics.empty() && !reader.is_mapped("topics") && !reader.is_mapped("section")) {
    article.topics = reader.names("section", true);
  }
  article.places = reader.all_names("places");
  article.people = reader.all_names("people");
  article.organizations = reader.all_names("organizations");
  article.dateline = clean_dateline(reader.line("dateline"));
  if (article.dateline.empty()) article.dateline = find_dateline(article.body);
  return article;
}

}  // namespace morgue::extract
