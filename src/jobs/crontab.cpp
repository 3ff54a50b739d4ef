// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/crontab.h"

#include <algorithm>

namespace morgue::jobs {
namespace {

/// For sh; cron itself takes `%` for a line end.
std::string shell_word(const std::string& word) {
  std::string out = "'";
  for (const char c : word) {
    if (c == '\'') {
      out += "'\\''";
    } else if (c == '%') {
      out += "\\%";
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string marker(const JobCommand& job) {
  return " # " + job.name();
}

template <typename Each>
void each_line(const std::string& text, const Each& each) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    each(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace

std::string cron_line(const JobCommand& job, const std::string& fields) {
  std::string out = fields;
  for (const auto& [name, value] : job.environment()) out += " " + name + "=" + shell_word(value);
  out += " nice -n 10";
  for (const std::string& argument : job.arguments()) out += " " + shell_word(argument);
  return out + marker(job);
}

std::string with_job(const std::string& crontab, const JobCommand& job, const std::string& line) {
  std::string out;
  bool placed = false;
  each_line(crontab, [&](const std::string& old) {
    const bool ours = old.ends_with(marker(job));
    if (ours && placed) return;
    placed = placed || ours;
    out += (ours ? line : old) + "\n";
  });
  return placed ? out : out + line + "\n";
}

std::string without_job(const std::string& crontab, const JobCommand& job) {
  std::string out;
  each_line(crontab, [&](const std::string& line) {
    if (!line.ends_with(marker(job))) out += line + "\n";
  });
  return out;
}

std::optional<std::string> job_line(const std::string& crontab, const JobCommand& job) {
  std::optional<std::string> found;
  each_line(crontab, [&](const std::string& line) {
    if (line.ends_with(marker(job))) found = line;
  });
  return found;
}

}  // namespace morgue::jobs
