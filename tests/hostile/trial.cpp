// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/hostile/trial.h"

#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <string_view>

#include "archive/intake.h"
#include "tests/support/sound_item.h"

namespace morgue::mutate {
namespace {

void note(Outcome& outcome, std::string_view fault) {
  std::copy_n(fault.begin(), std::min(fault.size(), outcome.fault.size() - 1), outcome.fault.begin());
}

/// Processor time, as other programs may want the machine; and much more of the clock, should it wait for something.
void set_alarm(long seconds) {
  const itimerval timer{{0, 0}, {seconds, 0}};
  setitimer(ITIMER_PROF, &timer, nullptr);
  constexpr unsigned kClock = 24;
  alarm(static_cast<unsigned>(seconds) * kClock);
}

void read(const std::filesystem::path& path, std::optional<formats::Format> format, Outcome& outcome) {
  archive::IntakeOptions options;
  options.paths = {path.string()};
  options.format = format;
  archive::Intake intake(std::move(options));
  while (const auto item = intake.next()) {
    outcome.articles += std::holds_alternative<Article>(*item) ? 1 : 0;
    outcome.rejects += std::holds_alternative<Reject>(*item) ? 1 : 0;
    outcome.others += test::is_record(*item) ? 0 : 1;
    if (const std::string fault = test::fault_of(*item); !fault.empty()) note(outcome, fault);
  }
  if (intake.records() != outcome.articles + outcome.rejects) note(outcome, "the counts do not add up");
}

}  // namespace

Outcome try_reading(const std::filesystem::path& path, std::optional<formats::Format> format) {
  constexpr long kSeconds = 5;
  Outcome outcome;
  const std::clock_t begin = std::clock();
  set_alarm(kSeconds);
  try {
    read(path, format, outcome);
  } catch (const std::exception& error) {
    note(outcome, std::string("ended the run: ") + error.what());
  }
  set_alarm(0);
  outcome.milliseconds = static_cast<std::int64_t>((std::clock() - begin) / (CLOCKS_PER_SEC / 1000));
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  outcome.memory = usage.ru_maxrss * 1024L;
  return outcome;
}

}  // namespace morgue::mutate
