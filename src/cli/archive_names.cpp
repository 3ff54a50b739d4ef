// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/archive_names.h"

#include <array>
#include <ctime>
#include <optional>
#include <string_view>

#include "catalog/annotations.h"
#include "catalog/catalog.h"
#include "catalog/collections.h"
#include "catalog/names.h"
#include "catalog/saved_searches.h"
#include "core/error.h"
#include "render/sanitise.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace morgue::cli {
namespace {

constexpr std::size_t kMost = 100;

constexpr std::array<std::pair<std::string_view, catalog::NameKind>, 7> kKinds = {
    {{"author", catalog::NameKind::Author},
     {"topic", catalog::NameKind::Topic},
     {"place", catalog::NameKind::Place},
     {"person", catalog::NameKind::Person},
     {"org", catalog::NameKind::Organization},
     {"source", catalog::NameKind::Source},
     {"section", catalog::NameKind::Section}}};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

/// Folding a name costs more than all the rest: where no letter has an accent there is a shorter way.
class Prefix {
 public:
  explicit Prefix(const std::string& text) : folded_(text::fold_value(text)) {
    // The blank that a typed name ends in is what tells Ann from Anna.
    if (text.ends_with(' ') && !folded_.empty()) folded_ += ' ';
  }

  [[nodiscard]] bool begins(std::string_view name) const {
    const std::string_view head = name.substr(0, folded_.size() + 1);
    if (!is_ascii(head)) return text::fold_value(name).starts_with(folded_);
    if (head.size() < folded_.size()) return false;
    for (std::size_t i = 0; i < folded_.size(); ++i) {
      if (lower(head[i]) != folded_[i]) return false;
    }
    return true;
  }

 private:
  std::string folded_;
};

}  // namespace

std::vector<std::string> archive_names(const archive::Layout& layout, const std::string& kind,
                                       const std::string& prefix) {
  if (!text::is_valid_utf8(prefix)) return {};
  std::vector<std::string> out;
  const Prefix wanted(prefix);
  const auto add = [&out](std::string_view name) {
    // What cannot be typed cannot be completed.
    if (render::sanitise_line(name) == name) out.emplace_back(name);
    return out.size() < kMost;
  };
  try {
    catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Read);
    const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
    if (kind == "saved") {
      for (const auto& search : catalog::SavedSearchTable(catalog).list()) {
        if (wanted.begins(search.name)) add(search.name);
      }
    } else if (kind == "collection") {
      for (const auto& collection : catalog::CollectionTable(catalog).list()) {
        if (wanted.begins(collection.name)) add(collection.name);
      }
    }
    if (kind == "tagged") {
      for (const auto& tag : catalog::AnnotationTable(catalog).tags(std::time(nullptr))) {
        if (wanted.begins(tag.name)) add(tag.name);
      }
    }
    for (const auto& [name, of] : kKinds) {
      if (kind != name) continue;
      catalog::for_each_name(
          catalog, of, std::time(nullptr), [&wanted](std::string_view text) { return wanted.begins(text); }, add);
    }
  } catch (const Error&) {
    return {};
  }
  return out;
}

}  // namespace morgue::cli
