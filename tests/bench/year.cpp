// SPDX-License-Identifier: GPL-2.0-or-later
// A year of hourly jobs in miniature: a dump dealt out by hour of publication into a watched folder, `morgue reindex`
// after each hour. Prints a Markdown table, and whether searches find what they find after one ingest of it all.
// Usage: morgue_year_bench MORGUE DUMP [HOURS]
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/bench/measure.h"
#include "tests/support/temp_dir.h"

namespace morgue::bench {
namespace {

constexpr std::int64_t kBlock = 512;  // of ru_oublock
constexpr double kMegabyte = 1e6;

struct Cost {
  std::int64_t written = 0;  ///< bytes handed to the disk
  std::string out;
};

/// Runs to the end; standard output goes to a file in `scratch`.
Cost run(std::vector<std::string> arguments, const std::filesystem::path& scratch) {
  const std::string out = (scratch / "out").string();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  std::vector<char*> argv;
  for (auto& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  pid_t pid = 0;
  const int error = posix_spawnp(&pid, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error("cannot run " + arguments.front());
  int status = 0;
  rusage usage{};
  wait4(pid, &status, 0, &usage);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  if (code > 1 && code != 3) throw std::runtime_error(arguments.front() + " failed");
  std::ifstream text(out, std::ios::binary);
  return {usage.ru_oublock * kBlock, std::string(std::istreambuf_iterator<char>(text), {})};
}

/// The value of a member of a flat JSON object, as it is written; empty: none.
std::string_view member(std::string_view line, std::string_view name) {
  const std::string before = "\"" + std::string(name) + "\":\"";
  const auto begin = line.find(before);
  if (begin == std::string_view::npos) return {};
  std::size_t end = begin + before.size();
  while (end < line.size() && line[end] != '"') end += line[end] == '\\' ? 2 : 1;
  return line.substr(begin + before.size(), end - begin - before.size());
}

struct Hours {
  std::map<std::string, std::string> records;  ///< by hour: lines
  std::int64_t articles = 0;
  std::int64_t text = 0;
};

Hours deal_out(const std::filesystem::path& extracted, std::size_t most) {
  Hours hours;
  std::ifstream lines(extracted, std::ios::binary);
  for (std::string line; std::getline(lines, line);) {
    const std::string published(member(line, "published"));
    if (published.size() < 10) continue;
    hours.records[published.size() > 12 ? published.substr(0, 13) : published.substr(0, 10) + "T12"] += line + "\n";
  }
  while (most != 0 && hours.records.size() > most) hours.records.erase(std::prev(hours.records.end()));
  for (const auto& [hour, records] : hours.records) {
    for (std::size_t begin = 0; begin < records.size();) {
      const std::size_t end = records.find('\n', begin);
      const std::string_view line = std::string_view(records).substr(begin, end - begin);
      ++hours.articles;
      hours.text += static_cast<std::int64_t>(member(line, "headline").size() + member(line, "body").size());
      begin = end + 1;
    }
  }
  return hours;
}

std::size_t segments_in(const std::filesystem::path& archive) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(archive / "index"))
    count += entry.is_directory() ? 1 : 0;
  return count;
}

constexpr std::array kQueries = {"*",
                                 "corona",
                                 "berlin -corona",
                                 "\"angela merkel\"",
                                 "impf*",
                                 "maske OR maskenpflicht",
                                 "headline:trump",
                                 "source:zeit.de virus",
                                 "date:2020-03 italien",
                                 "schule w/10 kinder",
                                 "lang:de bundestag"};

/// Queries that find the same in both archives, in the same order: all matches by date, or the ten most relevant.
int same_matches(const std::string& morgue, const std::filesystem::path& a, const std::filesystem::path& b,
                 bool by_date, const std::filesystem::path& scratch) {
  int same = 0;
  for (const char* query : kQueries) {
    const auto found_in = [&](const std::filesystem::path& archive) {
      return run({morgue, "--archive", archive.string(), "-q", "search", query, "--sort",
                  by_date ? "newest" : "relevance", "-n", by_date ? "1000000" : "10", "-o", "tsv", "--fields",
                  "id,key,headline,published"},
                 scratch)
          .out;
    };
    if (found_in(a) == found_in(b)) ++same;
  }
  return same;
}

void measure(const std::string& morgue, const std::string& dump, std::size_t most) {
  const test::TempDir work;
  const auto& folder = work.path();
  const auto extracted = folder / "extracted.jsonl";
  run({"sh", "-c", "\"$0\" extract \"$1\" > \"$2\" 2>/dev/null", morgue, dump, extracted.string()}, folder);
  const Hours hours = deal_out(extracted, most);
  std::filesystem::remove(extracted);
  const auto watched = folder / "watched";
  std::filesystem::create_directories(watched);
  const auto jobs = folder / "jobs";
  run({morgue, "--archive", jobs.string(), "-q", "collection", "add", "hours", watched.string()}, folder);

  Samples times;
  std::int64_t written = 0;
  std::size_t most_segments = 0;
  double all_segments = 0;
  for (const auto& [hour, records] : hours.records) {
    std::ofstream(watched / (hour + ".jsonl"), std::ios::binary) << records;
    Cost cost;
    times.add([&] { cost = run({morgue, "--archive", jobs.string(), "-q", "reindex"}, folder); }, Clock::Wall);
    written += cost.written;
    const std::size_t segments = segments_in(jobs);
    most_segments = std::max(most_segments, segments);
    all_segments += static_cast<double>(segments);
  }
  Samples idle;
  for (int i = 0; i < 20; ++i) {
    idle.add([&] { run({morgue, "--archive", jobs.string(), "-q", "reindex"}, folder); }, Clock::Wall);
  }

  const auto once = folder / "once";
  Samples ingest;
  Cost at_once;
  ingest.add(
      [&] {
        at_once = run({morgue, "--archive", once.string(), "-q", "ingest", watched.string()}, folder);
      },
      Clock::Wall);

  const auto runs = static_cast<double>(hours.records.size());
  const auto text = static_cast<double>(hours.text);
  fmt::print("| | hourly jobs | one ingest |\n|---|---|---|\n");
  fmt::print("| articles | {} | {} |\n| text | {:.1f} MB | |\n", hours.articles, hours.articles, text / kMegabyte);
  fmt::print("| runs | {} | 1 |\n", hours.records.size());
  fmt::print("| a run: median, p95, longest | {:.0f}, {:.0f}, {:.0f} ms | {:.0f} ms |\n", times.median(),
             times.percentile(0.95), times.percentile(1), ingest.median());
  fmt::print("| a run with nothing new: median, p95 | {:.0f}, {:.0f} ms | |\n", idle.median(), idle.percentile(0.95));
  fmt::print("| segments: mean, most, at the end | {:.1f}, {}, {} | {} |\n", all_segments / runs, most_segments,
             segments_in(jobs), segments_in(once));
  fmt::print("| written : text | {:.1f} | {:.1f} |\n", static_cast<double>(written) / text,
             static_cast<double>(at_once.written) / text);
  const int by_date = same_matches(morgue, jobs, once, true, folder);
  fmt::print("| queries with the same matches in the same order | {} of {} | |\n", by_date, kQueries.size());
  fmt::print("| queries with the same ten most relevant | {} of {} | |\n",
             same_matches(morgue, jobs, once, false, folder), kQueries.size());
  if (std::cmp_not_equal(by_date, kQueries.size())) throw std::runtime_error("searches differ");
}

}  // namespace
}  // namespace morgue::bench

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: %s MORGUE DUMP [HOURS]\n", argv[0]);
    return 2;
  }
  try {
    morgue::bench::measure(argv[1], argv[2], argc > 3 ? std::stoul(argv[3]) : 0);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
