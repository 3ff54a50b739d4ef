// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/settings_file.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/error.h"
#include "text/utf8.h"

namespace morgue::cli {
namespace {

constexpr std::string_view kBare = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

/// Reads TOML from its beginning to its end, counting lines.
class Scanner {
 public:
  Scanner(const std::string& text, const std::string& file) : text_(text), file_(file) {}

  std::vector<SettingsEntry> read() {
    if (!text::is_valid_utf8(text_)) refuse("the file is not valid UTF-8", "write it in UTF-8");
    std::vector<SettingsEntry> entries;
    std::string section;
    for (skip(true); pos_ < text_.size(); skip(true)) {
      if (peek() == '[') {
        ++pos_;
        section = key();
        expect(']', "a section ends in ]");
      } else {
        SettingsEntry entry;
        entry.line = line_;
        entry.key = (section.empty() ? "" : section + ".") + key();
        expect('=', "an entry is written key = value");
        skip(false);
        entry.values = value();
        check_new(entries, entry);
        entries.push_back(std::move(entry));
      }
      skip(false);
      if (pos_ < text_.size() && peek() != '\n') refuse("something follows the value", "write one entry a line");
    }
    return entries;
  }

 private:
  [[noreturn]] void refuse(const std::string& problem, const std::string& hint) const {
    throw Error(ErrorCode::Usage, file_ + ":" + std::to_string(line_) + ": " + problem, hint);
  }

  [[nodiscard]] char peek() const { return pos_ < text_.size() ? text_[pos_] : '\0'; }

  /// Blanks and comments, and line ends where these mean nothing.
  void skip(bool lines) {
    while (pos_ < text_.size()) {
      const char c = text_[pos_];
      if (c == '#') {
        pos_ = std::min(text_.find('\n', pos_), text_.size());
      } else if (c == '\n' && lines) {
        ++line_;
        ++pos_;
      } else if (c == ' ' || c == '\t' || c == '\r') {
        ++pos_;
      } else {
        return;
      }
    }
  }

  void expect(char wanted, const char* hint) {
    skip(false);
    if (peek() != wanted) refuse(std::string("there is no ") + wanted + " where one must be", hint);
    ++pos_;
  }

  /// `a.b."c"`
  std::string key() {
    std::string out;
    while (true) {
      skip(false);
      const std::size_t begin = pos_;
      if (peek() == '"' || peek() == '\'') {
        out += string();
      } else {
        while (pos_ < text_.size() && kBare.find(text_[pos_]) != std::string_view::npos) ++pos_;
        if (pos_ == begin) refuse("a key is missing here", "write key = value, or [section]");
        out += text_.substr(begin, pos_ - begin);
      }
      skip(false);
      if (peek() != '.') return out;
      out += text_[pos_++];
    }
  }

  std::vector<std::string> value() {
    if (peek() != '[') return {scalar()};
    ++pos_;
    std::vector<std::string> out;
    for (skip(true); peek() != ']'; skip(true)) {
      if (pos_ >= text_.size()) refuse("a list is not closed", "a list ends in ]");
      out.push_back(scalar());
      skip(true);
      if (peek() == ',') {
        ++pos_;
      } else if (pos_ < text_.size() && peek() != ']') {
        refuse("no comma between the values of a list", "write [\"one\", \"two\"]");
      }
    }
    ++pos_;
    if (out.empty()) refuse("a list with nothing in it", "leave the entry out");
    return out;
  }

  std::string scalar() {
    if (peek() == '"' || peek() == '\'') return string();
    const std::size_t begin = pos_;
    while (pos_ < text_.size() && (kBare.find(text_[pos_]) != std::string_view::npos || text_[pos_] == '.' ||
                                   text_[pos_] == '+' || text_[pos_] == ':')) {
      ++pos_;
    }
    const std::string word = text_.substr(begin, pos_ - begin);
    const bool number = !word.empty() && word.find_first_not_of("0123456789+-._") == std::string::npos;
    if (word != "true" && word != "false" && !number) {
      refuse(word.empty() ? std::string("a value is missing") : word + " is no value",
             "texts stand in quotation marks: \"" + word + "\"");
    }
    return word;
  }

  std::string string() {
    const char mark = text_[pos_++];
    std::string out;
    while (true) {
      const char c = peek();
      if (c == '\0' || c == '\n') refuse("a quotation mark is not closed", "texts stand between two quotation marks");
      ++pos_;
      if (c == mark) return out;
      if (c == '\\' && mark == '"') {
        const char next = peek();
        ++pos_;
        const std::string_view from = "\"\\ntr";
        const auto at = from.find(next);
        if (next == '\0' || at == std::string_view::npos) {
          refuse(std::string("\\") + next + " is not known", "write \\\\ for a backslash, or use 'single quotes'");
        }
        out += "\"\\\n\t\r"[at];
      } else {
        out += c;
      }
    }
  }

