// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/power/fates.h"

#include <algorithm>

namespace morgue::power {
namespace {

std::vector<Fate> each(const std::vector<bool>& names, Fate of_names, Fate of_contents) {
  std::vector<Fate> fates;
  for (const bool name : names) fates.push_back(name ? of_names : of_contents);
  return fates;
}

Fate any_fate(bool name, std::mt19937& source) {
  constexpr Fate kFates[] = {Fate::Dropped, Fate::Kept, Fate::Torn, Fate::Zeroed};
  return kFates[source() % (name ? 2U : 4U)];
}

/// The changes up to some moment, the last of them torn.
std::vector<Fate> cut_off(const std::vector<bool>& names, std::mt19937& source) {
  std::vector<Fate> fates(names.size(), Fate::Dropped);
  const std::size_t moment = source() % names.size();
  std::fill_n(fates.begin(), moment, Fate::Kept);
  if (!names[moment]) fates[moment] = Fate::Torn;
  return fates;
}

}  // namespace

std::vector<std::vector<Fate>> choose_fates(const std::vector<bool>& names, int random, std::mt19937& source) {
  std::vector<std::vector<Fate>> out = {each(names, Fate::Dropped, Fate::Dropped)};
  if (names.empty()) return out;
  out.push_back(each(names, Fate::Kept, Fate::Kept));
  out.push_back(each(names, Fate::Kept, Fate::Dropped));
  out.push_back(each(names, Fate::Kept, Fate::Zeroed));
  out.push_back(each(names, Fate::Dropped, Fate::Kept));
  out.push_back(each(names, Fate::Kept, Fate::Kept));
  if (!names.back()) out.back().back() = Fate::Torn;
  for (int i = 0; i < random; ++i) {
    if (i % 3 == 0) {
      out.push_back(cut_off(names, source));
      continue;
    }
    std::vector<Fate> fates;
    for (const bool name : names) fates.push_back(any_fate(name, source));
    out.push_back(std::move(fates));
  }
  return out;
}

}  // namespace morgue::power
