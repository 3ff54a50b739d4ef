// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "archive/comparison.h"
#include "archive/reader.h"
#include "core/article.h"
#include "query/ast.h"

namespace morgue::archive {

/// A match as the receipt knows it.
struct ReceiptMatch {
  ArticleId id = 0;
  std::int64_t revision = 0;  ///< number of its text
  std::int64_t seq = 0;       ///< of its document
  bool canceled = false;      ///< withdrawn by its publisher already
};

/// Which archive answered, and in which state it was.
struct ReceiptState {
  std::string archive;  ///< hash of when and how its first run began: copies and backups have the same
  std::int64_t articles = 0;
  std::int64_t run = 0;   ///< the last one
  std::int64_t seq = 0;   ///< the last number given to a change
  std::int64_t time = 0;  ///< UTC seconds
};

/// What was asked, and what the whole answer was.
struct Receipt {
  std::string query;                                         ///< as typed
  std::vector<std::pair<std::string, std::string>> filters;  ///< options and their values, as typed
  std::string tree;      ///< all of it as one query, saved searches and dates filled in
  std::string morgue;    ///< version of the program
  std::string analyser;  ///< fingerprint of how words are split
  ReceiptState state;
  std::vector<ReceiptMatch> matches;  ///< all of them, newest first
  std::string ids_hash;               ///< of their ids, see hash_of_ids()
};

/// xxh128 in hexadecimal.
std::string text_hash(std::string_view text);
/// text_hash() of the ids in their order, each with a line feed behind it.
std::string hash_of_ids(const std::vector<ReceiptMatch>& matches);

/// State and answer; what was asked is for the caller to fill in. `now`: UTC seconds.
Receipt take_receipt(Reader& reader, const query::Node& query, std::int64_t now);

/// What became of the answer of a receipt.
struct ReceiptCheck {
  Receipt now;  ///< the same question, asked again
  Comparison changes;
  bool same = false;            ///< the same articles in the same order with the same texts
  bool other_analyser = false;  ///< words are split otherwise: what differs may be by that
  bool older_archive = false;   ///< the archive has not come as far as the receipt: an older copy?
};

/// Asks the question of a receipt again. Throws Error{Usage} when it is of another archive, Error{Query} when its tree
/// cannot be read.
ReceiptCheck check_receipt(Reader& reader, const Receipt& receipt, std::int64_t now);

}  // namespace morgue::archive
