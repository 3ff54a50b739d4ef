// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/field_set.h"

#include <algorithm>
#include <array>

#include "text/normalise.h"

namespace morgue::extract {
namespace {

/// Objects that dumps wrap whole articles in (`_source`: Elasticsearch).
constexpr std::array<std::string_view, 9> kEnvelopes = {"_source.", "article.", "data.", "doc.",   "attributes.",
                                                        "item.",    "story.",   "post.", "record."};

bool is_nothing(std::string_view value) {
  constexpr std::array<std::string_view, 13> kNothing = {"",    "null", "NULL", "None", "none", "nan",      "NaN",
                                                         "N/A", "n/a",  "[]",   "{}",   "-",    "undefined"};
  const std::size_t begin = value.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return true;
  value = value.substr(begin, value.find_last_not_of(" \t\r\n") + 1 - begin);
  return std::find(kNothing.begin(), kNothing.end(), value) != kNothing.end();
}

/// Takes off what MongoDB wraps values in that JSON has no type for: `{"$date": {"$numberLong": "1510000000000"}}`.
void unwrap(std::string& path) {
  constexpr std::array<std::string_view, 6> kWrappers = {".$date",      ".$oid",          ".$numberlong",
                                                         ".$numberint", ".$numberdouble", ".$uuid"};
  for (bool again = path.find(".$") != std::string::npos; again;) {
    const auto* wrapper =
        std::find_if(kWrappers.begin(), kWrappers.end(), [&](std::string_view end) { return path.ends_with(end); });
    again = wrapper != kWrappers.end();
    if (again) path.resize(path.size() - wrapper->size());
  }
}

/// The envelope of a record whose fields all stand in one.
std::string find_envelope(const Record& record) {
  for (const std::string_view envelope : kEnvelopes) {
    const bool whole = std::any_of(record.fields.begin(), record.fields.end(), [&](const Field& field) {
      if (!field.path.starts_with(envelope)) return false;
      const std::string inner = fold_path(std::string_view(field.path).substr(envelope.size()));
      return inner == "title" || inner == "headline" || inner == "body" || inner == "text" || inner == "content";
    });
    if (whole) return fold_path(envelope);
  }
  return {};
}

}  // namespace

std::string fold_path(std::string_view path) {
  std::string folded;
  folded.reserve(path.size());
  std::string plain;
  if (std::any_of(path.begin(), path.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    plain = text::fold_value(path);
    path = plain;
  }
  for (const char c : path) {
    if (c == '_' || c == '-' || c == ' ') continue;
    if (c >= 'A' && c <= 'Z') {
      folded += static_cast<char>(c - 'A' + 'a');
    } else {
      folded += c == ':' ? '.' : c;
    }
  }
  unwrap(folded);
  return folded;
}

FieldSet::FieldSet(const Record& record) : envelope_(find_envelope(record)) {
  for (const Field& field : record.fields) {
    if (field.kind == Field::Kind::Boolean || is_nothing(field.value)) continue;
    by_path_[fold_path(field.path)].push_back(&field);
  }
  for (const auto& [path, values] : by_path_) {
    note_meanings(path, values);
    if (envelope_.empty() || !path.starts_with(envelope_)) continue;
    const std::string inner = path.substr(envelope_.size());
    if (!by_path_.contains(inner)) note_meanings(inner, values);
  }
  std::ranges::sort(known_, {}, [](const Known& known) { return known.meaning.rank; });
}

void FieldSet::note_meanings(std::string_view path, const std::vector<const Field*>& values) {
  for (const Meaning& meaning : meanings_of(path)) known_.push_back({meaning, &values});
}

std::vector<FieldSet::Place> FieldSet::synonyms(std::string_view article_field) const {
  std::vector<Place> places;
  for (const auto& [meaning, values] : known_) {
    if (meaning.field == article_field) places.push_back({meaning.path, values});
  }
  return places;
}

std::vector<const Field*> FieldSet::values(std::string_view folded) const {
  auto found = by_path_.find(std::string(folded));
  if (found == by_path_.end() && !envelope_.empty()) found = by_path_.find(envelope_ + std::string(folded));
  return found == by_path_.end() ? std::vector<const Field*>{} : found->second;
}

}  // namespace morgue::extract
