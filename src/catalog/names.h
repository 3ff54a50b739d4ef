// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "catalog/catalog.h"

namespace morgue::catalog {

enum class NameKind : std::uint8_t { Author, Topic, Place, Person, Organization, Source, Section };

/// Every name of a kind, in order of their bytes, that is wanted (asked first, cheaply) and that an article which may
/// be shown at `now` (UTC seconds) carries, until `use` returns false. A name that no article carries any more may be
/// among them.
void for_each_name(Catalog& catalog, NameKind kind, std::int64_t now,
                   const std::function<bool(std::string_view)>& wanted,
                   const std::function<bool(std::string_view)>& use);

}  // namespace morgue::catalog
