// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace morgue {

/// What a publisher says of an item beside its text.
enum class ItemStatus : std::uint8_t {
  Usable,
  Withheld,  ///< not to be published until further notice
  Canceled,  ///< withdrawn; what was published of it is to be withdrawn, too
};

constexpr std::string_view to_string(ItemStatus status) {
  switch (status) {
    case ItemStatus::Withheld:
      return "withheld";
    case ItemStatus::Canceled:
      return "canceled";
    case ItemStatus::Usable:
      break;
  }
  return "usable";
}

/// The inverse; what is neither is usable.
constexpr ItemStatus item_status_from_string(std::string_view name) {
  for (const ItemStatus status : {ItemStatus::Withheld, ItemStatus::Canceled}) {
    if (name == to_string(status)) return status;
  }
  return ItemStatus::Usable;
}

}  // namespace morgue
