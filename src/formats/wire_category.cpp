// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/wire_category.h"

#include <algorithm>
#include <array>

namespace morgue::formats {
namespace {

struct Category {
  char code;
  std::string_view name;
};

constexpr auto kCategories = std::to_array<Category>({{'a', "Domestic"},
                                                      {'e', "Entertainment"},
                                                      {'f', "Finance"},
                                                      {'i', "International"},
                                                      {'l', "Lifestyle"},
                                                      {'p', "Politics"},
                                                      {'s', "Sports"},
                                                      {'v', "Advisories"},
                                                      {'w', "Washington"}});

}  // namespace

std::string_view wire_category(std::string_view code) {
  if (code.size() != 1) return {};
  const char letter = code[0] >= 'A' && code[0] <= 'Z' ? static_cast<char>(code[0] - 'A' + 'a') : code[0];
  const auto* const found = std::find_if(kCategories.begin(), kCategories.end(),
                                         [letter](const Category& category) { return category.code == letter; });
  return found == kCategories.end() ? std::string_view{} : found->name;
}

}  // namespace morgue::formats
