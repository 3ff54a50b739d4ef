// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/json_feed_reader.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "formats/bom.h"
#include "formats/feed_address.h"
#include "formats/feed_fields.h"
#include "formats/feed_text.h"
#include "formats/json_flatten.h"
#include "formats/json_scan.h"
#include "formats/reject.h"

namespace morgue::formats {
namespace {

using View = std::string_view;

constexpr View kStandard = "jsonfeed.org/version/";
constexpr std::size_t kHead = 64U << 10U;

/// A value as written, before its escapes are undone.
bool names_standard(View raw) {
  std::string plain;
  std::copy_if(raw.begin(), raw.end(), std::back_inserter(plain), [](char c) { return c != '\\'; });
  return plain.find(kStandard) != plain.npos;
}

/// Values that stand in front of the items.
std::vector<Field> feed_fields(View head, const ReaderLimits& limits) {
  std::vector<Field> fields;
  const auto list = find_wrapped_list(head);
  if (!list) return fields;
  std::string frame(head.substr(0, list->offset));
  frame.append("[]").append(static_cast<std::size_t>(list->depth), '}');
  const std::size_t size = frame.size();
  frame.append(io::BufferedInput::kPadding, ' ');
  // A frame that cannot be read takes nothing from the items.
  if (JsonFlattener(limits).flatten(View(frame).substr(0, size), fields)) fields.clear();
  return fields;
}

std::string value(const std::vector<Field>& fields, View path) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.path == path; });
  return found == fields.end() ? std::string() : found->value;
}

/// Adds all values of the first of the paths that has any; false if none has.
bool add_all(const std::vector<Field>& fields, std::initializer_list<View> paths, View as, FeedFields& out) {
  for (const View path : paths) {
    for (const Field& field : fields) {
      if (field.path == path) out.add(as, field.value);
    }
    if (out.has(as)) return true;
  }
  return false;
}

}  // namespace

bool is_json_feed(View head) {
  constexpr View kKey = "\"version\"";
  if (!head.starts_with('{')) return false;
  for (std::size_t pos = head.find(kKey); pos != head.npos; pos = head.find(kKey, pos + 1)) {
    View rest = trimmed(head.substr(pos + kKey.size()));
    if (!rest.starts_with(':')) continue;
    rest = trimmed(rest.substr(1));
    if (rest.empty() || rest[0] != '"') continue;
    const auto size = JsonScan().end_of(rest);
    if (size && names_standard(rest.substr(0, *size))) return true;
  }
  return false;
}

JsonFeedReader::JsonFeedReader(ReaderInput input)
    : feed_((skip_bom(input.bytes), feed_fields(trimmed(input.bytes.peek(kHead)), input.limits))), items_(input) {}

std::optional<ReadItem> JsonFeedReader::next() {
  while (auto item = items_.next()) {
    auto* record = std::get_if<Record>(&*item);
    // A feed without any item is no item.
    if (record != nullptr && names_standard(value(record->fields, "version"))) continue;
    std::visit([&](auto& found) { found.where.record = ++count_; }, *item);
    if (record == nullptr) return item;
    return article(std::move(*record));
  }
  return std::nullopt;
}

Record JsonFeedReader::article(Record item) const {
  Record out;
  out.where = std::move(item.where);
  FeedFields fields(out.fields);
  const auto& given = item.fields;
  const std::string site = value(feed_, "home_page_url");
  const std::string own = value(given, "url");
  fields.add("key", value(given, "id"));
  fields.add("headline", html_from_plain(value(given, "title")));
  fields.add("url", resolve_address(site, own.empty() ? value(given, "external_url") : own));
  if (!add_all(given, {"authors.name", "author.name"}, "authors", fields))
    add_all(feed_, {"authors.name", "author.name"}, "authors", fields);
  fields.add("published", value(given, "date_published"));
  fields.add("updated", value(given, "date_modified"));
  fields.add("source", html_from_plain(value(feed_, "title")));
  add_all(given, {"tags"}, "topics", fields);
  if (!add_all(given, {"language"}, "language", fields)) add_all(feed_, {"language"}, "language", fields);
  fields.add("summary", html_from_plain(value(given, "summary")));
  const std::string html = value(given, "content_html");
  fields.add("body", html.empty() ? html_from_plain(value(given, "content_text")) : html);
  return out;
}

}  // namespace morgue::formats
