// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/salvage.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <system_error>

#include "archive/aside.h"
#include "catalog/salvage.h"
#include "core/error.h"
#include "io/durable.h"
#include "io/folder.h"

namespace morgue::archive {
namespace {

void remove_companions(const std::filesystem::path& file) {
  for (const char* suffix : {"-wal", "-shm", "-journal"}) {
    std::error_code gone;
    std::filesystem::remove(file.string() + suffix, gone);
  }
}

std::int64_t highest_segment(const Layout& layout) {
  constexpr std::string_view kPrefix = "seg-";
  std::int64_t highest = 0;
  std::error_code failure;
  for (const auto& entry : io::list_folder(layout.index(), failure)) {
    const std::string name = entry.filename().string();
    std::int64_t number = 0;
    if (name.starts_with(kPrefix)) std::from_chars(name.data() + kPrefix.size(), name.data() + name.size(), number);
    highest = std::max(highest, number);
  }
  return highest;
}

std::vector<std::string> told(const catalog::Salvaged& salvaged, const std::filesystem::path& aside) {
  std::vector<std::string> lines;
  lines.push_back(std::to_string(salvaged.articles) + " articles were saved into a new catalog; the damaged one is " +
                  aside.string());
  if (salvaged.lost_articles > 0) {
    lines.push_back(std::to_string(salvaged.lost_articles) + " articles lost all their texts and are left out");
  }
  if (salvaged.lost_texts > 0) {
    lines.push_back(std::to_string(salvaged.lost_texts) +
                    " texts are left out: what is known of their articles cannot be read");
  }
  if (salvaged.older_texts > 0) {
    lines.push_back(std::to_string(salvaged.older_texts) + " articles lost their present text and have an earlier one");
  }
  if (salvaged.lost_rows_around > 0) {
    std::string tables;
    for (const auto& table : salvaged.tables) tables += (tables.empty() ? "" : ", ") + table;
    lines.push_back("rows were lost of " + tables +
                    ": a backup may have them (morgue restore), and so have the dumps (morgue ingest)");
  }
  return lines;
}

}  // namespace

std::vector<std::string> salvage_catalog(const Layout& layout, const std::function<bool()>& go_on) {
  const std::filesystem::path fresh = layout.catalog().string() + ".salvaged";
  std::error_code gone;
  std::filesystem::remove(fresh, gone);  // of a run that was killed
  remove_companions(fresh);
  catalog::Salvaged salvaged;
  try {
    salvaged = catalog::salvage(layout.catalog(), fresh, highest_segment(layout), go_on);
  } catch (const Error&) {
    std::filesystem::remove(fresh, gone);
    remove_companions(fresh);
    throw;
  }
  remove_companions(fresh);
  io::sync_path(fresh);
  const auto aside = free_name(layout.catalog(), "damaged");
  if (link(layout.catalog().c_str(), aside.c_str()) != 0) {
    throw system_error("cannot keep the damaged catalog as " + aside.string(), errno);
  }
  remove_companions(layout.catalog());
  if (rename(fresh.c_str(), layout.catalog().c_str()) != 0) {
    throw system_error("cannot replace " + layout.catalog().string(), errno);
  }
  io::sync_path(layout.root());
  return told(salvaged, aside);
}

}  // namespace morgue::archive
