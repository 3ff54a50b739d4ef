// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "index/segment.h"

namespace morgue::index {

/// What a query finds in one segment, and the weight of each.
struct WeighedDocuments {
  std::vector<std::uint32_t> documents;  ///< ascending
  std::vector<double> weights;
};

/// Weighs what a query finds, in each of the segments, by BM25 (Robertson and Zaragoza, The Probabilistic Relevance
/// Framework, 2009), with the parameters and bounds of Xapian's BM25Weight. Terms under OP_SYNONYM are weighed as one
/// term, as frequent as the most frequent of them. OP_SCALE_WEIGHT stands for a factor of 0, the only one that queries
/// here have.
std::vector<WeighedDocuments> weigh(const std::vector<Segment>& segments, const Xapian::Query& query);

}  // namespace morgue::index
