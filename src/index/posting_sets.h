// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>

#include "index/doc_set.h"

namespace morgue::index {

/// What a query finds in one segment, from whole posting lists put together: several times faster than Xapian's
/// matcher, which weighs one document after the other, where much of the segment matches. Nothing if the query is not made of terms and AND, OR, NOT alone. Throws as Xapian does.
std::optional<DocSet> posting_set(const Xapian::Database& segment, const Xapian::Query& query);
/// How many documents that are; often with less reading.
std::optional<std::uint32_t> posting_count(const Xapian::Database& segment, const Xapian::Query& query);

}  // namespace morgue::index
