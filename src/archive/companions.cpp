// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/companions.h"
#include "io/folder.h"

#include <algorithm>
#include <system_error>


namespace morgue::archive {
namespace {

bool may_describe_pages(formats::Format format) {
  using formats::Format;
  return format == Format::Json || format == Format::JsonLines || format == Format::Csv || format == Format::Tsv ||
         format == Format::Text || format == Format::Page;
}

std::string place_of(const std::string& name) {
  return name.substr(0, name.find_last_of("/!") + 1) + formats::stem_of(name);
}

}  // namespace

void Companions::look_into(const std::filesystem::path& folder) {
  folder_ = folder;
  pages_.clear();
  structured_ = 0;
  crawls_ = 0;
  pages_below_.clear();
  std::error_code unreadable;
  for (const auto& sibling : io::list_folder(folder, unreadable)) {
    const std::string name = sibling.filename().string();
    if (name.starts_with('.')) continue;
    if (std::filesystem::is_directory(sibling, unreadable)) note_pages_in(sibling);
    if (formats::structured_by_name(name)) ++structured_;
    if (formats::crawl_by_name(name)) ++crawls_;
    if (formats::page_by_name(name)) pages_.insert(formats::stem_of(name));
  }
}

void Companions::note_pages_in(const std::filesystem::path& folder) {
  constexpr std::size_t kEnough = 500;
  // Shorter names (`1`, `news`) stand in any file.
  constexpr std::size_t kShortest = 8;
  std::error_code unreadable;
  for (const auto& page : io::list_folder(folder, unreadable)) {
    if (pages_below_.size() >= kEnough) return;
    const std::string name = page.filename().string();
    if (!formats::page_by_name(name)) continue;
    std::string stem = name.substr(0, formats::stem_of(name).size());
    if (stem.size() >= kShortest) pages_below_.insert(std::move(stem));
  }
}

/// A container is read as it comes: only the page just before is known.
bool Companions::in_container(const std::string& name, formats::Format format) {
  if (format == formats::Format::Html) {
    last_page_ = place_of(name);
    return false;
  }
  return may_describe_pages(format) && place_of(name) == last_page_;
}

bool Companions::include(const io::Entry& entry, formats::Format format, std::string_view head) {
  if (entry.name.find('!') != std::string::npos) return in_container(entry.name, format);
  if (!may_describe_pages(format)) return false;
  const auto folder = std::filesystem::path(entry.name).parent_path();
  if (folder != folder_) look_into(folder);
  if (format == formats::Format::Text && structured_ > 0) return true;
  // One page and many dumps is a page about the dumps.
  const bool pages_rule = pages_.size() >= 2 && pages_.size() >= structured_;
  const bool crawls_rule = crawls_ > 0 && crawls_ >= structured_;
  const bool names_pages = std::any_of(pages_below_.begin(), pages_below_.end(), [&](const std::string& stem) {
    return head.find(stem) != std::string_view::npos;
  });
  return pages_rule || crawls_rule || names_pages || pages_.contains(formats::stem_of(entry.name));
}

}  // namespace morgue::archive
