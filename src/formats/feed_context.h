// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "markup/tree.h"

namespace morgue::formats {

/// What a feed says about itself, for the entries that do not say it. The first value of each kind counts.
struct FeedContext {
  std::string source;                          ///< its title
  std::string link;                            ///< the site it belongs to, absolute if known
  std::string base;                            ///< xml:base, or BASE of CDF
  std::string language;                        ///< as written
  std::vector<std::string> authors;            ///< Atom's: of every entry that names none
  std::map<std::string, std::string> writers;  ///< WordPress: login -> name to be shown
  std::map<std::string, std::string> terms;    ///< WordPress: number of a category -> its name

  /// Takes the attributes of the elements around the entries from a tree of the dump's beginning, which may be cut
  /// anywhere.
  void read_frame(const markup::Node& root);
  /// Takes one element that stands beside the entries.
  void read(const markup::Node& element);
};

/// Whether elements of that name hold entries (and values of the feed).
bool is_feed_frame(std::string_view name);
/// Whether elements of that name are entries.
bool is_feed_entry(std::string_view name);

}  // namespace morgue::formats
