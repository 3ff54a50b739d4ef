// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"

namespace morgue::formats {

/// The fields of an entry under construction; values without any text are left out.
class FeedFields {
 public:
  explicit FeedFields(std::vector<Field>& fields) : fields_(fields) {}

  void add(std::string_view path, std::string value);
  /// Each of the values that commas part.
  void add_list(std::string_view path, std::string_view values);
  [[nodiscard]] bool has(std::string_view path) const;

 private:
  std::vector<Field>& fields_;
};

}  // namespace morgue::formats
