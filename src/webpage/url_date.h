// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "core/timestamp.h"

namespace morgue::webpage {

/// The date that a web address carries (`/2024/05/31/`, `/2024/may/31/`, `-20240531-`, `/2024-05-31-`), to the month
/// when there is no more; `plausible` has to accept it.
std::optional<Timestamp> date_in_address(std::string_view address,
                                         const std::function<bool(const Timestamp&)>& plausible);
/// The whole date in the name of a file, folders left out.
std::optional<Timestamp> date_in_file_name(std::string_view file,
                                           const std::function<bool(const Timestamp&)>& plausible);

}  // namespace morgue::webpage
