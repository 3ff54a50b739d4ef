// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/article.h"
#include "core/record.h"

namespace morgue::extract {

/// Whether a record is what `morgue export --to jsonl` wrote, all fields of it: nothing in it has to be found or
/// cleaned any more.
bool is_own_export(const Record& record);
/// The article in it, as it was stored. Dumps being what they are, texts are cleaned of what no stored text has, and
/// values that cannot be are left out.
Article own_article(const Record& record);

}  // namespace morgue::extract
