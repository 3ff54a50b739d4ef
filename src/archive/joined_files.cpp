// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/joined_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <variant>

#include "extract/field_set.h"
#include "text/charset.h"

namespace morgue::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargest = 64U << 20U;

struct Problem {
  std::string reason;
};

std::string stem_of(const fs::path& dump) {
  const std::string name = dump.filename().string();
  return name.substr(0, name.find('.', 1));
}

/// The template with its braces filled in.
std::variant<std::string, Problem> file_name(std::string_view pattern, const extract::FieldSet& fields,
                                             const fs::path& dump) {
  std::string name;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    name += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = pattern.find('}', open);
    const std::string_view path = pattern.substr(open + 1, close - open - 1);
    pattern.remove_prefix(close + 1);
    if (path == "@stem") {
      name += stem_of(dump);
      continue;
    }
    const auto values = fields.values(extract::fold_path(path));
    if (values.empty()) return Problem{"the record has no \"" + std::string(path) + "\" to name the file by"};
    name += values.front()->value;
  }
  return name;
}

/// Names come from the dump: none may lead out of its folder, by `..` or by a symbolic link.
bool is_below(const fs::path& file, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return end == folder.end() && rest != file.end();
}

std::variant<std::string, Problem> read_beside(const fs::path& dump, const std::string& name) {
  std::error_code error;
  if (name.empty() || name.find('\0') != std::string::npos || fs::path(name).is_absolute()) {
    return Problem{"\"" + name + "\" is no name of a file beside the dump"};
  }
  const fs::path folder = fs::canonical(dump.has_parent_path() ? dump.parent_path() : fs::path("."), error);
  if (error) return Problem{"the folder of the dump cannot be read: " + error.message()};
  const fs::path file = fs::canonical(folder / name, error);
  if (error) return Problem{"the file " + name + " cannot be read: " + error.message()};
  if (!is_below(file, folder)) return Problem{"the file " + name + " is not in or below the folder of the dump"};
  const auto size = fs::is_regular_file(file, error) ? fs::file_size(file, error) : kLargest + 1;
  if (error || size > kLargest) return Problem{"the file " + name + " is too large to be one article, or no file"};
  std::ifstream in(file, std::ios::binary);
  std::string bytes(size, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  if (static_cast<std::uintmax_t>(in.gcount()) != size)
    return Problem{"the file " + name + " cannot be read to its end"};
  return text::to_utf8(bytes);
}

/// `file` ends as the template does, whatever stands for its braces.
bool fits(std::string_view file, std::string_view pattern) {
  const std::size_t close = pattern.rfind('}');
  if (close == std::string_view::npos) return file == pattern || file.ends_with("/" + std::string(pattern));
  if (!file.ends_with(pattern.substr(close + 1))) return false;
  file.remove_suffix(pattern.size() - close - 1);
  // From the back: each piece of fixed text stands before what the braces behind it gave.
  for (std::size_t open = pattern.rfind('{'); open != std::string_view::npos;) {
    pattern = pattern.substr(0, open);
    const std::size_t before = pattern.rfind('}');
    const std::string_view fixed = pattern.substr(before == std::string_view::npos ? 0 : before + 1);
    const std::size_t at = file.rfind(fixed);
    if (file.empty() || at == std::string_view::npos) return false;
    if (before == std::string_view::npos) return fixed.empty() || at == 0 || file[at - 1] == '/';
    file = file.substr(0, at);
    open = pattern.rfind('{');
  }
  return true;
}

}  // namespace

JoinedFiles::JoinedFiles(const std::vector<extract::Mapping>& mappings) {
  std::copy_if(mappings.begin(), mappings.end(), std::back_inserter(mappings_),
               [](const extract::Mapping& mapping) { return extract::names_file(mapping); });
}

bool JoinedFiles::takes(std::string_view file) const {
  return std::any_of(mappings_.begin(), mappings_.end(), [&](const extract::Mapping& mapping) {
    return fits(file, std::string_view(mapping.path).substr(extract::kFilePrefix.size()));
  });
}

std::optional<std::string> JoinedFiles::join(Record& record) const {
  if (mappings_.empty() || record.kind != Record::Kind::Fields) return std::nullopt;
  const fs::path dump = record.where.dump;
  std::error_code ignored;
  if (!fs::is_regular_file(dump, ignored)) {
    return "its " + mappings_.front().field + " is in a file beside the dump, but the dump is not on disk by itself";
  }
  std::vector<Field> joined;
  const extract::FieldSet fields(record);
  for (const extract::Mapping& mapping : mappings_) {
    auto name = file_name(std::string_view(mapping.path).substr(extract::kFilePrefix.size()), fields, dump);
    auto text = std::holds_alternative<Problem>(name) ? name : read_beside(dump, std::get<std::string>(name));
    if (const auto* problem = std::get_if<Problem>(&text)) return mapping.field + ": " + problem->reason;
    joined.push_back({mapping.path, std::move(std::get<std::string>(text)), Field::Kind::Text});
  }
  std::move(joined.begin(), joined.end(), std::back_inserter(record.fields));
  return std::nullopt;
}

}  // namespace morgue::archive
