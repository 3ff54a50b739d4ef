// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/plain_name.h"

#include <algorithm>
#include <string_view>

#include "text/suggest.h"

namespace morgue::cli {
namespace {
constexpr std::size_t kMaxName = 64;
}

void check_plain_name(const std::string& name, const std::string& what, const std::string& examples) {
  const auto lower = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  const bool good = !name.empty() && name.size() <= kMaxName && lower(name.front()) &&
                    std::ranges::all_of(name, [&](char c) { return lower(c) || c == '-' || c == '_' || c == '.'; });
  if (good) return;
  throw Error(ErrorCode::Usage, "\"" + name + "\" is no name for " + what,
              "use small letters a to z, digits, and - _ . between them: " + examples);
}

Error no_such_name(const std::string& what, const std::string& name, const std::vector<std::string>& known,
                   const std::string& list) {
  const std::string near = text::nearest(name, std::vector<std::string_view>(known.begin(), known.end()));
  return {ErrorCode::Usage, "there is no " + what + " \"" + name + "\"",
          near.empty() ? "see " + list : "did you mean " + near + "?"};
}

}  // namespace morgue::cli
