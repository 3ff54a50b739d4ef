// SPDX-License-Identifier: GPL-2.0-or-later
// When a job runs, and the crontab it is written into: other lines stay as they are.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/error.h"
#include "jobs/calendar.h"
#include "jobs/crontab.h"
#include "jobs/glob.h"

namespace {

void require(bool truth) {
  if (!truth) std::abort();
}

bool one_line(const std::string& text) {
  return !text.empty() && text.find_first_of(std::string_view("\n\r\0", 3)) == std::string::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace jobs = morgue::jobs;
  const std::string bytes(data, data + size);
  const std::string spec = bytes.substr(0, bytes.find('\n'));
  const std::string rest = spec.size() < bytes.size() ? bytes.substr(spec.size() + 1) : "";
  try {
    require(one_line(jobs::on_calendar(spec)));
  } catch (const morgue::Error& error) {
    require(error.code() == morgue::ErrorCode::Usage);
  }
  const jobs::JobCommand job{"/usr/bin/morgue", "/srv/100% news", 600, "", ""};
  try {
    const std::string fields = jobs::cron_fields(spec, 7);
    require(one_line(fields));
    const std::string line = jobs::cron_line(job, fields);
    const std::string without = jobs::without_job(rest, job);
    const std::string with = jobs::with_job(rest, job, line);
    require(jobs::job_line(with, job) == line);
    require(jobs::without_job(with, job) == without || without.empty() || without.back() != '\n');
    require(!jobs::job_line(without, job));
  } catch (const morgue::Error& error) {
    require(error.code() == morgue::ErrorCode::Usage);
  }
  jobs::path_matches(spec, rest);
  jobs::name_matches(spec, rest);
  if (!jobs::has_wildcard(spec)) jobs::unescaped(spec);
  return 0;
}
