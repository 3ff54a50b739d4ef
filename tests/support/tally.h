// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>

namespace morgue::test {

/// Says at the end of a test that tries cases of a kind how many it tried, in the words that scripts/check adds up,
/// however the test ends. Such a test stops at the first case that fails.
class Tally {
 public:
  /// What was tried, and what one says of several: "kills of ingest", "rounds".
  Tally(std::string what, std::string cases) : what_(std::move(what)), cases_(std::move(cases)) {}
  ~Tally() {
    const int failures = ::testing::Test::HasFailure() ? 1 : 0;
    std::printf("tally: %s: %ld %s, %d failures\n", what_.c_str(), count_, cases_.c_str(), failures);
  }
  Tally(const Tally&) = delete;
  Tally& operator=(const Tally&) = delete;

  void add(long cases = 1) { count_ += cases; }

 private:
  std::string what_;
  std::string cases_;
  long count_ = 0;
};

/// How many rounds of kills: MORGUE_KILL_ROUNDS asks for more than CI has time for.
inline int kill_rounds(int usual) {
  const char* asked = std::getenv("MORGUE_KILL_ROUNDS");  // NOLINT(concurrency-mt-unsafe): nobody changes it
  return asked != nullptr ? std::stoi(asked) : usual;
}

}  // namespace morgue::test
