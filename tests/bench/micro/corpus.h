// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/article.h"

namespace morgue::bench {

/// Generated articles, the same for all benchmarks; made once.
const std::vector<StoredArticle>& corpus();
/// Bytes of their bodies.
std::size_t corpus_bytes();
/// The same as a dump.
const std::string& json_lines();

}  // namespace morgue::bench
