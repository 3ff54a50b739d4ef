// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/text_header.h"

#include <algorithm>
#include <array>
#include <string>

#include "formats/reject.h"

namespace morgue::formats {
namespace {

using View = std::string_view;

constexpr auto kTitles = std::to_array<View>(
    {"title", "headline", "header", "heading", "titel", "titre", "titolo", "titulo", "t\u00edtulo", "overskrift",
     "\u6807\u9898", "\u6a19\u984c", "\uc81c\ubaa9", "\u0437\u0430\u0433\u043e\u043b\u043e\u0432\u043e\u043a"});
constexpr auto kBodies = std::to_array<View>({"body", "text", "content", "story", "article", "inhalt", "texto"});

struct Line {
  View name;  ///< empty: no line of a header
  View value;
};

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == ' ' || static_cast<unsigned char>(c) >= 0x80;
}

Line parse(View line) {
  constexpr std::size_t kLongestName = 32;
  const std::size_t colon = line.find(':');
  if (colon == View::npos || colon == 0 || colon > kLongestName || line.front() == ' ') return {};
  const View name = line.substr(0, colon);
  if (!std::all_of(name.begin(), name.end(), is_name_character)) return {};
  if (std::count(name.begin(), name.end(), ' ') > 1 || line.substr(colon).starts_with("://")) return {};
  return {name, trimmed(line.substr(colon + 1))};
}

std::string lower(View text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

template <std::size_t N>
bool is_one_of(const std::array<View, N>& list, View name) {
  return std::find(list.begin(), list.end(), lower(name)) != list.end();
}

/// `Jane Doe <jane@post.example>`, `jane@post.example (Jane Doe)`.
View sender(View value) {
  if (const std::size_t open = value.find('('); value.ends_with(')') && open != View::npos) {
    return trimmed(value.substr(open + 1, value.size() - open - 2));
  }
  value = trimmed(value.substr(0, value.find('<')));
  return value.size() > 1 && value.starts_with('"') && value.ends_with('"') ? value.substr(1, value.size() - 2) : value;
}

/// The fields of a mail that an article has; the others tell of its way.
void keep_mail(std::vector<Field>& fields) {
  std::vector<Field> kept;
  for (Field& field : fields) {
    const std::string name = lower(field.path);
    if (name == "subject") kept.push_back({"headline", std::move(field.value), field.kind});
    if (name == "from") kept.push_back({"author", std::string(sender(field.value)), field.kind});
    if (name == "message-id") kept.push_back({"key", std::move(field.value), field.kind});
    if (name == "date" || name == "keywords") kept.push_back({name, std::move(field.value), field.kind});
  }
  fields = std::move(kept);
}

bool has(const std::vector<Field>& fields, View name) {
  return std::any_of(fields.begin(), fields.end(), [&](const Field& field) { return lower(field.path) == name; });
}

}  // namespace

std::size_t read_text_header(View text, std::vector<Field>& fields) {
  constexpr std::size_t kFewest = 2;
  constexpr std::size_t kMost = 60;
  std::vector<Field> found;
  std::size_t at = 0;
  bool ended = false;
  // The line that opens each mail of a mailbox.
  if (text.starts_with("From ")) at = std::min(text.find('\n'), text.size() - 1) + 1;
  while (at < text.size() && found.size() < kMost && !ended) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const View line = text.substr(at, end - at);
    if (trimmed(line).empty()) {
      ended = true;
    } else if ((line.front() == ' ' || line.front() == '\t') && !found.empty()) {
      found.back().value.append(" ").append(trimmed(line));
    } else {
      const Line parsed = parse(line);
      if (parsed.name.empty()) return 0;
      if (is_one_of(kBodies, parsed.name)) {
        at = parsed.value.empty() ? std::min(end + 1, text.size()) : at + line.find(':') + 1;
        break;
      }
      found.push_back({std::string(trimmed(parsed.name)), std::string(parsed.value), Field::Kind::Text});
    }
    at = std::min(end + 1, text.size());
  }
  if (found.size() < kFewest) return 0;
  if (has(found, "from") && has(found, "subject")) {
    keep_mail(found);
  } else if (std::none_of(found.begin(), found.end(), [](const Field& f) { return is_one_of(kTitles, f.path); })) {
    return 0;
  }
  std::erase_if(found, [](const Field& field) { return field.value.empty(); });
  fields.insert(fields.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  return at;
}

}  // namespace morgue::formats
