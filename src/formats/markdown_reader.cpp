// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/markdown_reader.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "formats/feed_fields.h"
#include "formats/front_matter.h"
#include "formats/reject.h"
#include "text/charset.h"

namespace morgue::formats {
namespace {

using View = std::string_view;

/// Names that the makers of static sites use, and ours.
constexpr auto kNames = std::to_array<std::pair<View, View>>({
    {"title", "headline"},
    {"date", "published"},
    {"publishDate", "published"},
    {"publishdate", "published"},
    {"lastmod", "updated"},
    {"last_modified_at", "updated"},
    {"last_modified", "updated"},
    {"author.display_name", "authors"},
});

/// `2017-03-14` of `posts/2017-03-14-fog.md`.
View date_of_name(View name) {
  constexpr View kPattern = "0000-00-00";
  name = name.substr(name.find_last_of("/\\!") + 1);
  if (name.size() <= kPattern.size()) return {};
  for (std::size_t i = 0; i < kPattern.size(); ++i) {
    const bool fits = kPattern[i] == '-' ? name[i] == '-' || name[i] == '_' : name[i] >= '0' && name[i] <= '9';
    if (!fits) return {};
  }
  const char next = name[kPattern.size()];
  return next >= '0' && next <= '9' ? View() : name.substr(0, kPattern.size());
}

/// Takes out what stands between marks, marks and all; once the second is missing, nothing more.
std::string without(View text, View open, View close) {
  std::string out;
  while (true) {
    const std::size_t begin = text.find(open);
    const std::size_t end = begin == text.npos ? begin : text.find(close, begin + open.size());
    if (end == text.npos) return out.append(text);
    out += text.substr(0, begin);
    text.remove_prefix(end + close.size());
  }
}

/// The headline that a text without a title begins with.
View first_heading(View text) {
  const View line = text.substr(0, text.find('\n'));
  return line.starts_with("# ") ? trimmed(line.substr(2)) : View();
}

bool is_category(View path) {
  return path == "category" || path == "categories";
}

bool is_tag(View path) {
  return path == "tags" || path == "tag" || path == "topics" || path == "keywords";
}

/// Categories and tags are topics alike; the first category is the section. Commas part them only in a lone value.
void name_topics(std::vector<Field>& fields) {
  std::vector<Field> topics;
  std::string section;
  std::map<View, int> values;
  for (const Field& field : fields) ++values[field.path];
  for (const Field& field : fields) {
    if (!is_category(field.path) && !is_tag(field.path)) continue;
    FeedFields out(topics);
    if (values[field.path] == 1) {
      out.add_list("topics", field.value);
    } else {
      out.add("topics", field.value);
    }
    if (is_category(field.path) && section.empty() && !topics.empty()) section = topics.back().value;
  }
  std::erase_if(fields, [](const Field& field) { return is_category(field.path) || is_tag(field.path); });
  std::move(topics.begin(), topics.end(), std::back_inserter(fields));
  const bool has_section =
      std::any_of(fields.begin(), fields.end(), [](const Field& field) { return field.path == "section"; });
  if (!section.empty() && !has_section) fields.push_back({"section", std::move(section), Field::Kind::Text});
}

bool is_draft(const std::vector<Field>& fields) {
  return std::any_of(fields.begin(), fields.end(), [](const Field& field) {
    return (field.path == "draft" && field.value == "true") ||
           (field.path == "published" && field.kind == Field::Kind::Boolean && field.value == "false");
  });
}

bool has(const std::vector<Field>& fields, View path) {
  return std::any_of(fields.begin(), fields.end(), [&](const Field& field) { return field.path == path; });
}

void add(Record& record, View path, View value) {
  if (!value.empty()) record.fields.push_back({std::string(path), std::string(value), Field::Kind::Text});
}

}  // namespace

MarkdownReader::MarkdownReader(ReaderInput input) : input_(std::move(input)) {}

std::optional<ReadItem> MarkdownReader::next() {
  if (std::exchange(done_, true)) return std::nullopt;
  const std::size_t limit = input_.limits.record_bytes;
  Location where{input_.dump, 1, input_.bytes.offset()};
  // All of it, or the error that cut it short: half an article is none.
  while (input_.bytes.buffered().size() <= limit && input_.bytes.more()) {
  }
  const View bytes = input_.bytes.buffered();
  if (bytes.size() > limit) {
    return make_reject(std::move(where), "the file is larger than the limit of " + size_words(limit), bytes);
  }
  std::string content = text::to_utf8(bytes);
  make_sound(content);
  if (trimmed(content).empty()) return make_reject(std::move(where), "there is no text in the file", bytes);
  input_.bytes.consume(bytes.size());

  const FrontMatter front = split_front_matter(content, true);
  Record record;
  record.where = std::move(where);
  // Without its second fence it is all front matter or none of it, and the text must not be lost.
  if (front.closed) front_matter_fields(front, input_.limits, record.fields);
  if (is_draft(record.fields)) return PassedOver{std::move(record.where), "draft"};
  for (Field& field : record.fields) {
    make_sound(field.value);
    const auto* known =
        std::find_if(kNames.begin(), kNames.end(), [&](const auto& name) { return name.first == field.path; });
    if (known != kNames.end()) field.path = known->second;
  }
  name_topics(record.fields);
  const std::string text = without(without(front.closed ? front.text : View(content), "<!--", "-->"), "{%", "%}");
  if (!has(record.fields, "headline")) add(record, "headline", first_heading(trimmed(text)));
  add(record, "filename.date", date_of_name(input_.inner.empty() ? View(input_.dump) : View(input_.inner)));
  add(record, "body.markdown", trimmed(text));
  return record;
}

}  // namespace morgue::formats