  void check_new(const std::vector<SettingsEntry>& entries, const SettingsEntry& entry) const {
    for (const SettingsEntry& other : entries) {
      if (other.key == entry.key) {
        refuse(entry.key + " is there twice, first on line " + std::to_string(other.line), "take one of them out");
      }
    }
  }

  const std::string& text_;
  const std::string& file_;
  std::size_t pos_ = 0;
  std::size_t line_ = 1;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t end = std::min(text.find('\n', pos), text.size());
    lines.push_back(text.substr(pos, end - pos));
    pos = end + 1;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

/// The lines of an entry, first and behind the last: a list may take several.
std::optional<std::pair<std::size_t, std::size_t>> lines_of_entry(const std::vector<std::string>& lines,
                                                                  const std::string& file, const std::string& key) {
  const auto entries = parse_settings(joined(lines), file);
  const auto found = std::ranges::find(entries, key, &SettingsEntry::key);
  if (found == entries.end()) return std::nullopt;
  const std::size_t first = found->line - 1;
  // The shortest run of lines without which the key is gone and the rest reads the same.
  for (std::size_t end = first + 1; end <= lines.size(); ++end) {
    auto rest = lines;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(first), rest.begin() + static_cast<std::ptrdiff_t>(end));
    try {
      if (parse_settings(joined(rest), file).size() + 1 == entries.size()) return std::pair(first, end);
    } catch (const Error&) {
      continue;
    }
  }
  return std::nullopt;
}

bool opens_section(const std::string& line) {
  const auto begin = line.find_first_not_of(" \t");
  return begin != std::string::npos && line[begin] == '[';
}

bool opens_section(const std::string& line, const std::string& name) {
  return opens_section(line) && parse_settings(line + "\nx = 1", "").front().key == name + ".x";
}

}  // namespace

std::vector<SettingsEntry> parse_settings(const std::string& text, const std::string& file) {
  return Scanner(text, file).read();
}

std::string settings_value(const std::vector<std::string>& values) {
  const auto one = [](const std::string& value) {
    const bool number = !value.empty() && value.find_first_not_of("0123456789") == std::string::npos;
    if (number || value == "true" || value == "false") return value;
    std::string out = "\"";
    for (const char c : value) {
      if (c == '\n') {
        out += "\\n";
      } else {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
      }
    }
    return out + "\"";
  };
  if (values.size() == 1) return one(values.front());
  std::string out = "[";
  for (const std::string& value : values) out += (out.size() > 1 ? ", " : "") + one(value);
  return out + "]";
}

std::string without_setting(const std::string& text, const std::string& file, const std::string& key) {
  auto lines = lines_of(text);
  if (const auto found = lines_of_entry(lines, file, key)) {
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(found->first),
                lines.begin() + static_cast<std::ptrdiff_t>(found->second));
  }
  return joined(lines);
}

std::string with_setting(const std::string& text, const std::string& file, const std::string& key,
                         const std::vector<std::string>& values) {
  auto lines = lines_of(text);
  const auto dot = key.rfind('.');
  const std::string section = dot == std::string::npos ? "" : key.substr(0, dot);
  const std::string entry = key.substr(dot == std::string::npos ? 0 : dot + 1) + " = " + settings_value(values);
  if (const auto found = lines_of_entry(lines, file, key)) {
    const std::string before = lines[found->first].substr(0, lines[found->first].find('='));
    const auto end = before.find_last_not_of(" \t");  // the key as it was written: it may be dotted
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(found->first) + 1,
                lines.begin() + static_cast<std::ptrdiff_t>(found->second));
    lines[found->first] = before.substr(0, end + 1) + " = " + settings_value(values);
    return joined(lines);
  }
  auto at = lines.begin();
  if (!section.empty()) {
    at = std::ranges::find_if(lines, [&](const std::string& line) { return opens_section(line, section); });
    if (at == lines.end()) {
      if (!lines.empty()) lines.emplace_back();
      lines.push_back("[" + section + "]");
      at = lines.end();
    } else {
      ++at;
    }
  }
  // Behind the last entry of the section.
  auto end = std::find_if(at, lines.end(), [](const std::string& line) { return opens_section(line); });
  while (end != at && std::prev(end)->find_first_not_of(" \t\r") == std::string::npos) --end;
  lines.insert(end, entry);
  return joined(lines);
}

}  // namespace morgue::cli
