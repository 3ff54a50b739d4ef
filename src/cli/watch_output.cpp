// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/watch_output.h"

#include <vector>

#include "jobs/run_program.h"

namespace morgue::cli {
namespace {

using archive::Change;
using archive::Withdrawal;

std::string reason_of(Withdrawal why) {
  switch (why) {
    case Withdrawal::Removed:
      return "removed";
    case Withdrawal::Withheld:
      return "withheld";
    case Withdrawal::Canceled:
      return "canceled";
    case Withdrawal::Revised:
      return "revised";
    case Withdrawal::Unmatched:
      return "unmatched";
    case Withdrawal::None:
      break;
  }
  return {};
}

render::WatchedAs watched_as(Change change) {
  switch (change) {
    case Change::Changed:
      return render::WatchedAs::Changed;
    case Change::Withdrawn:
      return render::WatchedAs::Withdrawn;
    case Change::New:
      break;
  }
  return render::WatchedAs::New;
}

render::WatchHeading heading_of(const archive::WatchReport& report) {
  return {report.search.name,        report.search.query,           report.number,
          report.count(Change::New), report.count(Change::Changed), report.count(Change::Withdrawn)};
}

}  // namespace

render::WatchedArticle watched(const archive::WatchEntry& entry, archive::Reader& reader) {
  render::WatchedArticle out{watched_as(entry.change), reason_of(entry.why), entry.id, reader.find(entry.id)};
  if (out.article) out.article->body = {};  // not shown, and there may be many
  return out;
}

std::string watch_counts(const archive::WatchReport& report) {
  return render::watch_counts(heading_of(report));
}

std::string watch_text(const archive::WatchReport& report, archive::Reader& reader, const render::TextStyle& style) {
  std::vector<render::WatchedArticle> articles;
  for (const auto& entry : report.entries) articles.push_back(watched(entry, reader));
  return render::watch_text(heading_of(report), articles, style);
}

void watch_lines(const archive::WatchReport& report, archive::Reader& reader,
                 const std::function<void(std::string_view)>& write) {
  const render::WatchHeading heading = heading_of(report);
  for (const auto& entry : report.entries) write(render::watch_line(heading, watched(entry, reader)));
}

void write_watch(render::JsonWriter& json, const archive::WatchReport& report, archive::Reader& reader) {
  render::begin_watch(json, heading_of(report));
  for (const auto& entry : report.entries) render::write_watched(json, watched(entry, reader));
  render::end_watch(json);
}

jobs::Delivery deliver_to(const std::string& command, const std::filesystem::path& archive,
                          const archive::WatchReport& report, archive::Reader& reader) {
  std::string lines;
  watch_lines(report, reader, [&lines](std::string_view line) { lines += line; });
  const int code = jobs::run_hook(command, archive, lines);
  if (code == 0) return {jobs::Delivery::End::Delivered, {}};
  return {jobs::Delivery::End::Failed, "its command ended with exit code " + std::to_string(code) + ": " + command};
}

}  // namespace morgue::cli
