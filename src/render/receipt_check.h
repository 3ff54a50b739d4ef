// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/results.h"
#include "render/watch.h"

namespace morgue::render {

/// One side of a check: who answered when, and what.
struct ReceiptSide {
  std::string time;  ///< RFC 3339
  std::string morgue;
  std::string analyser;
  std::int64_t articles = 0;  ///< of the archive
  std::int64_t run = 0;
  std::int64_t seq = 0;
  std::int64_t total = 0;  ///< matches
  std::string ids_hash;
};

/// What is said of a check before the articles that differ.
struct ReceiptHeading {
  std::string query;  ///< as typed, or with options as one query
  std::string tree;
  ReceiptSide then;
  ReceiptSide now;
  bool same = false;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t withdrawn = 0;
};

/// The verdict, both states, and the articles in three parts.
std::string receipt_check_text(const ReceiptHeading& heading, const std::vector<WatchedArticle>& articles,
                               const TextStyle& style);
/// `{"format_version":1,"query":...,"tree":...,"same":false,"then":{...},"now":{...},"added":1,...,"articles":[...]}`
std::string receipt_check_json(const ReceiptHeading& heading, const std::vector<WatchedArticle>& articles);

}  // namespace morgue::render
